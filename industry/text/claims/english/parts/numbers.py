"""The figures of English text, each with the same said as a Chinese print: ``98.2 billion yuan`` is ``0.0982万亿元`` to the same last
digit, ``nearly 19 percent`` is ``近19%``. So what they mean is read by ``vocabulary.printed`` alone, as in any other draft.

What isn't certain to be one amount (a third, one in five, 1.4 times more) is a figure that can't be read. No figures to judge are
dates, numbers of sections, plans, telephones, and names (5G, Industry 4.0, Top 500).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from industry.text.claims.english.parts.lexicon import WORDS, either
from industry.text.claims.numbers import POINTS, SCANNED

_SMALL = {word: value for value, word in enumerate(WORDS["small"])} | WORDS["tens"]
_ORDINALS = {word: value for value, word in enumerate(WORDS["ordinals"], start=1)}
_QUALIFIER = {phrase: sign for sign, some in WORDS["qualifiers"].items() for phrase in some}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?"
_SPELLED = rf"(?:{'|'.join(WORDS['tens'])})(?:-(?:{'|'.join(WORDS['small'][1:10])}))?|{'|'.join(sorted(WORDS['small'][2:], key=len, reverse=True))}"
_SCALES = {
    "trillion": ("万亿", 0), "trn": ("万亿", 0), "tn": ("万亿", 0), "hundred million": ("亿", 0), "billion": ("万亿", 3),
    "bn": ("万亿", 3), "million": ("亿", 2), "mn": ("亿", 2), "ten thousand": ("万", 0), "thousand": ("万", 1),
}  # fmt: skip
"""Each as a Chinese scale, and by how many places the point moves to the left."""
_PERCENT = "%|percent|per cent|pct"
_POINT = (
    r"percentage[\s-]+points?|percent[\s-]+points?|per cent points?|%[\s-]+points?|pps?\b|ppts?\b|points?"
)
_YUAN = r"(?:chinese )?yuan(?: rmb)?|rmb(?: yuan)?|cny|renminbi(?: yuan)?"
_OPENED = rf"(?:(?P<qualifier>{either(_QUALIFIER)})\s+)?(?:(?P<money>rmb|cny|¥|yuan|us\$|\$|€|usd)\s?)?(?P<sign>[+-])?"
_AMOUNT = re.compile(
    rf"{_OPENED}(?P<number>{_DIGITS}|{_SPELLED})(?:(?:\s*(?:-|to)\s*)(?P<high>{_DIGITS}|{_SPELLED})(?=[\s%-]))?"
    rf"(?:[\s-]*(?P<scale>{'|'.join(_SCALES)})(?![a-z]))?"
    rf"(?:[\s-]*(?P<unit>{_POINT}|{_PERCENT}|{_YUAN}|us dollars|dollars|euros?|-?fold|times|places|basis points)(?![a-z]))?"
    r"(?P<tail>\s+or (?:more|above|over|less|so)\b)?"
)
_BETWEEN = re.compile(
    rf"(?:between|from)\s+(?P<low>{_DIGITS})\s*(?P<same>%|percent|per cent)?\s+(?:and|to)\s+(?P<high>{_DIGITS})\s*(?P<unit>%|percent|per cent)"
)
_LETTERED = re.compile(
    rf"{SCANNED}(?:\s*(?:{_PERCENT}|{_POINT})(?![a-z])|\s+(?:{'|'.join(_SCALES)}|{_YUAN})(?![a-z]))"
)
_PLACE = re.compile(
    rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th)\b|(?P<word>{either(_ORDINALS)})\b|(?:no\.?|number)\s?(?P<no>\d{{1,2}}|one|two|three)\b"
    r"|(?P<top>(?:the )?top \d{1,2}|(?:the )?top (?:three|five|ten))\b"
)
_PART = re.compile(
    r"(?:(?:over|more than|about|nearly|almost|roughly|around|less than) )?(?:(?:a|one|two|three|four)[\s-]"
    r"(?:thirds?|quarters?|fifths?|half)|half(?= of\b| the\b)|(?:one|two|three|four|nine) (?:out of|in) (?:every )?(?:three|four|five|ten))\b"
)
_DOUBLED = re.compile(
    r"(?:(?:more than|nearly|almost|about) )?(?P<word>doubled|doubling|tripled|tripling|quadrupled|trebled|halved)\b"
)
_TAILS = {"more": "以上", "above": "以上", "over": "以上", "less": "以下", "so": "左右"}
_NO_NUMBER = re.compile(
    r"(?P<site>(?:https?://|www\.)\S+|\S+@\S+)|(?P<phone>(?:tel|phone|fax|telephone|mobile|hotline)[.:\s]+[+\d()\s-]{6,}|\+\d[\d\s()-]{7,}|\b\d{3,4}-\d{7,8}\b)|"
    r"(?P<part>(?:section|sections|chapter|chapters|article|articles|table|tables|figure|figures|fig\.|annex|appendix|item|note|step|page|pages|part|phase|volume|version|document|box)"
    r"\s(?:no\.\s?)?\d+(?:\.\d+)*(?![\d%])|paragraphs?\s\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?(?![\d%]))*(?![\d%,.]\d)(?!\s*(?:per|%))|(?:no\.|\[)\s?\d+(?:\s?\[\d{4}\]|\])|\[\d{4}\]\s?no\.\s?\d+|(?:^|(?<=\n))\s*\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|\(\d{1,2}\)|(?:^|(?<=\n))\s*\d{1,2}\.\d{1,2}(?:\.\d+)*(?=\s+[a-z])(?!\s+(?:per|pct|point|[bmt]illion|trillion|[bmt]n\b|thousand|hundred|yuan|rmb|times|pp|fold)))|"
    r"(?P<span>(?:(?:over|about|nearly|more than|past|last|another|within) )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:years?|months?|weeks?|days?|hours?|decades?|quarters?)\b)|"
    r"(?P<clock>\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?\b)|"
    r"(?P<name>industry[\s-]\d\.\d|made in china \d{4}|\d{1,2}(?:st|nd|rd|th)[\s-](?:five[\s-]year|cpc|party|national|npc|plenary|central|session|congress|anniversary|century|edition|world|china|meeting)|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|thirteenth|fourteenth|fifteenth)[\s-](?:five[\s-]year|plenary|session|batch|phase|stage|class|tier|party|world)|"
    r"(?:top|fortune|global|world|china)[\s-](?:100|500|1000|1,000)\b|\bcovid-19|\biso\s?\d+|(?!rmb|cny|usd|yuan)[a-z]+\d[\w.]*|\d+(?:\.\d+)?[a-z]+(?:\+\w+)*(?<!\d%)\b(?<!st)(?<!nd)(?<!rd)(?<!th)(?<!bn)(?<!mn)(?<!tn)(?<!trn)(?<!pp)(?<!pct)|\d+(?:\+\d+)+(?:\+n)?|"
    r"(?:one|two|three|four|five|ten|\d+)-(?:year|day|month|week|hour|step|stop|tier|star|pronged|in-one|way|digit|dimensional|child)s?(?![\s-]+old)|[\"“](?=[^\"”]{0,12}\d)[^\"”%]{1,24}[\"”])"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from ``start`` to ``stop``. ``print``: the same in Chinese, without a unit where it counts things and with a sign
    only where one is printed; ``unit``: as ``claims.numbers`` writes it, empty of what counts things; ``place``: of a rank.
    ``known``: that it can be read at all."""

    start: int
    stop: int
    print: str
    unit: str
    place: bool = False
    known: bool = True
    money: bool = False
    scaled: bool = False
    """Whether it is of billions or so without saying of what."""


