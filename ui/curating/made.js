// What the components of this page share: elements and buttons made of texts, which stay texts.
function made(name, classes = "", text) {
  const one = document.createElement(name);
  one.className = classes;
  if (text !== undefined) one.textContent = text;
  return one;
}

function button(classes, text, done, label) {
  const one = made("button", classes, text);
  one.type = "button";
  if (label) one.setAttribute("aria-label", (one.title = label));
  one.addEventListener("click", done);
  return one;
}

// What is drawn is as high as it is: the elements around it go along, up to our own place.
function loosen(box) {
  let one = box.parentElement ?? box.getRootNode().host;
  while (one && !one.className?.includes?.("st-key-")) {
    one.style.height = "auto";
    one = one.parentElement ?? one.getRootNode().host;
  }
}

const filled = (words, ...facts) => facts.reduce((text, one) => text.replace("{}", one), words);
