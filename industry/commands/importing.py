"""``python -m industry import``: the rows that a workbook or a table of text may become, as a CSV; what can't be decided is asked, on a
terminal one by one, else in a file that is edited and used again.

What a workbook says is found in ``importing``; among the tables nothing is written but, with ``--keep``, the answers, which are adopted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from industry import project, wording
from industry.commands import adopt, asked, waiting
from industry.commands.asked import Refused
from industry.curation import adopting, proposed
from industry.curation.bench import sources
from industry.curation.importing import answers, new_source, own_form, worded
from industry.curation.importing.importer import FIGURELESS, Imported, imported
from industry.curation.importing.questions import LEFT_OUT, Key, Question
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal
from industry.curation.sheets import books, bounds
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.sheet import Book
from industry.tables.references import MAPPINGS
from industry.tables.tables import Tables
from industry.text import plain_file
from industry.vocabulary.catalogue import Source

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
"""A date that is known to its month at least."""
_say = partial(wording.worded, "importing")
_refused = partial(Refused, words="importing")
_LATER = "?"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="统计表（.xlsx、.xls、.csv） · the workbook")
    parser.add_argument("--source", metavar="ID", help="出处在 data/sources.yaml 中的代码 · its id there")
    parser.add_argument("--like", metavar="ID", help="仿照哪个出处新建 · the source that a new one is like")
    parser.add_argument("--date", metavar="DATE", help="新出处的日期 · the new source's date (YYYY-MM-DD)")
    asked.new_source(parser)
    parser.add_argument(
        "--region", metavar="ID", help="表里没有写明时是哪个地区 · whose it is, where it doesn't say"
    )
    parser.add_argument(
        "--out",
        metavar="FILE.csv",
        help="待录数据写到哪里，默认与原表同一文件夹 · where to write the proposed rows, beside FILE unless given",
    )
    parser.add_argument("--mapping", metavar="FILE.yaml", help="答好的问题 · the file of answers")
    parser.add_argument(
        "--keep", action="store_true", help="把回答保存到 data/mappings.yaml · keep the answers there"
    )
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with a sentence on the error stream."""
    tables = asked.tables(chosen)
    if tables is None:
        return 1
    try:
        return _run(chosen, tables)
    except Refused as refused:
        print(refused.told(chosen.language), file=sys.stderr)
        return 1


def _run(chosen: argparse.Namespace, tables: Tables) -> int:
    language, file = chosen.language, Path(chosen.file)
    chosen.out = chosen.out or str(file.with_name(f"{file.stem}.proposed.csv"))
    out = asked.out(chosen, "over", "importing")
    assert out is not None
    book = _book(file, language)
    source = _source(chosen, tables, own_form.names_sources(book))
    for told in bounds.sentences(book, language):
        print(f"{file.name}：{told}" if language == "zh" else f"{file.name}: {told}", file=sys.stderr)
    chosen.answers = chosen.mapping or str(out.with_name(f"{out.stem}.mapping.yaml"))
    mapping = asked.out(chosen, "over", "importing", "answers")
    assert mapping is not None
    kept = answers.kept(tables.catalogue)
    given = _given(chosen, mapping)
    found = imported(book, tables, {**kept, **given}, source, chosen.region or "")
    if sys.stdin is not None and sys.stdin.isatty() and found.questions:
        given, found = _asked(chosen, book, tables, kept, given, source, found)
    if not found.rows and all(one.reason in FIGURELESS for one in found.left_out):
        if not found.held:
            raise _refused("none_found", file.name)
        print(_say("all_held", language, file.name, found.held))
        return 0
    made = [out]
    if chosen.like and source:
        like = tables.catalogue.sources[chosen.like]
        source = asked.told_of(chosen, _titled(source, like, found), like)
        record = out.with_name(f"{out.stem}.source.yaml")
        asked.write(record, new_source.written(source))
        made.append(record)
        print(_say("source_made", language, source.id, record, chosen.like, source.confidence))
    asked.write(out, proposed.written(map(_beforehand, found.rows)))
    _tell(chosen, made, mapping, tables, kept, given, found)
    return _keep(chosen, mapping, given) if chosen.keep and given else 0


def _beforehand(one: Proposed) -> Proposed:
    """A row with the note that nobody has read it, where it is accepted."""
    return replace(one, told={**one.told, "accepted_by": proposed.IMPORT}) if one.accepted else one


def _typed(path: Path | str) -> str:
    """A path as it is typed into a command, on Windows too."""
    return f'"{path}"' if set(str(path)) & set(" &()") else str(path)


def _keep(chosen: argparse.Namespace, mapping: Path, given: Mapping[Key, str]) -> int:
    """Keep the answers among the tables; exit status 1 where that is refused."""
    language = chosen.language
    if not answers.lasting(given):
        adopt.tell_answers(given, None, language)
        return 0
    try:
        done = adopting.adopt(
            Path(chosen.folder), mappings=partial(worded.mappings, given), named=[mapping.name]
        )
    except Refusal as refused:
        return adopt.refuse(refused, language)
    if done is None:
        print(_say("kept_already", language, MAPPINGS))
        adopt.tell_answers(given, None, language)
        return 0
    adopt.tell_answers(given, done, language)
    adopt.tell(done, language)
    return 0


