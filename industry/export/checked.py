"""What ``python -m industry check`` tells of tables that have no fault: how much they hold, what to look at again,
and which rows no figure can show.

Faults are worded in ``wording``; what is found and why stands in ``rules`` and in ``figures.reach``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from industry import wording
from industry.export import listing
from industry.figures.reach import unshown
from industry.tables.tables import Tables

_say = partial(wording.worded, "command")
_DOUBTFUL = ("suspicious", "conflict", "out_of_line")


def lines(tables: Tables, language: str, rows: bool = False) -> Iterator[str]:
    """The report, line by line; with ``rows`` each row that no figure can show, where it stands."""
    findings = listing.found(tables)
    counts = map(str, (len(tables.rows()), len(tables.derived()), len(findings)))
    yield _say("no_fault", language, *counts, tables.version)
    yield from (wording.audit(one, language) for one in findings if one.code in _DOUBTFUL)
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
        place = f"data/observations/{row.region.id}.csv", str(tables.line(row.id))
        figure = row.indicator.name(language), wording.number(row, language)
        yield _say("unshown_row", language, *place, *figure, _say(f"unshown_{reason}", language))
