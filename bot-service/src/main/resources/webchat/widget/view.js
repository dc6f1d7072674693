// What it looks like. One tree in a shadow root; lists are reconciled by key, so that nothing that stays is drawn anew.
const PHONE = "(max-width: 520px)";

class View {
  constructor(chat, settings, t) {
    this.chat = chat;
    this.settings = settings;
    this.t = t;
    this.drawn = new Map();
    this.tray = [];
    this.stick = true;
    this.host = document.createElement("relevo-chat");
    const night = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => this.host.setAttribute("data-theme", settings.theme === "auto" ? (night.matches ? "dark" : "light") : settings.theme);
    night.addEventListener("change", theme);
    theme();
    this.host.setAttribute("data-position", settings.position);
    this.host.lang = settings.language;
    this.root = this.host.attachShadow({ mode: "open" });
    this.dress();
    this.build();
    document.body.append(this.host);
    chat.arrived = (count) => this.arrived(count);
  }

  dress() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      this.root.adoptedStyleSheets = [sheet];
    } catch {
      this.root.append(h("style", {}, STYLE));
    }
  }

  build() {
    const t = this.t;
    this.badge = h("span", { class: "badge", hidden: true });
    this.launcher = h(
      "button",
      { class: "launcher", type: "button", "aria-label": t("open"), "aria-expanded": "false", onclick: () => this.toggle() },
      h("span", { class: "baton" }),
      this.badge
    );
    this.avatar = h("div", { class: "avatar", "aria-hidden": "true" });
    this.title = h("b", { class: "title", id: "title" });
    this.subtitle = h("span", { class: "subtitle" });
    this.bell = h("button", { class: "tool", type: "button", onclick: () => this.toggleSound() });
    this.header = h(
      "header",
      {},
      this.avatar,
      h("div", { class: "names" }, this.title, this.subtitle),
      this.bell,
      h("button", { class: "tool", type: "button", "aria-label": t("close"), title: t("close"), onclick: () => this.hide() }, icon("close"))
    );
    this.banner = h("div", { class: "banner", role: "status" });
    this.list = h("div", { class: "list" });
    this.dots = h("div", { class: "typing", hidden: true }, h("i"), h("i"), h("i"));
    this.log = h(
      "div",
      { class: "log", role: "log", "aria-live": "polite", "aria-label": t("log"), tabindex: "0", onscroll: () => this.scrolled() },
      this.list,
      this.dots
    );
    this.jump = h("button", { class: "jump", type: "button", hidden: true, onclick: () => this.bottom(true) }, icon("down", 16), h("span"));
    this.form = this.composer();
    this.said = h("div", { class: "quiet", "aria-live": "polite" });
    this.panel = h(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
      this.header,
      h("div", { class: "floor", "aria-hidden": "true" }, h("i")),
      this.banner,
      h("div", { class: "middle" }, this.log, this.jump),
      this.form,
      this.said,
      h("div", { class: "dropzone", hidden: true }, t("drop"))
    );
    this.frame = h("div", { class: "frame" }, this.panel, this.launcher);
    this.frame.addEventListener("keydown", (event) => this.key(event));
    this.dropping();
    this.root.append(this.frame);
    this.draw();
  }

  composer() {
    const t = this.t;
    this.input = h("textarea", { rows: "1", placeholder: t("placeholder"), "aria-label": t("message"), maxlength: "4096", enterkeyhint: "send" });
    this.input.addEventListener("input", () => this.written());
    this.input.addEventListener("paste", (event) => this.add([...event.clipboardData.files]) && event.preventDefault());
    this.picker = h("input", { type: "file", hidden: true, multiple: true, tabindex: "-1", "aria-hidden": "true" });
    this.picker.addEventListener("change", () => {
      this.add([...this.picker.files]);
      this.picker.value = "";
    });
    this.button = h("button", { class: "send", type: "submit", "aria-label": t("send"), title: t("send"), disabled: true }, icon("send"));
    this.shelf = h("div", { class: "shelf", hidden: true });
    this.count = h("span", { class: "count", hidden: true });
    return h(
      "form",
      {
        class: "compose",
        onsubmit: (event) => {
          event.preventDefault();
          this.submit();
        }
      },
      this.shelf,
      h(
        "div",
        { class: "line" },
        h("button", { class: "tool", type: "button", "aria-label": t("attach"), title: t("attach"), onclick: () => this.picker.click() }, icon("clip")),
        this.picker,
        this.input,
        this.count,
        this.button
      )
    );
  }

  // ---- opening and closing

  get phone() {
    return matchMedia(PHONE).matches;
  }

  toggle() {
    this.open ? this.hide() : this.show(true);
  }

  show(focus) {
    if (this.open) return;
    this.open = true;
    this.chat.memory.set("closed", false);
    this.panel.hidden = false;
    this.frame.classList.add("open");
    this.launcher.setAttribute("aria-expanded", "true");
    this.launcher.setAttribute("aria-label", this.t("close"));
    this.modal(this.phone);
    this.chat.begin();
    this.draw();
    this.bottom(false);
    if (focus) (matchMedia("(pointer: coarse)").matches ? this.log : this.input).focus({ preventScroll: true });
  }

  hide() {
    this.open = false;
    this.chat.memory.set("closed", true);
    this.panel.hidden = true;
    this.frame.classList.remove("open");
    this.launcher.setAttribute("aria-expanded", "false");
    this.modal(false);
    this.draw();
    this.launcher.focus({ preventScroll: true });
  }

  // On a phone the chat is the page: nothing behind it scrolls, and it ends where the keyboard begins.
  modal(on) {
    this.panel.setAttribute("aria-modal", String(on));
    const page = document.documentElement;
    if (on && !this.fit) {
      this.before = page.style.overflow;
      page.style.overflow = "hidden";
      const port = window.visualViewport;
      this.fit = () => {
        this.host.style.setProperty("--height", port.height + "px");
        this.host.style.setProperty("--top", port.offsetTop + "px");
        if (this.stick) this.bottom(false);
      };
      if (port) {
        port.addEventListener("resize", this.fit);
        port.addEventListener("scroll", this.fit);
        this.fit();
      }
    } else if (!on && this.fit) {
      page.style.overflow = this.before;
      if (window.visualViewport) {
        window.visualViewport.removeEventListener("resize", this.fit);
        window.visualViewport.removeEventListener("scroll", this.fit);
      }
      this.fit = null;
    }
  }

  key(event) {
    if (event.key === "Escape" && this.open) {
      event.stopPropagation();
      this.hide();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target === this.input) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Tab" && this.open) {
      this.trap(event);
    }
  }

  // Tab goes round inside the chat; Escape leaves it.
  trap(event) {
    const stops = [...this.panel.querySelectorAll("button, a[href], textarea, [tabindex='0']")].filter(
      (it) => !it.disabled && !it.closest("[hidden]")
    );
    const at = stops.indexOf(this.root.activeElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : at === stops.length - 1 ? 0 : at + 1;
    if ((event.shiftKey && at <= 0) || (!event.shiftKey && at === stops.length - 1)) {
      event.preventDefault();
      stops[next].focus();
    }
  }

  // ---- writing

  written() {
    this.input.style.height = "auto";
    this.input.style.height = Math.min(this.input.scrollHeight, 132) + "px";
    const left = 4096 - this.input.value.length;
    this.count.hidden = left > 300;
    this.count.textContent = left;
    this.count.title = this.t("left", left);
    this.button.disabled = !this.input.value.trim() && !this.tray.length;
    if (this.input.value) this.chat.typed();
  }

  submit() {
    const text = this.input.value.trim();
    if (!text && !this.tray.length) return;
    const [first, ...others] = this.tray;
    if (first) this.chat.attach(first, text);
    else this.chat.say({ text });
    others.forEach((it) => this.chat.attach(it, ""));
    this.tray = [];
    this.input.value = "";
    this.written();
    this.drawShelf();
    this.bottom(true);
  }

  pick(option) {
    this.chat.say({ option: { id: option.id, label: option.label } });
    this.bottom(true);
    this.input.focus({ preventScroll: true });
  }

  // Called by the page: data-relevo-say.
  say(text) {
    this.show(true);
    this.chat.say({ text });
    this.bottom(true);
  }

  add(files) {
    const bound = this.chat.session ? this.chat.session.limits.fileBytes : 10485760;
    for (const file of files) {
      if (file.size > bound) this.note(this.t("tooLarge", Math.floor(bound / 1048576)));
      else if (this.tray.length < 5) this.tray.push(file);
    }
    this.drawShelf();
    this.written();
    if (files.length) this.input.focus({ preventScroll: true });
    return files.length > 0;
  }

  dropping() {
    const zone = this.panel.lastElementChild;
    const over = (on) => (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      zone.hidden = !on;
    };
    this.panel.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    this.panel.addEventListener("drop", (event) => {
      over(false)(event);
      this.add([...event.dataTransfer.files]);
    });
  }

  drawShelf() {
    this.shelf.hidden = !this.tray.length;
    this.shelf.replaceChildren(
      ...this.tray.map((file) =>
        h(
          "span",
          { class: "chip" },
          this.thumb(file),
          h("span", { class: "name" }, file.name),
          h(
            "button",
            {
              type: "button",
              class: "tool small",
              "aria-label": this.t("remove", file.name),
              onclick: () => {
                this.tray = this.tray.filter((it) => it !== file);
                this.drawShelf();
                this.written();
                this.input.focus();
              }
            },
            icon("close", 14)
          )
        )
      )
    );
  }

  // A preview, where the page's own policy lets us show one.
  thumb(file) {
    if (!file.type.startsWith("image/")) return icon("file", 18);
    const url = URL.createObjectURL(file);
    const image = h("img", { src: url, alt: "" });
    image.addEventListener("error", () => image.replaceWith(icon("file", 18)));
    image.addEventListener("load", () => URL.revokeObjectURL(url));
    return image;
  }

  // A sentence that goes by itself.
  note(text) {
    this.noted = text;
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      this.noted = null;
      this.draw();
    }, 6000);
    this.draw();
  }

  // ---- sound

  toggleSound() {
    this.chat.memory.set("sound", !this.chat.memory.get("sound"));
    if (this.chat.memory.get("sound")) this.ring();
    this.draw();
  }

  ring() {
    try {
      this.audio = this.audio || new AudioContext();
      [660, 880].forEach((pitch, at) => {
        const tone = this.audio.createOscillator();
        const gain = this.audio.createGain();
        const start = this.audio.currentTime + at * 0.12;
        tone.frequency.value = pitch;
        gain.gain.setValueAtTime(0.0001, start);
        gain.gain.exponentialRampToValueAtTime(0.08, start + 0.02);
        gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
        tone.connect(gain).connect(this.audio.destination);
        tone.start(start);
        tone.stop(start + 0.22);
      });
    } catch {
      // A browser without sound is a quiet one.
    }
  }

  arrived(count) {
    if ((!this.open || document.hidden) && this.chat.memory.get("sound")) this.ring();
    if (this.open && !this.stick) this.missed = (this.missed || 0) + count;
  }

  // ---- drawing

  // At most once a frame; a hidden tab draws when it is looked at.
  draw() {
    if (this.drawing) return;
    this.drawing = true;
    const now = () => {
      this.drawing = false;
      this.redraw();
    };
    document.hidden ? setTimeout(now, 50) : requestAnimationFrame(now);
  }

  redraw() {
    this.drawHeader();
    this.drawBanner();
    this.drawList();
    this.drawVotes();
    this.drawLauncher();
    this.bell.replaceChildren(icon(this.chat.memory.get("sound") ? "bell" : "mute"));
    const label = this.t(this.chat.memory.get("sound") ? "soundOff" : "soundOn");
    this.bell.setAttribute("aria-label", label);
    this.bell.title = label;
    const person = this.chat.typing ? this.chat.typing.from === "person" : false;
    this.dots.hidden = !(this.chat.typing || this.chat.expecting);
    this.dots.classList.toggle("person", person);
    const typing = this.dots.hidden ? "" : person ? this.t("typingPerson", this.chat.typing.name || this.t("team")) : this.t("typingBot");
    if (this.said.textContent !== typing) this.said.textContent = typing;
    this.input.disabled = Boolean(this.chat.broken && !this.chat.session);
    if (this.stick) this.bottom(false);
    if (this.open && this.stick && !document.hidden) this.chat.read();
  }

  drawHeader() {
    const t = this.t;
    const business = this.chat.session ? this.chat.session.business : this.settings.title || "";
    const floor = this.chat.floor;
    const person = floor.holder === "person";
    this.frame.dataset.floor = floor.holder;
    this.frame.classList.toggle("waits", person && !floor.name);
    this.title.textContent = (person && floor.name) || business || t("assistant");
    this.subtitle.textContent = person
      ? floor.name
        ? t("teamOf", business)
        : t("waiting")
      : this.chat.session && this.chat.session.someoneIsThere
        ? t("someone")
        : t("instant");
    const initials = (text) => (text || "").split(/\s+/).slice(0, 2).map((it) => it[0] || "").join("").toUpperCase();
    this.avatar.textContent = person ? initials(floor.name) || "…" : initials(business) || "";
    this.panel.setAttribute("aria-label", t("chat", business));
  }

  drawBanner() {
    const problem = this.chat.broken && !this.chat.session;
    const text = problem ? this.chat.broken.message || this.t("broken") : this.noted || (this.chat.online ? "" : this.t("offline"));
    const key = text + problem;
    if (this.banner.dataset.key === key) return;
    this.banner.dataset.key = key;
    this.banner.replaceChildren();
    if (!text) return;
    this.banner.append(icon("alert", 16), h("span", {}, text));
    if (problem) this.banner.append(h("button", { type: "button", class: "link", onclick: () => this.chat.begin() }, this.t("again")));
  }

  drawLauncher() {
    const unread = this.open ? 0 : this.chat.unread();
    this.badge.hidden = !unread;
    this.badge.textContent = unread > 99 ? "99+" : unread;
    const news = unread ? ". " + (unread === 1 ? this.t("news1") : this.t("news", unread)) : "";
    this.launcher.setAttribute("aria-label", this.t(this.open ? "close" : "open") + news);
    this.jump.hidden = this.stick;
    this.jump.classList.toggle("news", Boolean(this.missed));
    this.jump.lastElementChild.textContent = this.missed ? (this.missed === 1 ? this.t("news1") : this.t("news", this.missed)) : this.t("latest");
  }

  drawList() {
    if (!this.open) return;
    const items = timeline(this.chat, this.settings, this.t);
    this.list.setAttribute("aria-busy", String(!this.chat.ready));
    const kept = new Set();
    let before = null;
    for (const item of items) {
      kept.add(item.key);
      const known = this.drawn.get(item.key);
      let node = known && known.node;
      if (!known || known.state !== item.state) {
        node = item.make(this);
        if (known) known.node.replaceWith(node);
        this.drawn.set(item.key, { node, state: item.state });
      }
      const place = before ? before.nextSibling : this.list.firstChild;
      if (place !== node) this.list.insertBefore(node, place);
      before = node;
    }
    for (const [key, { node }] of this.drawn) {
      if (kept.has(key)) continue;
      node.remove();
      this.drawn.delete(key);
    }
  }

  vote(id, vote) {
    const now = this.chat.votes.get(id);
    this.chat.vote(id, now && now.vote === vote ? "none" : vote);
  }

  // In place, so that the thumb that was tapped keeps the focus.
  drawVotes() {
    for (const group of this.list.querySelectorAll(".ask")) {
      const vote = (this.chat.votes.get(Number(group.dataset.answer)) || {}).vote || "none";
      if (group.dataset.voted === vote) continue;
      group.dataset.voted = vote;
      group.firstElementChild.textContent = this.t(vote === "none" ? "helpful" : "thanks");
      for (const thumb of group.querySelectorAll("button")) thumb.setAttribute("aria-pressed", String(thumb.dataset.vote === vote));
    }
  }

  scrolled() {
    this.stick = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 48;
    if (this.stick) this.missed = 0;
    this.draw();
  }

  bottom(stick) {
    if (stick) this.stick = true;
    this.log.scrollTop = this.log.scrollHeight;
  }
}
