// Who else is in this conversation, and the bell for a customer who is handed over.
(function () {
  'use strict';
  if (!document.getElementById('words')) return;
  const { $, post, toast, words, does } = window.relevo;
  const inbox = () => window.relevo.inbox;

  /* ---- who else is here ---- */
  const others = new Map();
  let lastTyped = 0;
  function typing(on) {
    if (!inbox().contact()) return;
    if (on && Date.now() - lastTyped < 3000) return;
    if (!on && !lastTyped) return;
    lastTyped = on ? Date.now() : 0;
    post(inbox().path('/typing'), { on }).catch(() => {});
  }
  let lookedAt = '';
  function present() {
    const now = document.hidden ? '' : inbox().contact();
    if (lookedAt && lookedAt !== now) post('/console/inbox/' + lookedAt + '/looking', { on: false }).catch(() => {});
    if (lookedAt !== now) { others.clear(); showOthers(); }
    lookedAt = now;
    if (now) post(inbox().path('/looking'), { on: true }).catch(() => {});
  }
  setInterval(present, 12000);
  window.addEventListener('pagehide', () => {
    if (lookedAt) fetch('/console/inbox/' + lookedAt + '/looking', { method: 'POST', keepalive: true, body: new URLSearchParams({ on: false }), headers: { 'X-CSRF-TOKEN': $('meta[name=csrf]').content, 'HX-Request': 'true' } }).catch(() => {});
  });
  function someone(kind, data) {
    if (String(data.contact) !== inbox().contact()) return;
    const who = data.customer ? 'customer' : String(data.member);
    const known = others.get(who) || { name: data.name, customer: !!data.customer, looking: 0, typing: 0 };
    if (kind === 'looking' && data.on && !known.looking) setTimeout(present, 200);
    known[kind] = data.on ? Date.now() : 0;
    others.set(who, known);
    showOthers();
  }
  function showOthers() {
    const box = $('#presence');
    if (!box) return;
    const now = Date.now();
    const list = Array.from(others.values());
    const typers = list.filter(it => now - it.typing < 6000);
    const lookers = list.filter(it => !it.customer && now - it.looking < 30000 && !typers.includes(it));
    const said = typers.map(it => it.customer ? words().customerTyping : words().typing.replace('{0}', it.name))
      .concat(lookers.map(it => words().looking.replace('{0}', it.name)));
    const text = said.join(' · ');
    if (box.dataset.text === text) return;
    box.dataset.text = text;
    box.textContent = text;
    if (text) box.prepend(Object.assign(document.createElement('span'), { className: 'dot' }));
  }
  setInterval(showOthers, 2000);

  /* ---- a customer is handed over ---- */
  let sound = null;
  const wake = () => { if (!sound && window.AudioContext) sound = new AudioContext(); };
  document.addEventListener('pointerdown', wake, { once: true });
  document.addEventListener('keydown', wake, { once: true });
  function chime() {
    if (!sound) return;
    [[660, 0], [880, 0.16]].forEach(([pitch, after]) => {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      const at = sound.currentTime + after;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.16, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
      tone.connect(volume).connect(sound.destination);
      tone.start(at);
      tone.stop(at + 0.4);
    });
  }
  // What this tab heard of outlives the page: one that is opened next rings for what came in between.
  const rung = new Set([Number(sessionStorage.getItem('handoff') || words().newestHandoff)]);
  const newestHandoff = () => Math.max(...rung);
  const keep = () => sessionStorage.setItem('handoff', newestHandoff());
  keep();
  // Once for each handoff, and in one of the browser's tabs only: the one that holds the stream.
  // One without its number comes from a server of the version before.
  function handoff(data, rings) {
    const number = data.contact;
    if (data.handoff) {
      if (rung.has(data.handoff)) return;
      rung.add(data.handoff);
      keep();
    }
    if (rings) chime();
    const here = String(number) === inbox().contact() && document.hasFocus();
    if (!here) toast(words().handoff, { actions: [[words().handoffBody, () => inbox().go(number)]] });
    if (!rings || !('Notification' in window)) return;
    if (Notification.permission === 'granted' && !document.hasFocus()) {
      const notice = new Notification('Relevo', { body: words().handoff, tag: 'handoff-' + number, icon: '/assets/console/favicon.svg' });
      notice.onclick = () => { window.focus(); inbox().go(number); notice.close(); };
    } else if (Notification.permission === 'default' && !localStorage.getItem('notices')) {
      // Asked once, by a button of ours; the browser's own question comes only after a yes.
      localStorage.setItem('notices', 'asked');
      toast(words().ask, { actions: [[words().askYes, () => does.notices()]] });
    }
  }

  window.relevo.company = { typing, present, someone, handoff, newestHandoff };
})();
