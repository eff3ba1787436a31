// What keys, the buttons of the bar and a finger do; and the beginning, once all else is there.
const number = document.querySelector('.number');
const acts = {
  previous: () => show(current - 1),
  next: () => show(current + 1),
  first: () => show(0),
  last: () => show(slides.length - 1),
  list: () => listed(),
  words: () => worded(),
  help: () => helped(),
  black: () => darken('black'),
  white: () => darken('white'),
  print: () => window.print(),
  escape: escaped,
  save,
  speaker,
  again,
  full,
};
const keys = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous',
  Backspace: 'previous', Home: 'first', End: 'last', Escape: 'escape', s: 'save', t: 'words', p: 'print', f: 'full', l: 'list', n: 'speaker',
  r: 'again', b: 'black', '.': 'black', '。': 'black', w: 'white', ',': 'white', '，': 'white', '?': 'help', '？': 'help',
};
const TURNS = ['next', 'previous', 'first', 'last'];
const HELD = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock', 'AltGraph', 'Fn'];
const LONGER = 4000; // milliseconds that a number waits for Enter
let wanted = '';
let quiet = 0;

function typed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || HELD.includes(event.key)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const name = event.key === ' ' && event.shiftKey ? 'previous' : keys[key];
  if (dark) {
    event.preventDefault();
    return darken('');
  }
  if (counted(key)) return event.preventDefault();
  if (!list.hidden && inList(key)) return event.preventDefault();
  if (event.target.closest('button, a') && [' ', 'Enter'].includes(key)) return;
  if (event.target.closest('table[tabindex]') && ['ArrowLeft', 'ArrowRight'].includes(key)) return;
  if (event.target.closest('.worded .words, .slide[tabindex], .help, .notes') && ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', ' '].includes(key)) return;
  if (!name) return;
  event.preventDefault();
  if ([...TURNS, 'words'].includes(name)) {
    listed(false);
    helped(false);
  }
  acts[name]();
}

// A number and Enter lead to that slide; what is typed is seen with the slide that it names.
function counted(key) {
  const digit = /^\d$/.test(key);
  if (!digit && !wanted) return false;
  if (key === 'Enter') {
    listed(false);
    helped(false);
    show(Number(wanted) - 1);
  }
  const goes = {Backspace: wanted.slice(0, -1), Enter: '', Escape: ''}[key];
  wanted = digit ? (wanted + key).slice(-4) : goes || '';
  number.classList.toggle('seen', wanted !== '');
  if (wanted) number.replaceChildren(element('b', wanted), element('span', titled(Number(wanted))), element('kbd', 'Enter'));
  clearTimeout(counted.timer);
  if (wanted) counted.timer = setTimeout(() => counted('Escape'), LONGER);
  return digit || goes !== undefined;
}

function titled(at) {
  const named = list.querySelectorAll('a > span')[at - 1];
  return named ? named.textContent : say.of_all.replace('{}', slides.length);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// Arrow keys move through the open list.
function inList(key) {
  const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[key];
  if (!step) return false;
  const entries = [...list.querySelectorAll('a')];
  const at = Math.max(entries.indexOf(document.activeElement), 0);
  entries[Math.max(0, Math.min(entries.length - 1, at + step))].focus();
  return true;
}

function moved() {
  document.body.classList.remove('still');
  clearTimeout(quiet);
  quiet = setTimeout(() => document.body.classList.add('still'), 3000);
}

// A swipe turns the page; so does a tap at the slide's edge. A tap on a mark shows its label.
let start = null;
function touched(event) {
  const one = event.touches.length === 1 && !event.target.closest('.bar, .list, .help, .curtain, .desk, a, button, table') ? event.touches[0] : null;
  start = one && !(window.visualViewport && visualViewport.scale > 1.05) ? [one.clientX, one.clientY] : null;
}
function lifted(event) {
  if (!start || event.touches.length) return;
  const [across, down] = [event.changedTouches[0].clientX - start[0], event.changedTouches[0].clientY - start[1]];
  const place = start[0] / root.clientWidth;
  if (Math.abs(across) > 40 && Math.abs(across) > 1.5 * Math.abs(down)) acts[across < 0 ? 'next' : 'previous']();
  else if (Math.hypot(across, down) < 10 && event.target.closest('.sheet') && (place < 0.1 || place > 0.9)) acts[place > 0.5 ? 'next' : 'previous']();
  start = null;
}

bar.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.do !== 'list') listed(false);
  if (button.dataset.do !== 'help') helped(false);
  acts[button.dataset.do]();
  if (event.detail) button.blur(); // clicked, not typed: the keys stay with the slides
});
addEventListener('keydown', typed);
addEventListener('pointermove', moved, {passive: true});
addEventListener('touchstart', touched, {passive: true, capture: true});
addEventListener('touchend', lifted, {passive: true, capture: true});
fit();
fromAddress();
moved();
