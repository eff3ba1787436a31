// What opens over a slide: the list of slides, the slide in words, what the keys do; and the whole screen.
const list = document.querySelector('.list');
const help = document.querySelector('.help');

function listed(open = list.hidden) {
  list.hidden = !open;
  bar.querySelector('[data-do=list]').setAttribute('aria-expanded', open);
  if (open) {
    worded(false);
    helped(false);
    list.querySelectorAll('a')[current].focus();
  } else if (list.contains(document.activeElement)) document.activeElement.blur();
}

function worded(open = !document.body.classList.contains('worded')) {
  document.body.classList.toggle('worded', open);
  bar.querySelector('[data-do=words]').setAttribute('aria-expanded', open);
  for (const one of document.querySelectorAll('.words')) one.tabIndex = open ? 0 : -1; // else nobody sees where the focus is
  reachable();
  const words = slides[current].querySelector('.words');
  if (open && words) words.focus();
}

// What scrolls by itself is reached by keys: an upright screen's slide with its words, a table wider than that.
function reachable() {
  for (const one of document.querySelectorAll('.slide.current, .current .words table')) {
    const {overflowX, overflowY} = getComputedStyle(one);
    const down = overflowY === 'auto' && one.scrollHeight > one.clientHeight;
    const across = overflowX === 'auto' && one.scrollWidth > one.clientWidth;
    if (down || across) one.tabIndex = 0;
    else one.removeAttribute('tabindex');
  }
}

function helped(open = help.hidden) {
  if (open) [listed, worded].forEach((one) => one(false));
  help.hidden = !open;
  bar.querySelector('[data-do=help]').setAttribute('aria-expanded', open);
  if (open) help.focus();
  else if (help.contains(document.activeElement)) document.activeElement.blur();
}

// What is open is closed; where nothing is, the list opens.
function escaped() {
  if (document.body.classList.contains('worded')) worded(false);
  else if (!help.hidden) helped(false);
  else listed();
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (root.requestFullscreen) root.requestFullscreen().catch(() => tell(say.not_full));
  else tell(say.not_full);
}

changed.push(reachable);
addEventListener('resize', reachable);
list.addEventListener('click', (event) => {
  if (event.target.closest('a')) setTimeout(() => listed(false));
});
