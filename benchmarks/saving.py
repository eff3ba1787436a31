"""Saves in a tight loop under clicking viewers: no page ever shows a state that was never a whole saved one.

A writer of its own saves the tables again and again, in place, by renaming, deleting first, letting half files and files cut
off at a line's end lie about for a while, adopts whole tables and takes adoptions back. Each whole state has a number, which the
title, the regions, an indicator, the publishers and the last row of every table say; a page that says two of them, one that was
never whole, or more or fewer of them than it has places for raises (but where the writer was held up so long that a half file lay still
for as long as a whole one has to, which nothing can tell from rows taken out). So does any error that a viewer sees. Measured is how long a save
that is let be waits until a page, asked for or drawn again by itself, shows it or what was saved after it, from its last byte to the page's last
element, against the three seconds that are promised: under a restless writer, and where one viewer leaves a page open and each save is let be.

    python -m benchmarks.saving write FOLDER SECONDS SHARE      saves, lets a share of it be, and prints what it did as JSON
    python -m benchmarks.saving view ADDRESS VIEWERS THOUGHT SECONDS PLACES      clicks, and prints what was seen as JSON
"""

from __future__ import annotations

import asyncio
import csv
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.crowd import STEPS, Step
from benchmarks.measured import Measured, percentile
from benchmarks.serving import folder, serving
from benchmarks.viewer import PageFailed, Viewer
from industry import project
from industry.curation import adopting
from industry.curation.refusal import Refusal
from industry.tables.reader import OBSERVATIONS
from industry.tables.store import STILL, contents
from ui import ROOT

PROMISED = 3.0  # seconds
SHARE = 0.95
FIRST = 1000
"""The number of the state before all."""
_CSV: Step = ("data", {"q": "存盘次数"})


def _mark() -> re.Pattern[bytes]:
    """Of the bytes of a message, in which letters stand as they are or as JSON escapes them."""

    def letters(those: str) -> str:
        return "(?:" + "|".join(f"{one}|\\\\u{ord(one):04x}" for one in those) + ")"

    return re.compile(rf"{letters('题区标社')}(\d{{4}}){letters('存')}|(?<!\d)5(\d\d\.\d\d)%".encode())


_MARK = _mark()
_CALM = 10_000.0
"""Seconds of thought of a viewer who leaves a page open."""
_LET_BE = 4.0
"""Seconds for which some whole states are let be, so that they are seen."""
_AT_LAST = 60.0
"""Seconds after which a save that isn't seen is lost."""
Files = dict[str, bytes]


def run(quick: bool = False) -> Iterator[Measured]:
    """How long saves wait to be seen."""
    yield measure(1, _CALM, 20.0 if quick else 80.0, STEPS[:1], let_be=1.0)
    yield measure(20, 2.0, 15.0 if quick else 60.0)


def measure(
    viewers: int, thought: float, lasting: float, steps: Sequence[Step] = STEPS, let_be: float = 0.15
) -> Measured:
    """A server of marked tables, viewers, and a writer of them, who lets a share of what is saved be."""
    with folder() as place:
        put(place, marked(contents(project.folder()), FIRST))
        with serving(ROOT, tables=place) as address:
            places = json.dumps(asyncio.run(_calm(address, steps)))  # which warms it
            own = [sys.executable, "-m", "benchmarks.saving"]
            view = [*own, "view", address, str(viewers), str(thought), str(lasting + _LET_BE), places]
            looking = subprocess.Popen(view, cwd=ROOT, stdout=subprocess.PIPE)
            try:
                writing = subprocess.run(
                    [*own, "write", str(place), str(lasting), str(let_be)],
                    cwd=ROOT,
                    stdout=subprocess.PIPE,
                    check=True,
                )
                saved = json.loads(writing.stdout)
                number, at, _ = saved["whole"][-1]
                waited = asyncio.run(_until(address, number)) - at
                told, _ = looking.communicate(timeout=lasting + 120)
            finally:
                looking.kill()
    what = (
        f"a save until a page of {viewers} shows it" if viewers > 1 else "a save until an open page shows it"
    )
    return _judged(what, json.loads(told), saved, waited)


