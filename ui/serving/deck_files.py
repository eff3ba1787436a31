"""A deck as a file to take away, at /deck/<deck>.<kind>: from the words of a query to its bytes."""

from __future__ import annotations

from collections.abc import Mapping

from industry.export import bundle
from industry.export.pptx import presentation
from industry.vocabulary.catalogue import Size
from ui import store
from ui.serving import pictures, presenting
from ui.trouble import NotFound

KINDS = {
    "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def taken(name: str, query: Mapping[str, str]) -> tuple[bytes, str, str]:
    """A deck as a file: content, file name, media type. ``name`` is ``<deck>.<kind>``, see `KINDS`.

    Raises NotFound for what there isn't, and what the renderer raises.
    """
    deck_id, _, kind = name.rpartition(".")
    if kind not in KINDS:
        raise NotFound("address", f"/deck/{name}")
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", name)
    tongue = "en" if query.get("lang") == "en" else "zh"
    deck = presenting.deck_of(tables, deck_id, query)
    known = tuple(id for id in deck.figures if id in tables.catalogue.figures)
    if not known:
        raise NotFound("deck", deck_id)
    size = pictures.size_of(tables, query.get("size"))
    name = f"{deck.title(tongue)}_{tongue}.{kind}"
    if kind == "html":  # what is presented is what is taken away
        return presenting.page(deck_id, query).encode("utf-8"), name, KINDS[kind]
    choices = pictures.choices_of(tables, query)
    figures = tuple(store.figure(tables, tables.catalogue.figures[id], choices, tongue) for id in known)
    asked = bundle.Order(deck.title(tongue), figures, tongue, tables.version)
    return _content(asked, kind, size, query.get("title") != "0"), name, KINDS[kind]


def _content(asked: bundle.Order, kind: str, size: Size, title: bool) -> bytes:
    if kind == "zip":
        return bundle.archive(bundle.named_pictures(pictures.renderer(), asked, size, title))
    if kind == "pptx":
        return presentation.presentation(asked.title, asked.figures, asked.language)
    return bundle.workbook(asked)
