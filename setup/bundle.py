"""What a machine without a network needs, in one folder beside the program: ``python -m setup.bundle``.

``wheels/`` holds the packages of the locks for every Python and system that is asked for (of Windows those that the dashboard runs on,
of Linux those of the tests too); ``debs/<release>-<architecture>/`` the packages of Debian that ``system.sh`` names with
all that they need, as a repository that apt reads. What is there already isn't loaded again, what no lock names is removed. Each wheel
is held against the locks' hashes, each of Debian's packages against Debian's signed lists; at the end every lock is resolved from the folder
alone, as each system would. Needs pip, uv and, for Debian's packages, Debian's apt.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

from setup.packages import Failed, status

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
RELEASES = ("bookworm", "trixie")
KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
GLIBC = range(5, 37)
"""Minor versions of the C library for which Linux's wheels are made: up to that of the oldest release."""


@dataclass(frozen=True)
class System:
    """What packages call a system: pip's platforms, uv's platform, what markers ask, and the lock for it."""

    platforms: tuple[str, ...]
    uv: str
    markers: dict[str, str]
    lock: str


def linux(machine: str) -> System:
    """Linux on x86_64 or aarch64."""
    platforms = (*(f"manylinux_2_{one}_{machine}" for one in reversed(GLIBC)), f"manylinux2014_{machine}")
    markers = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    return System(
        (*platforms, f"linux_{machine}"),
        f"{machine}-manylinux_2_{max(GLIBC)}",
        markers | {"platform_machine": machine},
        "requirements-dev.lock",
    )


SYSTEMS = {
    "amd64": linux("x86_64"),
    "arm64": linux("aarch64"),
    "windows": System(
        ("win_amd64",),
        "x86_64-pc-windows-msvc",
        {
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
        "requirements.lock",
    ),
}
"""By Debian's name of the architecture, and Windows."""


def entries(lock: str, markers: dict[str, str]) -> Iterator[str]:
    """The packages that a lock names for one environment, as lines with their hashes and without markers."""
    for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip()):
        head, _, hashes = entry.partition(" \\\n")
        name, _, marker = head.partition(" ; ")
        if not marker or Marker(marker).evaluate(markers):
            yield f"{name} \\\n{hashes}"


def told(asked: Sequence[str], failing: tuple[str, str], **more: object) -> str:
    """What a command says. Raises Failed with its last lines where it fails."""
    done = subprocess.run(
        asked, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", **more
    )  # type: ignore[call-overload]
    if done.returncode:
        raise Failed("\n".join(done.stdout.splitlines()[-6:]), *failing)
    return str(done.stdout)


def environment(system: System, python: str) -> dict[str, str]:
    """What markers ask of an environment."""
    return system.markers | {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def load(system: System, python: str, wheels: Path) -> None:
    """The packages for one system and Python. Raises Failed with what pip says where one can't be had."""
    with tempfile.TemporaryDirectory() as made:
        asked = Path(made) / "asked.txt"
        asked.write_text("\n".join(entries(system.lock, environment(system, python))), encoding="utf-8")
        abis = (f"cp{python.replace('.', '')}", "abi3", "none")
        told(
            [
                *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "-q"),
                *("--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(asked)),
                *(f"--platform={one}" for one in system.platforms),
                *("--python-version", python, "--implementation", "cp", *(f"--abi={one}" for one in abis)),
                *("--dest", str(wheels), "--find-links", str(wheels)),
            ],
            (
                f"没能取得 Python {python} 的软件包：请检查网络后再运行 make bundle，已下载的不会重新下载。",
                f"No packages for Python {python}: see to the network and run make bundle again; it goes on from there.",
            ),
        )


def tidy(wheels: Path) -> None:
    """Removes what no lock names."""
    named = {
        one
        for lock in ROOT.glob("requirements*.lock")
        for one in re.findall(r"[0-9a-f]{64}", lock.read_text())
    }
    for wheel in wheels.iterdir():
        if hashlib.sha256(wheel.read_bytes()).hexdigest() not in named:
            wheel.unlink()


def prove(system: System, python: str, wheels: Path) -> None:
    """Resolves the lock for a system and a Python from the folder alone, with markers as that system has them. Raises Failed."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    with tempfile.TemporaryDirectory() as made:
        told(
            [
                *(uv, "pip", "install", "--dry-run", "-q", "--offline", "--no-config", "--no-cache"),
                *("--no-index", "--find-links", str(wheels), "--only-binary", ":all:", "--require-hashes"),
                *("--python", sys.executable, "--python-version", python, "--python-platform", system.uv),
                *("--target", made, "-r", str(ROOT / system.lock)),
            ],
            (f"Python {python} 的软件包不全。", f"The packages for Python {python} aren't complete."),
        )


def mirrors() -> tuple[str, str]:
    """Where this machine's apt finds Debian and its security updates. Raises Failed where it knows neither."""
    asked = os.environ.get("DEBIAN"), os.environ.get("DEBIAN_SECURITY")
    if asked[0] and asked[1]:
        return asked[0], asked[1]
    known = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN)|$(LABEL)|$(REPO_URI)"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    found = dict(line.split("|")[1:] for line in known.splitlines() if line.startswith("Debian|"))
    try:
        return asked[0] or found["Debian"], asked[1] or found["Debian-Security"]
    except KeyError:
        raise Failed(
            "不知道 Debian 软件从哪里取：请先运行 apt-get update，或用 DEBIAN=、DEBIAN_SECURITY= 写出镜像的地址。",
            "Nobody says where Debian's packages are: run apt-get update first, or name mirrors by DEBIAN= and DEBIAN_SECURITY=.",
        ) from None


