// Draws the record of table.py: a table whose cells are buttons. Every text is set as text.
const EDGE = 20; // CSS pixels at both sides of a cell

export default function (given) {
  mounted(given, "table", box, draw);
}

function box(held) {
  const one = element("div", undefined, "box");
  one.tabIndex = 0; // it may scroll, and keys must reach it
  one.addEventListener("click", (event) => clicked(held, event));
  one.addEventListener("copy", (event) => copied(event));
  return one;
}

function draw(box, record) {
  const table = element("table");
  const { columns } = record;
  table.style.setProperty("--wide", `${columns.reduce((sum, one) => sum + one.width, 0)}px`);
  const narrow = (one) => (one.folds ? 0 : one.narrow || one.width);
  table.style.setProperty("--narrow", `${columns.reduce((sum, one) => sum + narrow(one), 0)}px`);
  box.style.setProperty("--most", record.most ? `${record.most}px` : "none");
  table.append(element("caption", record.caption));
  const group = element("colgroup");
  for (const column of columns) {
    const one = element("col", undefined, column.folds && "folds");
    one.style.setProperty("--wide", `${column.width}px`);
    one.style.setProperty("--narrow", `${narrow(column)}px`);
    group.append(one);
  }
  const head = element("tr");
  for (const column of columns) {
    const cell = element("th", undefined, column.align, column.folds && "folds");
    cell.scope = "col";
    cell.append(element("span", column.head));
    if (column.sub) cell.append(" ", element("span", column.sub, "small"));
    head.append(cell);
  }
  // bars are read on one scale along a line, so all are as long as the narrowest of their columns lets them be
  const barred = columns.filter((_, at) => record.lines.some((line) => line.cells[at].bars)).map((one) => one.width);
  table.style.setProperty("--bars", `${Math.min(...barred, 1000) - EDGE}px`);
  const top = element("thead", undefined, record.bare && "bare");
  top.append(head);
  const body = element("tbody");
  for (const line of record.lines) body.append(drawn(line, columns));
  table.append(group, top, body);
  const at = [box.scrollLeft, box.scrollTop];
  const inside = box.getRootNode().activeElement;
  const focused = inside?.dataset?.row ?? inside?.dataset?.pick;
  box.replaceChildren(table);
  [box.scrollLeft, box.scrollTop] = at;
  shown(box, head, body.querySelector("tr.selected"));
  if (focused !== undefined) {
    [...box.querySelectorAll("button")].find((one) => (one.dataset.row ?? one.dataset.pick) === focused)?.focus();
  }
}

// Scrolls a box to the line that is selected, unless that is in sight.
function shown(box, head, line) {
  if (!line) return;
  const [above, top] = [head.offsetHeight, line.offsetTop - head.offsetHeight];
  const seen = box.clientHeight - above - line.offsetHeight;
  if (top >= box.scrollTop && top <= box.scrollTop + seen) return;
  const first = [...line.parentElement.rows].find((one) => one.offsetTop - above >= top - seen / 2);
  box.scrollTop = (first ?? line).offsetTop - above;
}

function drawn(line, columns) {
  const tr = element("tr", undefined, line.selected && "selected", line.pick && "choice");
  tr.style.setProperty("--high", `${line.high}px`);
  tr.style.setProperty("--high-narrow", `${line.high_narrow}px`);
  if (line.pick) tr.dataset.pick = line.pick;
  if (line.selected) tr.setAttribute("aria-current", "true");
  line.cells.forEach((cell, at) => {
    const column = columns[at];
    const td = element(at ? "td" : "th", undefined, column.align, column.folds && "folds", cell.faint && "faint");
    if (!at) td.scope = "row";
    // without blocks inside it a cell is copied with tabs around it
    const inner = cell.bars ? element("div", undefined, "cell", column.bar_first && "before") : td;
    if (cell.bars) inner.append(scale(cell));
    inner.append(worded(cell, at, column, line));
    if (!at) {
      const folds = (one, place) => columns[place].folds && (one.text || one.tag);
      const folded = line.cells.map((one, place) => folds(one, place) && columns[place].lead + folds(one, place)).filter(Boolean);
      if (cell.small) inner.append(element("div", cell.small, "small"));
      if (folded.length) inner.append(element("div", folded.join(" · "), "small", "unfolded"));
    }
    if (inner !== td) td.append(inner);
    tr.append(td);
  });
  return tr;
}

function worded(cell, at, column, line) {
  const words = element("span", undefined, "words");
  const bold = column.bold && !cell.faint ? "strong" : "";
  let main = element("span", cell.text, bold);
  if (cell.row) {
    main = element("button", cell.text, bold, "number");
    main.type = "button";
    main.dataset.row = cell.row;
  } else if (!at && line.pick) {
    main = element("button", cell.text, bold, "pick");
    main.type = "button";
    main.dataset.pick = line.pick;
  } else if (/^(\/|\?|https?:\/\/)/.test(cell.link ?? "")) {
    main = element("a", cell.text, bold);
    main.href = cell.link;
  }
  words.append(main);
  if (at && cell.small) words.append(" ", element("span", cell.small, "small"));
  if (cell.tag) words.append(" ", element("span", cell.tag, "tag"));
  return words;
}

function scale(cell) {
  const bars = element("div", undefined, "bars");
  bars.setAttribute("aria-hidden", "true");
  for (const one of cell.bars) {
    const bar = element("i");
    bar.style.left = `${100 * one.start}%`;
    bar.style.width = `${100 * (one.end - one.start)}%`;
    bar.style.background = one.colour;
    bars.append(bar);
  }
  if (cell.zero) {
    const zero = element("b");
    zero.style.left = `${100 * cell.zero}%`;
    bars.append(zero);
  }
  return bars;
}

function clicked(held, event) {
  if (numbered(held, event)) return;
  if (event.target.closest("a")) return;
  const line = event.target.closest("tr[data-pick]");
  if (line) held.send("pick", line.dataset.pick);
}

// What is selected, line by line with tabs between the cells: browsers leave out the texts of buttons.
function copied(event) {
  const selection = event.currentTarget.getRootNode().getSelection?.() ?? document.getSelection();
  if (!selection || selection.isCollapsed) return;
  const lines = [];
  for (const tr of event.currentTarget.querySelectorAll("tr")) {
    const cells = [...tr.cells].filter((one) => one.offsetParent && selection.containsNode(one, true));
    if (cells.length) lines.push(cells.map((one) => one.innerText.replace(/\s*\n\s*/g, " ").trim()).join("\t"));
  }
  if (lines.length < 2 && !lines.some((one) => one.includes("\t"))) return;
  event.clipboardData.setData("text/plain", lines.join("\n"));
  event.preventDefault();
}
