// Draws the panel of taking.py, of which industry/export/taking/panel.js knows what it does.
const drawn = new WeakMap();

export default function ({ parentElement, data }) {
  if (drawn.get(parentElement) === data.panel) return;
  let place = parentElement.querySelector(".place");
  if (!place) {
    place = Object.assign(document.createElement("div"), { className: "place" });
    parentElement.append(place);
  }
  place.innerHTML = data.panel;
  place.querySelectorAll(".take").forEach(taking);
  drawn.set(parentElement, data.panel);
}
