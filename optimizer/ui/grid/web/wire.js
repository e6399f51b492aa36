// Changes on their way to the server. Each is kept, over a reload too, and sent again until it is acknowledged.

const PATIENCE = 3000, MOST_PATIENCE = 12000, PAINTED_AT_LAST = 150;

function freshSession() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Wire {
  // A reloaded page is a new session: what it had not got acknowledged is asked for again under new numbers, so that a
  // copied tab, which shares the storage, cannot use the numbers of the first.
  constructor(key) {
    this.shelf = `schedule-grid ${key}`;
    this.session = freshSession();
    this.seq = 0;
    this.version = 0;
    this.queue = [];
    this.patience = PATIENCE;
    this.flying = 0;
    this.looked = () => null;
    for (const batch of this.kept()) this.queue.push({ ...batch, seq: ++this.seq });
  }

  get batches() {
    return this.queue.filter((asked) => asked.ops);
  }

  add(kind, ops) {
    this.queue.push({ seq: ++this.seq, version: this.version, kind, ops });
    this.keep();
    this.soon();
  }

  // The cell is painted first, for to send takes Streamlit some time; a hidden page paints nothing, so it waits by clock.
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAINTED_AT_LAST);
    requestAnimationFrame(() => setTimeout(() => this.flush()));
  }

  act(what) {
    this.queue.push({ seq: ++this.seq, what });
    this.flush();
  }

  hear(data) {
    this.version = data.version;
    if (data.session !== this.session) return;
    this.queue = this.queue.filter((asked) => asked.seq > data.ack);
    if (this.flying && data.ack >= this.flying) this.landed();
    this.keep();
  }

  landed() {
    this.flying = 0;
    this.patience = PATIENCE;
  }

  // One request at a time; after a while without an answer the same again, each time a little later.
  flush() {
    clearTimeout(this.timer);
    if (!this.queue.length) return;
    const wait = this.flying ? this.sentAt + this.patience - performance.now() : 0;
    if (wait > 0) this.timer = setTimeout(() => this.flush(), wait);
    else this.dispatch();
  }

  dispatch() {
    if (this.flying) this.patience = Math.min(2 * this.patience, MOST_PATIENCE);
    this.sentAt = performance.now();
    if (this.queue[0].what) this.sendAct(this.queue[0]);
    else this.sendBatches();
    this.timer = setTimeout(() => this.flush(), this.patience);
  }

  sendAct(act) {
    act.version ??= this.version;
    this.flying = act.seq;
    this.send("act", { session: this.session, ...act });
  }

  sendBatches() {
    const end = this.queue.findIndex((asked) => asked.what);
    const batches = end < 0 ? this.queue : this.queue.slice(0, end);
    this.flying = batches.at(-1).seq;
    this.send("edit", { session: this.session, version: this.version, batches: structuredClone(batches), at: this.looked() });
  }

  hurry() {
    this.landed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 500);
  }

  late() {
    return this.queue.length > 0 && this.patience > PATIENCE;
  }

  rest() {
    clearTimeout(this.timer);
  }

  keep() {
    try {
      if (this.batches.length) sessionStorage.setItem(this.shelf, JSON.stringify(this.batches));
      else sessionStorage.removeItem(this.shelf);
    } catch { /* A browser may forbid storage; then changes last as long as the page. */ }
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.shelf)) || [];
    } catch {
      return [];
    }
  }
}
