// Says so when the chat does not come.
(() => {
  "use strict";
  let here = false;
  const trouble = (on) => {
    const sentence = document.getElementById("chat-failed");
    if (sentence) sentence.hidden = !on;
    for (const ask of document.querySelectorAll(".ask")) ask.disabled = on;
  };
  document.addEventListener("relevo:ready", () => {
    here = true;
    trouble(false);
  });
  window.addEventListener("error", (event) => event.target instanceof HTMLScriptElement && trouble(true), true);
  setTimeout(() => here || trouble(true), 8000);
})();
