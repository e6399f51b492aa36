// The mouse: take cells, drag a range, paint, all about a cell by the right button, and sentences on hover.

class Mouse {
  constructor(grid) {
    this.grid = grid;
    const { frame, root } = grid;
    frame.addEventListener("pointerdown", (event) => this.down(event));
    frame.addEventListener("pointerover", (event) => this.over(event));
    frame.addEventListener("dblclick", (event) => this.cellAt(event) && this.grid.toolbar.brush === null && this.grid.picker.open());
    frame.addEventListener("contextmenu", (event) => this.menu(event));
    frame.addEventListener("scroll", () => this.hide(), { passive: true });
    root.addEventListener("pointerover", (event) => this.hint(event));
    root.addEventListener("pointerleave", () => this.hide());
    this.tip = root.querySelector(".tip");
  }

  cellAt(event) {
    const cell = event.target.closest("td[data-who]");
    return cell && { who: cell.dataset.who, day: cell.dataset.day };
  }

  down(event) {
    const cell = this.cellAt(event);
    if (!cell || event.button) return;
    event.preventDefault();
    event.target.releasePointerCapture?.(event.pointerId);
    this.at = [event.clientX, event.clientY];
    if (this.grid.toolbar.brush !== null && this.grid.plan.data.editable) this.start(cell);
    else this.takeCell(cell, event.shiftKey);
  }

  takeCell(cell, extend) {
    this.dragging = true;
    this.grid.cursor.go(cell.who, cell.day, { extend });
  }

  start(cell) {
    this.stroke = new Map();
    this.dab(cell);
  }

  dab(cell) {
    const { plan, table, toolbar, cursor } = this.grid;
    cursor.go(cell.who, cell.day);
    this.stroke.set(place(cell.who, cell.day), { ...cell, code: toolbar.brush || null });
    table.cells.get(place(cell.who, cell.day)).classList.toggle("dabbed", !plan.cell(cell.who, cell.day).locked);
  }

  // A cell that comes below a pointer that rests, as the grid scrolls, is not dragged to.
  over(event) {
    const cell = this.cellAt(event), rests = this.at?.[0] === event.clientX && this.at[1] === event.clientY;
    if (!cell || rests) return;
    this.at = null;
    if (this.stroke) this.dab(cell);
    else if (this.dragging) this.grid.cursor.go(cell.who, cell.day, { extend: true });
  }

  up() {
    this.dragging = false;
    if (!this.stroke) return;
    const ops = [...this.stroke.values()];
    this.stroke = null;
    for (const { who, day } of ops) this.grid.table.cells.get(place(who, day))?.classList.remove("dabbed");
    this.grid.edits.put("paint", ops);
  }

  menu(event) {
    const cell = this.cellAt(event);
    if (!cell) return;
    event.preventDefault();
    this.grid.cursor.go(cell.who, cell.day);
    this.grid.openPanel();
  }

  hint(event) {
    const at = event.target.closest?.("[data-who], [data-tip]");
    const text = at && this.words(at);
    if (!text) return this.hide();
    this.tip.textContent = text;
    this.tip.hidden = false;
    this.stand(at.getBoundingClientRect());
  }

  words(at) {
    if (at.dataset.tip) return at.dataset.tip;
    const { who, day } = at.dataset, { plan, table } = this.grid, cell = plan.cell(who, day);
    const refusal = table.refusals.get(place(who, day));
    const said = [refusal && `Not changed: ${refusal}`, ...cell.findings.map((finding) => `${cell.must ? "!" : "~"} ${finding}`),
      cell.then && plan.coming(cell), plan.wish(cell), plan.turning(cell), cell.text.includes("+") || cell.text.includes("/") ? plan.named(cell.text) : "", cell.locked && "Locked", cell.note && `Note: ${cell.note}`];
    return said.filter(Boolean).join("\n");
  }

  stand(at) {
    const { offsetWidth, offsetHeight } = this.tip, below = at.bottom + 6 + offsetHeight < innerHeight;
    this.tip.style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
    this.tip.style.top = `${below ? at.bottom + 6 : at.top - offsetHeight - 6}px`;
  }

  hide() {
    this.tip.hidden = true;
  }
}
