"""The bar at the head of every page: the dashboard's name, the pages, one search, the language.

It is plain HTML, which a browser draws at once and in its place: links work without the script, which only
spares them the reload. What a search finds belongs in ``serving``.
"""

from __future__ import annotations

import json
from functools import lru_cache

import streamlit as st

from industry.vocabulary.configuration import Page
from industry.wording import worded
from ui import address
from ui.address import language, words
from ui.briefing import tray
from ui.parts.component import quoted
from ui.serving import addresses
from ui.site import Site

_text = lru_cache(maxsize=1024)(quoted)
_SEARCHED = "data"
"""The page that lists what a search finds, if config.yaml has it."""
_PRESENTS = "briefing"
_SAVING = ("shelf", "stop", "stopped", "saved", "failed", "close")
"""What saving.js tells."""


def show(site: Site, current: str) -> None:
    """The bar; ``current`` is the id of the page shown, empty where there is none."""
    st.markdown(_markup(site, current), unsafe_allow_html=True)


def _markup(site: Site, current: str) -> str:
    paths = [address.linked(one.id, {}) for one in site.pages]
    links = "".join(
        _link(_name(one), address.link(one.id), 'aria-current="page"' if one.id == current else "")
        for one in site.pages
    )
    other = "zh" if language() == "en" else "en"
    tongues = {"zh": "中文", "en": "English"}
    there = address.linked(current or site.home, address.everything() | {"lang": other})
    held = f'data-language="{other}" class="bar-language" lang="{other}" hreflang="{other}"'
    saving = json.dumps({one: worded("briefing", f"saving_{one}", language(), "{}") for one in _SAVING})
    return (
        f'<div class="bar" data-pages="{_text(json.dumps(paths))}" data-saving="{_text(saving)}">'
        f'<span class="bar-title">{_text(site.title(language()))}</span>'
        f'<nav class="bar-pages" aria-label="{_text(words("sections"))}">{links}</nav>'
        f"{_search(site)}{_link(tongues[other], there, held)}</div>"
    )


def _name(page: Page) -> str:
    """The page's title; of the one that presents the tray with how many slides are in it."""
    count = len(tray.slides()) if page.id == _PRESENTS else 0
    title = page.title(language())
    return worded("briefing", "counted", language(), title, count) if count else title


def _search(site: Site) -> str:
    listed = _SEARCHED if any(one.id == _SEARCHED for one in site.pages) else site.home
    travels = address.travelling(address.everything())
    action, asked = address.linked(listed, travels), addresses.search(travels)
    hint, name = _text(words("find_hint")), _text(words("find"))
    return (
        f'<form class="bar-search" role="search" action="{_text(action)}" data-search="{_text(asked)}">'
        f'<input type="search" name="q" autocomplete="off" maxlength="100" placeholder="{hint}" aria-label="{name}">'
        "</form>"
    )


def _link(name: str, to: str, more: str) -> str:
    return f'<a href="{_text(to)}" target="_self" data-name="{_text(name)}" {more}>{_text(name)}</a>'
