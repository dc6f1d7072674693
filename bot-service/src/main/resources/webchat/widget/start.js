// <script src="…/webchat/widget.js" data-channel="web" async></script>
const script = document.currentScript;

function settingsOf(data) {
  const wanted = data.language || document.documentElement.lang || navigator.language || "es";
  const code = wanted.slice(0, 2).toLowerCase();
  return {
    channel: data.channel || "web",
    language: WORDS[code] ? code : "es",
    theme: ["light", "dark"].includes(data.theme) ? data.theme : "auto",
    position: data.position === "left" ? "left" : "right",
    title: data.title || "",
    open: "open" in data && data.open !== "false",
    suggestions: (data.suggestions || "").split("|").map((it) => it.trim()).filter(Boolean).slice(0, 5)
  };
}

function start() {
  if (!script || document.querySelector("relevo-chat")) return;
  const settings = settingsOf(script.dataset);
  const base = new URL(script.src).origin + new URL(script.src).pathname.replace(/\/webchat\/widget\.js$/, "");
  const t = speak(settings.language);
  const memory = new Memory("relevo:" + base + ":" + settings.channel);
  let view = null;
  const chat = new Chat(new Wire(base, settings.channel, settings.language, memory), memory, () => view && view.draw());
  view = new View(chat, settings, t);
  if (settings.open && !view.phone && memory.get("closed") !== true) view.show(false);
  else if (chat.started) chat.begin();
  document.addEventListener("click", (event) => {
    const wish = event.target.closest && event.target.closest("[data-relevo-open], [data-relevo-say]");
    if (!wish) return;
    event.preventDefault();
    wish.dataset.relevoSay ? view.say(wish.dataset.relevoSay) : view.show(true);
  });
  document.dispatchEvent(new CustomEvent("relevo:ready"));
}

if (document.body) start();
else document.addEventListener("DOMContentLoaded", start);
