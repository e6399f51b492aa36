// The tools above the grid, and the lines below it that tell what is in hand and whether it is saved.

class Toolbar {
  constructor(grid) {
    this.grid = grid;
    this.bar = grid.root.querySelector(".bar");
    this.brush = null;
    this.listen();
  }

  part(name) {
    return this.grid.root.querySelector(name);
  }

  listen() {
    this.grid.root.addEventListener("click", (event) => this.click(event));
    this.bar.addEventListener("keydown", (event) => this.key(event));
    for (const field of this.bar.querySelectorAll("[data-view]"))
      field.addEventListener("input", () => this.look(field.dataset.view, field.value));
  }

  click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { do: command, toggle, brush, fold } = button.dataset;
    if (brush !== undefined) this.take(brush === "select" ? null : brush);
    if (toggle) this.toggle(toggle);
    if (command) this.run(command);
    if (fold !== undefined) this.fold(fold);
  }

  run(command) {
    const { edits, cursor } = this.grid;
    const commands = {
      undo: () => edits.turn("undo"), redo: () => edits.turn("redo"), lock: () => edits.lock(),
      problem: () => edits.problem(1), print: () => print(), help: () => this.part(".help").showModal(),
      everybody: () => this.everybody(),
    };
    commands[command]();
    if (["undo", "redo", "lock"].includes(command)) cursor.focus();
  }

  // A key in the tools is not for Streamlit's own shortcuts.
  key(event) {
    event.stopPropagation();
    if (event.key === "Escape" && event.target.dataset.view === "find") this.everybody();
    else if (event.key === "Escape") this.take(null);
    else if (event.key === "Enter" && event.target.dataset.view === "find") this.grid.cursor.focus();
  }

  look(name, value) {
    this.grid.rows[name] = value;
    this.grid.remember();
    this.grid.arrange();
  }

  everybody() {
    Object.assign(this.grid.rows, { find: "", role: "" });
    this.grid.remember();
    this.grid.arrange();
    this.paintView();
  }

  // What is not said yet is as it fits: then the opposite of what is shown is meant.
  toggle(name) {
    const shown = { totals: this.grid.fit.totals, oneDay: this.grid.root.classList.contains("shows-day") };
    this.grid[name] = !(this.grid[name] ?? shown[name]);
    this.grid.remember();
    this.paintView();
    this.grid.fit.fit();
    this.grid.oneDayView.paint();
  }

  fold(group) {
    this.grid.rows.fold(group);
    this.grid.arrange();
  }

  // Take a code to paint with; null goes back to selecting.
  take(brush) {
    this.brush = brush;
    this.grid.root.classList.toggle("painting", brush !== null);
    for (const button of this.part(".palette").querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset.brush === (brush ?? "select")));
  }

  match(data) {
    const looks = JSON.stringify([data.codes, data.people.map(({ group, roles }) => [group, roles]), data.sums[0]]);
    if (looks === this.looks) return;
    this.looks = looks;
    this.buildPalette(data);
    this.buildChoices(data);
    this.buildMarks(data);
    this.paintView();
  }

  buildPalette(data) {
    const off = { code: "", name: "Off" };
    const buttons = [...data.codes, off].map((code, at) => {
      const button = make("button", "", "", { type: "button", "data-brush": code.code, "aria-pressed": "false" });
      const name = make("span", code.role ? "unseen" : "", code.name || code.code);
      button.append(make("span", `chip ${code.code ? `filled code-${at}` : ""}`, code.code || "·"), name);
      button.dataset.tip = `Paint with ${code.name || code.code}${code.key ? ` (key ${code.key.toUpperCase()})` : ""}`;
      return button;
    });
    const select = make("button", "", "Select", { type: "button", "data-brush": "select", "data-tip": "Select cells (Esc)" });
    this.part(".palette").replaceChildren(make("span", "caption", "Paint"), select, ...buttons);
    this.take(data.codes.some((code) => code.code === this.brush) ? this.brush : null);
  }

  buildChoices(data) {
    const words = [...data.people.map((person) => person.group), ...data.people.flatMap((person) => person.roles)];
    const choices = [...new Set(words)].filter(Boolean).map((word) => make("option", "", word, { value: word }));
    this.part("[data-view=role]").replaceChildren(make("option", "", "Everybody", { value: "" }), ...choices);
    const first = data.sums[0]?.title || "";
    for (const [value, word] of [["most", "Most"], ["fewest", "Fewest"]]) {
      const option = this.part(`option[value=${value}]`);
      option.textContent = `${word} ${first.toLowerCase()}`;
      option.hidden = option.disabled = !first;
    }
  }

  buildMarks(data) {
    const marks = [["must", "!", "must-fix problem"], ["finding", "~", "rule that can bend"],
      ["locked", "", "locked"], ["changed", "", "changed"],
      ["wish-on", "+", "wants to work"], ["wish-off", "−", "wants off"], ["wish-leave", "L", "leave"],
      ["wish-blocked", "B", "may not be asked"], ["noted", "", "a note of the manager"], ["rotation", "", "shift of the rotation"],
      ["", "≠", "not as the rotation has it"],
      ["waiting", "", "not saved yet"], ["refused", "", "could not be changed"]];
    const lines = marks.map(([mark, signs, words]) => {
      const line = make("div"), term = make("dt"), chip = make("span", `chip ${mark}`, "", signs ? { "data-signs": signs } : {});
      term.append(chip);
      line.append(term, make("dd", "", words));
      return line;
    });
    this.part(".marks").replaceChildren(...lines);
    const counts = [["below", "▼", "below the minimum"], ["short", "▽", "below the target"], ["over", "▲", "above the maximum"]];
    const told = [...marks.slice(0, 9), ...counts];
    const signs = told.map(([mark, sign, words]) => {
      const item = make("li");
      item.append(make("span", `chip ${mark}`, sign), words);
      return item;
    });
    this.part(".signs").replaceChildren(...signs);
    this.part(".legend").textContent = data.legend.join("   ");
  }

  paintView() {
    const { root, rows } = this.grid;
    for (const field of this.bar.querySelectorAll("[data-view]")) field.value = rows[field.dataset.view];
    for (const button of this.bar.querySelectorAll("[data-toggle]"))
      button.setAttribute("aria-pressed", String(this.grid[button.dataset.toggle] ?? button.ariaPressed));
    root.classList.toggle("no-last-week", !this.grid.lastWeek);
    root.classList.toggle("compact", this.grid.compact);
    root.classList.toggle("bare", !this.grid.coverage);
  }

  paint() {
    this.grid.root.classList.toggle("reading", !this.grid.plan.data.editable);
    this.paintTally();
    this.part(".nobody").hidden = this.grid.rows.people.length > 0;
    this.paintBelow();
  }

  // Red, and called a problem, is only what must be fixed; where rules bend and nothing else is wrong, that is said.
  paintTally() {
    const found = this.grid.edits.problems(), musts = found.filter(({ must }) => must).length, bent = found.length - musts;
    const button = this.part("[data-do=problem]");
    button.classList.toggle("musts", musts > 0);
    button.classList.toggle("bent", !musts && bent > 0);
    button.dataset.tip = `To the next: ${musts} must-fix, ${bent} where a rule bends (F8 or ])`;
    write(button.querySelector(".word"), musts || !bent ? "Next problem" : "Next bent rule");
    write(this.part(".tally"), String(found.length));
  }

  paintBelow() {
    const { cursor, plan, table, wire } = this.grid, { who, day } = cursor;
    const size = cursor.range().flat().length, beside = this.grid.spots.sentence();
    const detail = beside || (who && plan.sentence(who, day, table.refusals.get(place(who, day))));
    write(this.part(".detail"), [detail, !beside && size > 1 && `${counted(size)} in hand.`].filter(Boolean).join(" "));
    this.paintSaved(wire);
  }

  paintSaved(wire) {
    const count = wire.queue.length, kept = count && `${count} ${count === 1 ? "change is" : "changes are"} kept here and will be sent`;
    const [state, words] = !count ? ["saved", "Saved"]
      : !navigator.onLine ? ["offline", `Offline: ${kept}`]
        : wire.late() ? ["offline", `No answer yet: ${kept}`] : ["saving", "Saving…"];
    const line = this.part(".saved");
    line.dataset.state = state;
    write(line, this.grid.plan.data.editable ? words : "Read only");
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
