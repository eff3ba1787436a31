// The speaker's window: the slide that is shown, the next one, what can be said of it, the time. It is the same file, opened
// with ?speaker from the window that is presented; each tells the other what it shows, also where both are files.
const speaking = asked.has('speaker');
const desk = document.querySelector('.desk');
const [now, next, notes] = ['.now .frame', '.next .frame', '.notes'].map((name) => desk.querySelector(name));
const where = location.protocol === 'file:' ? '*' : location.origin;
const named = document.title;
let other = speaking ? window.opener : null;
let began = 0; // when the elapsed time was nought
let since = 0; // when somebody last did something in either window: the later one is right
let hearing = false;

function post(message) {
  if (other && !other.closed) other.postMessage({deck: named, ...message}, where);
}

function send() {
  post({at: current, dark, began, since});
}

function acted() {
  if (hearing) return;
  since = Date.now();
  send();
}

function heard({data, source, origin}) {
  if (!data || data.deck !== named || (where !== '*' && origin !== location.origin)) return;
  if (speaking ? source !== window.opener : source === window) return;
  const known = other === source;
  other = source;
  if (data.asks) {
    began = began || Date.now();
    if (data.asks === 'first' || !known) send();
    return;
  }
  began = began || data.began;
  if (data.since < since) return send();
  since = data.since;
  hearing = true;
  began = data.began || began;
  show(data.at);
  darken(data.dark);
  hearing = false;
}

function speaker() {
  if (speaking) return;
  if (other && !other.closed) return other.focus();
  const address = new URL(location.href);
  address.searchParams.set('speaker', '');
  address.searchParams.delete('every');
  other = window.open(address.href, 'speaker', 'popup,width=1200,height=760');
  if (!other) tell(say.no_window);
}

function again() {
  if (!speaking) return;
  began = Date.now();
  clock();
  acted();
}

// The slides lie where the desk has room for them.
function arranged() {
  for (const one of slides) one.classList.remove('following');
  const following = slides[current + 1];
  desk.querySelector('h2').textContent = following ? say.following : say.at_end;
  if (following) following.classList.add('following');
  for (const [slide, frame] of [[slides[current], now], [following, next]]) {
    const box = frame.getBoundingClientRect();
    const factor = Math.min(box.width / width, box.height / height);
    if (slide) placed(slide, box.left + (box.width - width * factor) / 2, box.top, factor);
  }
}

function arrive() {
  const words = slides[current].querySelector('.words');
  const told = [...(words ? words.childNodes : slides[current].querySelectorAll('h1, .as-of, .remark'))];
  notes.replaceChildren(...told.map((one) => one.cloneNode(true)));
  notes.scrollTop = 0;
  draw(current + 1);
  arranged();
}

function clock() {
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  const day = new Date();
  const past = Math.max(began ? (day - began) / 1000 : 0, 0);
  desk.querySelector('.clock').textContent = [day.getHours(), day.getMinutes(), day.getSeconds()].map(two).join(':');
  desk.querySelector('.elapsed').textContent = [past / 3600, (past / 60) % 60, past % 60].map(two).join(':');
}

function stated() {
  desk.querySelector('.state').textContent = !other || other.closed ? say.alone : dark && say['is_' + dark];
}

function tick() {
  clock();
  stated();
  post({asks: 'still'}); // it may have been loaded anew
}

addEventListener('message', heard);
changed.push(() => current < 0 || acted());
darkened.push(acted);
if (speaking) {
  document.body.classList.add('speaking');
  root.classList.add('measured'); // every slide as it is shown, on a phone too
  desk.hidden = false;
  changed.push(arrive);
  darkened.push(stated);
  desk.querySelector('.elapsed').addEventListener('click', (event) => {
    again();
    event.currentTarget.blur();
  });
  addEventListener('resize', () => requestAnimationFrame(arranged));
  post({asks: 'first'});
  clock();
  setInterval(tick, 1000);
}
