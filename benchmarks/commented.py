"""A draft given back as a Word file with comments: how long a file of sixty pages and one with 1,500 comments take from
their bytes to those of the answer, beside what may be, and the comments alone beside those of python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date

import docx

from benchmarks import sentences
from benchmarks.measured import Measured, in_turn, milliseconds, ratio, seconds
from benchmarks.proof import PAGE
from industry import project
from industry.export.texts.commented import commented
from industry.export.texts.proofs import Proof, proof
from industry.tables.tables import Tables
from industry.text import document

PAGES, LONGEST = 60, 5.0
COMMENTS, LONGEST_OF_MANY = 1_500, 8.0
_DIGITS = re.compile(r"([0-9.%]+)")
_PLAIN = "各地各部门要认真贯彻落实，加强调度，做好服务，及时解决企业反映的困难和问题，推动各项工作取得实效。"


def run(quick: bool) -> Iterator[Measured]:
    yield from measure(PAGES, COMMENTS, 1 if quick else 3)


def measure(pages: int, comments: int, times: int) -> Iterator[Measured]:
    """A file of so many ``pages``, half of them figures, and one of figures alone with so many ``comments``."""
    tables = project.store(project.folder()).current().tables
    assert tables is not None
    lines = [one.text.replace("\n", "") for one in sentences.true(tables, max(pages * 30, comments))]
    half = [line for one in lines for line in (one, _PLAIN)]
    for what, data, most in (
        (f"a .docx of {pages} pages", _written(half, letters=pages * PAGE), LONGEST),
        (f"a .docx with {comments} comments", _written(lines, numbers=comments), LONGEST_OF_MANY),
    ):
        taken = sorted(seconds(lambda data=data: _given_back(data, tables)) for _ in range(times))  # type: ignore[misc]
        middle = taken[len(taken) // 2]
        found = _proof(data, tables)
        yield Measured(
            what, middle / most, 1, f"{most:.0f} s",
            f"{middle:.2f} s, {len(found.draft) // PAGE} pages, {len(found.numbers)} comments",
        )  # fmt: skip
    ours, peer = in_turn(lambda: commented(data, found, "zh"), lambda: _by_python_docx(data, found), times)
    yield Measured(
        "the comments alone", ratio(ours, peer), 1, "python-docx, a comment for each on whole paragraphs",
        f"{milliseconds(ours)} : {milliseconds(peer)}",
    )  # fmt: skip


def _written(lines: list[str], letters: int = 0, numbers: int = 0) -> bytes:
    """These lines, four in a paragraph, digits in runs of another face as Word has them."""
    made, written, found = docx.Document(), 0, 0
    for at in range(0, len(lines), 4):
        if letters and written >= letters or numbers and found >= numbers:
            break
        paragraph, text = made.add_paragraph(), "".join(lines[at : at + 4])
        for piece in filter(None, _DIGITS.split(text)):
            paragraph.add_run(piece).font.name = "Times New Roman" if _DIGITS.fullmatch(piece) else "SimSun"
        written += len(text)
        found += min(4, len(lines) - at)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _proof(data: bytes, tables: Tables) -> Proof:
    parts = document.read("draft.docx", data).parts
    return proof("\n".join(parts), tables, date(2021, 7, 25), "jiangxi", "zh")


def _given_back(data: bytes, tables: Tables) -> bytes:
    return commented(data, _proof(data, tables), "zh")


def _by_python_docx(data: bytes, found: Proof) -> bytes:
    made = docx.Document(io.BytesIO(data))
    paragraphs, at = made.paragraphs, 0
    ends = [len(one.text) + 1 for one in paragraphs]
    begun = 0
    for one in found.numbers:
        while one.start >= begun + ends[at]:
            begun += ends[at]
            at += 1
        made.add_comment(paragraphs[at].runs, f"{one.called}\n{one.said}", "核稿", "核")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
