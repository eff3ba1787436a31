/* What Streamlit's own elements say in English is said in Chinese on Chinese pages: texts and labels that are word for word
   among `SPOKEN`, which the server puts before this. Figures are left alone. */
(() => {
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  const chinese = () => document.documentElement.lang !== "en";
  const labelled = (one) => {
    for (const name of ATTRIBUTES) {
      const other = SPOKEN[one.getAttribute(name)];
      if (other) one.setAttribute(name, other);
    }
  };
  const said = (node) => {
    const other = SPOKEN[node.data.trim()];
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
