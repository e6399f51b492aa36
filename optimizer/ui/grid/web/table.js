// The table: built once for its people, days and codes, then painted cell by cell where something differs.

const SIGNS = { on: "+", off: "−", leave: "L", blocked: "B" };

function make(tag, className = "", text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== "") element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const shapeOf = ({ people, days, codes, sums, coverage }) => JSON.stringify(
  [people.map(({ sums: _, ...person }) => person), days, codes, sums, coverage.map((row) => row.label)]);

class Table {
  constructor(root, plan, rows) {
    this.root = root;
    this.plan = plan;
    this.rows = rows;
    this.element = root.querySelector("table");
    this.dress = root.querySelector("style.codes");
    this.refusals = new Map();
  }

  match(data) {
    const shape = shapeOf(data);
    if (shape === this.shape) return;
    this.shape = shape;
    this.dress.textContent = codeRules(data.codes);
    this.build(data);
  }

  build(data) {
    this.cells = new Map();
    this.painted = new Map();
    this.lines = new Map();
    this.headings = new Map();
    this.element.setAttribute("aria-colcount", 1 + data.days.length + data.sums.length);
    this.head = this.buildHead(data);
    this.body = make("tbody", "", "", { role: "rowgroup" });
    for (const person of data.people) this.lines.set(person.id, this.buildLine(person, data));
    this.foot = this.buildFoot(data);
    this.element.replaceChildren(this.buildColumns(data), this.head, this.body, this.foot);
  }

  // A fixed table takes its widths from here, so that no row needs measuring.
  buildColumns(data) {
    const columns = make("colgroup");
    columns.append(make("col", "name"), ...data.days.map((day) => make("col", day.past ? "day past" : "day")));
    columns.append(...data.sums.map(() => make("col", "sum")));
    return columns;
  }

  buildHead(data) {
    const head = make("thead", "", "", { role: "rowgroup" });
    head.append(this.buildTitle(data), this.buildMonths(data), this.buildDays(data));
    return head;
  }

  buildTitle(data) {
    const line = make("tr", "title");
    const cell = make("th", "", data.title, { colspan: 1 + data.days.length + data.sums.length });
    cell.append(make("small", "issue"));
    line.append(cell);
    return line;
  }

  buildMonths(data) {
    const line = make("tr", "months", "", { role: "presentation" });
    line.append(make("td", "name", "", { role: "presentation" }));
    for (const [month, count] of runs(data.days.map((day) => (day.past ? "Before" : day.month)))) {
      const cell = make("td", month === "Before" ? "month past" : "month", "", { colspan: count, role: "presentation", style: `--span: ${count}` });
      cell.append(make("span", "", month));
      line.append(cell);
    }
    if (data.sums.length) line.append(make("td", "sum all", "", { colspan: data.sums.length, role: "presentation" }));
    return line;
  }

  buildDays(data) {
    const line = make("tr", "days", "", { role: "row", "aria-rowindex": 1 });
    line.append(make("th", "name", "Staff", { role: "columnheader", scope: "col", "aria-colindex": 1 }));
    line.append(...data.days.map((day, at) => this.buildDay(day, at)));
    line.append(...data.sums.map((column, at) => this.buildSumHead(column, at, data)));
    return line;
  }

  buildDay(day, at) {
    const label = [day.spoken, day.holiday].filter(Boolean).join(", ");
    const cell = make("th", `day ${dayClass(day)}`, "",
      { role: "columnheader", scope: "col", "aria-colindex": at + 2, ...spotted({ iso: day.iso }, label) });
    cell.append(make("small", "", day.weekday), make("b", "", day.number));
    return cell;
  }

  buildSumHead(column, at, data) {
    const head = make("th", "sum", "", { role: "columnheader", scope: "col", "aria-colindex": 2 + data.days.length + at });
    head.append(make("span", "", column.title));
    head.style.setProperty("--from-right", data.sums.length - 1 - at);
    if (column.tooltip) head.dataset.tip = column.tooltip;
    return head;
  }

