"""Workbooks (.xlsx, .xlsm): their sheets, texts and number formats. Links to other workbooks, macros and pictures are never
looked at. The cells of a sheet are read in ``worksheet``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from industry.curation.sheets import worksheet
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.formats import BUILT_IN
from industry.curation.sheets.grid import Grid, Spent
from industry.curation.sheets.sheet import Sheet, Told
from industry.curation.sheets.worksheet import MAIN, End, Parts, Start, Workbook, unescaped
from industry.text.office import Element, Package
from industry.text.unreadable import Unreadable

_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_OTHERS = {
    ".bin": ("save_as", ".xlsb"),
    "document.xml": ("other_kind", "Word"),
    "presentation.xml": ("other_kind", "PowerPoint"),
}
"""What a package is, by the end of its main part's name."""
_OPEN_DOCUMENT = "content.xml"


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    part: str
    kind: str
    hidden: bool


def read(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Told, ...]]:
    """Raises NoBook."""
    try:
        return _read(Package(data))
    except Unreadable as error:
        raise NoBook(error.code, *map(str, error.facts)) from error


def _read(package: Package) -> tuple[tuple[Sheet, ...], tuple[Told, ...]]:
    root = package.xml(package.main) if not package.main.endswith(".bin") else None
    if root is None or root.tag not in {f"{{{one}workbook" for one in MAIN}:
        raise _none(package)
    main = root.tag.removesuffix("workbook")
    properties = root.find(f"{main}workbookPr")
    since_1904 = properties is not None and _true(properties.get("date1904"))
    parts = Parts(package)
    strings = next((_strings(parts, one) for one in package.related(package.main, "sharedStrings")), ())
    styles = next((package.xml(one) for one in package.related(package.main, "styles")), None)
    workbook = Workbook(strings, tuple(_formats(styles)), since_1904)
    spent, found, told = Spent(), [], list[Told]()
    for one in _listed(package, root, main):
        if one.hidden:
            told.append(Told("hidden_sheet", (one.name,)))
        elif one.kind != "worksheet":
            told.append(Told("no_cells", (one.name,)))
        else:
            grid = Grid(one.name, spent)
            worksheet.fill(grid, parts, one.part, workbook)
            found.append(grid.sheet())
            told += grid.told()
    return tuple(found), tuple(told)


def _strings(parts: Parts, name: str) -> Sequence[str]:
    """The texts that cells name by their number, without what tells how they are spoken."""
    reader = _Strings()
    parts.parse(name, reader)
    return reader.found


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_text, self._spoken = False, False

    def starts(self) -> Mapping[str, Start]:
        return {"t": self._begin_text, "rPh": self._begin_spoken, "si": lambda _: self._pieces.clear()}

    def ends(self) -> Mapping[str, End]:
        return {"t": self._end_text, "rPh": self._end_spoken, "si": self._end}

    def text(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)

    def _begin_text(self, _: Mapping[str, str]) -> None:
        self._in_text = not self._spoken

    def _end_text(self) -> None:
        self._in_text = False

    def _begin_spoken(self, _: Mapping[str, str]) -> None:
        self._spoken = True

    def _end_spoken(self) -> None:
        self._spoken = False

    def _end(self) -> None:
        self.found.append(unescaped("".join(self._pieces)))


def _none(package: Package) -> NoBook:
    if "mimetype" in package and _OPEN_DOCUMENT in package:
        kind = (package.bytes_of("mimetype") or b"")[:100].decode("ascii", "replace")
        return NoBook("save_as", ".ods") if "spreadsheet" in kind else NoBook("other_kind", "OpenDocument")
    if not package.main:
        return NoBook("broken") if "xl/workbook.xml" in package else NoBook("other_kind", "ZIP")
    for end, (code, kind) in _OTHERS.items():
        if package.main.lower().endswith(end):
            return NoBook(code, kind)
    return NoBook("broken")


def _listed(package: Package, root: Element, main: str) -> Iterator[_Listed]:
    """The sheets in their order."""
    targets = {}
    for one in package.relations(package.main):
        if one.get("TargetMode") != "External":
            targets[one.get("Id")] = one.get("Type", "").rpartition("/")[2]
    parts = {kind: list(package.related(package.main, kind)) for kind in set(targets.values())}
    ids = {kind: [id for id, own in targets.items() if own == kind] for kind in parts}
    named = {id: part for kind in parts for id, part in zip(ids[kind], parts[kind], strict=False)}
    for sheet in root.iterfind(f"{main}sheets/{main}sheet"):
        id = next((sheet.get(one) for one in _RELATIONS if sheet.get(one)), "")
        if id not in named:
            raise NoBook("broken")
        hidden = sheet.get("state", "visible") != "visible"
        yield _Listed(sheet.get("name", ""), named[id], targets[id], hidden)


def _formats(styles: Element | None) -> Iterator[str]:
    """The number format of each style that cells name."""
    if styles is None:
        return
    main = styles.tag.removesuffix("styleSheet")
    own = {
        one.get("numFmtId"): one.get("formatCode", "")
        for one in styles.iterfind(f"{main}numFmts/{main}numFmt")
    }
    for one in styles.iterfind(f"{main}cellXfs/{main}xf"):
        id = one.get("numFmtId", "0")
        known = BUILT_IN.get(int(id)) if id.isascii() and id.isdecimal() and len(id) < 6 else None
        yield own.get(id) or known or "General"


def _true(told: str | None) -> bool:
    return told in ("1", "true")
