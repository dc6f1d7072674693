// Text stays text: everything a customer, a row or an agent wrote becomes text nodes, never markup.
const LINK = /https?:\/\/[^\s<>"'`]+/gi;
const MARK = /([*_~])(\S(?:[^\n]*?\S)?)\1/gu;
const TAGS = { "*": "strong", _: "em", "~": "s" };
const WORD = /[\p{L}\p{N}]/u;

function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && name !== "list" && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((it) => it !== null && it !== undefined && it !== false));
  return node;
}

function safeLink(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function rich(text, t) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const shown = found[0].replace(/[.,;:!?)\]}*_~]+$/, "");
    const href = safeLink(shown);
    if (!href) continue;
    out.append(marked(text.slice(from, found.index)));
    out.append(h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow ugc", title: t("opens") }, shown));
    from = found.index + shown.length;
  }
  out.append(marked(text.slice(from)));
  return out;
}

// *bold*, _italics_ and ~struck~ as on WhatsApp: only around whole words.
function marked(text) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    const end = found.index + found[0].length;
    if (found.index < from || WORD.test(text[found.index - 1] || "") || WORD.test(text[end] || "")) continue;
    out.append(text.slice(from, found.index));
    out.append(h(TAGS[found[1]], {}, marked(found[2])));
    from = end;
  }
  out.append(text.slice(from));
  return out;
}

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  thumb: "M7 11v9H4v-9zm0 0l4-8a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2.3l-1.2 6.9A2 2 0 0 1 16.8 20H7",
  thumbDown: "M17 13V4h3v9zm0 0l-4 8a2 2 0 0 1-2-2v-4H6a2 2 0 0 1-2-2.3l1.2-6.9A2 2 0 0 1 7.2 4H17",
  send: "M4 12l16-8-6 16-3-7z",
  clip: "M20 11.500l-8.200 8.200a5 5 0 01-7-7l8.500-8.500a3.300 3.300 0 014.700 4.700l-8.500 8.500a1.700 1.700 0 01-2.400-2.400l7.600-7.600",
  close: "M6 6l12 12M18 6L6 18",
  down: "M12 5v14M6 13l6 6 6-6",
  bell: "M6 16V11a6 6 0 0112 0v5l1.500 2h-15zM10 20.500h4",
  mute: "M6 16V11a6 6 0 019-5.200M18 11v5l1.500 2H9M10 20.500h4M4 4l16 16",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  pin: "M12 21s6.500-6 6.500-11a6.500 6.500 0 10-13 0c0 5 6.500 11 6.500 11zM12 12a2 2 0 100-4 2 2 0 000 4z",
  clock: "M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4l3 2",
  check: "M5 13l4 4L19 7",
  checks: "M2 13l4 4L15 8M11 16l1 1 10-10",
  alert: "M12 4l9 16H3zM12 10v4M12 17v.5"
};

function icon(name, size) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("width", size || 20);
  svg.setAttribute("height", size || 20);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