def barred(text: str, at: int) -> int | None:
    """Where something with a figure in it ends that isn't a number to judge."""
    found = None if _LETTERED.match(text, at) else _NO_NUMBER.match(text, at)
    return found.end() if found else None


def figure(text: str, at: int) -> Figure | None:
    """The figure that begins at a place of a text (made by ``even``), its qualifier included."""
    if at and (text[at - 1].isalnum() or text[at - 1] == "." and at > 1 and text[at - 2].isdigit()):
        return None
    if one := _LETTERED.match(text, at):
        return Figure(at, one.end(), "?", "%" if "%" in one[0] or "per" in one[0] else "", known=False)
    if one := _BETWEEN.match(text, at):
        between = text.startswith("between", at)
        return Figure(at, one.end(), f"{one['low']}-{one['high']}%", "%") if between else None
    if one := _PART.match(text, at):
        return Figure(at, one.end(), "?", "%", known=False)
    if one := _DOUBLED.match(text, at):
        word = {"doubled": "翻番", "doubling": "翻番", "tripled": "增长2倍", "tripling": "增长2倍"}.get(
            one[0], "?"
        )
        return Figure(at, one.end(), word, "倍", known=word != "?")
    if one := _PLACE.match(text, at):
        return _place(one)
    one = _AMOUNT.match(text, at)
    return _amount(text, one) if one else None


