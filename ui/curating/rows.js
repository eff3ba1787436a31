// Draws the record of rows.py: proposed rows to be accepted and corrected one by one. What was changed here is sent until the
// server says that it came; every text is set as text.
const mounts = new WeakMap();
const last = (globalThis[Symbol.for("proposed rows")] ??= {}); // what was shown last: a page that is worked out anew may mount this anew
const SHOWN = 400; // rows drawn at once

export default function ({ parentElement, data, setTriggerValue }) {
  let held = mounts.get(parentElement);
  if (!held) {
    const again = last.held && !last.held.box.isConnected && last.held.given?.work === JSON.parse(data.record).work;
    held = again
      ? { ...last.held, record: "" }
      : { record: "", waiting: [], turn: 0, window: Math.random().toString(36).slice(2), filter: "open", open: null, most: SHOWN };
    held.box = made("div", "rows");
    held.box.addEventListener("focusin", () => (held.at = focus(held)));
    held.box.addEventListener("focusout", (event) => event.relatedTarget && (held.at = null));
    parentElement.append(held.box);
    mounts.set(parentElement, held);
    last.held = held;
  }
  held.send = setTriggerValue;
  if (held.record === data.record) return;
  held.record = data.record;
  const given = JSON.parse(data.record);
  if (held.given?.work !== given.work) Object.assign(held, { waiting: [], filter: "open", open: null, most: SHOWN, top: 0 });
  held.given = given;
  held.waiting = held.waiting.filter((one) => one.turn > (given.turns[held.window] ?? 0));
  draw(held);
}

// A change is shown at once where that is sure, and sent with all that the server hasn't answered yet.
function change(held, more) {
  held.turn = Math.max(held.turn, held.given.turns[held.window] ?? 0) + 1;
  held.waiting.push({ turn: held.turn, ...more });
  held.send("changed", { window: held.window, changes: held.waiting });
}

const accepted = (held, row) => {
  for (const one of [...held.waiting].reverse()) {
    if (one.what === "none") return false;
    if (one.what === "sure" && row.sure) return true;
    if (one.what === "accept" && one.row === row.at) return one.value;
  }
  return row.accepted;
};

const settled = (row) => row.state === "same" || row.state === "repeats" || row.aside;
const cell = (held, row, column) =>
  held.waiting.findLast((one) => one.what === "cell" && one.row === row.at && one.column === column)?.value ?? row.cells[column] ?? "";
const FILTERS = {
  open: (row) => !settled(row),
  look: (row) => !settled(row) && (row.faults.length || row.doubts.length || row.state === "differs"),
  new: (row) => row.state === "new" && !row.aside,
  changed: (row) => (row.state === "replaces" || row.state === "differs") && !row.aside,
  chosen: (row, held) => accepted(held, row),
  same: (row) => row.state === "same" || row.state === "repeats",
  aside: (row) => row.aside,
  all: () => true,
};

function draw(held) {
  const { given, box } = held, { words, rows } = given;
  const nowhere = [document.body, null].includes(document.activeElement);
  const kept = focus(held) ?? (nowhere && !held.list?.isConnected ? held.at : null);
  if (held.list) held.top = held.list.scrollTop;
  box.lang = given.language === "en" ? "en" : "zh-CN";
  if (!rows.some((row) => FILTERS[held.filter](row, held)) && held.filter !== "chosen") held.filter = rows.some(FILTERS.open) ? "open" : "all";
  const shown = rows.filter((row) => FILTERS[held.filter](row, held));
  held.list = made("div", "list");
  held.list.tabIndex = -1;
  held.list.append(head(words));
  for (const row of shown.slice(0, held.most)) held.list.append(drawn(held, row));
  if (!shown.length) held.list.append(made("p", "empty", words.none));
  if (shown.length > held.most) {
    const more = made("p", "more");
    more.append(button("opens", filled(words.more, shown.length - held.most), () => {
      held.most += SHOWN;
      draw(held);
    }));
    held.list.append(more);
  }
  box.replaceChildren(tools(held), held.list);
  if (given.lists) box.append(choices(given));
  held.list.addEventListener("keydown", (event) => keyed(held, event));
  held.list.scrollTop = held.top ?? 0;
  refocus(held, kept);
  loosen(box);
}

