"""What the viewer chooses: each widget's choice is kept in the address, and only there.

The address decides on every run, so that a link, the back button and a click are one and the
same; a widget writes to it only from its callback. Pages ask ``choice``, ``choices``, ``text`` and
``flag``, and never touch ``st.query_params``. There is one widget per language: a change of
language keeps the id. What a choice means, and which options there are, belongs to the pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from ui import address
from ui.address import join, language, link, plain, query, say, split, words

__all__ = [
    "among",
    "choice",
    "choices",
    "flag",
    "language",
    "link",
    "picked",
    "query",
    "say",
    "span",
    "text",
    "words",
]

Shape = Literal["labelled", "several", "bare", "tabs", "flag", "slider"]
_LONGEST, _NAMED = 200, 3
_SEARCHABLE = 12


def choice(
    key: str,
    options: Mapping[str, str],
    default: str,
    label: str,
    widget: Literal["select", "segmented", "pills", "radio"] = "select",
    *,
    help: str | None = None,
    hide_label: bool = False,
    implied: str | None = None,
    drops: Iterable[str] = (),
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """Let the viewer choose one of ``options`` (id → label in the page's language); gives its id.

    An id that isn't among the options gets the default and a sentence. Where the address names none, what it says
    otherwise may have ``implied`` one. Another choice undoes those that it ``drops``, which are of the one before. ``width``: CSS pixels of a ``select``. Raises ValueError where there is
    nothing to choose from.
    """
    labels = _distinct(key, options)
    default = default if default in labels else next(iter(labels))
    asked = address.asked(key)
    value = asked if asked in labels else implied if asked is None and implied in labels else default
    look = _look(labels, label, help, hide_label)
    shape = _shape(hide_label, widget)
    # a browser may send a label that has changed meanwhile: no wish of the viewer's
    change = _change(key, value, default, lambda taken: taken if taken in labels else value, shape, drops)
    index = list(labels).index(value)
    match widget:
        case "select":
            st.selectbox(**look, **change, index=index, filter_mode=_filter(labels), width=width)
        case "segmented":
            st.segmented_control(**_marked(look), **change, default=value, required=True)
        case "pills":
            st.pills(**_marked(look), **change, default=value, required=True)
        case "radio":
            st.radio(**_marked(look), **change, index=index, horizontal=True)
    if asked is not None and asked not in labels:
        _unknown(label, [asked], labels[value])
    return value


def choices(
    key: str,
    options: Mapping[str, str],
    default: Iterable[str],
    label: str,
    widget: Literal["select", "segmented", "pills"] = "select",
    *,
    ordered: bool = False,
    help: str | None = None,
    hide_label: bool = False,
) -> tuple[str, ...]:
    """Let the viewer choose several of ``options``; gives their ids, none where none is chosen.

    The ids stand in the options' order, or as they were chosen if ``ordered``. Ids that aren't
    among the options are left out, with a sentence; if no other is left, the default is shown.
    """
    labels = _distinct(key, options)

    def canonical(ids: Iterable[str]) -> tuple[str, ...]:
        known = dict.fromkeys(one for one in ids if one in labels)
        return tuple(known) if ordered else tuple(one for one in labels if one in known)

    usual = canonical(default)
    asked = address.asked(key)
    wanted = split(asked or "")
    value = usual if asked is None or (wanted and not canonical(wanted)) else canonical(wanted)
    look = _look(labels, label, help, hide_label) | {"default": list(value)}
    change = _change(
        key, join(value), join(usual), lambda taken: join(canonical(taken or ())), _shape(hide_label, widget)
    )
    match widget:
        case "select":
            st.multiselect(
                **look,
                **change,
                filter_mode=_filter(labels),
                placeholder=say("请选择", "Choose"),
                select_all=False,
            )
        case "segmented":
            st.segmented_control(**_marked(look), **change, selection_mode="multi")
        case "pills":
            st.pills(**_marked(look), **change, selection_mode="multi")
    if strange := [one for one in wanted if one not in labels]:
        shown = say("、", ", ").join(labels[one] for one in value)
        _unknown(label, strange, shown or say("未选", "nothing"))
    return value


def text(key: str, label: str, default: str = "", *, placeholder: str = "", hide_label: bool = False) -> str:
    """Let the viewer type a line; gives it without the space around it."""

    def written(taken: str | None) -> str:
        return (taken or "")[:_LONGEST].strip()

    asked = address.asked(key)
    value = default if asked is None else written(asked)
    st.text_input(
        label,
        value,
        **_change(key, value, default, written, _shape(hide_label)),
        placeholder=placeholder,
        label_visibility="collapsed" if hide_label else "visible",
        live="600ms",  # else the field says "Press Enter to apply", in any language
    )
    return value


def among(key: str, options: Mapping[str, str], label: str, shown: str) -> str | None:
    """What the address says of a choice that no widget of this page shows; None where it says nothing. An id that isn't
    among the options is none, with a sentence that names what is ``shown`` in its place."""
    asked = address.asked(key)
    if asked is None or asked in options:
        return asked
    _unknown(label, [asked], shown)
    return None


def picked(key: str) -> tuple[str | None, Callable[[str], None]]:
    """What was picked in something that is no widget of ours, a table's line say; None where nothing was. And what
    takes another pick."""
    asked = address.asked(key) or ""
    address.state().remember(key, asked, "")
    return asked or None, lambda taken: address.take(key, taken, "")


def span(
    key: str, years: Sequence[int], usual: tuple[int, int], label: str, ends: str, presets: Mapping[str, str]
) -> str:
    """Let the viewer choose the years from which to which something is shown, of the ``years`` there are, as one of
    the ``presets`` (a span → its label) or by both ``ends`` on a slider; gives them as an address writes them, 2015/2025."""
    first, last = min(years), max(years)
    default = f"{usual[0]}/{usual[1]}"
    read = re.fullmatch(r"(\d{4})/(\d{4})", address.asked(key) or "")
    start, end = (int(read[1]), int(read[2])) if read else usual
    start, end = max(min(start, end, last), first), min(max(start, end, first), last)
    value = f"{start}/{end}"
    labels = _distinct(f"{key} presets", presets)
    change = _change(key, value, default, lambda taken: taken or value, "several", beside="slider")
    chosen = value if value in labels else None
    slid = _change(key, value, default, lambda taken: f"{taken[0]}/{taken[1]}", "slider", beside="several")
    st.pills(**_marked(_look(labels, label, None, False)), **change, default=chosen, width="content")
    if first < last:
        st.select_slider(ends, list(range(first, last + 1)), (start, end), **slid, width=220)
    return value


def flag(key: str, label: str, default: bool = False, *, help: str | None = None) -> bool:
    """Let the viewer switch something on or off."""
    asked = address.asked(key)
    known = asked in ("0", "1")
    value = asked == "1" if known else default
    st.toggle(label, value, **_change(key, _digit(value), _digit(default), _digit, "flag"), help=help)
    if asked is not None and not known:
        _unknown(label, [asked], say("开", "on") if value else say("关", "off"))
    return value


def _digit(value: bool) -> str:
    return "1" if value else "0"


def _change(
    key: str,
    value: str,
    usual: str,
    written: Callable[[Any], str],
    shape: Shape,
    drops: Iterable[str] = (),
    beside: Shape | None = None,
) -> dict[str, Any]:
    """The widget's name and its callback, which writes what was taken to the address. The frame's style keeps
    the room of its ``shape``, so that nothing jumps when a browser draws it. What one widget takes is new to the
    other of the same choice, ``beside`` it."""
    kept = address.state()
    name = f"{shape}-{kept.remember(key, value, usual)}{kept.passed(key, shape) if beside else ''}"

    def taken() -> None:
        address.take(key, written(st.session_state[name]), usual, drops)
        if beside:
            kept.passed(key, beside, 1)

    return {"key": name, "on_change": taken}


def _shape(hide_label: bool, widget: str = "") -> Shape:
    tabs = widget in ("pills", "segmented")
    if hide_label:
        return "tabs" if tabs else "bare"
    return "several" if tabs else "labelled"


def _distinct(key: str, options: Mapping[str, str]) -> dict[str, str]:
    """The options' labels; of two alike the second has its id too (a widget knows labels only)."""
    if not options:
        raise ValueError(f"nothing to choose from: {key}")
    seen: set[str] = set()
    labels: dict[str, str] = {}
    for one, label in options.items():
        labels[one] = f"{label} ({one})" if plain(label, None) in seen else label
        seen.add(plain(label, None))
    return labels


def _look(labels: Mapping[str, str], label: str, help: str | None, hide_label: bool) -> dict[str, Any]:
    return {
        "label": label,
        "options": list(labels),
        "format_func": lambda one: labels.get(one, one),
        "help": help,
        "label_visibility": "collapsed" if hide_label else "visible",
    }


def _marked(look: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a widget that reads its options as Markdown."""
    label_of: Callable[[str], str] = look["format_func"]
    return {**look, "format_func": lambda one: plain(label_of(one), None)}


def _filter(labels: Mapping[str, str]) -> Literal["contains"] | None:
    """Typing to search where there is much to choose from; else no keyboard jumps up on a phone."""
    return "contains" if len(labels) > _SEARCHABLE else None


def _unknown(label: str, asked: Iterable[str], shown: str) -> None:
    """Say that the address asks for what there isn't, above the page until it is closed: in it, it would push what is
    drawn already."""
    names = [f"“{plain(one)}”" for one in asked]
    others = say("等", " and others") if len(names) > _NAMED else ""
    names = names[:_NAMED]
    st.toast(
        say(
            f"“{label}”没有{'、'.join(names)}{others or '这一'}选项，现显示“{plain(shown, None)}”。",
            f"“{label}” has no option {', '.join(names)}{others}; “{plain(shown, None)}” is shown.",
        ),
        icon=":material/info:",
        duration="infinite",
    )
