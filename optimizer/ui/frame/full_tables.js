// A table of Streamlit's takes of pasted rows as many as it has lines from the cell in hand on, and says nothing of the
// rest. So rows that do not all fit are refused as a whole, with a sentence that says where room is made.
(() => {
  if (window.tablesRefuse) return;
  window.tablesRefuse = true;

  const SHOWN = 20000;
  const tableOf = (node) => node?.closest?.(".stDataFrame") ?? null;
  let last = null;

  // While a cell is written in, the input stands outside its table, and what is pasted goes into that cell alone.
  window.addEventListener("pointerdown", ({ target }) => { last = tableOf(target); hide(); }, true);

  window.addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea")) return;
    const table = tableOf(document.activeElement) ?? last;
    const room = table && roomIn(table);
    const rows = rowsIn(event.clipboardData?.getData("text/plain") ?? "");
    if (room === null || rows <= room) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    say(`${rows} rows were copied, and this table has ${room} ${room === 1 ? "line" : "lines"} from here on: `
      + "nothing was pasted. Choose \u201cMore blank lines\u201d below the table, or paste fewer rows.");
  }, true);

  // How many lines there are from the cell in hand to the last; null where no cell is in hand, or nothing is known.
  function roomIn(table) {
    const grid = table.querySelector("[role=grid]");
    const cell = grid?.querySelector("td[aria-selected=true]");
    const row = Number(cell?.parentElement.getAttribute("aria-rowindex"));
    const all = Number(grid?.getAttribute("aria-rowcount"));
    return row && all ? all - row + 1 : null;
  }

  // Rows as a spreadsheet copies them; a line break inside quotation marks is no new row.
  function rowsIn(text) {
    const plain = text.replace(/(^|[\t\n])"(?:[^"]|"")*"(?=[\t\r\n]|$)/g, "$1");
    return plain.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").length;
  }

  function say(sentence) {
    hide();
    const told = document.createElement("div");
    told.className = "too-many";
    told.setAttribute("role", "alert");
    told.textContent = sentence;
    document.body.append(told);
    setTimeout(() => told.remove(), SHOWN);
  }

  function hide() {
    document.querySelector(".too-many")?.remove();
  }
})();
