// Places of problems beside the cells: somebody's name, a count of the coverage, a day. One of them may be in hand.

const spotOf = ({ who, iso, row }) => (row ? `count ${iso} ${row}` : who ? `person ${who}` : `day ${iso}`);

class Spots {
  constructor(grid) {
    this.grid = grid;
    this.elements = new Map();
    this.told = new Map();
    this.lit = [];
    this.here = null;
    grid.frame.addEventListener("click", (event) => this.click(event));
  }

  // What is wrong at each place, as the server tells it; cells, and counts that are short, tell of it themselves.
  take(problems) {
    this.told = new Map();
    for (const problem of problems) {
      if (!problem.sentence) continue;
      const key = spotOf(problem), { said = [], must = false } = this.told.get(key) || {};
      this.told.set(key, { said: [...said, problem.sentence], must: must || problem.must });
    }
    const { head, foot, lines } = this.grid.table, names = [...lines.values()].map(({ line }) => line.firstChild);
    const beside = [head, foot].flatMap((part) => [...part.querySelectorAll("[data-spot]")]);
    this.elements = new Map([...names, ...beside].map((at) => [at.dataset.spot, at]));
    for (const [key, element] of this.elements) this.paint(element, this.told.get(key));
    if (this.here && !this.elements.has(spotOf(this.here))) this.leave();
    else if (this.here) this.light();
  }

  paint(element, found) {
    const words = [element.dataset.plain, ...(found?.said || [])].filter(Boolean).join("\n");
    if (element.dataset.tip === words) return;
    element.dataset.tip = words;
    element.setAttribute("aria-label", words.replaceAll("\n", ". "));
    element.classList.toggle("told", Boolean(found));
    element.classList.toggle("must", Boolean(found?.must));
  }

  click(event) {
    const at = event.target.closest("[data-spot]"), { cursor } = this.grid;
    if (!at) return;
    const { spotWho: who = "", spotDay: iso = "", spotRow: row = "" } = at.dataset;
    if (row || this.told.has(at.dataset.spot)) this.go({ who, iso: who ? "" : iso, row });
    if (row) this.grid.openPanel();
    else if (who) cursor.go(who, cursor.day);
  }

  go(spot) {
    const { cursor } = this.grid, element = this.elements.get(spotOf(spot));
    if (!element) return;
    if (spot.who) cursor.go(spot.who, cursor.day);
    this.leave();
    this.here = spot;
    this.light();
    if (!spot.who) cursor.revealAcross(element);
    if (!spot.who) element.focus({ preventScroll: true });
    this.grid.moved();
  }

  // The place itself, and of a count or a day the whole column, so that the eye finds who works there.
  light() {
    for (const each of this.lit) each.classList.remove("spotted", "column");
    const { frame } = this.grid, { who, iso } = this.here, place = this.elements.get(spotOf(this.here));
    const column = who ? [] : [...frame.querySelectorAll(`td[data-day="${iso}"], th[data-spot-day="${iso}"]`)];
    for (const cell of column) cell.classList.add("column");
    place.classList.add("spotted");
    this.lit = [...column, place];
  }

  leave() {
    for (const each of this.lit) each.classList.remove("spotted", "column");
    this.lit = [];
    this.here = null;
  }

  sentence() {
    return this.here && this.elements.get(spotOf(this.here))?.dataset.tip.replaceAll("\n", " ");
  }
}
