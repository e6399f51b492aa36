"""What of a page cannot be seen or touched on a phone: what reaches beyond its edges, is cut, or lies under another."""

PHONE = {"width": 390, "height": 844}
OUT_OF_REACH = """() => {
  const main = document.querySelector('[data-testid=stMain]'), within = (root) => [...root.querySelectorAll('*')]
    .flatMap((at) => at.shadowRoot ? [at, ...within(at.shadowRoot)] : [at]);
  const all = within(main).filter((at) => at.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const up = (at) => at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentElement;
  const ups = (at) => at ? [at, ...ups(up(at))] : [];
  const named = (at) => (at.getAttribute('aria-label') || at.innerText || at.className || at.tagName).slice(0, 40);
  const box = (at) => at.getBoundingClientRect(), style = (at) => getComputedStyle(at);
  const holds = (at) => at !== main && /auto|scroll|hidden|clip/.test(style(at).overflowX)
    && box(at).width > 0 && box(at).right < innerWidth + 1;
  const moves = (at) => ups(up(at)).some(holds);
  const wide = all.filter((at) => box(at).width > 1 && box(at).right > innerWidth + 1 && !moves(at));
  const told = 'h1, h2, h3, button, label, [data-testid=stMetricValue], [data-testid=stMetricLabel] p';
  const cut = all.filter((at) => at.matches(told) && style(at).overflowX === 'hidden'
    && style(at).textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth + 1);
  const hit = (x, y, root = document) => {
    const at = root.elementFromPoint(x, y); return at?.shadowRoot ? hit(x, y, at.shadowRoot) || at : at;
  };
  const covered = (at) => {
    at.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = box(at), there = hit((left + right) / 2, (top + bottom) / 2);
    return !there || !(ups(there).includes(at) || ups(at).includes(there));
  };
  const fields = 'input:not([type=file], [tabindex="-1"]), select, textarea';
  const touched = `${fields}, button, a[href], summary, [role=button], [role=tab]`;
  const controls = all.filter((at) => at.matches(touched) && box(at).width > 1 && style(at).pointerEvents !== 'none');
  const over = [main, document.scrollingElement].filter((at) => at.scrollWidth > innerWidth);
  return [
    ...over.map((at) => `${at.scrollWidth} wide`),
    ...wide.map((at) => `beyond the edge: ${named(at)}`), ...cut.map((at) => `cut: ${named(at)}`),
    ...controls.filter(covered).map((at) => `covered: ${named(at)}`),
  ];
}"""


def out_of_reach(page):
    """Return what is wrong with a page of a browser that is as wide as a phone, each in a line."""
    page.mouse.move(0, 0)  # what lies under the pointer shows more of itself, and nothing is pointed at on a phone
    return page.evaluate(OUT_OF_REACH)
