"""A draft on its page: what the component draft.js shows and sends, and the choices of the draft that stand in the address,
its date and whose it is. The draft itself doesn't come here: the server sees it only while it is checked
(``ui.serving.drafts``).
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import streamlit as st

from industry.export.texts import example, proofs
from industry.export.texts.proofs import MARKS
from industry.tables.tables import Tables
from industry.wording import worded
from ui import address, store
from ui.address import language
from ui.choices import among
from ui.parts.component import RECEIVING, component
from ui.serving import addresses, drafts

_WORDS = (
    "lead", "secret", "date", "region", "choose", "unsaid", "open", "check", "checking", "reading", "edit", "word", "commenting",
    "changed_file", "unset_both", "unset_date", "unset_region", "stale", "no_answer", "draft",
    "placeholder", "results", "mark", "in_draft", "result", "card", "comma", "only", "not_wrong", "what", "example",
    "example_is", "marks",
)  # fmt: skip
_STEPS = ("step_1", "step_2", "step_3")
_ROOM = "max(430px, calc(100vh - 197px))"
"""The height of the component, as draft.css makes it on a wide screen: kept before it is drawn."""
_HERE = Path(__file__).parent
_example = store.kept(4)(example.draft)


def show(tables: Tables) -> None:
    """The draft, and what became of its numbers."""
    key = f"draft-{language()}"
    when, region = _chosen(tables)

    def opened() -> None:
        if id := st.session_state[key].row:
            address.open_row(str(id), key)

    def chosen() -> None:
        asked = st.session_state[key].chosen
        if isinstance(asked, dict):
            address.take("region", _region(tables, asked.get("region")), "")
            address.take("date", _day(asked.get("date")), "")

    record = {
        "words": _words(),
        "language": language(),
        "version": tables.content,
        "date": when,
        "region": region,
        "regions": list(_names(tables).items()),
        "kinds": drafts.KINDS,
        "bytes": drafts.MOST_BYTES,
        "word": drafts.WORD,
        "addresses": {one: addresses.draft(one) for one in ("check", "read", "commented")},
        "example": _example(tables, language()),
        "marks": [(tone, mark, _say(f"mark_{tone}")) for tone, mark in MARKS.items()],
    }
    focus, turn = address.returned(key)
    st.html(f"<style>.st-key-{key}{{min-height:{_ROOM}}}</style>")
    component(_HERE, "draft", _HERE / "marked.js", _HERE / "sending.js", RECEIVING)(
        key=key,
        data={"record": json.dumps(record, ensure_ascii=False), "focus": focus, "turn": turn},
        on_row_change=opened,
        on_chosen_change=chosen,
    )


def _say(key: str, *facts: object) -> str:
    return worded("draft", key, language(), *facts)


def _words() -> dict[str, object]:
    told: dict[str, object] = {one: _say(one, "{}") for one in _WORDS}
    limit = _say("limit", drafts.MOST_BYTES // 1024 // 1024, proofs.MOST_LETTERS // 10_000)
    ending = f"-{worded('proofs', 'checked', language())}.docx"  # as the command names it
    return told | {"limit": limit, "ending": ending, "steps": [_say(one) for one in _STEPS]}


def _chosen(tables: Tables) -> tuple[str, str]:
    """The draft's date and the id of its region, as the address says them; neither is there until it is chosen."""
    when, kept = address.asked("date"), address.state()
    told = among("date", {when: when} if when and _day(when) else {}, _say("date"), _say("choose")) or ""
    region = among("region", _names(tables), _say("region"), _say("choose")) or ""
    told, region = _day(told), _region(tables, region)
    kept.remember("date", told, "")
    kept.remember("region", region, "")
    return told, region


def _names(tables: Tables) -> dict[str, str]:
    catalogue = tables.catalogue
    return {id: catalogue.regions[id].name(language()) for id in catalogue.config.regions}


def _region(tables: Tables, asked: object) -> str:
    return asked if isinstance(asked, str) and asked in _names(tables) else ""


def _day(asked: object) -> str:
    """A day as it is written, empty for what is none."""
    found = drafts.day(asked) if isinstance(asked, str) else None
    return date.isoformat(found) if found else ""
