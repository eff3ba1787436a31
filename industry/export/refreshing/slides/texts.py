"""The texts around a figure in somebody's file: those that are still as we wrote them are set to what they say now, those that she
has written herself are left and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from industry.export.office.words import say
from industry.export.pptx.presentation import FEWER
from industry.export.pptx.signing import CONCLUDES, LISTS, PLACED, concluding
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.outcome import turned
from industry.export.refreshing.report import Report, part_name, part_of
from industry.export.refreshing.signs import Mark, bare, found, sign
from industry.export.refreshing.slides import placing
from industry.export.refreshing.slides.found import Page, texts
from industry.export.refreshing.slides.fresh import Fresh
from industry.figures.compose.frame_fit import FOOTER_LINES
from industry.text.office import Element
from industry.vocabulary.fields import LANGUAGES

_ON_FRAMES = {"alt": "descr", "called": "title"}
_SAID_ELSEWHERE = ("spoken", "alt", "called", "as_of", "more")
"""Parts whose new words needn't be told: they follow from what is."""
_NEW = ("notice", "notes", "remark")
"""Parts that a slide may have had no place for."""


class Texts:
    """The texts of a ``page`` that belong to a figure, told about in ``language``; ``moved``: whether any of its numbers has;
    ``layout``: where its layout is."""

    def __init__(
        self,
        page: Page,
        fresh: Fresh,
        report: Report,
        language: str,
        moved: bool,
        layout: Callable[[Page], Element | None],
    ) -> None:
        self.moved, self.layout = moved, layout
        self.page, self.fresh, self.report, self.language = page, fresh, report, language
        self.figure, self.title = fresh.figure.id, fresh.figure.frame.title
        self._kept: dict[str, tuple[str, ...]] = {"about": (), "disputed": ()}
        self._lines: dict[str, int] = {}
        self._stacked = False
        self._taken: set[tuple[str, int, int]] = set()
        self.changed = self.notes_changed = False
        self._before = bare("".join(paragraphs.told(page.root))).lower()

    def refresh(self, marks: list[Mark]) -> list[Mark]:
        """The same marks with the signs of what stands there now."""
        self._kept = {part: subjects.kept(marks, part) for part in self._kept}
        self._shorten(marks)
        made = [self._part(one) for one in marks]
        known = {one.part for one in marks}
        for part in _NEW:
            new = self.fresh.text(part)
            if new and part not in known:
                own = placing.place(self.page, self.layout(self.page), part, self.fresh, new)
                self._tell("placed" if own else "unplaced", part, " ".join(new))
                made += [own] if own else []
                self.changed |= own is not None
        new_ones = subjects.new_disputes(self.fresh.figure.frame, self._kept["disputed"])
        self.report.dispute(self.page.number, self.title, new_ones)
        self.report.set_apart(self.page.number, self.title, subjects.set_apart(self.fresh.figure, marks))
        return made

    def lacking(self) -> None:
        """Of a slide that keeps no signs: which of our texts it doesn't have as they are now."""
        there = {sign(*paragraphs.told(body)) for body, _ in texts(self.page.root)}
        rooms = {one for body, _ in texts(self.page.root) if (one := placing.room(body))}
        new = {part: self.fresh.text(part) or [] for part in PLACED if part != "as_of"}
        told = [
            " ".join(one)
            for part, one in new.items()
            if one and not any(sign(*said) in there for said in (one, *self._shortened(part, rooms)))
        ]
        if told:
            self.report.add("unsigned", self.page.number, self.title, " ／ ".join(told))

    def _shortened(self, part: str, rooms: Iterable[float]) -> Iterator[list[str]]:
        """What a part says in places whose lines hold so much."""
        for em in rooms:
            for lines in range(FOOTER_LINES + 1):
                yield self.fresh.text(part, em, lines) or []

    def _part(self, mark: Mark) -> Mark:
        kind, number = part_of(mark.part)
        new = None if kind == "in" else self._new(mark)
        if new is None:
            return mark
        if kind in _ON_FRAMES:
            return self._attribute(mark, _ON_FRAMES[kind], number, "".join(new))
        for at, (body, told) in enumerate(self._bodies(kind)):
            place = found(told, mark.signs)
            if place and (kind, at, place[0]) not in self._taken:
                self._taken.add((kind, at, place[0]))
                if kind == "as_of":  # on as many lines as it stands
                    new = self.fresh.text(mark.part, mark.em, place[1] - place[0]) or new
                return self._set(mark, body, told[slice(*place)], place, new)
        return self._hers(mark, kind, new)

    def _new(self, mark: Mark) -> list[str] | None:
        return self.fresh.text(mark.part, mark.em, self._lines.get(mark.part, mark.lines))

    def _shorten(self, marks: Iterable[Mark]) -> None:
        """Where texts at the bottom would take the room of a chart or a table, fewer notices and notes stand, and sources are counted, as on a slide
        that is made anew; the speaker's notes have them all."""
        standing = {
            one.part: (one, told[slice(*place)])
            for one in marks
            if one.part in placing.LOWEST
            for body, _ in texts(self.page.root)
            if (place := found(told := paragraphs.told(body), one.signs))
        }

        def worded() -> placing.Worded:
            return {part: (one, old, self._new(one) or []) for part, (one, old) in standing.items()}

        layout = self.layout(self.page)
        here = {one.number for one in self.page.frames if one.figure == self.figure}
        panels = [one for at, one in enumerate(self.fresh.panels, start=1) if at in here]
        if not standing or placing.holds(self.page, layout, panels, worded()):
            return
        for notices, notes, short in FEWER[1:]:
            self._lines = {"notice": notices, "notes": notes, "source": int(short)}
            if placing.holds(self.page, layout, panels, worded()):
                break
        self._stacked = placing.stack(self.page, layout, worded())

    def _bodies(self, kind: str) -> Iterator[tuple[Element, list[str]]]:
        root = self.page.notes_root if kind == "spoken" else self.page.root
        for body, _ in texts(root) if root is not None else ():
            yield body, paragraphs.told(body)

    def _set(self, mark: Mark, body: Element, old: list[str], place: tuple[int, int], new: list[str]) -> Mark:
        if sign(*old) == sign(*new):
            return mark
        paragraphs.replace(body, *place, new)
        _rename(body, old, new)
        if mark.part == "spoken":
            self.notes_changed = True
        else:
            self.changed = True
            if not self._stacked and not placing.grown(self.page, self.layout(self.page), mark, old, new):
                self._tell("crowded", mark.part)
        self._tell_new(mark, " ".join(old).replace("\n", ""), " ".join(new).replace("\n", ""))
        return self._signed(mark, new)

    def _attribute(self, mark: Mark, name: str, number: int, new: str) -> Mark:
        for one in self.page.frames:
            if (one.figure, one.number) != (self.figure, number):
                continue
            held = next(one.element.iter("{*}cNvPr"))
            old = held.get(name, "")
            if sign(old) in mark.signs and sign(new) not in mark.signs:
                held.set(name, new)
                self.changed = True
                return replace(mark, signs=(sign(new),))
            if old and sign(old) not in mark.signs and sign(new) not in mark.signs:
                self._tell("kept", mark.part, old, new)
        return mark

    def _hers(self, mark: Mark, kind: str, new: list[str]) -> Mark:
        """A text that stands nowhere as we wrote it: she has rewritten it, or taken it out."""
        if sign(*new) in mark.signs and not self.moved:
            return mark
        names = {say(kind, one) for one in LANGUAGES} if kind in PLACED else set()
        for body, name in texts(self.page.root):
            if name not in names:
                continue
            old = [one for one in paragraphs.told(body) if one.strip()]
            if not old and sign() in mark.signs:
                paragraphs.replace(body, 0, 1, new)
                self.changed = True
                self._tell_new(mark, "", " ".join(new))
                return self._signed(mark, new)
            if old:
                said = " ".join(old).replace("\n", " ")
                self._tell("kept" if new else "kept_gone", mark.part, said, *([" ".join(new)] if new else []))
        if kind == "spoken" and any(any(told) for _, told in self._bodies(kind)):
            self._tell("kept", mark.part, "…", " ".join(new))
        return mark

    def _tell(self, kind: str, part: str, *facts: str) -> None:
        told = (one.replace("\n", "") for one in facts)
        self.report.add(kind, self.page.number, self.title, part_name(part, self.language), *told)  # type: ignore[arg-type]

    def _signed(self, mark: Mark, new: list[str]) -> Mark:
        lines = self._lines.get(mark.part, mark.lines)
        lines = concluding(self.fresh.figure.frame) if mark.part == "subtitle" else lines
        return replace(mark, signs=(sign(*new),), lines=lines)

    def _tell_new(self, mark: Mark, old: str, new: str) -> None:
        part, frame = mark.part, self.fresh.figure.frame
        if part == "title":
            lead = frame.lead
            was, now = (one.removeprefix(lead).strip() if one.startswith(lead) else "" for one in (old, new))
            if was != now:
                self.report.conclude(self.page.number, self.title, was, now, self._disputed())
            elif old != new:
                self._tell("text", part, new)
        elif part == "subtitle" and not new:
            return  # a part that goes on: the first one says it
        elif part == "subtitle" and sorted(old) != sorted(new):
            kinds = mark.lines, concluding(frame)
            if kinds == (CONCLUDES, LISTS):
                self.report.conclude(self.page.number, self.title, old, "", self._disputed())
            elif kinds == (LISTS, CONCLUDES):
                self.report.conclude(self.page.number, self.title, "", new)
            elif LISTS not in kinds and self._stands():
                self.report.conclude(self.page.number, self.title, old, new, self._disputed())
            else:
                self.report.add("moved", self.page.number, self.title, old, new)
        elif part_of(part)[0] not in _SAID_ELSEWHERE:
            if turned(old, new, part_of(part)[0] == "remark"):
                self._tell("text_turned", part, old, new or "—")
            else:
                self._tell("text", part, new or "—")

    def _disputed(self) -> bool:
        """Whether something of what the finding was or is about has come to be disputed."""
        frame = self.fresh.figure.frame
        concerned = {*self._kept["about"], *subjects.concluded(frame)} if self._kept["about"] else ()
        return subjects.doubted(frame, self._kept["disputed"], self._before, concerned)

    def _stands(self) -> bool:
        """Whether what the finding was about is drawn still, here or on other slides: of a slide that doesn't keep it, where there
        is a finding still."""
        drawn = subjects.about(self.fresh.drawn)
        return (
            {*self._kept["about"]} <= {*drawn} if self._kept["about"] else self.fresh.figure.frame.concludes
        )


def _rename(body: Element, old: list[str], new: list[str]) -> None:
    """A box that is called as it says goes on so."""
    held = next(body.getparent().iter("{*}cNvPr"), None)
    if held is not None and any(old) and sign(held.get("name", "")) == sign(*old):
        held.set("name", " ".join(new))
