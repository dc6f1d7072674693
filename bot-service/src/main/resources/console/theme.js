// Before the first paint: the theme this device chose.
(function () {
  'use strict';
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  } catch (e) { /* no storage: the system's theme */ }
})();
