"""Drafts as the server is asked to check, read and comment them: it answers each from its request and keeps nothing."""

from __future__ import annotations

import gc
import io
import json
import logging
import urllib.error
import urllib.request
import zipfile
from collections.abc import AsyncIterator, Mapping
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import anyio
import docx
import pytest

from industry.export.texts import example
from industry.export.texts.proofs import MOST_LETTERS
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from tests import patience
from tests.loops import apart
from ui.serving import addresses, drafts

SENTENCE = "今年上半年，全省规上工业增加值增长18.5%，居全国第8位。"
GIVEN = {"date": "2021-07-25", "region": "jiangxi"}


def sent(
    server: str, what: str, body: bytes, headers: Mapping[str, str] | None = None, **query: str
) -> tuple[int, bytes]:
    """The status and the body of an answer."""
    request = urllib.request.Request(
        f"{server}/draft/{what}?{urlencode(query)}", body, dict(headers or {}), method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=patience.SECONDS) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def told(server: str, what: str, body: bytes, **query: str) -> dict[str, Any]:
    status, answer = sent(server, what, body, **query)
    assert status == 200
    found: dict[str, Any] = json.loads(answer)
    return found


def word(*paragraphs: str) -> bytes:
    made, file = docx.Document(), io.BytesIO()
    for one in paragraphs:
        made.add_paragraph(one)
    made.save(file)
    return file.getvalue()


def verdicts(found: dict[str, Any]) -> list[str]:
    return [one["verdict"] for one in found["numbers"]]


def test_a_text_is_checked_by_its_date_and_region(server: str) -> None:
    found = told(server, "check", SENTENCE.encode(), **GIVEN)
    assert verdicts(found) == ["agrees", "agrees"]
    assert [SENTENCE[one["start"] : one["end"]] for one in found["numbers"]] == ["18.5%", "第8位"]
    assert told(server, "check", SENTENCE.encode(), **GIVEN, lang="en")["numbers"][0]["called"] == "Agrees"


@pytest.mark.parametrize("given", [{}, {"date": "yesterday", "region": "mars"}, {"date": "2021-07-25"}])
def test_without_them_nothing_that_hangs_on_them_is_approved(server: str, given: dict[str, str]) -> None:
    assert "agrees" not in verdicts(told(server, "check", SENTENCE.encode(), **given))


def test_whatever_is_sent_gets_an_answer(server: str) -> None:
    for body in (
        b"",
        b"\xff\xfe\x00",
        b"<script>alert(1)</script>",
        "\u202e1.5%\u202c".encode(),
        b"1" * 100_000,
    ):
        assert "numbers" in told(server, "check", body)
    assert "500000字" in told(server, "check", b"1" * (MOST_LETTERS + 1))["refused"]
    assert "500000字" in told(server, "check", b"1" * (4 * MOST_LETTERS + 1))["refused"]
    assert "20000个" in told(server, "check", b"1-" * 21_000)["refused"]
    for day in ("0001-01-01", "9999-12-31", "20210725"):
        assert "agrees" not in verdicts(told(server, "check", f"去年，{SENTENCE}".encode(), date=day))


class Sent:
    """A request of ``who`` with a body of two letters, behind which nothing comes for some ``seconds``."""

    def __init__(self, who: str, seconds: float = 0) -> None:
        self.client, self.seconds = SimpleNamespace(host=who), seconds

    async def stream(self) -> AsyncIterator[bytes]:
        yield b"67"
        await anyio.sleep(self.seconds)
        yield b""


def taken(most: int, who: str = "other", seconds: float = 0) -> drafts._Body:
    return apart(anyio.run, drafts._body, Sent(who, seconds), most, Unreadable("more"))


def test_who_comes_while_others_hold_too_much_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    held = drafts._Body("one")
    held.take(b"12345")
    monkeypatch.setattr(drafts, "_HELD", 6)
    with pytest.raises(Unreadable, match="busy"):
        taken(2)
    del held
    body = taken(2)
    assert body.data == b"67" and drafts._Body.held == {"other": 2}
    del body
    gc.collect()
    assert not drafts._Body.held
    with pytest.raises(Unreadable, match="more"):
        taken(1)


