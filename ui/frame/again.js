/* A page whose server has ended finds another, or the same anew, which knows nothing of it: what is clicked first would be lost there. So it
   is asked for the page once, by its address, as soon as it answers. */
(() => {
  const SOON = 50;   // milliseconds until Streamlit knows that it is connected
  const Socket = globalThis.WebSocket;
  let before = false;
  globalThis.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => {
        if (before) setTimeout(() => dispatchEvent(new PopStateEvent("popstate")), SOON);
        before = true;
      });
    }
  };
})();
