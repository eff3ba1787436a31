// Draws the record of passage.py. Every text is set as text; a number of the tables is a button that opens its card.
const held = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const before = held.get(parentElement);
  if (before?.record === data.passage) {
    before.send = setTriggerValue;
    return;
  }
  const record = JSON.parse(data.passage);
  const state = { record: data.passage, send: setTriggerValue, row: record.row };
  const same = before?.row === record.row;
  if (!record.sentence) state.shown = "whole";
  else state.shown = record.whole && (before?.shown === "asked" || !same) ? "whole" : same ? before.shown : "sentence";
  if (state.shown === "asked") state.shown = record.whole ? "whole" : "paragraph";
  held.set(parentElement, state);
  const drawn = box(record, state);
  parentElement.querySelector(".passage")?.remove();
  parentElement.append(drawn);
  scrolled(parentElement);
}

function made(name, text, look) {
  const one = document.createElement(name);
  if (text !== undefined) one.textContent = text;
  if (look) one.className = look;
  return one;
}

function box(record, state) {
  const outer = made("div", undefined, "passage");
  const inside = made("blockquote", undefined, state.shown);
  if (state.shown === "whole") {
    record.whole.forEach((text, at) => {
      const one = made("p", undefined, at === record.at ? "own" : "beside");
      if (at === record.at) one.append(...pieces(record.paragraph, record, state));
      else if (typeof text === "string") one.textContent = text;
      else one.append(...pieces(text, record, state));
      inside.append(one);
    });
    inside.tabIndex = 0; // it scrolls, and keys must reach it
  } else {
    const one = made("p");
    one.append(...pieces(record[state.shown], record, state));
    inside.append(one);
  }
  outer.append(inside);
  if (record.refused) outer.append(made("p", record.refused, "refused"));
  outer.append(buttons(record, state, outer));
  return outer;
}

function pieces(list, record, state) {
  return list.map((piece) => {
    if (piece.look === "number" || piece.look === "found") return made("mark", piece.text);
    if (piece.look === "held") {
      const one = made("button", piece.text, "held");
      one.type = "button";
      one.title = record.words.held_number;
      one.addEventListener("click", () => state.send("row", piece.row));
      return one;
    }
    return made("span", piece.text, piece.look);
  });
}

function buttons(record, state, outer) {
  const line = made("div", undefined, "buttons");
  const turn = (shown) => {
    state.shown = shown;
    const parent = outer.parentNode;
    const next = box(record, state);
    outer.replaceWith(next);
    scrolled(parent);
    next.querySelector(".buttons button")?.focus({ preventScroll: true });
  };
  const button = (word, act) => {
    const one = made("button", record.words[word]);
    one.type = "button";
    one.addEventListener("click", act);
    line.append(one);
  };
  if (!record.sentence) return line; // a document alone
  if (state.shown !== "paragraph") button("whole_paragraph", () => turn("paragraph"));
  if (state.shown !== "whole") {
    button("whole_document", () => {
      if (record.whole) turn("whole");
      else {
        state.shown = "asked";
        state.send("whole", true);
      }
    });
  }
  if (state.shown !== "sentence") button("less", () => turn("sentence"));
  return line;
}

// Brings the number of a whole document into sight, inside its box alone.
function scrolled(parent) {
  const whole = parent.querySelector("blockquote.whole");
  const mark = whole?.querySelector("mark") ?? whole?.querySelector(".own");
  if (mark) whole.scrollTop = mark.offsetTop - whole.offsetTop - whole.clientHeight / 3;
}
