// What is said, and what is still on its way. Knows nothing of how it looks.
const DAY = 86400000;

class Chat {
  constructor(wire, memory, changed) {
    this.wire = wire;
    this.memory = memory;
    this.changed = changed;
    this.tabs = new Tabs(wire.name, (kind, data) => this.told(kind, data));
    this.messages = new Map();
    this.votes = new Map();
    this.pending = [];
    this.revision = 0;
    this.thread = null;
    this.earlier = false;
    this.floor = { holder: "bot" };
    this.typing = null;
    this.online = navigator.onLine !== false;
    this.failures = 0;
    this.arrived = () => {};
    this.restore();
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.lost());
    document.addEventListener("visibilitychange", () => document.hidden || this.wake());
  }

  get started() {
    return this.memory.get("started") === true;
  }

  // Gets the session and what was said before. Asked again after a failure.
  async begin() {
    if (this.session || this.beginning) return this.beginning;
    this.broken = null;
    this.beginning = (async () => {
      try {
        this.session = await this.wire.session();
        this.memory.set("started", this.session.started);
        if (this.session.started) await this.load();
        this.ready = true;
        if (this.session.started) this.listen();
        this.pump();
      } catch (problem) {
        this.session = null;
        this.broken = problem;
      } finally {
        this.beginning = null;
        this.changed();
      }
    })();
    return this.beginning;
  }

  async load() {
    const seen = await this.wire.call("GET", "/messages");
    this.messages.clear();
    this.votes.clear();
    this.thread = seen.thread || null;
    this.revision = seen.revision;
    this.earlier = seen.earlier;
    this.take(seen, true);
  }

  async loadEarlier() {
    const first = Math.min(...this.messages.keys());
    const seen = await this.wire.call("GET", "/messages?before=" + first);
    this.earlier = seen.earlier;
    seen.messages.forEach((it) => this.voted(it) || this.messages.set(it.id, it));
    this.changed();
  }

  // Reads what is new above the revision known. Never two at once: what is told meanwhile is read after.
  async catchUp() {
    if (this.catching) {
      this.catchAgain = true;
      return;
    }
    this.catching = true;
    try {
      do {
        this.catchAgain = false;
        const seen = await this.wire.call("GET", "/messages?after=" + this.revision);
        if ((seen.thread || null) !== this.thread && this.thread) {
          seen.thread ? await this.load() : this.forget();
        } else {
          this.thread = seen.thread || null;
          this.revision = Math.max(this.revision, seen.revision);
          this.take(seen, false);
          this.catchAgain = this.catchAgain || seen.more;
        }
      } while (this.catchAgain);
      this.found();
    } catch (problem) {
      if (problem.status === 0) this.lost();
    } finally {
      this.catching = false;
      this.changed();
    }
  }

  take(seen, first) {
    let news = 0;
    for (const message of seen.messages) {
      if (this.voted(message)) continue;
      if (!this.messages.has(message.id) && message.from !== "visitor") news++;
      this.messages.set(message.id, message);
      if (message.clientId) this.settle(message.clientId);
      if (message.from !== "visitor") this.typing = null;
    }
    if (seen.floor) this.floor = seen.floor;
    if (this.floor.holder === "person" || news) this.expecting = false;
    if (news && !first) this.arrived(news);
    this.changed();
    this.report();
  }

  // A vote is no message: it says how an answer stands. The newest counts.
  voted({ id, content }) {
    if (content.type !== "vote") return false;
    const known = this.votes.get(content.to);
    if (!known || known.at < id) this.votes.set(content.to, { vote: content.vote, at: id });
    return true;
  }

  // Shown at once; taken back when it could not be stored.
  async vote(id, vote) {
    const before = this.votes.get(id) || { vote: "none", at: 0 };
    this.votes.set(id, { vote, at: before.at });
    this.changed();
    try {
      await this.wire.call("POST", "/messages/" + id + "/vote", { clientId: random(21), vote });
    } catch (problem) {
      this.votes.set(id, before);
      this.changed();
    }
  }

  // Everything was erased, or there never was anything.
  forget() {
    this.votes.clear();
    this.messages.clear();
    this.thread = null;
    this.revision = 0;
    this.earlier = false;
    this.floor = { holder: "bot" };
    this.memory.set("started", false);
    this.memory.drop("read");
    this.changed();
  }

  list() {
    return [...this.messages.values()].sort((a, b) => a.id - b.id);
  }

  // ---- what the visitor says

  say(said) {
    const entry = { clientId: random(21), at: new Date().toISOString(), ...said };
    this.pending.push(entry);
    this.keep(entry);
    this.changed();
    this.pump();
  }

  async attach(file, text) {
    const entry = { clientId: random(21), at: new Date().toISOString(), text, file, name: file.name, uploading: true };
    this.pending.push(entry);
    this.changed();
    await this.upload(entry);
  }

  async upload(entry) {
    try {
      const stored = await this.wire.call("POST", "/files", entry.file, {
        "content-type": entry.file.type || "application/octet-stream",
        "x-file-name": encodeURIComponent(entry.file.name)
      });
      entry.attachment = stored.attachment;
      entry.uploading = false;
      this.keep(entry);
      this.pump();
    } catch (problem) {
      entry.uploading = false;
      entry.failed = problem.message || "offline";
    }
    this.changed();
  }

  retry(entry) {
    entry.failed = null;
    entry.at = new Date().toISOString();
    if (entry.file && !entry.attachment) {
      entry.uploading = true;
      this.upload(entry);
    }
    this.changed();
    this.pump();
  }

  discard(entry) {
    this.settle(entry.clientId);
    this.changed();
  }

  keep({ file, uploading, stored, ...rest }) {
    this.memory.set("unsent:" + rest.clientId, rest);
  }

  restore() {
    this.pending = this.memory
      .keys("unsent:")
      .map((it) => this.memory.get(it))
      .filter((it) => it && it.clientId)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    for (const it of this.pending) if (Date.now() - Date.parse(it.at) > DAY) it.failed = "old";
  }

  settle(clientId) {
    this.pending = this.pending.filter((it) => it.clientId !== clientId);
    this.memory.drop("unsent:" + clientId);
  }

  // Sends one after another, in order. The same message twice is one message to the server.
  async pump() {
    if (this.pumping || !this.session) return;
    this.pumping = true;
    let wait = 1000;
    for (let entry = this.due(); entry; entry = this.due()) {
      try {
        await this.wire.call("POST", "/messages", this.words(entry));
        entry.stored = true;
        wait = 1000;
        this.began();
      } catch (problem) {
        if (problem.passing) {
          if (problem.status === 0) this.lost();
          await this.pause(Math.max(problem.retryAfter * 1000, wait));
          wait = Math.min(wait * 2, 15000);
        } else {
          entry.failed = problem.message || "refused";
          this.keep(entry);
        }
      }
      this.changed();
    }
    this.pumping = false;
  }

  due() {
    const first = this.pending.find((it) => !it.stored && !it.failed);
    return first && !first.uploading ? first : null;
  }

  words({ clientId, text, option, attachment }) {
    const page = { url: location.href, title: document.title, locale: navigator.language };
    return { clientId, text, option, attachment, page };
  }

  began() {
    this.expecting = this.floor.holder === "bot";
    clearTimeout(this.expectation);
    this.expectation = setTimeout(() => {
      this.expecting = false;
      this.changed();
    }, 14000);
    if (!this.started) {
      this.memory.set("started", true);
      this.tabs.tell("began");
    }
    this.listen();
    this.nudge();
    this.catchUp();
  }

  typed() {
    if (!this.started || !this.session || Date.now() - (this.typedAt || 0) < 3000) return;
    this.typedAt = Date.now();
    this.wire.call("POST", "/typing").catch(() => {});
  }

  // ---- what the visitor has seen

  last() {
    return this.list().filter((it) => it.from !== "visitor").pop();
  }

  unread() {
    const read = this.memory.get("read") || 0;
    return this.list().filter((it) => it.from !== "visitor" && it.id > read).length;
  }

  read() {
    const last = this.last();
    if (!last || last.id <= (this.memory.get("read") || 0)) return;
    this.memory.set("read", last.id);
    this.tabs.tell("read");
    this.report();
    this.changed();
  }

  // Tells the server once per new message what arrived and what was looked at.
  report() {
    clearTimeout(this.reporting);
    this.reporting = setTimeout(() => {
      const last = this.last();
      const read = this.memory.get("read") || 0;
      const told = last && last.id + "/" + Math.min(read, last.id);
      if (!last || told === this.memory.get("told")) return;
      this.memory.set("told", told);
      this.wire.call("POST", "/read", { delivered: last.id, read: Math.min(read, last.id) }).catch(() => this.memory.drop("told"));
    }, 400);
  }

  // ---- the stream

  listen() {
    this.tabs.lead(async () => {
      let wait = 500;
      for (;;) {
        const since = Date.now();
        try {
          await this.wire.stream((name, data) => {
            wait = 500;
            this.hear(name, data);
            this.tabs.tell(name, data);
          });
        } catch (problem) {
          if (problem.slug === "no-conversation-yet") {
            if (this.thread) this.forget();
            await this.pause(3600000);
          } else if (this.started) {
            this.catchUp();
          }
        }
        if (Date.now() - since > 60000) wait = 500;
        await this.pause(wait / 2 + Math.random() * wait);
        wait = Math.min(wait * 2, this.online ? 5000 : 30000);
      }
    });
  }

  hear(name, data) {
    if (name === "changed") {
      this.found();
      this.floor = data.floor;
      if (data.thread !== this.thread || data.revision > this.revision) this.catchUp();
      if (this.floor.holder === "person") this.expecting = false;
    } else if (name === "typing") {
      this.typing = data;
      clearTimeout(this.typingEnds);
      this.typingEnds = setTimeout(() => {
        this.typing = null;
        this.changed();
      }, 6000);
    } else if (name === "gone") {
      this.forget();
    }
    this.changed();
  }

  // Another tab said something.
  told(kind, data) {
    if (kind === "began") {
      if (this.session) {
        this.listen();
        this.nudge();
        this.catchUp();
      }
    } else if (kind !== "read") {
      this.hear(kind, data);
    }
    this.changed();
  }

  // Waits, but no longer than until there is hope again.
  pause(ms) {
    return Promise.race([sleep(ms), new Promise((done) => (this.wakers = [...(this.wakers || []), done]))]);
  }

  nudge() {
    (this.wakers || []).forEach((it) => it());
    this.wakers = [];
  }

  wake() {
    this.nudge();
    if (this.session && this.started) this.catchUp();
    else if (this.broken) this.begin();
  }

  found() {
    this.failures = 0;
    if (!this.online) {
      this.online = true;
      this.changed();
      this.nudge();
    }
  }

  lost() {
    if (navigator.onLine === false || ++this.failures > 1) this.online = false;
    this.changed();
  }
}
