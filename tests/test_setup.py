"""Setting up says what is missing, in seconds, and takes nothing for done that isn't: with commands of a system that are played here.
On bare machines ``make proof-from-nothing`` shows it, whose last result is docs/from-nothing.md."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from setup import bundle, packages, proof
from tests.conftest import ROOT

LOCK = ROOT / "requirements.lock"
PLAYED = {
    "id": 'echo "${PLAYED_ID:-0}"',
    "dpkg": '[ $1 = --print-architecture ] && echo amd64 && exit 0; echo "dpkg $*" >>"$SEEN"; exit "${DPKG:-0}"',
    "apt-get": 'echo "apt-get $*" >>"$SEEN"\ncase "$*" in\n'
    '*update*) echo "${LISTS-Get:1 somewhere}" ;;\n'
    "*install*) echo 'Setting up much'; echo 'E: the disk is full'; exit 100 ;;\nesac",
    "sudo": '[ "$2" = true ] && exit "${SUDO:-1}"; shift; exec env PLAYED_ID=0 "$@"',
    "python": "exit 1",
    "make": "exit 0",
}
"""The commands that ``system.sh`` calls, as a machine would have them that lacks all it looks for and can install nothing."""
OURS = ("sh", "dirname", "cat", "grep", "sed", "mktemp", "rm", "mkdir", "tail", "env")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder with the commands of such a machine."""
    for name, text in PLAYED.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n")
        (tmp_path / name).chmod(0o755)
    for name in OURS:
        found = shutil.which(name)
        assert found
        (tmp_path / name).symlink_to(found)
    return tmp_path


def system(machine: Path, *words: str, **told: str) -> tuple[int, str, str]:
    """Exit status, what is said, and the calls of apt-get."""
    seen = machine / "seen"
    seen.write_text("")
    environment = {"PATH": str(machine), "PYTHON": "python", "SEEN": str(seen), "BUNDLE": str(machine)} | told
    done = subprocess.run(
        ["sh", str(ROOT / "setup" / "system.sh"), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    for log in re.findall(r"/tmp/setup\.\w+", done.stdout):
        Path(log).unlink()
    assert not done.stderr
    return done.returncode, done.stdout, seen.read_text()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("python",), "python3 python3-venv"),
        (("python", "pictures"), "python3 python3-venv chromium fontconfig fonts-noto-cjk"),
        ((), "python3 python3-venv chromium fontconfig fonts-noto-cjk libatomic1"),
    ],
)
def test_a_failed_step_says_in_few_lines_what_to_run_and_is_no_success(
    machine: Path, words: tuple[str, ...], names: str
) -> None:
    status, said, seen = system(machine, *words)
    assert status == 1
    lines = said.splitlines()
    assert "约需几分钟" in lines[0] and "GB of disk" in lines[0]
    assert "E: the disk is full" in lines and "Setting up" not in said and len(lines) <= 10
    told = re.sub(r"chromium-browser", "chromium", lines[-1])
    assert told == f"  apt-get update -qq && apt-get install -qq --no-install-recommends {names} >/dev/null"
    again = system(machine, *words)
    assert (again[0], again[2]) == (1, seen), "tried again"


def test_who_may_not_install_is_told_the_line_for_sudo_or_su(machine: Path) -> None:
    status, said, seen = system(machine, "python", PLAYED_ID="1000")
    assert (status, seen) == (1, "")
    line = "apt-get update -qq && apt-get install -qq --no-install-recommends python3 python3-venv >/dev/null"
    assert said.splitlines()[-1] == f"  sudo sh -c '{line}'" and len(said.splitlines()) == 2
    (machine / "sudo").unlink()
    assert system(machine, "python", PLAYED_ID="1000")[1].splitlines()[-1] == f"  su -c '{line}'"


def test_who_may_become_root_unasked_installs(machine: Path) -> None:
    status, said, seen = system(machine, "python", PLAYED_ID="1000", SUDO="0")
    assert status == 1 and seen.count("apt-get") == 2 and "E: the disk is full" in said


@pytest.mark.parametrize(
    "lists", ["Err:1 somewhere", "Ign:1 somewhere", "Ign:1 somewhere\nErr:1 somewhere", ""]
)
def test_without_a_network_nothing_is_asked_for_after_the_lists(machine: Path, lists: str) -> None:
    """apt passes over lists that it can't have, and calls it a success."""
    status, said, seen = system(machine, LISTS=lists)
    assert status == 1 and "install" not in seen and "没有网络：" in said and "No network:" in said


