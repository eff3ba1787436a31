"""A proposed row, and the CSV in which proposed rows are looked through: the one form for what documents and workbooks
give and for what is compared and adopted. Where rows come from belongs in ``documents`` and ``importing``."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from industry.curation.refusal import Place, Refusal, Wrong
from industry.curation.sheets import books
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.sheet import Sheet
from industry.curation.template import codes
from industry.export.workbook import comma_separated
from industry.tables.tables import Tables
from industry.text.readers import plain
from industry.text.unreadable import Unreadable
from industry.vocabulary import fields
from industry.vocabulary.workbooks.agreed import agreed

BESIDE = (
    "region",
    "accept",
    "accepted_by",
    "replaces",
    "name",
    "unit",
    "measure",
    "passage",
    "candidates",
    "doubted",
    "held",
    "was",
)
"""The columns behind those of the tables."""
ACCEPTED = "yes"
IMPORT = "import"
"""Who has accepted a row that nobody has read yet."""
_DIFFERS, _LINE = "differs: ", "line "
_SEPARATORS = (",", "\t", ";", "，", "；", "|")
_BOOKS = (b"PK", b"\xd0\xcf\x11\xe0")
_NEEDED = tuple(column.name for column in fields.COLUMNS if not column.optional)
Line = tuple[Place, list[str]]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row that somebody may accept.

    ``cells`` by the names of ``fields.COLUMN`` as the tables write them, those left out empty; ``region``: the id of the
    region in whose table it goes. ``accepted``: a curator has read it and wants it. ``replaces``: the id of the row it takes
    the place of; empty where it is a new one. ``told``: what stands beside it for whoever reads it, by the other names of
    ``BESIDE``: ``name``, ``unit``, ``measure`` in the words of its source, ``passage`` (its sentence, or its sheet and cell),
    ``candidates`` (ids of indicators, with spaces between), ``doubted`` (columns that are only guessed), ``held`` (the id of a
    row that says the same, or ``differs: id (columns)``), ``was`` (the cells of the row that it replaces or differs from, as
    they stood when it was proposed), ``accepted_by`` (``IMPORT`` where no curator has). ``at``: where it stood in the file that it was read from.
    """

    region: str
    cells: Mapping[str, str]
    accepted: bool = False
    replaces: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    at: Place | None = None

    @property
    def unread(self) -> bool:
        """Whether it was accepted before anybody had read it."""
        return self.accepted and self.told.get("accepted_by") == IMPORT

    @property
    def doubted(self) -> tuple[str, ...]:
        """The columns that are only guessed."""
        return tuple(self.told.get("doubted", "").split())


def written(rows: Iterable[Proposed]) -> bytes:
    """The rows as a CSV, with a byte order mark so that Excel and WPS take it for UTF-8."""
    return comma_separated((*fields.COLUMN, *BESIDE), map(_line, rows))


def _line(one: Proposed) -> tuple[str, ...]:
    own = {
        "region": one.region,
        "accept": ACCEPTED if one.accepted else "",
        "replaces": one.replaces,
    }
    beside = own | {name: text for name, text in one.told.items() if name not in own}
    return (
        *(one.cells.get(name, "") for name in fields.COLUMN),
        *(beside.get(name, "") for name in BESIDE),
    )


def against(rows: Iterable[Proposed], tables: Tables) -> tuple[Proposed, ...]:
    """The rows, each with what is to be replaced by it told as it stands now, unless the row tells already how it stood: where that
    has changed before the row is adopted, it is not."""
    return tuple(_against(one, tables) for one in rows)


def _against(one: Proposed, tables: Tables) -> Proposed:
    if one.told.get("was"):
        return one
    id = one.replaces or differing(one.told.get("held", ""))
    try:
        return replace(one, told={**one.told, "was": cells_told(tables, id)}) if id else one
    except KeyError:
        return one


def held_as(what: str, differs: Iterable[str] = ()) -> str:
    """What ``held`` tells of a row's id, or of an earlier line: that it says the same, or in which columns it differs."""
    columns = " ".join(differs)
    return f"{_DIFFERS}{what} ({columns})" if columns else what


def line_of(place: int) -> str:
    """An earlier row of the same CSV by its place from 0, as ``held`` tells of it."""
    return f"{_LINE}{place + 2}"


def again(held: str) -> bool:
    """Whether ``held`` says that an earlier line says the same."""
    return held.startswith(_LINE)


def differing(held: str) -> str:
    """The id of the row, or the line, that ``held`` says differs; empty where it says nothing of the kind."""
    return held.removeprefix(_DIFFERS).partition(" (")[0] if held.startswith(_DIFFERS) else ""


