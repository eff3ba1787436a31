// The page's draft: an editor, what is asked first, and what the server says of each number. The draft stays in this
// window alone, also while other pages are shown; it is sent to the server to be checked, and no address holds it.
const made_for = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let held = made_for.get(parentElement);
  const fresh = !held;
  if (fresh) {
    held = { kept: (window.keptDraft ??= { text: "", file: null, found: null, verdict: "" }), turn: data.turn };
    held.kept.held = held;
    made_for.set(parentElement, held);
  }
  held.open = (row) => row && setTriggerValue("row", row);
  held.tell = () => {
    held.kept.chosen = chosen(held);
    held.told = JSON.stringify(held.kept.chosen);
    setTriggerValue("chosen", held.kept.chosen);
  };
  if (held.record !== data.record) {
    held.record = data.record;
    const record = JSON.parse(data.record);
    Object.assign(held, { words: record.words, given: record });
    if (fresh) frame(held, parentElement);
    settled(held, record, fresh);
    shown(held);
  }
  if (data.turn && held.turn !== data.turn) {
    held.turn = data.turn;
    if (held.kept.at !== undefined) focused(held, held.kept.at, held.kept.from);
  }
}

// The address says date and region; a link that came back here says neither, and the draft's own go on.
function settled(held, { date, region }, fresh) {
  const { kept } = held, before = fresh && !date && !region ? kept.chosen : undefined;
  if (held.told && held.told !== JSON.stringify({ date, region })) return; // what was chosen since is still on its way
  held.told = "";
  held.date.value = before?.date ?? date;
  held.region.value = before?.region ?? region;
  if (before?.date || before?.region) queueMicrotask(held.tell);
  else kept.chosen = { date, region };
}

const chosen = (held) => ({ date: held.date.value, region: held.region.value });

function frame(held, parent) {
  const { words, kept, given } = held;
  const box = (held.box = made("div", "draft"));
  box.lang = given.language === "en" ? "en" : "zh-CN";
  const lead = made("p", "lead", words.lead);
  lead.append(made("b", "", words.secret));
  const tools = made("div", "tools");
  held.date = made("input");
  held.date.type = "date";
  held.region = made("select");
  held.region.append(new Option(words.choose, ""), ...given.regions.map(([id, name]) => new Option(name, id)));
  for (const [one, word] of [[held.date, words.date], [held.region, words.region]]) {
    const label = made("label", "", word);
    label.append(one);
    tools.append(label);
    one.addEventListener("change", () => {
      held.tell();
      shown(held);
    });
  }
  held.file = made("input", "file");
  Object.assign(held.file, { type: "file", accept: given.kinds.join(","), tabIndex: -1 });
  held.file.setAttribute("aria-label", words.open);
  held.file.addEventListener("change", () => {
    if (held.file.files[0]) opened(held, held.file.files[0]);
    held.file.value = "";
  });
  const open = button("", words.open, () => held.file.click());
  open.title = words.limit;
  held.check = button("primary", words.check, () => check(held));
  held.edit = button("", words.edit, () => edit(held));
  held.word = button("word", words.word, () => word(held));
  held.note = made("p", "note");
  held.note.setAttribute("role", "status");
  tools.append(open, held.file, held.check, held.edit, held.word, held.note);
  const columns = made("div", "columns"), text = made("section", "text"), result = made("section", "result");
  text.setAttribute("aria-label", words.draft);
  result.setAttribute("aria-label", words.results);
  held.area = made("textarea");
  Object.assign(held.area, { value: kept.text, placeholder: words.placeholder, spellcheck: false });
  held.area.setAttribute("aria-label", words.draft);
  held.area.addEventListener("input", () => {
    kept.text = held.area.value;
    shown(held);
  });
  held.read = made("div", "read");
  held.result = result;
  held.paper = made("div", "paper");
  const peek = made("div", "peek");
  peek.hidden = true;
  text.append(held.area, held.read, held.paper, peek);
  columns.append(text, result);
  const basis = made("p", "basis");
  box.append(lead, tools, basis, columns);
  parent.append(box);
  pointed(held, held.read, "draft");
  pointed(held, result, "table");
  dropped(held, text);
  for (const [one, name] of [[held.read, "top"], [held.area, "area"]])
    one.addEventListener("scroll", () => (kept[name] = one.scrollTop), { passive: true });
  held.basis = basis;
  if (!kept.prints) addEventListener("beforeprint", () => printed(kept.held));
  kept.prints = true;
}

// Paper shows the text that is being edited, and by which date and region it was checked.
function printed({ box, paper, basis, kept, words, date, region }) {
  paper.textContent = kept.text;
  const whose = region.value ? region.selectedOptions[0].text : words.unsaid;
  const stale = box.classList.contains("stale") ? words.stale : "";
  basis.textContent = [words.date, date.value || words.unsaid, words.region, whose, stale].join(" ");
}

