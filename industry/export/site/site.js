// Draws the plots of a page of the static edition as they come into view, filters its tables, and has the panels of
// files (panel.js) do what they do.
'use strict';
(() => {
  const root = document.documentElement;
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const hoverlabel = {bgcolor: colour('--background'), bordercolor: colour('--soft'), align: 'left', font: {color: colour('--ink')}};
  const parted = (text) => (typeof text === 'string' ? text.replaceAll(' · ', '<br>') : text);

  function spoken(trace) {
    if (!trace.hovertext) return trace;
    return {...trace, hovertext: Array.isArray(trace.hovertext) ? trace.hovertext.map(parted) : parted(trace.hovertext)};
  }

  function draw(plot) {
    const {data, layout} = JSON.parse(plot.nextElementSibling.textContent);
    const config = {displayModeBar: false, responsive: true, scrollZoom: false, doubleClick: false, showTips: false};
    Plotly.newPlot(plot, data.map(spoken), {...layout, hoverlabel}, config);
  }

  const waiting = new Set(document.querySelectorAll('.plot'));
  const watcher = new IntersectionObserver((seen) => seen.forEach((one) => {
    if (!one.isIntersecting || !waiting.delete(one.target)) return;
    watcher.unobserve(one.target);
    draw(one.target);
  }), {rootMargin: '600px'});
  waiting.forEach((plot) => watcher.observe(plot));
  addEventListener('beforeprint', () => waiting.forEach((plot) => waiting.delete(plot) && draw(plot)));

  document.querySelectorAll('.take').forEach(taking);

  // What a filter chooses is kept in the address, so that a link shows the same rows.
  const form = document.querySelector('.choose');
  if (!form) return;
  const fields = [...form.querySelectorAll('input, select')];
  const rows = [...document.querySelectorAll('[data-words]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const parts = [...document.querySelectorAll('[data-part]')];
  // Texts and words are compared as on the dashboard: half-width, one sort of dash, no commas between digits, and no
  // number inside another.
  const even = (text) => text.normalize('NFKC').toLowerCase().replace(/[‐‑‒–—―−～~]/g, '-').replace(/(\d),(?=\d)/g, '$1');
  const texts = rows.map((row) => even(row.textContent + ' ' + row.dataset.words));
  const digit = (one) => one >= '0' && one <= '9';
  function holds(text, word) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const behind = text.slice(at + word.length);
      if (digit(word[0]) && /[\d.]$/.test(text.slice(0, at))) continue;
      if (digit(word[word.length - 1]) && /^[\d.]*\d/.test(behind)) continue;
      return true;
    }
    return false;
  }

  // Whether nothing that is chosen is said otherwise of a row or part.
  const fits = ({dataset}, chosen) => fields.every(({name}) => !chosen[name] || !(name in dataset) || dataset[name] === chosen[name]);

  function filter() {
    const chosen = Object.fromEntries(fields.map((one) => [one.name, one.value.trim()]));
    const words = even(chosen.q || '').replace(/([\u4e00-\u9fff])(?=[-+]?\d+\.?\d*%?$)/, '$1 ').split(/\s+/).filter(Boolean);
    let left = 0;
    rows.forEach((row, at) => {
      row.hidden = !(fits(row, chosen) && words.every((one) => holds(texts[at], one)));
      if (!row.hidden) left += 1;
    });
    parts.forEach((one) => { one.hidden = !fits(one, chosen); });
    groups.forEach((one) => { one.hidden = !one.querySelector('[data-words]:not([hidden])'); });
    form.querySelector('output').value = form.dataset.count.replace('{}', left.toLocaleString('en', {useGrouping: document.documentElement.lang === 'en'}));
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
    history.replaceState(null, '', (query ? '?' + query : location.pathname) + location.hash);
  }

  const asked = new URLSearchParams(location.search);
  fields.forEach((one) => { if (asked.has(one.name)) one.value = asked.get(one.name); });
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();
})();
