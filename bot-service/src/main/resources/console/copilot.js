// Help with writing: drafts, other words, summaries. What it writes stays in the field, and can be taken back.
(function () {
  'use strict';
  if (!document.getElementById('words')) return;
  const { $, post, toast, words, does } = window.relevo;
  const inbox = () => window.relevo.inbox;
  let before = null;

  const refused = failure => { if (failure.status !== 422) toast(words().offline, { bad: true }); };
  const text = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  };
  function off() {
    const box = $('#copilot');
    if (!box) return;
    box.replaceChildren();
    box.hidden = true;
  }
  // One at a time; what comes for another conversation than the one before us is not shown.
  async function ask(part, values, use) {
    const box = $('#copilot');
    $('#copilot-menu').open = false;
    if (!box || box.getAttribute('aria-busy') === 'true') return;
    box.hidden = false;
    box.setAttribute('aria-busy', 'true');
    box.replaceChildren(Object.assign(document.createElement('p'), { className: 'small muted busy', textContent: words().copilotBusy }));
    try {
      const done = text(await post(inbox().path('/copilot/' + part), values));
      if (!box.isConnected) return;
      box.replaceChildren(done);
      if (use) use(done.dataset.text);
    } catch (failure) { if (box.isConnected) off(); refused(failure); }
    finally { box.removeAttribute('aria-busy'); }
  }
  function sent() {
    before = null;
    if ($('#copilot [data-do=copilotUndo]')) off();
  }
  function write(words) {
    const field = $('#text');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (!field.disabled) field.focus();
  }
  function replace(words) {
    before = { contact: inbox().contact(), text: $('#text').value };
    write(words);
  }

  Object.assign(does, {
    copilotDraft() {
      ask('draft', {}, words => { if ($('#compose').dataset.mode === 'note') window.relevo.compose.mode('reply'); replace(words); });
    },
    copilotRewrite(button) {
      ask('rewrite', { text: $('#text').value, way: button.dataset.way, own: $('#copilot-own').value }, replace);
    },
    copilotSummary() { ask('summary', {}); },
    copilotUndo() {
      if (before && before.contact === inbox().contact()) write(before.text);
      before = null;
      off();
    },
    copilotNote() {
      const summary = $('#copilot [data-text]').dataset.text;
      window.relevo.compose.mode('note');
      replace(summary);
      off();
    },
    copilotOff() { off(); $('#text').focus(); },
    async copilotClosing(button) {
      const field = $('#close-form [name=summary]');
      button.disabled = true;
      button.setAttribute('aria-busy', 'true');
      try { field.value = text(await post(inbox().path('/copilot/summary'), {})).dataset.text; field.focus(); }
      catch (failure) { refused(failure); }
      finally { button.disabled = false; button.removeAttribute('aria-busy'); }
    }
  });
  // What is sent is past taking back.
  document.addEventListener('submit', event => { if (event.target.id === 'compose') sent(); }, true);
  document.addEventListener('keydown', event => {
    if (event.target.id === 'text' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) sent();
  }, true);
  // In the wish's field, Enter asks and sends nothing.
  document.addEventListener('keydown', event => {
    if (event.target.id !== 'copilot-own' || event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    $('#copilot-own-go').click();
  });
})();
