/** What the page does: a row or a mark that is chosen lights up its words; Escape lets go. Plain script, run in the browser. */
export const SCRIPT = `
(() => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const owns = (element, key) => (element.dataset.of || '').split(' ').includes(key);
  let chosen = null;
  function choose(key, from) {
    chosen = key === chosen ? null : key;
    document.querySelectorAll('.on').forEach((element) => element.classList.remove('on'));
    document.querySelectorAll('button[data-of]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.of === chosen)));
    if (chosen === null) return;
    const row = document.querySelector('[data-row="' + chosen + '"]');
    row.classList.add('on');
    const article = row.closest('article');
    const words = [...article.querySelectorAll('.m')].filter((mark) => owns(mark, chosen));
    words.forEach((mark) => mark.classList.add('on'));
    const target = from === 'text' ? row : words.find((mark) => mark.closest('.body') && mark.matches('.figure, .gap')) || words[0];
    if (target) target.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
  }
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-of]');
    if (button) return choose(button.dataset.of, 'row');
    const mark = event.target.closest('.m[data-of]');
    const keys = mark ? mark.dataset.of.split(' ').filter(Boolean) : [];
    // a mark of several rows goes through them, one at each click
    if (keys.length > 0) choose(keys[(keys.indexOf(chosen) + 1) % keys.length], 'text');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen !== null) choose(chosen);
  });
})();
`;
