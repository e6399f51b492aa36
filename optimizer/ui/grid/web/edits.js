// What can be done to cells. Each makes one batch: shown at once, sent, and put back if the server refuses it.

class Edits {
  constructor(grid) {
    this.grid = grid;
  }

  get range() {
    return this.grid.cursor.range().flat();
  }

  letter(letter, other) {
    const { plan, cursor } = this.grid, { who, day } = cursor.here(), range = this.range;
    const codes = plan.lettered(letter, who);
    if (!codes.length) return false;
    const stays = other || range.length > 1 || !this.grid.movesOn;
    const now = codes.findIndex((code) => code.code === plan.cell(who, day).text);
    const code = codes[stays ? (now + 1) % codes.length : 0];
    this.put("type", range.map((cell) => ({ ...cell, code: code.code })));
    if (!stays) cursor.move(0, 1, false);
    return true;
  }

  set(code, kind = "type") {
    this.put(kind, this.range.map((cell) => ({ ...cell, code: code || null })));
  }

  clear(kind = "clear") {
    const one = this.range.length === 1;
    this.set(null, kind);
    if (one && this.grid.movesOn && kind === "type") this.grid.cursor.move(0, 1, false);
  }

  fill(down) {
    const { plan, cursor } = this.grid, rows = cursor.range();
    const source = (row, column) => (down ? rows[0][column] : rows[row][0]);
    const ops = rows.flatMap((cells, row) => cells.map((cell, column) => {
      const from = source(row, column);
      return { ...cell, code: plan.cell(from.who, from.day).text || null };
    }));
    this.put("paste", ops);
  }

  lock() {
    const { plan, cursor } = this.grid, on = !plan.cell(cursor.who, cursor.day).locked;
    const ops = this.range.filter(({ day }) => !plan.days.get(day).past)
      .filter(({ who, day }) => plan.cell(who, day).locked !== on).map((cell) => ({ ...cell, lock: on }));
    if (this.send("type", ops)) this.grid.say(`${counted(ops.length)} ${on ? "locked" : "unlocked"}.`);
  }

  // Cells that may change do; of the others a sentence tells why they did not.
  put(kind, ops, troubles = []) {
    const { plan } = this.grid, wanted = ops.filter(({ who, day, code }) => plan.cell(who, day).text !== (code || ""));
    const past = wanted.filter(({ day }) => plan.days.get(day).past);
    const locked = wanted.filter(({ who, day }) => !plan.days.get(day).past && plan.cell(who, day).locked);
    const stopped = new Set([...past, ...locked]);
    if (past.length) troubles.push(`${counted(past.length)} before the period ${past.length === 1 ? "is" : "are"} only read.`);
    if (locked.length) troubles.push(`${counted(locked.length)} locked and left as ${locked.length === 1 ? "it was" : "they were"}: L unlocks.`);
    const sent = this.send(kind, wanted.filter((op) => !stopped.has(op)));
    if (troubles.length && this.grid.plan.data.editable) this.grid.alarm(troubles.join(" "));
    return sent;
  }

  send(kind, ops) {
    const { grid } = this;
    if (!grid.plan.data.editable) return grid.alarm("This schedule can be read, not changed."), 0;
    if (!ops.length) return 0;
    for (const op of ops) {
      grid.plan.change(op);
      grid.table.refusals.delete(place(op.who, op.day));
      grid.table.paintCell(op.who, op.day);
    }
    grid.wire.add(kind, ops);
    grid.moved();
    return ops.length;
  }

  turn(what) {
    if (!this.grid.plan.data.editable) return;
    this.grid.table.forgive();
    this.grid.wire.act(what);
    this.grid.moved();
  }

  // The next place with a problem: the days, then row by row each name before its cells, then the coverage; around the end.
  problem(step) {
    const { cursor, spots } = this.grid, places = this.problems().map((each) => [this.order(each), each]);
    if (!places.length) return this.grid.say("No problems in the rows shown.");
    places.sort(([one], [other]) => one - other);
    const here = this.order(spots.here || { who: cursor.who, iso: cursor.day });
    const ahead = places.filter(([at]) => (step > 0 ? at > here : at < here));
    this.grid.goTo((step > 0 ? ahead[0] || places[0] : ahead.at(-1) || places.at(-1))[1]);
  }

  // Every problem but those of people who are not shown.
  problems() {
    const { rows, plan } = this.grid;
    return plan.problems.filter(({ who }) => !who || rows.at.has(who));
  }

  order({ who, iso, row }) {
    const { rows, plan } = this.grid, wide = plan.data.days.length + 1, labels = plan.data.coverage.map(({ label }) => label);
    const line = row ? rows.people.length + labels.indexOf(row) : who ? rows.at.get(who) : -1;
    return line * wide + (iso ? (plan.days.get(iso)?.at ?? 0) + 1 : 0);
  }
}

const counted = (count) => (count === 1 ? "1 cell" : `${count} cells`);
