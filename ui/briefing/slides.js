// Draws the record of slides.py: a deck's slides as thumbnails. Every text is set as text.
const made = new WeakMap();
const AT_ONCE = 2;    // thumbnails asked for at the same time: the server draws them one by one, for everybody
const AGAIN = 4000;   // milliseconds after which one that the server had no time for is asked for again
const TRIES = 4;

export default function ({ parentElement, data, setTriggerValue }) {
  let held = made.get(parentElement);
  if (!held) {
    held = { box: document.createElement("div"), tiles: new Map(), waiting: [], asking: 0, deck: "" };
    held.box.className = "deck";
    parentElement.append(held.box);
    made.set(parentElement, held);
  }
  held.tell = (what, more = {}) => setTriggerValue("done", { what, ...more });
  if (held.deck === data.deck) return;
  held.deck = data.deck;
  draw(held, JSON.parse(data.deck));
}

function element(name, classes = "", text = "") {
  const one = document.createElement(name);
  one.className = classes;
  if (text) one.textContent = text;
  return one;
}

function button(held, text, label, done, classes = "") {
  const one = element("button", classes, text);
  one.type = "button";
  if (label) one.setAttribute("aria-label", (one.title = label));
  one.addEventListener("click", done);
  return one;
}

function draw(held, deck) {
  const root = held.box.getRootNode(), focused = root.activeElement;
  const kept = focused && held.box.contains(focused) ? [focused.closest(".tile")?.dataset.slide, focused.dataset.name] : [];
  const typed = kept[1] === "heading" && focused.value !== focused.defaultValue ? focused.value : null;
  if (held.version !== deck.version) held.tiles.clear();
  held.version = deck.version;
  held.waiting = [];
  const grid = element("ol", "grid"), there = new Set();
  deck.tiles.forEach((tile, at) => {
    there.add(tile.slide);
    grid.append(drawn(held, deck, tile, at));
  });
  for (const slide of held.tiles.keys()) if (!there.has(slide)) held.tiles.delete(slide);
  if (deck.own) grid.append(adding(held, deck));
  held.drawing = true;
  held.box.replaceChildren(head(held, deck), grid);
  held.drawing = false;
  ask(held);
  const [slide, name] = kept;
  if (!name) return;
  const all = [...held.box.querySelectorAll("[data-name]")];
  const same = all.filter((one) => one.closest(".tile")?.dataset.slide === slide);
  const again = same.find((one) => one.dataset.name === name && !one.disabled) || same.find((one) => !one.disabled) || all.at(-1);
  again?.focus({ preventScroll: true });
  if (typed !== null && again?.dataset.name === "heading") again.value = typed;  // what is being written stays
}

/* What it is and what can be done with the whole: copy it, keep it, open a kept one, begin anew. */
function head(held, deck) {
  const { words } = deck, line = element("div", "head"), tools = element("div", "tools");
  line.append(element("p", "lead", deck.lead), tools);
  if (!deck.own) tools.append(button(held, words.copy, "", () => held.tell("copy")));
  if (deck.save) {
    const save = element("a", "button", words.save);
    save.href = deck.save;
    save.download = "";
    tools.append(save);
  }
  const file = element("input", "file");
  file.type = "file";
  file.accept = ".json,application/json,.pptx";
  file.setAttribute("aria-label", words.open);
  file.tabIndex = -1;
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    if (/\.(pptx|ppsx|potx)$/i.test(chosen.name)) await sent(held, deck, chosen);
    else if (chosen.size > deck.bytes) held.tell("large");
    else held.tell("open", { text: await chosen.text() });
    file.value = "";
  });
  tools.append(button(held, words.open, "", () => file.click()), file);
  if (deck.own && deck.tiles.length) tools.append(button(held, words.clear, "", () => held.tell("clear")));
  return line;
}

/* What a presentation holds is read by the server, which keeps nothing of it; what it gives back is opened as a file is. */
async function sent(held, deck, chosen) {
  try {
    const answer = await fetch(deck.read, { method: "POST", body: chosen, headers: { "Content-Type": "application/octet-stream" } });
    const told = await answer.json();
    held.tell(told.text ? "open" : "refused", { text: told.text || told.refused });
  } catch {
    held.tell("refused", { text: deck.words.unread });
  }
}