def _place(one: re.Match[str]) -> Figure:
    if one["top"]:
        return Figure(one.start(), one.end(), "?", "位", True, False)
    number = one["number"] or _ORDINALS.get(one["word"] or "") or _SMALL.get(one["no"] or "") or one["no"]
    return Figure(one.start(), one.end(), f"第{number}位", "位", True)


def _value(said: str) -> Decimal:
    """The value of digits, or of a number in words up to ninety-nine."""
    if said[0].isdigit():
        return Decimal(said.replace(",", ""))
    return Decimal(sum(_SMALL[part] for part in said.split("-")))


def _amount(text: str, one: re.Match[str]) -> Figure | None:
    said, unit, scale, money = one["number"], one["unit"] or "", one["scale"], one["money"]
    end = one.end()
    if text[end : end + 1].isalnum() or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()):
        return None
    yuan = re.fullmatch(_YUAN, unit) is not None or money in ("rmb", "cny", "¥", "yuan")
    if money and unit and not yuan or money and re.fullmatch(f"{_POINT}|{_PERCENT}|times", unit):
        return Figure(one.start(), end, "?", "", known=False)
    ends = [_print(_value(number), number, scale, yuan) for number in (said, one["high"]) if number]
    kind, mark = _unit(unit, yuan)
    known = None not in ends and kind is not None and not (money and not yuan)
    sign = one["sign"] or ""
    qualifier = _QUALIFIER.get(re.sub(r"[\s-]+", " ", one["qualifier"] or ""), "")
    tail = _TAILS[one["tail"].split()[-1]] if one["tail"] else ""
    printed = f"{qualifier}{sign}{'-'.join(filter(None, ends))}{mark}{tail}"
    return Figure(
        one.start(),
        end,
        printed if known else "?",
        kind or "",
        known=known,
        money=yuan,
        scaled=bool(scale) and not unit and not money,
    )


def _unit(said: str, yuan: bool) -> tuple[str | None, str]:
    """The unit as running text in Chinese has it, and as it is printed behind the number."""
    if yuan:
        return "亿元", "元"
    if re.fullmatch(_PERCENT, said):
        return "%", "%"
    if said and re.fullmatch(_POINT, said):
        return "个" + POINTS, "个" + POINTS
    if said in ("times", "fold", "-fold"):
        return "倍", "倍"
    if said == "places":
        return "位", "位"
    return ("", "") if not said else (None, "")


def _print(value: Decimal, said: str, scale: str | None, money: bool) -> str | None:
    """A number with its scale to the same last digit. 14,000 is how English writes 1.4万."""
    if scale:
        mark, places = _SCALES[scale]
        return f"{value.scaleb(-places):f}{mark}"
    digits = f"{value:f}"
    if value >= 10**4 and digits.endswith("00") and not money and "." not in digits:
        bare = digits.rstrip("0")
        return f"{Decimal(bare).scaleb(len(digits) - len(bare) - 4):f}万"
    return said.replace(",", "") if said[0].isdigit() else digits