def _source(chosen: argparse.Namespace, tables: Tables, named: bool) -> Source | None:
    """The source that is named, or a new one like another; none where none is needed, since each row has one ``named``. Raises
    Refused."""
    every = tables.catalogue.sources
    if chosen.region is not None and chosen.region not in tables.catalogue.regions:
        raise Refused("region", chosen.region, ", ".join(tables.catalogue.regions))
    name = chosen.source or chosen.like
    listed = asked.newest([one for one in every.values() if one.kind == "statistics"], chosen.language)
    if name is None and named:
        return None
    if name is None:
        raise _refused("whose", listed)
    if name not in every:
        raise _refused("source", name, listed)
    if chosen.source is not None:
        return every[name]
    day = sources.day(chosen.date or "")
    if not _DAY.fullmatch(day):
        raise _refused("date")
    return new_source.like(every[name], day, None, every)


def _titled(source: Source, like: Source, found: Imported) -> Source:
    """A new source with the period of most of its figures in its title."""
    period = new_source.period(found.rows)
    again = new_source.like(like, str(source.date), period, ())
    return again.model_copy(update={"id": source.id})


def _book(file: Path, language: str) -> Book:
    """Raises Refused."""
    try:
        return books.read(file.name, plain_file.read(file, bounds.MOST_BYTES))
    except OSError as error:
        raise _refused("file", file.name, error) from error
    except NoBook as refused:
        raise _refused(
            "file", file.name, bounds.sentence(refused, language).removesuffix("。").removesuffix(".")
        ) from refused


def _given(chosen: argparse.Namespace, mapping: Path) -> dict[Key, str]:
    """The answers of a file that is named. Raises Refused, where it isn't there too."""
    if not chosen.mapping:
        return {}
    if not mapping.exists():
        raise _refused("no_answers", mapping)
    try:
        found, faults = answers.parsed(mapping.name, plain_file.read(mapping))
    except OSError as error:
        raise _refused("file", mapping.name, error) from error
    if faults:
        told = "\n".join(wording.fault(one, chosen.language) for one in faults)
        raise _refused("faulty", told)
    return found


def _asked(
    chosen: argparse.Namespace,
    book: Book,
    tables: Tables,
    kept: Mapping[Key, str],
    given: dict[Key, str],
    source: Source | None,
    found: Imported,
) -> tuple[dict[Key, str], Imported]:
    """Ask until nothing is open or nobody answers."""
    later: set[Key] = set()
    while open := [one for one in found.questions if one.key not in later]:
        try:
            said = _answer(open[0], tables, chosen.language)
        except (EOFError, KeyboardInterrupt):
            print()
            break
        if said == _LATER:
            later.add(open[0].key)
            continue
        given = {**given, open[0].key: said}
        found = imported(book, tables, {**kept, **given}, source, chosen.region or "")
        later |= {one.key for one in found.questions if one.key in given}
    return given, found


def _answer(one: Question, tables: Tables, language: str) -> str:
    waiting.over()
    print(worded.question(one, language))
    print("  " + worded.guess(one, tables, language))
    for number, each in enumerate(one.choices, start=1):
        print(f"  {number}. {worded.choice(one, each, tables, language)}")
    while True:
        said = input("  " + _say("prompt" if one.guess else "prompt_open", language)).strip()
        if said in (_LATER, LEFT_OUT):
            return said
        found = one.guess if not said else worded.answers(one, said, tables)
        if found:
            return found
        print("  " + _say("not_an_answer", language, said))


def _tell(
    chosen: argparse.Namespace,
    made: Sequence[Path],
    mapping: Path,
    tables: Tables,
    kept: Mapping[Key, str],
    given: Mapping[Key, str],
    found: Imported,
) -> None:
    """Say what was found and stands in the files ``made``, the rows' first; write the file of questions, and the answers that
    are to be kept."""
    language = chosen.language
    for one in found.left_out:
        print(worded.left_out(one, language))
    known = [shown for key, shown in found.used.items() if key in kept and key not in given]
    if known:
        said = " · ".join(dict.fromkeys(known))
        print(_say("used", language, len(known), said))
    for each in found.questions:
        print(worded.question(each, language))
        print("  " + worded.guess(each, tables, language))
    accepted = sum(one.accepted for one in found.rows)
    print(_say("done", language, made[0], len(found.rows), worded.counted(found.rows, language)))
    if accepted:
        typed = [*made, *(("--folder", chosen.folder) if chosen.folder != project.folder() else ())]
        print(_say("beforehand", language, accepted, " ".join(map(_typed, typed))))
    if found.questions or given:
        notes = {one.key: worded.note(one, tables, language) for one in found.questions}
        head = _say("mapping_head", language, Path(chosen.file).name)
        asked.write(mapping, answers.written(given, found.questions, notes, head))
    if found.questions:
        print(_say("questions", language, len(found.questions), mapping))
