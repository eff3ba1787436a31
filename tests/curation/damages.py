"""What may befall the folder of kept versions: files cut off, swapped, gone, foreign ones, a list that was saved by an editor, a
clock that was set. Each changes one thing at random."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from industry.curation import history
from tests.unlike import WINDOWS

Damage = Callable[[Path, Random], None]


def _zips(folder: Path) -> list[Path]:
    return sorted(one for one in (folder / history.FOLDER).glob("*.zip") if one.is_file())


def _list(folder: Path) -> Path:
    return folder / history.SEEN


def cut_off(folder: Path, chance: Random) -> None:
    for path in _zips(folder)[:1]:
        path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def altered(folder: Path, chance: Random) -> None:
    path = chance.choice(_zips(folder))
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)


def copied(folder: Path, chance: Random) -> None:
    one, other = chance.choice(_zips(folder)), chance.choice(_zips(folder))
    other.write_bytes(one.read_bytes())


def renamed(folder: Path, chance: Random) -> None:
    path = chance.choice(_zips(folder))
    path.rename(
        path.with_name(chance.choice([f"{chance.randrange(16**12):012x}.zip", f"{path.stem} - 副本.zip"]))
    )


def swapped(folder: Path, chance: Random) -> None:
    one, other = chance.choice(_zips(folder)), chance.choice(_zips(folder))
    held = one.read_bytes(), other.read_bytes()
    other.write_bytes(held[0]), one.write_bytes(held[1])


def gone(folder: Path, chance: Random) -> None:
    chance.choice(_zips(folder)).unlink()


def a_folder(folder: Path, chance: Random) -> None:
    path = chance.choice(_zips(folder))
    path.unlink()
    path.mkdir()


def packed_again(folder: Path, chance: Random) -> None:
    """As somebody makes a ZIP who has unpacked it to look: with a folder around it, another order, no note."""
    path = chance.choice(_zips(folder))
    held = _read(path)
    around = chance.choice(["", "", "history/"])
    made = io.BytesIO()
    with zipfile.ZipFile(
        made, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    ) as new:
        for name in sorted(held, reverse=True):
            new.writestr(around + name, held[name])
    path.write_bytes(made.getvalue())


def one_file_less(folder: Path, chance: Random) -> None:
    path = chance.choice(_zips(folder))
    held = _read(path)
    if held:
        held.pop(chance.choice(sorted(held)))
    path.write_bytes(history.packed(held))


def endless(folder: Path, chance: Random) -> None:
    """Small, and without end when unpacked, said or not."""
    path = chance.choice(_zips(folder))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new, new.open("data/a.csv", "w") as entry:
        for _ in range(2):
            entry.write(bytes(1_000_000))
    data = made.getvalue()
    size = (2_000_000).to_bytes(4, "little")
    path.write_bytes(data.replace(size, chance.choice([b"\xff\xff\xff\xee", b"\x01\x00\x00\x00", size])))


def foreign(folder: Path, chance: Random) -> None:
    names = (
        "Thumbs.db",
        "desktop.ini",
        "a.zip",
        "新建文件夹",
        "~$1.xlsx",
        "0123456789ab.zip",
        "seen (1).jsonl",
        ".x.zip.part",
    )
    path = folder / history.FOLDER / chance.choice(names)
    if not path.exists():
        path.write_bytes(chance.randbytes(chance.randrange(300)))


def a_ring(folder: Path, chance: Random) -> None:
    path = chance.choice(_zips(folder))
    path.unlink()
    if not WINDOWS:
        os.symlink(path.name, path)


def list_gone(folder: Path, chance: Random) -> None:
    path = _list(folder)
    if path.is_file():
        path.unlink()
        if chance.random() < 0.3:
            path.mkdir()


def list_cut_off(folder: Path, chance: Random) -> None:
    if _list(folder).is_file() and (data := _list(folder).read_bytes()):
        _list(folder).write_bytes(
            data[chance.choice([0, chance.randrange(len(data))]) :][: chance.randrange(len(data))]
        )


def list_saved_otherwise(folder: Path, chance: Random) -> None:
    """As an editor saves it."""
    if _list(folder).is_file():
        text = _list(folder).read_bytes().decode("utf-8", "replace")
        data = chance.choice(
            [text.encode("utf-16"), text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode(), b""]
        )
        _list(folder).write_bytes(data)


def list_line(folder: Path, chance: Random) -> None:
    """A line that is no more, garbled, or was never one; not the last, of which nothing would tell."""
    if _list(folder).is_file():
        lines = [one for one in _list(folder).read_bytes().split(b"\n") if one.strip()]
        place = chance.randrange(max(1, len(lines) - 1))
        new = chance.choice(
            [
                [],
                [b"\xff\xfe{"],
                [b"[1]"],
                [b"null"],
                [b"{}"],
                [b'{"at": "2031-02-30T00:00:00"}'],
                [b"0" * 9999],
            ]
        )
        _list(folder).write_bytes(
            b"\n".join(lines[:place] + new + lines[place + len(lines[:-1][:1]) :]) + b"\n"
        )


def clock_set(folder: Path, chance: Random) -> None:
    """A line of a day that lies before all or behind all others, as a computer writes it whose clock is wrong."""
    if not _list(folder).is_file():
        return
    lines = [one for one in _list(folder).read_bytes().decode("utf-8", "replace").split("\n") if one.strip()]
    places = [at for at, one in enumerate(lines) if '"at": "20' in one]
    if len(places) > 2:
        place = chance.choice(places)
        told = json.loads(lines[place])
        first, last = place == places[0], place == places[-1]
        year = "1999" if last else "2099" if first else chance.choice(["1999", "2099"])
        lines[place] = json.dumps(told | {"at": year + told["at"][4:]})
        _list(folder).write_text("\n".join(lines) + "\n", "utf-8")


def the_folder(folder: Path, _chance: Random) -> None:
    """All of it, put back from a backup under the same name: times of files are those of the copying."""
    aside = folder / "aside"
    shutil.copytree(folder / history.FOLDER, aside, symlinks=True)
    shutil.rmtree(folder / history.FOLDER)
    aside.rename(folder / history.FOLDER)


def _read(path: Path) -> dict[str, bytes]:
    try:
        return history.unpacked(path, "")
    except ValueError:
        return {}


DAMAGES: tuple[Damage, ...] = (
    cut_off, altered, copied, renamed, swapped, gone, a_folder, packed_again, one_file_less, endless, foreign, a_ring,
    list_gone, list_cut_off, list_saved_otherwise, list_line, clock_set, the_folder,
)  # fmt: skip
