"""Every address of the server asked for what there isn't: each is answered with what it is, or a sentence, and never breaks."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import anyio
import pytest
from lxml.etree import fromstring
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Scope
from streamlit.web.server.starlette import starlette_auth_routes

import dashboard
from industry.export import listing
from industry.export.formats import formats
from industry.export.order import Format
from industry.vocabulary.configuration import ADDRESSES
from industry.vocabulary.slide import HEADING, KEYS
from tests import hostile
from tests.loops import apart
from ui import ROOT
from ui.guards.headers import HEADERS
from ui.parts.listing import CONDITIONS, SEARCHED
from ui.serving import bench, routes, taken
from ui.serving.routes import ROUTES

_READ = re.compile(r"""(?:query|query_params|asked)\.get(?:list)?\(\s*"(\w+)\"""")
PARAMETERS = sorted(
    {one for file in (ROOT / "ui/serving").glob("*.py") for one in _READ.findall(file.read_text("utf-8"))}
    | {HEADING, SEARCHED, *KEYS, *CONDITIONS}
)
"""Whatever an address may be told: each is asked for each, whether it knows it or not."""
ODD = (
    ["nosuch"],
    [""],
    ["".join(hostile.ODD.values())],
    [hostile.MORE],
    ["nosuch", "jiangxi", "", "nosuch"],  # a key that comes again
    ["江," * 3000],
)
NAMES = (
    "nosuch",
    "nosuch.xlsx",
    "gap.nosuch",
    ".png",
    "../../x.png",
    "gap?x.pdf",
    "\x00\r\n.html",
    "江" * 900,
)
"""Of a figure or deck that there isn't, in a format that there is, and the other way round."""


def queries() -> Iterator[str]:
    for key in PARAMETERS:
        yield f"{key}=nosuch"
    for values in ODD:
        yield urlencode([(key, one) for key in PARAMETERS for one in values], errors="surrogatepass")
        yield urlencode([(key, one) for key in CONDITIONS for one in values], errors="surrogatepass")
    yield "&".join(f"{key}=%00%ff%0d%0a" for key in PARAMETERS)
    yield "&&=&%&slide&=x&region=%ZZ"


def every(route: Route) -> Iterator[tuple[str, str]]:
    """Paths and queries; of lists of numbers no topic is met where none is asked for, so that each costs nothing."""
    path, named, _ = route.path.partition("{")
    bare = "topic=nosuch&" if path.startswith("/rows") else ""
    for name in NAMES if named else ("",):
        yield path + name, bare
    for query in queries():
        yield path + ("nosuch.png" if named else ""), bare + query


class Asked:
    """The routes behind the guards that the launcher has, in this process."""

    def __init__(self, *routes: Route) -> None:
        self.app = Starlette(routes=routes, middleware=dashboard.guards)

    async def answer(
        self, method: str, path: str, query: str = ""
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        """Status, headers and body."""
        scope: Scope = {
            "type": "http", "method": method, "path": path, "query_string": query.encode("ascii"),
            "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1), "server": ("localhost", 1), "scheme": "http",
            "http_version": "1.1", "root_path": "",
        }  # fmt: skip
        told, sent = list[Message](), iter([{"type": "http.request", "body": b"x" * (method == "POST")}])

        async def receive() -> Message:
            for one in sent:
                return one
            await anyio.sleep_forever()
            raise AssertionError

        async def send(message: Message) -> None:
            told.append(message)

        try:
            await self.app(scope, receive, send)
        except Exception:
            if not told:  # else it is told on for the log alone
                raise
        heads = [(name.decode().lower(), value.decode()) for name, value in told[0]["headers"]]
        return told[0]["status"], heads, b"".join(one.get("body", b"") for one in told[1:])


def forbids(heads: list[tuple[str, str]]) -> bool:
    """Whether all that an answer must forbid stands among its headers, once."""
    names = {one.lower(): value for one, value in HEADERS.items()}
    return sorted(one for one in heads if one[0] in names) == sorted(names.items())


@pytest.mark.parametrize("route", ROUTES, ids=lambda one: str(one.path))
def test_whatever_an_address_is_asked_for_it_is_answered(route: Route, caplog: Any) -> None:
    asked, method = Asked(*ROUTES), "POST" if "POST" in (route.methods or ()) else "GET"

    async def all_of_them() -> None:
        for path, query in every(route):
            status, heads, _ = await asked.answer(method, path, query)
            assert status in (200, 400, 404), (path, query, status)
            assert forbids(heads) and dict(heads)["cache-control"] == "no-store", (path, query)

    apart(anyio.run, all_of_them)
    assert [one.getMessage() for one in caplog.records if one.exc_info] == []


@pytest.mark.parametrize("made", [one for one in formats().values() if one.of_one], ids=lambda one: one.id)
def test_a_figure_is_drawn_whatever_is_chosen_in_it(made: Format) -> None:
    """What isn't known is told in the figure, in characters that every file can hold."""
    query = urlencode(
        [(key, f"jiangxi,{''.join(hostile.ODD.values())}") for key in KEYS], errors="surrogatepass"
    )
    asked = Asked(*ROUTES).answer
    status, _, body = apart(anyio.run, asked, "GET", f"/picture/growth_q1.{made.id}", f"{query}&size=half")
    assert status == 200, body[:300]
    if made.id == "svg":
        fromstring(body)


def test_no_page_has_the_id_of_another_address() -> None:
    """What stands first in an address of ours would be opened in the page's place."""
    first = {str(one.path).split("/")[1] for one in (*ROUTES, *bench.ROUTES)}
    login = [told for name, told in vars(starlette_auth_routes).items() if name.startswith("_ROUTE_")]
    assert len(login) > 2
    first |= {one.split("/")[0] for one in login}
    assert {one for one in first if re.fullmatch("[a-z0-9_]+", one)} == ADDRESSES


@pytest.mark.parametrize("region", ["nosuch", "", "江西", "%00"])
@pytest.mark.parametrize("made", ["csv", "xlsx"])
def test_numbers_of_a_region_that_there_isnt_are_not_found(made: str, region: str) -> None:
    status, _, body = apart(
        anyio.run, Asked(*ROUTES).answer, "GET", f"/rows.{made}", urlencode({"region": region})
    )
    assert status == 404 and f"/rows.{made}" in body.decode()


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/picture/{}.png", ""),
        ("/picture/growth_q1.{}", ""),
        ("/picture/growth_q1.png", "size={}"),
        ("/picture/growth_q1.png", "size={}&progress=1"),
        ("/present/{}", ""),
        ("/deck/{}.pptx", "slide={}"),
        ("/deck/briefing.pptx", "year={}"),
    ],
)
def test_a_refusal_repeats_no_name_of_any_length(path: str, query: str) -> None:
    """The sentence stands twice on its page: as its title and as its text."""
    asked, name = Asked(*ROUTES).answer, "s" * 900
    _, _, body = apart(anyio.run, asked, "GET", path.format(name), query.format(name))
    assert b"ssss" in body and b"s" * 81 not in body


METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")


@pytest.mark.parametrize("method", METHODS)
def test_a_method_that_an_address_does_not_have_is_told_in_a_sentence(method: str) -> None:
    """Streamlit's own page answers whatever is left over, as on the server."""

    async def left(_: Request) -> Response:
        return Response("left over")

    asked = Asked(*routes.based(), Route("/{any:path}", left, methods=METHODS))

    async def all_of_them() -> None:
        for route in ROUTES:
            path = re.sub(r"\{.*\}", "nosuch", route.path)
            if method not in (route.methods or ()):
                status, heads, body = await asked.answer(method, path, "lang=en")
                assert (status, dict(heads)["allow"]) == (405, ", ".join(sorted(route.methods or ()))), path
                assert forbids(heads) and (method == "HEAD" or f"opened this way: {path}." in body.decode())
            if "/{" in route.path:
                bare = route.path.partition("/{")[0]
                assert (await asked.answer(method, bare))[0] == 404, bare

    apart(anyio.run, all_of_them)


@pytest.mark.parametrize("path", ["/picture/x\r\nSet-Cookie:a=b.png", "/a\nb"])
@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有这个地址"), ("en", "There is nothing at this address")]
)
def test_what_no_route_knows_is_told_in_a_sentence(path: str, language: str, said: str) -> None:
    asked = Asked(*routes.based()).answer
    status, heads, body = apart(anyio.run, asked, "GET", path, f"lang={language}")
    assert status == 404 and said in body.decode() and forbids(heads)
    assert "set-cookie" not in dict(heads)


def test_what_nobody_foresaw_is_told_in_a_sentence_and_forbids_as_every_answer_does() -> None:
    async def breaks(_: Request) -> Response:
        raise KeyError("none of a viewer's business")

    status, heads, body = apart(
        anyio.run, Asked(Route("/breaks", breaks)).answer, "GET", "/breaks", "lang=en"
    )
    assert status == 500 and forbids(heads)
    assert b"business" not in body and b"Traceback" not in body and b'<html lang="en"' in body


@pytest.mark.parametrize("made", ["csv", "xlsx"])
def test_a_file_of_the_same_numbers_is_made_once(made: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted, sheets = list[int](), listing.sheets
    monkeypatch.setattr(listing, "sheets", lambda *told: (counted.append(1), sheets(*told))[1])
    monkeypatch.setattr(taken, "_kept", OrderedDict())
    asked, path = Asked(*ROUTES), f"/rows.{made}"
    held = "region=jiangxi&topic=efficiency"
    same = [apart(anyio.run, asked.answer, "GET", path, one) for one in (held, held, f"{held}&other=1")]
    assert {status for status, _, _ in same} == {200} and len({body for _, _, body in same}) == 1
    assert len(counted) == 1
    _, _, english = apart(anyio.run, asked.answer, "GET", path, f"{held}&lang=en")
    _, _, more = apart(anyio.run, asked.answer, "GET", path, "region=jiangxi")
    assert len(counted) == 3 and len({same[0][2], english, more}) == 3
