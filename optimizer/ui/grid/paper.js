// Printing: a page of Streamlit hides everything but the grid. Our own print.css does the rest, inside the grid.

function dressPage(days) {
  const id = "schedule-grid-print", style = document.getElementById(id) || document.head.appendChild(make("style", "", "", { id }));
  const text = `@media print {
    @page { size: ${days > 14 ? "17in 11in" : "11in 8.5in"}; margin: 9mm }
    html, body, #root, .stApp, .stApp * { overflow: visible; height: auto; min-height: 0 }
    html, body, .stApp { background: white; color-scheme: light }
    .stApp, .stApp [data-testid] { position: static; padding-block: 0; gap: 0 }
    .stApp [data-testid="stMainBlockContainer"] { padding: 0; max-width: none }
    .stApp :is([data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stToolbar"], [data-testid="stStatusWidget"],
      [data-testid="stDecoration"], [data-testid="stBottom"]) { display: none }
    .stApp [data-testid="stElementContainer"]:not(:has([data-schedule-grid])) { display: none }
  }`;
  if (style.textContent !== text) style.textContent = text;
}
