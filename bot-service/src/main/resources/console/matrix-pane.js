// One row beside the sheet: every field is kept when it is left, and the answer is shown as each
// channel shows it.
const $ = (selector, root) => (root || document).querySelector(selector);
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const pane = () => $('.pane[data-row]');
let channel = 'whatsapp';

async function open(id, keepScroll) {
  const html = await window.relevo.get('/console/matrix/row?row=' + encodeURIComponent(id));
  const place = $('#pane');
  const top = place.scrollTop;
  place.innerHTML = html;
  htmx.process(place);
  $('#try-card').hidden = true;
  place.scrollTop = keepScroll ? top : 0;
  if (!keepScroll) $('.aside-pane').scrollTop = 0;
  preview();
}

function close() {
  const id = pane() && pane().dataset.row;
  $('#pane').replaceChildren();
  $('#try-card').hidden = false;
  const tr = id && window.relevo.matrix.rowOf(id);
  if (tr) $('.open', tr).focus();
}

document.addEventListener('matrix:open', event => open(event.detail));
document.addEventListener('matrix:written', event => {
  const shown = pane();
  if (!shown || !event.detail.includes(shown.dataset.row)) return;
  const tr = window.relevo.matrix.rowOf(shown.dataset.row);
  if (tr) shown.dataset.revision = tr.dataset.revision;
  if (!shown.contains(document.activeElement)) open(shown.dataset.row, true);
});
document.addEventListener('matrix:restored', event => {
  if (pane() && pane().dataset.row === event.detail.id) { $('#pane').replaceChildren(event.detail.pane); preview(); }
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-act=close]')) close();
  const tab = event.target.closest('[data-preview]');
  if (tab) { channel = tab.dataset.preview; preview(); }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && pane() && pane().contains(document.activeElement)) { document.activeElement.blur(); close(); }
});

// ---- keeping ----

document.addEventListener('change', event => {
  const field = event.target.closest('.pane [data-column], .pane [data-channel]');
  if (field) keep(field);
  else if (event.target.id === 'variable') insert(event.target);
});

async function keep(field) {
  const row = pane().dataset.row;
  const value = field.type === 'checkbox' ? (field.checked ? 'yes' : 'no') : field.value;
  const put = { row };
  if (field.dataset.channel) put.answers = { [field.dataset.channel]: value };
  else put.texts = { [field.dataset.column]: value };
  const outcome = await window.relevo.matrix.write([put], [], '', [() => field]);
  const fault = $('#pane-fault');
  if (!fault) return;
  fault.hidden = outcome.kind !== 'refused';
  fault.textContent = outcome.sentence || '';
}

function insert(list) {
  const answer = $('#pane-answer');
  if (!list.value || !answer) return;
  answer.setRangeText(list.value, answer.selectionStart, answer.selectionEnd, 'end');
  list.value = '';
  answer.focus();
  preview();
}

// ---- preview ----

document.addEventListener('input', event => { if (event.target.closest('.pane')) preview(); });

function preview() {
  const shown = pane();
  if (!shown) return;
  for (const tab of all('[data-preview]', shown)) tab.setAttribute('aria-selected', String(tab.dataset.preview === channel));
  const own = $('[data-channel="' + channel + '"]', shown);
  const text = (own && own.value.trim()) || $('#pane-answer').value;
  const length = $('#answer-length');
  length.textContent = $('#pane-answer').value.trim().length + ' / ' + length.dataset.most;
  length.classList.toggle('fault', $('#pane-answer').value.trim().length > Number(length.dataset.most));
  const first = text.split('||')[0].trim();
  const screen = $('#preview');
  screen.replaceChildren();
  if (!first) return;
  ({ whatsapp, webchat, sms })[channel](screen, first, buttons(shown));
}

function buttons(shown) {
  return $('[data-column=BUTTONS]', shown).value.split(/\n|(?<!\\)\|/).map(line => line.trim()).filter(Boolean).map(line => {
    const [label, target] = line.split(/\s*(?:→|->|=>)\s*/);
    return { label, page: /^https?:/.test(target || '') ? target : '' };
  });
}

const node = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text || '' });

