"""A deck as one HTML file that presents itself: Plotly inlined once, no request leaves it; or, beside other files
that need Plotly too, with a reference to the one that they share.

What a slide looks like was decided by ``compose``; how the file behaves stands in ``deck.js``. Which
figures a deck holds, and who is given it, is the caller's business.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, partial
from html import escape
from math import ceil
from string import Template

from industry.export.markup import (
    asset,
    html_language,
    in_script,
    name,
    paragraphs,
    shown,
    table,
    variables,
)
from industry.export.markup import plotly as plotly_script
from industry.export.order import as_of, filename
from industry.export.picture.figure_png import canvas_of
from industry.figures.compose import header_footer, wrapping
from industry.figures.compose.canvas import MILLIMETRES_PER_INCH, Canvas
from industry.figures.compose.on_canvas import compose
from industry.figures.draw import make_safely
from industry.figures.record import Figure
from industry.vocabulary.catalogue import Size
from industry.vocabulary.strict_record import Text

SLIDE = Size(
    id="slide", name=Text(zh="幻灯片 16:9", en="Slide 16:9"), width=1280, height=720, type=20.0, scale=3.0
)
"""What a slide is where the size asked for is none."""
COVER_LIST = (1136, 440, 48)
"""Width and height of the cover's list, and its gutter (CSS pixels)."""
COVER_TYPE = (13.0, 17.4, 25.0)
"""Type of the cover's list (CSS pixels): the smallest, what a long title alone makes it, the largest."""
COVER_LINES = (62, 40)
"""What a further line of the title takes from the list, and a remark (CSS pixels)."""

_PAPER = (297.0, 209.5, 8.0)  # A4 landscape, a hair less high so that nothing flows over; its margin (mm)
_WORDS = {
    "controls": ("翻页与操作", "Slides and tools"),
    "previous": ("上一页", "Previous slide"),
    "next": ("下一页", "Next slide"),
    "list": ("目录", "List of slides"),
    "words": ("数据表与全部注释", "Table and all notes"),
    "save": ("存为图片", "Save as picture"),
    "print": ("打印", "Print"),
    "full": ("全屏", "Full screen"),
    "edition": ("数据版本 {}", "Version of the data: {}"),
    "cover": ("封面", "Cover"),
    "saved": ("已存为图片：{}", "Saved: {}"),
    "not_saved": ("图片未能生成，请再试一次。", "The picture could not be made. Please try again."),
    "not_full": ("浏览器不允许全屏，可按 F11。", "The browser refuses full screen; try F11."),
    "no_script": (
        "浏览器关闭了脚本，这里只显示各图的文字和数据表。",
        "Scripts are off in this browser, so only the figures' texts and tables are shown.",
    ),
}
_KEYS = (
    ("← →", "翻页", "turn the page"),
    ("Home", "封面", "cover"),
    ("End", "末页", "last slide"),
    ("Esc", "目录", "this list"),
    ("T", "数据表", "table"),
    ("S", "存图", "save picture"),
    ("P", "打印", "print"),
    ("F", "全屏", "full screen"),
)


def say(key: str, language: str) -> str:
    """A word of the deck's own controls."""
    return _WORDS[key][language != "zh"]


def deck(
    title: str,
    figures: Sequence[Figure],
    language: str,
    size: Size,
    version: str,
    remarks: Sequence[str] = (),
    plotly: str = "",
) -> str:
    """The file's text: a cover with ``title``, ``remarks`` and the list of ``figures``, then a slide for
    each. Slides are of ``size`` if that is one of a slide, else of `SLIDE`. ``language`` is ``zh`` or ``en``,
    ``version`` the tables', ``plotly`` the address of Plotly where the file is to hold none."""
    if not is_slide(size):
        size = SLIDE
    canvas = canvas_of(size)
    slides = [_cover(title, figures, language, remarks, filename(title, "png", size.id, language, number=0))]
    for number, figure in enumerate(figures, start=1):
        file = filename(figure.frame.title, "png", size.id, language, number=number)
        make = partial(_slide, canvas=canvas, file=file, number=number + 1)
        slides.append(make_safely(make, figure, language))
    saved = {key: say(key, language) for key in ("saved", "not_saved", "not_full")}
    words = {key: shown(say(key, language)) for key in _WORDS}
    return Template(asset("deck.html", __package__)).substitute(
        words,
        lang=html_language(language),
        title=shown(title),
        version=escape(version),
        edition=escape(say("edition", language).format(version)),
        variables=variables() + _measures(canvas),
        css=asset("deck.css", __package__),
        width=canvas.width,
        height=canvas.height,
        scale=canvas.scale,
        margin=header_footer.margin(canvas),
        slides="\n".join(slides),
        entries=_entries([say("cover", language), *(one.frame.heading for one in figures)]),
        keys="　".join(f"<kbd>{key}</kbd> {(zh, en)[language != 'zh']}" for key, zh, en in _KEYS),
        say=in_script(saved),
        plotly=f'<script src="{escape(plotly)}"></script>' if plotly else f"<script>{_inlined()}</script>",
        scripts="'self' file: 'unsafe-inline'" if plotly else "'unsafe-inline'",
        script=asset("deck.js", __package__),
    )