function dropped(held, place) {
  const over = (is) => place.classList.toggle("over", is);
  place.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  place.addEventListener("dragleave", () => over(false));
  place.addEventListener("drop", (event) => {
    over(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    opened(held, file);
  });
}

// What is shown: the draft to be read where it is checked and as it was then, else the editor.
function shown(held) {
  const { kept, box, words } = held, { found } = kept;
  const same = found && found.text === kept.text, reads = same && !kept.edits;
  if (reads && found.key !== key(held) && !kept.busy) return check(held);
  box.classList.toggle("reads", Boolean(reads));
  box.classList.toggle("stale", Boolean(found && !reads));
  held.check.disabled = Boolean(kept.busy) || !kept.text.trim();
  held.check.textContent = kept.busy ? words.checking : words.check;
  held.edit.hidden = !reads;
  held.word.hidden = !kept.file;
  held.word.disabled = Boolean(kept.making) || kept.text !== kept.file?.text;
  held.word.title = kept.text === kept.file?.text ? "" : words.changed_file;
  told(held);
  if (held.drawn !== found) drawn(held);
}

const key = (held) => [held.given.language, held.date.value, held.region.value, held.given.version].join("|");

// What went wrong, else what hangs on what isn't given; and what of the file isn't read.
function told(held) {
  const { kept, words, note } = held;
  const unset = words[{ "": "unset_both", r: "unset_date", d: "unset_region" }[(held.date.value && "d") + (held.region.value && "r")]];
  const stale = held.box.classList.contains("stale") && !kept.busy ? words.stale : "";
  note.className = kept.wrong ? "note wrong" : unset && !stale ? "note unset" : "note";
  note.textContent = [kept.wrong || stale || unset, kept.said].filter(Boolean).join(" ");
}

function drawn(held) {
  const { kept, words, result } = held, { found } = kept;
  held.drawn = found;
  if (!found) return result.replaceChildren(intro(held));
  const box = made("div", "lines");
  box.append(lines(found.numbers, words));
  box.addEventListener("scroll", () => (kept.line = box.scrollTop), { passive: true });
  result.replaceChildren(...(found.numbers.length ? [box] : []), summary(held), made("p", "foot", words.not_wrong));
  held.read.tabIndex = found.numbers.length ? -1 : 0; // it may scroll, and keys must reach it
  held.read.replaceChildren(paragraphs(found.text, found.numbers, words));
  narrowed(held, kept.verdict);
  [held.read.scrollTop, box.scrollTop] = [kept.top ?? 0, kept.line ?? 0];
}

// What this is and what to do: before anything was checked.
function intro(held) {
  const { words, given } = held;
  const one = made("div", "intro"), steps = made("ol"), marks = made("ul", "marks");
  for (const step of words.steps) steps.append(made("li", "", step));
  for (const [tone, mark, meaning] of given.marks) {
    const line = made("li");
    line.append(made("span", `sign ${tone}`, mark), made("span", "", meaning));
    marks.append(line);
  }
  one.append(made("h2", "", words.what), steps);
  if (given.example) {
    const line = made("p", "try");
    line.append(button("", words.example, () => example(held)), made("span", "", words.example_is));
    one.append(line);
  }
  one.append(made("h3", "", words.marks), marks);
  return one;
}

async function check(held) {
  const { kept, words } = held, text = kept.text, turn = (kept.turn = (kept.turn ?? 0) + 1), by = key(held);
  kept.busy = true;
  kept.wrong = "";
  shown(held);
  let answer;
  try {
    answer = await (await asked("check", held, text)).json();
  } catch {
    answer = { refused: words.no_answer };
  }
  if (turn !== kept.turn) return; // another was asked for meanwhile
  kept.busy = false;
  if (answer.refused) {
    kept.wrong = answer.refused;
    kept.edits = true;
  } else {
    const again = kept.found?.text === text;
    kept.found = { text, key: by, ...answer, numbers: placed(text, answer.numbers) };
    kept.edits = kept.text !== text;
    if (!again) Object.assign(kept, { at: undefined, verdict: "", line: 0, top: kept.area ?? 0 });
  }
  latest(held);
}

// The one that is on the screen now: meanwhile the language may have changed, or the page.
function latest(held) {
  for (const one of new Set([held, window.keptDraft.held].filter(Boolean))) if (one.box.isConnected) shown(one);
}

function edit(held) {
  const { kept } = held;
  kept.edits = true;
  shown(held);
  held.area.focus({ preventScroll: true });
  held.area.scrollTop = kept.top ?? 0;
}

function example(held) {
  Object.assign(held.kept, { text: held.given.example, file: null, said: "", edits: false });
  begun(held);
}

// Another draft is there: it is shown from its beginning.
function begun(held) {
  held.area.value = held.kept.text;
  held.area.scrollTop = held.kept.area = 0;
  check(held);
}

async function opened(held, file) {
  const turn = (held.kept.opens = (held.kept.opens ?? 0) + 1);
  const { kept, words, given } = held, kind = /\.[^.]*$/.exec(file.name)?.[0].toLowerCase() ?? "";
  kept.wrong = "";
  kept.said = words.reading;
  shown(held);
  let answer;
  if (file.size > given.bytes) answer = { refused: words.limit };
  else {
    try {
      answer = await (await asked("read", held, file, { kind })).json();
    } catch {
      answer = { refused: words.no_answer };
    }
  }
  if (turn !== kept.opens) return; // another was opened meanwhile
  kept.said = answer.unread ?? "";
  if (answer.refused) {
    kept.wrong = answer.refused;
    return latest(held);
  }
  Object.assign(kept, { text: answer.text, file: kind === given.word ? { name: file.name, bytes: file, text: answer.text } : null, edits: true });
  begun(kept.held);
}

// The same Word document with comments: the server tells in lines how far it is, then sends the document.
async function word(held) {
  const { kept, words } = held, { file } = kept;
  kept.making = true;
  kept.wrong = "";
  shown(held);
  const tell = (share) => {
    for (const one of [held, kept.held]) {
      one.word.textContent = share === undefined ? words.word : words.commenting.replace("{}", Math.floor(100 * share));
      one.word.style.setProperty("--share", share === undefined ? "0%" : `${100 * share}%`);
    }
  };
  tell(0);
  try {
    const answer = await asked("commented", held, file.bytes);
    const { sign, rest } = await received(answer, (done, whole) => tell(done / whole));
    if (sign === "!") kept.wrong = new TextDecoder().decode(rest);
    else saved(rest, file.name.replace(/\.docx$/i, words.ending));
  } catch {
    kept.wrong = words.no_answer;
  }
  kept.making = false;
  tell();
  latest(held);
}