function tools(held) {
  const { words, rows } = held.given, bar = made("div", "tools");
  const counts = Object.entries(FILTERS).map(([name, fits]) => [name, rows.filter((row) => fits(row, held)).length]);
  for (const [name, count] of counts) {
    if (!count && !["open", "chosen"].includes(name)) continue;
    if (name === "all" && count === counts[0][1]) continue;
    const one = button("count", `${words[`filter_${name}`]} ${count}`, () => {
      Object.assign(held, { filter: name, most: SHOWN, top: 0, open: null });
      if (held.list) held.list.scrollTop = 0;
      draw(held);
    });
    one.dataset.key = `filter:${name}`;
    one.setAttribute("aria-pressed", String(held.filter === name));
    bar.append(one);
  }
  bar.append(made("span", "push"));
  const sure = rows.filter((row) => row.sure).length;
  const all = button("primary", filled(words.accept_sure, sure), () => {
    change(held, { what: "sure" });
    draw(held);
  });
  all.disabled = !rows.some((row) => row.sure && !accepted(held, row));
  const none = button("", words.accept_none, () => {
    change(held, { what: "none" });
    draw(held);
  });
  none.disabled = !rows.some((row) => accepted(held, row));
  all.dataset.key = "all";
  none.dataset.key = "none";
  bar.append(all, none);
  return bar;
}

function head(words) {
  const line = made("div", "head");
  line.setAttribute("aria-hidden", "true");
  for (const name of ["accept", "state", "region", "indicator", "period", "value", "printed", ""])
    line.append(made("span", "", name && words[`head_${name}`]));
  return line;
}

// A row: its line, what is to be said of it, and its cells where it is open.
function drawn(held, row) {
  const { words } = held.given, open = held.open === row.at;
  const box = made("div", ["row", row.state, open && "open", accepted(held, row) && "chosen"].filter(Boolean).join(" "));
  const doubted = new Set(row.doubts.map(([column]) => column)), bad = new Set(row.faults.map(([column]) => column));
  const marked = (name, text, ...columns) => {
    const one = made("span", name), inner = made("span", "", text || words.lacking);
    if (!text) inner.classList.add("none");
    if (columns.some((each) => doubted.has(each))) inner.classList.add("guess");
    if (columns.some((each) => bad.has(each))) inner.classList.add("bad");
    one.append(inner);
    return one;
  };
  const line = made("div", "line"), check = made("input", "check");
  Object.assign(check, { type: "checkbox", checked: accepted(held, row), disabled: !row.can });
  check.dataset.key = `check:${row.at}`;
  check.setAttribute("aria-label", `${words.head_accept} ${row.region} ${row.indicator} ${row.period} ${row.value}`);
  if (!row.can) check.title = row.state === "same" ? words.same_why : words.cannot;
  check.addEventListener("change", () => {
    change(held, { what: "accept", row: row.at, value: check.checked });
    draw(held);
  });
  const tag = made("span", `tag ${row.faults.length && row.state !== "same" ? "wrong" : row.state}`, row.tag);
  const amount = marked("amount", row.value, "value", "value_to", "qualifier", "as_printed", "unit");
  amount.firstChild.classList.add("value");
  if (row.status) amount.append(made("span", "status", row.status));
  if (row.old) amount.append(made("span", "old", row.old));
  const period = marked("period", row.period, "period");
  if (row.small) period.append(made("span", "old", row.small));
  const place = made("span", "place");
  place.append(made("b", "", row.cells.as_printed), ...passage(row));
  place.title = row.passage;
  const opens = button("opens", open ? words.close : words.edit, () => turned(held, row.at));
  opens.dataset.key = `open:${row.at}`;
  opens.setAttribute("aria-expanded", String(open));
  line.append(check, tag, marked("region", row.region, "region"), marked("name", row.indicator, "indicator"), period, amount, place, opens);
  box.append(line);
  const notes = made("ul", "told");
  if (!open) for (const [, text] of row.faults) notes.append(made("li", "fault", text));
  else for (const [column, text] of row.faults) if (!held.given.fields.some((one) => one.name === column)) notes.append(made("li", "fault", text));
  for (const [, text] of row.doubts) if (text) notes.append(made("li", "doubt", text));
  if (notes.childElementCount) box.append(notes);
  if (row.aside || (row.faults.length && !settled(row))) {
    const aside = button("aside", row.aside ? words.back : words.aside, () => change(held, { what: "aside", row: row.at, value: !row.aside }));
    aside.dataset.key = `aside:${row.at}`;
    const at = made("li", "");
    at.append(aside);
    notes.append(at);
    if (!notes.isConnected) box.append(notes);
  }
  if (open) box.append(editor(held, row, doubted));
  return box;
}

// The sentence with the figure in it marked, or the cell of the sheet.
function passage(row) {
  const printed = row.cells.as_printed, at = printed ? row.passage.indexOf(printed) : -1;
  if (at < 0) return [row.passage];
  return [row.passage.slice(0, at), made("mark", "", printed), row.passage.slice(at + printed.length)];
}

function turned(held, at) {
  held.open = held.open === at ? null : at;
  draw(held);
  const name = held.open === null ? `open:${at}` : `field:${at}:${held.given.fields[0].name}`;
  const one = held.box.querySelector(`[data-key="${name}"]`);
  one?.focus();
  one?.closest(".row")?.scrollIntoView({ block: "nearest" });
}