// Up to three answers are buttons, up to ten a list, more are numbered; pages are a button alone and lines otherwise.
function whatsapp(screen, text, options) {
  const words = $('.preview').dataset;
  const answers = options.filter(it => !it.page);
  const pages = options.filter(it => it.page);
  const alone = pages.length === 1 && !answers.length;
  const lines = alone ? [] : pages.map(it => it.label + ': ' + it.page);
  const numbered = answers.length > 10 ? answers.map((it, at) => at + 1 + '. ' + it.label) : [];
  screen.append(formatted(node('div', 'bubble'), [text, ...lines, ...numbered].join('\n')));
  if (alone) screen.append(node('div', 'reply', '↗ ' + pages[0].label));
  else if (answers.length && answers.length <= 3) answers.forEach(it => screen.append(node('div', 'reply', '↩ ' + it.label)));
  else if (answers.length && answers.length <= 10) {
    screen.append(node('div', 'reply', '☰ ' + words.list));
    answers.forEach(it => screen.append(node('div', 'small muted', '○ ' + it.label)));
  }
}

function webchat(screen, text, options) {
  screen.append(formatted(node('div', 'bubble'), text));
  if (!options.length) return;
  const list = node('div', 'opts');
  options.forEach(it => list.append(node('span', '', it.label + (it.page ? ' ↗' : ''))));
  screen.append(list);
}

function sms(screen, text, options) {
  const lines = options.map((it, at) => it.page ? it.label + ': ' + it.page : at + 1 + '. ' + it.label);
  const whole = filled([text, ...lines].join('\n')).map(part => part.text).join('');
  screen.append(node('div', 'bubble', whole));
  const { segments, units, most, wide } = smsParts(whole);
  screen.append(node('p', 'small num muted', $('.preview').dataset.sms.replace('{0}', segments).replace('{1}', units).replace('{2}', most) + (wide ? ' · UCS-2' : ' · GSM-7')));
}

const GSM = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_TWICE = '^{}\\[~]|€\f';

// 160 signs of GSM 03.38 or 70 of UCS-2 in one message; 153 or 67 in each of several.
export function smsParts(text) {
  const wide = Array.from(text).some(sign => !GSM.includes(sign) && !GSM_TWICE.includes(sign));
  const units = wide ? text.length : Array.from(text).reduce((sum, sign) => sum + (GSM_TWICE.includes(sign) ? 2 : 1), 0);
  const single = wide ? 70 : 160;
  const each = wide ? 67 : 153;
  const segments = units <= single ? 1 : Math.ceil(units / each);
  return { wide, units, segments, most: segments === 1 ? single : segments * each };
}

// Variables show what a made-up customer would read.
function filled(text) {
  const samples = new Map(all('#variable option').filter(it => it.value).map(it => [it.value, it.dataset.sample]));
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(/(?:\{\{\s*)?(\$[a-z]+\.[a-z0-9_]+)(?:\|"([^"]*)")?(?:\s*\}\})?/g)) {
    if (!samples.has(found[1])) continue;
    parts.push({ text: text.slice(from, found.index) }, { text: samples.get(found[1]) || found[2] || '', variable: true });
    from = found.index + found[0].length;
  }
  parts.push({ text: text.slice(from) });
  return parts;
}

const MARKS = [[/```([^`]+)```/, 'code'], [/(?<![\w*])\*([^*\n]+)\*(?![\w*])/, 'strong'], [/(?<![\w_])_([^_\n]+)_(?![\w_])/, 'em'], [/(?<![\w~])~([^~\n]+)~(?![\w~])/, 's']];

function formatted(into, text) {
  for (const part of filled(text)) {
    if (part.variable) into.append(node('span', 'filled', part.text));
    else styled(into, part.text);
  }
  return into;
}

function styled(into, text) {
  const hits = MARKS.map(([pattern, name]) => ({ found: pattern.exec(text), name })).filter(it => it.found).sort((one, two) => one.found.index - two.found.index);
  if (!hits.length) { into.append(text); return; }
  const { found, name } = hits[0];
  into.append(text.slice(0, found.index));
  const inner = document.createElement(name);
  if (name === 'code') inner.textContent = found[1]; else styled(inner, found[1]);
  into.append(inner);
  styled(into, text.slice(found.index + found[0].length));
}

const asked = $('.aside-pane').dataset.open;
if (asked) open(asked).catch(() => {});
