"""Faults as sentences, in Chinese and English: where, what was found, what was expected, what to do.

The one place where faults are worded. Their codes are in ``faults``.
"""

from __future__ import annotations

import re

from industry.tables.faults import Fault

SHOWN = 40
"""Characters of what was found that a sentence shows at most."""
_MONTHS = (
    ("一", "January"),
    ("二", "February"),
    ("三", "March"),
    ("四", "April"),
    ("五", "May"),
    ("六", "June"),
    ("七", "July"),
    ("八", "August"),
    ("九", "September"),
    ("十", "October"),
    ("十一", "November"),
    ("十二", "December"),
)

_CSV = "另存为“CSV UTF-8(逗号分隔)(*.csv)”；没有这一类型的WPS，用记事本打开后另存，编码选UTF-8"
_CSV_EN = (
    "save it as “CSV UTF-8 (Comma delimited) (*.csv)” in Excel or WPS, or, where WPS lacks that type, "
    "open it in Notepad and save it with the encoding UTF-8"
)
_PHRASES = {
    "kind.table": (f"请在Excel或WPS中{_CSV}", _CSV_EN),
    "kind.record": ("请用编辑器另存，编码选UTF-8", "save it with the encoding UTF-8 in your editor"),
    "hint.percent": ("请去掉百分号", "leave out the percent sign"),
    "hint.fullwidth": ("请用半角数字", "type the digits half-width"),
    "hint.comma": ("请用小数点，不用逗号", "write a decimal point, not a comma"),
    "hint.thousands": ("请去掉千位分隔的逗号", "leave out the commas between thousands"),
    "hint.minus": ("负号请用半角的-", "write the minus sign as -"),
    "hint.exponent": ("请写出全部数位，不用科学记数法", "write out all digits, without an exponent"),
    "hint.unit": ("请只填数字，单位留在as_printed列", "write the number alone; its unit stays in as_printed"),
    "hint.other": ("请只填一个数字", "write one number and nothing else"),
    "cause.tab": ("请用空格缩进，不用制表符", "indent with spaces, not with tabs"),
    "cause.colon": (
        "请检查缩进和冒号，含冒号的文字要加引号",
        "check the indentation and the colons, and put quotation marks around a text with a colon",
    ),
    "cause.quote": ("请把引号配成对", "close the quotation marks"),
    "cause.bracket": (
        "请把括号配成对，括号里含逗号的文字要加引号",
        "close the brackets, and put quotation marks around a text with a comma inside them",
    ),
    "cause.indent": ("请检查这一行和上一行的缩进", "check the indentation of this line and the one before"),
    "cause.key": ("请在字段名后写冒号和空格", "write a colon and a space after the key"),
    "cause.special": (
        "请给以%、@等符号开头的文字加引号",
        "put quotation marks around a text that begins with a sign such as % or @",
    ),
    "cause.character": ("请删去看不见的控制字符", "delete the invisible control character"),
    "cause.other": ("请对照相邻的记录检查写法", "compare it with the records beside it"),
    "feature.alias": ("锚点和引用（&、*）", "an anchor or an alias (&, *)"),
    "feature.tag": ("类型标签（!）", "a tag (!)"),
    "feature.document": ("一个以上的文档（---）", "more than one document (---)"),
    "feature.depth": ("过深的嵌套", "nesting too deep"),
    "feature.key": ("不是文字的字段名", "a key that is no text"),
    "type.text": ("文字，像数字的要加引号", "text, in quotation marks where it looks like a number"),
    "type.integer": ("整数", "a whole number"),
    "type.number": ("数字", "a number"),
    "type.boolean": ("true或false", "true or false"),
    "type.list": ("列表", "a list"),
    "type.mapping": ("由字段组成的记录", "a record of keys"),
    "type.bilingual": ("中英文一对，如{zh: 江西, en: Jiangxi}", "a pair such as {zh: 江西, en: Jiangxi}"),
    "form.id": (
        "小写字母、数字和下划线，如profit_growth",
        "lower-case letters, digits and underscores, such as profit_growth",
    ),
    "form.colour": ("如#0B6E74的颜色", "a colour such as #0B6E74"),
    "form.period": ("如2021-01/2021-06的期间", "a period such as 2021-01/2021-06"),
    "form.date": ("如2021-07-25的日期", "a date such as 2021-07-25"),
    "form.code": ("六位数字，如360000", "six digits, such as 360000"),
    "form.icon": ("如:material/dashboard:的图标，或留空", "an icon such as :material/dashboard:, or nothing"),
    "form.other": ("规定的写法", "the form that is laid down"),
}
_WORDS = {
    "missing_folder": (
        "没有这个文件夹；应有放着config.yaml和data的文件夹；请改正DATA中的路径",
        "there is no such folder; expected one that holds config.yaml and data; correct the path in DATA",
    ),
    "missing_file": (
        "没有这个文件；应有这个文件；请从备份中恢复",
        "there is no such file; expected one; restore it from a backup",
    ),
    "missing_table": (
        "没有这张表；列出的每个地区都应有一张；请新建这张表（表头照抄别的地区），或从备份中恢复",
        (
            "there is no such table; expected one for every region that is listed;"
            " make it (with the header of another region's), or restore it from a backup"
        ),
    ),
    "unreadable_file": (
        "文件读不出来；应为可以读取的普通文件；请检查权限，或关闭正在占用它的程序",
        (
            "the file can't be read; expected a plain file that may be read; check its permissions,"
            " or close the program that holds it"
        ),
    ),
    "unexpected_file": (
        "这个文件没有用处；应为observations/<地区>.csv或indicators/<主题>.yaml一类的文件；请改名、另存为CSV UTF-8，或移出data文件夹",
        (
            "nothing reads this file;"
            " expected files such as observations/<region>.csv or indicators/<topic>.yaml; rename it,"
            " save it as CSV UTF-8, or move it out of the folder data"
        ),
    ),
    "copied_file": (
        "{found}像是副本；应只有以代码命名的文件；请先把副本移出{folder}，不是副本的再改文件名",
        (
            "{found} seems to be a copy; expected only files named by an id;"
            " first move copies out of {folder}, and rename the file if it is none"
        ),
    ),
    "unknown_topic": (
        "{found}不是主题；应为{one_of}；请改文件名{near}，或在config.yaml的topics下登记这个主题",
        "{found} is no topic; expected {one_of}; rename the file{near}, or enter the topic under topics in config.yaml",
    ),
    "unknown_level": (
        "{found}不是地区层级；应为data/rules.yaml的levels下的代码；请改正{near}，或在那里登记这个层级",
        (
            "{found} is no level of regions; expected an id under levels in data/rules.yaml; correct it{near},"
            " or enter the level there"
        ),
    ),
    "unknown_region": (
        "{found}不是地区；应为data/regions.yaml中的代码；请改正{near}，或在data/regions.yaml中登记这个地区",
        (
            "{found} is no region; expected an id of data/regions.yaml; correct it{near},"
            " or enter the region in data/regions.yaml"
        ),
    ),
    "empty_file": (
        "文件是空的；应有内容；请从备份中恢复",
        "the file is empty; expected some content; restore it from a backup",
    ),
    "not_utf8": (
        "编码不是UTF-8（中文Excel常存成GB18030）；应为UTF-8；{kind}",
        "the text is not in UTF-8 (Chinese Excel often saves GB18030); expected UTF-8; {kind}",
    ),
    "utf16": (
        "编码是UTF-16（Excel的“Unicode文本”）；应为UTF-8；{kind}",
        "the text is in UTF-16 (Excel's “Unicode Text”); expected UTF-8; {kind}",
    ),
    "nul_byte": (
        "有空字节，文件可能已损坏；应为纯文本；请从备份中恢复，或另存一次",
        (
            "there is a NUL byte, the file may be damaged; expected plain text; restore it from a backup,"
            " or save it once more"
        ),
    ),
    "wrong_delimiter": (
        "各列用{found}分隔；应为逗号；请另存为“CSV UTF-8(逗号分隔)(*.csv)”",
        (
            "the columns are separated by {found}; expected commas;"
            " save it as “CSV UTF-8 (Comma delimited) (*.csv)”"
        ),
    ),
    "unclosed_quote": (
        "引号不成对，从这一行起读不下去；应为成对的半角引号；请补上或删去引号，文字里的引号写两个",
        (
            "a quotation mark has no partner, nothing can be read from here on;"
            " expected pairs of straight quotation marks; add or delete one,"
            " and double those inside a text"
        ),
    ),
    "no_header": (
        "{found}不是表头；应有{expected}等列名；请在第一行补上表头",
        (
            "{found} is no header; expected the names of columns such as {expected};"
            " put the header into the first line"
        ),
    ),
    "missing_column": (
        "没有这一列；应有这一列；请在表头补上列名，并填好每一行",
        "there is no such column; expected one; add its name to the header and fill it in on every row",
    ),
    "extra_column": (
        "{found}不是列名；应为{one_of}；请改正列名{near}，或删去这一列",
        "{found} is no column; expected {one_of}; correct the name{near}, or delete the column",
    ),
    "repeated_column": (
        "这一列出现两次；应只有一列；请删去其中一列",
        "the column is there twice; expected it once; delete one of them",
    ),
    "row_length": (
        "这一行有{plain}格；应与表头一样，为{expected}格；请补上或删去逗号，含逗号的文字要加引号",
        (
            "the row has {plain} cells; expected {expected}, as many as the header; add or delete commas,"
            " and put quotation marks around a text with a comma"
        ),
    ),
    "outer_space": (
        "{found}的首尾有空格；应没有；请删去空格",
        "{found} has a space at its beginning or end; expected none; delete it",
    ),
    "empty_cell": (
        "这一格是空的；应填写；请填上，或删去这一行",
        "the cell is empty; expected something; fill it in, or delete the row",
    ),
    "not_allowed": (
        "{found}不在清单里；应为{one_of}；请改正{near}",
        "{found} is not on the list; expected {one_of}; correct it{near}",
    ),
    "not_separated": (
        "{found}里的几项没有用空格分开；应为如{expected}的写法；请用半角空格隔开各项",
        "the words in {found} aren't separated by spaces; expected {expected}; put a space between them",
    ),
    "unknown_indicator": (
        "没有{found}这个指标；应为data/indicators/中的代码；请改正代码{near}，或先登记这个指标",
        (
            "there is no indicator {found}; expected an id of data/indicators/; correct the id{near},"
            " or enter the indicator first"
        ),
    ),
    "unknown_source": (
        "没有{found}这个出处；应为data/sources.yaml中的代码；请改正代码{near}，或先登记这个出处",
        (
            "there is no source {found}; expected an id of data/sources.yaml; correct the id{near},"
            " or enter the source first"
        ),
    ),
    "not_a_number": (
        "{found}不是数字；应为如{expected}的数字；{hint}",
        "{found} is not a number; expected a number such as {expected}; {hint}",
    ),
    "no_number_printed": (
        "{found}里读不出数字；应为原文所印的数字和单位，如18.5%；请照原文填写",
        (
            "no number can be read from {found}; expected number and unit as printed, such as 18.5%;"
            " copy them from the source"
        ),
    ),
    "printed_format": (
        (
            "{found}的小数位比value列的{value}多，Excel改动了这一列；应为原文所印的写法，如{expected}；"
            "请先把这一列设为“文本”，再照原文填写，原文确为{found}的，把value列也写足小数位"
        ),
        (
            "{found} has more decimals than {value} in the column value, Excel changed the column;"
            " expected what is printed, such as {expected}; format the column as text,"
            " then copy the figure from the source; where {found} is what is printed,"
            " give value its decimals too"
        ),
    ),
    "value_differs": (
        "{found}与as_printed列的{printed}不符；按单位“{unit}”应为{expected}；请对照原文改正其中一格",
        (
            "{found} isn't what as_printed says, {printed}; expected {expected} in the unit “{unit}”;"
            " look at the source and correct one of the two"
        ),
    ),
    "value_to_differs": (
        "{found}与as_printed列的{printed}不符；按单位“{unit}”应为{expected}；请对照原文改正其中一格",
        (
            "{found} isn't what as_printed says, {printed}; expected {expected} in the unit “{unit}”;"
            " look at the source and correct one of the two"
        ),
    ),
    "range_order": (
        "上限{found}不大于下限；应大于{expected}；请对照原文改正",
        (
            "the upper end {found} isn't above the lower; expected more than {expected};"
            " look at the source and correct it"
        ),
    ),
    "qualifier_differs": (
        "{found}与as_printed列的{printed}不符；应为{expected}；请按原文的限定词改正",
        (
            "{found} isn't what as_printed says, {printed}; expected {expected};"
            " take the qualifier from what is printed"
        ),
    ),
    "period_form": (
        "{found}不是期间；应为2021、2021-06、2021-01/2021-06或2016/2020；请改成这样的写法",
        "{found} is no period; expected 2021, 2021-06, 2021-01/2021-06 or 2016/2020; write it like that",
    ),
    "period_date": (
        "{found}不是期间，Excel把期间改成了日期；应为{expected}；请先把这一列设为“文本”，再填{expected}",
        (
            "{found} is no period, Excel turned it into a date; expected {expected};"
            " format the column as text, then enter {expected}"
        ),
    ),
    "period_month": (
        "{found}里没有这个月份；应为01到12月；请改正月份",
        "{found} names a month that doesn't exist; expected 01 to 12; correct the month",
    ),
    "period_order": (
        "{found}的止期不在起期之后；应先写起期，再写止期；请对调或改正",
        "{found} doesn't end after its beginning; expected the beginning first; swap the two or correct them",
    ),
    "period_stock": (
        "{found}是一段时间，而指标是时点数；应为一个月份，如2020-12；请填时点所在的月份，年末为12月",
        (
            "{found} is a span of time, but the indicator is a stock; expected one month,"
            " such as 2020-12; give the month at whose end it was counted, December for the end of a year"
        ),
    ),
    "period_missing": (
        "期间是空的；应填写期间，确实推断不出的在inferred列写period；请填上其中一格",
        (
            "the period is empty; expected one,"
            " or period in the column inferred where none can be inferred; fill in one of the two"
        ),
    ),
    "joint_months": (
        "{found}把{months}分开了；应为如{expected}的期间，这个指标{months}合并公布；请改正期间",
        (
            "{found} takes {months} alone; expected a period such as {expected},"
            " because the indicator joins them; correct the period"
        ),
    ),
    "paragraph_form": (
        "{found}不是段落号；应为从1起的整数，如8；请数材料的非空行",
        (
            "{found} is no paragraph; expected a whole number from 1, such as 8;"
            " count the document's lines that aren't empty"
        ),
    ),
    "paragraph_missing": (
        "段落号是空的，而出处是一份材料；应为从1起的整数；请填这个数字所在的段落",
        (
            "the paragraph is empty, but the source is a document; expected a whole number from 1;"
            " give the paragraph in which the figure stands"
        ),
    ),
    "paragraph_surplus": (
        "有段落号{found}，而出处是统计数据；应为空；请清空这一格，或改正出处",
        (
            "there is a paragraph, {found}, but the source is statistics; expected an empty cell;"
            " clear it, or correct the source"
        ),
    ),
    "duplicate_row": (
        "{found}的这一行与第{first}行相同；应只有一行；请删去其中一行",
        "the row of {found} says the same as line {first}; expected it once; delete one of them",
    ),
    "contradictory_row": (
        (
            "{found}的这一行与第{first}行指标、期间、出处和段落都相同，数值却是{value}和{before}；"
            "应只有一个数值；请对照原文改正或删去其中一行"
        ),
        (
            "the row of {found} has indicator, period, source and paragraph of line {first},"
            " but the values are {value} and {before}; expected one value;"
            " look at the source and correct or delete one of them"
        ),
    ),
    "yaml_syntax": (
        "{found}读不下去；应为正确的YAML；{cause}",
        "nothing can be read beyond {found}; expected correct YAML; {cause}",
    ),
    "yaml_feature": (
        "用了{feature}；应只用列表、字段和文字；请把内容直接写出来",
        "there is {feature}; expected lists, keys and texts only; write out what is meant",
    ),
    "duplicate_key": (
        "{found}在第{first}行已经写过；应只有一个；请删去其中一个",
        "{found} is there already, on line {first}; expected it once; delete one of them",
    ),
    "unknown_key": (
        "{found}不是字段名；应为{one_of}；请改正{near}或删去，含逗号的文字要加引号",
        (
            "{found} is no key; expected {one_of}; correct it{near} or delete it,"
            " and put quotation marks around a text with a comma"
        ),
    ),
    "missing_key": (
        "没有这个字段；应有这个字段；请补上",
        "there is no such key; expected one; add it",
    ),
    "wrong_type": (
        "{found}的类型不对；应为{type}；请改正",
        "{found} is of the wrong type; expected {type}; correct it",
    ),
    "wrong_form": (
        "{found}写法不对；应为{form}；请改正",
        "{found} is written wrongly; expected {form}; correct it",
    ),
    "empty_text": (
        "内容是空的；应填写；请填上，或删去这个字段",
        "there is nothing; expected something; fill it in, or delete the key",
    ),
    "unquoted_colour": (
        "内容是空的，没有引号的#起是注释；应为加了引号的颜色，如'#0B6E74'；请给颜色加引号",
        (
            "there is nothing, for a # without quotation marks starts a comment;"
            " expected a colour in quotation marks, such as '#0B6E74'; put quotation marks around it"
        ),
    ),
    "same_colour": (
        "{found}已是第{first}行的地区{other}的颜色；应各不相同；请换一种颜色",
        (
            "{found} is the colour of {other} already, line {first}; expected another for each region;"
            " choose a different one"
        ),
    ),
    "no_english_unit": (
        "没有单位{found}的英文；应有unit_en；请补上，如unit_en: tonnes of coal equivalent",
        (
            "there are no English words for the unit {found}; expected unit_en;"
            " add it, such as unit_en: tonnes of coal equivalent"
        ),
    ),
    "month_pair": (
        "{found}不是合并公布的首月和末月；应为1至12之间先小后大的两个月，如[1, 2]；请改正",
        (
            "{found} is no first and last month; expected two from 1 to 12, the earlier first, such as [1, 2];"
            " correct them"
        ),
    ),
    "too_large": (
        "{found}太大；应不大于{expected}；请改正",
        "{found} is too large; expected {expected} or less; correct it",
    ),
    "too_long": (
        "{found}跨度太长；应不超过{expected}年；请改正",
        "{found} is too long; expected {expected} years or less; correct it",
    ),
    "too_small": (
        "{found}太小；应不小于{expected}；请改正",
        "{found} is too small; expected {expected} or more; correct it",
    ),
    "incomplete_pair": (
        "只有{found}，没有{expected}；应两者都有；请补上{expected}，或删去{found}",
        "there is {found} without {expected}; expected both; add {expected}, or delete {found}",
    ),
    "too_few": (
        "只有{plain}项；应不少于{expected}项；请补上",
        "the list has {plain}; expected {expected} or more; complete it",
    ),
    "too_many": (
        "有{plain}项；应不多于{expected}项；请删去多余的",
        "the list has {plain}; expected {expected} at most; delete the others",
    ),
    "no_subject": (
        "没有写明画什么；应有{one_of}；请补上其中一个",
        "it isn't said what to show; expected {one_of}; add one of them",
    ),
    "two_subjects": (
        "{found}和{expected}不能同时写；应只有一个；请删去其中一个",
        "there is {found} beside {expected}; expected one of the two; delete the other",
    ),
    "nested_figure": (
        "{found}本身由几张图合成；应为单张的图；请换成其中的各张图",
        "{found} is itself made of several figures; expected single ones; name those instead",
    ),
    "idle_concept": (
        "主题{found}下没有指标；应至少有一个；请改正，或在指标的concept中写上它",
        (
            "no indicator is of the concept {found}; expected one at least; correct it,"
            " or give an indicator this concept"
        ),
    ),
    "unfit_indicator": (
        "指标{found}的{key}是{value}；这张图里应为{one_of}；请换一个指标，或改图的种类（chart）和选项",
        (
            "the {key} of the indicator {found} is {value}; expected {one_of} in this figure;"
            " name another indicator, or change the figure's kind (chart) and options"
        ),
    ),
    "unfit_concept": (
        "主题{found}下没有这张图能画的指标；应至少有一个，{key}为{one_of}；请换一个主题，或改图的种类（chart）和选项",
        (
            "this figure can draw no indicator of the concept {found}; expected one at least whose {key} is {one_of};"
            " name another concept, or change the figure's kind (chart) and options"
        ),
    ),
    "repeated_entry": (
        "{found}写了两次；应只有一次；请删去其中一个",
        "{found} is there twice; expected it once; delete one of them",
    ),
    "not_ascending": (
        "{found}的止期不比前一个（{expected}）晚；应从早到晚，各写一次；请调换或删去",
        (
            "{found} doesn't end later than the one before, {expected}; expected periods in order, each once;"
            " swap them or delete one"
        ),
    ),
    "duplicate_id": (
        "代码{found}在{file}第{first}行已经用过；应各不相同；请改其中一个，或删去重复的记录",
        (
            "the id {found} is taken, {file}, line {first}; expected each once; change one of them,"
            " or delete the record that is there twice"
        ),
    ),
    "parent_level": (
        "上级地区{found}的层级不高于本地区；应为更高一级的地区，国家没有上级；请改正parent或level",
        (
            "the parent {found} is of no higher level; expected one of a higher level, a country has none;"
            " correct parent or level"
        ),
    ),
    "unnamed": (
        "{found}没有登记名称；应为config.yaml的{names}下的代码；请改正{near}，或在那里补上中英文名称",
        (
            "{found} has no name; expected an id under {names} in config.yaml; correct it{near},"
            " or give its names there"
        ),
    ),
    "unknown_page": (
        "没有{found}这个页面；应为config.yaml的pages下的代码；请改正代码{near}",
        "there is no page {found}; expected an id under pages in config.yaml; correct the id{near}",
    ),
    "unknown_figure": (
        "没有{found}这张图；应为config.yaml的figures下的代码；请改正代码{near}",
        "there is no figure {found}; expected an id under figures in config.yaml; correct the id{near}",
    ),
    "region_not_listed": (
        "没有列出地区{found}，而data/observations/{plain}.csv里有它的数据；应列出；请补上，或把这张表移出data文件夹",
        (
            "the region {found} isn't listed, but data/observations/{plain}.csv holds its data;"
            " expected it on the list; add it, or move the table out of the folder data"
        ),
    ),
    "unused_indicator": (
        "没有数据用到指标{found}；应至少有一行，或被别的指标引用；请补上数据，或删去这个指标",
        (
            "no row holds the indicator {found}; expected one at least, or a relation that names it;"
            " enter its data, or delete the indicator"
        ),
    ),
    "unused_source": (
        "没有数据用到出处{found}；应至少有一行；请补上数据，或删去这个出处",
        "no row names the source {found}; expected one at least; enter its data, or delete the source",
    ),
}
"""Chinese and English: what was found; what was expected; what to do."""

