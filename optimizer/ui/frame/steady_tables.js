// A table of Streamlit's takes a cell in hand only when it has drawn that the pointer is over it. A press that comes
// sooner, from a quick hand or on a busy machine, it half forgets: the next key then writes over the first line.
// So such a press is held until the table is ready for it.
(() => {
  if (window.tablesAreSteady) return;
  window.tablesAreSteady = true;

  const DRAWN_AFTER = 20;
  const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
  const tableOf = ({ isTrusted, target }) => isTrusted && target.closest?.(".stDataFrameGlideDataEditor");
  const onceDrawn = (what) => requestAnimationFrame(() => setTimeout(what, DRAWN_AFTER));
  let over = null, ready = null, held = null;

  window.addEventListener("pointermove", (event) => {
    const table = tableOf(event);
    if (table === over) return;
    over = table;
    ready = null;
    if (table) onceDrawn(() => { ready = over; });
  }, true);

  for (const type of PRESS) window.addEventListener(type, (event) => {
    const table = tableOf(event);
    if (type === "pointerdown" && table && table !== ready && !held && event.pointerType !== "touch") hold();
    if (!held || !table) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    held.push(event);
  }, true);

  function hold() {
    held = [];
    onceDrawn(letGo);
  }

  function letGo() {
    const events = held;
    held = null;
    ready = over;
    for (const event of events) {
      if (event.type === "pointerdown") event.target.focus?.({ preventScroll: true });
      event.target.dispatchEvent(new event.constructor(event.type, event));
    }
  }
})();
