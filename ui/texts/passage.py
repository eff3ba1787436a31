"""The passage of a number in its card: the sentence with the number marked; on demand the paragraph, and the document.

What stands in it is made in ``export.texts``; the document is sent only where somebody asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from industry.export.texts import passages, search
from industry.export.texts.passages import Found, Held, Piece
from industry.tables.tables import Tables
from industry.text.passage import Passage
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording import place_in_document, say, unreadable, worded
from industry.wording.citation import dated
from ui import address, store
from ui.address import language
from ui.parts.component import component
from ui.parts.figure import text

KEY = "card-passage"
WIDTH = 680
"""CSS pixels of a drawer."""
_WHOLE = "_whole"
_WORDS = ("whole_paragraph", "whole_document", "less", "held_number")


def show(tables: Tables, row: Observation) -> bool:
    """Show the passage of a row, or why there is none; whether there is anything to show."""
    shelf = store.documents()
    found = passages.find(tables, row, shelf, language())
    if found is None:
        return False
    with st.container(gap="xxsmall"):
        head = _say("passage")
        if not isinstance(found, Found):
            st.markdown(f"**{head}**")
            st.caption(text(found))
            return True
        source = row.publication.title(language())
        st.markdown(f"**{head}**　:gray[:small[{text(_beside(source, found.place))}]]")
        _drawn(tables, row, found)
    return True


def show_place() -> None:
    """Open the paragraph that the address names, if it names one, in its document."""
    asked, tables = address.asked(address.PASSAGE), store.snapshot().tables
    if asked is None or tables is None or address.asked(address.ROW) is not None:
        return
    id, _, part = asked.rpartition(":")
    source = tables.catalogue.sources.get(id)
    title = text(source.title(language())) if source else _say("passage")
    drawer = st.dialog(title, width=WIDTH, position="right", on_dismiss=address.close_passage)
    drawer(_place)(source, int(part) if part.isdecimal() and len(part) < 7 else 0)


def _place(source: Source | None, part: int) -> None:
    if address.asked(address.ROW) is not None:  # a number in it opens its card in its place
        st.rerun()
    shelf, tables = store.documents(), store.tables()
    try:
        if source is None:
            raise LookupError(part)
        parts, at = passages.around(source, part, shelf)
        held = passages.held(tables, source, shelf)
    except Unreadable as refused:
        st.info(text(unreadable(refused, language())), icon=":material/info:")
        return
    except LookupError:
        st.info(_say("no_such_place"), icon=":material/info:")
        return
    st.caption(
        text(_beside(dated(source, language()), place_in_document(part, shelf.of(source).paged, language())))
    )
    found = search.marked(tables, parts[at], address.asked(address.FOUND) or "")
    record = {
        "row": "",
        "whole": _underlined(parts, part - at, held),
        "at": at,
        "paragraph": [asdict(one) for one in passages.underlined(found, held.get(part, ()))],
        "words": {"held_number": _say("held_number")},
    }
    name = f"{KEY}-place-{language()}"

    def opened() -> None:
        if id := st.session_state[name].row:
            address.open_row(str(id), name)

    component(Path(__file__).parent, "passage")(
        key=name, data={"passage": json.dumps(record, ensure_ascii=False)}, on_row_change=opened
    )


def _underlined(parts: Sequence[str], first: int, held: Held) -> list[str | list[dict[str, str]]]:
    """Paragraphs from the ``first`` on, each with a held number as pieces."""
    return [
        [asdict(one) for one in passages.underlined([Piece(text)], held[at])] if at in held else text
        for at, text in enumerate(parts, first)
    ]


def _say(key: str) -> str:
    return worded("texts", key, language())


def _beside(source: str, place: str) -> str:
    return say("comma", language()).join((source, place))


def _drawn(tables: Tables, row: Observation, found: Found) -> None:
    name = f"{KEY}-{language()}"

    def opened() -> None:
        if id := st.session_state[name].row:
            address.open_row(str(id), name)

    def asked() -> None:
        st.session_state[_WHOLE] = row.id

    record: dict[str, object] = {
        "row": row.id,
        "sentence": [asdict(one) for one in found.sentence],
        "paragraph": [asdict(one) for one in found.paragraph],
        "words": {one: _say(one) for one in _WORDS},
    }
    if st.session_state.get(_WHOLE) == row.id:
        record |= _whole(tables, row)
    component(Path(__file__).parent, "passage")(
        key=name,
        data={"passage": json.dumps(record, ensure_ascii=False)},
        on_row_change=opened,
        on_whole_change=asked,
    )


def _whole(tables: Tables, row: Observation) -> dict[str, object]:
    shelf = store.documents()
    try:
        parts, at = passages.whole(row, shelf)
        held, own = passages.held(tables, row.publication, shelf), shelf.passage(row)
    except Unreadable as refused:
        return {"refused": unreadable(refused, language())}
    except LookupError:  # it has changed since the card was opened
        return {}
    if not isinstance(own, Passage):
        return {}
    return {"whole": _underlined(parts, own.part - at, held), "at": at}
