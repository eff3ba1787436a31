// Draws the record of refreshing.py and of templated.py: a presentation is dropped, sent, and what comes back is saved and told. Every text is set as text.
const made = new WeakMap();

export default function ({ parentElement, data }) {
  if (made.has(parentElement)) {
    made.get(parentElement).record = JSON.parse(data.record);
    return;
  }
  const held = { record: JSON.parse(data.record), box: element("div", "refreshing"), stop: null };
  made.set(parentElement, held);
  parentElement.append(held.box);
  draw(held);
}

function element(name, classes = "", text = "") {
  const one = document.createElement(name);
  one.className = classes;
  if (text) one.textContent = text;
  return one;
}

function draw(held) {
  const { words, kinds } = held.record;
  const drop = element("div", "drop"), file = element("input", "file"), choose = element("button", "", words.choose);
  held.said = element("span", "said", words.kind);
  held.said.setAttribute("role", "status");
  held.tools = element("span", "tools");
  held.told = element("div", "told");
  held.told.hidden = true;
  file.type = "file";
  file.accept = kinds.join(",");
  file.tabIndex = -1;
  file.setAttribute("aria-label", words.choose);
  choose.type = "button";
  choose.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    if (file.files[0]) send(held, file.files[0]);
    file.value = "";
  });
  for (const name of ["dragover", "dragleave", "drop"])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files[0]) send(held, event.dataTransfer.files[0]);
    });
  drop.append(choose, file, held.tools, held.said);
  held.box.append(element("p", "lead", words.lead), drop, held.told);
}

async function send(held, file) {
  const { words, address, bytes, ending } = held.record;
  held.stop?.abort();
  held.told.hidden = true;
  held.tools.replaceChildren();
  if (file.size > bytes) return say(held, words.large);
  const dot = file.name.lastIndexOf("."), kind = dot < 0 ? "" : file.name.slice(dot).toLowerCase();
  const own = (held.stop = new AbortController()), bar = element("progress"), stop = element("button", "", words.stop);
  stop.type = "button";
  stop.addEventListener("click", () => own.abort());
  bar.max = 1;
  bar.setAttribute("aria-label", words.working);
  held.tools.append(bar, stop);
  say(held, words.working);
  try {
    const where = new URL(address, location.href);
    where.searchParams.set("kind", kind);
    const answer = await fetch(where, { method: "POST", body: file, signal: own.signal, headers: { "Content-Type": "application/octet-stream" } });
    const { sign, rest } = await received(answer, (done, whole) => Object.assign(bar, { max: whole, value: done }));
    if (held.stop !== own) return;
    held.tools.replaceChildren();
    if (sign === "=") tell(held, rest, file.name.slice(0, dot) + ending + kind);
    else say(held, new TextDecoder().decode(rest));
  } catch (error) {
    if (held.stop !== own) return;
    held.tools.replaceChildren();
    say(held, error.name === "AbortError" ? words.stopped : words.no_answer);
  }
}

function tell(held, rest, name) {
  const { words } = held.record, end = rest.indexOf(10), found = JSON.parse(new TextDecoder().decode(rest.subarray(0, end)));
  const file = rest.subarray(end + 1);
  say(held, found.summary + (file.length || !found.blocks.length ? "" : words.same));
  if (file.length) {
    const link = element("a", "button", words.save);
    link.href = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
    link.download = found.name || name;
    held.tools.append(link);
  }
  held.told.replaceChildren();
  held.told.tabIndex = 0;
  for (const [place, lines] of found.blocks) {
    const list = element("ul");
    for (const [said, eye] of lines) list.append(element("li", eye ? "eye" : "", said));
    held.told.append(element("h3", "", place), list);
  }
  held.told.hidden = !found.blocks.length;
}

function say(held, text) {
  held.said.textContent = text;
}
