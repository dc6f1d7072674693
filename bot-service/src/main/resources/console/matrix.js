// The matrix as a sheet: cells edited in place, blocks pasted, rows added, moved and marked. What is
// typed shows at once; it is sent in order, one edit after the other, and each cell says whether it
// is kept. The server answers with the rows it touched, with both sides of a conflict, or a sentence.
const $ = (selector, root) => (root || document).querySelector(selector);
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const rowsPath = '/console/matrix/';
let queue = Promise.resolve();
let waiting = 0;

const table = () => $('table.lines');
const editable = () => table() ? table().dataset.editable === 'true' : true;
const rowOf = id => all('table.lines tr[data-row]').find(tr => tr.dataset.row === id);
const rows = () => all('table.lines tr[data-row]');
const cells = tr => all('td[data-column]', tr);
const cellOf = (tr, column) => $('td[data-column="' + column + '"]', tr);
const textOf = td => $('.cell', td).textContent;
const current = () => $('table.lines td[data-column]:focus, table.lines td.editing') || chosen;
let chosen = null;

// ---- sending ----

async function send(path, values) {
  const response = await fetch(rowsPath + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'X-CSRF-TOKEN': $('meta[name=csrf]').content, 'HX-Request': 'true' },
    body: new URLSearchParams(values)
  });
  const text = await response.text();
  if (response.ok) return { kind: 'done', part: parsed(text) };
  if (response.status === 409) return { kind: 'conflict', part: parsed(text) };
  if (response.status === 422) return { kind: 'refused', sentence: parsed(text).textContent.trim() };
  throw new Error('status ' + response.status);
}

