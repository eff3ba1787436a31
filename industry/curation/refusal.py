"""What of curators' work can't be done, and each thing that is wrong, as keys with facts; the words are in ``adopting.yaml``,
unless another file of ``words`` is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from industry import wording
from industry.tables.faults import Fault

_say = partial(wording.worded, "adopting")


class Place(NamedTuple):
    """A line of a file (a sheet of a workbook) that somebody proposed, as a spreadsheet numbers it."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with what was proposed at ``place``: the ``key`` of a sentence with its facts, or a ``fault``
    that the tables would have. ``column`` as the file names it; ``words``: the file in which the sentence stands."""

    place: Place | None
    key: str = ""
    facts: tuple[str, ...] = ()
    column: str = ""
    fault: Fault | None = None
    words: str = "adopting"

    def told(self, language: str) -> str:
        """One sentence: where in the proposal, where in the tables, what and what to do."""
        said = (
            wording.fault(self.fault, language)
            if self.fault
            else wording.worded(self.words, self.key, language, *self.facts)
        )
        if self.place is None:
            return said
        place = self.place.file, str(self.place.line)
        if self.fault:
            return _say("at_both", language, *place, said)
        return (
            _say("at_cell", language, *place, self.column, said)
            if self.column
            else _say("at_line", language, *place, said)
        )


def would_be(faults: Iterable[Fault], origins: Mapping[tuple[str, int], Place]) -> list[Wrong]:
    """The faults that tables would have, each at the line of the proposal that it comes from; before them, where proposed rows name
    sources that nobody knows, that records of new sources are given along with the rows."""
    wrong = [Wrong(origins.get((one.file, one.line or 0)), fault=one) for one in faults]
    unknown = dict.fromkeys(
        one.fault.found for one in wrong if one.place and one.fault and one.fault.code == "unknown_source"
    )
    return [*([Wrong(None, "source_along", (", ".join(unknown),))] if unknown else []), *wrong]


class Refusal(ValueError):
    """The ``key`` of a sentence with its facts, and each thing that is wrong, if it is such things that are in the way."""

    def __init__(
        self, key: str, *facts: object, wrong: Sequence[Wrong] = (), words: str = "adopting"
    ) -> None:
        super().__init__(key, *facts)
        self.key, self.facts, self.wrong, self.words = key, facts, tuple(wrong), words

    def told(self, language: str) -> Iterator[str]:
        """The sentences, line by line."""
        yield wording.worded(self.words, self.key, language, *self.facts)
        for one in self.wrong:
            yield one.told(language)
