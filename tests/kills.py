"""Commands that write, and servers at work, ended at random moments: ``python -m tests.kills [TIMES] [SEED]`` tells how many of
each were tried and what of them was not as it should be. docs/faults.md has what tests of every change try.

Each is a process of its own over the frozen tables. What must hold whenever it ends: every file that has its name is whole, the
one before where there was one; nothing else lies beside it or among the temporary files; no browser goes on; no traceback.
"""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from PIL import Image

from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.vocabulary.slide import Slide
from tests import patience
from tests.conftest import world
from tests.servers import ROOT, WORLD, serving

SIGNALS = (signal.SIGTERM, signal.SIGKILL, signal.SIGINT, signal.SIGHUP)
DECK = "briefing"
COMMANDS = {
    "export: PPTX, DOCX, XLSX, HTML": ["export", DECK, "--format", "pptx,docx,xlsx,html", "--out", "."],
    "export: PNG, ZIP": ["export", DECK, "--format", "png,zip", "--out", "."],
    "export: PDF, SVG": ["export", "--figure", "growth_q1", "--format", "pdf,svg,png", "--out", "."],
    "export --site": ["export", "--site", "site", "--no-pictures"],
    "refresh": ["refresh", "../old.pptx", "--out", "new.pptx"],
    "template": ["template", "hebei", "--out", "hebei.xlsx"],
    "import": ["import", "../table.csv", "--out", "rows.csv"],
    "proof": ["proof", "../draft.txt", "--region", "jiangxi", "--format", "json", "--out", "told.json"],
}
SERVED = "/deck/briefing.zip?"
_ENDING = 20.0
"""Seconds that what was killed has to be gone."""


def whole(path: Path) -> bool:
    """Whether a file is all that its ending says."""
    data, ending = path.read_bytes(), path.suffix
    if ending in (".pptx", ".docx", ".xlsx", ".zip"):
        return zipfile.is_zipfile(path) and zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    if ending == ".png":
        Image.open(io.BytesIO(data)).load()
    if ending == ".json":
        json.loads(data)
    ends = {".html": b"</html>", ".pdf": b"%%EOF", ".svg": b"</svg>", ".csv": b"\n"}
    return data.rstrip(b" \r\n" if ending != ".csv" else b"").endswith(ends.get(ending, b"")) and bool(data)


def living(mark: str) -> list[int]:
    """Processes whose temporary files lie in this folder."""
    found = []
    for one in Path("/proc").iterdir():
        if one.name.isdigit() and int(one.name) != os.getpid():
            try:
                if f"TMPDIR={mark}".encode() in (one / "environ").read_bytes():
                    found.append(int(one.name))
            except OSError:
                continue
    return found


def left(out: Path, temporary: Path) -> Iterator[str]:
    """What is not as it should be, once it had its time."""
    until = time.monotonic() + _ENDING
    while time.monotonic() < until and (living(str(temporary)) or os.listdir(temporary)):
        time.sleep(0.2)
    yield from (f"process {one}" for one in living(str(temporary)))
    yield from (f"temporary {one.name}" for one in temporary.iterdir())
    for one in out.rglob("*"):
        if one.is_file() and one.name.startswith("."):
            yield f"beside {one.name}"
        elif one.is_file() and not whole(one):
            yield f"half {one.name}"


def run(
    arguments: list[str], folder: Path, after: float | None, by: signal.Signals
) -> tuple[int, float, list[str]]:
    """A command in ``folder``/out, ended after so many seconds: its status, how long it took, what is not as it should be."""
    out, temporary = folder / "out", folder / "tmp"
    for one in (out, temporary):
        one.mkdir(exist_ok=True)
    told = os.environ | {"DATA": str(WORLD), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "industry", *arguments], cwd=out, env=told, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            _, error = process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            process.send_signal(by)
            _, error = process.communicate()
    took, wrong = time.monotonic() - began, list(left(out, temporary))
    if b"Traceback" in error:
        wrong.append(f"a traceback: {error.decode(errors='replace')[-400:]}")
    if process.returncode not in (0, 1, 128 + by, -by):  # the last two are one to a shell
        wrong.append(f"status {process.returncode}")
    return process.returncode, took, wrong


def serve(folder: Path, chance: random.Random, by: signal.Signals) -> list[str]:
    """A server that is ended while it makes the pictures of a deck."""
    temporary = folder / "tmp"
    temporary.mkdir()
    try:
        with serving(ROOT, folder / "log", environment={"TMPDIR": str(temporary)}) as address:
            asked = urlopen(address + SERVED, timeout=patience.SECONDS)
            asked.read(16)
            time.sleep(chance.uniform(0.2, 6))
            for one in living(str(temporary)):
                if b"streamlit" in Path(f"/proc/{one}/cmdline").read_bytes():
                    os.kill(one, by)
    except OSError:
        pass  # its answer broke off
    return list(left(folder / "tmp", temporary))


def main(times: int, seed: int) -> int:
    tried: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    chance = random.Random(seed)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # where it is ignored children would ignore it too

    def note(what: str, by: signal.Signals, wrong: list[str], when: float = 0.0) -> None:
        tried[what, by.name] += 1
        if wrong:
            faults.append(f"{what}, {by.name} after {when:.1f} s: {'; '.join(wrong)}")
            tried[what, f"{by.name} wrong"] += 1
        print(what, by.name, f"{when:.1f}", wrong or "as it should be", flush=True)

    with TemporaryDirectory(prefix="k") as held:
        (Path(held) / "draft.txt").write_text(
            "2021年上半年，江西规模以上工业增加值增长18.5%。", encoding="utf-8"
        )
        table = (WORLD / "data/observations/hebei.csv").read_text("utf-8").splitlines(keepends=True)[:9]
        (Path(held) / "table.csv").write_text("".join(table), encoding="utf-8")
        old = presentation("汇报", drawn(world(), [Slide("growth_q1")], "zh"), "zh", version="0" * 12)
        (Path(held) / "old.pptx").write_bytes(old)
        for what, arguments in COMMANDS.items():
            folder = Path(held)
            _, whole_run, wrong = run(arguments, folder, None, SIGNALS[0])
            assert not wrong, (what, wrong)
            for at in range(times):
                by, when = SIGNALS[at % len(SIGNALS)], whole_run * chance.uniform(0.15, 1)
                note(what, by, run(arguments, folder, when, by)[2], when)
        for at in range(times):
            with TemporaryDirectory(prefix="k") as place:
                by = SIGNALS[at % 2]
                note("server", by, serve(Path(place), chance, by))
    print("\n| | " + " | ".join(one.name for one in SIGNALS) + " |\n|" + "---|" * (len(SIGNALS) + 1))
    for what in dict.fromkeys(one for one, _ in tried):
        cells = (
            f"{tried[what, one.name] - tried[what, f'{one.name} wrong']} / {tried[what, one.name]}"
            for one in SIGNALS
        )
        print(f"| {what} | " + " | ".join(cells) + " |")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [4, 1][len(numbers) :])))
