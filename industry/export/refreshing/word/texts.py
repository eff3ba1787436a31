"""The paragraphs of a briefing in somebody's file: those that are still as we wrote them are set to what they say now, new ones are put
where they would stand, and those that she has written herself are left and told.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from copy import deepcopy

from industry.export.docx.signing import Part, described
from industry.export.docx.sources import led_to
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.frames import resigned
from industry.export.refreshing.outcome import turned
from industry.export.refreshing.paragraphs import W
from industry.export.refreshing.report import Report, part_name, part_of
from industry.export.refreshing.signs import WHOLE, Mark, sign
from industry.export.refreshing.word.findings import Findings, is_finding
from industry.export.refreshing.word.found import Document
from industry.export.refreshing.word.held import Held
from industry.export.refreshing.word.pairs import ANNEXED, group, kept_of, paired
from industry.figures.record import Figure
from industry.text.office import Element

_UNTOLD = ("dated", "version", "alt", "called", "annex", "caption")
"""Parts whose new words needn't be told: they follow from what is."""
_CLAIMS = ("text", "overall", "remark")
"""Parts that say how figures stand, none of which is left out for want of room."""
_OURS = ("text", "vital", "source")
"""Parts of a figure of which it is told that a document without signs lacks them."""


class Texts:
    """The paragraphs of a document that belong to these figures, told about in ``language``; those of ``standing`` ones are left
    as they are."""

    def __init__(
        self,
        found: Document,
        figures: Mapping[str, Figure],
        report: Report,
        language: str,
        standing: Container[str] = (),
    ) -> None:
        self.standing = standing
        self.found, self.figures, self.report, self.language = found, figures, report, language
        self._led = self._led_to()
        self.findings = Findings(found, figures, report, self._title)

    def refresh(self, held: Held) -> list[Mark]:
        """The marks of the document with the signs of what stands there now, in its order."""
        parts, marks = held.parts, self.found.marks
        pairs = paired(marks, parts)
        if not any(is_finding(marks[at]) for at in held.marks):
            self.findings.tell(parts)
        for figure, name, *facts in held.told:
            self._tell("held", Part(figure, name), *facts)
        for one, each in self.figures.items():
            kept = kept_of(marks, one, "disputed")
            self.report.dispute(0, each.frame.title, subjects.new_disputes(each.frame, kept))
        new: dict[int, Mark] = {}
        stand: dict[int, Element] = {at: one.element for at, one in self.found.places.items()}
        placed: list[tuple[int, Mark]] = []
        for at, mark in enumerate(marks):
            part = pairs.get(at)
            if part is not None:
                new[at] = self._part(at, mark, part)
            elif at in held.marks or self._left(mark):
                new[at] = mark
            else:
                self._removed(at, mark)
        taken = {id(one): at for at, one in pairs.items()}
        for place, part in enumerate(parts):
            if id(part) in taken or part.element is None or (part.is_frame and part.name[:4] != ANNEXED):
                continue
            beside = [
                (other, taken[id(one)])
                for other, one in enumerate(parts)
                if id(one) in taken
                and group(one.figure, one.name) == group(part.figure, part.name)
                and taken[id(one)] in stand
            ]
            self._place(part, place, beside, stand, placed)
        recorded = any(part_of(one.part)[0] in subjects.KEPT for one in marks)  # else it gets none
        beside_marks = [
            one.mark
            for one in parts
            if id(one) not in taken and (is_finding(one) or (one.signs and recorded))
        ]
        found: list[Mark] = []
        led_no_more = self._led - self._led_to()
        for at in range(-1, len(marks)):
            if at in new and at in stand and marks[at].part == "annex" and new[at].lines in led_no_more:
                stand[at].getparent().remove(stand[at])
                del new[at]
            found += [new[at]] if at in new else []
            found += [one for after, one in placed if after == at]
        for one, each in self.figures.items():
            if one not in self.standing:
                self.report.set_apart(0, each.frame.title, subjects.set_apart(each, marks))
        return [*found, *beside_marks]

    def lacking(self, parts: Sequence[Part]) -> None:
        """Of a document that keeps no signs: which of our texts it doesn't have as they are now."""
        there = {one.token for one in self.found.blocks}
        for id, figure in self.figures.items():
            said = [one.told for one in parts if one.figure == id and part_of(one.name)[0] in _OURS]
            told = [one for one in said if sign(one) not in there]
            if told and any(one.figure == id for one in self.found.frames):
                self.report.add("unsigned", 0, figure.frame.title, " ／ ".join(told))

    def _left(self, mark: Mark) -> bool:
        """Whether what isn't said any more stays: of a figure that is left as it was."""
        ours = mark.figure in self.figures and mark.figure not in self.standing
        if ours or mark.figure == WHOLE:
            kind, number = part_of(mark.part)
            if kind.startswith(ANNEXED):
                return False
            gone = kind in ("in", "alt", "called", "of", "when") or any(
                one.figure == mark.figure and one.number == number and number
                for one in self.found.frames
                if not one.behind
            )
            return gone and kind not in ("remark", "vital", "finding", "about")
        return True

    def _part(self, at: int, mark: Mark, part: Part) -> Mark:
        if part.is_frame:
            return resigned(mark, part.element if part.space is None else part.space)
        made = part.mark
        if made.signs == mark.signs or is_finding(part) or part.signs:
            return made
        if part.element is None:
            return self._attribute(mark, part)
        block = self.found.places.get(at)
        if block is not None:
            before = paragraphs.text(block.element)
            paragraphs.say(block.element, part.told)
            self._tell_set(part, before, part.told)
            return made
        own = self.found.hers.get(at)
        if own is not None:
            self._tell("kept", part, paragraphs.text(own.element), part.told)
        elif not self._taken_out(mark):
            self._tell("kept_elsewhere", part, part.told)
        return made  # told once

    def _taken_out(self, mark: Mark) -> bool:
        """Whether nothing of this kind stands any more: she has taken all of it out."""
        own = group(mark.figure, mark.part)
        members = [at for at, one in enumerate(self.found.marks) if group(one.figure, one.part) == own]
        return not any(at in self.found.places or at in self.found.hers for at in members)

    def _attribute(self, mark: Mark, part: Part) -> Mark:
        """Alternative text, or a title."""
        kind, number = part_of(part.name)
        for one in self.found.frames:
            if (one.figure, one.number, one.behind) != (part.figure, number, kind.startswith(ANNEXED)):
                continue
            kind = kind.removeprefix(f"{ANNEXED}_")
            held = described(one.element).get(kind)
            old = "" if held is None else held[0].get(held[1], "")
            if held is not None and sign(old) in mark.signs:
                held[0].set(held[1], part.words)
                return part.mark
            if old:
                self._tell("kept", part, old, part.words)
        return mark

    def _removed(self, at: int, mark: Mark) -> None:
        block = self.found.places.get(at)
        if block is None or part_of(mark.part)[0] == "finding" or block.element.getparent() is None:
            return
        said, before = Part(mark.figure, mark.part, block.element), paragraphs.text(block.element)
        if next(block.element.iter(f"{W}sectPr"), None) is None:
            block.element.getparent().remove(block.element)
        else:
            paragraphs.say(block.element, "")
        if part_of(mark.part)[0] != "overall":  # of its findings it is told that they are gone
            self._tell_set(said, before, "—")

    def _place(
        self,
        part: Part,
        place: int,
        beside: Sequence[tuple[int, int]],
        stand: dict[int, Element],
        placed: list[tuple[int, Mark]],
    ) -> None:
        """Put a new paragraph behind the last of its group, or before the first."""
        before = [at for other, at in beside if other < place]
        after = [at for other, at in beside if other > place]
        made = deepcopy(part.element)
        for one in [*made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            one.getparent().remove(one)
        if before:
            last = stand[before[-1]]
            following = last.getnext()
            while following is not None and following.tag == f"{W}bookmarkEnd":  # of a table
                last, following = following, following.getnext()
            last.addnext(made)
            stand[before[-1]] = made
        elif after:
            first = stand[after[0]]
            earlier = first.getprevious()
            while earlier is not None and earlier.tag == f"{W}bookmarkStart":
                first, earlier = earlier, earlier.getprevious()
            first.addprevious(made)
        elif part.name.startswith(ANNEXED) and (end := self._end()) is not None:
            end.addprevious(made)
            before = [next(iter(self._sources()), len(self.found.marks)) - 1]
        else:
            self._tell("unplaced", part, part.told)
            return
        placed.append((before[-1] if before else after[0] - 1, part.mark))
        self._tell("placed", part, part.told)

    def _led_to(self) -> set[int]:
        """The numbers of the sources to which something leads."""
        entries = {self.found.places[at].element for at in self._sources() if at in self.found.places}
        told = (paragraphs.text(one) for one in self.found.root.iter(f"{W}p") if one not in entries)
        return {number for one in told for number in led_to(one)}

    def _sources(self) -> list[int]:
        """The numbers of the marks of the annex of sources."""
        return [at for at, one in enumerate(self.found.marks) if one.part == "annex"]

    def _end(self) -> Element:
        """What stands behind all that is told: the head of the sources, else what says how the last pages are; None where neither is."""
        first = next(
            (self.found.places[at].element for at in self._sources() if at in self.found.places), None
        )
        if first is None:
            return self.found.root.find(f"{W}body/{W}sectPr")
        head = first.getprevious()
        style = None if head is None else head.find(f"{W}pPr/{W}pStyle")
        return head if style is not None and style.get(f"{W}val") == "Heading1" else first

    def _title(self, figure: str) -> str:
        if figure == WHOLE:
            return part_name("overall", self.language)
        return self.figures[figure].frame.title if figure in self.figures else figure

    def _tell_set(self, part: Part, before: str, now: str) -> None:
        """What a paragraph says that is set: as it was, too, where that turns round."""
        if turned(before, now, part_of(part.name)[0] in _CLAIMS):
            self._tell("text_turned", part, before, now)
        else:
            self._tell("text", part, now)

    def _tell(self, kind: str, part: Part, *facts: str) -> None:
        name = part_of(part.name)[0]
        if kind in ("text", "text_turned") and (name in _UNTOLD or name.startswith(ANNEXED)):
            return
        if kind == "placed" and name.startswith(ANNEXED) and name != "data_caption":
            return
        title = self._title(part.figure) if part.figure in self.figures else ""
        self.report.add(kind, 0, title, part_name(part.name, self.language), *facts)  # type: ignore[arg-type]
