// The tabs of one browser share one event stream: whoever holds the lock listens and tells the others.
// Where a browser has no locks or no channel between tabs, every tab listens for itself.
class Tabs {
  constructor(name, hear) {
    this.name = name;
    const able = "BroadcastChannel" in window && navigator.locks;
    this.line = able ? new BroadcastChannel(name) : null;
    if (this.line) this.line.onmessage = (message) => hear(message.data.kind, message.data.data);
  }

  tell(kind, data) {
    if (this.line) this.line.postMessage({ kind, data });
  }

  // Runs once this tab is the one to listen; it stays that until the page is left.
  lead(listen) {
    if (this.leading) return;
    this.leading = true;
    if (this.line) {
      navigator.locks.request(this.name + ":ear", listen).catch(() => listen());
    } else {
      listen();
    }
  }
}
