// One day at a time, as a phone shows it: who is short, who is on, and who is off. A touch on somebody chooses a code.

class OneDay {
  constructor(grid) {
    this.grid = grid;
    this.element = grid.root.querySelector(".one-day");
    this.element.addEventListener("click", (event) => this.click(event));
  }

  get day() {
    const { plan, cursor } = this.grid;
    return plan.days.get(cursor.day);
  }

  click(event) {
    const { grid } = this, step = event.target.closest("[data-step]"), person = event.target.closest("[data-person]");
    if (step) grid.cursor.move(0, Number(step.dataset.step), false);
    if (!person) return;
    grid.cursor.go(person.dataset.person, grid.cursor.day, { focus: false });
    if (grid.plan.data.editable) grid.picker.open(person);
  }

  paint() {
    if (!this.grid.root.classList.contains("shows-day") || !this.day) return;
    const { data } = this.grid.plan, { day } = this, title = isToday(day) ? `Today, ${day.spoken}` : day.spoken;
    write(this.element.querySelector("h2"), [title, day.holiday].filter(Boolean).join(", "));
    const needs = data.coverage.map((row) => [row.label, row.days[day.at]]).filter(([, count]) => count)
      .sort(([, one], [, other]) => isShort(other) - isShort(one));
    this.element.querySelector(".needs").replaceChildren(...needs.map(([label, count]) => this.need(label, count)));
    this.element.querySelector(".groups").replaceChildren(...this.groups(day));
  }

  need(label, count) {
    const [state, sign, words] = judged(count), line = make("li", `need ${state}`);
    const short = count[2] - count[0], told = short > 0 ? `${short} short` : words || "enough";
    line.append(make("b", "", label), make("span", "", `${count[0]} of ${count[2]}`), make("em", "", `${sign} ${told}`.trim()));
    return line;
  }

  // People by what they have that day, in the order of the codes; those who are off come last, folded.
  groups(day) {
    const { plan, rows } = this.grid, found = new Map(), names = [...plan.data.codes.map(({ shift }) => shift), ""];
    for (const person of rows.people) {
      const text = plan.cell(person.id, day.iso).text, key = plan.codeOf(text)?.shift ?? text;
      found.set(key, [...(found.get(key) || []), person]);
    }
    const place = (key) => (names.indexOf(key) + names.length + 1) % (names.length + 1);
    return [...found].sort(([one], [other]) => place(one) - place(other)).map(([key, people]) => this.group(key, people, day));
  }

  group(key, people, day) {
    const code = this.grid.plan.data.codes.find(({ shift }) => shift === key), on = code && !AWAY.has(code.kind);
    const part = make("details"), head = make("summary", "", code?.name || key || "Off");
    head.append(make("small", "", String(people.length)));
    part.open = Boolean(on) || this.opened?.has(key);
    part.addEventListener("toggle", () => this.remember(key, part.open));
    part.append(head, ...people.map((person) => this.person(person, day)));
    return part;
  }

  remember(key, open) {
    this.opened ??= new Set();
    if (open) this.opened.add(key);
    else this.opened.delete(key);
  }

  person(person, day) {
    const { plan, table } = this.grid, cell = plan.cell(person.id, day.iso);
    const line = make("button", "person-line", "", { type: "button", "data-person": person.id });
    const chip = make("span", `chip ${table.chipClass(cell, "")}`, cell.text || "·");
    const about = make("span", "about", person.name), said = [...cell.findings, this.grid.plan.wish(cell), cell.locked && "Locked", cell.note && `Note: ${cell.note}`];
    const told = said.filter(Boolean).join(" ");
    about.append(make("small", "", told || [person.group, person.note].filter(Boolean).join(", ")));
    line.append(chip, about);
    return line;
  }
}

const isShort = ([have, , target]) => have < target;

function isToday(day) {
  return dayClass(day).includes("today");
}