function drawn(held, deck, tile, at) {
  const { words } = deck, one = element("li", "tile");
  one.dataset.slide = tile.slide;
  const frame = element(tile.picture ? "a" : "div", "frame");
  if (tile.picture) {
    frame.href = tile.picture;
    frame.target = "_blank";
    frame.dataset.name = "picture";
    frame.setAttribute("aria-label", words.picture.replace("{}", at + 1));
  }
  frame.append(element("span", "name", tile.heading || tile.title));
  if (tile.thumbnail) frame.append(picture(held, tile));
  const line = element("div", "line");
  line.append(element("span", "number", String(at + 1)));
  line.append(deck.own ? heading(held, deck, tile, at) : element("p", "title", tile.heading || tile.title));
  one.append(frame, line);
  const found = element("p", "finding", tile.finding);
  found.title = tile.finding;
  one.append(found);
  if (deck.own) one.append(moves(held, deck, tile, at));
  if (deck.own) dragged(held, deck, one, frame, tile);
  return one;
}

function picture(held, tile) {
  let image = held.tiles.get(tile.slide);
  if (image?.dataset.address === tile.thumbnail) {
    if (!image.complete || !image.src) held.waiting.push(image);
    return image;
  }
  image = element("img");
  image.alt = "";
  image.draggable = false;
  image.dataset.address = tile.thumbnail;
  held.tiles.set(tile.slide, image);
  held.waiting.push(image);
  return image;
}

/* Thumbnails come in their order, a few at a time. Until one is there, and where none can be made, its name stands. */
function ask(held) {
  while (held.asking < AT_ONCE && held.waiting.length) {
    const image = held.waiting.shift();
    if (image.dataset.asked) continue;
    image.dataset.asked = "1";
    held.asking += 1;
    const done = (there) => {
      held.asking -= 1;
      image.onload = image.onerror = null;
      image.classList.toggle("there", there);
      const tries = Number(image.dataset.tries || 0) + 1;
      if (!there && tries < TRIES) {
        image.dataset.tries = tries;
        setTimeout(() => {
          delete image.dataset.asked;
          if (!image.isConnected) return;
          held.waiting.push(image);
          ask(held);
        }, AGAIN * tries);
      }
      ask(held);
    };
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.src = image.dataset.address;
  }
}

function heading(held, deck, tile, at) {
  const field = element("input", "heading");
  field.value = field.defaultValue = tile.heading;
  field.placeholder = tile.title;
  field.maxLength = deck.longest;
  field.title = tile.heading || tile.title;
  field.dataset.name = "heading";
  field.setAttribute("aria-label", deck.words.heading.replace("{}", at + 1));
  const done = () => {
    if (held.drawing || field.value === field.defaultValue) return;
    field.defaultValue = field.value;
    held.tell("head", { slide: tile.slide, heading: field.value });
  };
  field.addEventListener("change", done);
  field.addEventListener("blur", done);  // what was written before the page was drawn anew is no change to the browser
  return field;
}

function moves(held, deck, tile, at) {
  const { words, tiles } = deck, line = element("div", "moves");
  const to = (before) => () => held.tell("move", { slide: tile.slide, before: before?.slide ?? "" });
  const named = [
    ["←", "earlier", to(tiles[at - 1]), at === 0],
    ["→", "later", to(tiles[at + 2]), at === tiles.length - 1],
    ["✕", "remove", () => held.tell("remove", { slide: tile.slide }), false],
  ];
  for (const [sign, name, done, off] of named) {
    const one = button(held, sign, words[name], done, name);
    one.dataset.name = name;
    one.disabled = off;
    line.append(one);
  }
  return line;
}

function dragged(held, deck, one, frame, tile) {
  frame.draggable = true;
  frame.addEventListener("dragstart", (event) => {
    held.dragging = tile.slide;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", tile.heading || tile.title);
  });
  frame.addEventListener("dragend", () => {
    held.dragging = "";
    held.box.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
  });
  one.addEventListener("dragover", (event) => {
    if (!held.dragging || held.dragging === tile.slide) return;
    event.preventDefault();
    one.classList.add("over");
  });
  one.addEventListener("dragleave", () => one.classList.remove("over"));
  one.addEventListener("drop", (event) => {
    event.preventDefault();
    const slides = deck.tiles.map((each) => each.slide), from = slides.indexOf(held.dragging), to = slides.indexOf(tile.slide);
    if (from < 0 || from === to) return;
    held.tell("move", { slide: held.dragging, before: slides[from < to ? to + 1 : to] ?? "" });
  });
}

function adding(held, deck) {
  const one = element("li", "tile add"), list = element("select");
  list.setAttribute("aria-label", deck.words.add);
  list.dataset.name = "add";
  list.append(new Option(deck.words.add, ""));
  for (const group of deck.add) {
    const part = element("optgroup");
    part.label = group.name;
    for (const [id, title] of group.figures) part.append(new Option(title, id));
    list.append(part);
  }
  list.addEventListener("change", () => list.value && held.tell("add", { slide: encodeURIComponent(list.value) }));
  one.append(list);
  return one;
}
