"""A draft as its page marks it: each number with its mark and what is said of it, and how many have each verdict."""

from __future__ import annotations

from collections import Counter
from typing import Any

from industry import wording
from industry.export.texts.proofs import MARKS, Proof


def record(found: Proof, language: str) -> dict[str, Any]:
    """``numbers``: as JSON has them, with ``mark`` and ``tone``; ``counts``: each verdict with how many have it, in words,
    those first that weren't checked; ``sum`` of them all; offsets are characters of the draft."""
    counted = Counter(one.verdict for one in found.numbers)
    called = {one.verdict: one.called for one in found.numbers}
    return {
        "numbers": [
            {
                "start": one.start, "end": one.end, "text": one.text, "mark": MARKS[one.tone], "tone": one.tone,
                "verdict": one.verdict, "called": one.called, "said": one.said, "row": one.row or "",
            }
            for one in found.numbers
        ],
        "counts": [
            {"verdict": one, "text": wording.worded("proofs", "counted", language, called[one], counted[one])}
            for one in wording.VERDICTS
            if counted[one]
        ],
        "sum": found.summary,
    }  # fmt: skip