async def _until(address: str, number: int) -> float:
    """When the last save is seen. Raises RuntimeError where it never is."""
    until = time.time() + _AT_LAST
    async with Reader(address) as viewer:
        await viewer.ask(*_CSV)
        while time.time() < until:
            for page in await viewer.listen(0.2):
                if set(page.marks) == {str(number)}:
                    return page.at
    raise RuntimeError(f"the last save, {number}, is never seen")


def _judged(what: str, seen: Mapping[str, Any], saved: Mapping[str, Any], waited: float) -> Measured:
    """Raises RuntimeError where a page showed what was never whole, or an error."""
    whole = {FIRST} | {number for number, _, _ in saved["whole"]}
    pages = seen["pages"]
    false = [
        page
        for page in pages
        if len(page["numbers"]) != 1
        or page["numbers"][0] not in whole
        or page["fewer"]
        and page["numbers"][0] not in saved["slow"]
    ]
    if false or seen["errors"]:
        raise RuntimeError(
            f"{len(false)} pages never saved so, {len(seen['errors'])} errors: {false[:3]} {seen['errors'][:3]}"
        )
    last = len(saved["whole"]) - 1
    number, at, _ = saved["whole"][last]
    seen_at_last = [*pages, {"numbers": [number], "at": at + waited}]
    tried = [
        _waited(place, saved["whole"], seen_at_last)
        for place, (*_, let_be) in enumerate(saved["whole"])
        if let_be or place == last
    ]
    waits = [one for one in tried if one is not None]
    slow = f", {len(saved['slow'])} held up while half" if saved["slow"] else ""
    done = ", ".join(f"{count} × {what}" for what, count in sorted(saved["done"].items()))
    states = {number for page in pages for number in page["numbers"]}
    detail = (
        f"{percentile(waits, SHARE):.1f} s; {len(pages)} pages of {len(states)} states, no error, none never saved so; "
        f"{len(whole)} whole states ({done}{slow})"
    )
    return Measured(what, percentile(waits, SHARE) / PROMISED, None, "three seconds", detail)


def _waited(
    place: int, whole: Sequence[tuple[int, float, bool]], pages: Sequence[Mapping[str, Any]]
) -> float | None:
    """Seconds from a save until the first page that shows it or what was saved after it; None where that can't be told, as
    what was there before was put back."""
    earlier = {FIRST} | {number for number, _, _ in whole[:place]}
    number, at, _ = whole[place]
    later = {number for number, _, _ in whole[place:]} - earlier
    if number in earlier:
        return None
    return min(page["at"] for page in pages if page["at"] >= at and later & set(page["numbers"])) - at


def marked(files: Mapping[str, bytes], number: int) -> Files:
    """The tables with this number in all kinds of their files."""
    made: Files = {}
    for name, data in files.items():
        text = data.decode("utf-8-sig")
        if name == "config.yaml":
            text = re.sub(r"(?m)^title: \{zh: ", rf"\g<0>题{number}存", text, count=1)
        elif name == "data/regions.yaml":
            text = re.sub(r"name: \{zh: ", rf"\g<0>区{number}存", text)
        elif name == "data/sources.yaml":
            text = re.sub(r"publisher: \{zh: ", rf"\g<0>社{number}存", text)
        elif name == "data/indicators/growth.yaml":
            text = re.sub(r"(- id: value_added_growth\n  name: \{zh: )", rf"\g<1>标{number}存", text)
            text += (
                "\n- id: saves\n  name: {zh: 存盘次数, en: Saves}\n  unit: '%'\n"
                "  tier: detail\n  measure: rate\n  timing: flow\n"
            )
        elif OBSERVATIONS.fullmatch(name):
            header, first, *_ = csv.reader(text.splitlines())
            source = dict(zip(header, first, strict=True))
            value = f"5{number // 100}.{number % 100:02}"
            row = {
                "indicator": "saves",
                "period": "2021",
                "value": value,
                "status": "target",
                "as_printed": f"{value}%",
            }
            row |= {column: source[column] for column in ("source", "paragraph")}
            text = text.rstrip("\n") + "\n" + ",".join(row.get(column, "") for column in header) + "\n"
        made[name] = text.encode()
    return made


