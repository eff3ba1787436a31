/* What Streamlit's own elements say in English is said in Chinese on Chinese pages: texts and labels that are word for word
   among `SPOKEN`, which the server puts before this, {} for whatever stands there. Figures are left alone. */
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  const TELLS = "[aria-live], [role=dialog]";   // where sentences stand with something in them
  const chinese = () => document.documentElement.lang !== "en";
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const formed = Object.entries(SPOKEN).filter(([english]) => english.includes("{}"))
    .map(([english, chinese]) => [new RegExp(`^${english.split("{}").map(escaped).join("(.+)")}$`), chinese]);
  const inChinese = (text, where) => {
    const words = text.trim().replace(/\s+/g, " ");
    if (SPOKEN[words] || !where?.closest(TELLS)) return SPOKEN[words];
    for (const [form, chinese] of formed) {
      const found = words.match(form);
      if (found) return chinese.replace("{}", () => found[1]);
    }
  };
  const labelled = (one) => {
    for (const name of ATTRIBUTES) {
      const other = inChinese(one.getAttribute(name) ?? "");
      if (other) one.setAttribute(name, other);
    }
  };
  const said = (node) => {
    const other = inChinese(node.data, node.parentElement);
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
    if (!chinese()) return;
    for (const one of changes)
      if (one.type === "attributes") labelled(one.target);
      else if (one.type === "characterData") said(one.target);
      else one.addedNodes.forEach(look);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
})();
