"""The renderer with a real Chromium: right pictures, and nothing left behind however it ends."""

from __future__ import annotations

import io
import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image, ImageChops

from industry.export.picture import browser
from industry.export.picture.renderer import (
    Renderer,
    RendererBusy,
    RendererError,
    RendererFailed,
    RendererUnavailable,
    for_many,
)
from industry.figures.compose.canvas import Canvas
from tests.counted import Survived

ROOT = Path(__file__).parent.parent.parent
SMALL = Canvas(200, 100, 12)
KILLED = ("the browser itself", "--type=renderer")
BROWSERS = len(KILLED) + 5
"""Tests of what may become of a browser: killed, and stopped, busy for ever, stopped before others who wait, idle."""
ENDS = {"kill": signal.SIGKILL, "interrupt": signal.SIGINT, "exit": None}


@pytest.fixture(scope="module")
def warm() -> Iterator[Renderer]:
    with Renderer() as renderer:
        yield renderer


def plain(colour: str = "#ffffff") -> str:
    """An empty figure of one colour."""
    hidden = {"visible": False}
    layout = {"paper_bgcolor": colour, "plot_bgcolor": colour, "xaxis": hidden, "yaxis": hidden}
    return json.dumps({"data": [], "layout": layout})


def text(words: str, face: str) -> str:
    """``words`` in black, 100 pixels high, from the left edge on."""
    font = {"family": face, "size": 100, "color": "black"}
    note = {"text": words, "font": font, "showarrow": False, "x": 0, "y": 0.5, "xanchor": "left"}
    note |= {"xref": "paper", "yref": "paper", "borderpad": 0}
    figure = json.loads(plain())
    return json.dumps({"data": [], "layout": figure["layout"] | {"annotations": [note], "margin": {"l": 0}}})


def slow(marks: int = 40_000) -> str:
    """A figure that keeps the browser busy for some seconds."""
    many = [(number * 7919) % 10007 for number in range(marks)]
    return json.dumps(
        {"data": [{"type": "scatter", "mode": "markers", "x": many, "y": many[::-1]}], "layout": {}}
    )


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def group(leader: int) -> list[int]:
    """The living processes of a process group; what only waits to be reaped is dead."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, pgid = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(pgid) == leader and state != "Z":
                found.append(int(entry.name))
    return found


def command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")


def chief(leader: int) -> int:
    """The browser's own process, the parent of its helpers."""
    for process in group(leader):
        line = command(process)
        if "--user-data-dir" in line and not line.startswith("/bin/sh") and "--type=" not in line:
            return process
    raise AssertionError("no browser")


def profile(leader: int) -> Path:
    return Path(command(chief(leader)).split("--user-data-dir=")[1].split()[0])


def memory(leader: int) -> float:
    """What the browser's processes hold for themselves, in MB."""
    held = [Path(f"/proc/{process}/status").read_text() for process in group(leader)]
    return sum(int(status.split("\nRssAnon:")[1].split()[0]) for status in held) / 1024


def eventually(condition: Callable[[], bool], seconds: float = 8.0) -> bool:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return condition()


def running(renderer: Renderer) -> int:
    """The process group of a browser that is up."""
    (pid,) = renderer.status().pids
    return pid


def asked(renderer: Renderer, figure: str, canvas: Canvas = SMALL) -> Future[bytes]:
    """A picture that somebody else is waiting for."""
    promised: Future[bytes] = Future()

    def wait() -> None:
        try:
            promised.set_result(renderer.png(figure, canvas))
        except RendererError as error:
            promised.set_exception(error)

    threading.Thread(target=wait, daemon=True).start()
    return promised


