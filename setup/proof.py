"""Both promised commands on bare machines: ``python -m setup.proof``, as root, on Debian with debootstrap.

A bare release of Debian is made once (what debootstrap calls minbase, with make); each case begins on a copy of it: a system of
its own in its own namespaces, in which nothing is mounted for anybody else and nothing outlives the case. A case is who types the
commands, root or somebody who may install nothing, and what there is: a network, a network that lets every packet vanish, none, or none
but a bundle. What is asked of each step is said in the step; a step that doesn't keep it ends its case. How apt and pip find
their packages is taken from this machine. The last results are written to docs/from-nothing.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from setup import bundle
from setup.packages import Failed

ROOT = Path(__file__).resolve().parents[1]
HOME = "home/somebody/dashboard"
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CERTIFICATES = "etc/certificates-of-the-host.crt"
TESTS = "tests/test_locked.py tests/export/test_renderer.py tests/ui/test_launch.py::test_a_deep_link_on_a_fresh_server"
"""A named part of the tests: what is installed is what is locked, pictures by Chromium, a page by Playwright."""
NETWORKS = ("network", "swallowing", "none", "bundle")
PEOPLE = ("root", "somebody")
TOO_LONG = 3600
SECONDS = 90
"""What a sentence that there is no network may take, whatever else the machine does."""

ANSWERS = """
import sys, time, urllib.request
end = time.time() + 600
def get(address):
    with urllib.request.urlopen("http://localhost:8501" + address, timeout=120) as answer:
        return answer.read()
while True:
    try:
        get("/_stcore/health")
        break
    except OSError:
        if time.time() > end:
            sys.exit("no answer")
        time.sleep(0.5)
page = get("/")
assert b"<html" in page, page[:200]
picture = get("/picture/growth_q1.png?size=slide")
assert picture[:4] == b"\\x89PNG", picture[:200]
print(len(page), len(picture))
"""
"""Waits for the dashboard, asks for a page and a picture."""


@dataclass
class Case:
    """A bare machine: who is at it, and what there is of a network. ``steps`` are told as they were."""

    release: str
    who: str
    network: str
    root: Path
    steps: list[tuple[str, float, int, str]] = field(default_factory=list)

    def run(self, text: str, who: str = "") -> tuple[int, str, float]:
        """Exit status, all that a shell's line said in the program's folder, seconds."""
        who = who or self.who
        home = "/root" if who == "root" else "/home/somebody"
        begun = time.monotonic()
        done = subprocess.run(
            [
                "chroot",
                f"--userspec={who}:{who}",
                str(self.root),
                "env",
                "-i",
                *self.environment(home),
                "sh",
                "-c",
                text,
            ],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=TOO_LONG,
        )
        return done.returncode, done.stdout, time.monotonic() - begun

    def environment(self, home: str) -> Iterator[str]:
        """A bare one, with what tells pip how to reach its packages from here."""
        yield from (f"HOME={home}", f"PATH={PATHS}", "LANG=C.UTF-8", f"PWD=/{HOME}")
        if (self.root / CERTIFICATES).exists():
            yield f"PIP_CERT=/{CERTIFICATES}"
        for name in ("PIP_INDEX_URL", "PIP_TRUSTED_HOST", "http_proxy", "https_proxy", "no_proxy"):
            if name in os.environ:
                yield f"{name}={os.environ[name]}"

    def step(self, name: str, text: str, keeps: Callable[[int, str, float], object], who: str = "") -> str:
        """Does it, and keeps how it went. Raises Failed where it isn't as it should be."""
        status, said, seconds = self.run(f"cd /{HOME} || exit\n{text}", who)
        kept = bool(keeps(status, said, seconds))
        told = (
            re.findall(r"(?:\d+ failed, )?\d+ passed[^\n=]*", said)
            or ["" if status == 0 else f"exit {status}"]
        )[-1]
        self.steps.append(
            (
                f"{who or self.who}: {name}",
                seconds,
                len(said.splitlines()),
                told if kept else f"FAILED {told}",
            )
        )
        print(f"  {self.steps[-1]}", flush=True)
        if not kept:
            raise Failed(said[-3000:])
        return said


def copied(base: Path, work: Path) -> Path:
    """The base as a system of its own, in a namespace where nothing that is mounted is seen by others."""
    for name in ("upper", "over", "root"):
        (work / name).mkdir(parents=True)
    root = work / "root"
    mount = [
        "mount",
        "-t",
        "overlay",
        "overlay",
        "-o",
        f"lowerdir={base},upperdir={work}/upper,workdir={work}/over",
    ]
    subprocess.run([*mount, str(root)], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=True)
    subprocess.run(["mount", "--rbind", "/dev", str(root / "dev")], check=True)
    subprocess.run(["mount", "--make-rslave", str(root / "dev")], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(root / "dev" / "shm")], check=True)
    return root


