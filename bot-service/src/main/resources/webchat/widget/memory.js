// What this browser keeps for a channel. Where it may keep nothing, the chat works until the page is left.
class Memory {
  constructor(name) {
    this.name = name;
    this.kept = {};
    try {
      this.store = window.localStorage;
      this.store.getItem(name);
    } catch {
      this.store = null;
    }
  }

  get(key) {
    try {
      const text = this.store ? this.store.getItem(this.name + ":" + key) : this.kept[key];
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  set(key, value) {
    const text = JSON.stringify(value);
    this.kept[key] = text;
    try {
      if (this.store) this.store.setItem(this.name + ":" + key, text);
    } catch {
      this.store = null;
    }
  }

  drop(key) {
    delete this.kept[key];
    try {
      if (this.store) this.store.removeItem(this.name + ":" + key);
    } catch {
      this.store = null;
    }
  }

  // Keys beginning with a word; each unsent message has one of its own, so that tabs do not overwrite each other.
  keys(word) {
    const start = this.name + ":" + word;
    const all = this.store ? Object.keys(this.store) : Object.keys(this.kept).map((it) => this.name + ":" + it);
    return all.filter((it) => it.startsWith(start)).map((it) => it.slice(this.name.length + 1));
  }
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

function random(length) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (it) => "abcdefghijklmnopqrstuvwxyz0123456789_-ABCDEFGHIJKLMNOPQRSTUVWXYZ"[it & 63]).join("");
}
