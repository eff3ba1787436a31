"""What can be wrong with the tables: a closed catalogue of codes, and the record of one fault.

A fault is a code with facts. Finding faults belongs in the modules that read and check; turning one
into a sentence belongs in ``fault_words``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

TITLES: dict[str, tuple[str, str]] = {
    # a file as a whole
    "missing_folder": ("没有这个文件夹", "no such folder"),
    "missing_file": ("缺少文件", "a file is missing"),
    "missing_table": ("缺少一张表", "a table is missing"),
    "unreadable_file": ("文件读不出来", "a file can't be read"),
    "unexpected_file": ("多余的文件", "a file that belongs to nothing"),
    "copied_file": ("像是副本的文件", "a file that seems to be a copy"),
    "unknown_topic": ("没有这个主题", "no such topic"),
    "unknown_level": ("没有这个层级", "no such level"),
    "unknown_region": ("没有这个地区", "no such region"),
    "empty_file": ("文件是空的", "a file is empty"),
    "not_utf8": ("编码不是UTF-8", "not in UTF-8"),
    "utf16": ("编码是UTF-16", "in UTF-16"),
    "nul_byte": ("文件里有空字节", "a NUL byte"),
    # a table and its rows
    "wrong_delimiter": ("分隔符不是逗号", "not separated by commas"),
    "unclosed_quote": ("引号不成对", "a quotation mark without its partner"),
    "no_header": ("没有表头", "no header"),
    "missing_column": ("缺少一列", "a column is missing"),
    "extra_column": ("多出一列", "a column too many"),
    "repeated_column": ("同一列出现两次", "a column twice"),
    "row_length": ("一行的格数不对", "a row of the wrong length"),
    # cells
    "outer_space": ("首尾有空格", "a space at either end"),
    "empty_cell": ("该填的格是空的", "an empty cell where one is needed"),
    "not_allowed": ("取值不在清单里", "not one of the allowed values"),
    "not_separated": ("几项没有用空格分开", "several that aren't separated by spaces"),
    "unknown_indicator": ("没有这个指标", "no such indicator"),
    "unknown_source": ("没有这个出处", "no such source"),
    "not_a_number": ("不是数字", "not a number"),
    "no_number_printed": ("原文里没有数字", "no number in what was printed"),
    "printed_format": ("原文的小数位被改动", "decimals that were added to what was printed"),
    "value_differs": ("数值与原文不符", "the value isn't what was printed"),
    "value_to_differs": ("区间上限与原文不符", "the upper end isn't what was printed"),
    "range_order": ("区间上限不大于下限", "a range that ends before it starts"),
    "qualifier_differs": ("限定词与原文不符", "the qualifier isn't what was printed"),
    "period_form": ("不是期间", "not a period"),
    "period_date": ("期间成了日期", "a period that became a date"),
    "period_month": ("没有这个月份", "no such month"),
    "period_order": ("期间止于起点之前", "a period that ends before it starts"),
    "period_stock": ("时点数却写了一段期间", "a stock over a span of time"),
    "period_missing": ("没有期间", "no period"),
    "joint_months": ("一、二月不分开", "January or February alone"),
    "paragraph_form": ("段落号不是数字", "a paragraph that is no number"),
    "paragraph_missing": ("缺少段落号", "no paragraph"),
    "paragraph_surplus": ("统计数据写了段落号", "a paragraph for statistics"),
    "duplicate_row": ("重复的行", "a row twice"),
    "contradictory_row": ("互相矛盾的行", "two rows that contradict each other"),
    # records
    "yaml_syntax": ("YAML写法有误", "YAML that doesn't parse"),
    "yaml_feature": ("用了不接受的YAML写法", "a feature of YAML that isn't accepted"),
    "duplicate_key": ("同一字段出现两次", "a key twice"),
    "unknown_key": ("没有这个字段", "no such key"),
    "missing_key": ("缺少字段", "a key is missing"),
    "wrong_type": ("类型不对", "of the wrong type"),
    "wrong_form": ("写法不合规定", "of the wrong form"),
    "empty_text": ("文字是空的", "an empty text"),
    "unquoted_colour": ("颜色没有加引号", "a colour without quotation marks"),
    "same_colour": ("两个地区同一颜色", "two regions of one colour"),
    "no_english_unit": ("单位没有英文", "a unit without English words"),
    "month_pair": ("不是首月和末月", "not a first and a last month"),
    "too_large": ("数字太大", "a number too large"),
    "too_long": ("时间跨度太长", "a span of time too long"),
    "too_small": ("数字太小", "a number too small"),
    "incomplete_pair": ("成对的字段缺了一个", "half of a pair of keys"),
    "too_few": ("清单太短", "a list too short"),
    "too_many": ("清单太长", "a list too long"),
    "no_subject": ("没有写明画什么", "a figure of nothing"),
    "two_subjects": ("两个主体只能写一个", "a figure of two subjects"),
    "nested_figure": ("合成图里又有合成图", "a figure made of figures inside another"),
    "idle_concept": ("主题下没有指标", "a concept without indicators"),
    "unfit_indicator": ("这种图画不了这个指标", "an indicator that this kind of chart can't draw"),
    "unfit_concept": ("这种图画不了这个主题", "a concept that this kind of chart can't draw"),
    "repeated_entry": ("同一项写了两次", "an entry twice"),
    "not_ascending": ("期间没有从早到晚排列", "periods that don't ascend"),
    "duplicate_id": ("代码重复", "two records with one id"),
    "parent_level": ("上级地区的层级不对", "a parent of the wrong level"),
    "unnamed": ("没有登记名称", "without a name in config.yaml"),
    "unknown_page": ("没有这个页面", "no such page"),
    "unknown_figure": ("没有这张图", "no such figure"),
    # both ways
    "region_not_listed": ("没有列出的地区", "a region that isn't listed"),
    "unused_indicator": ("没有用到的指标", "an indicator that nothing uses"),
    "unused_source": ("没有用到的出处", "a source that nothing uses"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``line`` as the editor or the spreadsheet shows it, from 1; ``column``
    the column of a table or the dotted key of a record; ``found`` as it stands there; ``expected``
    the values that would do, where they can be listed; ``facts`` what else the sentence needs."""

    code: str
    file: str
    line: int | None = None
    column: str = ""
    found: str = ""
    expected: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.code not in TITLES:
            raise KeyError(self.code)


def near(found: str, known: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The fact that tells which known word ``found`` may be a slip of; none where nothing is close."""
    if not 2 <= len(found) <= 60:
        return ()
    close = get_close_matches(found, list(known), n=1, cutoff=0.75)
    return (("near", close[0]),) if close else ()
