// Keys in the grid. What we use goes no further, and no single letter reaches Streamlit's own shortcuts.

class Keys {
  constructor(grid) {
    this.grid = grid;
    grid.frame.addEventListener("keydown", (event) => this.press(event));
  }

  press(event) {
    const inHand = event.target.closest("td[data-who]");
    if (!inHand && !event.target.closest("[data-spot]")) return;
    const command = inHand ? this.command(event) : this.besides(event);
    if (command) event.preventDefault();
    if (command || event.key.length === 1) event.stopPropagation();
    if (command) command();
  }

  command(event) {
    if (event.ctrlKey || event.metaKey) return this.withControl(event);
    if (event.altKey) return null;
    return this.moving(event) || this.editing(event) || this.lettered(event);
  }

  // At a place beside the cells: on to the next problem, or back to the cell in hand.
  besides({ key }) {
    const { edits, cursor } = this.grid, back = () => cursor.who && cursor.go(cursor.who, cursor.day);
    return { "]": () => edits.problem(1), F8: () => edits.problem(1), "[": () => edits.problem(-1), Escape: back,
      " ": () => this.grid.openPanel(), ArrowUp: back, ArrowDown: back, ArrowLeft: back, ArrowRight: back }[key];
  }

  moving({ key, shiftKey }) {
    const { cursor } = this.grid, step = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
      PageUp: [-10, 0], PageDown: [10, 0], Home: [0, -Infinity], End: [0, Infinity],
    }[key];
    return step && (() => cursor.move(...step, shiftKey));
  }

  editing({ key }) {
    const { edits, picker } = this.grid;
    return {
      " ": () => this.grid.openPanel(), "?": () => this.grid.openPanel(true), Enter: () => picker.open(), F2: () => picker.open(), Backspace: () => edits.clear(), Delete: () => edits.clear(),
      ".": () => edits.clear("type"), "]": () => edits.problem(1), F8: () => edits.problem(1), "[": () => edits.problem(-1),
      Escape: () => this.escape(),
    }[key];
  }

  lettered({ key, shiftKey }) {
    const { edits, plan, cursor } = this.grid, letter = key.toUpperCase();
    if (letter === "L") return () => edits.lock();
    if (letter === "O") return () => edits.clear("type");
    const known = letter.length === 1 && plan.lettered(letter, cursor.who).length;
    return known && (() => edits.letter(letter, shiftKey));
  }

  withControl({ key, shiftKey }) {
    const { edits, cursor, rows, days } = this.grid, letter = key.toLowerCase();
    const ends = { Home: -Infinity, End: Infinity }[key];
    if (ends) return () => cursor.move(ends, ends, shiftKey);
    return {
      z: () => edits.turn(shiftKey ? "redo" : "undo"), y: () => edits.turn("redo"),
      d: () => edits.fill(true), r: () => edits.fill(false),
      a: () => cursor.select({ who: rows.people[0].id, day: days[0].iso },
        { who: rows.people.at(-1).id, day: days.at(-1).iso }),
    }[letter];
  }

  escape() {
    const { toolbar, cursor, table } = this.grid;
    if (toolbar.brush !== null) return toolbar.take(null);
    for (const { who, day } of cursor.range().flat()) this.forgive(table, who, day);
    this.grid.alarm("");
    return cursor.go(cursor.who, cursor.day);
  }

  forgive(table, who, day) {
    if (table.refusals.delete(place(who, day))) table.paintCell(who, day);
  }
}