def put(place: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)


@dataclass(frozen=True)
class Shown:
    """A page that was drawn: the numbers that it says, and how often; when it was there."""

    marks: Counter[str]
    at: float


class Reader(Viewer):
    """A viewer that reads the marks of what it is sent, whether it asked for it or the tables are new."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._marks: Counter[str] = Counter()
        self._asked_for = self._drawing = False

    async def ask(self, page: str, query: Mapping[str, str]) -> None:
        """Ask for a page."""
        assert self._socket is not None
        self._kinds.clear()  # so that all is sent, nothing as a reference
        self._asked_for = True
        await self._socket.send(self._asked(page, query))

    async def listen(self, lasting: float) -> list[Shown]:
        """The pages that are drawn in so many seconds, and for as long as one is being drawn or was asked for. One that is broken
        off for the next is none. Raises PageFailed if one shows an error."""
        until, found = time.monotonic() + lasting, list[Shown]()
        while True:
            busy = self._asked_for or self._drawing
            try:
                async with asyncio.timeout(None if busy else until - time.monotonic()):
                    message = await self._message()
            except TimeoutError:
                return found
            self._learn(message)
            match message.WhichOneof("type"):
                case "new_session":
                    self._marks, self._drawing = Counter(), True
                case "script_finished":
                    self._asked_for = self._drawing = False
                    if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                        found.append(Shown(self._marks, time.time()))
                case "delta":
                    self._seen(message)

    async def marked(self, page: str, query: Mapping[str, str]) -> Counter[str]:
        """What a page says, as it is when nothing more comes for a while."""
        await self.ask(page, query)
        return (await self.listen(0.0))[-1].marks

    def _seen(self, message: ForwardMsg) -> str:
        for name, value in _MARK.findall(message.SerializeToString()):
            self._marks[(name or value.replace(b".", b"")).decode()] += 1
        return super()._seen(message)


async def _calm(address: str, steps: Sequence[Step]) -> list[tuple[Step, list[int]]]:
    """Each step with how many marks it has while nothing is saved: where another page was open, where it was, and opened first;
    the last rows of all tables three times as often."""
    marks = []
    async with Reader(address) as going:
        for step in (*steps, _CSV):
            async with Reader(address) as coming:
                told = [(await viewer.marked(*step)).total() for viewer in (going, going, coming)]
            marks.append((step, told))
    return [one for one in (*marks, *marks[-1:] * 2) if any(one[1])]


async def look(
    address: str, viewers: int, thought: float, lasting: float, places: list[tuple[Step, list[int]]]
) -> dict[str, Any]:
    """What viewers saw in so many seconds."""
    until = time.time() + lasting
    pages: list[dict[str, Any]] = []
    errors: list[str] = []

    async def one(number: int) -> None:
        chance = random.Random(number)
        async with Reader(address) as viewer:
            before, held = list[int](), list[int]()
            while time.time() < until:
                before, (step, held) = held, chance.choice(places)
                await viewer.ask(*step)
                try:
                    shown = await viewer.listen(min(thought * chance.uniform(0.2, 1.8), until - time.time()))
                except PageFailed as failed:
                    errors.append(str(failed))
                    continue
                for place, page in enumerate(
                    shown
                ):  # the first may be of the step before, drawn as this one was asked for
                    fewer = page.marks.total() not in (*held, *(before if place == 0 else ()))
                    told = {
                        "step": step,
                        "numbers": sorted(map(int, page.marks)),
                        "fewer": fewer,
                        "at": page.at,
                    }
                    pages.append(told)

    await asyncio.gather(*map(one, range(viewers)))
    return {"pages": pages, "errors": errors}


class Writer:
    """Saves whole states in all the ways in which files are saved, one after another."""

    def __init__(self, place: Path, plain: Files, let_be: float) -> None:
        self.place, self.plain, self.let_be, self.chance = place, plain, let_be, random.Random(5)
        self.number, self.now = FIRST, marked(plain, FIRST)
        self.whole: list[tuple[int, float, bool]] = []
        self.done: Counter[str] = Counter()
        self.slow: list[int] = []
        self._adopted: list[tuple[int, Files]] = []

    def work(self, lasting: float) -> None:
        until = time.time() + lasting
        ways = (self._in_place, self._renamed, self._deleted, self._cut_off, self._adopt, self._undo)
        while time.time() < until:
            way = self.chance.choice(ways)
            began = time.time()
            way()
            if (
                time.time() - began > STILL
            ):  # on a busy machine: what was half lay still, and is a state like any other
                self.slow.append(self.number)
            self.done[way.__name__.strip("_")] += 1
            let_be = not self.whole or self.chance.random() < self.let_be
            self.whole.append((self.number, time.time(), let_be))
            time.sleep(_LET_BE if let_be else 0)

    def _next(self) -> Files:
        self.number = max([FIRST, *(number for number, _, _ in self.whole)]) + 1
        self.now = marked(self.plain, self.number)
        return self.now

    def _changed(self) -> Iterator[tuple[Path, bytes]]:
        for name, data in self._next().items():
            if data != self.plain[name]:
                yield self.place / name, data

    def _in_place(self) -> None:
        for path, data in self._changed():
            with path.open("wb") as file:
                file.write(data[: self.chance.randrange(len(data))])
                file.flush()
                time.sleep(self.chance.choice((0, 0, 0.02)))
                file.seek(0)
                file.write(data)

    def _renamed(self) -> None:
        for path, data in self._changed():
            aside = path.with_name(f"~{path.name}.tmp")
            aside.write_bytes(data)
            aside.replace(path)

    def _deleted(self) -> None:
        for path, data in self._changed():
            path.unlink()
            time.sleep(self.chance.choice((0, 0.01, 0.05)))
            path.write_bytes(data)

    def _cut_off(self) -> None:
        changed = list(self._changed())
        for (
            path,
            data,
        ) in changed:  # at a line's end: a table that is right, but for the rows that are lacking
            path.write_bytes(data[: data.rfind(b"\n", 0, self.chance.randrange(len(data))) + 1])
        time.sleep(self.chance.uniform(0, 0.4))
        for path, data in changed:
            path.write_bytes(data)

    def _adopt(self) -> None:
        before = self.number, self.now
        try:
            adopting.adopt(self.place, whole=self._next(), replace=True)
            self._adopted.append(before)
        except Refusal:
            self.number, self.now = before

    def _undo(self) -> None:
        """Takes back what was adopted last, where nothing was saved since; else it is refused, which changes nothing."""
        try:
            adopting.undo(self.place)
        except Refusal:
            return
        self.number, self.now = self._adopted.pop()


def main(arguments: list[str]) -> int:
    """Write or look, and print what came of it."""
    what, where, *numbers = arguments
    if what == "write":
        place = Path(where)
        plain = contents(project.folder())
        lasting, let_be = map(float, numbers)
        writer = Writer(place, plain, let_be)
        writer.work(lasting)
        print(json.dumps({"whole": writer.whole, "done": writer.done, "slow": writer.slow}))
    else:
        viewers, thought, lasting, places = numbers
        told = look(where, int(viewers), float(thought), float(lasting), json.loads(places))
        print(json.dumps(asyncio.run(told)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
