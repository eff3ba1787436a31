"""What ``python -m industry check`` tells of tables that have no fault: how much they hold, what to look at again,
which rows are entered by hand, and which no figure can show, which the data page lists too.

Faults are worded in ``wording``; what is found and why stands in ``rules`` and in ``figures.rows.shown``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from industry import wording
from industry.export import listing
from industry.figures.rows.shown import unshown
from industry.tables import eyesight
from industry.tables.tables import Tables
from industry.text.passage import NotThere
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.observation import Observation

_say = partial(wording.worded, "command")
_DOUBTFUL = ("suspicious", "conflict", "out_of_line")


def lines(tables: Tables, language: str, rows: bool = False, shelf: Shelf | None = None) -> Iterator[str]:
    """The report, line by line; with ``rows`` each row that no figure can show, where it stands. Of the documents on the
    ``shelf`` it says which rows have no one passage in them."""
    findings = listing.found(tables)
    counts = *map(str, (len(tables.rows()), len(tables.derived()), len(findings))), tables.version
    lost = list(shelf.lost(tables.rows())) if shelf else []
    if mend := sum(_faulty(why) for _, why in lost):
        yield _say("no_fault_but", language, *counts, str(mend))
    else:
        yield _say("no_fault", language, *counts)
    if shelf and shelf.absent:
        yield _say("no_documents", language, str(shelf.folder))
    yield from (wording.audit(one, language) for one in findings if one.code in _DOUBTFUL)
    yield from _seen(tables, language)
    yield from _by_hand(tables, language)
    yield from _lost(tables, language, lost)
    yield from _unshown(tables, language, rows)


def _seen(tables: Tables, language: str) -> Iterator[str]:
    """Regions whose colour is hardly seen on white, and those whose colours not all eyes tell apart, two by two."""
    regions = tables.catalogue.regions.values()
    for one, contrast in eyesight.pale(regions):
        yield _say("colour_pale", language, one.name(language), one.colour, f"{contrast:.1f}")
    for one, other, blind in eyesight.alike(regions):
        eyes = wording.say("or", language).join(_say(f"eyes_{each}", language) for each in blind)
        told = (text for each in (one, other) for text in (each.name(language), each.colour))
        yield _say("colours_alike", language, *told, eyes)


def _by_hand(tables: Tables, language: str) -> Iterator[str]:
    """How many rows a curator vouches for, and each with what is printed."""
    if tables.by_hand:
        yield _say("by_hand", language, str(len(tables.by_hand)))
    for row in map(tables.row, tables.by_hand):
        place = tables.file(row.id), str(tables.line(row.id))
        figure = row.indicator.name(language), wording.number(row, language), row.as_printed
        yield _say("by_hand_row", language, *place, *figure)


def faulty(tables: Tables, shelf: Shelf) -> bool:
    """Whether a document at hand prints a row's figure more than once where the row says, which doesn't say which, or
    names one that isn't there: a fault that only the document shows."""
    return any(_faulty(why) for _, why in shelf.lost(tables.rows()))


def _faulty(why: NotThere | Unreadable) -> bool:
    return isinstance(why, NotThere) and why.fault


def _lost(
    tables: Tables, language: str, lost: Sequence[tuple[Observation, NotThere | Unreadable]]
) -> Iterator[str]:
    """Each row of a document at hand whose passage isn't there, and each document that can't be read."""
    for row, why in lost:
        if isinstance(why, Unreadable):
            yield _say(
                "document_unread", language, row.publication.document or "", wording.unreadable(why, language)
            )
        else:
            place = tables.file(row.id), str(tables.line(row.id))
            yield _say("passage_lost", language, *place, row.as_printed, wording.not_there(why, language))


def _unshown(tables: Tables, language: str, rows: bool) -> Iterator[str]:
    """How many rows no figure can show, by reason; with ``rows`` each of them."""
    found = list(unshown(tables))
    if not found:
        return
    reasons = Counter(reason for _, reason in found)
    told = (
        _say("unshown_reason", language, _say(f"unshown_{reason}", language), str(count))
        for reason, count in reasons.most_common()
    )
    stop = "；" if language == "zh" else "; "
    yield _say("unshown", language, str(len(found)), stop.join(told))
    for row, reason in found if rows else ():
        place = tables.file(row.id), str(tables.line(row.id))
        figure = row.indicator.name(language), wording.number(row, language)
        yield _say("unshown_row", language, *place, *figure, _say(f"unshown_{reason}", language))


def unshown_rows(tables: Tables, language: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and lines of the rows that no figure can show, each with the reason."""
    lines = (
        (
            row.region.name(language),
            row.indicator.name(language),
            wording.period(row.period, language),
            wording.number(row, language),
            _say(f"unshown_{reason}", language),
        )
        for row, reason in unshown(tables)
    )
    named = ("region", "indicator", "period", "figure", "why_unshown")
    return listing.columns(language, *named), tuple(lines)