class TestPictures:
    @pytest.mark.parametrize(
        ("canvas", "pixels"),
        [
            (Canvas(1280, 720, 20, 3), (3840, 2160)),
            (Canvas(590, 401, 12, 3.125), (1843, 1253)),
            (Canvas(284, 333, 10.7, 3.125), (887, 1040)),
            (Canvas(390, 300, 12), (390, 300)),
        ],
    )
    def test_has_the_canvas_size_in_device_pixels(
        self, warm: Renderer, canvas: Canvas, pixels: tuple[int, int]
    ) -> None:
        assert opened(warm.png(plain(), canvas)).size == pixels

    def test_is_white_where_the_figure_is_see_through(self, warm: Renderer) -> None:
        image = opened(warm.png(plain("rgba(0,0,0,0)"), SMALL))
        assert (image.mode, image.getextrema()) == ("RGB", ((255, 255),) * 3)

    def test_chinese_characters_are_the_simplified_forms(self, warm: Renderer) -> None:
        glyphs = [self.glyphs(warm, f"Noto Sans CJK {form}") for form in ("SC", "JP")]
        for simplified, japanese in zip(*glyphs, strict=True):
            assert ImageChops.difference(simplified, japanese).getbbox()

    def test_chinese_characters_are_no_empty_boxes(self, warm: Renderer) -> None:
        glyphs = [
            *self.glyphs(warm, "Noto Sans CJK SC"),
            *self.glyphs(warm, "Noto Sans CJK SC", "\U000f1234"),
        ]
        assert all(glyph.getbbox() for glyph in glyphs)
        for one, other in itertools.combinations(glyphs, 2):
            assert ImageChops.difference(one, other).getbbox()

    @staticmethod
    def glyphs(renderer: Renderer, face: str, words: str = "骨直令海关") -> list[Image.Image]:
        """Ink of each character, a square em each."""
        image = opened(renderer.png(text(words, face), Canvas(600, 200, 12))).convert("L")
        ink = image.point(lambda value: 255 - value)
        return [ink.crop((at * 100, 0, at * 100 + 100, 200)) for at in range(len(words))]

    def test_is_the_same_each_time(self, warm: Renderer) -> None:
        assert warm.png(text("江西", "Noto Sans CJK SC"), SMALL) == warm.png(
            text("江西", "Noto Sans CJK SC"), SMALL
        )

    def test_nothing_of_a_picture_is_left_in_the_next(self, warm: Renderer) -> None:
        for colour in ("#123456", "rgba(0,0,0,0)", "#654321"):
            image = opened(warm.png(plain(colour), SMALL))
            rgb = bytes.fromhex(colour[1:]) if colour.startswith("#") else b"\xff" * 3
            assert image.getcolors() == [(200 * 100, tuple(rgb))]

    def test_six_threads_with_six_sizes_get_each_their_own(self, warm: Renderer) -> None:
        def draw(caller: int) -> list[tuple[tuple[int, int], object]]:
            canvas, figure = (
                Canvas(200 + 20 * caller, 100 + 10 * caller, 12),
                plain(f"#{caller:02x}40{99 - caller}"),
            )
            pictures = [opened(warm.png(figure, canvas)).convert("RGB") for _ in range(12)]
            return [(picture.size, picture.getcolors()) for picture in pictures]

        with ThreadPoolExecutor(6) as pool:
            for caller, pictures in enumerate(pool.map(draw, range(6))):
                size = (200 + 20 * caller, 100 + 10 * caller)
                colour = (caller, 0x40, int(str(99 - caller), 16))
                assert pictures == [(size, [(size[0] * size[1], colour)])] * 12

    def test_a_figure_that_plotly_refuses_costs_no_browser(self, warm: Renderer) -> None:
        warm.png(plain(), SMALL)
        before = warm.status()
        for figure in ("{", "null", '{"data": 1, "layout": {"width": {}}} ...'):
            with pytest.raises(RendererFailed) as failed:
                warm.png(figure, SMALL)
            assert failed.value.code == "figure"
            assert failed.value.facts["detail"]
        with pytest.raises(RendererFailed, match="no picture of 90000 by 90000 pixels"):
            warm.png(plain(), Canvas(30_000, 30_000, 12, 3))
        assert opened(warm.png(plain(), SMALL)).size == (200, 100)
        assert (warm.status().pids, warm.status().started) == (before.pids, before.started)

    def test_a_canvas_needs_a_height(self, warm: Renderer) -> None:
        with pytest.raises(ValueError, match="no height"):
            warm.png(plain(), Canvas(590, None, 12))

    def test_memory_stays_flat(self, warm: Renderer) -> None:
        figure, canvas = text("规模以上工业", "Noto Sans CJK SC"), Canvas(640, 360, 12, 2)
        held = []
        for _ in range(3):
            for _ in range(20):
                warm.png(figure, canvas)
            held.append(memory(running(warm)))
        assert held[-1] < held[0] + 20, held

    def test_nothing_is_asked_of_any_network(self, warm: Renderer) -> None:
        requests: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                requests.append(self.path)

        with HTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            figure = json.loads(plain())
            source = f"http://127.0.0.1:{server.server_port}/logo.png"
            figure["layout"]["images"] = [{"source": source, "sizex": 1, "sizey": 1}]
            figure["data"] = [{"type": "scattergeo", "lon": [115], "lat": [28]}]
            try:
                warm.png(json.dumps(figure), SMALL)
            except RendererFailed as failed:
                assert failed.code == "figure"
            figure["data"] = []
            warm.png(json.dumps(figure), SMALL)
            server.shutdown()
        assert requests == []
        assert internet_sockets(running(warm)) == []


