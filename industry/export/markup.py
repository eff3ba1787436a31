"""What every HTML of ours is made of: texts that stay texts, tables, a figure's words, the colours and faces of
figures as CSS variables, Plotly.

What a slide or a page looks like belongs in ``html_deck`` and ``pages``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from importlib import resources
from typing import Any

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.figures.record import Figure

ACCENT = "#0B6E74"


def shown(words: str) -> str:
    """Text as HTML. An English apostrophe is set straight: Chinese faces give the curly one a full em."""
    return escape(words if wrapping.is_chinese(words) else words.replace("’", "'"))


def name(figure: Figure) -> str:
    """What a figure is called where it can't be seen."""
    return figure.alt or figure.frame.heading


def paragraphs(texts: Iterable[str], kind: str) -> str:
    """Texts as paragraphs of a class, the empty ones left out."""
    return "\n".join(f'<p class="{kind}">{shown(one)}</p>' for one in texts if one)


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    given: Sequence[Mapping[str, str]] = (),
    id: str = "",
) -> str:
    """Texts as an HTML table; nothing for no rows. ``given`` are attributes of each row; a cell that is an
    `Address` becomes a link."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{shown(one)}</th>' for one in header)
    body = "\n".join(
        f"<tr{attributes(given[at]) if given else ''}>"
        + "".join(f"<td>{_cell(one)}</td>" for one in row)
        + "</tr>"
        for at, row in enumerate(rows)
    )
    named = attributes({"id": id}) if id else ""
    return f"<table{named}><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"


class Address(str):
    """A text that is an address of the web, followed only when clicked; one that isn't http or https is left out."""

    __slots__ = ()


def _cell(value: str) -> str:
    if isinstance(value, Address):
        return link(value) if value.startswith(("https://", "http://")) else ""
    return shown(value)


def link(address: str, words: str = "", **given: str) -> str:
    """A link; one to elsewhere tells nobody where it was followed from."""
    more = {"rel": "noreferrer"} if "//" in address else {}
    return f"<a{attributes({'href': address} | more | given)}>{shown(words or address)}</a>"


def attributes(given: Mapping[str, str]) -> str:
    return "".join(f' {key}="{shown(value)}"' for key, value in given.items())


def items(found: Iterable[str], kind: str, tag: str = "ul") -> str:
    """HTML as a list of a class; nothing for none."""
    held = "".join(f"<li>{one}</li>" for one in found)
    return f'<{tag} class="{kind}">{held}</{tag}>' if held else ""


def in_script(value: Any) -> str:
    """JSON that may stand inside a ``<script>``."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def html_language(language: str) -> str:
    return "zh-CN" if language == "zh" else "en"


def variables() -> str:
    """The colours and faces of figures as CSS variables."""
    palette = theme.LIGHT
    held = {
        "faces": theme.FACES,
        "accent": ACCENT,
        "ink": palette.ink,
        "soft": palette.soft,
        "faint": palette.faint,
        "background": palette.background,
        "notice": palette.notice,
        "notice-ink": palette.notice_ink,
    }
    return " ".join(f"--{name}: {value};" for name, value in held.items())


@lru_cache
def asset(name: str, package: str) -> str:
    """A text file that lies beside the modules of ``package``."""
    return resources.files(package).joinpath(name).read_text("utf-8")


def plotly() -> str:
    """Plotly's own script, as it comes with the package."""
    return asset("package_data/plotly.min.js", "plotly")
