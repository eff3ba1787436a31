// Draws the record of blocks.py: blocks whose numbers are buttons. Every text is set as text.
export default function (given) {
  mounted(given, "blocks", grid, draw);
}

function grid(held) {
  const one = element("section", undefined, "grid");
  one.addEventListener("click", (event) => numbered(held, event));
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
