"""Office's schema and the rules beside it allow every kind of file that we write, as Office reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from industry.export.deck.regional import of_region
from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing.slides.presentation import refresh
from industry.export.refreshing.word.document import refresh as refresh_briefing
from industry.figures.record import Figure
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.export import her_templates
from tests.export.test_refresh import CELLS, changed

FORMS = ("bars", "lines", "slope", "table", "target", "coverage")


@pytest.fixture(scope="module")
def figures() -> tuple[Figure, ...]:
    """A figure of each form that native charts and tables have."""
    specs = {one.chart: one for one in reversed(world().catalogue.config.figures) if one.chart in FORMS}
    return drawn(world(), [Slide(one.id) for one in specs.values()], "zh")


def faults(path: Path, name: str, content: bytes) -> list[str]:
    file = path / name
    file.write_bytes(content)
    return [f"{name}: {one}" for one in OpenXmlValidator().validate(file).errors]


def test_presentations(figures: tuple[Figure, ...], tmp_path: Path) -> None:
    deck = presentation("汇报", figures, "zh", version=world().version)
    files = {"deck": deck, "one": presentation("图", figures[:1], "zh", cover=False)}
    files |= {
        name: presentation("汇报", figures[:2], "zh", template=her_templates.packed(name))
        for name in her_templates.ALL
    }
    files["refreshed"] = refresh(deck, changed(CELLS[0]), "zh").data
    assert files["refreshed"] != deck
    assert [told for name, one in files.items() for told in faults(tmp_path, f"{name}.pptx", one)] == []


def test_documents(figures: tuple[Figure, ...], tmp_path: Path) -> None:
    tables, language = world(), "zh"
    draft = briefing("简报", figures, language, tables)
    region = of_region(tables, tables.catalogue.config.regions[-1])
    assert region is not None
    told = drawn(tables, region.slides, language)[:2]
    files = {
        "draft": draft,
        "clean": briefing("简报", figures[:2], language, tables, clean=True),
        "region": briefing(region.title(language), told, language, tables),
        "refreshed": refresh_briefing(draft, changed(CELLS[0]), language).data,
    }
    assert files["refreshed"] != draft
    assert [told for name, one in files.items() for told in faults(tmp_path, f"{name}.docx", one)] == []