def internet_sockets(leader: int) -> list[str]:
    """The lines of the kernel's tables for connections that the browser's processes hold."""
    tables = ("tcp", "tcp6", "udp", "udp6")
    lines = [line for table in tables for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    held = set()
    for process in group(leader):
        for link in Path(f"/proc/{process}/fd").iterdir():
            try:
                held.add(os.readlink(link))
            except OSError:
                continue
    # a UDP socket without a peer sends nothing: Chromium makes one to learn of its own addresses
    return [line for line in lines if f"socket:[{line.split()[9]}]" in held]


class TestTrouble:
    @pytest.mark.parametrize("mark", KILLED)
    def test_a_browser_killed_while_it_draws_is_replaced(self, mark: str, survived: Survived) -> None:
        with Renderer() as renderer:
            renderer.png(plain(), SMALL)
            first = running(renderer)
            promised = asked(renderer, slow(12_000))
            time.sleep(0.3)
            assert not promised.done()
            for process in [one for one in group(first) if mark in command(one)] or [chief(first)]:
                os.kill(process, signal.SIGKILL)
            assert opened(promised.result(30)).size == (200, 100)
            assert renderer.status().started == 2
            assert eventually(lambda: not group(first))
        survived("the browser that draws", 1, of=BROWSERS)

    def test_a_stopped_browser_is_killed_and_replaced_within_the_limit(self, survived: Survived) -> None:
        with Renderer(limit=2) as renderer:
            renderer.png(plain(), SMALL)
            first, folder = running(renderer), profile(running(renderer))
            os.killpg(first, signal.SIGSTOP)
            promised = asked(renderer, plain("#102030"))
            assert eventually(lambda: group(first) == [], 2 + 4)
            assert opened(promised.result(20)).convert("RGB").getpixel((9, 9)) == (16, 32, 48)
            assert renderer.status().started == 2
            assert not folder.exists()
        survived("the browser that draws", 1, of=BROWSERS)

    def test_a_figure_that_never_ends_fails_after_two_tries(self, survived: Survived) -> None:
        with Renderer(limit=1) as renderer:
            with pytest.raises(RendererFailed) as failed:
                renderer.png(slow(100_000), SMALL)
            assert (failed.value.code, failed.value.facts) == ("hung", {"detail": "1.0 s"})
            assert (renderer.status().started, renderer.status().pids) == (2, ())
        survived("the browser that draws", 1, of=BROWSERS)

    def test_a_full_queue_refuses_at_once_and_nobody_waits_in_it_for_ever(self, survived: Survived) -> None:
        with Renderer(queue=2, limit=2) as renderer:
            renderer.png(plain(), SMALL)
            os.killpg(running(renderer), signal.SIGSTOP)
            first = asked(renderer, plain())
            assert eventually(lambda: renderer.status().waiting == 0)
            queued = [asked(renderer, plain()) for _ in range(2)]
            assert eventually(lambda: renderer.status().waiting == 2)
            with pytest.raises(RendererBusy) as busy:
                renderer.png(plain(), SMALL)
            assert not first.done()
            assert (busy.value.code, busy.value.facts) == ("queue_full", {"waiting": 2})
            for one in queued:
                error = one.exception(4)
                assert isinstance(error, RendererBusy)
                assert (error.code, error.facts) == ("waited_too_long", {"seconds": 2})
            assert opened(first.result(20)).size == (200, 100)  # at the second try
        survived("the browser that draws", 1, of=BROWSERS)


class TestBegins:
    def test_a_browser_is_started_for_whoever_will_want_a_picture(self) -> None:
        with Renderer() as renderer:
            renderer.warm()
            assert eventually(lambda: renderer.status().pids)
            assert renderer.status().drawn == 0
            first = running(renderer)
            assert opened(renderer.png(plain(), SMALL)).size == (200, 100)
            assert (running(renderer), renderer.status().started) == (first, 1)

    def test_closing_ends_one_that_is_still_starting(self) -> None:
        with Renderer() as renderer:
            renderer.warm()
            assert eventually(lambda: renderer.status().pids)
            first = running(renderer)
        assert eventually(lambda: group(first) == [])

    @pytest.mark.parametrize(
        ("path", "code"), [("/nowhere/chromium", "no_browser"), ("/bin/false", "not_started")]
    )
    def test_what_keeps_it_from_starting_is_told_with_the_picture(
        self, path: str, code: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Also where it was looked for before anybody asked for a picture: nobody waits for a thread that has ended."""
        looked, find = threading.Event(), browser.find
        monkeypatch.setattr(browser, "find", lambda: (looked.set(), find())[1])
        monkeypatch.setenv(browser.VARIABLE, path)
        with Renderer(limit=2) as renderer:
            renderer.warm()
            assert looked.wait(8)
            with pytest.raises(RendererError) as failed:
                renderer.png(plain(), SMALL)
        assert failed.value.code == code


class TestSideBySide:
    def test_two_browsers_draw_at_the_same_time_and_alike(self) -> None:
        with Renderer(browsers=2) as renderer:
            renderer.warm()
            assert eventually(lambda: len(renderer.status().pids) == 2)
            pair = renderer.status().pids
            drawn = asked(renderer, slow(12_000)), asked(renderer, slow(12_000))
            assert eventually(lambda: renderer.status().waiting == 0)  # each was taken, neither is ready
            assert not any(one.done() for one in drawn)
            first, second = (one.result(30) for one in drawn)
            assert opened(first).tobytes() == opened(second).tobytes()
            status = renderer.status()
            assert (status.pids, status.drawn, status.started) == (pair, 2, 2)
        assert eventually(lambda: not any(group(one) for one in pair))

    def test_the_second_starts_where_there_is_more_than_one_to_draw(self) -> None:
        with Renderer(browsers=2) as renderer:
            renderer.png(plain(), SMALL)
            assert renderer.status().started == 1
            for one in [asked(renderer, slow(6_000)) for _ in range(4)]:
                one.result(30)
            assert renderer.status().started == 2

    def test_one_that_is_killed_costs_the_other_nothing(self, survived: Survived) -> None:
        with Renderer(browsers=2) as renderer:
            renderer.warm()
            assert eventually(lambda: len(renderer.status().pids) == 2)
            time.sleep(1)
            killed, other = renderer.status().pids
            promised = [asked(renderer, slow(12_000)) for _ in range(4)]
            assert eventually(lambda: renderer.status().waiting <= 2)
            os.kill(chief(killed), signal.SIGKILL)
            assert all(opened(one.result(30)).size == (200, 100) for one in promised)
            assert other in renderer.status().pids
            assert renderer.status().started == 3
        survived("the browser that draws", 1, of=BROWSERS)

    def test_as_many_as_there_are_cores_and_no_more_than_two(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for cores, browsers in {None: 1, 1: 1, 2: 2, 16: 2}.items():
            monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
            assert for_many().browsers == browsers


class TestEnds:
    def test_an_idle_browser_ends_or_may_die_and_the_next_picture_starts_another(
        self, survived: Survived
    ) -> None:
        with Renderer(idle=0.8) as renderer:
            renderer.png(plain(), SMALL)
            first, folder = running(renderer), profile(running(renderer))
            assert eventually(lambda: not renderer.status().pids)
            assert eventually(lambda: not group(first) and not folder.exists())
            renderer.png(plain(), SMALL)
            os.killpg(running(renderer), signal.SIGKILL)
            assert opened(renderer.png(plain(), SMALL)).size == (200, 100)
            assert renderer.status().started == 3
        survived("the browser that draws", 1, of=BROWSERS)

    def test_closing_leaves_nothing_and_refuses_who_waits(self) -> None:
        def held() -> tuple[int, int]:
            return threading.active_count(), len(os.listdir("/proc/self/fd"))

        before, renderer = held(), Renderer()
        renderer.png(plain(), SMALL)
        first, folder = running(renderer), profile(running(renderer))
        promised = [asked(renderer, slow()) for _ in range(3)]
        assert eventually(lambda: renderer.status().waiting == 2)
        renderer.close()
        for one in promised:
            error = one.exception(2)
            assert isinstance(error, RendererUnavailable)
            assert error.code == "closed"
        assert group(first) == []
        assert not folder.exists()
        renderer.close()
        assert opened(renderer.png(plain(), SMALL)).size == (200, 100)  # it may begin again
        renderer.close()
        assert eventually(lambda: held() <= before), (before, held())

    def test_at_the_end_python_leaves_the_folder_of_a_browser_to_those_who_end_it(self) -> None:
        """Its own tidying comes before the browser's end: what that writes meanwhile was told in a traceback."""
        with Renderer() as renderer:
            renderer.png(plain(), SMALL)
            folder = str(profile(running(renderer)))
            tidied = [one for one in list(weakref.finalize._registry) if folder in map(str, one.peek()[2])]  # type: ignore[attr-defined]
            assert tidied == []

    SERVER = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
from industry.export.picture.renderer import Renderer
from industry.figures.compose.canvas import Canvas
renderer = Renderer()
renderer.png('{"data": []}', Canvas(200, 100, 12))
print(*renderer.status().pids, {"streamlit", "pandas"} & set(sys.modules), flush=True)
sys.stdin.readline()
"""

    @pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
    def test_no_browser_survives_its_server(self, end: signal.Signals | None, survived: Survived) -> None:
        """Nor anything in the folder of temporary files."""
        with (
            TemporaryDirectory() as short,
            subprocess.Popen(
                [sys.executable, "-c", self.SERVER],
                cwd=ROOT,
                env=os.environ | {"TMPDIR": short},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            ) as server,
        ):
            assert server.stdin
            assert server.stdout
            assert server.stderr
            leader, imported = server.stdout.readline().split(maxsplit=1)
            assert imported == "set()\n"
            folder = profile(int(leader))
            assert len(group(int(leader))) > 3
            if end:
                server.send_signal(end)
            else:
                server.stdin.write("\n")
                server.stdin.flush()
            assert server.wait(10) == (-end if end else 0)
            assert folder.parent == Path(short)
            assert eventually(lambda: not group(int(leader)) and not os.listdir(short)), os.listdir(short)
            assert (
                server.stderr.read().strip().removesuffix("KeyboardInterrupt") == "" or end == signal.SIGINT
            )
        survived("a server that has a browser for pictures is ended", 1, of=len(ENDS))


class TestMachine:
    def test_without_a_browser_it_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(browser.VARIABLE, "/nowhere/chromium")
        with Renderer() as renderer, pytest.raises(RendererUnavailable) as missing:
            renderer.png(plain(), SMALL)
        assert missing.value.code == "no_browser"
        assert missing.value.facts == {"asked": "/nowhere/chromium", "names": browser.NAMES}

    def test_a_browser_that_does_not_start_fails_soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(browser.VARIABLE, "/bin/false")
        began = time.monotonic()
        with Renderer() as renderer, pytest.raises(RendererFailed) as failed:
            renderer.png(plain(), SMALL)
        assert failed.value.code == "not_started"
        assert time.monotonic() - began < 5

    def test_without_a_simplified_chinese_face_it_says_so(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "fonts.conf").write_text("<?xml version='1.0'?><fontconfig></fontconfig>")
        monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
        with Renderer() as renderer, pytest.raises(RendererUnavailable) as missing:
            renderer.png(plain(), SMALL)
        assert (missing.value.code, missing.value.facts) == ("no_font", {"faces": browser.FACES})

    def test_looks_for_a_browser_where_it_is_told(self, tmp_path: Path) -> None:
        program = tmp_path / "google-chrome"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        assert browser.find({"PATH": str(tmp_path)}) == str(program)
        assert browser.find({"PATH": "", browser.VARIABLE: str(program)}) == str(program)
        assert browser.find({"PATH": str(tmp_path), browser.VARIABLE: "google-chrome"}) == str(program)
        assert browser.find({"PATH": str(tmp_path), browser.VARIABLE: "/nowhere"}) is None
        edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
        edge.parent.mkdir(parents=True)
        edge.touch()
        assert browser.find({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}) == str(edge)
