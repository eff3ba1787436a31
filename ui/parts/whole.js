// The pieces of a text, of which some stay on one line.
function kept(text) {
  const pieces = [];
  let at = 0;
  for (const { 0: whole, index } of String(text).matchAll(WHOLE)) {
    const one = document.createElement("span");
    one.className = "kept";
    one.textContent = whole;
    pieces.push(text.slice(at, index), one);
    at = index + whole.length;
  }
  return [...pieces, text.slice(at)].filter((one) => one !== "");
}
