"""All that a server of the dashboard is asked, each by a name, in an order in which what an answer gives can be given to the next."""

from __future__ import annotations

import asyncio
import json
import re
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote

from starlette.routing import Route

from benchmarks.viewer import Viewer
from industry.curation.proposed import written
from industry.export.formats import formats
from industry.text.document import READERS
from industry.vocabulary.fields import LANGUAGES
from tests import patience
from tests.ui.test_curating import HELD, NEW, corrected, statistics
from tests.ui.test_origin import FOREIGN, Server
from ui import mode
from ui.serving import bench, listed, routes
from ui.site import site

Asks = dict[str, Callable[[], object]]
"""By what is asked, for an address as it is asked for, what asks it and waits for the whole answer. Raises where that is none."""
_SLIDES = "slide=coverage&slide=growth_months"
_DRAFT = "2021年1—6月，江西省规模以上工业增加值增长12.1%。"
_GIVEN = {
    "/draft/commented": "docx",
    "/deck-read": "pptx",
    "/refresh?kind=.docx": "docx",
    "/refresh?kind=.pptx": "pptx",
    "/template/chosen?slide=coverage": "pptx",
}
"""Addresses that are given a file: a deck of ours, of this format."""
_REFUSED = re.compile(rb'(\d+/\d+\n)*!|\{"refused"')
"""How an answer begins that is a sentence instead, after lines that tell how far it is."""


def of_viewers(address: str, note: Path) -> Asks:
    """What viewers ask, each page first, and strangers. ``note``: see `Server`."""
    made: dict[str, bytes] = {".txt": _DRAFT.encode()}

    def taken(path: str, name: str) -> None:
        made[name] = get(address + path)

    def handed(path: str, name: str) -> None:
        get(address + path, made[name])

    asks: Asks = {
        f"page {page.id} {language}": partial(_page, address, "" if page.id == site().home else page.id, language)
        for language in LANGUAGES
        for page in site().pages
    }  # fmt: skip
    for one in formats().values():
        if one.of_one:
            path = f"/picture/coverage.{one.id}?size=slide"
            asks[path] = partial(taken, path, f".{one.id}")
        if one.of == "deck":
            path = f"/deck/chosen.{one.id}?{_SLIDES}&size=slide&lang=en"
            asks[path] = partial(taken, path, one.id)
    plain = [f"/present/chosen?{_SLIDES}", *(f"/rows.{one}?region=hebei" for one in listed.MADE), "/search?q=GDP", f"/deck-file?{_SLIDES}"]  # fmt: skip
    asks |= {path: partial(get, address + path) for path in plain}
    given = {"/draft/check": ".txt"} | {f"/draft/read?kind={one}": one for one in READERS} | _GIVEN
    for path, name in given.items():
        asks[path] = partial(handed, path, name)
    return asks | _of_strangers(Server(address, note))


def _of_strangers(server: Server) -> Asks:
    strange = {"Host": "elsewhere.example"}
    upload = {"Origin": FOREIGN[0], "Content-Length": "0"}
    own, other = f"localhost:{server.port}", strange["Host"]
    asks: Asks = {f"socket of {one}": partial(server.handshake, own, one) for one in FOREIGN}
    return asks | {
        "page of another host": partial(server.status, "GET", "/", strange),
        "socket of another host": partial(server.handshake, other, f"http://{other}"),
        "upload of another site": partial(server.status, "PUT", "/_stcore/upload_file/a/b", upload),
        "health": partial(server.status, "GET", "/_stcore/health", {}),
    }


def of_curators(address: str) -> Asks:
    """What curators ask: rows, and a workbook of which something isn't sure, are opened and looked at, the rows taken away again."""
    begun: dict[str, str] = {}
    files = {"rows.csv": written([corrected("29.6"), NEW, HELD]), "表.xlsx": statistics()}

    def opened(path: str, name: str) -> None:
        begun[name] = json.loads(get(address + path, files[name]))["work"]

    def shown(name: str, language: str) -> None:
        _page(address, mode.PAGE, language, {"work": begun[name]})

    asks: Asks = {f"page {mode.PAGE} {one}": partial(_page, address, mode.PAGE, one) for one in LANGUAGES}
    for name in files:
        path = f"/curate/file?name={quote(name)}"
        asks[path] = partial(opened, path, name)
        asks |= {f"page of {name} {one}": partial(shown, name, one) for one in LANGUAGES}
    asks["/curate/rows/work.csv"] = lambda: get(f"{address}/curate/rows/{begun['rows.csv']}.csv")
    asks["/curate/template/jiangxi.xlsx"] = lambda: get(f"{address}/curate/template/jiangxi.xlsx")
    return asks


def unasked(asked: Mapping[str, object]) -> Iterator[str]:
    """The addresses that a server has and none of these asks."""
    every: list[Route] = [*routes.ROUTES, *bench.ROUTES]
    paths = [one.partition("?")[0] for one in asked]
    return (one.path for one in every if not any(map(one.path_regex.match, paths)))


def get(address: str, body: bytes | None = None) -> bytes:
    """The answer, which isn't empty and no refusal. Raises OSError or AssertionError."""
    with urllib.request.urlopen(urllib.request.Request(address, body), timeout=patience.SECONDS) as answer:
        told: bytes = answer.read()
        assert answer.status == 200 and told and not _REFUSED.match(told), (address, told[:500])
    return told


def _page(address: str, page: str, language: str, query: Mapping[str, str] | None = None) -> None:
    """The first answer of a page to a viewer who comes. Raises PageFailed."""

    async def asked() -> None:
        async with Viewer(address, language) as viewer:
            await viewer.rerun(page, query)

    asyncio.run(asked())