def cells_told(tables: Tables, id: str) -> str:
    """All cells of a published row in one text that no spreadsheet takes for another thing. KeyError where there is none."""
    return as_told(tables.cells(id))


def as_told(cells: Mapping[str, str]) -> str:
    """Cells of a row in one text, in the order of the tables' columns."""
    told = ((name, " ".join(cells.get(name, "").split())) for name in fields.COLUMN)
    return " | ".join(f"{name}={cell}" for name, cell in told if cell)


def parsed(name: str, data: bytes) -> tuple[Proposed, ...]:
    """The rows of a file of proposed rows, as whoever looked through them has saved it: a CSV in any encoding and with any
    separator that Excel and WPS write, or a workbook; columns in any order, further ones among them.

    Raises Refusal with each cell that can't be read.
    """
    wrong: list[Wrong] = []
    rows: list[Proposed] = []
    strange = 0
    sheets = list(_sheets(name, data))
    for lines in sheets:
        place, header = next(lines, (Place(name, 1), []))
        names = [_plain(cell) for cell in header]
        missing = [one for one in (*_NEEDED, "region") if one not in names]
        if len(missing) > len(_NEEDED) // 2:  # no sheet of ours
            strange += 1
            continue
        twice = [one for one in (*fields.COLUMN, *BESIDE) if names.count(one) > 1]
        unfit = [Wrong(place, "column_twice", (one,), one) for one in twice]
        unfit += [Wrong(place, "column_missing", (one,), one) for one in missing]
        wrong += unfit
        for at, cells in () if unfit else lines:
            if any(cells):
                made = _row(at, names, cells)
                if isinstance(made, Wrong):
                    wrong.append(made)
                else:
                    rows.append(made)
    if strange == len(sheets):
        raise Refusal("no_proposal", name, ", ".join((*_NEEDED, "region", "accept")))
    if wrong:
        raise Refusal("proposal_wrong", name, wrong=wrong)
    return tuple(rows)


def _row(place: Place, names: Sequence[str], cells: Sequence[str]) -> Proposed | Wrong:
    if any(cells[len(names) :]):
        return Wrong(place, "too_many_cells", (str(len(cells)), str(len(names))))
    by = dict(zip(names, cells, strict=False))
    accept = by.get("accept", "")
    accepted = agreed(accept) if accept else False
    if accepted is None:
        return Wrong(place, "accept_unclear", (by["accept"],), "accept")
    told = {one: by[one] for one in BESIDE if by.get(one) and one not in ("region", "accept", "replaces")}
    own = {one: codes.plain(one, by[one]) for one in fields.COLUMN if by.get(one)}
    return Proposed(by.get("region", ""), own, accepted, by.get("replaces", ""), told, place)


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip().casefold()


def _sheets(name: str, data: bytes) -> Iterator[Iterator[Line]]:
    """The cells of each line of each sheet, without the spaces around them and the apostrophe that keeps a text from being a
    formula. Raises Refusal."""
    if not data.startswith(_BOOKS):
        yield _lines(name, _text(name, data))
        return
    try:
        book = books.read(name, data)
    except NoBook as error:
        told = Wrong(None, error.code, error.facts, words="sheets")
        raise Refusal("proposal_wrong", name, wrong=[told]) from error
    for sheet in book.sheets:
        yield _cells(name if len(book.sheets) == 1 else f"{name} {sheet.name}", sheet)


def _cells(name: str, sheet: Sheet) -> Iterator[Line]:
    for line, cells in enumerate(sheet.rows, 1):
        yield Place(name, line), [_bare(cell.text) for cell in cells]


def _lines(name: str, text: str) -> Iterator[Line]:
    first, _, rest = text.partition("\n")
    shift = first.strip().strip('"').casefold().startswith("sep=")  # a line that tells Excel the separator
    text = rest if shift else text
    head = text.partition("\n")[0]
    known = {*fields.COLUMN, *BESIDE}
    separator = max(
        _SEPARATORS, key=lambda one: len(known & {_plain(cell.strip('"')) for cell in head.split(one)})
    )
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for line, cells in enumerate(rows, 1 + shift):
            yield Place(name, line), [_bare(cell) for cell in cells]
    except csv.Error:
        raise Refusal("proposal_damaged", name) from None


def _bare(cell: str) -> str:
    cell = cell.strip()
    return cell.removeprefix("'").strip()


def _text(name: str, data: bytes) -> str:
    """The text of a CSV or of Excel's “Unicode text”. Raises Refusal."""
    try:
        return plain.decoded(data)
    except Unreadable:
        raise Refusal("proposal_damaged", name) from None
