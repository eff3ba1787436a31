"""The address of the page being shown: its language, its choices, and links made of them.

Only this module and ``choices``, which draws the widgets, touch ``st.query_params``. A choice is
written as an id, whatever language its label is in; one that equals its default is left out, so
links stay short. Some choices (`TRAVELS`) stay in the address from page to page; the others are of
one page, and end with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from industry import wording
from industry.vocabulary.slide import encoded
from ui.site import site

Language = Literal["zh", "en"]
Chosen = str | bool | Iterable[str] | None

TRAVELS = ("lang", "regions", "year", "slides")
"""The keys that every link to a page of ours carries, and that no page drops which doesn't ask for them."""
_STATE = "_choices"
_of_a_page: ContextVar[Language | None] = ContextVar("_of_a_page", default=None)
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")
_TURNED = re.compile(
    r"(?<=\\:)(?=//|[\w\\+/-]+?\\:)|(?<=www)(?=\\\.)|(?=@)|(?<=\\[<~>-])(?=\\[>-]|=)", re.IGNORECASE
)
_NOTHING = ":small[]"
"""An empty piece of Markdown, of no width and in no copied text. Addresses become links, names between colons
icons and arrows one sign after all escapes are undone, but only where nothing stands inside them."""


@dataclass
class State:
    """The choices of the page being shown, as the address writes them.

    A callback knows every choice of the last run from here, also when the browser had not yet
    heard of the one before: two quick clicks don't undo each other.
    """

    page: str = ""
    language: str = ""
    values: dict[str, str] = field(default_factory=dict)
    usual: dict[str, str] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    complete: bool = False
    ended: bool = False
    turns: dict[str, int] = field(default_factory=dict)
    turn: int = 0
    opener: tuple[str, str] = ("", "")
    open: bool = False
    closed: int = 0

    def remember(self, key: str, value: str, usual: str) -> str:
        """Note a choice and its default; gives the name of the widget that shows it.

        A value that doesn't come from the widget gets a new widget: one that the browser hasn't
        drawn yet would else come up with its old value, and report that as the viewer's wish.
        """
        if self.values.get(key) != value or key not in self.turns:
            self.turn += 1
            self.turns[key] = self.turn
        self.values[key], self.usual[key] = value, usual
        if key not in self.drawn:
            self.drawn.append(key)
        return f"{self.page}.{key}.{self.turns[key]}"

    def passed(self, key: str, widget: str, more: int = 0) -> str:
        """The end of the name of one of two widgets that show a choice, another one each time that the other took it
        (``more``)."""
        self.turns[f"{key} {widget}"] = self.turns.get(f"{key} {widget}", 0) + more
        return f".{self.turns[f'{key} {widget}']}"

    def written(self, keys: Iterable[str]) -> dict[str, str]:
        """These choices without those that equal their default."""
        return {key: self.values[key] for key in keys if self.values[key] != self.usual[key]}


def state() -> State:
    """This viewer's state. Pages need ``query`` only."""
    kept: State = st.session_state.setdefault(_STATE, State())
    return kept


def begin(page: str) -> None:
    """Start a run of the page with this id. Choices of another page are forgotten."""
    kept = state()
    if (kept.page, kept.language) != (page, language()):
        kept.page, kept.language, kept.values = page, language(), {}
    kept.drawn, kept.complete = [], False
    was, kept.open = kept.open, asked(ROW) is not None or asked(PASSAGE) is not None
    kept.closed += was and not kept.open
    shown = asked(ROW) or asked(PASSAGE) or ""
    if kept.open and not was and kept.opener[1] != shown:  # by the address, or before widgets were there
        kept.opener = ("", shown)


def end() -> None:
    """Finish a run: choices that the page no longer asks for leave the address with the next."""
    kept = state()
    kept.values = {key: kept.values[key] for key in kept.drawn}
    kept.complete = kept.ended = True


def first() -> bool:
    """Whether no run of a page has ended for this viewer: the browser has just come, and reads its scripts."""
    return not state().ended


def asked(key: str) -> str | None:
    """What the address says of this choice, if anything."""
    return st.query_params.get(key)


def everything() -> dict[str, str]:
    """All that the address says, whether a choice of ours or not."""
    return st.query_params.to_dict()


def take(key: str, value: str, default: str, drops: Iterable[str] = ()) -> None:
    """Write the address anew with this choice changed, and without those that it ``drops``: one step for the
    browser's back button."""
    kept = state()
    kept.values[key], kept.usual[key] = value, default
    for one in drops:
        kept.values[one] = kept.usual[one] = ""
    said = _all()
    if value == default:
        said.pop(key, None)
    st.query_params.from_dict(_in_language(said))


def held(key: str) -> str:
    """A choice that no widget shows: what the address says of it, empty where nothing. It stays until it is taken
    anew."""
    value = asked(key) or ""
    state().remember(key, value, "")
    return value


def keep(values: Mapping[str, str]) -> None:
    """Write the address anew with values that no widget took, in one step; one that is empty leaves it. All else that it
    says stays, also what the page would show without its being said."""
    kept = state()
    stays = {one: told for one, told in everything().items() if one not in (*kept.values, "lang", *values)}
    for key, value in values.items():
        kept.values[key], kept.usual[key] = value, ""
    st.query_params.from_dict(_in_language(stays | _all()))