function parsed(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

// Edits go out one after the other, so that each names the revision the one before it made.
function enqueue(work, marks) {
  mark(marks, 'waits');
  waiting += 1;
  status('saving');
  const result = queue.then(work).then(
    outcome => { settled(outcome, marks); return outcome; },
    () => { mark(marks, 'failed'); status('unsaved', true); window.relevo.toast(window.relevo.words().offline, { bad: true }); return { kind: 'failed' }; })
    .finally(() => { waiting -= 1; if (!waiting && !$('#saving.bad')) status('saved'); });
  queue = result.catch(() => {});
  return result;
}

function settled(outcome, marks) {
  if (outcome.kind === 'refused') {
    mark(marks, 'failed');
    status('unsaved', true);
    window.relevo.toast(outcome.sentence, { bad: true });
  } else if (outcome.kind === 'done') {
    mark(marks, 'kept');
  }
}

function mark(marks, how) {
  for (const find of marks || []) {
    const element = find();
    if (!element) continue;
    element.classList.remove('waits', 'kept', 'failed');
    element.classList.add(how);
    if (how === 'kept') setTimeout(() => element.classList.remove('kept'), 1700);
  }
}

function status(what, bad) {
  const place = $('#saving');
  if (!place) return;
  place.textContent = place.dataset[what] || '';
  place.classList.toggle('bad', Boolean(bad));
}

// ---- what comes back ----

function take(part) {
  const written = part.firstElementChild;
  for (const id of ['to-publish', 'legend']) {
    const fresh = $('#' + id, written);
    const old = $('#' + id);
    if (!fresh || !old) continue;
    const keep = id === 'legend' ? Array.from(old.children).filter(it => !it.classList.contains('key')) : [];
    old.replaceChildren(...fresh.childNodes, ...keep);
  }
  if (written.dataset.reload === 'true') { reload(); return []; }
  for (const gone of (written.dataset.gone || '').split('|').filter(Boolean)) {
    const tr = rowOf(gone);
    if (tr) tr.remove();
  }
  const fresh = all('tr[data-row]', written);
  fresh.forEach(place);
  if (!table() && fresh.length) reload();
  document.dispatchEvent(new CustomEvent('matrix:written', { detail: fresh.map(tr => tr.dataset.row) }));
  return fresh.map(tr => tr.dataset.row);
}

// A row that is shown is replaced where it stands; one that is new or moved goes below its neighbour.
function place(tr) {
  const old = rowOf(tr.dataset.row);
  const focused = old && old.contains(document.activeElement) ? document.activeElement.dataset.column : null;
  const editing = old && $('td.editing', old);
  const below = tr.dataset.below || '';
  const above = old && previous(old);
  const stays = old && ((above ? above.dataset.row : '') === below || !(below === '' || rowOf(below)));
  if (editing) { old.dataset.revision = tr.dataset.revision; old.fresh = tr; return; }
  if (stays) old.replaceWith(tr);
  else if (below === '' && table()) { if (old) old.remove(); $('tbody', table()).prepend(tr); }
  else if (rowOf(below)) { if (old) old.remove(); rowOf(below).after(tr); }
  else if (old) old.replaceWith(tr);
  prepare(tr);
  if (chosen && !chosen.isConnected && chosen.dataset.column && rowOf(chosen.parentElement.dataset.row) === tr) choose(cellOf(tr, chosen.dataset.column), false);
  if (focused) choose(cellOf(tr, focused));
}

// What came while one of its cells was being edited.
function freshen(tr) {
  const fresh = tr && !$('td.editing', tr) && tr.fresh;
  if (fresh) { delete tr.fresh; place(fresh); }
}

function previous(tr) {
  let other = tr.previousElementSibling;
  while (other && !other.dataset.row) other = other.previousElementSibling;
  return other;
}

function next(tr) {
  let other = tr.nextElementSibling;
  while (other && !other.dataset.row) other = other.nextElementSibling;
  return other;
}

function reload() {
  htmx.ajax('GET', rowsPath + 'rows?' + new URLSearchParams(new FormData($('#matrix-find'))), { target: '#grid-part', swap: 'outerHTML' });
}

function prepare(root) {
  if (!editable()) return;
  for (const th of all('th.id[scope=row]', root.parentElement || root)) th.draggable = true;
}

// ---- writing ----

// One edit: texts in cells by row, and new rows. A conflict asks what is to stay.
export function write(puts, add, below, marks) {
  return enqueue(async () => {
    const edit = { put: puts.map(put => ({ ...put, seen: put.seen || revision(put.row) })) };
    if (add && add.length) { edit.add = add; edit.below = below || ''; }
    return resolved(await send('write', { edit: JSON.stringify(edit) }), edit);
  }, marks || puts.flatMap(put => Object.keys(put.texts || {}).map(column => () => rowOf(put.row) && cellOf(rowOf(put.row), column))));
}

function revision(id) {
  const tr = rowOf(id);
  const pane = $('.pane[data-row]');
  const known = [];
  if (tr) known.push(Number(tr.dataset.revision));
  if (pane && pane.dataset.row === id) known.push(Number(pane.dataset.revision));
  return known.length ? Math.max(...known) : 0;
}

async function resolved(outcome, edit) {
  if (outcome.kind === 'done') { outcome.rows = take(outcome.part); return outcome; }
  if (outcome.kind === 'refused') await refused(edit.put);
  if (outcome.kind !== 'conflict') return outcome;
  const keep = await asked(outcome.part);
  const insisting = { ...edit, put: edit.put.filter(put => !keep.has(put.row) || keep.get(put.row).mine)
    .map(put => keep.has(put.row) ? { ...put, seen: keep.get(put.row).revision } : put) };
  await restore(Array.from(keep.keys()));
  if (!insisting.put.length && !(insisting.add && insisting.add.length)) return { kind: 'kept-theirs' };
  return resolved(await send('write', { edit: JSON.stringify(insisting) }), insisting);
}

// The cells show what the server has; who edits one again goes on from what was refused.
async function refused(puts) {
  await restore(puts.map(put => put.row));
  for (const put of puts) for (const [column, text] of Object.entries(put.texts || {})) {
    const td = rowOf(put.row) && cellOf(rowOf(put.row), column);
    if (td) td.refused = text;
  }
}

// Both sides; resolves to what to do with each row.
function asked(part) {
  const dialog = $('#clash');
  dialog.replaceChildren(part);
  dialog.showModal();
  return new Promise(done => dialog.addEventListener('close', () => {
    done(new Map(all('.clash', dialog).map(section => [section.dataset.row, {
      revision: Number(section.dataset.revision),
      mine: dialog.returnValue === 'keep' && $('input:checked', section).value === 'yours'
    }])));
    dialog.returnValue = '';
  }, { once: true }));
}

// Shows rows as the server has them.
async function restore(ids) {
  for (const id of ids) {
    const found = parsed(await window.relevo.get(rowsPath + 'row?row=' + encodeURIComponent(id)));
    const pane = found.firstElementChild;
    freshen(rowOf(id));
    const tr = rowOf(id);
    if (tr) for (const td of cells(tr)) {
      const field = $('[data-column="' + td.dataset.column + '"]', pane);
      if (field) $('.cell', td).textContent = field.value !== undefined ? field.value : field.textContent;
    }
    if (tr) tr.dataset.revision = pane.dataset.revision;
    document.dispatchEvent(new CustomEvent('matrix:restored', { detail: { id, pane } }));
  }
}

const plain = (path, values, then) => enqueue(async () => {
  const outcome = await send(path, typeof values === 'function' ? values() : values);
  if (outcome.kind === 'done') { outcome.rows = take(outcome.part); if (then) then(outcome.rows); }
  else if (outcome.kind === 'conflict') { await asked(outcome.part); reload(); }
  return outcome;
});

// ---- choosing and editing a cell ----

function choose(td, focus = true) {
  if (!td) return;
  if (chosen) chosen.tabIndex = -1;
  for (const tr of all('table.lines tr.on')) tr.classList.remove('on');
  chosen = td;
  td.tabIndex = 0;
  td.parentElement.classList.add('on');
  if (focus) { td.focus({ preventScroll: true }); td.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
  const marking = $('[data-act=mark]');
  if (marking) marking.textContent = td.parentElement.dataset.state === 'to_delete' ? marking.dataset.off : marking.dataset.on;
}

function edit(td, text) {
  if (!editable() || !td || td.classList.contains('editing')) return;
  choose(td);
  const field = document.createElement('textarea');
  field.value = text === undefined ? td.refused ?? textOf(td) : text;
  field.setAttribute('aria-label', td.dataset.label);
  td.classList.add('editing');
  td.append(field);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  const grow = () => { field.style.height = 'auto'; field.style.height = Math.min(field.scrollHeight + 4, 320) + 'px'; };
  field.addEventListener('input', grow);
  grow();
  field.addEventListener('blur', () => finish(td, true));
}

function finish(td, keep) {
  const field = $('textarea', td);
  if (!field || field.dataset.done) return;
  field.dataset.done = 'true';
  const text = field.value.replace(/\r\n?/g, '\n').trim();
  td.classList.remove('editing');
  delete td.refused;
  field.remove();
  const tr = td.parentElement;
  if (!keep || text === textOf(td)) { freshen(tr); return; }
  $('.cell', td).textContent = text;
  write([{ row: td.parentElement.dataset.row, texts: { [td.dataset.column]: text } }]);
}

function step(td, down, right) {
  let tr = td.parentElement;
  let at = cells(tr).indexOf(td) + right;
  if (at < 0 || at >= cells(tr).length) {
    const other = right > 0 ? next(tr) : previous(tr);
    if (!other) return;
    tr = other;
    at = right > 0 ? 0 : cells(tr).length - 1;
  }
  for (let count = Math.abs(down); count > 0; count -= 1) tr = (down > 0 ? next(tr) : previous(tr)) || tr;
  choose(cells(tr)[at]);
}

const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageDown: [10, 0], PageUp: [-10, 0] };

document.addEventListener('keydown', event => {
  const td = event.target.closest && event.target.closest('table.lines td[data-column]');
  if (td && td.classList.contains('editing')) { whileEditing(event, td); return; }
  const elsewhere = event.target.closest && event.target.closest('input, textarea, select, dialog');
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (elsewhere || !editable() || !['z', 'y'].includes(key)) return;
    event.preventDefault();
    act[key === 'y' || event.shiftKey ? 'redo' : 'undo']();
    return;
  }
  if (!td) return;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) { event.preventDefault(); act[event.key === 'ArrowUp' ? 'up' : 'down'](); return; }
  if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); edit(td); }
  else if (event.key === 'Tab') { if ((event.shiftKey ? previous : next)(td.parentElement) || cells(td.parentElement).indexOf(td) !== (event.shiftKey ? 0 : cells(td.parentElement).length - 1)) { event.preventDefault(); step(td, 0, event.shiftKey ? -1 : 1); } }
  else if (arrows[event.key]) { event.preventDefault(); step(td, ...arrows[event.key]); }
  else if (event.key === 'Home' || event.key === 'End') { event.preventDefault(); choose(cells(td.parentElement)[event.key === 'Home' ? 0 : cells(td.parentElement).length - 1]); }
  else if ((event.key === 'Delete' || event.key === 'Backspace') && editable()) { event.preventDefault(); edit(td, ''); finish(td, true); choose(td); }
  else if (event.key.length === 1 && !event.altKey) { event.preventDefault(); event.stopImmediatePropagation(); edit(td, event.key); }
}, true);