def test_what_was_interrupted_is_ended_before_anything_is_installed(machine: Path) -> None:
    seen = system(machine)[2].splitlines()
    assert (
        seen[0] == "dpkg --configure -a" and all(one.startswith("apt-get") for one in seen[1:]) and seen[1:]
    )
    status, _, seen_ = system(machine, DPKG="1")
    assert status == 1 and seen_ == "dpkg --configure -a\n", "nothing is installed on what can't be ended"


def test_a_bundle_is_taken_before_the_network(machine: Path, tmp_path: Path) -> None:
    name = dict(re.findall(r"^(\w+)=(\S*)", Path("/etc/os-release").read_text("utf-8"), re.MULTILINE))
    debs = tmp_path / "a bundle" / "debs" / f"{name.get('VERSION_CODENAME', '')}-amd64"
    debs.mkdir(parents=True)
    status, said, seen = system(machine, BUNDLE=str(tmp_path / "a bundle"))
    assert status == 1 and "SourceParts=/dev/null" in seen and "install" in seen
    assert said.splitlines()[-1] == f"  BUNDLE='{tmp_path}/a bundle' sh '{ROOT}/setup/system.sh' tests"


@pytest.mark.parametrize("name", ["a bundle", "江西 'q\" $x `a` \\b"])
def test_the_line_to_run_is_read_by_a_shell_whatever_the_folder_is_called(
    machine: Path, tmp_path: Path, name: str
) -> None:
    system_of = dict(re.findall(r"^(\w+)=(\S*)", Path("/etc/os-release").read_text("utf-8"), re.MULTILINE))
    (tmp_path / name / "debs" / f"{system_of.get('VERSION_CODENAME', '')}-amd64").mkdir(parents=True)
    (machine / "sudo").unlink()
    said = system(machine, BUNDLE=str(tmp_path / name), PLAYED_ID="1000")[1]
    su, option, line = shlex.split(said.splitlines()[-1])
    assert (su, option) == ("su", "-c")
    assert shlex.split(line) == [f"BUNDLE={tmp_path / name}", "sh", f"{ROOT}/setup/system.sh", "tests"]


def test_a_bundle_that_is_named_and_isnt_there_is_told_before_the_network_is_asked(machine: Path) -> None:
    status, said, seen = system(machine, BUNDLE="/nowhere/bundle")
    assert (status, seen) == (1, "") and said.count("/nowhere/bundle") == 2 and "apt-get" not in said


def test_a_network_that_answers_nothing_is_seen_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in os.environ if one.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("BUNDLE", "")
    monkeypatch.setattr(packages, "ROOT", Path(os.devnull))
    with pytest.raises(packages.Failed) as failed:
        packages.install(LOCK)
    assert "make bundle" in failed.value.args[0] and "make bundle" in failed.value.args[1]


def test_a_bundle_that_isnt_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUNDLE", str(tmp_path / "stick"))
    with pytest.raises(packages.Failed, match="BUNDLE"):
        packages.install(LOCK)


def test_a_bundle_that_lacks_something_is_told_and_the_log_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(f"nosuch==1 --hash=sha256:{'0' * 64}\n")
    (tmp_path / "bundle" / "wheels").mkdir(parents=True)
    monkeypatch.setenv("BUNDLE", str(tmp_path / "bundle"))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setattr(packages.sys, "prefix", str(tmp_path))
    with pytest.raises(packages.Failed, match=r"Python 3\.\d+"):
        packages.install(lock)
    said = (tmp_path / "setup.log").read_text("utf-8")
    assert "No matching distribution" in said and "Retrying" not in said, "the network was asked"


def test_a_disk_without_room_is_told_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BUNDLE", "")
    monkeypatch.setattr(packages.sys, "prefix", str(tmp_path))
    monkeypatch.setattr(
        packages.shutil, "disk_usage", lambda _: SimpleNamespace(free=packages.DISK[LOCK.name] * 1e9 - 1)
    )
    with pytest.raises(packages.Failed, match="磁盘空间不足"):
        packages.install(LOCK)
    assert not list(tmp_path.iterdir())


def test_a_python_that_is_nowhere_is_no_lack_of_the_system(machine: Path) -> None:
    status, said, seen = system(machine, "python", PYTHON="/nowhere/python")
    assert status == 1 and "/nowhere/python" in said and "PYTHON" in said and not seen


def test_a_bundle_keeps_what_a_lock_names_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name in ("a-1.whl", "b-1.whl", "a-0.whl"):
        (wheels / name).write_text(name)
    for lock, name in (("requirements.lock", "a-1.whl"), ("requirements-dev.lock", "b-1.whl")):
        told = hashlib.sha256(name.encode()).hexdigest()
        (tmp_path / lock).write_text(f"{name[0]}==1 \\\n    --hash=sha256:{told}\n")
    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    bundle.tidy(wheels)
    assert sorted(one.name for one in wheels.iterdir()) == ["a-1.whl", "b-1.whl"]


