// Draws the record of table.py: a table whose cells are buttons. Every text is set as text.
const EDGE = 20; // CSS pixels at both sides of a cell
const PHONE = 358; // CSS pixels of a page on common phones
const HEAD = 120; // CSS pixels that a line's head has at least on smaller ones
const PAPER = 690; // CSS pixels of A4 between its margins
const NARROW = matchMedia("screen and (max-width: 640px)");

export default function (given) {
  mounted(given, "table", frame, draw);
}

// The box in which the table scrolls, between two strips that say how many lines are out of sight.
function frame(held) {
  const [one, up, box, down] = ["frame", "strip", "box", "strip"].map((name) => element("div", undefined, name));
  box.tabIndex = 0; // it may scroll, and keys must reach it
  box.addEventListener("click", (event) => clicked(held, event));
  box.addEventListener("copy", (event) => copied(event));
  box.addEventListener("scroll", () => tell(one), { passive: true });
  for (const [strip, way] of [[up, -1], [down, 1]]) {
    const button = element("button", "");
    button.type = "button";
    button.addEventListener("click", () => turn(one, box, way));
    strip.append(button);
  }
  one.append(up, box, down);
  new ResizeObserver(() => tell(one)).observe(box);
  return one;
}

// Says above and below how many lines are not whole in sight, and whether columns are.
function tell(frame) {
  const [up, box, down] = frame.children;
  const rows = [...(box.querySelector("tbody")?.rows ?? [])];
  if (!rows.length || !box.clientHeight) return;
  const room = box.clientHeight + up.offsetHeight + down.offsetHeight;
  frame.classList.toggle("scrolls", Boolean(frame.words) && box.scrollHeight > room + 1);
  const [top, end] = [box.scrollTop + box.querySelector("thead").offsetHeight, box.scrollTop + box.clientHeight];
  const above = rows.filter((one) => one.offsetTop < top - 1).length;
  const below = rows.filter((one) => one.offsetTop + one.offsetHeight > end + 1).length;
  for (const [strip, count, words] of [[up, above, frame.words?.[0]], [down, below, frame.words?.[1]]]) {
    strip.firstChild.textContent = count && words ? words.replace("{}", count) : "";
    strip.firstChild.disabled = strip.firstChild.ariaHidden = !count;
  }
  frame.classList.toggle("farther", box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
}

// Shows the lines before or after those in sight; on a narrow screen, where the page alone scrolls, unfolds them.
function turn(frame, box, way) {
  const step = box.clientHeight - box.querySelector("thead").offsetHeight;
  if (NARROW.matches) {
    const before = box.scrollTop;
    frame.grown = (frame.grown ?? 0) + (way < 0 ? Math.min(step, before) : step);
    frame.style.setProperty("--grown", `${frame.grown}px`);
    if (way < 0) box.scrollTop = before - step;
  } else {
    const rows = [...box.querySelector("tbody").rows].map((one) => one.offsetTop - box.clientHeight + step);
    const wanted = box.scrollTop + way * step;
    box.scrollTop = way < 0 ? (rows.find((one) => one >= wanted) ?? 0) : (rows.findLast((one) => one <= wanted) ?? wanted);
  }
  tell(frame);
}

function draw(frame, record) {
  const box = frame.children[1];
  const table = element("table");
  const { columns } = record;
  const wide = columns.reduce((sum, one) => sum + one.width, 0);
  table.style.setProperty("--wide", `${wide}px`);
  const narrow = (one) => (one.folds ? 0 : one.narrow || one.width);
  const needed = columns.reduce((sum, one) => sum + narrow(one), 0);
  const gives = columns.some((one) => one.folds) && needed <= PHONE; // the head has what others leave of the screen
  table.style.setProperty("--narrow", `${gives ? needed - narrow(columns[0]) + HEAD : needed}px`);
  frame.style.setProperty("--most", record.most ? `${record.most}px` : "100000px");
  frame.words = record.most && record.more;
  frame.classList.toggle("free", Boolean(record.most)); // its lines have no reckoned heights
  table.append(element("caption", record.caption));
  const group = element("colgroup");
  for (const column of columns) {
    const one = element("col", undefined, column.folds && "folds");
    one.style.setProperty("--wide", `${column.width}px`);
    one.style.setProperty("--narrow", gives && column === columns[0] ? "auto" : `${narrow(column)}px`);
    one.style.setProperty("--share", `${(100 * column.width) / wide}%`);
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
  const barred = columns.filter((_, at) => record.lines.some((line) => line.cells[at].bars));
  const bars = Math.min(...barred.map((one) => one.width), 1000);
  table.style.setProperty("--bars-wide", `${bars - EDGE}px`);
  table.style.setProperty("--bars-narrow", `${Math.min(...barred.map(narrow), 1000) - EDGE}px`);
  table.style.setProperty("--bars-paper", `${(bars * Math.min(1, PAPER / wide) - EDGE / 2) * 0.9}px`);
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
  tell(frame);
  const selected = body.querySelector("tr.selected");
  if (selected?.dataset.pick !== frame.selected) shown(box, head, selected);
  frame.selected = selected?.dataset.pick;
  tell(frame);
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
  const wanted = Math.min(top - seen / 2, box.scrollHeight - box.clientHeight);
  const first = [...line.parentElement.rows].findLast((one) => one.offsetTop - above <= wanted);
  box.scrollTop = first ? first.offsetTop - above : 0;
}

function drawn(line, columns) {
  const tr = element("tr", undefined, line.selected && "selected", line.pick && "choice");
  if (line.high) {
    tr.style.setProperty("--high", `${line.high}px`);
    tr.style.setProperty("--high-narrow", `${line.high_narrow}px`);
  }
  if (line.pick) tr.dataset.pick = line.pick;
  if (line.selected) tr.setAttribute("aria-current", "true");
  line.cells.forEach((cell, at) => {
    const column = columns[at];
    const looks = [column.align, column.folds && "folds", cell.faint && "faint", cell.under && "under"];
    const td = element(at ? "td" : "th", undefined, ...looks);
    if (!at) td.scope = "row";
    // without blocks inside it a cell is copied with tabs around it
    const inner = cell.bars ? element("div", undefined, "cell") : td;
    if (cell.bars) inner.append(scale(cell));
    inner.append(worded(cell, at, column, line));
    if (!at) {
      const said = (one) => [one.text, one.small, one.tag].filter(Boolean).join(" ");
      const folds = (one, place) => columns[place].folds && said(one);
      const folded = line.cells.map((one, place) => folds(one, place) && columns[place].lead + said(one)).filter(Boolean);
      if (cell.small) inner.append(element("div", cell.small, "small"));
      if (folded.length) inner.append(listing(folded));
    }
    if (inner !== td) td.append(inner);
    tr.append(td);
  });
  return tr;
}

// What is folded under a line's head: items that break only where they are wider than the column.
function listing(items) {
  const list = element("div", undefined, "small", "unfolded");
  items.forEach((one, at) => list.append(element("span", at + 1 < items.length ? `${one} ·` : one, "piece"), " "));
  return list;
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
  if (cell.places) main.replaceChildren(...listed(cell));
  words.append(main);
  if (at && cell.small) words.append(" ", element("span", cell.small, "small"));
  if (cell.tag) words.append(" ", element("span", cell.tag, "tag"));
  return words;
}

// The items of a list, in each its place in a document, which stays whole with its brackets and opens the paragraph.
function listed(cell) {
  return cell.text.split("\n").map((line, at) => {
    const [told, id] = cell.places[at], start = line.lastIndexOf(told), end = start + told.length;
    const item = element("span", line.slice(0, start - 1), "item"), whole = element("span", line.slice(start - 1, start), "whole");
    const place = element(id ? "button" : "span", told, id && "place");
    if (id) {
      place.type = "button";
      place.dataset.place = id;
    }
    whole.append(place, line.slice(end, end + 1));
    item.append(whole, line.slice(end + 1));
    return item;
  });
}

function scale(cell) {
  const bars = element("div", undefined, "bars");
  bars.setAttribute("aria-hidden", "true");
  for (const one of cell.bars) {
    const bar = element("i");
    bar.style.left = `${100 * one.start}%`;
    bar.style.width = `${100 * (one.end - one.start)}%`;
    bar.style.background = one.colour;
    if (one.edge) bar.style.border = `1px solid ${one.edge}`;
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
  const place = event.target.closest("button[data-place]");
  if (place) return held.send("place", place.dataset.place);
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