function whileEditing(event, td) {
  event.stopPropagation();
  if (event.key === 'Escape') { event.preventDefault(); finish(td, false); choose(td); }
  else if (event.key === 'Tab') { event.preventDefault(); finish(td, true); step(td, 0, event.shiftKey ? -1 : 1); }
  else if (event.key === 'Enter' && !event.altKey && !event.shiftKey) { event.preventDefault(); finish(td, true); step(td, 1, 0); }
  else if (event.key === 'Enter') { event.preventDefault(); event.target.setRangeText('\n', event.target.selectionStart, event.target.selectionEnd, 'end'); event.target.dispatchEvent(new Event('input')); }
}

const isPhone = () => window.matchMedia('(max-width: 720px)').matches;

document.addEventListener('click', event => {
  const open = event.target.closest('table.lines .open, a[data-open]');
  const td = event.target.closest('table.lines td[data-column]');
  const tool = event.target.closest('[data-act]');
  if (open) { event.preventDefault(); show(open.dataset.open || open.closest('tr').dataset.row); }
  else if (td && isPhone()) show(td.parentElement.dataset.row);
  else if (td && !td.classList.contains('editing')) { choose(td); edit(td); }
  else if (tool && act[tool.dataset.act]) act[tool.dataset.act]();
});

function show(id) {
  const tr = rowOf(id);
  if (tr && (!chosen || chosen.parentElement !== tr)) choose(cells(tr)[0], false);
  document.dispatchEvent(new CustomEvent('matrix:open', { detail: id }));
}

