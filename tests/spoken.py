"""Every string that may be said: the words of both languages, the literals of code, templates and scripts, what
stands in the files of a folder of tables, and every text of a figure. Each with where it stands.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from industry.figures.record import Figure, LinesPanel, RowsPanel
from industry.wording import words as held
from tests.figures.drawing import words as panel_words

ROOT = Path(__file__).resolve().parent.parent
CODE = ("industry", "ui", "pages")
CJK = re.compile("[\u4e00-\u9fff]")
BOTH = (ast.Call, ast.Tuple, ast.List, ast.Dict, ast.IfExp)
"""Where the words of two languages stand side by side in code."""
Text = tuple[str, str]


def of_words() -> Iterator[Text]:
    for path in sorted(Path(held.__file__).parent.glob("*.yaml")):
        for key, said in yaml.safe_load(path.read_text("utf-8")).items():
            yield from ((f"{path.name}, {key}", text) for text in said.values())


def of_code() -> Iterator[Text]:
    """Literals in Chinese, and beside them those in English: what is said stands in both."""
    for path in sorted(one for top in CODE for one in (ROOT / top).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                if CJK.search(node.value):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value
            elif isinstance(node, BOTH):
                told = [text for one in ast.iter_child_nodes(node) for text in _literals(one)]
                if any(CJK.search(text) for text in told):
                    yield from ((f"{path.relative_to(ROOT)}:{node.lineno}", text) for text in told)


def _literals(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _literals(part)


def of_templates() -> Iterator[Text]:
    """What templates say between their tags and in attributes that are read, and scripts in Chinese."""
    for path in sorted(one for top in CODE for one in (ROOT / top).rglob("*")):
        if path.suffix == ".html":
            text = re.sub(r"{[{%#].*?[%#}]}", " ", path.read_text("utf-8"), flags=re.DOTALL)
            text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
            told = re.findall(r'\b(?:title|alt|aria-label|placeholder)="([^"]*)"', text)
            yield from ((path.name, one) for one in (re.sub(r"<[^>]*>", " ", text), *told))
        elif path.suffix in (".js", ".css"):
            lines = path.read_text("utf-8").splitlines()
            yield from (
                (f"{path.name}:{n}", line) for n, line in enumerate(lines, start=1) if CJK.search(line)
            )


def of_tables(folder: Path) -> Iterator[Text]:
    """What people write of their own in a folder of tables: titles, names, notes, priorities. How a source calls
    itself isn't theirs."""
    for path in (folder / "config.yaml", *sorted((folder / "data").rglob("*.yaml"))):
        if path.name == "sources.yaml":
            continue
        yield from ((path.name, text) for text in _scalars(yaml.safe_load(path.read_text("utf-8"))))
    for path in sorted((folder / "data" / "observations").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), start=2):
                yield from (
                    (f"{path.name}:{number}", row[key]) for key in ("note_zh", "note_en") if row.get(key)
                )


def _scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _scalars(one)
    elif isinstance(value, list):
        for one in value:
            yield from _scalars(one)
    elif isinstance(value, str):
        yield value


def of_figure(figure: Figure) -> Iterator[Text]:
    """Every text of a figure: its frame, panels, marks, table and the words for those who can't see it."""
    frame = figure.frame
    told = [frame.title, frame.finding, frame.subtitle, *frame.notices, frame.note, frame.as_of, figure.empty]
    told += [figure.alt, *(cell for line in figure.table.rows for cell in line)]
    for panel in figure.panels:
        told += panel_words(panel)
        if isinstance(panel, RowsPanel):
            told += [text for row in panel.rows for mark in row.marks for text in (mark.text, mark.hover)]
            told += [text for _, _, text in panel.legend] + [one.text for one in panel.references]
        elif isinstance(panel, LinesPanel):
            told += [text for line in panel.series for text in (*line.texts, *line.hovers)]
    return ((figure.id, text) for text in told if text)
