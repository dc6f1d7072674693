// Which suggested rows are not wanted, in one field: a form of files takes few fields.
const boxes = () => Array.from(document.querySelectorAll('[data-key]'));

document.addEventListener('change', event => {
  const left = document.getElementById('left');
  if (!left) return;
  if (event.target.matches('[data-every]')) boxes().forEach(it => { it.checked = event.target.checked; });
  if (!event.target.matches('[data-key], [data-every]')) return;
  const shown = new Map(boxes().map(it => [it.dataset.key, it.checked]));
  const kept = left.value.split(',').filter(key => key && !shown.has(key));
  left.value = kept.concat([...shown].filter(([, on]) => !on).map(([key]) => key)).join(',');
});
