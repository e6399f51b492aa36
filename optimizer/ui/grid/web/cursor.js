// The cell in hand and the range around it. Rows are those that are shown, in their order.

class Cursor {
  constructor(grid) {
    this.grid = grid;
    this.who = null;
    this.day = null;
    this.lit = new Set();
  }

  // After a change of rows or days, the nearest cell that is still there.
  settle() {
    const { rows, plan } = this.grid, { days } = plan.data;
    if (!rows.people.length || !days.length) return this.clear();
    if (!rows.at.has(this.who)) this.who = rows.people[0].id;
    if (!plan.days.has(this.day)) this.day = (days.find(isToday) || days.find((day) => !day.past) || days[0]).iso;
    if (!this.end || !rows.at.has(this.end.who) || !plan.days.has(this.end.day)) this.end = this.here();
    this.light();
  }

  clear() {
    this.who = this.day = this.end = null;
    this.light();
  }

  here() {
    return { who: this.who, day: this.day };
  }

  go(who, day, { extend = false, focus = true } = {}) {
    this.end = { who, day };
    if (!extend) Object.assign(this, { who, day });
    this.grid.spots.leave();
    this.light();
    this.reveal(this.element(who, day));
    if (focus) this.focus();
    this.grid.moved();
  }

  move(down, right, extend) {
    if (!this.who) return;
    const { rows, plan } = this.grid, from = extend ? this.end : this.here();
    const row = clamp(rows.at.get(from.who) + down, rows.people.length);
    const { days } = this.grid, hidden = plan.data.days.length - days.length;
    const column = clamp(plan.days.get(from.day).at - hidden + right, days.length);
    this.go(rows.people[row].id, days[column].iso, { extend });
  }

  select(from, to) {
    Object.assign(this, from);
    this.go(to.who, to.day, { extend: true });
  }

  focus() {
    this.element(this.who, this.day)?.focus({ preventScroll: true });
  }

  element(who, day) {
    return this.grid.table.cells.get(place(who, day));
  }

  // The range as rows of cells: [{who, day}, ...] for each person.
  range() {
    if (!this.who) return [];
    const { rows, plan } = this.grid;
    const people = between(rows.people, rows.at.get(this.who), rows.at.get(this.end.who));
    const days = between(plan.data.days, plan.days.get(this.day).at, plan.days.get(this.end.day).at);
    return people.map((person) => days.map((day) => ({ who: person.id, day: day.iso })));
  }

  light() {
    const range = this.range().flat(), wanted = new Set();
    for (const { who, day } of range) wanted.add(this.element(who, day));
    for (const cell of this.lit) if (!wanted.has(cell)) unlit(cell);
    for (const cell of wanted) cell.setAttribute("aria-selected", "true");
    for (const cell of wanted) cell.classList.toggle("ranged", range.length > 1);
    this.lit = wanted;
    this.mark(this.who && this.element(this.who, this.day));
  }

  mark(cell) {
    if (this.active && this.active !== cell) {
      this.active.classList.remove("active");
      this.active.tabIndex = -1;
    }
    this.active = cell;
    if (!cell) return;
    cell.classList.add("active");
    cell.tabIndex = 0;
  }

  // Scroll no further than needed, and clear of everything that is pinned.
  reveal(cell) {
    const frame = this.grid.frame, box = frame.getBoundingClientRect(), at = cell.getBoundingClientRect();
    const table = this.grid.table, height = (part) => part.getBoundingClientRect().height;
    const top = box.top + height(table.head), bottom = box.top + frame.clientHeight - height(table.foot);
    this.revealAcross(cell);
    if (at.top < top) frame.scrollTop -= top - at.top + 1;
    else if (at.bottom > bottom) frame.scrollTop += at.bottom - bottom + 1;
  }

  revealAcross(cell) {
    const frame = this.grid.frame, box = frame.getBoundingClientRect(), at = cell.getBoundingClientRect();
    const left = box.left + cell.parentNode.firstChild.offsetWidth;
    const sum = cell.parentNode.querySelector("td.sum"), edge = box.left + frame.clientWidth;
    const right = sum?.offsetWidth ? Math.min(sum.getBoundingClientRect().left, edge) : edge;  // totals may be folded
    if (at.left < left) frame.scrollLeft -= left - at.left + 1;
    else if (at.right > right) frame.scrollLeft += at.right - right + 1;
  }
}

const clamp = (number, count) => Math.max(0, Math.min(count - 1, number));
const between = (list, one, other) => list.slice(Math.min(one, other), Math.max(one, other) + 1);

function unlit(cell) {
  cell.removeAttribute("aria-selected");
  cell.classList.remove("ranged");
}