def is_slide(size: Size) -> bool:
    """Whether a size is 16:9."""
    return size.height is not None and abs(size.width / size.height - 16 / 9) <= 0.01


@lru_cache(maxsize=1)
def _inlined() -> str:
    return plotly_script().replace("</script", "<\\/script")


def _words(figure: Figure) -> str:
    """The figure without its marks: every notice, note and source in full, and its table, as HTML."""
    frame = figure.frame
    told = [paragraphs([figure.empty], "empty"), paragraphs(frame.notices, "notice")]
    told.append(paragraphs((frame.note, frame.source, frame.as_of), "soft"))
    return "".join(told) + table(figure.table.header, figure.table.rows)


def _measures(canvas: Canvas) -> str:
    """The slide's size, and how it lies on a sheet of paper."""
    wide, high, margin = (one / MILLIMETRES_PER_INCH * 96 for one in _PAPER)
    tall = canvas.height or 0
    factor = min((wide - 2 * margin) / canvas.width, (high - 2 * margin) / tall)
    left, top = (wide - canvas.width * factor) / 2, (high - tall * factor) / 2
    return (
        f" --width: {canvas.width}px; --height: {tall}px; --paper: {factor:.4f};"
        f" --paper-left: {left:.1f}px; --paper-top: {top:.1f}px;"
    )


def _cover(title: str, figures: Sequence[Figure], language: str, remarks: Sequence[str], file: str) -> str:
    taken = COVER_LINES[0] * (ceil(wrapping.width(title) * 50 / COVER_LIST[0]) - 1) + COVER_LINES[1] * len(
        remarks
    )
    columns, lines, size = _listing(figures, taken)
    set_ = f"--columns: {columns}; --lines: {lines}; --type: {size:.1f}px"
    items = "".join(
        f'<li><a href="#{number}"><b>{number}</b><span>{shown(figure.frame.title)}</span></a></li>'
        for number, figure in enumerate(figures, start=2)
    )
    told = "".join(f'<p class="remark">{shown(one)}</p>' for one in remarks)
    return (
        f'<section class="slide cover" data-file="{escape(file)}" aria-label="{shown(title)}"><div class="sheet">'
        f'<h1>{shown(title)}</h1><p class="as-of">{shown(as_of(figures, language))}</p>{told}'
        f'<ol style="{set_}">{items}</ol></div></section>'
    )


def _listing(figures: Sequence[Figure], taken: float) -> tuple[int, int, float]:
    """Columns, lines and type of the cover's list: the largest type in which the titles fit, ``taken``
    pixels of the height being used by others."""
    wide, high, gutter = COVER_LIST
    least, long, most = COVER_TYPE
    longest = (
        max((wrapping.width(one.frame.title) for one in figures), default=0.0) + 2.4
    )  # em, with its number
    tries = []
    for columns in (1, 2, 3, 4):
        lines = max(ceil(len(figures) / columns), 1)
        across = (wide - (columns - 1) * gutter) / columns / longest
        tries.append((min(most, (high - taken) / lines / 1.9, max(long, across)), across, -columns, lines))
    size, _, columns, lines = max(tries)
    return -columns, lines, max(least, size)


def _slide(figure: Figure, canvas: Canvas, file: str, number: int) -> str:
    found = json.loads(str(compose(figure, canvas).to_json()))
    title = shown(figure.frame.heading)
    return (
        f'<section class="slide" data-file="{escape(file)}" aria-label="{number} {title}"><div class="sheet">'
        f'<div class="plot" role="img" aria-label="{shown(name(figure))}"></div></div>'
        f'<script type="application/json">{in_script(found)}</script>'
        f'<div class="words" tabindex="-1"><h2>{title}</h2>{_words(figure)}</div></section>'
    )


def _entries(names: Sequence[str]) -> str:
    return "\n".join(
        f'<li><a href="#{number}"><b>{number}</b><span>{shown(name)}</span></a></li>'
        for number, name in enumerate(names, start=1)
    )
