// What the panel of a figure's files does: a file is asked for, so that a failure is a sentence below it and nothing
// else; a picture or its address is copied, where the browser lets it (`copied` of copying.js).
function taking(panel) {
  const words = JSON.parse(panel.dataset.words), status = panel.querySelector(".told");
  const tell = (key, name = "") => { status.textContent = words[key].replace("{}", name); };
  const whole = panel.querySelector("input");
  const at = (link) => new URL((!whole || whole.checked ? "" : link.dataset.bare) || link.getAttribute("href"), location.href);
  const served = location.protocol.startsWith("http");

  // From a folder a browser shows what it can, whatever a link says: beside the page, not in its place.
  if (!served) panel.querySelectorAll("td a").forEach((link) => { link.target = "_blank"; });

  panel.addEventListener("click", async (event) => {
    const link = event.target.closest("a"), button = event.target.closest("button");
    if (link) {
      if (!served || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await save(link);
    } else if (button) {
      const main = (button.closest("tr") ?? panel).querySelector("a.main");
      if (button.dataset.copies === "picture") await copy(shown(main));
      else tell((await copied(shown(main).href, button)) ? "address_copied" : "not_copied");
    }
  });

  // Where a picture is shown, not saved.
  function shown(link) {
    const address = at(link);
    address.searchParams.delete("download");
    return address;
  }

  async function save(link) {
    const name = link.dataset.name;
    if (link.ariaBusy === "true") return;
    link.ariaBusy = "true";
    tell("making", name);
    try {
      const answer = await fetch(at(link));
      if (!answer.ok) status.textContent = sentence(await answer.text()) || words.failed;
      else {
        const file = document.createElement("a");
        file.href = URL.createObjectURL(await answer.blob());
        file.download = named(answer) || link.download;
        file.click();
        setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
        tell("saved", file.download);
      }
    } catch {
      tell("failed");
    } finally {
      link.ariaBusy = "false";
    }
  }

  async function copy(address) {
    if (!served || !navigator.clipboard || !window.ClipboardItem) {
      tell("no_clipboard");
      open(address, "_blank", "noopener");
      return;
    }
    tell("making", "PNG");
    let refused = "";
    const picture = fetch(address).then(async (answer) => {
      if (answer.ok) return answer.blob();
      refused = sentence(await answer.text());
      throw new Error(refused);
    });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      tell("copied");
    } catch (error) {
      if (refused || error instanceof TypeError) status.textContent = refused || words.failed;
      else {
        tell("no_clipboard");
        open(address, "_blank", "noopener");
      }
    }
  }
}

// The sentence of a page that stands in place of a file.
function sentence(page) {
  return new DOMParser().parseFromString(page, "text/html").querySelector("p")?.textContent.trim() ?? "";
}

// How the server calls a file.
function named(answer) {
  const found = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  return found ? decodeURIComponent(found[1]) : "";
}