def furnished(case: Case, carried: Path) -> None:
    """The program as it is in the repository, somebody who owns it, and the bundle beside it where there is one."""
    subprocess.run(["chroot", str(case.root), "useradd", "-m", "-s", "/bin/sh", "somebody"], check=True)
    place = case.root / HOME
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    place.mkdir()
    for name in filter(None, listed.decode().split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, place / name)
    subprocess.run(["chroot", str(case.root), "chown", "-R", f"{case.who}:", f"/{HOME}"], check=True)
    if case.network != "network":
        beside = place / "bundle" if case.network == "bundle" else case.root / "media"
        beside.mkdir(exist_ok=True)
        subprocess.run(["mount", "--bind", "-o", "ro", str(carried), str(beside)], check=True)
    if case.network == "bundle":
        subprocess.run(["chroot", str(case.root), "dpkg", "--purge", "make"], check=True, capture_output=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(f"/etc/{name}", case.root / "etc" / name)
    if trusted := os.environ.get("PIP_CERT") or os.environ.get("SSL_CERT_FILE"):
        shutil.copy(trusted, case.root / CERTIFICATES)
    asked = subprocess.run(["apt-config", "dump"], check=True, capture_output=True, encoding="utf-8").stdout
    proxies = [one for one in asked.splitlines() if re.match(r"Acquire::https?::(Proxy|CaInfo)", one)]
    (case.root / "etc/apt/apt.conf.d/90host").write_text("\n".join(proxies) + "\n")


def cut_off(network: str) -> None:
    """Only this machine itself, and where packets shall vanish a way for them that leads nowhere."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    if network == "swallowing":
        subprocess.run(["ip", "address", "add", "10.9.9.9/32", "dev", "lo"], check=True)
        subprocess.run(["ip", "route", "add", "default", "dev", "lo"], check=True)


def asked_of(said: str) -> str:
    """The line for an administrator. Raises Failed where none is told."""
    for line in reversed(said.splitlines()):
        if line.startswith("  ") and ("apt-get" in line or "system.sh" in line):
            return line.strip()
    raise Failed(said[-3000:])


def served() -> str:
    """`make run`, until a page and a picture are there; it is ended then, as by Ctrl+C."""
    set_up = "while [ ! -e .venv/.ready ]; do kill -0 $! 2>/dev/null || exit 9; sleep 1; done"
    return f"make run & {set_up}; python3 -c '{ANSWERS}'; told=$?; kill $!; wait; exit $told"


def without(case: Case) -> None:
    """No network and no bundle: the commands say so soon, whether the system's packages are missing or only Python's, and
    leave nothing that would be taken for done."""

    def refused(goal: str, told: Callable[[str], object]) -> None:
        case.step(
            f"make {goal}",
            f"make {goal}",
            lambda status, said, seconds: (
                status and seconds < SECONDS and told(said) and said.count("\n") < 25
            ),
        )
        assert not list((case.root / HOME).glob(".venv/.ready*"))

    refused("run", asked_of)
    refused("test", asked_of)
    case.step("(Python)", "BUNDLE=/media sh setup/system.sh python", lambda status, *_: status == 0, "root")
    refused("check", lambda said: "make bundle" in said)


def quiet(status: int, said: str, seconds: float) -> bool:
    """Whether it went well, in few lines."""
    return status == 0 and said.count("\n") < 40


def with_all(case: Case, tests: str) -> None:
    """A network or a bundle: both commands do what they promise; what may not be done is asked of an administrator in one line."""
    if case.network == "bundle":
        first = "sh setup/system.sh"
        if case.who == "root":
            case.step(first, first, lambda status, said, seconds: status == 0 and len(said.splitlines()) < 5)
    else:
        first = "make run"
    if case.who != "root":
        said = case.step(
            first, first, lambda status, said, seconds: status and seconds < SECONDS and asked_of(said)
        )
        assert not (case.root / HOME / ".venv").exists()
        line = asked_of(said)
        case.step(line.partition(" ")[0] + " -c '…'", line, quiet, "root")
    done = case.step("make run", served(), lambda status, said, seconds: status == 0)
    assert len(done.splitlines()) < 40, done
    case.step("make run again", served(), lambda status, *_: status == 0)
    if case.who != "root":
        said = case.step(
            "make test", "make test TESTS=tests/test_locked.py", lambda status, said, seconds: True
        )
        if "passed" not in said:
            case.step("the line", asked_of(said), quiet, "root")
    case.step(
        "make test",
        f"make test TESTS='{tests}'",
        lambda status, said, seconds: status == 0 and " passed" in said,
    )


def one(case: Case, carried: Path, base: Path, work: Path, tests: str) -> None:
    """One case, in namespaces of its own. What it did is in ``case.steps``. Raises Failed."""
    if case.network != "network":
        cut_off(case.network)
    case.root = copied(base, work)
    furnished(case, carried)
    if case.network in ("network", "bundle"):
        with_all(case, tests)
    else:
        without(case)


def based(release: str, work: Path) -> Path:
    """A bare release, made once."""
    base = work / f"base-{release}"
    if not (base / "ready").exists():
        shutil.rmtree(base, ignore_errors=True)
        main, security = bundle.mirrors()
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=make", release, str(base), main],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (base / "etc/apt/sources.list").write_text(
            f"deb {main} {release} main\ndeb {security} {release}-security main\n", encoding="utf-8"
        )
        (base / "ready").touch()
    return base


def isolated(release: str, who: str, network: str, asked: argparse.Namespace) -> None:
    """A case in a process of its own, whose namespaces end with it; its result is kept beside the bases."""
    print(f"{release}, {who}, {network}", flush=True)
    spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network == "network" else ["--net"])]
    command = [sys.executable, "-m", "setup.proof", "--case", release, who, network]
    given = ["--work", str(asked.work), "--bundle", str(asked.bundle), "--tests", asked.tests]
    subprocess.run(["unshare", *spaces, *command, *given], check=False, cwd=ROOT)
    shutil.rmtree(asked.work / f"{release}-{who}-{network}", ignore_errors=True)


def inner(asked: argparse.Namespace) -> int:
    """The exit status of a case; what it did is written down."""
    release, who, network = asked.case
    work = asked.work / f"{release}-{who}-{network}"
    shutil.rmtree(work, ignore_errors=True)
    case = Case(release, who, network, work)
    failed = ""
    try:
        one(case, asked.bundle.resolve(), asked.work / f"base-{release}", work, asked.tests)
    except (Failed, AssertionError, subprocess.SubprocessError) as why:
        failed = str(why) or repr(why)
        print(failed, file=sys.stderr)
    told = {"failed": failed, "steps": case.steps, "on": time.strftime("%Y-%m-%d")}
    (asked.work / f"{release}-{who}-{network}.json").write_text(json.dumps(told), encoding="utf-8")
    return bool(failed)


TOLD = {
    "network": ("有网络", "a network"),
    "swallowing": ("网络不答复", "a network that swallows packets"),
    "none": ("没有网络", "no network"),
    "bundle": ("没有网络，有 bundle", "no network, a bundle"),
}


def written(work: Path) -> str:
    """The results of all cases that were done, as a page, and which weren't."""
    rows, missing = [], []
    for release in bundle.RELEASES:
        for network in NETWORKS:
            zh, en = TOLD[network]
            for who in PEOPLE:
                kept = work / f"{release}-{who}-{network}.json"
                if not kept.exists():
                    missing.append(f"- {release} | {zh} · {en} | {who}")
                    continue
                for name, seconds, lines, result in json.loads(kept.read_text("utf-8"))["steps"]:
                    rows.append(
                        f"| {release} | {zh} · {en} | {who} | `{name}` | {seconds:.0f} | {lines} | {result or 'ok'} |"
                    )
    head = (
        "| Debian | 网络 · network | 谁 · who | 谁：做什么 · who: what | 秒 · s | 输出行数 · lines | 结果 · result |\n"
        "|---|---|---|---|--:|--:|---|\n"
    )
    left = ["\n上次没有运行的 · not run the last time:\n", *missing] if missing else []
    return head + "\n".join([*rows, *left]) + "\n"


MARK = "<!-- make proof-from-nothing -->\n"


def main(words: Sequence[str] | None = None) -> int:
    """The exit status: 0 where every case kept what it promises."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("/tmp/proof-from-nothing"))
    parser.add_argument("--bundle", type=Path, default=ROOT / "bundle")
    parser.add_argument("--tests", default=TESTS)
    parser.add_argument("--releases", nargs="*", default=bundle.RELEASES)
    parser.add_argument("--people", nargs="*", default=PEOPLE)
    parser.add_argument("--networks", nargs="*", default=NETWORKS)
    parser.add_argument("--case", nargs=3)
    parser.add_argument("--keep", action="store_true", help="the bare releases and results, for another run")
    asked = parser.parse_args(words)
    if asked.case:
        return inner(asked)
    asked.work.mkdir(parents=True, exist_ok=True)
    for release in asked.releases:
        based(release, asked.work)
        for network in asked.networks:
            for who in asked.people:
                isolated(release, who, network, asked)
    page = ROOT / "docs" / "from-nothing.md"
    before = page.read_text("utf-8").partition(MARK)[0]
    page.write_text(before + MARK + written(asked.work), encoding="utf-8")
    failed = [one.name for one in asked.work.glob("*.json") if json.loads(one.read_text("utf-8"))["failed"]]
    if not asked.keep:
        shutil.rmtree(asked.work)
    print(*failed, sep="\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
