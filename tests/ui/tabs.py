"""The tab that tests open their pages in, one after another: a page costs half as much there as in a tab of its own.

Not for what tests do with a page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browsers import SCREEN

LASTING = ("add_init_script", "emulate_media", "expose_binding", "expose_function", "once", "route_from_har", "route_web_socket",
           "set_default_navigation_timeout", "set_default_timeout", "set_extra_http_headers")  # fmt: skip
"""What a page that is told it keeps over the next address: the tab closes behind the test that does. (What listens
to it or answers for a server is no part of the page, and taken off it.)"""


class Tab:
    """A tab of ``window``, on an answer that is no page (``bare``) between tests. It is another one after a test that told
    it what lasts, or closed it."""

    def __init__(self, window: BrowserContext, bare: str) -> None:
        self._window, self._bare = window, bare
        self._page: Page | None = None
        self._told = False
        self._listening: list[tuple[Any, ...]] = []

    def page(self) -> Page:
        """The tab, as a new one would be."""
        if self._page is None or self._page.is_closed():
            self._page, self._told = self._window.new_page(), False
            for name in LASTING:
                setattr(self._page, name, self._telling(getattr(self._page, name)))
            self._page.on = self._hearing(self._page.on)  # type: ignore[method-assign]
        return self._page

    def leave(self) -> None:
        """What the test did ends."""
        if self._page is not None:
            for heard in self._listening:
                self._page.remove_listener(*heard)
        self._listening.clear()
        if self._told:
            self.close()
        elif (page := self._page) is not None and not page.is_closed():
            page.unroute_all(behavior="ignoreErrors")
            page.goto(self._bare)
            page.evaluate("sessionStorage.clear()")
            page.mouse.move(0, 0)
            if page.viewport_size != SCREEN:
                page.set_viewport_size(SCREEN)

    def close(self) -> None:
        if self._page is not None:
            self._page.close()
        self._page = None

    def _telling(self, tell: Callable[..., Any]) -> Callable[..., Any]:
        def told(*arguments: Any, **named: Any) -> Any:
            self._told = True
            return tell(*arguments, **named)

        return told

    def _hearing(self, listen: Callable[..., Any]) -> Callable[..., Any]:
        def heard(*arguments: Any) -> Any:
            self._listening.append(arguments)
            return listen(*arguments)

        return heard
