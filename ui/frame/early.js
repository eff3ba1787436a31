/* Draws what stands first on a page before Streamlit has read what draws components: by their own scripts and styles, `EARLY`,
   which the server puts before this, in a tree of their own as there. A component that stands there takes it away. */
(() => {
  const PLACED = ":host { display: block; position: absolute; inset: 0 0 auto; z-index: 1; }"; // over the room that is kept
  const there = new Set();   // the classes of places in which components have drawn
  const look = () => {
    for (const one of document.querySelectorAll("[data-early]:empty")) {
      if (one.shadowRoot) continue;
      if (there.has(`st-key-${one.dataset.early}`)) {
        one.remove();
        continue;
      }
      const [css, drawn] = EARLY[one.dataset.name];
      const root = one.attachShadow({ mode: "open" });
      root.append(Object.assign(document.createElement("style"), { textContent: css + PLACED }));
      drawn({ parentElement: root, data: { [one.dataset.name]: one.dataset.record }, setTriggerValue: opened });
    }
  };
  // A number's card opens as by its address; what else can be chosen waits for the component.
  const opened = (name, value) => {
    if (name !== "row") return;
    const here = new URL(location.href);
    here.searchParams.set("row", value);
    history.pushState(null, "", here);
    dispatchEvent(new PopStateEvent("popstate"));
  };
  const buttons = (root) => [...(root?.querySelectorAll("a, button") ?? [])];
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
  globalThis.taken = (place) => {
    const own = place.getRootNode().host?.closest("[class*='st-key-']");
    for (const one of own?.classList ?? []) there.add(one);
    for (const one of document.querySelectorAll("[data-early]")) {
      if (!there.has(`st-key-${one.dataset.early}`)) continue;
      const at = buttons(one.shadowRoot).indexOf(one.shadowRoot?.activeElement);
      one.remove();
      buttons(place)[at]?.focus({ preventScroll: true });   // the keyboard goes on where it was
    }
  };
})();
