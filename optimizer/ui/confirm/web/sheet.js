// Somebody's own sheet, only to look at. Whatever stands in it is written as text, never as markup.

const FIRST = 80, STEP = 120, NEAR = 600;
const HINT = "Touch a cell, or walk with the arrow keys, to read what it was taken for and why.";
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const NUMBER = /^[-+]?\d+([.,]\d+)?$/;

function make(tag, className = "", text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== "") element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const classOf = (sort) => (sort ? `marked ${sort.split(" ")[0]}` : "");

class Sheet {
  constructor(root) {
    this.root = root;
    for (const part of ["frame", "legend", "told", "reason", "tip"]) this[part] = root.querySelector(`.${part}`);
    this.table = root.querySelector("table");
    this.frame.addEventListener("scroll", () => { this.tip.hidden = true; this.more(); }, { passive: true });
    this.frame.addEventListener("pointerover", (event) => this.point(event));
    this.frame.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    this.frame.addEventListener("click", (event) => this.take(event.target.closest("td")));
    this.frame.addEventListener("keydown", (event) => this.walk(event));
  }

  update(data) {
    const shape = JSON.stringify(data);
    if (shape === this.shape) return;
    const same = this.data?.name === data.name, [left, top] = [this.frame.scrollLeft, this.frame.scrollTop];
    Object.assign(this, { shape, data, drawn: 0, here: null });
    this.root.style.setProperty("--height", `${data.height}px`);
    this.frame.setAttribute("aria-label", `Your sheet ${data.name}, with what was understood`);
    this.told.textContent = data.told;
    this.told.hidden = !data.told;
    this.reason.textContent = HINT;
    this.drawLegend();
    this.merge();
    this.drawTable();
    this.draw(Math.max(FIRST, same ? Math.ceil((top + NEAR) / 24) + 10 : 0));
    if (same) this.frame.scrollTo(left, top);
  }

  drawLegend() {
    this.legend.replaceChildren(...this.data.sorts.map(([sort, count]) => {
      const line = make("li");
      line.append(make("i", classOf(sort), "", { "aria-hidden": "true" }), make("span", "", sort), make("small", "", `${count}`));
      return line;
    }));
  }

  // What is merged: how far from its first cell, and which cells it covers.
  merge() {
    this.spans = new Map();
    this.covered = new Set();
    for (const [top, left, height, width] of this.data.merges) {
      this.spans.set(`${top}-${left}`, [Math.min(height, this.data.rows.length - top), Math.min(width, this.data.columns.length - left)]);
      for (let row = top; row < top + height; row += 1) {
        for (let column = left; column < left + width; column += 1) {
          if (row !== top || column !== left) this.covered.add(`${row}-${column}`);
        }
      }
    }
  }

  drawTable() {
    const columns = make("colgroup"), head = make("thead"), line = make("tr");
    columns.append(make("col"), ...this.data.widths.map(() => make("col")));
    columns.firstChild.style.width = "44px";
    this.data.widths.forEach((width, at) => { columns.children[at + 1].style.width = `${14 + 7.4 * width}px`; });
    line.append(make("td", "corner"), ...this.data.columns.map((name) => make("th", "", name, { scope: "col" })));
    head.append(line);
    this.body = make("tbody");
    this.table.replaceChildren(columns, head, this.body);
  }

  // Only the first rows at once; the others when somebody comes near them.
  more() {
    if (this.drawn < this.data.rows.length && this.frame.scrollTop + this.frame.clientHeight + NEAR > this.frame.scrollHeight) this.draw(this.drawn + STEP);
  }

  draw(until) {
    const lines = document.createDocumentFragment();
    for (; this.drawn < Math.min(until, this.data.rows.length); this.drawn += 1) lines.append(this.line(this.drawn));
    this.body.append(lines);
  }

  line(row) {
    const line = make("tr"), cells = new Map(this.data.rows[row].map((cell) => [cell[0], cell]));
    line.append(make("th", "", `${row + 1}`, { scope: "row" }));
    for (let column = 0; column < this.data.columns.length; column += 1) {
      if (!this.covered.has(`${row}-${column}`)) line.append(this.cell(row, column, cells.get(column)));
    }
    return line;
  }

  cell(row, column, [, text = "", sort = "", ...words] = []) {
    const cell = make("td", classOf(sort), text), span = this.spans.get(`${row}-${column}`);
    if (NUMBER.test(text)) cell.classList.add("number");
    if (span) {
      cell.classList.add("spans");
      [cell.rowSpan, cell.colSpan] = span;
    }
    Object.assign(cell, { at: [row, column], sort, words: words.map((each) => this.data.words[each]) });
    cell.dataset.cell = `${this.data.columns[column]}${row + 1}`;
    return cell;
  }

  told_of(cell) {
    return [cell.dataset.cell + (cell.sort ? `, ${cell.sort}` : ", nothing was made of it"), ...cell.words];
  }

  point(event) {
    const cell = event.target.closest("td[data-cell]");
    this.tip.hidden = !cell || event.pointerType === "touch" || !(cell.sort || cell.textContent);
    if (this.tip.hidden) return;
    const box = cell.getBoundingClientRect(), [place, ...words] = this.told_of(cell);
    this.tip.textContent = [`${place}: ${cell.textContent || "blank"}`, ...words].join("\n");
    const { offsetWidth, offsetHeight } = this.tip, below = box.bottom + 6 + offsetHeight < innerHeight;
    this.tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 8))}px`;
    this.tip.style.top = `${below ? box.bottom + 6 : box.top - offsetHeight - 6}px`;
  }

  take(cell) {
    if (!cell?.dataset.cell) return;
    this.here?.classList.remove("here");
    this.here = cell;
    cell.classList.add("here");
    const [place, ...words] = this.told_of(cell);
    this.reason.replaceChildren(make("b", "", `${place}: ${cell.textContent || "blank"}`), ` ${words.join(" · ")}`);
  }

  walk(event) {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.here) return this.take(this.body.querySelector("td.marked") || this.body.querySelector("td"));
    const next = this.next(this.here.at, move);
    if (!next) return;
    this.take(next);
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  next([row, column], [down, right]) {
    for (let [r, c] = [row + down, column + right]; this.body.rows[r] && c >= 0 && c < this.data.columns.length; r += down, c += right) {
      const cell = [...this.body.rows[r].cells].find((each) => each.at?.[0] === r && each.at?.[1] === c);
      if (cell) return cell;
    }
    return null;
  }
}

const sheets = new WeakMap();

export default function ({ data, parentElement }) {
  if (!sheets.has(parentElement)) sheets.set(parentElement, new Sheet(parentElement.querySelector(".own")));
  sheets.get(parentElement).update(data);
}
