"""The Python packages of a lock, installed into the environment whose Python runs this: ``python setup/packages.py LOCK``.

They come from the bundle beside the program where there is one (BUNDLE names another), else from wherever pip is told to look, once
that is seen to answer: pip itself goes on asking a network that isn't there for minutes. Needs nothing but Python, on any
system; what the system must have besides is in ``system.sh``. Exit status 0, or 1 with a sentence that says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")
DISK = {"requirements.lock": 0.6, "requirements-dev.lock": 1.0}
"""What each lock takes, in GB."""
PATIENCE = 60
"""Seconds after which nothing is expected of a network that hasn't answered."""


class Failed(Exception):
    """What couldn't be had and what to do, in Chinese and English."""


def wheels() -> Path | None:
    """The bundle's folder of packages, or None where there is no bundle. Raises Failed where one that is named has none."""
    named = os.environ.get("BUNDLE")
    folder = Path(named or ROOT / "bundle") / "wheels"
    if folder.is_dir():
        return folder
    if named:
        raise Failed(
            f"{folder} 不存在：请看 BUNDLE 是否写对，该文件夹由 make bundle 制作。",
            f"{folder} isn't there: see what BUNDLE names; make bundle makes that folder.",
        )
    return None


def answered(lock: Path) -> bool:
    """Whether pip, as it is configured here, gets the first package that the lock names, within PATIENCE."""
    first = next(one for one in lock.read_text("utf-8").split() if "==" in one)
    asking = (
        "install",
        "-q",
        "--dry-run",
        "--no-deps",
        "--ignore-installed",
        "--timeout",
        "5",
        "--retries",
        "0",
    )
    once = os.environ | {"RES_OPTIONS": "timeout:3 attempts:1"}
    try:
        asked = subprocess.run(
            [*PIP, *asking, first], check=False, capture_output=True, timeout=PATIENCE, env=once
        )
    except subprocess.TimeoutExpired:
        return False
    return asked.returncode == 0


def install(lock: Path) -> None:
    """Installs what the lock names, each package held against its hashes. Raises Failed with what to do."""
    bundle = wheels()
    size = DISK.get(lock.name, 1.0)
    environment = Path(sys.prefix)
    if shutil.disk_usage(environment).free < size * 1e9:
        raise Failed(
            f"磁盘空间不足：{environment} 所在磁盘至少要有 {size:g} GB 可用，请清理后再试。",
            f"The disk is full: {environment} needs {size:g} GB free; make room, then try again.",
        )
    if not bundle and not answered(lock):
        raise Failed(
            "取不到 Python 软件包：没有网络，程序旁也没有 bundle 文件夹。请接通网络后再试；不能联网的机器请先在联网的机器上运行 make bundle，"
            "把做好的 bundle 文件夹放到程序旁（做法见 README.zh.md）。",
            "No Python packages can be had: there is no network, and no folder bundle beside the program. See to the network and try "
            "again; without one run make bundle on a machine that has one and put its folder here, as README.md tells.",
        )
    print(
        f"正在安装 Python 软件包，约需几分钟、{size:g} GB 磁盘空间。"
        f" Installing Python packages: a few minutes, {size:g} GB of disk.",
        flush=True,
    )
    source = ("--no-index", "--find-links", str(bundle)) if bundle else ()
    log = environment / "setup.log"
    with log.open("w+b") as told:
        done = subprocess.run(
            [*PIP, "install", "-q", *source, "--require-hashes", "-r", str(lock)],
            check=False,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        told.seek(0)
        said = told.read().decode("utf-8", "replace").splitlines()
    if done.returncode:
        print(*said[-5:], sep="\n", file=sys.stderr)
        here = f"Python {sys.version_info.major}.{sys.version_info.minor}"
        raise Failed(
            f"没能装好 Python 软件包，全部输出见 {log}。"
            + (
                f"{bundle} 可能没有供 {here} 用的软件包，或是为别的版本做的：请重新制作。"
                if bundle
                else "请检查网络后再试。"
            ),
            f"The Python packages could not be installed; all that was said is in {log}. "
            + (
                f"{bundle} may have none for {here} or be of another version of the program: make it anew."
                if bundle
                else "See to the network and try again."
            ),
        )
    log.unlink()


def status(work: Callable[[], object]) -> int:
    """Does it; the exit status, 1 with its sentences where it fails."""
    try:
        work()
    except Failed as failed:
        print(*failed.args, sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    if sys.platform == "win32":  # a console that is told of UTF-8 by chcp
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stderr.reconfigure(encoding="utf-8")
    sys.exit(status(lambda: install(Path(sys.argv[1]))))