// ---- blocks ----

// Rows and columns as spreadsheets copy them: tabs, line ends, cells with either in quotes.
export function block(text) {
  const found = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') { found.at(-1).push(cell); cell = ''; }
    else if (sign === '\n') { found.at(-1).push(cell); cell = ''; found.push([]); }
    else if (sign !== '\r') cell += sign;
  }
  found.at(-1).push(cell);
  if (found.length > 1 && found.at(-1).length === 1 && found.at(-1)[0] === '') found.pop();
  return found;
}

document.addEventListener('paste', event => {
  const td = event.target.closest && event.target.closest('table.lines td[data-column]');
  const text = event.clipboardData && event.clipboardData.getData('text/plain');
  if (!td || !text || !editable()) return;
  const field = $('textarea', td);
  const lines = block(text);
  if (field && !text.includes('\t')) return;
  event.preventDefault();
  if (field) finish(td, false);
  paste(td, lines);
});

// What reaches beyond the last row becomes new rows.
function paste(td, lines) {
  const columns = cells(td.parentElement).map(it => it.dataset.column).slice(cells(td.parentElement).indexOf(td));
  const puts = [];
  const added = [];
  let tr = td.parentElement;
  let last = tr;
  for (const line of lines) {
    const texts = {};
    line.slice(0, columns.length).forEach((text, at) => { texts[columns[at]] = text.trim(); });
    if (tr) {
      for (const [column, text] of Object.entries(texts)) $('.cell', cellOf(tr, column)).textContent = text;
      puts.push({ row: tr.dataset.row, texts });
      last = tr;
      tr = next(tr);
    } else added.push(texts);
  }
  choose(td);
  return write(puts, added, last.dataset.row).then(outcome => { if (outcome.kind !== 'done') reload(); });
}

