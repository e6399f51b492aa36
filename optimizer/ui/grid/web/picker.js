// The list of all codes at a cell: type to narrow it, Enter to take one.

class Picker {
  constructor(grid) {
    this.grid = grid;
    this.box = grid.root.querySelector(".picker");
    this.input = this.box.querySelector("input");
    this.list = this.box.querySelector("[role=listbox]");
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.narrow());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close(false));
    this.box.querySelector("[data-panel]").addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.close();
      this.grid.openPanel();
    });
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.take(option);
    });
  }

  open(at = this.grid.cursor.active) {
    if (!this.grid.cursor.who || !this.grid.plan.data.editable) return;
    this.box.hidden = false;
    this.input.value = "";
    this.narrow();
    this.stand(at);
    this.input.focus({ preventScroll: true });
  }

  stand(place) {
    const at = place.getBoundingClientRect(), { offsetWidth, offsetHeight } = this.box;
    const below = at.bottom + 4 + offsetHeight < innerHeight;
    this.box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
    this.box.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - offsetHeight - 4)}px`;
  }

  close(focus = true) {
    this.box.hidden = true;
    if (focus) this.grid.cursor.focus();
  }

  narrow() {
    const wanted = this.input.value.trim().toLowerCase(), who = this.grid.cursor.who;
    const off = { code: "", name: "Off", at: -1, key: "O" };
    const codes = [...this.grid.plan.codes.values(), off]
      .filter((code) => `${code.code} ${code.name}`.toLowerCase().includes(wanted))
      .sort((a, b) => this.rank(a, who, wanted) - this.rank(b, who, wanted));
    this.list.replaceChildren(...codes.map((code, at) => this.option(code, at)));
    this.aim(0);
  }

  // What is typed exactly comes first, then what the person can do.
  rank(code, who, wanted) {
    if (wanted && [code.code, code.name].some((word) => word.toLowerCase() === wanted)) return -1;
    return this.grid.plan.fits(code, who) ? 0 : 1;
  }

  option(code, at) {
    const option = make("div", "", "", { role: "option", id: `option-${at}`, "data-code": code.code });
    option.append(make("span", `chip ${code.code ? `filled code-${code.at}` : ""}`, code.code || "·"), make("span", "", code.name));
    return option;
  }

  aim(at) {
    this.at = clamp(at, this.list.children.length);
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.at)));
    const chosen = this.list.children[this.at];
    chosen?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", chosen?.id ?? "");
  }

  key(event) {
    event.stopPropagation();
    const chosen = this.list.children[this.at];
    const does = { ArrowDown: () => this.aim(this.at + 1), ArrowUp: () => this.aim(this.at - 1), Escape: () => this.close(),
      Enter: () => chosen && this.take(chosen), Tab: () => this.close() }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  take(option) {
    this.close();
    this.grid.edits.set(option.dataset.code);
  }
}
