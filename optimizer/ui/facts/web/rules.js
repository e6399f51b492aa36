// Rules as sentences, whose numbers are changed where they stand. Whatever stands in them is written as text alone.

const HOW = [["must", "must be kept"], ["priced", "can bend, for"], ["off", "is off"]];

function make(tag, className = "", text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== "") element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

class Rules {
  constructor(root) {
    this.root = root;
    this.open = new Map();
    this.asked = 0;
    this.typed = new Map();
    root.addEventListener("change", (event) => this.take(event.target));
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("toggle", ({ target }) => this.open.set(target.dataset.group, target.open), true);
  }

  update(data, send) {
    this.send = send;
    if (data.session !== this.session) Object.assign(this, { session: data.session, asked: data.ack });
    if (data.ack >= this.asked) this.typed.clear();
    const shape = JSON.stringify(data);
    if (shape === this.shape) return;
    const held = this.root.getRootNode().activeElement?.dataset.at;
    Object.assign(this, { shape, data });
    this.root.replaceChildren(...data.groups.filter(({ rules }) => rules.length).map((group) => this.group(group)));
    if (held) this.root.querySelector(`[data-at="${CSS.escape(held)}"]`)?.focus();
  }

  group({ name, title, open, rules }) {
    const box = make("details", "", "", { "data-group": name }), list = make("ul");
    box.open = this.open.get(name) ?? open;
    list.append(...rules.map((rule) => this.line(rule)));
    box.append(make("summary", "", `${title} (${rules.length})`), list);
    return box;
  }

  line(rule) {
    const line = make("li", rule.changed ? "changed" : ""), said = make("p");
    said.append(make("b", "", rule.title), ": ", ...rule.pieces.map(([text, setting], at) => (setting ? this.field(rule, setting, text, this.around(rule, at)) : text)));
    line.append(said, this.counts(rule));
    return line;
  }

  // What a number is about, for those who listen: the words before and after it.
  around({ title, pieces }, at) {
    const words = [pieces[at - 1], pieces[at + 1]].map((piece) => (piece?.[0] ?? "").trim());
    return `${title}: ${words.join(" … ")}`;
  }

  field(rule, setting, text, label) {
    const value = this.typed.get(`${rule.row} ${setting}`) ?? text;
    const field = make("input", "", "", { type: "text", inputmode: "decimal", autocomplete: "off", value, "aria-label": label });
    field.style.width = `calc(${Math.max(2, value.length)}ch + 18px)`;
    return this.named(field, rule, setting);
  }

  named(field, rule, setting) {
    Object.assign(field.dataset, { at: `${rule.row} ${setting}`, row: rule.row, rule: rule.key, setting });
    return field;
  }

  counts(rule) {
    const box = make("span", "counts"), how = this.named(make("select", "", "", { "aria-label": `${rule.title}: how it counts` }), rule, "how");
    const ways = rule.always ? HOW.slice(0, 1) : HOW;
    how.append(...ways.map(([value, text]) => make("option", "", text, { value })));
    how.value = rule.how;
    box.append(how);
    if (rule.how === "priced") box.append(this.field(rule, "points", rule.points, `${rule.title}: points per ${rule.unit}`), `points per ${rule.unit}`);
    return box;
  }

  take(field) {
    const { at, row, rule, setting } = field.dataset;
    if (!at) return;
    this.typed.set(at, field.value);
    this.edits = [...(this.typed.size > 1 ? this.edits : []).filter((edit) => edit.at !== at), { at, row: Number(row), rule, setting, value: field.value }];
    this.asked += 1;
    this.send({ number: this.asked, edits: this.edits.map(({ at: _, ...edit }) => edit) });
  }

  key(event) {
    if (event.target.tagName !== "INPUT") return;
    if (event.key === "Enter") event.target.blur();
    if (event.key !== "Tab") event.stopPropagation();
  }
}

const pages = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!pages.has(parentElement)) pages.set(parentElement, new Rules(parentElement.querySelector(".rules")));
  pages.get(parentElement).update(data, (value) => setTriggerValue("edit", value));
}