def test_what_one_viewer_does_not_finish_keeps_nobody_else_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drafts._OF_ONE * 2 <= drafts._HELD, "as it is set, too"
    monkeypatch.setattr(drafts, "_OF_ONE", 6)
    monkeypatch.setattr(drafts, "_HELD", 18)
    unfinished, refused = list[drafts._Body](), 0
    for _ in range(9):
        try:
            unfinished.append(taken(2, "greedy"))
        except Unreadable as one:
            refused += one.code == "busy"
    assert (len(unfinished), refused) == (3, 6)
    assert taken(2, "other").data == b"67"
    unfinished.clear()
    gc.collect()
    assert taken(2, "greedy").data == b"67"


def test_a_body_that_stops_coming_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drafts._STALLED < drafts._SLOW, "before the whole of it is late"
    monkeypatch.setattr(drafts, "_STALLED", 0.02)
    with pytest.raises(Unreadable, match="failed") as given_up:
        taken(2, seconds=patience.SECONDS)
    del given_up  # and with it what holds the body
    gc.collect()
    assert not drafts._Body.held


def test_a_file_is_read(server: str) -> None:
    read = told(server, "read", word("第一段。", SENTENCE), kind=".DOCX")
    assert read["text"] == f"第一段。\n{SENTENCE}"
    assert told(server, "read", SENTENCE.encode("gb18030"), kind=".txt")["text"] == SENTENCE


@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        (".docx", b"no zip", "文件已损坏"),
        (".pdf", b"no pdf", "文件已损坏"),
        (".doc", b"", "不能读取“.doc”格式"),
        ("", b"", "不能读取“”格式"),
        (".docx", b"\xd0\xcf\x11\xe0", "密码"),
        (".txt", b" \n ", "没有可读的文字"),
    ],
)
def test_a_file_that_can_not_be_read_gets_its_sentence(
    server: str, kind: str, body: bytes, sentence: str
) -> None:
    assert sentence in told(server, "read", body, kind=kind)["refused"]
    assert not told(server, "read", body, kind=kind, lang="en")["refused"].isascii() or kind != ".doc"


def test_a_word_document_comes_back_with_comments_and_tells_how_far_it_is(server: str) -> None:
    status, answer = sent(server, "commented", word(*[SENTENCE] * 60), **GIVEN)
    assert status == 200
    lines, _, document = answer.partition(b"=")
    assert [one.partition(b"/")[2] for one in lines.split()] == [b"120"] * 101
    done = [int(one.partition(b"/")[0]) for one in lines.split()]
    assert done == sorted(set(done)) and (done[0], done[-1]) == (1, 120)
    with zipfile.ZipFile(io.BytesIO(document)) as packed:
        assert packed.read("word/comments.xml").decode().count("</w:comment>") == 120
    assert [one.text for one in docx.Document(io.BytesIO(document)).paragraphs] == [SENTENCE] * 60


def test_what_is_no_word_document_comes_back_as_a_sentence(server: str) -> None:
    _, answer = sent(server, "commented", b"no zip", **GIVEN)
    assert answer.decode().startswith("!文件已损坏")


def test_a_page_of_another_site_can_not_make_the_server_work(server: str) -> None:
    for what in ("check", "read", "commented"):
        assert sent(server, what, b"1", {"Origin": "https://evil.test"})[0] == 403
        assert sent(server, what, b"1", {"Origin": server})[0] == 200


def test_a_failure_is_logged_without_the_words_of_the_draft(caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> None:
        raise ValueError("秘" + "密的一句")

    with caplog.at_level(logging.ERROR), pytest.raises(Unreadable) as refused:
        drafts._safely(fails)
    assert refused.value.code == "failed"
    assert "ValueError" in caplog.text and "秘密" not in caplog.text
    assert "秘密" not in drafts._sentence(refused.value, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_is_checked_like_any_draft(server: str, tables: Tables, language: str) -> None:
    assert len(told(server, "check", example.draft(tables, language).encode())["numbers"]) == 5


def test_addresses_say_the_language_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "language", lambda: "en")
    assert addresses.draft("check") == "/draft/check?lang=en"
