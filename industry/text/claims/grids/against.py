"""What is printed over, beside or at a figure of a table and speaks against its being what its row and its column say: a rate in
another unit, a second title of something else, a label of a part or a sum of them, averages beside a difference, a word behind a region's
name. Each is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from industry.text.claims import naming
from industry.text.claims.grids.labels import Label, Reader
from industry.text.claims.grids.layout import Grid
from industry.text.claims.grids.measures import POINT_UNITS, RATES
from industry.text.claims.grids.titles import Title, title

_FIGURE = re.compile(r"\s*图\s?\d")
"""The caption of a figure, which says nothing of a table below it."""
_AVERAGE = "两年平均"
_SUM = re.compile("合计|总计|小计|共计|汇总|其[他它余]|除外")


def other_rate(printed: str, own: bool, given: Sequence[Sequence[str]], difference: bool) -> bool:
    """Whether any of the units ``given`` over a table, by its title and by a line of their own, say that a rate ``printed`` in one
    is in another (增速（‰） over figures in %). ``own``: its unit stands at it, its row or its column; ``difference``: it is
    told in points of a rate."""
    if printed not in RATES:
        return False
    fit = {*(POINT_UNITS if difference else ()), printed}
    told = [{*some} & {*RATES} for some in given if some]
    if any(rates and not rates & fit for rates in told):
        return True
    return not own and not all(told)


def part_or_sum(label: Label, tables_named: bool) -> bool:
    """Whether a label is of a sum, or of what is left of one; ``tables_named``: it is the name of an indicator."""
    return not tables_named and _SUM.search(label.text) is not None


def beside_averages(own: Sequence[Label], over: Sequence[Label], grid: Grid) -> bool:
    """Whether a gap, a change or a place stands beside a column, or below a row, of averages over years, and doesn't say whether it is of these."""
    if any(_AVERAGE in one.text for one in (*own, *over)):
        return False
    columns = (each for path in grid.columns for each in path)
    rows = (each for row in grid.rows for each in row.labels)
    return any(
        any(one.kind in ("gap", "change", "rank") for one in some) and any(_AVERAGE in each for each in told)
        for some, told in ((over, columns), (own, rows))
    )


def within_region(label: Label) -> bool:
    """Whether more than a region's name stands in a label that names one: 江西经开区."""
    return bool(label.region and label.words)


def other_title(above: str, own: Title, text: str, reader: Reader) -> Iterator[str]:
    """What the line right above a table's title puts in doubt: a title itself that names another indicator, region or time
    than the title's ``text``."""
    if not above or not text or _FIGURE.match(above):
        return
    over = title(above, reader)
    its, mine = (
        {id for one in naming.find(said, reader.tables) for id in one.indicators} for said in (above, text)
    )
    if its and mine and not its & mine:
        yield "indicator"
    if over.label.region and own.label.region and over.label.region != own.label.region:
        yield "region"
    times, owns = "".join(over.label.when), "".join(own.label.when)
    if times and owns and times not in owns and owns not in times:
        yield "period"
