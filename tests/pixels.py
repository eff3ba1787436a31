"""A hash of the decoded pixels of every picture of the frozen world, in all sizes and both languages, with
title and without: shows that a rebuilding changed nothing that is seen, and lists what a change changed.

``python -m tests.pixels`` compares with golden/pixels.tsv, exit status 1 where a picture differs; with
``--write`` it writes the file anew. Pixels hang on the browser and the font, so the file's first line
names both and another pair is compared with nothing. No test of `make test`: machines differ.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from tqdm import tqdm

from industry import project
from industry.export.picture import browser
from industry.export.picture.figure_picture import png
from industry.export.picture.renderer import Renderer
from industry.figures.draw import draw
from industry.vocabulary.slide import Choices

HERE = Path(__file__).resolve().parent
WORLD, GOLDEN = HERE / "world", HERE / "golden" / "pixels.tsv"


def machine() -> str:
    """What the pixels hang on: the browser's version and the font's."""
    found = browser.find()
    assert found, "no browser"
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    font = subprocess.run(
        ["fc-match", "--format=%{family[0]} %{fontversion}", "Noto Sans CJK SC"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    return f"# {version} · {font}"


def pictures() -> Iterator[tuple[str, str]]:
    """Name (figure, language, size, with title or bare) and hash of each picture, tab-separated."""
    tables = project.store(WORLD).current().tables
    assert tables, "the world has a fault"
    config = tables.catalogue.config
    with Renderer() as renderer:
        for spec in tqdm(config.figures, unit="figure", file=sys.stderr):
            for language in ("zh", "en"):
                figure = draw(spec, tables, Choices(), language)
                for size in config.sizes:
                    for title in (True, False):
                        drawn = png(renderer, figure, size, tables.version, title=title)
                        image = Image.open(io.BytesIO(drawn)).convert("RGB")
                        named = "\t".join((spec.id, language, size.id, "title" if title else "bare"))
                        seen = hashlib.sha256(f"{image.size}".encode() + image.tobytes()).hexdigest()[:16]
                        yield named, f"{image.width}x{image.height}\t{seen}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.pixels", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the golden file anew")
    chosen = parser.parse_args()
    if chosen.write:
        lines = [machine(), *("\t".join(one) for one in pictures())]
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines) - 1} pictures written to {GOLDEN.name}")
        return 0
    first, *lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    if first != machine():
        print(f"not compared: the golden pictures are of\n{first}\nand this machine has\n{machine()}")
        return 1
    held = {"\t".join(line.split("\t")[:4]): "\t".join(line.split("\t")[4:]) for line in lines}
    drawn = dict(pictures())
    differing = sorted(one for one in held.keys() | drawn.keys() if held.get(one) != drawn.get(one))
    for one in differing:
        print(f"{one}\t{held.get(one, 'new')}\t{drawn.get(one, 'gone')}")
    print(f"{len(differing)} of {len(drawn)} pictures differ")
    return bool(differing)


if __name__ == "__main__":
    raise SystemExit(main())
