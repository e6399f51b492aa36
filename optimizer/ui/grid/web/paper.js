// Printing: a page of Streamlit hides everything but the grid. Our own print.css does the rest, inside the grid.

function dressPage(days) {
  const id = "schedule-grid-print", style = document.getElementById(id) || document.head.appendChild(make("style", "", "", { id }));
  const text = `@media print {
    @page { size: ${days > 14 ? "17in 11in" : "11in 8.5in"}; margin: 9mm }
    html, body, #root, .stApp, .stApp * { overflow: visible; height: auto; min-height: 0 }
    html, body, .stApp { background: white; color-scheme: light }
    .stApp, .stApp [data-testid] { position: static; padding-block: 0; gap: 0 }
    .stApp [data-testid="stMainBlockContainer"] { padding: 0; max-width: none }
    body :not(:has([data-schedule-grid])):not([data-schedule-grid]) { display: none !important }
  }`;
  if (style.textContent !== text) style.textContent = text;
}

// Which version it is, and when it was printed: a sheet on the wall must tell whether it is the newest.
function stampPage(root, issue) {
  const now = new Date(), month = now.toLocaleDateString("en", { month: "short" });
  const time = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const stamp = [issue, `printed ${now.getDate()} ${month} ${now.getFullYear()}, ${time}`].filter(Boolean).join("; ");
  for (const line of root.querySelectorAll(".issue")) line.textContent = stamp;
}
