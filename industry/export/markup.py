"""HTML of ours: templates in which a text stays a text, the colours and faces of figures as CSS variables, Plotly.

How a page is marked up stands in ``templates``; what is shown on it is prepared in ``deck`` and ``site``.
"""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import industry
from industry import wording
from industry.figures import theme
from industry.figures.compose import wrapping

ACCENT = "#0B6E74"
_NO_TEXT = r"<(script|style|select|textarea)\b.*?</\1>|<[^>]*>"
_TEXT = re.compile(rf"{_NO_TEXT}|[^<]+", re.DOTALL)


def straight(value: object) -> object:
    """Any text as it is shown: an English apostrophe is set straight, since Chinese faces give the curly one a
    full em."""
    if not isinstance(value, str) or isinstance(value, Markup) or wrapping.is_chinese(value):
        return value
    return value.replace("’", "'")


def in_script(value: Any) -> Markup:
    """JSON that may stand inside a ``<script>``."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def unbroken(page: str | Markup) -> Markup:
    """A page, or a text, in whose lines periods and places in documents stay whole: each in a span that says nothing of
    itself, of which the page's style knows that."""
    return Markup(_TEXT.sub(lambda one: one[0] if one[0][0] == "<" else _text(one[0]), escape(page)))


def _text(escaped: str) -> str:
    kept, parts = Markup('<span class="kept">{}</span>'), wrapping.wholes(html.unescape(escaped))
    return Markup("").join(kept.format(one) if whole else one for one, whole in parts)


def html_language(language: str) -> str:
    return "zh-CN" if language == "zh" else "en"


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=straight,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters |= {"json": in_script, "tag": html_language, "unbroken": unbroken}
_TEMPLATES.globals["program"] = industry.VERSION
_TEMPLATES.tests["web"] = lambda address: address.startswith(("https://", "http://"))


def render(template: str, words: str, language: str, **shown: Any) -> Markup:
    """A template filled with what is ``shown``; in it ``say`` gives the entries of the file ``words``. Raises what
    Jinja does, for whatever isn't given too."""

    def say(key: str, *facts: object) -> str:
        return wording.worded(words, key, language, *facts)

    return Markup(_TEMPLATES.get_template(template).render(shown, say=say, language=language))


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
