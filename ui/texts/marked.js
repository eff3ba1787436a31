// Draws a draft with its numbers marked, and the table of what became of each; the two point at one another. What is
// chosen and where either is scrolled to stands in `kept`, so that it is as it was once it is drawn anew.
function made(name, look, text) {
  const one = document.createElement(name);
  if (look) one.className = look;
  if (text !== undefined) one.textContent = text;
  return one;
}

function button(look, text, act) {
  const one = made("button", look, text);
  one.type = "button";
  if (act) one.addEventListener("click", act);
  return one;
}

// The places of letters as JavaScript counts them: a server counts a letter outside the first plane as one.
function placed(text, numbers) {
  if (!/[\ud800-\udfff]/.test(text)) return numbers;
  const at = [0];
  for (const letter of text) at.push(at.at(-1) + letter.length);
  return numbers.map((one) => ({ ...one, start: at[one.start], end: at[one.end] }));
}

// The draft as paragraphs, with a chip for each number.
function paragraphs(text, numbers, words) {
  const all = document.createDocumentFragment();
  let next = 0, from = 0;
  for (const line of text.split("\n")) {
    const one = made("p"), end = from + line.length;
    let at = from;
    for (; next < numbers.length && numbers[next].start < end; next += 1) {
      const number = numbers[next], until = Math.min(number.end, end);
      one.append(text.slice(at, number.start), chip(number, next, text.slice(number.start, until), words));
      at = until;
    }
    one.append(text.slice(at, end));
    all.append(one);
    from = end + 1;
  }
  return all;
}

function chip(number, at, text, words) {
  const last = [...text].at(-1) ?? "", end = made("span", "end", last); // a mark begins no line
  const one = made("span", `chip ${number.tone}`, text.slice(0, text.length - last.length)); // no button: it may break
  one.setAttribute("role", "button");
  one.setAttribute("aria-label", `${text}${words.comma}${number.called}${words.comma}${number.said}`);
  one.tabIndex = -1;
  one.dataset.at = at;
  end.append(made("sup", "", `${number.mark}${at + 1}`));
  one.append(end);
  return one;
}

// The sentence of why.
function said(number) {
  const one = made("span", "said");
  one.append(...kept(number.said));
  return one;
}

// A line for each number: its mark, the number as the draft has it, the verdict and why.
function lines(numbers, words) {
  const table = made("table"), head = made("tr"), body = made("tbody"), top = made("thead");
  table.append(made("caption", "", words.results));
  for (const [look, word] of [["mark"], ["as_written", words.in_draft], ["why", words.result], ["source"]]) {
    const cell = made("th", look, word);
    cell.scope = "col";
    if (!word) cell.append(made("span", "heard", look === "mark" ? words.mark : words.card));
    head.append(cell);
  }
  numbers.forEach((number, at) => {
    const line = made("tr"), first = made("th", "mark"), told = made("td", "why");
    line.dataset.at = at;
    line.dataset.verdict = number.verdict;
    first.scope = "row";
    const sign = button(`sign ${number.tone}`, `${number.mark}${at + 1}`);
    sign.tabIndex = -1;
    sign.setAttribute("aria-label", `${number.mark}${at + 1} ${number.text}`);
    first.append(sign);
    told.append(made("b", "", number.called), said(number));
    const source = made("td", "source");
    if (number.row) {
      const card = button("card", words.card);
      card.tabIndex = -1;
      card.setAttribute("aria-label", `${words.card} ${number.text}`);
      source.append(card);
    }
    line.append(first, made("td", "as_written", number.text), told, source);
    body.append(line);
  });
  top.append(head);
  table.append(top, body);
  return table;
}