  buildLine(person, data) {
    const line = make("tr", "person", "", { role: "row" });
    line.append(this.buildName(person), ...data.days.map((day, at) => this.buildCell(person, day, at)));
    const sums = data.sums.map((column, at) => this.buildSum(at, data));
    line.append(...sums);
    return { line, sums };
  }

  buildName(person) {
    const words = [person.name, person.note, person.roles.join(", ")].filter(Boolean).join(" · ");
    const name = make("th", "name", "",
      { role: "rowheader", scope: "row", "aria-colindex": 1, ...spotted({ who: person.id }, words) });
    name.append(make("span", "", person.name), make("small", "", person.note));
    return name;
  }

  buildCell(person, day, at) {
    const cell = make("td", `day ${dayClass(day)}`, "",
      { role: "gridcell", tabindex: -1, "aria-colindex": at + 2, "data-who": person.id, "data-day": day.iso });
    cell.append(make("span", "chip"));
    if (day.past) cell.setAttribute("aria-readonly", "true");
    this.cells.set(place(person.id, day.iso), cell);
    return cell;
  }

  buildSum(at, data) {
    const cell = make("td", "sum", "", { role: "gridcell", "aria-colindex": 2 + data.days.length + at });
    cell.style.setProperty("--from-right", data.sums.length - 1 - at);
    return cell;
  }

  buildFoot(data) {
    const foot = make("tfoot", "", "", { role: "rowgroup" });
    this.counts = data.coverage.map((row, at) => {
      const line = make("tr", "coverage", "", { role: "row" });
      const counts = data.days.map((day, column) => make("td", "", "",
        { role: "gridcell", "aria-colindex": column + 2, ...spotted({ iso: day.iso, row: row.label }, "") }));
      line.append(make("th", "name", row.label, { role: "rowheader", scope: "row", "aria-colindex": 1, "data-tip": row.label }));
      line.append(...counts);
      if (data.sums.length) line.append(make("td", "sum all", "", { colspan: data.sums.length, role: "presentation" }));
      foot.append(line);
      return counts;
    });
    return foot;
  }

  // Lines in the order of the rows, under a heading for each job.
  order() {
    const lines = [];
    let index = 1;
    for (const [group, people] of this.rows.groups) {
      lines.push(this.heading(group, people.length, ++index));
      for (const person of this.rows.folded.has(group) ? [] : people) {
        const { line } = this.lines.get(person.id);
        line.setAttribute("aria-rowindex", ++index);
        lines.push(line);
      }
    }
    for (const line of this.foot.rows) line.setAttribute("aria-rowindex", ++index);
    this.element.setAttribute("aria-rowcount", index);
    if (!same(lines, [...this.body.rows])) this.body.replaceChildren(...lines);
  }

  heading(group, count, index) {
    if (!this.headings.has(group)) this.headings.set(group, this.buildHeading());
    const heading = this.headings.get(group);
    heading.setAttribute("aria-rowindex", index);
    const button = heading.querySelector("button");
    button.dataset.fold = group;
    button.setAttribute("aria-expanded", String(!this.rows.folded.has(group)));
    heading.querySelector("b").textContent = group;
    heading.querySelector("small").textContent = count;
    return heading;
  }

  buildHeading() {
    const line = make("tr", "group", "", { role: "row" });
    const cell = make("th", "", "", { role: "rowheader", colspan: this.element.getAttribute("aria-colcount") });
    const label = make("button", "", "", { type: "button" });
    label.append(make("b"), make("small"));
    cell.append(label);
    line.append(cell);
    return line;
  }

  paint() {
    const { data } = this.plan;
    for (const { id } of data.people) for (const { iso } of data.days) this.paintCell(id, iso);
    for (const person of data.people) this.paintSums(person);
    data.coverage.forEach((row, at) => this.paintCoverage(row, at));
  }

  // What was refused is no more worth a mark.
  forgive() {
    const refused = [...this.refusals.keys()];
    this.refusals.clear();
    for (const at of refused) if (this.cells.has(at)) this.paintCell(at.slice(11), at.slice(0, 10));
  }

