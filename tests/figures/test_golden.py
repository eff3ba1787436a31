"""Golden text files of the frozen tables: every published number as it is shown, and every figure's record. A
change of rules or words shows its consequence in their diff; `make golden` writes them anew."""

import json
import os
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from industry import wording
from industry.figures.draw import draw
from industry.figures.frame import Frame
from industry.figures.record import Cell, Column, Figure, Reference, Series
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.conftest import world
from tests.figures.drawing import lines as slopes
from tests.figures.drawing import row_panels

GOLDEN = Path(__file__).parent.parent / "golden"
FIGURES = list(world().catalogue.figures)


def hold(path: Path, text: str) -> None:
    """Compare with the golden file, or write it where that is asked for."""
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing: make golden"
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs: look at it, then make golden"


def test_every_published_number(tables: Tables) -> None:
    lines = [
        "\t".join(
            (
                row.id,
                f"{row.value}" + (f"–{row.value_to}" if row.value_to is not None else ""),
                row.status,
                " ".join(sorted(row.inferred)),
                wording.number(row, "zh"),
                wording.number(row, "en"),
                row.as_printed,
            )
        )
        for row in tables.rows(derived=True)
    ]
    hold(GOLDEN / "numbers.tsv", "\n".join(sorted(lines)) + "\n")


def plain(value: Any) -> Any:
    """A record as JSON: observations by their ids, columns by their words, empty fields left out."""
    if isinstance(value, Observation):
        return value.id
    if isinstance(value, Column):
        return value.whole
    if is_dataclass(value) and not isinstance(value, type):
        held = {name: plain(one) for name, one in parts(value).items()}
        return {"_": type(value).__name__} | {
            name: one for name, one in held.items() if one not in ("", [], None)
        }
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal | float):
        return float(f"{value:.6g}")
    return value


def parts(value: Any) -> dict[str, Any]:
    """What a record holds, and of a frame, a reference, a cell and a figure what follows from it."""
    held = {
        one.name: getattr(value, one.name) for one in fields(value) if one.name not in ("sequence", "counts")
    }
    if isinstance(value, Frame):
        forms = ("source", "as_of", "source_brief", "vital", "source_names")
        told = {name: held[name] for name in ("title", "finding", "subtitle", "notices")}
        return {
            **told,
            "notes": [value.note] if value.note else [],
            **{one: getattr(value, one) for one in forms},
        }
    if isinstance(value, Reference):
        return {"value": value.value, "text": value.text, "colour": value.colour, "row": value.row}
    if isinstance(value, Series):
        return {**held, "rows": [row or "" for row in value.rows]}
    if isinstance(value, Cell):
        return {**held, "rows": value.text.rows}
    return {**held, "drawn": value.drawn} if isinstance(value, Figure) else held


def record(figure: Figure) -> str:
    return json.dumps(plain(figure), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", FIGURES)
def test_every_figure_record(tables: Tables, id: str, language: str) -> None:
    figure = draw(tables.catalogue.figures[id], tables, Choices(), language)
    hold(GOLDEN / "figures" / f"{id}.{language}.json", record(figure))


def test_what_every_text_speaks_of(tables: Tables) -> None:
    """Of every statement of every figure its kind and its observations, by which sources and vital notes stand."""
    lines = []
    for id in FIGURES:
        figure = draw(tables.catalogue.figures[id], tables, Choices(), "zh")
        frame = figure.frame
        told = [("finding", frame.finding), *(("notice", one) for one in frame.notices)]
        told += [("note", one) for one in frame.notes]
        for panel in row_panels(figure):
            told += [("row", one) for row in panel.rows for one in (row.text, row.detail, row.aside)]
        for panel in slopes(figure):
            told += [("point", text) for one in panel.series for text in one.texts]
        lines += [
            "\t".join((id, place, one.kind, " ".join(row.id for row in one.rows), one))
            for place, one in told
            if one
        ]
    hold(GOLDEN / "said.tsv", "\n".join(lines) + "\n")


def test_no_golden_file_is_left_over() -> None:
    held = {path.name for path in (GOLDEN / "figures").glob("*.json")}
    assert held == {f"{id}.{language}.json" for id in FIGURES for language in ("zh", "en")}