// What is chosen in the draft is chosen in the table, and the other way round.
function choose(held, at, from) {
  const { kept, box } = held, numbers = kept.found?.numbers ?? [];
  for (const one of box.querySelectorAll(".chosen")) one.classList.remove("chosen");
  for (const one of box.querySelectorAll('[data-at] [tabindex="0"], .chip[tabindex="0"]')) one.tabIndex = -1;
  box.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  kept.at = at;
  kept.from = from ?? kept.from;
  const chosen = at ?? numbers.findIndex((one) => !kept.verdict || one.verdict === kept.verdict);
  const inText = box.querySelector(`.chip[data-at="${chosen}"]`), line = box.querySelector(`tr[data-at="${chosen}"]`);
  if (inText) inText.tabIndex = 0; // Tab comes here, arrows go on
  for (const one of line?.querySelectorAll("button") ?? []) one.tabIndex = 0;
  const peek = box.querySelector(".peek");
  peek.hidden = at === undefined;
  if (at === undefined) return;
  for (const one of [inText, line]) {
    one?.classList.add("chosen");
    one?.setAttribute("aria-current", "true");
  }
  const number = numbers[at];
  peek.replaceChildren(made("b", "", `${number.mark}${at + 1} ${number.called}`), said(number));
  if (number.row) peek.append(button("card", held.words.card, () => held.open(number.row)));
  if (from !== "draft" && inText) into(box.querySelector(".read"), inText);
  if (from !== "table" && line) into(box.querySelector(".lines"), line);
}

// Brings something into sight inside its own box alone: the page stays where it is.
function into(box, one) {
  const [outer, inner] = [box.getBoundingClientRect(), one.getBoundingClientRect()];
  const head = box.querySelector("thead")?.offsetHeight ?? 0;
  if (inner.top < outer.top + head + 4 || inner.bottom > outer.bottom - 8)
    box.scrollTop += inner.top - outer.top - head - (outer.height - head) / 3;
}

// The next number for an arrow; undefined for another key.
function towards(held, key, at, from) {
  const { numbers } = held.kept.found, { verdict } = held.kept;
  const shown = numbers.map((_, place) => place).filter((place) => from === "draft" || !verdict || numbers[place].verdict === verdict);
  const here = shown.indexOf(at);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
  if (key === "Home") return shown[0];
  if (key === "End") return shown.at(-1);
  return step && shown[Math.max(0, Math.min(shown.length - 1, here + step))];
}

function focused(held, at, from) {
  const place = from === "table" ? `tr[data-at="${at}"] .sign` : `.chip[data-at="${at}"]`;
  held.box.querySelector(place)?.focus({ preventScroll: true });
}

// Clicks and keys in either: the first act chooses, the second opens the card of the row.
function pointed(held, box, from) {
  const row = (at) => held.kept.found?.numbers[at]?.row;
  const place = (event) => {
    const one = event.target.closest("[data-at]");
    return one ? Number(one.dataset.at) : undefined;
  };
  box.addEventListener("click", (event) => {
    const at = place(event);
    if (at === undefined) return;
    const selection = held.box.getRootNode().getSelection?.() ?? document.getSelection();
    if (selection && !selection.isCollapsed) return; // words are being copied
    if (event.target.closest(".card") || (held.kept.at === at && row(at))) {
      if (held.kept.at !== at) choose(held, at, from);
      held.kept.from = from;
      held.open(row(at));
    } else choose(held, at, from);
  });
  box.addEventListener("keydown", (event) => {
    const at = place(event);
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = towards(held, event.key, at, from);
    if (next !== undefined) {
      choose(held, next, from);
      into(box, box.querySelector(`[data-at="${next}"]`));
      focused(held, next, from);
    } else if ((event.key === "Enter" || event.key === " ") && event.target.closest(".chip")) event.target.closest(".chip").click();
    else return;
    event.preventDefault();
  });
}

// The sum: each verdict with how many have it, by which the table is narrowed.
function summary(held) {
  const { kept, words } = held, line = made("p", "sum");
  if (!kept.found.counts.length) line.append(made("span", "", kept.found.sum));
  for (const one of kept.found.counts) {
    const part = button("count", one.text, () => narrowed(held, kept.verdict === one.verdict ? "" : one.verdict));
    part.dataset.verdict = one.verdict;
    part.title = words.only;
    line.append(part);
  }
  return line;
}

function narrowed(held, verdict) {
  held.kept.verdict = verdict;
  for (const one of held.box.querySelectorAll(".count")) one.setAttribute("aria-pressed", String(one.dataset.verdict === verdict));
  for (const one of held.box.querySelectorAll(".lines tbody tr")) one.hidden = Boolean(verdict) && one.dataset.verdict !== verdict;
  if (held.kept.at !== undefined && verdict && held.kept.found.numbers[held.kept.at].verdict !== verdict) choose(held, undefined);
  else choose(held, held.kept.at);
}
