// The schedule as it stands: what the server knows, with the changes on top that it has not acknowledged yet.

const EMPTY = Object.freeze({ text: "", changed: false, locked: false, request: "", label: "", findings: [], must: false, rotation: "", strays: false, then: "", note: "" });
const WISHES = { on: "Wants to work", off: "Wants off", leave: "Leave", blocked: "Blocked" };
const AWAY = new Set(["leave", "blocked"]);
const place = (who, day) => `${day} ${who}`;

class Plan {
  take(data, batches) {
    this.data = data;
    this.people = new Map(data.people.map((person) => [person.id, person]));
    this.days = new Map(data.days.map((day, at) => [day.iso, { ...day, at }]));
    this.codes = new Map(data.codes.map((code, at) => [code.code.toUpperCase(), { ...code, at }]));
    this.problems = data.problems.map((problem) => this.problemOf(problem));
    this.lay(batches);
  }

  problemOf([who, day, row, must = false, sentence = ""]) {
    const { days, coverage } = this.data;
    return { who, iso: days[day]?.iso ?? "", row: coverage[row]?.label ?? "", must, sentence };
  }

  lay(batches) {
    this.over = new Map();
    for (const batch of batches) for (const op of batch.ops) this.change(op);
  }

  change(op) {
    const at = place(op.who, op.day), before = this.over.get(at) || { waiting: true };
    this.over.set(at, "lock" in op ? { ...before, locked: op.lock } : { ...before, text: op.code || "" });
  }

  served(who, day) {
    const cell = this.data.cells[who]?.[this.days.get(day)?.at];
    return typeof cell === "string" ? { ...EMPTY, text: cell } : { ...EMPTY, ...cell };
  }

  cell(who, day) {
    const over = this.over.get(place(who, day));
    return over ? { ...this.served(who, day), ...over } : this.served(who, day);
  }

  // Codes that a letter types for a person: those of their roles first, and all when none fits.
  lettered(letter, who) {
    const same = this.data.codes.filter((code) => code.key && code.key.toUpperCase() === letter.toUpperCase());
    const fitting = same.filter((code) => this.fits(code, who));
    return fitting.length ? fitting : same;
  }

  fits(code, who) {
    const roles = this.people.get(who)?.roles ?? [];
    return !code.role || !roles.length || roles.includes(code.role);
  }

  codeOf(text) {
    return this.codes.get(text.split("+")[0].toUpperCase());
  }

  // The code as the unit writes it, "" for a day off, null when it is no code.
  read(text) {
    const word = text.trim();
    if (["", ".", "-", "–", "O", "OFF"].includes(word.toUpperCase()) && !this.codes.has(word.toUpperCase())) return "";
    const parts = word.split("+").map((part) => this.codes.get(part.trim().toUpperCase())?.code);
    return parts.every(Boolean) ? parts.join("+") : null;
  }

  // What stands in a cell without what only says why somebody is away, of which paper tells nothing.
  onPaper(text) {
    return text.split("+").filter((part) => !AWAY.has(this.codes.get(part.toUpperCase())?.kind)).join("+");
  }

  named(text) {
    if (!text) return "Off";
    return text.split("+").map((part) => this.codes.get(part.toUpperCase())?.name || part).join(" and ");
  }

  wish(cell) {
    return cell.request ? [WISHES[cell.request], cell.label].filter(Boolean).join(": ") : "";
  }

  // What a search would put there, as it is told before somebody takes it.
  coming(cell) {
    return `Now ${this.named(cell.text)}, then ${this.named(cell.then === "off" ? "" : cell.then)}`;
  }

  turning(cell) {
    return cell.rotation ? `${cell.strays ? "Not as the rotation" : "Rotation"}: ${cell.rotation}` : "";
  }

  // A cell as a sentence: for screen readers, and for the line below the grid.
  sentence(who, day, refusal) {
    const cell = this.cell(who, day), date = this.days.get(day), said = [this.named(cell.text)];
    if (cell.locked) said.push("Locked");
    if (this.wish(cell)) said.push(this.wish(cell));
    if (this.turning(cell)) said.push(this.turning(cell));
    if (cell.then) said.push(this.coming(cell));
    if (cell.changed) said.push("Changed");
    if (cell.note) said.push(`Note: ${cell.note}`);
    if (date.past) said.push("Before this period");
    said.push(...cell.findings);
    if (refusal) said.push(`Not changed: ${refusal}`);
    const where = [this.people.get(who).name, date.spoken, date.holiday].filter(Boolean).join(", ");
    return `${where}: ${said.map((part) => part.replace(/[.\s]+$/, "")).join(". ")}.`;
  }
}
