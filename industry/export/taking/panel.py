"""A figure's files as a panel: a row for each size of its pictures with a link for each format, and the other formats;
what its links do is written in panel.js.

Where the files lie, or are served, is the caller's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from industry import wording
from industry.export.formats import formats, png
from industry.export.markup import render
from industry.export.order import Format
from industry.vocabulary.configuration import Size

WORDS = ("making", "saved", "failed", "copied", "no_clipboard", "address_copied", "not_copied")
"""What the panel says of what becomes of a click."""


@dataclass(frozen=True)
class Offer:
    """A file of a figure: ``address`` is where it is, ``bare`` where the same picture without its title is, if anywhere;
    ``save`` how it is called once it is taken away, where no server says so. ``size`` is a picture's, ``clean`` whether it
    is a document without the numbers of sources."""

    made: Format
    address: str
    size: Size | None = None
    bare: str = ""
    save: str = ""
    clean: bool = False


def of_one(pictures: bool = True) -> list[Format]:
    """The formats in which one figure is taken away; without ``pictures`` those that aren't any."""
    return [one for one in formats().values() if one.of_one and (pictures or not one.pictures)]


def panel(title: str, offers: Sequence[Offer], language: str) -> Markup:
    """The panel of a figure of this title. Every format of pictures has a column, every size a row."""
    sizes = dict.fromkeys(one.size for one in offers if one.size)
    held = {(one.made.id, one.size): one for one in offers}
    columns = list(dict.fromkeys(one.made for one in offers if one.size))
    rows = [
        {
            "name": size.name(language),
            "cells": [(made.id.upper(), held.get((made.id, size))) for made in columns],
            "picture": held.get((png.FORMAT.id, size)),
        }
        for size in sizes
    ]
    return render(
        "taking.html",
        "taking",
        language,
        title=title,
        columns=[one.id.upper() for one in columns],
        rows=rows,
        files=[(one.made.called(language, one.clean), one) for one in offers if one.size is None],
        bare=any(one.bare for one in offers),
        spoken={one: wording.worded("taking", one, language, "{}") for one in WORDS},
    )


def rows_of(made: Format, sizes: Iterable[Size]) -> list[Size]:
    """The sizes in which files that are made beforehand have a format: one that is sharp however large it is shown has
    the first alone."""
    held = list(sizes)
    return held[:1] if made.vector else held
