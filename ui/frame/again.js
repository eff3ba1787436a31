/* A page whose server has ended finds another, or the same anew, which knows nothing of it: what is clicked first would be lost there. So it
   is asked for the page once, by its address, as soon as it answers. A page that none ever heard, because what stands between lets
   documents through and no more, would wait in silence: that is said, in `UNHEARD` by language, which the server puts before this. */
(() => {
  const SOON = 50;   // milliseconds until Streamlit knows that it is connected
  const TRIES = 3;
  const Socket = globalThis.WebSocket;
  let before = false, tries = 0, told;
  const tell = () => {
    const words = UNHEARD[document.documentElement.lang === "en" ? "en" : "zh"];
    told = Object.assign(document.createElement("p"), { className: "unheard", role: "alert", textContent: words });
    document.body.prepend(told);
  };
  globalThis.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener("close", () => { if (!before && ++tries === TRIES) tell(); });
      this.addEventListener("open", () => {
        if (before) setTimeout(() => dispatchEvent(new PopStateEvent("popstate")), SOON);
        before = true;
        told?.remove();
      });
    }
  };
})();
