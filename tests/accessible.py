"""What axe finds on a page that not everyone could use: each rule on every element, but of a table's rows that are built
alike on the first few, and contrast, which takes nine tenths of the time, on a few of those whose text, ground and all
grounds behind are alike.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

SERIOUS = ("serious", "critical")
EVERY = ("minor", "moderate", *SERIOUS)
_RUN = """async within => {
  const grounds = new Map(), seen = new Map(), some = [], built = new Map(), alike = [];
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host;
  const ground = (one) => {
    if (!one) return '';
    if (!grounds.has(one)) {
      const { backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(one);
      grounds.set(one, [ground(up(one)), ...[backgroundColor, backgroundImage, opacity, filter, position]].join());
    }
    return grounds.get(one);
  };
  const build = (one) => [one.localName, ...[...one.attributes].map(({ name, value }) =>
      `${name}=${/^(class|role|scope|hidden|disabled|tabindex|colspan|rowspan|lang|type)$/.test(name) ? value : !!value.trim()}`),
    [...one.childNodes].map((each) => each.localName ? build(each) : !!each.data?.trim()).join()].join(' ');
  const look = (root) => root.querySelectorAll('*').forEach((one) => {
    if (one.shadowRoot) look(one.shadowRoot);
    if (one.localName === 'tr') {
      const made = build(one);
      built.set(made, (built.get(made) ?? 0) + 1);
      if (built.get(made) > 2) alike.push(one);
    }
    if (![...one.childNodes].some((each) => each.nodeType === Node.TEXT_NODE && each.data.trim())) return;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
    const all = [color, fontSize, fontWeight, textShadow, ground(one)].join();
    seen.set(all, (seen.get(all) ?? 0) + 1);
    if (seen.get(all) <= 2) some.push(one);
  });
  look(within ? document.querySelector(within) : document);
  const around = new Set();
  some.forEach((one) => {
    one.setAttribute('data-contrast', '');
    for (let each = one; each; each = up(each)) around.add(each);
  });
  const moved = window.shifted, taken = alike.filter((row) => !around.has(row)).map((row) => {
    const place = document.createComment('');
    row.replaceWith(place);
    return [place, row];
  });
  axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-contrast]' }] });
  const found = await axe.run(within ?? document, { resultTypes: ['violations'], elementRef: false });
  taken.forEach(([place, row]) => place.replaceWith(row));
  some.forEach((one) => one.removeAttribute('data-contrast'));
  if (taken.length) await new Promise((done) => setTimeout(done, 100));
  if (taken.length) window.shifted = moved;  // by us
  return found.violations;
}"""


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def faults(page: Page, within: str | None = None, impacts: tuple[str, ...] = SERIOUS) -> list[str]:
    """A sentence for each fault of these impacts; of a part of the page only, by its selector."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(_RUN, within)
    return [
        f"{fault['id']}: {'; '.join(node['html'][:120] for node in fault['nodes'][:3])}"
        for fault in found
        if fault["impact"] in impacts
    ]
