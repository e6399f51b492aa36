// What is typed into tables and not saved stays with the tab of the browser: a reload begins a new session on the server.

const heard = new Set();

export default function ({ data, setTriggerValue }) {
  const { place, revision, session, typed } = data, first = !heard.has(session + place);
  heard.add(session + place);
  try {
    const kept = JSON.parse(sessionStorage.getItem(place));
    if (typed) sessionStorage.setItem(place, JSON.stringify({ revision, typed }));
    else if (first && kept?.revision === revision) setTriggerValue("restore", kept.typed);
    else sessionStorage.removeItem(place);
  } catch { /* A browser may forbid storage, or have no room; then what is typed lasts as long as the page. */ }
}