_MARKS = {"\t": ("制表符", "tabs"), ";": ("分号", "semicolons"), "，": ("全角逗号", "full-width commas")}


def sentence(fault: Fault, language: str) -> str:
    """One sentence: file, line, column, what was found, what was expected, what to do."""
    english = language != "zh"
    facts = {key: _fact(key, value, english) for key, value in fault.facts}
    found = _quoted(fault.found)
    if fault.code == "wrong_delimiter":
        found = _MARKS[fault.found][english] if fault.found in _MARKS else found
    if not fault.found:
        found = "an empty text" if english else "空白"
    several = [one or ("nothing" if english else "空白") for one in fault.expected]
    expected = (", " if english else "、").join(several)
    one_of = expected
    if len(several) > 1:
        one_of = f"one of {expected}" if english else f"{expected}之一"
    given = {"near": "", **facts, "found": found, "plain": _clean(fault.found)}
    told = _WORDS[fault.code][english].format_map({**given, "expected": expected, "one_of": one_of})
    return f"{_place(fault, english)}: {told}." if english else f"{_place(fault, english)}：{told}。"


def _place(fault: Fault, english: bool) -> str:
    """File, line and column or key, as far as the fault has them."""
    table = fault.file.endswith(".csv")
    column = _clean(fault.column)
    if english:
        parts = [fault.line and f"line {fault.line}", column and f"{'column' if table else 'key'} {column}"]
        return ", ".join([_clean(fault.file, 200), *(part for part in parts if part)])
    parts = [fault.line and f"第{fault.line}行", column and f"{column}{'列' if table else '字段'}"]
    return " ".join([_clean(fault.file, 200), *(part for part in parts if part)])


def _fact(key: str, value: str, english: bool) -> str:
    if key == "near":
        return f" (perhaps {_clean(value)})" if english else f"（是否为{_clean(value)}）"
    if key == "months":
        return _months([int(one) for one in value.split()], english)
    phrase = _PHRASES.get(f"{key}.{value}")
    if phrase is not None:
        return phrase[english]
    return _quoted(value) if key in ("printed", "value", "before") else _clean(value, 200)


def _months(numbers: list[int], english: bool) -> str:
    """一、二月, January or February."""
    names = [_MONTHS[number - 1][english] for number in numbers]
    return " or ".join(names) if english else "、".join(names) + "月"


def _quoted(text: str) -> str:
    return f"“{_clean(text)}”"


def _clean(text: str, most: int = SHOWN) -> str:
    """On one line, without what a screen can't show, and cut where it is long."""
    plain = re.sub(r"\s+", " ", text.encode("utf-8", "replace").decode("utf-8"))
    plain = "".join(letter if letter.isprintable() else "�" for letter in plain)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
