"""What takes long tells how far it is, on the page too, and ends where nobody waits for it; what goes wrong is a sentence."""

from __future__ import annotations

import io
import json
import urllib.request
import zipfile
from types import SimpleNamespace

import anyio
import pytest
from playwright.sync_api import Page, expect
from starlette.datastructures import QueryParams
from starlette.requests import Request

from industry.export.order import Progress, Stopped, each
from tests import patience
from tests.loops import apart
from ui.serving import streaming, taken
from ui.serving.fair import Share


def answer(server: str, address: str) -> bytes:
    with urllib.request.urlopen(f"{server}/{address}", timeout=patience.SECONDS) as found:
        assert found.headers["X-Accel-Buffering"] == "no"
        content: bytes = found.read()
        return content


def test_the_lines_are_whole_and_the_file_is_the_one_of_the_plain_link(server: str) -> None:
    lines, _, rest = answer(server, "deck/hebei.xlsx?progress=1").partition(b"=")
    told = [tuple(map(int, one.split(b"/"))) for one in lines.split()]
    assert told == [(at, len(told) - 1) for at in range(len(told))] and len(told) > 1
    head, _, content = rest.partition(b"\n")
    said = json.loads(head)
    assert said["size"] == len(content) and said["name"].endswith(".xlsx")
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    with urllib.request.urlopen(f"{server}/deck/hebei.xlsx", timeout=patience.SECONDS) as plain:
        assert plain.read() == content


def test_what_there_is_not_is_a_sentence(server: str) -> None:
    assert answer(server, "deck/nothing.pptx?progress=1").decode() == "!没有名为“nothing”的汇报。"


def asked(language: str = "zh") -> Request:
    scope = {
        "type": "http", "method": "GET", "path": "/x", "headers": [], "client": ("127.0.0.1", 1),
        "query_string": f"lang={language}".encode(), "app": SimpleNamespace(state=SimpleNamespace()),
    }  # fmt: skip
    return Request(scope, anyio.sleep_forever)  # type: ignore[arg-type]


SHARE = Share("tried", all=1, each=1)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    "error", [KeyError, TypeError, MemoryError, StopIteration, UnicodeDecodeError, Exception]
)
def test_what_nobody_foresaw_ends_in_a_sentence_and_its_words_in_no_log(
    error: type[Exception], late: bool, caplog: pytest.LogCaptureFixture
) -> None:
    draft = "her words"[::-1]

    def work(told: Progress) -> bytes:
        if late:
            told(0, 9)
        raise error("ascii", b"", 0, 1, draft) if error is UnicodeDecodeError else error(draft)

    async def read(language: str) -> list[bytes]:
        return [one async for one in streaming._lines(work, asked(language), SHARE)]

    before = [b"0/9\n"] if late else []
    assert apart(anyio.run, read, "zh") == [
        *before,
        "!所要的内容未能生成，运行日志中有详细记录。请再试一次。".encode(),
    ]
    assert apart(anyio.run, read, "en")[-1].startswith(b"!What you asked for could not be made")
    told = caplog.text
    assert "/x could not be made: " in told and draft not in told


def test_who_goes_away_ends_the_work_at_its_next_part() -> None:
    made: list[int] = []

    def work(told: Progress) -> bytes:
        for one in each(range(6000), told):  # of which sixty are one line
            made.append(one)
            anyio.from_thread.run(anyio.sleep, 0.002)
        return b""

    async def leave() -> None:
        async with anyio.create_task_group() as group:

            async def read() -> None:
                async for line in streaming._lines(work, asked(), SHARE):
                    if line.startswith(b"120/"):
                        group.cancel_scope.cancel()

            group.start_soon(read)

    apart(anyio.run, leave)
    assert 120 <= len(made) < 170, "nobody waits for the next line"


def test_a_deck_stops_between_figures_and_is_made_for_who_still_waits() -> None:
    taken._kept.clear()
    told: list[int] = []

    def stops(done: int, _whole: int) -> None:
        told.append(done)
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        taken.deck("hebei.pptx", QueryParams(), stops)
    assert told == [0, 1] and not taken._kept and not taken._making
    assert taken.deck("hebei.pptx", QueryParams()).content.startswith(b"PK")
    taken._kept.clear()


@pytest.fixture
def briefing(page: Page, server: str) -> Page:
    page.goto(f"{server}/briefing")
    page.locator('a[href*=".pptx"]').first.wait_for()
    return page


def test_the_page_tells_a_failure_and_stops(briefing: Page) -> None:
    link = briefing.locator('a[href*="/deck/"][href*=".pptx"]').first
    briefing.route("**/deck/**progress=1**", lambda route: route.fulfill(body="0/9\n3/9\n!图片未能生成。"))
    link.click()
    expect(briefing.get_by_role("alert")).to_contain_text("图片未能生成。")
    briefing.get_by_role("button", name="关闭").click()
    briefing.unroute_all()
    briefing.route(
        "**/deck/**progress=1**", lambda route: route.fulfill(body='0/9\n={"name":"x","size":9}\n123')
    )
    link.click()
    expect(briefing.get_by_role("alert")).to_contain_text("没有收到完整的文件")
    briefing.get_by_role("button", name="关闭").click()
    briefing.unroute_all()
    briefing.route("**/deck/**progress=1**", lambda route: None)
    link.click()
    briefing.get_by_role("button", name="停止").click()
    expect(briefing.locator(".saving")).to_have_text("已停止。")
