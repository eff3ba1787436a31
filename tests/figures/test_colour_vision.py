"""Colours of regions as those see them who see fewer: whether all eyes tell them apart is worked out in `eyesight`.

What tells regions apart besides, a name beside each row and a sign or dashes on each line, is held by test_grey, where no
colour is left at all; that they are seen at all by test_marks_seen.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from industry.export import checked
from industry.tables.eyesight import APART, CONES, alike, distance, lab
from industry.tables.tables import Tables


def test_what_is_computed_is_what_is_seen() -> None:
    assert distance("#FFFFFF", "#000000", "all") == pytest.approx(100, abs=0.1)
    for eyes, (one, other) in {
        "protan": ("#FF0000", "#5E4700"),
        "deutan": ("#00B050", "#B08A30"),
        "tritan": ("#0000FF", "#006E8C"),
    }.items():
        assert distance(one, other, eyes) < distance(one, other, "all") / 2
    for eyes in CONES:
        assert distance("#777777", "#777777", eyes) == 0
        assert abs(lab("#777777", eyes)[1]) < 1 and abs(lab("#777777", eyes)[2]) < 1  # grey stays grey


def test_colours_of_regions_are_told_apart(tables: Tables) -> None:
    assert not list(alike(tables.catalogue.regions.values()))


def test_check_tells_of_colours_that_are_not_seen_or_not_told_apart(tables: Tables) -> None:
    regions = tables.catalogue.regions
    first, second, third, *_ = regions
    colours = {first: "#0B6E74", second: "#0B7E84", third: "#5FB3B3"}
    changed = {
        id: one.model_copy(update={"colour": colours.get(id, one.colour)}) for id, one in regions.items()
    }
    catalogue = replace(tables.catalogue, regions=changed)
    told = {lang: list(checked.lines(replace(tables, catalogue=catalogue), lang)) for lang in ("zh", "en")}
    before = {lang: list(checked.lines(tables, lang)) for lang in ("zh", "en")}
    for lang, words in (("zh", ("2.4", "所有人都")), ("en", ("2.4", "anybody"))):
        new = [one for one in told[lang] if one not in before[lang]]
        pale, *alike_ones = new
        assert words[0] in pale and "#5FB3B3" in pale and changed[third].name(lang) in pale
        (found,) = [one for one in alike_ones if "#0B7E84" in one and "#0B6E74" in one]
        assert (
            words[1] in found and changed[first].name(lang) in found and changed[second].name(lang) in found
        )


def test_eyes_that_tell_two_colours_apart_are_not_named(tables: Tables) -> None:
    one, other, *_ = tables.catalogue.regions.values()
    red, green = (
        each.model_copy(update={"colour": colour}) for each, colour in ((one, "#A05A2C"), (other, "#5A6E2C"))
    )
    ((_, _, blind),) = alike([red, green])
    assert blind == tuple(eyes for eyes in CONES if distance(red.colour, green.colour, eyes) < APART)
    assert "all" not in blind and blind
