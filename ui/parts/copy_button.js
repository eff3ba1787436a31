// A button that copies a text, by copying.js.
const made = new WeakMap();

export default function ({ parentElement, data }) {
  let button = made.get(parentElement);
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const { text, labels } = button.told;
      button.textContent = (await copied(text, button)) ? labels[1] : labels[2];
    });
    parentElement.append(button);
    made.set(parentElement, button);
  }
  if (button.told?.text !== data.text || button.told?.labels[0] !== data.labels[0]) {
    button.told = data;
    button.textContent = data.labels[0];
  }
}