def names() -> list[str]:
    """The packages that ``system.sh`` installs for tests, as Debian calls them, with make."""
    text = (ROOT / "setup" / "system.sh").read_text("utf-8")
    found = [one for line in re.findall(r'NAMES="([^"]+)"', text) for one in line.split() if "$" not in one]
    return [*dict.fromkeys(found), "chromium"]


def debs(release: str, architecture: str, folder: Path) -> None:
    """What a release of Debian installs for the program on a machine that has nothing. Raises Failed with what apt says."""
    main, security = mirrors()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        for place in ("lists/partial", "archives/partial", "etc"):
            (root / place).mkdir(parents=True)
        for deb in folder.glob("*.deb"):
            shutil.move(deb, root / "archives" / deb.name)
        (root / "status").touch()
        sources = root / "etc" / "sources.list"
        option = f"[arch={architecture} signed-by={KEYS}]"
        sources.write_text(
            f"deb {option} {main} {release} main\ndeb {option} {security} {release}-security main\n",
            encoding="utf-8",
        )
        settings = {
            "APT::Architecture": architecture,
            "APT::Architectures": architecture,
            "APT::Sandbox::User": "",
            "APT::Install-Recommends": "false",
            "Debug::NoLocking": "true",
            "Dir::State::status": root / "status",
            "Dir::State::lists": root / "lists",
            "Dir::Cache": root,
            "Dir::Cache::archives": root / "archives",
            "Dir::Etc::SourceList": sources,
            "Dir::Etc::SourceParts": "/dev/null",
            "Dir::Etc::Preferences": "/dev/null",
            "Dir::Etc::PreferencesParts": "/dev/null",
        }
        apt = ["apt-get", "-y", "-q", *(f"-o{name}={value}" for name, value in settings.items())]
        failing = (
            f"没能取得 Debian {release} 的软件包：请检查网络后再运行 make bundle。",
            f"No packages of Debian {release}: see to the network and run make bundle again.",
        )
        told([*apt, "-oAPT::Update::Error-Mode=any", "update"], failing)
        told([*apt, "--download-only", "install", *names()], failing)
        told([*apt, "autoclean"], failing)
        for deb in (root / "archives").glob("*.deb"):
            shutil.move(deb, folder / deb.name)
    index(folder)


def index(folder: Path) -> None:
    """Lists a folder's packages as apt reads a repository."""
    told_of = []
    for deb in sorted(folder.glob("*.deb")):
        fields = subprocess.run(
            ["dpkg-deb", "-f", deb], check=True, capture_output=True, encoding="utf-8"
        ).stdout
        data = deb.read_bytes()
        told_of.append(
            f"{fields.rstrip()}\nFilename: ./{deb.name}\nSize: {len(data)}\nSHA256: {hashlib.sha256(data).hexdigest()}\n"
        )
    with gzip.open(folder / "Packages.gz", "wt", encoding="utf-8") as written:
        written.write("\n".join(told_of))


def size(folder: Path) -> str:
    """What a folder holds, in files and GB."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return f"{len(files)}, {sum(one.stat().st_size for one in files) / 1e9:.1f} GB"


def make(out: Path, systems: Sequence[str], pythons: Sequence[str], releases: Sequence[str]) -> None:
    """Makes the folder; what it holds is said line by line. Raises Failed."""
    wheels = out / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    for python in pythons:
        for name in systems:
            print(f"Python {python}, {name}", flush=True)
            load(SYSTEMS[name], python, wheels)
    tidy(wheels)
    for python in pythons:
        for name in systems:
            prove(SYSTEMS[name], python, wheels)
    for release in releases:
        for name in systems:
            if name != "windows":
                print(f"Debian {release}, {name}", flush=True)
                debs(release, name, out / "debs" / f"{release}-{name}")
    for folder in sorted((wheels, *(out / "debs").glob("*"))):
        print(f"{folder}: {size(folder)}")


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "bundle")
    parser.add_argument("--systems", nargs="*", choices=SYSTEMS, default=["amd64", "windows"])
    parser.add_argument("--pythons", nargs="*", default=PYTHONS)
    parser.add_argument("--releases", nargs="*", default=RELEASES)
    asked = parser.parse_args()
    return status(lambda: make(asked.out, asked.systems, asked.pythons, asked.releases))


if __name__ == "__main__":
    sys.exit(main())
