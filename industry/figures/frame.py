"""The texts around a figure's marks, each whole; how much of them a size has room for is decided in ``frame_fit``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from industry import wording
from industry.vocabulary.catalogue import Source
from industry.wording import citation, noted
from industry.wording.phrases import tableless
from industry.wording.said import Said, join, rows_of

NOTHING = Said()


@dataclass(frozen=True)
class Frame:
    """The texts around the marks. ``finding`` stands after the title; ``notices`` are what is set apart and
    why (the strip); ``notes`` are statements, the vital ones (disputed figures, low bases) first; ``about`` is the
    subtitle without what it says of the marks, for native charts and tables, which have others, and ``beside`` what it says besides,
    each where that is which it is about; ``sources``
    are those of all that the figure shows, ``until`` the last month that an actual figure of those drawn speaks
    of, 0 where there is none, ``apart`` that of what is set apart, in a table or in words; ``version`` names the data from which it was made; ``tabled``: a data table stands beside it."""

    language: str
    title: str
    finding: Said = NOTHING
    subtitle: Said = NOTHING
    notices: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    sources: tuple[Source, ...] = ()
    until: int = 0
    apart: int = 0
    about: Said | None = None
    beside: tuple[Said, ...] = ()
    version: str = ""
    tabled: bool = True

    @cached_property
    def as_of(self) -> str:
        """数据截至…, of what is drawn and nothing else, and behind it of what is set apart where that goes further; empty where
        nothing is drawn."""
        return wording.as_of(self.until, self.language, self.apart) if self.until or self.apart else ""

    @property
    def made_of(self) -> str:
        """数据版本92afaf: of which version of the data it is made, as it can be read out; empty where none is known."""
        return wording.data_version(self.version, self.language) if self.version else ""

    @property
    def dated(self) -> str:
        """Up to when what is drawn goes, and of which version of the data it is."""
        return wording.between(self.as_of, self.made_of)

    @property
    def plain_subtitle(self) -> Said:
        """The subtitle where the marks are others."""
        if self.about is None:
            return self.subtitle
        return join((self.about, *self.beside), wording.say("joined", self.language))

    @property
    def concludes(self) -> bool:
        """Whether the subtitle is what a table comes to, not whom and when the figure is of."""
        return bool(rows_of([self.plain_subtitle]))

    @property
    def tableless(self) -> Frame:
        """The texts for a page or a slide beside which no data table stands."""
        if not self.tabled:
            return self
        notices, notes = (tuple(map(tableless, told)) for told in (self.notices, self.notes))
        return replace(self, notices=notices, notes=notes, tabled=False)

    @property
    def elsewhere(self) -> str:
        """Where what has no room here stands whole."""
        return wording.say("in_data_table" if self.tabled else "on_dashboard", self.language)

    @property
    def lead(self) -> str:
        """The title as it stands before a finding."""
        return self.title + ("：" if self.language == "zh" else ":")

    @property
    def heading(self) -> str:
        """Title and finding in one line."""
        if not self.finding:
            return self.title
        return self.lead + ("" if self.language == "zh" else " ") + self.finding

    @cached_property
    def note(self) -> str:
        """All notes as one paragraph: 注：…；…。"""
        return noted(self.notes, self.language)

    @cached_property
    def vital(self) -> str:
        """The beginning of the paragraph that nothing may cut."""
        return noted((one for one in self.notes if one.vital), self.language)

    @cached_property
    def source(self) -> str:
        """The whole source line: 资料来源：…."""
        return citation.line(self.sources, self.language)

    @cached_property
    def source_brief(self) -> str:
        """The source line without the reprints' names, where there is no room for them."""
        return citation.brief(self.sources, self.language)

    def sources_counted(self, most: int, where: str) -> str:
        """The first of the publishers, how many there are, and where they all stand; empty where there are no more."""
        return citation.names(self.sources, self.language, most, where)

    @cached_property
    def source_names(self) -> str:
        """Only the publishers, whom every picture names."""
        return citation.names(self.sources, self.language)
