// Messages, the lines between them, and how each is drawn. A line is only drawn anew when its state changed.
function timeline(chat, settings, t) {
  const items = [];
  const messages = chat.list();
  const spoken = [...messages, ...chat.pending.map((it) => ({ pending: it, from: "visitor", at: it.at }))];
  const lastOwn = spoken.map((it) => it.from).lastIndexOf("visitor");
  const line = (key, text, kind) =>
    items.push({ key, state: text, make: () => h("div", { class: "mark " + (kind || "") }, ...signed(text, kind)) });
  if (chat.broken && !chat.session) return [];
  if (!chat.ready && !messages.length) return [{ key: "skeleton", state: "", make: () => skeleton(t) }];
  if (chat.earlier) items.push({ key: "earlier", state: "", make: () => earlier(chat, t) });
  else if (chat.session) items.push(greeting(chat, settings, spoken.length === 0));
  let day = "";
  let before = null;
  spoken.forEach((message, at) => {
    const today = dayOf(message.at, settings.language, t);
    if (today !== day) line("day " + today, (day = today), "day");
    if (message.from === "person" && (!before || before.from !== "person" || before.name !== message.name)) {
      const name = message.name;
      if (!before || lastSpeaker(spoken, at) !== "person " + name) line("took " + message.id, t(name ? "took" : "tookNobody", name), "took");
    } else if (message.from === "bot" && lastSpeaker(spoken, at).startsWith("person")) {
      line("back " + message.id, t("back"), "back");
    }
    items.push(bubble(message, { first: !before || before.from !== message.from || before.name !== message.name, live: at > lastOwn, settings, t, answered: at < lastAnswer(spoken), asks: asks(message, spoken[at + 1]) }));
    before = message;
  });
  const last = lastSpeaker(spoken, spoken.length);
  if (chat.floor.holder === "person" && chat.floor.name && last !== "person " + chat.floor.name) {
    line("took now", t("took", chat.floor.name), "took");
  }
  return items;
}

// The question is put once, under the last words of an answer.
function asks(message, next) {
  return Boolean(message.asks) && !(next && next.asks);
}

// Who of us spoke last before that place.
function lastSpeaker(spoken, before) {
  for (let at = before - 1; at >= 0; at--) {
    if (spoken[at].from === "person") return "person " + spoken[at].name;
    if (spoken[at].from === "bot") return "bot";
  }
  return "";
}

function lastAnswer(spoken) {
  return spoken.map((it) => it.from !== "visitor").lastIndexOf(true);
}

function signed(text, kind) {
  return kind === "took" || kind === "back" ? [h("i", { class: "sign" }), h("span", {}, text)] : [h("span", {}, text)];
}

function skeleton(t) {
  return h("div", { class: "skeleton", role: "status", "aria-label": t("loading") }, h("i"), h("i"), h("i"));
}

function earlier(chat, t) {
  const button = h("button", { type: "button", class: "earlier", onclick: () => ((button.disabled = true), chat.loadEarlier().catch(() => (button.disabled = false))) }, t("earlier"));
  return button;
}

function greeting(chat, settings, alone) {
  const words = chat.session.greeting;
  const own = settings.suggestions.map((it) => ({ id: "say:" + it, label: it }));
  const options = own.length ? [...own, ...words.options.filter((it) => it.id === "person")] : words.options;
  return {
    key: "greeting",
    state: String(alone),
    make: (view) =>
      h(
        "article",
        { class: "m bot" },
        h("div", { class: "who" }, view.t("assistant")),
        h("div", { class: "text" }, rich(words.text || view.t("hello"), view.t)),
        alone && choices(options, true, view)
      )
  };
}

function bubble(message, { first, live, settings, t, answered, asks }) {
  const { pending } = message;
  const content = pending ? { type: "text", text: pending.option ? pending.option.label : pending.text } : message.content;
  const tick = message.from !== "visitor" ? "" : pending ? (pending.failed ? "failed" : pending.stored ? "sent" : "sending") : answered ? "seen" : "sent";
  return {
    key: "m " + (pending ? pending.clientId : message.clientId || message.id),
    state: JSON.stringify([content, message.name, first, live && content.type === "choice", tick, asks, pending && [pending.failed, pending.uploading]]),
    make: (view) =>
      h(
        "article",
        { class: "m " + message.from + (first ? " first" : "") + (tick === "failed" ? " bad" : "") },
        author(message, first, t),
        body(content, message, live, view),
        pending && pending.name && fileChip(pending.uploading ? t("uploading", pending.name) : pending.name),
        time(message, tick, settings, t),
        asks && thumbs(message, view),
        tick === "failed" && failed(pending, view)
      )
  };
}

