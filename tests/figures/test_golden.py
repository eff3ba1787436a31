"""Golden text files of the frozen tables: every published number as it is shown, and every figure's record. A
change of rules or words shows its consequence in their diff; `make golden` writes them anew."""

import json
import os
from dataclasses import is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from industry import wording
from industry.figures.context import Choices
from industry.figures.draw import draw
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.conftest import world

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
    """A record as JSON: observations by their ids, empty fields left out."""
    if isinstance(value, Observation):
        return value.id
    if is_dataclass(value) and not isinstance(value, type):
        fields = {name: plain(getattr(value, name)) for name in list(value.__dataclass_fields__)}
        return {"_": type(value).__name__} | {
            name: one for name, one in fields.items() if one not in ("", [], None)
        }
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal | float):
        return float(f"{value:.6g}")
    return value


def asdict_names(value: Any) -> list[str]:
    return list(value.__dataclass_fields__)


def record(figure: Figure) -> str:
    return json.dumps(plain(figure), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", FIGURES)
def test_every_figure_record(tables: Tables, id: str, language: str) -> None:
    figure = draw(tables.catalogue.figures[id], tables, Choices(), language)
    hold(GOLDEN / "figures" / f"{id}.{language}.json", record(figure))


def test_no_golden_file_is_left_over() -> None:
    held = {path.name for path in (GOLDEN / "figures").glob("*.json")}
    assert held == {f"{id}.{language}.json" for id in FIGURES for language in ("zh", "en")}
