"""A walk through a page by the Tab key alone: what it comes to, what it never comes to, and what of it nobody sees."""

from __future__ import annotations

from playwright.sync_api import Page

_BEGIN = """() => {
  const REACHED = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=combobox]';
  const found = [];
  const look = (root) => root.querySelectorAll('*').forEach((one) => {
    if (one.shadowRoot) look(one.shadowRoot);
    if (one.matches(REACHED) && !one.disabled && one.checkVisibility({visibilityProperty: true})
      && one.getClientRects().length) found.push(one);
  });
  look(document);
  document.activeElement?.blur();
  getSelection()?.removeAllRanges();
  const style = (one) => {
    const it = getComputedStyle(one);
    return [it.outlineStyle, it.outlineWidth, it.boxShadow, it.borderColor, it.backgroundColor, it.color, it.opacity,
      it.textDecoration].join();
  };
  const around = (one) => {
    const found = [];
    for (let each = one; each && found.length < 5; each = each.parentElement ?? each.getRootNode().host) found.push(each);
    return found;
  };
  const still = document.head.appendChild(document.createElement('style'));
  still.textContent = '*, *::before, *::after { transition: none !important }';   // a look is there at once
  window.walk = { still, found, order: [], unseen: [], last: null, around, style };
}"""
_STEP = """() => {
  const { order, unseen, around, style } = walk;
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (one === walk.last?.one) return true;   // the parts of a date
  if (walk.last) {
    const { one: before, look } = walk.last;
    if (around(before).every((each, at) => style(each) === look[at])) unseen.push(before.outerHTML.slice(0, 120));
  }
  if (one === document.body || order.includes(one)) return false;
  order.push(one);
  walk.last = { one, look: around(one).map(style) };
  return true;
}"""
_END = """() => {
  const { still, found, order, unseen } = walk;
  still.remove();
  const group = (one) => one.closest('[role=radiogroup], [role=toolbar], [role=group]');
  const come = new Set(order.map(group).filter(Boolean));   // inside, arrows go on
  const names = new Set(order.filter((one) => one.type === 'radio').map((one) => one.name));
  const left = found.filter((one) => one.isConnected && !one.disabled && !order.includes(one) && one.tabIndex >= 0
    && !come.has(group(one)) && !(one.type === 'radio' && names.has(one.name)));
  document.activeElement?.blur();
  scrollTo(0, 0);
  return [order.length, left.map((one) => one.outerHTML.slice(0, 120)), unseen];
}"""


def walked(page: Page, most: int) -> tuple[int, list[str], list[str]]:
    """How many places Tab came to until it was through, what can be clicked and never had the focus, and what looks no
    other with it than without. After so many places it is given up: the first, then, and nothing left."""
    page.evaluate(_BEGIN)
    for _ in range(most):
        page.keyboard.press("Tab")
        if not page.evaluate(_STEP):
            count, left, unseen = page.evaluate(_END)
            return count, left, unseen
    count, _, unseen = page.evaluate(_END)
    return count, [], unseen
