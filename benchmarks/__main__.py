"""All benchmarks as one table: what was measured, its ratio to a peer, the budget.

    python -m benchmarks [NAME…] [--quick] [--write]

A budget that is exceeded is told and no more: how busy the machine is decides too. The exit status is 1
only if a benchmark itself fails.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Iterator, Mapping

from benchmarks import (
    briefings,
    clicks,
    commented,
    crowd,
    differing,
    drafts,
    editions,
    greedy,
    importing,
    loads,
    many_rows,
    memory,
    pictures,
    proof,
    proposals,
    read_tables,
    reruns,
    results,
    saving,
    sheets,
    subjects,
    vitals,
)
from benchmarks.measured import Measured, Unmeasured

_COLUMNS = (44, 7, 7, 7, 30)


BENCHMARKS: Mapping[str, Callable[[bool], Iterator[Measured]]] = {
    "reruns": reruns.run,
    "loads": loads.run,
    "clicks": clicks.run,
    "vitals": vitals.run,
    "editions": editions.run,
    "many_rows": many_rows.run,
    "read_tables": read_tables.run,
    "pictures": pictures.run,
    "briefings": briefings.run,
    "crowd": crowd.run,
    "greedy": greedy.run,
    "saving": saving.run,
    "memory": memory.run,
    "proof": proof.run,
    "commented": commented.run,
    "proposals": proposals.run,
    "subjects": subjects.run,
    "drafts": drafts.run,
    "sheets": sheets.run,
    "importing": importing.run,
    "differing": differing.run,
}


def line(*cells: str) -> str:
    """A line of the table; the last cell is as long as it is."""
    padded = [f"{cell:<{width}}" for cell, width in zip(cells, _COLUMNS, strict=False)]
    return "  ".join([*padded, *cells[len(_COLUMNS) :]]).rstrip()


def told(one: Measured) -> str:
    """A measurement as a line of the table."""
    budget = "" if one.at_most is None else f"≤ {one.at_most:g}"
    return line(one.what, f"{one.ratio:.2f} ×", budget, one.verdict, one.peer, one.detail)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks named, all of them if none is, and print each as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios beside their budgets.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="fewer repetitions and pages")
    parser.add_argument("--write", action="store_true", help="write what was measured to docs/benchmarks.md")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.names if name not in BENCHMARKS]:
        parser.error(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    logging.disable(logging.WARNING)
    print(line("what", "ratio", "budget", "", "against", "ours : theirs"), flush=True)
    measured: list[Measured] = []
    failed: list[str] = []
    for name in asked.names or BENCHMARKS:
        try:
            for one in BENCHMARKS[name](asked.quick):
                measured.append(one)
                print(told(one), flush=True)
        except Unmeasured as why:
            failed.append(name)
            print(f"{name} gave no number: {why}", flush=True)
        except Exception:  # the others are still to be measured
            failed.append(name)
            logging.getLogger(__name__).exception("%s failed", name)
    if asked.write:
        results.FILE.write_text(results.page(measured, failed), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