function editor(held, row, doubted) {
  const { words, fields } = held.given, box = made("div", "editor");
  if (row.passage) {
    const sentence = made("p", "sentence");
    sentence.append(...passage(row));
    box.append(sentence);
  }
  const grid = made("div", "fields");
  for (const field of fields) {
    const faults = row.faults.filter(([column]) => column === field.name);
    const one = made("label", ["field", field.wide && "wide", faults.length && "fault", doubted.has(field.name) && "doubt"].filter(Boolean).join(" "));
    const name = made("span", "", field.label);
    name.dataset.doubt = words.doubted;
    one.append(name, input(held, row, field));
    for (const [, text] of faults) one.append(made("small", "", text));
    if (field.name === "replaces" && faults.length && row.cells.replaces) {
      const again = button("", words.again, () => change(held, { what: "cell", row: row.at, column: field.name, value: row.cells.replaces }));
      again.dataset.key = `again:${row.at}`;
      one.append(again);
    }
    grid.append(one);
  }
  const foot = made("div", "foot");
  foot.append(button("", words.close, () => turned(held, row.at)));
  box.append(grid, foot);
  return box;
}

// What a cell holds, as words where it is one of a list; what was typed goes as it is where it is none of them.
function input(held, row, field) {
  const value = cell(held, row, field.name), send = (text) => text !== value && change(held, { what: "cell", row: row.at, column: field.name, value: text });
  const key = `field:${row.at}:${field.name}`;
  if (field.several) {
    const group = made("span", "checks"), chosen = new Set(value.split(" ").filter(Boolean));
    for (const [id, label] of field.options) {
      const one = made("label", ""), box = made("input");
      Object.assign(box, { type: "checkbox", checked: chosen.has(id) });
      box.dataset.key = `${key}:${id}`;
      box.addEventListener("change", () => {
        box.checked ? chosen.add(id) : chosen.delete(id);
        send(field.options.map(([each]) => each).filter((each) => chosen.has(each)).join(" "));
      });
      one.append(box, label);
      group.append(one);
    }
    return group;
  }
  const options = field.name === "replaces" ? row.options : field.options;
  let one;
  if (options && !field.list) {
    one = made("select");
    for (const [id, label] of options) one.append(new Option(label, id));
    if (!options.some(([id]) => id === value)) one.append(new Option(value || held.given.words.choose, value));
    one.value = value;
    one.addEventListener("change", () => send(one.value));
  } else {
    one = made("input");
    Object.assign(one, { type: "text", spellcheck: false, autocomplete: "off" });
    const labels = field.list && new Map(held.given.lists[field.list]), shown = labels?.get(value) ?? value;
    one.value = one.dataset.first = shown;
    if (labels) one.setAttribute("list", `list-${field.list}`);
    one.addEventListener("change", () => {
      const text = one.value.trim(), found = labels && [...labels].find(([id, label]) => label === text || id === text);
      send(found ? found[0] : text);
    });
    if (labels) one.addEventListener("focus", () => one.select());
  }
  one.dataset.key = key;
  return one;
}

function choices({ lists }) {
  const box = made("div");
  box.hidden = true;
  for (const [name, options] of Object.entries(lists)) {
    const list = made("datalist");
    list.id = `list-${name}`;
    for (const [, label] of options) {
      const one = made("option");
      one.value = label;
      list.append(one);
    }
    box.append(list);
  }
  return box;
}

// Up and down go from check to check or from cell to cell of the lines; Escape closes an open row.
function keyed(held, event) {
  if (event.key === "Escape" && held.open !== null) {
    event.preventDefault();
    return turned(held, held.open);
  }
  if (event.key === "Enter" && event.target.matches(".editor input[type=text]")) return event.target.dispatchEvent(new Event("change"));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], kind = /^(check|open):/.exec(event.target.dataset?.key ?? "")?.[1];
  if (!step || !kind) return;
  const all = [...held.list.querySelectorAll(`[data-key^="${kind}:"]:not(:disabled)`)];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// The keyboard stays where it was when all is drawn anew, with what was being typed.
function focus(held) {
  const one = held.box.getRootNode().activeElement, key = one?.dataset?.key;
  if (!key || !held.box.contains(one)) return null;
  const typed = one.matches("input[type=text]") && one.value !== one.dataset.first ? one.value : null;
  return { key, typed, from: one.selectionStart, to: one.selectionEnd };
}

function refocus(held, kept) {
  if (!kept) return;
  const one = held.box.querySelector(`[data-key="${CSS.escape(kept.key)}"]`) ?? held.box.querySelector(`[data-key="all"]`);
  if (!one) return;
  if (kept.typed !== null) one.value = kept.typed;
  one.focus({ preventScroll: true });
  if (one.matches("input[type=text]") && kept.from !== null) one.setSelectionRange(kept.from, kept.to);
}
