/* The frame around every page: links between pages that need no reload, the search in the bar, the language of
   the document, the keyboard in a drawer. Texts come from the server and are set as texts. */
(() => {
  const WAIT = 120;   // milliseconds after which typing is taken to have paused

  /* A page of ours opens as it would by the back button: Streamlit then runs it for the address. */
  const go = (address, over) => {
    if (over) field()?.focus({ preventScroll: true }); // a drawer gives the focus back
    hide();
    if (field()) field().value = "";
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    if (!over) document.querySelector(".bar")?.scrollIntoView();
  };
  addEventListener("popstate", () => {
    document.documentElement.lang = new URL(location.href).searchParams.get("lang") === "en" ? "en" : "zh-CN";
  });
  const ours = (link) => {
    const pages = JSON.parse(document.querySelector(".bar")?.dataset.pages || "[]");
    return link.origin === location.origin && pages.includes(link.pathname) && !link.hasAttribute("download");
  };
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    if (!ours(link) || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    if (!link.dataset.language) return go(link.href, link.dataset.over);
    const here = new URL(location.href);   // every choice stays, also one that the bar hasn't heard of yet
    here.searchParams.delete("lang");
    const kept = here.searchParams.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
    const told = [link.dataset.language === "zh" ? "" : "lang=" + link.dataset.language, kept].filter(Boolean).join("&");
    go(here.pathname + (told && "?" + told));
  });

  /* What a search found: a list under the field, asked of the server while she types. */
  const field = () => document.querySelector(".bar-search input");
  const panel = () => document.querySelector(".found");
  let waiting = 0, asked = 0;
  function hide() {
    asked += 1;
    clearTimeout(waiting);
    if (panel()) panel().hidden = true;
  }
  function made(name, text, within) {
    const one = within.appendChild(document.createElement(name));
    if (text) one.textContent = text;
    return one;
  }
  function over(values) {   // the page that is shown, with a paragraph open over it
    const here = new URL(location.href);
    here.searchParams.delete("row");
    for (const [name, value] of Object.entries(values)) here.searchParams.set(name, value);
    return here.href;
  }
  function show(told) {
    const place = field().getBoundingClientRect(), width = Math.min(560, innerWidth - 24);
    const list = panel() || document.body.appendChild(Object.assign(document.createElement("div"), { className: "found" }));
    list.id = "found";
    list.setAttribute("role", "region");
    list.setAttribute("aria-label", field().getAttribute("aria-label"));
    list.style.fontFamily = getComputedStyle(field()).fontFamily;
    list.style.width = width + "px";
    list.style.left = Math.max(12, Math.min(place.right - width, innerWidth - width - 12)) + "px";
    list.style.top = place.bottom + 4 + "px";
    list.style.maxHeight = Math.max(160, innerHeight - place.bottom - 20) + "px";
    list.replaceChildren();
    if (told.none) made("p", told.none, list).setAttribute("role", "status");
    for (const group of told.groups) {
      made("h2", group.name, list);
      const rows = made("ul", "", list);
      for (const hit of group.hits) {
        const link = made("a", "", made("li", "", rows));
        link.href = hit.over ? over(hit.over) : hit.address;
        if (hit.over) link.dataset.over = "over";
        made(group.figures ? "b" : "span", hit.text, link);
        if (hit.more) {
          link.append(" ");
          made("small", hit.more, link);
        }
      }
    }
    list.hidden = false;
  }
  document.addEventListener("input", (event) => {
    if (event.target !== field()) return;
    clearTimeout(waiting);
    const words = field().value.trim();
    if (!words) return hide();
    const mine = ++asked;
    waiting = setTimeout(async () => {
      const address = new URL(field().form.dataset.search, location.href);
      address.searchParams.set("q", words);
      try {
        const answer = await fetch(address);
        const told = await answer.json();
        if (mine === asked && field()) show(told);
      } catch { /* the page says itself that the server is away */ }
    }, WAIT);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target !== field()) return;
    if (field().value.trim()) field().dispatchEvent(new Event("input", { bubbles: true }));
    else fetch(field().form.dataset.search).catch(() => {});   // so that the server has made ready to search
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== field()?.form) return;
    event.preventDefault();
    const address = new URL(event.target.action);
    const words = field().value.trim();
    if (!words) return;
    address.search = "?" + [address.search.slice(1), "q=" + encodeURIComponent(words)].filter(Boolean).join("&");
    go(address.href);
  });
  document.addEventListener("pointerdown", (event) => {
    if (panel() && !panel().contains(event.target) && event.target !== field()) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (!panel() || panel().hidden || !(event.target === field() || panel().contains(event.target))) return;
    const links = [...panel().querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      hide();
      field().focus();
      hide();
    } else if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : field()).focus();
    else return;
    event.preventDefault();
  }, true);
  addEventListener("resize", () => { if (panel() && !panel().hidden) hide(); });

  /* Tab in a drawer, or in what opens from a button, goes through all that is in it, also in our components: Streamlit's own way around doesn't see
     into their shadow roots. */
  const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";
  function* reached(root) {
    for (const one of root.children) {
      if (one.matches(REACHED) && one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })) yield one;
      yield* reached(one.shadowRoot ?? one);
    }
  }
  const OPENED = '[data-testid="stPopoverBody"]';
  addEventListener("keydown", (event) => {
    const opened = document.activeElement?.closest(OPENED);
    const drawer = opened ?? [...document.querySelectorAll('[data-testid="stDialog"]')].at(-1);
    if (!drawer || event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...reached(drawer)];
    let here = document.activeElement;
    while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
    const at = all.indexOf(here), step = event.shiftKey ? (at < 0 ? -1 : at - 1) : at + 1;
    if (!all.length && opened) all.push(opened);
    if (!all.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    all.at(step % all.length).focus();
  }, true);

  /* What opens from a button stands at the end of the document: it gets the focus, and keeps it until it is closed. */
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.('[aria-haspopup="dialog"]')) return;
    requestAnimationFrame(() => setTimeout(() => {
      const opened = document.querySelector(OPENED);
      if (!opened || opened.contains(document.activeElement)) return;
      opened.tabIndex = 0;   // texts alone are scrolled by keys
      opened.focus({ preventScroll: true });
    }));
  });
})();
