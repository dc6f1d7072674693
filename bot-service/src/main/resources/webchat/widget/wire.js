// The protocol (docs/webchat.md): requests with the visitor's token, and the event stream read by fetch.
class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail || "");
    this.status = status;
    this.slug = (body.type || "").replace("/problems/", "");
    this.retryAfter = Number(retryAfter) || 0;
  }

  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

class Wire {
  constructor(base, channel, language, memory) {
    this.base = base;
    this.root = base + "/webchat/v1/" + encodeURIComponent(channel);
    this.language = language;
    this.memory = memory;
    this.name = "relevo:" + this.root;
  }

  // One visitor per browser, also when two tabs begin at the same moment.
  async session() {
    const ask = () =>
      this.fetch("POST", "/sessions", { deviceKey: this.memory.get("device"), language: this.language }, {});
    const locks = !this.memory.get("device") && this.memory.store && navigator.locks;
    const session = await (locks ? navigator.locks.request(this.name + ":device", async () => this.keep(await ask())) : ask());
    return this.keep(session);
  }

  keep(session) {
    this.memory.set("device", session.deviceKey);
    this.token = session.token;
    this.expires = Date.parse(session.expiresAt);
    return session;
  }

  async call(method, path, body, headers) {
    if (!this.token || Date.now() > this.expires - 60000) await this.session();
    try {
      return await this.fetch(method, path, body, { ...headers, authorization: "Bearer " + this.token });
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      await this.session();
      return this.fetch(method, path, body, { ...headers, authorization: "Bearer " + this.token });
    }
  }

  async fetch(method, path, body, headers) {
    const raw = body instanceof Blob;
    const response = await this.open(method, path, {
      headers: body && !raw ? { "content-type": "application/json", ...headers } : headers,
      body: body && !raw ? JSON.stringify(body) : body,
      signal: AbortSignal.timeout ? AbortSignal.timeout(raw ? 120000 : 20000) : undefined
    });
    return response.status === 204 ? null : response.json();
  }

  async open(method, path, options) {
    let response;
    try {
      response = await fetch(this.root + path, { method, mode: "cors", credentials: "omit", cache: "no-store", ...options });
    } catch (cause) {
      throw new Problem(0, {}, 0);
    }
    if (response.ok) return response;
    const body = await response.json().catch(() => ({}));
    throw new Problem(response.status, body, response.headers.get("retry-after"));
  }

  // Reads the stream until it ends; a stream that says nothing for 40 seconds is dead.
  async stream(hear) {
    if (!this.token || Date.now() > this.expires - 60000) await this.session();
    const abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), 12000);
    this.hangUp = () => abort.abort();
    try {
      const response = await this.open("GET", "/events", {
        headers: { authorization: "Bearer " + this.token, accept: "text/event-stream" },
        signal: abort.signal
      });
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let rest = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), 40000);
        rest += decoder.decode(value, { stream: true });
        const events = rest.split("\n\n");
        rest = events.pop();
        events.forEach((it) => this.event(it, hear));
      }
    } catch (problem) {
      if (problem.status === 401) this.token = null;
      throw problem;
    } finally {
      clearTimeout(watchdog);
      this.hangUp = null;
      abort.abort();
    }
  }

  event(text, hear) {
    let name = "";
    let data = "";
    for (const line of text.split("\n")) {
      if (line.startsWith("event:")) name = line.slice(6).trim();
      if (line.startsWith("data:")) data += line.slice(5);
    }
    if (name) hear(name, data ? JSON.parse(data) : {});
  }
}
