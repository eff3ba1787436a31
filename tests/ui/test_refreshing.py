"""A presentation of a viewer's own that is brought up to date by the server: told and given back in one answer, nothing kept."""

from __future__ import annotations

import json
import urllib.request

import pytest

from tests import patience
from tests.export.test_refresh import deck, entries, packed_of
from tests.export.test_refresh_word import made as briefing


def sent(server: str, query: str, body: bytes) -> bytes:
    request = urllib.request.Request(f"{server}/refresh?{query}", body, method="POST")
    with urllib.request.urlopen(request, timeout=patience.SECONDS) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        content: bytes = answer.read()
    return content


def test_the_file_comes_back_with_what_is_told_of_it(server: str) -> None:
    held = entries(deck(("growth_q1",)))
    name = "ppt/charts/chart1.xml"
    made = packed_of(held | {name: held[name].replace(b"<c:v>29.4</c:v>", b"<c:v>11.1</c:v>")})
    lines, _, rest = sent(server, "kind=.pptx&lang=en", made).partition(b"=")
    assert len(set(lines.split()[-1].split(b"/"))) == 1
    told, _, file = rest.partition(b"\n")
    said = json.loads(told)
    assert "11.1 → 29.4" in str(said["blocks"]) and "version" in said["summary"]
    assert b"<c:v>29.4</c:v>" in entries(file)[name]


def test_a_briefing_comes_back_likewise(server: str) -> None:
    held = entries(briefing())
    (name,) = [one for one, told in held.items() if b"<c:v>29.4</c:v>" in told][:1]
    made = packed_of(held | {name: held[name].replace(b"<c:v>29.4</c:v>", b"<c:v>11.1</c:v>", 1)})
    _, _, rest = sent(server, "kind=.docx&lang=zh", made).partition(b"=")
    told, _, file = rest.partition(b"\n")
    assert "11.1 → 29.4" in str(json.loads(told)["blocks"])
    assert b"<c:v>29.4</c:v>" in entries(file)[name]


@pytest.mark.parametrize(
    ("kind", "content"), [(".pptx", b"PK"), (".docx", b"PK"), (".txt", b"text"), (".pptx", b"")]
)
def test_what_is_no_presentation_is_a_sentence(kind: str, content: bytes, server: str) -> None:
    for language, sign in (("zh", "。"), ("en", ".")):
        answer = sent(server, f"kind={kind}&lang={language}", content).decode()
        assert answer.startswith("!") and answer.endswith(sign)