document.addEventListener('copy', event => {
  const td = event.target.closest && event.target.closest('table.lines td[data-column]');
  if (!td || $('textarea', td) || String(window.getSelection())) return;
  event.preventDefault();
  const text = textOf(td);
  event.clipboardData.setData('text/plain', /[\t\n"]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
});

// ---- rows ----

const act = {
  add() {
    const below = chosen && chosen.isConnected ? chosen.parentElement.dataset.row : (rows().at(-1) || { dataset: {} }).dataset.row;
    write([], [{}], below, []).then(outcome => {
      if (outcome.kind !== 'done' || !outcome.rows.length) return;
      const tr = rowOf(outcome.rows[0]);
      if (isPhone()) show(outcome.rows[0]); else if (tr) edit(cells(tr)[0]);
    });
  },
  copy() { const td = current(); if (td) plain('copy', { row: td.parentElement.dataset.row }, ids => { const tr = rowOf(ids[0]); if (tr) choose(cells(tr)[0]); }); },
  up() { const td = current(); if (td) move(td.parentElement, previous(td.parentElement), true); },
  down() { const td = current(); if (td) move(td.parentElement, next(td.parentElement), false); },
  mark() {
    const td = current();
    if (!td) return;
    const tr = td.parentElement;
    plain('mark', () => ({ row: tr.dataset.row, leaves: tr.dataset.state !== 'to_delete', seen: revision(tr.dataset.row) }));
  },
  undo() { plain('undo', {}); },
  redo() { plain('redo', {}); }
};

function move(tr, other, above) {
  if (!other || other === tr) return;
  const target = above ? previous(other) : other;
  if (target === tr) return;
  plain('move', { row: tr.dataset.row, below: target ? target.dataset.row : '' });
}

let dragged = null;
document.addEventListener('dragstart', event => {
  const th = event.target.closest && event.target.closest('table.lines th.id');
  if (!th) return;
  dragged = th.parentElement;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.row);
});
document.addEventListener('dragover', event => {
  const tr = dragged && event.target.closest && event.target.closest('table.lines tr[data-row]');
  if (!tr) return;
  event.preventDefault();
  for (const other of all('.drop-above, .drop-below')) other.classList.remove('drop-above', 'drop-below');
  tr.classList.add(isUpper(event, tr) ? 'drop-above' : 'drop-below');
});
document.addEventListener('drop', event => {
  const tr = dragged && event.target.closest && event.target.closest('table.lines tr[data-row]');
  if (!tr) return;
  event.preventDefault();
  move(dragged, tr, isUpper(event, tr));
});
document.addEventListener('dragend', () => {
  dragged = null;
  for (const other of all('.drop-above, .drop-below')) other.classList.remove('drop-above', 'drop-below');
});
const isUpper = (event, tr) => { const box = tr.getBoundingClientRect(); return event.clientY < box.top + box.height / 2; };

document.addEventListener('htmx:afterSettle', () => prepare(document));
window.addEventListener('beforeunload', event => { if (waiting || $('td.editing')) event.preventDefault(); });
prepare(document);
if (rows().length) cells(rows()[0])[0].tabIndex = 0;
window.relevo.matrix = { write, block, rowOf };
