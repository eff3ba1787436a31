"""What the search in the bar answers: what ``search`` found, each hit with the address of its page.

The words are searched in ``industry.export.search``; how the list looks belongs to the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from industry.export.search import Group, Hit, search
from industry.export.texts.search import passages
from industry.wording import worded
from ui import address, store
from ui.serving.addresses import spoken
from ui.site import site

_PAGES: Mapping[str, tuple[str, Callable[[Hit], Mapping[str, str]]]] = {
    "numbers": ("data", lambda hit: {"row": hit.id}),
    "indicators": ("compare", lambda hit: {**(hit.of or {}), "indicator": hit.id}),
    "regions": ("region", lambda hit: {"region": hit.id}),
    "priorities": ("priorities", lambda hit: dict(hit.of or {})),
    "passages": ("data", lambda hit: {}),
}
"""The page that shows a hit of each kind, and what is chosen there."""
_LISTED = "data"


def answer(words: str, query: Mapping[str, str]) -> dict[str, Any]:
    """Groups of hits as JSON has them, with what opens one ``over`` the page that is shown where it needs no other; ``none`` is a sentence where there is nothing. ``query`` are the choices that
    travel. Nothing is found while there are no tables."""
    language = spoken(query)
    tables, travels = store.snapshot().tables, address.travelling(query)
    there = {one.id for one in site().pages}
    found = search(tables, words, language) if tables else ()
    if tables and (texts := passages(tables, store.documents(), words, language)).count:
        behind = len(found) - (len(found) > 1 and found[-1].kind == "numbers")
        found = (*found[:behind], texts, *found[behind:])
    groups = []
    for group in found:
        page, _ = _PAGES[group.kind]
        if page not in there:
            continue
        hits = [
            {"text": hit.text, "more": hit.more, "address": _address(hit, group, travels, words)}
            | ({"over": _over(hit, words)} if group.kind == "passages" else {})
            for hit in group.hits
        ]
        if group.kind == "numbers" and group.count > len(hits):
            all_of_them = worded("pages", "found_all", language, group.count)
            hits.append({"text": "", "more": all_of_them, "address": address.linked(page, travels, q=words)})
        name = worded("pages", f"found_{group.kind}", language)
        groups.append({"name": name, "hits": hits, "figures": group.kind == "numbers"})
    none = "" if groups else worded("pages", "found_nothing", language)
    return {"groups": groups, "none": none}


def _address(hit: Hit, group: Group, travels: Mapping[str, str], words: str) -> str:
    page, chosen = _PAGES[group.kind]
    if group.kind == "indicators" and not hit.of:  # compared with nothing: its numbers
        return address.linked(_LISTED, travels, q=hit.text)
    return address.linked(
        page, travels, **chosen(hit), **(_over(hit, words) if group.kind == "passages" else {})
    )


def _over(hit: Hit, words: str) -> dict[str, str]:
    """What opens a paragraph over whatever page is shown."""
    return {address.PASSAGE: hit.id, address.FOUND: words}