def hear() -> Language:
    """Look which language the address asks for, once for the whole run: every word on a page wants to know."""
    _of_a_page.set(None)
    spoken = language()
    _of_a_page.set(spoken)
    return spoken


def language() -> Language:
    """The language of the page: Chinese unless the address asks for English."""
    return _of_a_page.get() or ("en" if asked("lang") == "en" else "zh")


def say(zh: str, en: str) -> str:
    """The words of the two that are in the page's language."""
    return en if language() == "en" else zh


def words(key: str, *facts: object) -> str:
    """An entry of the pages' own words, in the page's language."""
    return wording.worded("pages", key, language(), *facts)


def query() -> dict[str, str]:
    """The choices asked for so far in this run that aren't defaults, as the address writes them."""
    kept = state()
    return _in_language(kept.written(kept.drawn))


def travelling(values: Mapping[str, str]) -> dict[str, str]:
    """The choices among the values of an address that travel; Chinese, the usual language, isn't written."""
    held = {key: values[key] for key in TRAVELS if values.get(key)}
    return {key: value for key, value in held.items() if (key, value) != ("lang", "zh")}


def link(page: str, **chosen: Chosen) -> str:
    """A link to a page of ours with these choices, and those of the page that shows it that travel."""
    return linked(page, travelling(everything()), **chosen)


def linked(page: str, travels: Mapping[str, str], **chosen: Chosen) -> str:
    """A link to a page of ours with these choices, for whoever shows it: ``travels`` are the choices kept there."""
    path = "/" if page == site().home else f"/{page}"
    return at(path, dict(travels) | _written(chosen))


def at(path: str, values: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> str:
    """An address of this server's: below its base path, with these values. All that it makes are made here."""
    return encoded(base() + path, values)


def base() -> str:
    """The path below which this server answers, ``/industry``; empty at the root."""
    found = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{found}" if found else ""


def _written(chosen: Mapping[str, Chosen]) -> dict[str, str]:
    """Choices as the address writes them."""
    values: dict[str, str] = {}
    for key, value in chosen.items():
        if isinstance(value, bool):
            values[key] = "1" if value else "0"
        elif value is not None:
            values[key] = value if isinstance(value, str) else join(value)
    return values


def join(ids: Iterable[str]) -> str:
    """Several ids as the address writes them."""
    return ",".join(ids)


def split(value: str) -> tuple[str, ...]:
    """The ids of a value of the address."""
    return tuple(one for one in value.split(",") if one)


def plain(text: str, longest: int | None = 40) -> str:
    """Text of others, from the tables or the address, as Markdown that shows it and does nothing else: whatever
    Streamlit reads as Markdown gets it in no other way."""
    shown = text if longest is None or len(text) <= longest else text[: longest - 1] + "…"
    escaped = _MARKUP.sub(r"\\\1", re.sub(r"\s", " ", shown))
    return _TURNED.sub(_NOTHING, escaped)


def _all() -> dict[str, str]:
    """Every choice of the page and all that travel; the address's own too where the last run was cut short. What the
    address says and nobody changed it goes on to say, be it the default: another choice may give another default."""
    kept = state()
    known = kept.written(kept.values)
    said = everything()
    stays = {key: value for key, value in said.items() if kept.values.get(key) == value}
    others = {key: value for key, value in said.items() if key not in kept.values}
    if kept.complete:
        others = travelling(others)
    others.pop("lang", None)
    return others | stays | known


def _in_language(values: Mapping[str, str]) -> dict[str, str]:
    return ({"lang": "en"} if language() == "en" else {}) | dict(values)


PASSAGE = "passage"
"""What the address says of the paragraph that is open: the id of its source, and its number."""
FOUND = "words"
"""What the address says of the words by which that paragraph was found."""
ROW = "row"
"""What the address says of the number whose card is open: the id of its row."""


def open_row(id: str, opener: str = "") -> None:
    """Write the address anew with the card of this row open: one step for the back button. ``opener`` is the widget
    that asked for it, to which the keyboard returns once the card is closed."""
    if asked(ROW) is None and asked(PASSAGE) is None:
        state().opener = (opener, id)
    st.query_params.from_dict(everything() | {ROW: id})


def close_row() -> None:
    """The same without a card."""
    st.query_params.from_dict({key: value for key, value in everything().items() if key != ROW})


def open_passage(id: str, opener: str = "") -> None:
    """The same with this paragraph open, a source's id and its number between a colon."""
    state().opener = (opener, id)
    st.query_params.from_dict(everything() | {PASSAGE: id})


def close_passage() -> None:
    """The same without an open paragraph."""
    st.query_params.from_dict(
        {key: value for key, value in everything().items() if key not in (PASSAGE, FOUND)}
    )


def returned(opener: str) -> tuple[str, int]:
    """The row whose card, or the paragraph, that this widget opened or nobody knows who, and how many of these have been closed;
    nothing where another one opened it, and while one is open."""
    kept = state()
    return (kept.opener[1], kept.closed) if kept.opener[0] in ("", opener) and not kept.open else ("", 0)
