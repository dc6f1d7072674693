// The inbox: what changes comes by itself, what is written appears at once, and everything has a key.
(function () {
  'use strict';
  const desk = document.getElementById('desk');
  if (!document.getElementById('words')) return;
  const { $, post, get, toast, id, words, does, company, compose, decorate } = window.relevo;
  const $$ = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  /* ---- what is before us ---- */
  const talk = () => { const it = $('#talk'); return it && it.dataset.contact ? it : null; };
  const contact = () => (talk() ? talk().dataset.contact : '');
  const path = part => '/console/inbox/' + contact() + part;
  const later = (ms, run) => { let timer; return (...given) => { clearTimeout(timer); timer = setTimeout(() => run(...given), ms); }; };

  /* ---- live: one stream for all tabs of this browser ---- */
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('relevo-live') : null;
  let stream = null;
  let hearing = false;
  let lostSince = 0;

  function listen() {
    stream = new EventSource('/console/live?since=' + company.newestHandoff());
    const pass = kind => stream.addEventListener(kind, event => tell(kind, JSON.parse(event.data)));
    ['changed', 'handoff', 'erased', 'looking', 'typing', 'missed', 'gone', 'beat'].forEach(pass);
    stream.onopen = () => tell('open', {});
    stream.onerror = () => {
      tell('lost', {});
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 4000);
    };
  }
  function tell(kind, data) {
    heard(kind, data);
    if (channel) channel.postMessage({ kind, data });
  }
  if (channel) channel.onmessage = event => heard(event.data.kind, event.data.data);
  if (navigator.locks && channel) navigator.locks.request('relevo-live', () => { listen(); return new Promise(() => {}); });
  else listen();
  // What happened between the page's making and the first word of the stream, where another tab listens.
  setTimeout(() => { if (!stream) hears(); }, 400);
  // Those who are here answer whoever comes, so one comes when one can hear them.
  function hears() {
    hearing = true;
    everything();
    company.present();
  }

  function heard(kind, data) {
    switch (kind) {
      case 'open': lostSince = 0; hears(); $('#offline').hidden = true; break;
      case 'lost': lostSince = lostSince || Date.now(); setTimeout(() => { if (lostSince && Date.now() - lostSince > 2500) $('#offline').hidden = false; }, 3000); break;
      case 'changed': refreshList(); if (data.contacts.includes(Number(contact()))) refreshTalk(); break;
      case 'missed': everything(); break;
      case 'handoff': refreshList(); company.handoff(data, !!stream || !channel); break;
      case 'erased': if (String(data.contact) === contact()) location.assign('/console/inbox'); break;
      case 'looking': case 'typing': company.someone(kind, data); break;
      case 'gone': location.assign('/sign-in'); break;
    }
  }
  function everything() { refreshList(); if (talk()) refreshTalk(); }
  function refreshTalk() { refreshThread(); refreshHead(); refreshSide(); }

  /* ---- the list ---- */
  const refreshList = later(150, async () => {
    const rows = $('#rows');
    if (!rows) { refreshCounts(); return; }
    const query = new URLSearchParams(new FormData($('#find')));
    query.set('size', Math.max(40, $$('.row', rows).length));
    htmx.ajax('GET', '/console/inbox/list?' + query, { source: '#rows', target: '#rows', swap: 'innerHTML' });
  });
  function refreshCounts() {
    if ($('#count-waiting')) htmx.ajax('GET', '/console/inbox/list?size=1', { source: '#words', target: '#words', swap: 'none' });
  }
  function mark() {
    for (const row of $$('.row')) row.setAttribute('aria-current', String(row.dataset.contact === contact()));
    if (desk) desk.classList.toggle('open', !!talk());
    const events = $('[data-do=events]');
    if (events) events.setAttribute('aria-pressed', String(localStorage.getItem('events') !== 'off'));
    tick();
    const waiting = $('#count-waiting') ? $('#count-waiting').textContent.trim() : '';
    document.title = document.title.replace(/^\(\d+\) /, '');
    if (waiting) document.title = '(' + waiting + ') ' + document.title;
  }
  function ago(ms) {
    const minutes = Math.floor(ms / 60000);
    if (minutes < 1) return words().now;
    if (minutes < 60) return minutes + ' ' + words().min;
    return minutes < 1440 ? Math.floor(minutes / 60) + ' ' + words().h : Math.floor(minutes / 1440) + ' ' + words().d;
  }
  function tick() {
    for (const it of $$('[data-since]')) it.textContent = ago(Date.now() - Number(it.dataset.since));
    for (const it of $$('[data-until]')) {
      const left = Number(it.dataset.until) - Date.now();
      if (!Number(it.dataset.until)) continue;
      if (left <= 0) { if (!it.classList.contains('window-shut')) { it.classList.add('window-shut'); it.textContent = words().shut; refreshCompose(); } continue; }
      const minutes = Math.max(1, Math.floor(left / 60000));
      const text = minutes < 60 ? minutes + ' ' + words().min : Math.floor(minutes / 60) + ' ' + words().h + ' ' + minutes % 60 + ' ' + words().min;
      it.textContent = words().left.replace('{0}', text);
    }
  }
  setInterval(tick, 15000);

  /* ---- the thread ---- */
  const atEnd = box => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  const toEnd = () => { const box = $('#msgs'); if (box) box.scrollTop = box.scrollHeight; const jump = $('#jump'); if (jump) jump.hidden = true; };

  function parts(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  }
  // Puts what came in its place: numbered things by number, events by time; what is known is replaced.
  function place(box, item) {
    const known = item.id && document.getElementById(item.id);
    if (known) {
      const open = $$('details[open]', known).length > 0;
      known.replaceWith(item);
      if (open) $$('details', item).forEach(it => { it.open = true; });
      return false;
    }
    const mine = Number(item.dataset.sequence || 0);
    const when = Number(item.dataset.at);
    const before = $$('[data-at]', box).find(it => mine && it.dataset.sequence
      ? Number(it.dataset.sequence) > mine
      : Number(it.dataset.at) > when);
    box.insertBefore(item, before || $('.m.pending', box));
    return true;
  }
  function merge(html) {
    const box = $('#msgs');
    if (!box) return null;
    const content = parts(html);
    const slice = content.querySelector('template[data-slice]');
    const stick = atEnd(box);
    let news = 0;
    for (const item of $$('[data-at]', content)) {
      if (place(box, item) && item.classList.contains('customer')) news++;
      decorate(item);
      if (window.htmx) htmx.process(item);
    }
    const nothing = $('#no-messages');
    if (nothing && $('[data-at]', box)) nothing.remove();
    days();
    if (stick) toEnd(); else if (news) $('#jump').hidden = false;
    return slice ? slice.dataset : null;
  }
  let reading = false;
  let again = false;
  async function refreshThreadNow() {
    if (reading) { again = true; return; }
    const open = talk();
    if (!open) return;
    reading = true;
    try {
      const html = await get(path('/changes?after=' + open.dataset.revision));
      if (talk() !== open) return;
      const slice = merge(html);
      if (slice && slice.revision) open.dataset.revision = slice.revision;
      seen();
      if ($('#compose').dataset.shut === 'true') refreshCompose();
    } catch (failure) {
      if (failure.status === 404) location.assign('/console/inbox');
    } finally {
      reading = false;
      if (again) { again = false; refreshThread(); }
    }
  }
  const refreshThread = later(80, refreshThreadNow);
  // Nothing is drawn anew under one's hands: while a field or a menu is in use, a button is held down, or what it did has not come back.
  let held = false;
  document.addEventListener('pointerdown', event => { held = !!event.target.closest('#head, #side'); });
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => setTimeout(() => { held = false; }));
  const asking = root => held || root.matches('.htmx-request') || $('.htmx-request', root);
  const inUse = root => asking(root) || root.contains(document.activeElement) && /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName) || $('details[open]', root);
  const bare = it => {
    const copy = it.cloneNode(true);
    $$('[name=request]', copy).forEach(one => one.remove());
    return copy.outerHTML.replace(/ class=""/g, '');
  };
  // Not by htmx, which keeps only the last of several requests that no element of the page makes.
  async function draw(part, again) {
    const open = talk();
    if (!open || (part !== 'compose' && inUse($('#' + part)))) { if (open && asking($('#' + part))) again(); return; }
    const fresh = parts(await get(path('/' + part))).querySelector('#' + part);
    const now = $('#' + part);
    if (!fresh || talk() !== open || bare(fresh) === bare(now)) return;
    if (part !== 'compose' && inUse(now)) { if (asking(now)) again(); return; }
    const noting = now.dataset.mode === 'note';
    const focused = now.contains(document.activeElement) && document.activeElement.id;
    now.replaceWith(fresh);
    htmx.process(fresh);
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus({ preventScroll: true });
    if (part !== 'compose') mark();
    else { compose.prepare(); if (noting) compose.mode('note'); }
  }
  const soon = (part, ms) => { const run = later(ms, () => draw(part, run).catch(() => {})); return run; };
  const refreshHead = soon('head', 60);
  const refreshSide = soon('side', 400);
  const refreshCompose = soon('compose', 200);

  function days() {
    const box = $('#msgs');
    $$('.day', box).forEach(it => it.remove());
    let last = '';
    const today = new Date();
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    const key = date => date.getFullYear() + '-' + String(date.getMonth() + 1).padStart(2, '0') + '-' + String(date.getDate()).padStart(2, '0');
    const shown = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric' });
    for (const item of $$('[data-day]', box)) {
      if (item.dataset.day === last) continue;
      last = item.dataset.day;
      const [y, m, d] = last.split('-').map(Number);
      const text = last === key(today) ? words().today : last === key(yesterday) ? words().yesterday : shown.format(new Date(y, m - 1, d));
      box.insertBefore(Object.assign(document.createElement('div'), { className: 'day', textContent: text }), item);
    }
  }
  async function older() {
    const open = talk();
    const sign = $('#older');
    if (!open || !sign || sign.dataset.busy) return;
    sign.dataset.busy = '1';
    const box = $('#msgs');
    try {
      const content = parts(await get(path('/older?before=' + open.dataset.oldest)));
      const height = box.scrollHeight;
      const slice = content.querySelector('template[data-slice]').dataset;
      for (const item of $$('[data-at]', content)) { if (!document.getElementById(item.id)) { place(box, item); decorate(item); } }
      open.dataset.oldest = slice.oldest;
      if (!slice.oldest) sign.remove(); else delete sign.dataset.busy;
      days();
      box.scrollTop += box.scrollHeight - height;
    } catch (failure) { delete sign.dataset.busy; }
  }
  let lastSeen = '';
  function seen() {
    const open = talk();
    if (!open || document.hidden || !document.hasFocus()) return;
    const mark = open.dataset.contact + ':' + open.dataset.revision;
    if (mark === lastSeen) return;
    lastSeen = mark;
    post(path('/read'), { request: id() }).catch(() => {});
  }
  // What is before us is another's until the chosen one has come: nothing can be written or done there.
  function loading(row) {
    const it = $('#talk');
    it.classList.add('loading');
    it.inert = true;
    if (row.classList.contains('row')) for (const other of $$('.row')) other.setAttribute('aria-current', String(other === row));
    company.present();
  }
  function opened() {
    mark();
    const open = talk();
    if (!open) return;
    document.title = document.title.replace(/^(\(\d+\) )?.*$/, '$1' + open.dataset.title + ' · Relevo');
    $$('#msgs [data-at]').forEach(decorate);
    days();
    toEnd();
    const box = $('#msgs');
    let end = true;
    box.addEventListener('scroll', () => { end = atEnd(box); if (box.scrollTop < 200) older(); if (end) $('#jump').hidden = true; }, { passive: true });
    // The newest stays in view when the place to write grows, or a phone's keyboard comes up.
    new ResizeObserver(() => { if (end) toEnd(); }).observe(box);
    if (box.scrollHeight <= box.clientHeight) older();
    if (localStorage.getItem('events') === 'off') box.classList.add('no-events');
    compose.prepare();
    if (hearing) company.present();
    seen();
    if (matchMedia('(min-width: 721px)').matches && !$('#text').disabled) $('#text').focus({ preventScroll: true });
  }

  /* ---- doing ---- */
  function go(number) {
    if (!desk) { location.assign('/console/inbox/' + number); return; }
    const row = document.getElementById('row-' + number);
    if (row) row.click();
    else location.assign('/console/inbox/' + number + location.search);
  }

  Object.assign(does, {
    back(button, event) {
      if (!desk) return;
      event.preventDefault();
      history.pushState({}, '', '/console/inbox' + location.search);
      const open = talk();
      if (open) { delete open.dataset.contact; company.present(); }
      desk.classList.remove('open');
      for (const row of $$('.row')) row.setAttribute('aria-current', 'false');
    },
    side() { const open = $('#talk'); if (open) open.classList.toggle('side-open'); },
    events(button) {
      const off = $('#msgs').classList.toggle('no-events');
      localStorage.setItem('events', off ? 'off' : 'on');
      button.setAttribute('aria-pressed', String(!off));
    },
    async resend(button) {
      button.disabled = true;
      try { merge(await post(path('/resend/' + button.dataset.message), { request: id() })); }
      catch (failure) { button.disabled = false; toast(words().offline, { bad: true }); }
    }
  });
  document.addEventListener('click', event => {
    if (event.target.closest('#jump')) toEnd();
  });
  document.addEventListener('htmx:afterSettle', event => {
    const swapped = event.detail.target || event.target;
    if (swapped.id === 'talk') opened();
    else if (swapped.id === 'compose') compose.prepare();
    else mark();
    if (swapped.id === 'head' && event.detail.requestConfig && event.detail.requestConfig.verb === 'post') refreshTalk();
  });
  document.addEventListener('htmx:beforeRequest', event => {
    if (event.detail.target && event.detail.target.id === 'talk') loading(event.target);
  });
  document.addEventListener('visibilitychange', () => { company.present(); if (!document.hidden) { everything(); seen(); } });
  window.addEventListener('focus', seen);
  window.addEventListener('popstate', () => location.reload());

  /* ---- keys ---- */
  document.addEventListener('keydown', event => {
    const field = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && field) { field.blur(); return; }
    if (field || event.ctrlKey || event.metaKey || event.altKey || $('dialog[open]')) return;
    const press = selector => { const it = $(selector); if (it) { event.preventDefault(); it.click(); } };
    switch (event.key.toLowerCase()) {
      case '/': event.preventDefault(); if ($('#q')) $('#q').focus(); break;
      case 'j': step(1); break;
      case 'k': step(-1); break;
      case 't': press('#take'); break;
      case 'b': if ($('#head') && $('#head').dataset.floor === 'person') press('.floor .bot'); break;
      case 'e': press('#close-menu > summary'); if ($('#close-menu[open] input[name=category]')) $('#close-menu input[name=category]').focus(); break;
      case 'a': press('#assign-menu > summary'); if ($('#assign-menu[open] button')) $('#assign-menu button').focus(); break;
      case 'n': if ($('#compose')) { event.preventDefault(); compose.mode('note'); } break;
      case 'r': if ($('#compose')) { event.preventDefault(); compose.mode('reply'); } break;
      case '?': event.preventDefault(); does.help(); break;
    }
  });
  function step(by) {
    const rows = $$('.row');
    if (!rows.length) return;
    const at = rows.findIndex(it => it.dataset.contact === contact());
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.scrollIntoView({ block: 'nearest' });
    next.click();
  }

  window.relevo.inbox = { contact, path, go, merge, toEnd, refreshHead };
  if (talk()) opened(); else mark();
})();
