// The place where a file is dropped or chosen: it is sent to the server, and its number there handed to the page.
const places = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  let held = places.get(parentElement);
  if (!held) {
    held = { record: "" };
    places.set(parentElement, held);
  }
  held.send = setTriggerValue;
  if (held.record === data.record) return;
  held.record = data.record;
  held.given = JSON.parse(data.record);
  held.box?.remove();
  draw(held, parentElement);
}

function draw(held, parent) {
  const { given } = held, { words } = given;
  const box = (held.box = made("section", "drop"));
  box.setAttribute("aria-label", words.drop);
  const file = made("input", "file");
  Object.assign(file, { type: "file", accept: given.kinds.join(","), tabIndex: -1 });
  file.setAttribute("aria-hidden", "true"); // the button stands for it
  file.addEventListener("change", () => {
    if (file.files[0]) send(held, file.files[0]);
    file.value = "";
  });
  const line = made("p", "what");
  held.choose = button("primary", words.choose, () => file.click());
  held.note = made("span", "note");
  held.note.setAttribute("role", "status");
  line.append(made("span", "", words.drop), held.choose, held.note); // beside the button: nothing moves for it
  box.append(line, file);
  const list = made("ul", "kinds");
  for (const [name, more] of words.takes) {
    const one = made("li");
    one.append(made("b", "", name), endings(more));
    list.append(one);
  }
  box.append(list);
  over(held, box);
  parent.append(box);
  loosen(box);
}

// A line may end before each file name's ending: browsers keep them and the word before together as one.
function endings(text) {
  const whole = made("span");
  for (const part of text.split(/(?=\.[a-z])/)) whole.append(part, made("wbr"));
  return whole;
}

function over(held, box) {
  let inside = 0;
  const shown = (is) => box.classList.toggle("over", is);
  box.addEventListener("dragenter", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    inside += 1;
    shown(true);
  });
  box.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
  box.addEventListener("dragleave", () => {
    inside = Math.max(0, inside - 1);
    shown(inside > 0);
  });
  box.addEventListener("drop", (event) => {
    inside = 0;
    shown(false);
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files.length > 1) told(held, held.given.words.one_only, true);
    else if (files[0]) send(held, files[0]);
  });
}

function told(held, text, wrong = false) {
  held.note.className = wrong ? "note wrong" : "note";
  held.note.textContent = text;
}

async function send(held, file) {
  const { given, choose } = held, { words } = given;
  if (choose.disabled) return;
  if (file.size > given.most) return told(held, words.too_large, true);
  choose.disabled = true;
  told(held, filled(words.reading, file.name));
  let answer;
  try {
    const address = new URL(given.address, location.href);
    address.searchParams.set("name", file.name);
    const sent = await fetch(address, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
    answer = await sent.json();
  } catch {
    answer = { refused: words.no_answer };
  }
  choose.disabled = false;
  if (answer.refused) return told(held, answer.refused, true);
  told(held, "");
  held.send("work", answer.work);
}
