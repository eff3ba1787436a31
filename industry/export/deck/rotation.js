// A screen on a wall: with ?every=20 in the address the next slide comes after so many seconds, after the last one the
// first. Whoever touches anything has the slides for a while. What a server shows is loaded anew when it has changed.
const SHORTEST = 2, LONGEST = 3600, REST = 60; // seconds
const every = Number(asked.get('every')) > 0 && !speaking ? Math.min(Math.max(Number(asked.get('every')), SHORTEST), LONGEST) : 0;
let turning = 0;
let rests = 0; // until then
let mark = '';

function wait() {
  clearTimeout(turning);
  turning = setTimeout(turn, Math.max(1000 * every, rests - Date.now()));
}

function rest() {
  rests = Date.now() + 1000 * REST;
  wait();
}

function turn() {
  const last = current === slides.length - 1;
  if (dark || document.body.classList.contains('worded') || !list.hidden || !help.hidden) return rest();
  if (last) renewed();
  if (slides.length > 1) show(last ? 0 : current + 1);
  else wait();
}

// What the server has now is told by the mark of the page; without an answer everything stays as it is.
async function renewed() {
  if (!location.protocol.startsWith('http')) return;
  try {
    const answer = await fetch(location.pathname + location.search, {method: 'HEAD', cache: 'no-store'});
    const now = answer.ok ? answer.headers.get('ETag') : '';
    if (mark && now && now !== mark) location.reload();
    mark = now || mark;
  } catch { /* away for a moment */ }
}

if (every) {
  changed.push(wait);
  for (const name of ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel'])
    addEventListener(name, rest, {passive: true, capture: true});
  renewed();
}
