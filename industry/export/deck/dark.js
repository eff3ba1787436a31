// The screen black or white while people talk; any key, and any touch, brings the slide back.
const curtain = document.querySelector('.curtain');
let dark = '';
const darkened = [];

function darken(to) {
  if (dark === to) return;
  dark = to;
  curtain.className = 'curtain ' + to;
  curtain.textContent = to && say['is_' + to];
  darkened.forEach((one) => one());
}

curtain.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  darken('');
});
