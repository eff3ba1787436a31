// A deck's slides, one shown at a time: each is drawn when it is near, and all of them for printing. What else a deck
// does is in the files beside this one, which are put after it into one script; `changed` is called when a slide comes.
const root = document.documentElement;
const deck = document.getElementById('deck');
const slides = [...deck.querySelectorAll('.slide')];
const bar = document.querySelector('.bar');
const told = document.querySelector('.told');
const asked = new URLSearchParams(location.search);
const say = JSON.parse(document.getElementById('say').textContent);
const [width, height, scale, margin] = ['width', 'height', 'scale', 'margin'].map((name) => Number(deck.dataset[name]));
const config = {displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false, responsive: false};
const changed = [];
let current = -1;

// The whole slide on any screen, and room for the controls below its last line.
function fit() {
  const [wide, high] = [root.clientWidth, root.clientHeight];
  const upright = high > wide;
  const room = parseFloat(getComputedStyle(root).getPropertyValue('--bar'));
  const text = height - margin;
  const factor = upright ? Math.min(wide / width, high / height) : Math.min(wide / width, high / height, (high - room) / text);
  const top = upright ? 0 : Math.min((high - height * factor) / 2, high - room - text * factor);
  placed(root, (wide - width * factor) / 2, top, factor);
}

function placed(element, left, top, factor) {
  element.style.setProperty('--fit', factor);
  element.style.setProperty('--left', left + 'px');
  element.style.setProperty('--top', top + 'px');
}

// What a mark tells stands in a box of its own colour, a part a line.
const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
const hoverlabel = {bgcolor: colour('--background'), bordercolor: colour('--soft'), align: 'left', font: {color: colour('--ink')}};
function spoken(trace) {
  const parted = (text) => (typeof text === 'string' ? text.replaceAll(' · ', '<br>') : text);
  if (!trace.hovertext) return trace;
  return {...trace, hovertext: Array.isArray(trace.hovertext) ? trace.hovertext.map(parted) : parted(trace.hovertext)};
}

// What a slide's element of this class holds as JSON; the cover has none.
function held(number, name) {
  const found = slides[number].querySelector('script.' + name);
  return found && JSON.parse(found.textContent);
}

function draw(number) {
  const plot = slides[number] && slides[number].querySelector('.plot');
  if (!plot || plot.dataset.drawn) return;
  plot.dataset.drawn = 'yes';
  const {data, layout} = held(number, 'drawing');
  Plotly.newPlot(plot, data.map(spoken), {...layout, dragmode: false, hoverlabel}, config);
}

function show(number, remember = true) {
  const wanted = Math.max(0, Math.min(slides.length - 1, number));
  if (wanted !== current) {
    slides.forEach((one, index) => {
      one.classList.toggle('current', index === wanted);
      one.inert = index !== wanted;
    });
    current = wanted;
    slides[current].scrollTop = 0;
    const words = slides[current].querySelector('.words');
    if (words) words.scrollTop = 0;
    draw(current);
    setTimeout(() => [current + 1, current - 1].forEach(draw), 60);
    bar.querySelector('.place').textContent = `${current + 1} / ${slides.length}`;
    bar.querySelector('[data-do=previous]').disabled = current === 0;
    bar.querySelector('[data-do=next]').disabled = current === slides.length - 1;
    list.querySelectorAll('a').forEach((one, index) => {
      if (index === current) one.setAttribute('aria-current', 'page');
      else one.removeAttribute('aria-current');
    });
    changed.forEach((one) => one());
  }
  if (remember && location.hash !== '#' + (current + 1)) history.replaceState(null, '', '#' + (current + 1));
}

function fromAddress() {
  const named = /^#(\d{1,4})$/.exec(location.hash);
  show(named ? Number(named[1]) - 1 : 0, Boolean(named));
  listed(false);
}

function tell(text) {
  told.textContent = text;
  told.classList.add('seen');
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => told.classList.remove('seen'), 4000);
}

addEventListener('hashchange', fromAddress);
addEventListener('resize', fit);
addEventListener('beforeprint', () => slides.forEach((_, index) => draw(index)));
