/* A deck that is taken away: the link asks the server, a bar tells how far it is and stops it, and the file is saved as
   any other. A link opened in another tab, or without this script, gives the same file. */
(() => {
  const SOON = 400, LATER = 6000;   // milliseconds before a bar is shown, and after which what is told goes
  const words = () => JSON.parse(document.querySelector(".bar")?.dataset.saving || "{}");
  const taken = (link) => link.origin === location.origin && /\/deck\/[^/]+$/.test(link.pathname);
  const busy = new Map();

  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!taken(link)) return;
    event.preventDefault();
    if (!busy.has(link.href)) take(link.href, link.textContent.trim().replace(/^download\s*/, ""));
  });

  async function take(href, called) {
    const told = words(), stopping = new AbortController(), shown = line(called, told.stop, () => stopping.abort());
    const address = new URL(href);
    address.searchParams.set("progress", "1");
    busy.set(href, stopping);
    const waits = setTimeout(() => shelf().append(shown.box), SOON);
    try {
      const { sign, rest } = await received(await fetch(address, { signal: stopping.signal }), shown.tell);
      if (sign === "!") throw new Refusal(new TextDecoder().decode(rest));
      const end = rest.indexOf(10), { name, size } = JSON.parse(new TextDecoder().decode(rest.subarray(0, end)));
      if (rest.length !== end + 1 + size) throw new Error("cut off");
      saved(rest.subarray(end + 1), name);
      shown.end(told.saved.replace("{}", name));
    } catch (error) {
      shown.end(error instanceof Refusal ? error.message : error.name === "AbortError" ? told.stopped : told.failed, error.name !== "AbortError");
      shelf().append(shown.box);
    }
    clearTimeout(waits);
    busy.delete(href);
  }

  class Refusal extends Error {}

  function line(called, stop, ended) {
    const box = made("div", "saving-line"), name = made("span", "", called), bar = made("progress"), far = made("span", "saving-far");
    const button = made("button", "", stop);
    button.type = "button";
    button.setAttribute("aria-label", `${stop} ${called}`);
    button.addEventListener("click", ended);
    bar.setAttribute("aria-label", called);
    box.append(name, bar, far, button);
    return {
      box,
      tell(done, whole) {
        [bar.max, bar.value] = [whole, done];
        far.textContent = `${done}/${whole}`;
      },
      end(sentence, wrong = false) {
        box.replaceChildren(made("span", wrong ? "saving-wrong" : "", sentence));
        box.setAttribute("role", wrong ? "alert" : "status");
        if (!wrong) setTimeout(() => box.remove(), LATER);
        else box.append(closing(box));
      },
    };
  }

  function closing(box) {
    const button = made("button", "", "✕");
    button.type = "button";
    button.setAttribute("aria-label", words().close);
    button.addEventListener("click", () => box.remove());
    return button;
  }

  function shelf() {
    let found = document.querySelector(".saving");
    if (!found) {
      found = document.body.appendChild(made("div", "saving"));
      found.setAttribute("role", "region");
    }
    found.setAttribute("aria-label", words().shelf);
    found.style.fontFamily = getComputedStyle(document.querySelector(".bar")).fontFamily;
    return found;
  }

  function made(name, classes = "", text = "") {
    const one = document.createElement(name);
    one.className = classes;
    one.textContent = text;
    return one;
  }
})();
