// What every page of the console does by itself: requests with their token, toasts, menus, theme, keys' help.
(function () {
  'use strict';
  const $ = (selector, root) => (root || document).querySelector(selector);
  const words = () => ($('#words') ? $('#words').dataset : {});

  const relevo = window.relevo = {
    $,
    words,

    // A request id: the server does nothing twice under the same one.
    id() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
    },

    // Posts a form's values, a file among them as such; the answer's text, or an error with the server's own sentence shown.
    async post(url, values) {
      const response = await fetch(url, {
        method: 'POST',
        body: values.file ? form(values) : new URLSearchParams(values),
        headers: { 'X-CSRF-TOKEN': token(), 'HX-Request': 'true' },
        credentials: 'same-origin'
      });
      told(response);
      if (!response.ok) {
        const failure = new Error('status ' + response.status);
        failure.status = response.status;
        throw failure;
      }
      return response.text();
    },

    async get(url) {
      const response = await fetch(url, { headers: { 'HX-Request': 'true' }, credentials: 'same-origin' });
      told(response);
      if (!response.ok) {
        const failure = new Error('status ' + response.status);
        failure.status = response.status;
        throw failure;
      }
      return response.text();
    },

    toast(text, options) {
      const box = $('#toasts');
      if (!box || !text) return;
      const toast = document.createElement('div');
      toast.className = 'toast' + (options && options.bad ? ' bad' : '');
      toast.append(Object.assign(document.createElement('span'), { textContent: text }));
      const actions = (options && options.actions) || [];
      for (const [label, does] of actions) {
        const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
        button.addEventListener('click', () => { toast.remove(); does(); });
        toast.append(button);
      }
      while (box.children.length > 2) box.firstElementChild.remove();
      box.append(toast);
      setTimeout(() => toast.remove(), actions.length ? 9000 : 5000);
    },

    // Addresses in a text become links, WhatsApp's *bold* and _italics_ show as such; made of text nodes only, never of markup.
    decorate(item) {
      for (const body of item.querySelectorAll('.body')) {
        const text = body.textContent;
        if (body.children.length || !/https?:\/\/|[*_]\S/.test(text)) continue;
        body.textContent = '';
        for (const piece of text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]|(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])|(?<![\w_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\w_]))/)) {
          if (/^[*_].+[*_]$/.test(piece)) {
            body.append(Object.assign(document.createElement(piece[0] === '*' ? 'b' : 'i'), { textContent: piece.slice(1, -1) }));
          } else if (/^https?:\/\//.test(piece)) {
            const link = Object.assign(document.createElement('a'), { href: piece, textContent: piece, target: '_blank' });
            link.rel = 'noopener noreferrer nofollow';
            body.append(link);
          } else body.append(piece);
        }
      }
    }
  };

  function form(values) {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.append(name, value);
    return form;
  }

  function token() {
    const meta = $('meta[name=csrf]');
    return meta ? meta.content : '';
  }

  // What the server says beside its answer: where to go instead, or a toast.
  function told(response) {
    const elsewhere = response.headers.get('HX-Redirect');
    if (elsewhere) { location.assign(elsewhere); return; }
    const trigger = response.headers.get('HX-Trigger');
    if (!trigger) return;
    try { const said = JSON.parse(trigger); if (said.toast) show(said.toast); } catch (e) { /* not ours */ }
  }

  function show(said) {
    const actions = said.undo ? [[words().undo, () => undo(said)]] : [];
    relevo.toast(said.text, { bad: said.bad, actions });
  }

  function undo(said) {
    const { target = '#head', ...values } = said.values || {};
    if (!$(target)) return;
    htmx.ajax('POST', said.undo, { source: target, target, swap: 'outerHTML', values });
  }

  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.verb === 'get') return;
    event.detail.headers['X-CSRF-TOKEN'] = token();
    const values = event.detail.parameters;
    if (!values.request && !(values.get && values.get('request'))) {
      if (values.set) values.set('request', relevo.id()); else values.request = relevo.id();
    }
  });
  document.addEventListener('htmx:load', event => event.detail.elt.querySelectorAll('.m').forEach(relevo.decorate));
  document.addEventListener('toast', event => show(event.detail));
  document.addEventListener('htmx:sendError', () => relevo.toast(words().offline, { bad: true }));
  document.addEventListener('htmx:responseError', event => {
    const status = event.detail.xhr.status;
    if (status === 401 || event.detail.xhr.getResponseHeader('HX-Trigger')) return;
    relevo.toast(status === 403 || status === 404 ? words().expired : words().offline, { bad: true });
  });

  // Menus close when one looks elsewhere; only one is open.
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const button = event.target.closest('[data-do]');
    if (button && does[button.dataset.do]) does[button.dataset.do](button, event);
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = $('details.menu[open]');
    if (menu) { menu.open = false; $('summary', menu).focus(); event.stopPropagation(); }
  });
  document.addEventListener('submit', event => {
    if (event.target.dataset && event.target.dataset.forget === 'drafts') {
      for (const key of Object.keys(localStorage)) if (key.startsWith('draft:')) localStorage.removeItem(key);
    }
    const confirmation = event.target.dataset && event.target.dataset.sure;
    if (confirmation && !window.confirm(confirmation)) event.preventDefault();
  });

  // Files dropped on a `data-drop` go into its input.
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, event => {
      const zone = event.target.closest && event.target.closest('[data-drop]');
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && event.dataTransfer.files.length) {
        const input = $('input[type=file]', zone);
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }

  const themes = ['system', 'light', 'dark'];
  const does = relevo.does = {
    theme() {
      const now = localStorage.getItem('theme') || 'system';
      const next = themes[(themes.indexOf(now) + 1) % themes.length];
      if (next === 'system') { localStorage.removeItem('theme'); delete document.documentElement.dataset.theme; }
      else { localStorage.setItem('theme', next); document.documentElement.dataset.theme = next; }
      relevo.toast(words()[next]);
    },
    help() { const help = $('#help'); if (help && !help.open) help.showModal(); },
    async notices() {
      if (!('Notification' in window)) { relevo.toast(words().denied, { bad: true }); return; }
      const answer = await Notification.requestPermission();
      localStorage.setItem('notices', answer === 'granted' ? 'on' : 'asked');
      relevo.toast(answer === 'granted' ? words().on : words().denied, { bad: answer !== 'granted' });
    },
    copy(button) {
      const field = document.getElementById(button.dataset.from);
      if (!field) return;
      const done = () => relevo.toast(button.dataset.done);
      if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, () => { field.select(); });
      else { field.select(); document.execCommand('copy'); done(); }
    }
  };
})();
