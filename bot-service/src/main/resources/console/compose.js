// Writing: what is sent shows at once, drafts and attached files wait with their conversation.
(function () {
  'use strict';
  if (!document.getElementById('words')) return;
  const { $, post, toast, id, words, does, company } = window.relevo;
  const $$ = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const inbox = () => window.relevo.inbox;
  const contact = () => inbox().contact();

  const LARGEST = 10 * 1024 * 1024;
  const MOST = 10;

  const draft = () => 'draft:' + contact();
  function prepare() {
    const text = $('#text');
    if (!text) return;
    text.value = localStorage.getItem(draft()) || '';
    way();
    tray();
  }
  function mode(to) {
    const form = $('#compose');
    if (!form) return;
    form.dataset.mode = to;
    $$('.tab', form).forEach(it => it.setAttribute('aria-selected', String(it.dataset.modeTo === to)));
    const text = $('#text');
    text.placeholder = text.dataset[to];
    $('[data-label]', form).textContent = $('[data-label]', form).dataset[to];
    way();
    tray();
    text.focus();
  }
  const chosen = () => { const via = $('#via'); return via ? via.selectedOptions[0] : $('#way'); };
  // A closed way is said at once; notes can always be written.
  function way() {
    const form = $('#compose');
    const refusal = $('#via') ? chosen().dataset.refusal : '';
    const shut = form.dataset.mode === 'reply' && (form.dataset.shut === 'true' || !!refusal);
    if (refusal) $('#shut span').textContent = refusal;
    $('#shut').hidden = !shut;
    for (const it of [$('#text'), $('#send'), $('#attach')]) it.disabled = shut;
  }

  /* ---- files ---- */
  const kept = new Map();
  const files = () => kept.get(contact()) || [];
  const pictures = new WeakMap();
  const picture = file => {
    if (!pictures.has(file)) pictures.set(file, URL.createObjectURL(file));
    return pictures.get(file);
  };
  const size = bytes => bytes < 1024 * 1024
    ? Math.max(1, Math.round(bytes / 1024)) + ' kB'
    : (bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + ' MB';
  const make = (tag, values, ...children) => {
    const it = Object.assign(document.createElement(tag), values);
    it.append(...children);
    return it;
  };
  function attach(list) {
    const form = $('#compose');
    if (!form || $('#attach').disabled || form.dataset.mode !== 'reply') return;
    const now = files().slice();
    for (const file of list) {
      if (file.size > LARGEST) toast(words().fileLarge.replace('{0}', file.name), { bad: true });
      else if (!file.size) toast(words().fileEmpty.replace('{0}', file.name), { bad: true });
      else if (now.length >= MOST) { toast(words().fileMany, { bad: true }); break; }
      else now.push(file);
    }
    kept.set(contact(), now);
    tray();
    $('#text').focus();
  }
  function detach(file) {
    kept.set(contact(), files().filter(it => it !== file));
    tray();
    $('#text').focus();
  }
  function tray() {
    const box = $('#tray');
    if (!box) return;
    const list = $('#compose').dataset.mode === 'reply' ? files() : [];
    box.hidden = !list.length;
    $('ul', box).replaceChildren(...list.map(file => {
      const off = make('button', { type: 'button', textContent: '×', title: words().fileOff });
      off.setAttribute('aria-label', words().fileOff + ': ' + file.name);
      off.addEventListener('click', () => detach(file));
      return make('li', {}, look(file), make('span', { className: 'name', textContent: file.name, title: file.name }),
        make('span', { className: 'num muted', textContent: size(file.size) }), off);
    }));
    const rule = chosen() ? chosen().dataset.files : '';
    $('p', box).textContent = rule || '';
    $('#attach').title = words().fileAttach + (rule ? ' · ' + rule : '');
  }
  function look(file) {
    if (/^image\/(png|jpeg|gif|webp)$/.test(file.type)) return make('img', { src: picture(file), alt: '' });
    const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sign.setAttribute('class', 'i s');
    sign.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
    sign.firstChild.setAttribute('href', '#i-file');
    return sign;
  }

  /* ---- sending ---- */
  function pending(said, note) {
    const body = said.file ? [look(said.file), make('div', { className: 'kind', textContent: said.file.name })] : [];
    return make('article', { className: note ? 'm note pending' : 'm out person pending' },
      make('div', { className: 'from', textContent: words().you }), ...body,
      make('div', { className: 'body', textContent: said.text }), make('div', { className: 'meta num', textContent: '◷' }));
  }
  // Each file is a message of its own; the words go with the first.
  function write() {
    const note = $('#compose').dataset.mode === 'note';
    const text = $('#text').value.trim();
    const enclosed = note ? [] : files();
    if ((!text && !enclosed.length) || $('#send').disabled) return;
    const via = !note && $('#via') ? { via: $('#via').value } : {};
    const said = enclosed.length ? enclosed.map((file, n) => ({ text: n ? '' : text, file, ...via })) : [{ text, ...via }];
    $('#text').value = '';
    localStorage.removeItem(draft());
    if (!note) kept.delete(contact());
    const url = inbox().path(note ? '/note' : '/reply');
    const waiting = said.map(it => {
      const bubble = pending(it, note);
      const values = { ...it, request: id() };
      bubble.dataset.request = values.request;
      $('#msgs').append(bubble);
      return () => send(bubble, url, values, note);
    });
    inbox().toEnd();
    waiting.reduce((before, next) => before.then(next), Promise.resolve());
    if (note) mode('reply'); else tray();
    company.typing(false);
  }
  async function send(bubble, url, values, note) {
    const here = contact();
    try {
      const html = await post(url, values);
      bubble.remove();
      if (contact() === here) { inbox().merge(html); inbox().toEnd(); inbox().refreshHead(); }
    } catch (failure) {
      if (failure.status === 422 || failure.status === 413) giveBack(bubble, here, values, failure.status);
      else unsent(bubble, here, values, note, () => send(bubble, url, values, note));
    }
  }
  // Refused as it is: it comes back to be changed, the reason was said.
  function giveBack(bubble, here, values, status) {
    bubble.remove();
    if (status === 413) toast(words().fileLarge.replace('{0}', values.file ? values.file.name : ''), { bad: true });
    localStorage.setItem('draft:' + here, values.text);
    if (values.file) kept.set(here, [...(kept.get(here) || []), values.file]);
    if (contact() === here) prepare();
  }
  function unsent(bubble, here, values, note, again) {
    bubble.classList.add('failed');
    bubble.classList.remove('pending');
    const retry = make('button', { type: 'button', className: 'btn slim bad', textContent: words().again });
    const problem = make('div', { className: 'problem' }, make('span', { textContent: words().failed }), retry);
    retry.addEventListener('click', () => {
      problem.remove();
      bubble.classList.remove('failed');
      bubble.classList.add('pending');
      again();
    });
    bubble.append(problem);
    if (!note && !bubble.isConnected) localStorage.setItem('draft:' + here, values.text);
  }

  /* ---- what one does ---- */
  Object.assign(does, { attach() { $('#pick').click(); } });
  document.addEventListener('click', event => {
    const tab = event.target.closest('[data-mode-to]');
    if (tab) mode(tab.dataset.modeTo);
  });
  document.addEventListener('submit', event => { if (event.target.id === 'compose') { event.preventDefault(); write(); } });
  document.addEventListener('input', event => {
    if (event.target.id === 'text') { localStorage.setItem(draft(), event.target.value); company.typing(true); }
  });
  document.addEventListener('change', event => {
    if (event.target.id === 'via') { way(); tray(); }
    if (event.target.id === 'pick') { attach(event.target.files); event.target.value = ''; }
  });
  document.addEventListener('keydown', event => {
    if (event.target.id === 'text' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); write(); }
  });
  document.addEventListener('paste', event => {
    if (event.target.id !== 'text' || !event.clipboardData.files.length) return;
    event.preventDefault();
    attach(event.clipboardData.files);
  });
  const carried = event => contact() && event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
  document.addEventListener('dragover', event => {
    if (!carried(event)) return;
    event.preventDefault();
    const over = event.target.closest('.thread');
    event.dataTransfer.dropEffect = over && !$('#attach').disabled ? 'copy' : 'none';
    if ($('.thread')) $('.thread').classList.toggle('dropping', !!over && !$('#attach').disabled);
  });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget && $('.thread')) $('.thread').classList.remove('dropping'); });
  document.addEventListener('drop', event => {
    if (!carried(event)) return;
    event.preventDefault();
    $('.thread').classList.remove('dropping');
    if (!event.target.closest('.thread')) return;
    if ($('#compose').dataset.mode === 'note') mode('reply');
    attach(event.dataTransfer.files);
  });

  window.relevo.compose = { prepare, mode };
})();
