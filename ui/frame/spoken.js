/* What Streamlit's own elements say in English is said in our words: on Chinese pages all of it, on English ones what names
   Streamlit or the internet. Texts and labels that are word for word in `SPOKEN`, which the server puts before this, for each language,
   {} for whatever stands there. Figures are left alone. */
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  const TELLS = "[aria-live], [role=dialog]";   // where sentences stand with something in them
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const formed = (told) => Object.entries(told).filter(([theirs]) => theirs.includes("{}"))
    .map(([theirs, ours]) => [new RegExp(`^${theirs.split("{}").map(escaped).join("(.+)")}$`), ours]);
  const FORMED = { zh: formed(SPOKEN.zh), en: formed(SPOKEN.en) };
  const inOurs = (text, where) => {
    const words = text.trim().replace(/\s+/g, " "), tongue = document.documentElement.lang === "en" ? "en" : "zh";
    const told = SPOKEN[tongue][words];
    if (told || !where?.closest(TELLS)) return told;
    for (const [form, ours] of FORMED[tongue]) {
      const found = words.match(form);
      if (found) return ours.replace("{}", () => found[1]);
    }
  };
  const labelled = (one) => {
    for (const name of ATTRIBUTES) {
      const other = inOurs(one.getAttribute(name) ?? "");
      if (other) one.setAttribute(name, other);
    }
  };
  const said = (node) => {
    const other = inOurs(node.data, node.parentElement);
    if (other) node.data = other;
  };
  const look = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return said(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".js-plotly-plot, svg")) return;
    labelled(root);
    for (const one of root.querySelectorAll("[aria-label], [placeholder], [title]")) labelled(one);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) said(texts.currentNode);
  };
  new MutationObserver((changes) => {
    for (const one of changes)
      if (one.type === "attributes") labelled(one.target);
      else if (one.type === "characterData") said(one.target);
      else one.addedNodes.forEach(look);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
})();