// Whether it helped. A second tap takes the vote back; how it stands is drawn by View.drawVotes.
function thumbs({ id }, view) {
  const thumb = (vote, label) =>
    h(
      "button",
      { type: "button", class: "thumb " + vote, "data-vote": vote, "aria-label": view.t(label), title: view.t(label), "aria-pressed": "false", onclick: () => view.vote(id, vote) },
      icon(vote === "up" ? "thumb" : "thumbDown", 15)
    );
  return h("div", { class: "ask", role: "group", "aria-label": view.t("helpful"), "data-answer": String(id) }, h("span", { "aria-live": "polite" }, view.t("helpful")), thumb("up", "helped"), thumb("down", "helpedNot"));
}

function author(message, first, t) {
  const name = message.from === "visitor" ? t("you") : message.from === "bot" ? t("assistant") : message.name || t("team");
  return h("div", { class: first && message.from !== "visitor" ? "who" : "who quiet" }, name);
}

function body(content, message, live, view) {
  const text = content.text ? h("div", { class: "text" }, rich(content.text, view.t)) : null;
  const out = document.createDocumentFragment();
  if (content.type === "file") out.append(attachment(content, view));
  if (text) out.append(text);
  if (content.type === "choice") out.append(choices(content.options, live, view));
  if (content.type === "place") out.append(place(content, view.t));
  if (content.type === "other") out.append(h("div", { class: "text dim" }, view.t("other")));
  return out;
}

// Up to three as buttons, more as a list; once answered they stay, but cannot be tapped.
function choices(options, live, view) {
  const box = h("div", { class: options.length > 3 ? "options many" : "options", role: "group", "aria-label": view.t("options") });
  for (const option of options) {
    const inside = [h("span", { class: "label" }, option.label), option.description ? h("span", { class: "more" }, option.description) : null];
    const href = option.link && safeLink(option.link);
    box.append(
      href
        ? h("a", { class: "option", href, target: "_blank", rel: "noopener noreferrer" }, ...inside)
        : h("button", { class: "option", type: "button", disabled: !live, onclick: () => view.pick(option) }, ...inside)
    );
  }
  return box;
}

function attachment(content, view) {
  const url = content.path ? view.chat.wire.base + content.path : safeLink(content.link || "");
  if (!url) return fileChip(content.name || view.t("other"));
  const chip = h("a", { class: "file", href: url, target: "_blank", rel: "noopener noreferrer", "aria-label": view.t("file", content.name) }, icon("file", 18), h("span", { class: "name" }, content.name || url));
  if (content.kind !== "image" && content.kind !== "sticker") return chip;
  const image = h("img", { src: url, alt: view.t("picture", content.name || ""), loading: "lazy", referrerpolicy: "no-referrer" });
  const link = h("a", { class: "picture", href: url, target: "_blank", rel: "noopener noreferrer" }, image);
  image.addEventListener("load", () => view.stick && view.bottom(false));
  image.addEventListener("error", () => link.replaceWith(chip));
  return link;
}

function fileChip(name) {
  return h("div", { class: "file" }, icon("file", 18), h("span", { class: "name" }, name));
}

function place({ latitude, longitude, name, address }, t) {
  const href = "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=17/" + latitude + "/" + longitude;
  return h("a", { class: "file", href, target: "_blank", rel: "noopener noreferrer" }, icon("pin", 18), h("span", { class: "name" }, name || address || t("place")));
}

function time(message, tick, settings, t) {
  const at = new Date(message.at);
  const shown = at.toLocaleTimeString(settings.language, { hour: "2-digit", minute: "2-digit", hour12: false });
  const sign = { sending: "clock", sent: "check", seen: "checks" }[tick];
  return h("time", { datetime: at.toISOString() }, shown, sign && h("span", { class: "tick " + tick, title: t(tick), role: "img", "aria-label": t(tick) }, icon(sign, 14)));
}

function failed(pending, view) {
  const t = view.t;
  const why = pending.failed.includes(" ") ? pending.failed : t("failed");
  return h(
    "div",
    { class: "failed" },
    h("span", {}, why),
    h("button", { type: "button", class: "link", onclick: () => view.chat.retry(pending) }, t("retry")),
    h("button", { type: "button", class: "link", onclick: () => view.chat.discard(pending) }, t("discard"))
  );
}

function dayOf(at, language, t) {
  const date = new Date(at);
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return t("today");
  if (date.toDateString() === yesterday.toDateString()) return t("yesterday");
  return date.toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
}
