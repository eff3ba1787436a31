"""The numbers of running text: where each stands, with the words before and behind it that are part of how it is said.

What a number is of is for ``claims``; what it means is read by ``vocabulary.printed`` once that is known. Nothing
here knows a table. No numbers to judge are those of dates, document numbers, plans and meetings (十四五, “2+6+N”,
十九届六中全会), ordinals of a list, names in quotation marks, and what only looks like one (两位数, 5G, 一系列).
All places are those of the text that is given; it is read as ``alike`` makes it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from industry.vocabulary.printed import words

POINTS = "百分点"
_SPOKEN = (
    r"[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千]*"
    r"(?:[万亿](?=[零一二两三四五六七八九][零一二三四五六七八九十百千])[零〇一二两三四五六七八九十百千]+)*(?:点[零一二三四五六七八九]+)?"
)
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[百千](?!分点))?(?:万亿|万|亿)?"
_UNITS = (
    "个多百分点|个百分点|百分点|平方米|平方公里|公里|千瓦时|家企业|户企业|美元|亿元|万元|人次|家次|省市|毫秒|分钟|"
    "亩|元|家|户|个|项|人|名|位|种|次|场|条|款|台|块|剂|册|期|套|年|天|张|件|强|批|笔|辆|所|座|支|吨|处|级|倍|成|大|%|‰"
)
_TAIL = r"(?:\(含\))?(?:以上|及以上|以下|以内|之内|左右|上下)"
_QUANTITY = re.compile(
    rf"(?P<frac>百分之)?(?P<number>{_ARABIC}|{_SPOKEN})(?P<vague>[多余])?"
    rf"(?P<scale>{_SCALE})(?P<more>[多余])?(?P<unit>{_UNITS})?(?P<tenth>(?<=成)[零〇一二两三四五六七八九点半\d]+(?:\.\d+)?)?"
)
_RANGE = re.compile(
    rf"(?:{_ARABIC}|{_SPOKEN})(?:{_SCALE})(?:个百分点|%|家|个|项|户|亿元|万元)?(?:至|到|-)(?=(?:{_ARABIC})(?:{_SCALE})(?:{_UNITS}))"
)
_BROKEN = re.compile(
    rf"\d+(?:\.\d+)?(?:[,:;·'’]|\.\.| ?\. ?| )\d[\d.]*{_SCALE}(?P<unit>个百分点|百分点|亿元|万元|元|户|家|%|‰|倍)"
)
"""A number in which a space or a sign stands that a scan makes of a point (29,4%): no number by itself and one behind it."""
_APART = re.compile("(?:分别|依次)[^。;]*$")
"""What tells several numbers, between which such a sign may stand."""
_PLACE = re.compile(
    rf"第(?:\d+|{_SPOKEN})(?:位|名|个|家)?|(?<![提目以之当])前(?:\d+|{_SPOKEN})(?:位|名|强)?|首[位家]|榜首"
)
_WORD = re.compile(
    r"翻(?:了)?[一两二三]番|翻番|(?:超|过|近)?(?:一半|半数)|过半|(?:基本|大体|大致)?持平|零增长"
)
LEVEL = re.compile("持平$")
"""What tells two figures as level."""
_BARE = re.compile(rf"(?P<scale>[百千万亿]+)(?P<more>[多余])?(?P<unit>{_UNITS})?")
_NO_NUMBER = re.compile(
    r"“[^”“]{0,12}”|\"[^\"]{0,12}\"|https?://[^\s,。;)]+|"
    r"第\d+(?:[、,至-]\d+)*(?:段|页|款|节|版)|前[一二两三四五六七八九十\d]+批|"
    r"[〔\[(]\d{4}[〕\])]\s*\d+号|\d+(?:\+(?:\d+|[a-z])+)+|\d{1,2}:\d{2}|"
    r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:19|20)\d\d[-/]\d{1,2}(?:[-/]\d{1,2})?(?![\d.%个家亿万])|"
    r"(?:19|20)\d\d(?=vr|世界|中国|年)|(?:19|20)\d\d年?(?:至|到|-)(?=(?:19|20)\d\d)|"
    r"\d{1,2}月?(?:-|至|到)\d{1,2}月份?|\d{1,2}月(?:\d{1,2}日)?份?|\d{1,2}日|(?:19|20)\d\d(?=[上下]半年|全年|前三|[一二三四]季)|(?<!\d)\d\d年(?=[上下]半年|全年|前|[一二三四]季|\d{1,2}月)|[一二三四]季度|前三季度|(?:两|二|三)年(?:年均|平均)|(?<=年)前(?:\d{1,2}|[一二三四五六七八九十]+)个?月|前(?:\d{1,2}|[一二两三四五六七八九十]+)个?月|[一二三四五六七八九十]+月份?(?!\d)|"
    r"(?<![代发报手钟外年])[图表]\s?\d{1,2}(?:-\d{1,2})?(?![\d%家个户亿万人]|[.,]\d)|十[二三四五六]五|[一二三四五六七八九十]+届|[一二三四五六七八九十]+中全会|[一二三四五六七八九十]+次(?:全体|全会|代表)|"
    r"第[一二三四五六七八九十\d]+(?:次|届|章|条|批|季度|期|部|产业|三方|时间|动力|阶段|方阵|副)|(?:^|(?<=[\n。;:,]))第[一二三四五六七八九十\d]+[,、]|"
    r"[一二三四五六七八九十]+是|[(][一二三四五六七八九十\d]+[)]|(?:^|(?<=[\n。;]))(?:[一二三四五六七八九十]+、|\d{1,2}[.、](?!\d))|"
    r"(?=[0-9a-f]*\d[a-f]+\d)[0-9a-f]{6,}|(?:两|二|三|四)位数|[两三]字头|\d+g(?:\+\d+g)*|(?<![a-z])[a-z]\d+|\d+[a-z]{2,}|\d+[a-z](?![a-z\d])|4个意识|"
    r"一(?!(?:[倍半成位名番亿万千百]|[二三四五六七八九十]|[百千万亿]))|"
    r"[二两三]十国|千方百计|百花|万众|万物|三农|三产|二产|一产|四面|五险|十分|千方|三大|两化|两会|三级|两手|四最"
)
"""What isn't a number to judge; a number that begins in one of these isn't looked at."""
_LIKE = "abdgiloqstz"
"""Letters that a scan makes of digits."""
SCANNED = (
    rf"(?<![a-z\d])(?<!\d[.,])(?=[a-z.,]*\d)(?=[a-z]|[\d.,]*[{_LIKE}])(?![a-z]\d[a-z](?![.,a-z\d]))"
    rf"(?:(?:[a-z]|[lio]*)\d[\d{_LIKE}]*|[{_LIKE}]{{1,2}}(?=\.[\d{_LIKE}]|,\d{{3}}))(?:,[\d{_LIKE}]{{3}})*(?:\.[\d{_LIKE}]+)?"
)
"""A number with a letter that a scan may have made of a digit: before it any, inside it or at its end one that looks like a digit; no
name such as B2B."""
_LETTERED = re.compile(rf"(?P<body>{SCANNED})(?P<scale>{_SCALE})(?P<unit>{_UNITS})?(?![a-z])")
_WORDS = ("元宇", "元素", "元件", "元器", "元年", "元旦", "项目", "套餐", "个性", "个体")
"""Words that begin as a unit does, behind a name of letters and figures: 5G元宇宙, L3项目."""
_COUNTED = re.compile(r"[lio]*\d(?:[\d,.lio]|(?<=\d)[qsz](?=\d))*|\d{2,}[qsz]|[lio]+\.[\dlio]+")
"""Of what counts things, behind which names of letters and figures stand, too (5G项目, G20个): letters that look like 1 or 0, inside it
those that no such name has."""
_OF_AMOUNTS = ("%", "元", "亿元", "万元", POINTS, f"个{POINTS}", f"个多{POINTS}")
"""Units that stand behind no name of letters and figures (L3级, A4纸, TOP500强)."""
_LONGEST_WORD = max(map(len, words.LEAD))
MOVED = "提高|提升|上升|回升|加快|回落|下降|收窄|扩大|放缓|降低"
_JOINT = re.compile(f"(?:、|和|及|与|以及)(?:{MOVED}|高|低|快|慢|大|小)?")
"""Between the numbers of a list, each of which may have a direction of its own."""
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?个?")
_LIST = 60
"""Letters back to what tells several numbers."""
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """``start`` to ``end``: the number with its scale, unit and qualifiers, as it is marked. ``lead`` says where the
    words before it begin that its sign may depend on (同比增长18.5%). ``unit``: the word for what is counted, empty
    where none is printed; ``place`` of a rank or an ordinal (第8位). ``owed``: what it leaves to a number behind it to
    print (2.0、1.3个百分点). ``said``: of a comparison without a number its kind, and ``start`` to ``end`` its words."""

    start: int
    end: int
    lead: int
    unit: str
    place: bool = False
    owed: str = ""
    said: str = ""

    def moved(self, by: int) -> Number:
        """The same number in a text that begins so much earlier."""
        return replace(self, start=self.start + by, end=self.end + by, lead=self.lead + by)


def numbers(text: str) -> tuple[Number, ...]:
    """Every number to judge of a text that ``alike`` has made, in order."""
    names = (one for one in _NO_NUMBER.finditer(text) if not _lettered(text, one.start()))
    barred = {at for one in names for at in range(*one.span())}
    found: list[Number] = []
    at = 0
    while at < len(text):
        one = _at(text, at, barred)
        if one is None:
            at += 1
            continue
        found.append(one)
        at = max(one.end, at + 1)
    return tuple(_shared(text, found))


def _shared(text: str, found: list[Number]) -> list[Number]:
    """With the unit that only the last of a list prints: 1.9个和0.9个百分点, 2.4、3.1%."""
    for at in range(len(found) - 2, -1, -1):
        one, behind = found[at], found[at + 1]
        if not _DECIMAL.fullmatch(text, one.start, one.end) or not _JOINT.fullmatch(
            text, one.end, behind.start
        ):
            continue
        if behind.unit.endswith(POINTS):
            owed = POINTS if one.unit else f"个{POINTS}"
            found[at] = replace(one, unit=f"个{POINTS}", owed=owed)
        elif behind.unit == "%" and not one.unit:
            found[at] = replace(one, unit="%", owed="%")
    return found


def _at(text: str, at: int, barred: Container[int]) -> Number | None:
    """The number whose numeral begins at a place."""
    letter = text[at]
    if at not in barred and (one := _lettered(text, at)):
        return _made(text, at, one.end(), one["unit"] or "")
    if not (letter.isdigit() or letter in "零一二两三四五六七八九十百千万亿第前首榜翻超过近持基大半"):
        return None
    if at in barred:
        return None
    if letter in "第前首榜" and (place := _PLACE.match(text, at)):
        return _made(text, at, place.end(), "位", True)
    if word := _WORD.match(text, at):
        return _made(text, at, word.end(), "%")
    if letter in "超过近持基大半翻第前首榜":
        return None
    if letter in "百千万亿" and not text.startswith("百分之", at):
        return _bare(text, at)
    return _counted(text, at)


def _counted(text: str, at: int) -> Number | None:
    """A number in figures or characters; one in characters counts something, and so does one in figures unless it
    stands alone in a table."""
    if text[at].isdigit() and _goes_on(text, at):
        return None
    start = at
    low = _RANGE.match(text, at)
    if low:
        at = low.end()
    one = _QUANTITY.match(text, at)
    if one is None:
        return None
    unit = one["unit"] or ("%" if one["frac"] else "")
    broken = _BROKEN.match(text, at) if not (low or unit or one["scale"]) else None
    if broken is not None and not _APART.search(text[max(0, at - _LIST) : at]):
        return _made(text, start, broken.end(), broken["unit"])
    spoken = not text[at].isdigit() and not one["frac"]
    if spoken and not unit and not one["scale"]:
        return None
    if (
        not unit
        and not one["scale"]
        and not spoken
        and text[one.end() : one.end() + 1] in ("月", "日", "号", "时")
    ):
        return None
    return _made(text, start, one.end(), unit)


def _goes_on(text: str, at: int) -> bool:
    """Whether the figure at a place belongs to a number or a word that begins before it."""
    before = text[at - 1] if at else " "
    if before.isdigit() or before == "." and at > 1 and text[at - 2].isdigit():
        return True
    if before == "," and at > 1 and text[at - 2].isdigit():
        return _THOUSANDS.match(text, at) is not None
    named = at > 1 and "a" <= text[at - 2] <= "z"
    if named and (one := _QUANTITY.match(text, at)) and one["unit"] in _OF_AMOUNTS:
        return text.startswith(_WORDS, one.end() - 1)
    return "a" <= before <= "z" and not text.endswith("gdp", 0, at)


def _lettered(text: str, at: int) -> re.Match[str] | None:
    """The number that begins at a place and has a letter in it that isn't read as any digit: of an amount, or of letters that
    look like digits alone and no level (L3级)."""
    one = _LETTERED.match(text, at)
    if one is None or text.startswith(_WORDS, one.end() - 1):
        return None
    if one["unit"] in _OF_AMOUNTS:
        return one
    alike = _COUNTED.fullmatch(one["body"])
    fraction = "." in one["body"] and one["body"][-1].isdigit()
    return one if alike and one["unit"] != "级" and (one["unit"] or one["scale"] or fraction) else None


def _bare(text: str, at: int) -> Number | None:
    """千家, 千亿: a scale alone is a number where a word opens it (近千家) or a counter follows (百个)."""
    one = _BARE.match(text, at)
    opened = text[:at].endswith(("近", "过", "超", "破", "上", "突破", "超过", "逾", "数"))
    if one is None or (at and text[at - 1] in r"零一二两三四五六七八九十几数\d"):
        return None
    if not opened and (one["unit"] not in ("个", "级") or one["scale"] == "万"):
        return None
    return _made(text, at, one.end(), one["unit"] or "")


def _made(text: str, start: int, end: int, unit: str, place: bool = False) -> Number:
    """With its qualifiers, and the words before that go with it."""
    tail = re.compile(_TAIL).match(text, end)
    end = tail.end() if tail else end
    if (
        start
        and text[start - 1] in "+-"
        and (
            start < 2
            or not (text[start - 2].isascii() and text[start - 2].isalnum() or text[start - 2] in "%)")
        )
    ):
        start -= 1
    while word := _ending(text, start, words.QUALIFIER):
        start -= len(word)
    lead = start
    while word := _ending(text, lead, words.LEAD):
        lead -= len(word)
    return Number(start, end, lead, unit, place)


def _ending(text: str, at: int, known: Container[str]) -> str:
    """The longest of some words that ends at a place."""
    for size in range(min(_LONGEST_WORD, at), 0, -1):
        if (word := text[at - size : at]) in known:
            return word
    return ""
