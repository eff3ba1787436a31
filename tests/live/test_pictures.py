"""What stands inside the pictures and on the slides of every figure: whom it is of, its caveats whole, and all
publishers of its figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Any

from industry import wording
from industry.export.order import Order
from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import compose
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec, Size
from industry.vocabulary.finding import Finding
from industry.vocabulary.slide import Choices
from industry.wording import citation
from tests.figures.drawing import words
from tests.figures.honesty import about
from tests.figures.specs import once
from tests.live.choices import subsets

LANGUAGES = ("zh", "en")
QUOTES = str.maketrans("‘’“”", "''\"\"")


def bare(text: str) -> str:
    """Without marks, spaces and line ends, so that it doesn't matter where a line is broken, and with
    straight quotation marks."""
    text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return re.sub(r"\s|<[^>]*>", "", text).translate(QUOTES)


@lru_cache(maxsize=64)
def pictured(figure: Figure, size: Size) -> str:
    """All words of the composed picture, without the title: a report prints its own. Choices that change
    nothing in the figure change nothing here."""
    plain = compose(figure, canvas_of(size), title=False)
    texts = [note["text"] for note in plain["layout"]["annotations"]]
    for trace in plain["data"]:
        text = trace.get("text")
        texts += [str(one) for one in text] if isinstance(text, list | tuple) else [text or ""]
    for axis in (one for name, one in plain["layout"].items() if name.startswith(("xaxis", "yaxis"))):
        texts += [str(one) for one in axis.get("ticktext") or ()]
    return bare("".join(texts))


def test_every_region_chosen_is_drawn_or_named(tables: Tables, spec: FigureSpec) -> None:
    """In the first size, the slide; in English with none and with all of them chosen, which fill it most."""
    catalogue, lacking = tables.catalogue, []
    chosen = subsets(catalogue)
    for regions, language in (
        *product(((), *chosen), LANGUAGES[:1]),
        *product(((), chosen[-1]), LANGUAGES[1:]),
    ):
        figure = once(spec, tables, Choices(regions=regions), language)
        frame = figure.frame
        told = [frame.subtitle, *frame.notices, frame.note, figure.empty]
        told += [one for panel in figure.panels for one in words(panel)]
        picture = pictured(figure, catalogue.config.sizes[0])
        for id in about(catalogue, spec, regions):
            name = catalogue.regions[id].name(language)
            if not any(name in text for text in told):
                lacking.append(f"{language} {regions}: {name} is neither drawn nor named")
            elif bare(name) not in picture:
                lacking.append(f"{language} {regions}: {name} is not in the picture")
    assert not lacking, "\n".join(lacking)


def dispute(found: Finding, language: str) -> str:
    """What the checks say against a figure."""
    return wording.audit(found, language, verdict=False).rstrip("。.")


def test_no_picture_tells_half_of_a_dispute(tables: Tables, spec: FigureSpec) -> None:
    """材料为6个百分点 without 按公布数计算为2.6个百分点 would spread the disputed figure."""
    half = []
    alone = [(one,) for one in tables.catalogue.config.regions]
    for regions, language in product(((), *alone), LANGUAGES):
        figure = once(spec, tables, Choices(regions=regions), language)
        notes = figure.frame.note
        told = [one for one in tables.findings if dispute(one, language) in notes]
        for size in tables.catalogue.config.sizes if told else ():
            picture = pictured(figure, size)
            for one in told:
                whole = bare(dispute(one, language))
                figure_only = bare(wording.number(one.rows[0], language).removeprefix("+"))
                start = whole[: whole.index(figure_only) + len(figure_only)]
                if start in picture and whole not in picture:
                    half.append(f"{language} {regions} {size.id}: {start}")
    assert not half, "\n".join(half)


def test_the_caveat_of_a_low_base_is_in_every_picture(tables: Tables, spec: FigureSpec) -> None:
    lacking = []
    for language, caveat in zip(LANGUAGES, ("基数较低", "low base"), strict=True):
        figure = once(spec, tables, Choices(), language)
        if caveat in figure.frame.note:
            for size in tables.catalogue.config.sizes:
                if bare(caveat) not in pictured(figure, size):
                    lacking.append(f"{language}, {size.id}")
    assert not lacking


def publishers(listed: tuple[Source, ...], language: str) -> list[str]:
    return list(dict.fromkeys(bare(one.publisher(language)) for one in listed))


def test_every_picture_names_every_publisher(tables: Tables, spec: FigureSpec, language: str) -> None:
    """A source line may lose dates and reprints for want of room, never a publisher."""
    figure = once(spec, tables, Choices(), language)
    wanted = publishers(citation.sources(figure.rows), language)
    for size in tables.catalogue.config.sizes:
        composed = compose(figure, canvas_of(size))
        lines = [bare(one["text"]) for one in composed["layout"]["annotations"]]
        starts = [at for at, one in enumerate(lines) if one.startswith(("资料来源：", "Sources:"))]
        said = "".join(lines[starts[-1] :]) if starts else ""
        assert [one for one in wanted if one not in said] == [], size.id


def test_every_slide_names_every_publisher_and_whole_notices(
    orders: dict[str, Order], deck_in: Callable[[str], Any], language: str
) -> None:
    figures, deck = orders[language].figures, deck_in(language)
    names = ("资料来源", "提示", "注") if language == "zh" else ("Source", "Notice", "Notes")
    by_name = {one.id: one for one in figures}
    slides = list(deck.slides)[1:]
    assert list(dict.fromkeys(one.name for one in slides)) == list(by_name)  # those of one figure together
    beside = {id: [told_on(one) for one in slides if one.name == id] for id in by_name}
    for id, figure in by_name.items():  # on a slide at least: of several each has those of what it shows
        wanted = publishers(citation.sources(figure.rows), language)
        for one in wanted:
            assert any(one in each.get(names[0], "") for each in beside[id]), (id, one)
        spoken = [bare(one.notes_slide.notes_text_frame.text) for one in slides if one.name == id]
        assert [one for one in wanted if one not in "".join(spoken)] == [], id
        assert len(spoken) > 1 or bare(figure.frame.source) in spoken[0], id
        assert all(each.get(names[0]) for each in beside[id]), id
        for one in figure.frame.notices:
            assert any(bare(one.rstrip("。.")) in each.get(names[1], "") for each in beside[id]), id
        for one in figure.frame.tableless.notes:
            said = bare(one).rstrip("；;.。")
            assert not one.vital or any(said in each.get(names[2], "") for each in beside[id]), (id, one)


def told_on(slide: Any) -> dict[str, str]:
    """What the placeholders of a slide say, by their names."""
    return {one.name: bare(one.text_frame.text) for one in slide.placeholders}
