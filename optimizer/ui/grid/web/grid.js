// The grid: its parts, and what happens when the server sends new data.

const LOOK_AFTER = 250;

class Grid {
  constructor(parent, key) {
    this.key = key;
    this.root = parent.querySelector(".schedule");
    this.frame = this.root.querySelector(".frame");
    parent.host?.setAttribute("data-schedule-grid", "");
    Object.assign(this, { movesOn: true, compact: false, coverage: true, lastWeek: false, totals: null, oneDay: null, told: 0 });
    this.plan = new Plan();
    this.rows = new Rows();
    this.wire = new Wire(key);
    this.wire.looked = () => this.look();
    this.recall();
    this.table = new Table(this.root, this.plan, this.rows);
    this.cursor = new Cursor(this);
    this.spots = new Spots(this);
    this.edits = new Edits(this);
    this.clipboard = new Clips(this);
    this.clipboard.listen(this.frame);
    this.picker = new Picker(this);
    this.toolbar = new Toolbar(this);
    this.keys = new Keys(this);
    this.mouse = new Mouse(this);
    this.oneDayView = new OneDay(this);
    this.fit = new Fit(this, parent.host);
  }

  // The days that are shown: those of the last week only when they are asked for.
  get days() {
    const { days } = this.plan.data;
    return this.lastWeek ? days : days.filter((day) => !day.past);
  }

  update(data) {
    this.listen();
    this.wire.hear(data);
    this.plan.take(data, this.wire.batches);
    this.table.match(data);
    this.toolbar.match(data);
    this.table.element.setAttribute("aria-label", data.title || "Schedule");
    dressPage(data.days.filter((day) => !day.past).length);
    stampPage(this.root, data.issue);
    this.refuse(data);
    this.arrange();
    this.table.paint();
    this.fit.fit();
    this.spots.take(this.plan.problems);
    this.toolbar.paintBelow();
    this.oneDayView.paint();
    this.lookAt(data.focus);
    this.notice(data.notice);
    this.wire.flush();
  }

  // Python asks to go to a cell, once for every number; what was asked before this grid was there is past.
  lookAt(focus) {
    const number = focus?.number ?? 0, news = this.looked !== undefined && number > this.looked;
    this.looked = number;
    if (!news) return;
    if (focus.who && !this.rows.at.has(focus.who)) this.toolbar.everybody();
    this.goTo(focus);
  }

  // To the cell of somebody on a day, or to a place beside the cells.
  goTo({ who, iso, row }) {
    if (!who || !iso) this.spots.go({ who, iso, row });
    else if (this.rows.at.has(who) && this.plan.days.has(iso)) this.cursor.go(who, iso);
  }

  arrange() {
    this.rows.arrange(this.plan.data);
    this.table.order();
    this.cursor.settle();
    this.toolbar.paint();
  }

  // What the server refused goes back by itself, as it is acknowledged; here it gets its sentence.
  refuse(data) {
    if (data.session !== this.wire.session) return;
    const fresh = data.refused.filter((refusal) => refusal.seq > this.told);
    if (!fresh.length) return;
    this.told = Math.max(...fresh.map((refusal) => refusal.seq));
    for (const { who, iso, sentence } of fresh) this.table.refusals.set(place(who, iso), sentence);
    this.alarm(`Not changed: ${[...new Set(fresh.map((refusal) => refusal.sentence))].slice(0, 3).join(" ")}`);
  }

  // A sentence of the server, said once; what was said before this grid was there is past.
  notice(notice) {
    const number = notice?.number ?? 0, news = this.noticed !== undefined && number > this.noticed;
    this.noticed = number;
    if (news) this.say(notice.sentence);
  }

  say(words) {
    write(this.root.querySelector(".alarm"), "");
    write(this.root.querySelector(".said"), words);
  }

  alarm(words) {
    write(this.root.querySelector(".said"), "");
    write(this.root.querySelector(".alarm"), words);
  }

  // Something was moved or changed: tell what is in hand now, and Python, too, once it has come to rest.
  moved() {
    this.toolbar.paintBelow();
    this.oneDayView.paint();
    clearTimeout(this.looking);
    this.looking = setTimeout(() => this.tellSelection(), LOOK_AFTER);
  }

  tellSelection() {
    if (this.wire.queue.length) return this.moved();
    const told = this.toldAt, cell = this.look();
    return cell && told !== this.toldAt && this.select({ ...cell, turn: (this.turn = (this.turn || 0) + 1) });
  }

  // All about what is in hand, shown at the side of the grid, or why somebody works it or not.
  openPanel(asksWhy = false) {
    clearTimeout(this.looking);
    const found = this.look();
    if (found) this.select({ ...found, opens: true, asks_why: asksWhy, turn: (this.turn = (this.turn || 0) + 1) });
  }

  // The cell in hand, as Python is told it: with an edit, which makes one answer do for both, or else by itself.
  look() {
    const { who, day } = this.cursor, { iso, row } = this.spots.here || {};
    const found = row ? { row, day: iso } : who ? { who, day } : null;
    if (found) this.toldAt = row ? spotOf({ iso, row }) : place(who, day);
    return found;
  }

  remember() {
    const { movesOn, compact, coverage, lastWeek, totals, oneDay, rows: { role, find, sort, by } } = this;
    const view = { movesOn, compact, coverage, lastWeek, totals, oneDay, role, find, sort, by };
    try {
      sessionStorage.setItem(`schedule-grid-view ${this.key}`, JSON.stringify(view));
    } catch { /* A browser may forbid storage; then the view lasts as long as the page. */ }
  }

  recall() {
    try {
      const { role, find, sort, by = "job", ...own } = JSON.parse(sessionStorage.getItem(`schedule-grid-view ${this.key}`)) || {};
      Object.assign(this, own);
      if (sort) Object.assign(this.rows, { role, find, sort, by });
    } catch { /* Nothing is remembered. */ }
  }

  listen() {
    if (this.listening) return;
    this.listening = new AbortController();
    const { signal } = this.listening, online = () => (this.wire.hurry(), this.toolbar.paintBelow());
    window.addEventListener("pointerup", () => this.mouse.up(), { signal });
    window.addEventListener("online", online, { signal });
    window.addEventListener("beforeprint", () => stampPage(this.root, this.plan.data.issue), { signal });
    window.addEventListener("offline", () => this.toolbar.paintBelow(), { signal });
    this.watching = setInterval(() => this.toolbar.paintSaved(this.wire), 1000);
  }

  rest() {
    this.listening?.abort();
    this.listening = null;
    clearInterval(this.watching);
    clearTimeout(this.looking);
    this.wire.rest();
  }
}

const GRIDS = new WeakMap();

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  if (!GRIDS.has(parentElement)) GRIDS.set(parentElement, new Grid(parentElement, data.key));
  const grid = GRIDS.get(parentElement);
  grid.wire.send = setTriggerValue;
  grid.select = (cell) => setStateValue("select", cell);
  grid.update(data);
  return () => grid.rest();
}
