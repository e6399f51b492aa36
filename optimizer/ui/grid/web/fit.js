// How the period fits the page: cells narrow before anything scrolls. That the grid reaches the window's foot follows from
// where it begins, as its style says.

const COL = { least: 26, most: 44, narrow: 32 }, NAME = { least: 148, most: 208, small: 116 }, SUM = { least: 40, most: 50 };
const SMALL = 900, PHONE = 640;

class Fit {
  constructor(grid, host) {
    this.grid = grid;
    this.scroller = host?.closest("[data-testid=stMain]");
    const watcher = new ResizeObserver(() => this.fit());
    watcher.observe(grid.root);
    const around = host?.closest("[data-testid=stMainBlockContainer]");
    if (around) watcher.observe(around);
  }

  fit() {
    const { root, frame, plan, days } = this.grid;
    if (!plan.data || !root.clientWidth) return;
    this.phone = innerWidth < PHONE;
    root.classList.toggle("on-phone", this.phone);
    const oneDay = this.grid.oneDay ?? this.phone, before = root.classList.contains("shows-day");
    root.classList.toggle("shows-day", oneDay);
    if (oneDay && !before) this.grid.oneDayView.paint();  // a window that narrows, or a phone that is turned
    this.press("oneDay", oneDay);
    const width = root.clientWidth - 2 - Math.max(0, frame.offsetWidth - frame.clientWidth - 2);
    this.across(width, days.length, plan.data.sums.length);
    this.begin();
  }

  // Widths of names, days and sums; what is left over by whole pixels goes to the names.
  across(width, days, sums) {
    const { root, compact } = this.grid, small = innerWidth < SMALL, least = small ? NAME.small : NAME.least;
    const fits = (width - least - sums * SUM.least) / days >= COL.least;
    const totals = sums > 0 && (this.grid.totals ?? (small || fits));
    const pinned = totals && !small ? sums : 0, most = compact ? COL.least + 1 : COL.most;
    const col = Math.max(COL.least, Math.min(most, Math.floor((width - least - pinned * SUM.least) / days)));
    const left = width - least - days * col;
    const sum = pinned ? Math.max(SUM.least, Math.min(SUM.most, Math.floor(left / pinned))) : SUM.least;
    const name = small ? least : Math.max(least, Math.min(NAME.most, width - days * col - pinned * sum));
    root.classList.toggle("narrow", col < COL.narrow);
    root.classList.toggle("short-names", name < 190);
    root.classList.toggle("no-sums", !totals);
    this.press("totals", totals);
    for (const [what, pixels] of Object.entries({ name, col, sum })) root.style.setProperty(`--${what}`, `${pixels}px`);
    root.style.setProperty("--days", days);
    root.style.setProperty("--sums", totals ? sums : 0);
    this.totals = totals;
  }

  press(toggle, on) {
    this.grid.root.querySelector(`[data-toggle=${toggle}]`).setAttribute("aria-pressed", String(on));
  }

  begin() {
    const { root } = this.grid, above = root.getBoundingClientRect().top + (this.scroller?.scrollTop ?? 0);
    root.style.setProperty("--above", `${Math.round(above)}px`);
  }
}