  paintCell(who, day) {
    const at = place(who, day), cell = this.plan.cell(who, day), refusal = this.refusals.get(at) || "";
    const looks = [cell.text, cell.locked, cell.changed, cell.request, cell.label, cell.must, cell.waiting, refusal, cell.rotation, cell.strays, cell.then, cell.note,
      ...cell.findings].join("\n");
    if (this.painted.get(at) === looks) return;
    this.painted.set(at, looks);
    const element = this.cells.get(at), chip = element.firstChild;
    chip.textContent = cell.text;
    chip.className = `chip ${this.chipClass(cell, refusal)}`;
    this.sign(chip, (cell.must ? "!" : cell.findings.length ? "~" : "") + (SIGNS[cell.request] || "") + (cell.strays ? "≠" : ""));
    element.classList.toggle("rotation", Boolean(cell.rotation) && cell.rotation !== "off");
    element.classList.toggle("noted", Boolean(cell.note));
    delete element.dataset.paper;
    if (cell.then) element.dataset.then = cell.then === "off" ? "·" : cell.then;
    else delete element.dataset.then;
    if (chip.classList.contains("away")) element.dataset.paper = this.plan.onPaper(cell.text);
    element.setAttribute("aria-label", this.plan.sentence(who, day, refusal));
  }

  chipClass(cell, refusal) {
    const code = cell.text && this.plan.codeOf(cell.text);
    return [cell.text && (code ? `filled code-${code.at}` : "filled"), cell.text.length > 3 && "long",
      this.plan.onPaper(cell.text) !== cell.text && "away",
      cell.locked && "locked", cell.changed && "changed", cell.request && `wish-${cell.request}`,
      cell.findings.length && (cell.must ? "must" : "finding"), cell.waiting && "waiting", refusal && "refused",
    ].filter(Boolean).join(" ");
  }

  sign(chip, signs) {
    if (signs) chip.dataset.signs = signs;
    else delete chip.dataset.signs;
  }

  paintSums(person) {
    const { sums } = this.lines.get(person.id);
    sums.forEach((cell, at) => {
      const text = person.sums[at] ?? "";
      if (cell.textContent !== text) cell.textContent = text;
    });
  }

  paintCoverage(row, at) {
    row.days.forEach((count, column) => {
      const cell = this.counts[at][column], looks = String(count);
      if (cell.dataset.looks === looks) return;
      cell.dataset.looks = looks;
      paintCount(cell, count, this.plan.data.days[column], row.label);
    });
  }
}

function paintCount(cell, count, day, label) {
  cell.replaceChildren();
  const [state, sign, words] = count ? judged(count) : ["none", "", "nobody needed"];
  cell.className = `count ${state} ${dayClass(day)}`;
  const told = count ? `${count[0]} of ${count[2]}${words && `, ${words}`}` : words;
  cell.dataset.plain = `${label}, ${day.spoken}: ${told}.`;
  if (count) cell.append(sign, make("b", "", count[0]), make("small", "", `/${count[2]}`));
}

// What makes an element a place of problems: its words without them, and where it is.
function spotted({ who = "", iso = "", row = "" }, words) {
  return { tabindex: -1, "data-plain": words, "data-spot": spotOf({ who, iso, row }),
    "data-spot-who": who, "data-spot-day": iso, "data-spot-row": row };
}

function judged([have, minimum, target, maximum]) {
  if (have < minimum) return ["below", "▼", `below the minimum of ${minimum}`];
  if (have < target) return ["short", "▽", "below the target"];
  if (maximum !== null && have > maximum) return ["over", "▲", `above the maximum of ${maximum}`];
  return ["enough", "", ""];
}

function dayClass(day) {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return [day.weekend && "weekend", day.holiday && "holiday", day.past && "past", day.iso === today && "today",
    new Date(`${day.iso}T12:00`).getDay() === 1 && "monday"].filter(Boolean).join(" ");
}

function runs(labels) {
  const found = [];
  for (const label of labels) {
    if (found.length && found.at(-1)[0] === label) found.at(-1)[1] += 1;
    else found.push([label, 1]);
  }
  return found;
}

const same = (one, other) => one.length === other.length && one.every((value, at) => value === other[at]);
