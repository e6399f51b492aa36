// Copy and paste as a spreadsheet understands it: a line a person, a tab a day, the codes as text.

class Clips {
  constructor(grid) {
    this.grid = grid;
  }

  listen(frame) {
    frame.addEventListener("copy", (event) => this.copy(event));
    frame.addEventListener("cut", (event) => this.cut(event));
    frame.addEventListener("paste", (event) => this.paste(event));
  }

  copy(event) {
    const { plan, cursor } = this.grid, rows = cursor.range();
    const text = rows.map((cells) => cells.map(({ who, day }) => plan.cell(who, day).text).join("\t")).join("\n");
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    this.grid.say(`${counted(rows.flat().length)} copied.`);
  }

  cut(event) {
    this.copy(event);
    this.grid.edits.clear();
  }

  paste(event) {
    event.preventDefault();
    const rows = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "")
      .split("\n").map((line) => line.split("\t"));
    const target = this.target(rows), strange = new Set(), ops = [];
    for (const [cell, text] of target) {
      const code = this.grid.plan.read(text);
      if (code === null) this.refuse(cell, text.trim(), strange);
      else ops.push({ ...cell, code: code || null });
    }
    const outside = rows.flat().length - target.length;
    this.grid.edits.put("paste", ops, this.troubles(strange, rows.flat().length > 1 ? outside : 0));
  }

  // One value goes into every cell of the range; a block goes where the range begins and marks what it filled.
  target(rows) {
    const range = this.grid.cursor.range();
    if (rows.length === 1 && rows[0].length === 1) return range.flat().map((cell) => [cell, rows[0][0]]);
    const { people } = this.grid.rows, { days } = this.grid.plan.data, { who, day } = range[0][0];
    const top = this.grid.rows.at.get(who), left = this.grid.plan.days.get(day).at;
    const found = rows.flatMap((line, row) => line.map((text, column) => [people[top + row], days[left + column], text]))
      .filter(([person, date]) => person && date).map(([person, date, text]) => [{ who: person.id, day: date.iso }, text]);
    this.grid.cursor.select(found[0][0], corner(found));
    return found;
  }

  refuse(cell, text, strange) {
    strange.add(text);
    this.grid.table.refusals.set(place(cell.who, cell.day), `“${text}” is not a code of this schedule.`);
    this.grid.table.paintCell(cell.who, cell.day);
  }

  troubles(strange, outside) {
    const told = [...strange].slice(0, 5).map((text) => `“${text}”`).join(", "), found = [];
    if (strange.size) found.push(`${told} ${strange.size === 1 ? "is no code" : "are no codes"} of this schedule; those cells are as they were.`);
    if (outside > 0) found.push(`${counted(outside)} fell outside the grid.`);
    return found;
  }
}

// The last cell of a block whose lines may differ in length.
function corner(found) {
  const cells = found.map(([cell]) => cell);
  return { who: cells.at(-1).who, day: cells.map((cell) => cell.day).sort().at(-1) };
}