def test_a_bundle_that_lacks_a_package_is_not_called_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bundle, "load", lambda *_: None)
    with pytest.raises(packages.Failed, match="aren't complete"):
        bundle.make(tmp_path, ["windows"], ["3.11"], [])


@pytest.fixture
def deb(tmp_path: Path) -> Path:
    """A package of Debian, alone in its folder."""
    control = tmp_path / "one" / "DEBIAN" / "control"
    control.parent.mkdir(parents=True)
    control.write_text(
        "Package: one\nVersion: 1\nArchitecture: all\nMaintainer: a <a@b.example>\nDescription: one\n"
    )
    made = tmp_path / "debian" / "one_1_all.deb"
    made.parent.mkdir()
    subprocess.run(["dpkg-deb", "--build", control.parents[1], made], check=True, capture_output=True)
    return made


def test_what_debian_has_not_signed_is_not_bundled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, deb: Path
) -> None:
    bundle.index(deb.parent)
    with gzip.open(deb.parent / "Packages.gz", "rt") as read:
        listed = read.read()
    for suite in ("bookworm", "bookworm-security"):
        lists = deb.parent / "dists" / suite / "main" / "binary-amd64"
        lists.mkdir(parents=True)
        (lists / "Packages").write_text(listed)
    monkeypatch.setenv("DEBIAN", f"file:{deb.parent}")
    monkeypatch.setenv("DEBIAN_SECURITY", f"file:{deb.parent}")
    monkeypatch.setattr(bundle, "names", lambda: ["one"])
    with pytest.raises(packages.Failed):
        bundle.debs("bookworm", "amd64", tmp_path / "carried")
    assert not list((tmp_path / "carried").iterdir())


def test_a_package_that_was_changed_on_its_way_is_not_what_the_list_of_the_bundle_names(deb: Path) -> None:
    bundle.index(deb.parent)
    with gzip.open(deb.parent / "Packages.gz", "rt") as read:
        assert f"SHA256: {hashlib.sha256(deb.read_bytes()).hexdigest()}\n" in read.read()


def test_a_package_without_a_hash_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("nosuch==1\n")
    wheels = tmp_path / "bundle" / "wheels"
    wheels.mkdir(parents=True)
    (wheels / "nosuch-1-py3-none-any.whl").write_text(
        "no package, which would be told only where it is opened"
    )
    monkeypatch.setenv("BUNDLE", str(tmp_path / "bundle"))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_REQUIRE_HASHES", raising=False)
    monkeypatch.setattr(packages.sys, "prefix", str(tmp_path))
    with pytest.raises(packages.Failed):
        packages.install(lock)
    assert "Hashes are required" in (tmp_path / "setup.log").read_text("utf-8")


@pytest.mark.parametrize("python", bundle.PYTHONS)
@pytest.mark.parametrize("name", bundle.SYSTEMS)
def test_a_bundle_asks_for_what_the_lock_holds_for_that_system(name: str, python: str) -> None:
    system = bundle.SYSTEMS[name]
    held = list(bundle.entries(system.lock, bundle.environment(system, python)))
    names = [one.partition("==")[0] for one in held]
    assert len(names) == len(set(names)) and all("--hash=sha256:" in one and ";" not in one for one in held)
    assert ("colorama" in names) == (name == "windows")


def test_a_bundle_carries_all_that_the_system_must_have(machine: Path) -> None:
    (machine / "make").unlink()
    line = system(machine, PLAYED_ID="1000")[1].splitlines()[-1]
    told = re.sub(
        "chromium-browser", "chromium", line.rpartition("recommends ")[2].removesuffix(" >/dev/null'")
    )
    assert set(told.split()) == set(bundle.names())


def test_the_last_proof_on_bare_machines_kept_every_promise_or_names_what_it_left_out() -> None:
    page = (ROOT / "docs" / "from-nothing.md").read_text("utf-8").partition(proof.MARK)[2]
    cells = [[one.strip(" `-") for one in line.split("|")] for line in page.splitlines()]
    shown = {(row[1], row[2], row[3]) for row in cells if row[1:2] and row[1] in bundle.RELEASES}
    left = {tuple(row) for row in cells if row[0] in bundle.RELEASES}
    assert shown and not shown & left
    assert shown | left == {
        (release, " · ".join(proof.TOLD[network]), who)
        for release in bundle.RELEASES
        for network in proof.NETWORKS
        for who in proof.PEOPLE
    }
