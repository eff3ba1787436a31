// Draws the record of blocks.py: blocks whose numbers are buttons. Every text is set as text.
const made = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let held = made.get(parentElement);
  if (!held) {
    held = { grid: document.createElement("section"), blocks: "", turn: 0 };
    held.grid.className = "grid";
    held.grid.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-row]");
      if (button) held.send("row", button.dataset.row);
    });
    parentElement.append(held.grid);
    made.set(parentElement, held);
  }
  held.send = setTriggerValue;
  if (held.blocks !== data.blocks) {
    held.blocks = data.blocks;
    draw(held.grid, JSON.parse(data.blocks));
  }
  if (data.turn && held.turn !== data.turn) {
    held.turn = data.turn;
    const last = [...held.grid.querySelectorAll("button")].find((one) => one.dataset.row === data.focus);
    last?.focus({ preventScroll: true });
  }
}

function element(name, text, ...classes) {
  const one = document.createElement(name);
  if (text !== undefined) one.textContent = text;
  one.className = classes.filter(Boolean).join(" ");
  return one;
}

function draw(grid, record) {
  grid.setAttribute("aria-label", record.caption);
  grid.style.setProperty("--least", `${record.least}px`);
  grid.replaceChildren(...record.blocks.map(drawn));
}

function drawn(block) {
  const figure = block.lines.some((line) => line[0].look === "big");
  const box = element("div", undefined, "block", figure && "figure");
  if (block.head) {
    const head = element("div", undefined, "head");
    head.append(element("span", block.head));
    if (block.sub) head.append(" ", element("span", block.sub, "sub"));
    box.append(head);
  }
  for (const pieces of block.lines) {
    const line = element("div", undefined, "line", `of-${pieces[0].look}`);
    line.append(...pieces.map(piece));
    box.append(line);
  }
  return box;
}

function piece(one) {
  if (!one.row) return element("span", one.text, one.look);
  const button = element("button", one.text, one.look);
  button.type = "button";
  button.dataset.row = one.row;
  return button;
}
