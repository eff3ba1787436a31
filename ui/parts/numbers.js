// What table.js and blocks.js share: a box that is made once, as high as what is drawn in it, drawn anew when its record
// changes, and given the focus back by a card that closes.
const made = new WeakMap();

function mounted({ parentElement, data, setTriggerValue }, name, make, draw) {
  let held = made.get(parentElement);
  if (!held) {
    held = { record: "", turn: 0 };
    held.box = make(held);
    parentElement.append(held.box);
    made.set(parentElement, held);
  }
  held.send = setTriggerValue;
  if (held.record !== data[name]) {
    held.record = data[name];
    loosen(held.box);
    draw(held.box, JSON.parse(data[name]));
    globalThis.taken?.(parentElement);
  }
  if (data.turn && held.turn !== data.turn) {
    held.turn = data.turn;
    const last = [...held.box.querySelectorAll("button[data-row], button[data-place]")].find(
      (one) => (one.dataset.row ?? one.dataset.place) === data.focus,
    );
    last?.focus({ preventScroll: true });
  }
}

// What is drawn may be higher than what was reckoned: the elements around it, up to our own place, go along.
function loosen(box) {
  let one = box.parentElement ?? box.getRootNode().host;
  while (one && !one.className?.includes?.("st-key-")) {
    one.style.height = "auto";
    one = one.parentElement ?? one.getRootNode().host;
  }
}

// Sends the row of the number that was clicked; whether one was.
function numbered(held, event) {
  const button = event.target.closest("button[data-row]");
  if (button) held.send("row", button.dataset.row);
  return Boolean(button);
}

function element(name, text, ...classes) {
  const one = document.createElement(name);
  if (text !== undefined) one.append(...kept(text));
  if (name === "button" && one.children.length) one.ariaLabel = text; // blocks within it are read apart
  one.className = classes.filter(Boolean).join(" ");
  return one;
}
