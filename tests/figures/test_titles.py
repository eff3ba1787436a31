"""Titles in config.yaml name subjects. What may be concluded is said by ``wording`` from the marks drawn:
no title holds a number or a word that ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from industry.tables.tables import Tables
from industry.vocabulary.configuration import Config
from industry.vocabulary.strict_record import Text

NAMES = ("5G", "单项冠军")
"""What looks like a number or a place but is the name of a thing."""
RANKING_ZH = re.compile(
    r"最(?!新)|第[一二三四五六七八九十]+[名位]|第[一二三](?!产业)|前[一二三四五六七八九十]+|居首|居前|位居|首位|榜首|冠军|"
    r"领先|领跑|领头|领军|跑赢|跑输|赶超|反超|高于|低于|多于|少于|优于|好于|快于|慢于|强于|不及|超过|超越|突破|"
    r"高出|低出|落后|垫底|靠前|靠后|前列|名列|翻番|倍增|大幅|显著|明显|遥遥|亮眼|迅猛|强劲|喜人|稳居|下滑|骤"
)
RANKING_EN = re.compile(
    r"\b(highest|lowest|most|least|best|worst|first|second|third|last|top|bottom|leads?|leading|leaders?|led|"
    r"ahead|behind|above|below|beats?|beating|exceeds?|exceeding|outperform\w*|surpass\w*|outpac\w*|overtak\w*|"
    r"fastest|slowest|strongest|weakest|larger|largest|smaller|smallest|higher|lower|faster|slower|better|worse|"
    r"more than|less than|fewer than|record|soar\w*|surg\w*|jump\w*|plung\w*|impressive\w*|remarkabl\w*|"
    r"champions?|winners?|winning|lags?|lagging|number one|doubl\w*|tripl\w*)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d|[０-９]|[%％‰]|[零〇一二三四五六七八九十两]+(?:成|倍|个百分点)")


def titles(config: Config) -> Iterator[tuple[str, Text]]:
    """Every title of config.yaml, with what it is the title of."""
    yield "the dashboard", config.title
    for kind, listed in (("figure", config.figures), ("deck", config.decks), ("page", config.pages)):
        yield from ((f"{kind} {one.id}", one.title) for one in listed)


def claims(config: Config) -> list[str]:
    """Every title that says more than its subject, and the word with which it does."""
    found = []
    for what, title in titles(config):
        for words, ranking in ((title.zh, RANKING_ZH), (title.en, RANKING_EN)):
            bare = words
            for name in NAMES:
                bare = bare.replace(name, "")
            for said in (ranking.search(bare), NUMBER.search(bare)):
                if said:
                    found.append(f"{what}: {words} says {said[0]}")
    return found


def test_titles_hold_subjects_only(tables: Tables) -> None:
    assert not claims(tables.catalogue.config)


BAD = [
    ("江西工业增速最高", "Industrial growth"),
    ("工业增长", "Jiangxi has the highest growth"),
    ("江西增长18.5%", "Industrial growth"),
    ("工业增长", "Growth of 18.5 %"),
    ("工业增长", "Jiangxi leads"),
    ("江西领先全国", "Industrial growth"),
    ("江西居首", "Industrial growth"),
    ("江西跑赢全国", "Industrial growth"),
    ("增速高于全国", "Industrial growth"),
    ("增速低于全国", "Industrial growth"),
    ("工业增长", "Growth above the nation’s"),
    ("工业增长", "Growth below the nation’s"),
    ("江西全国第一", "Industrial growth"),
    ("江西位居第八位", "Industrial growth"),
    ("工业增长", "Jiangxi first"),
    ("工业增长", "The best province"),
    ("工业增长", "Top of the provinces"),
    ("利润增长一倍", "Profit"),
    ("利润", "Profit doubled"),
    ("吉安增长明显快于江西", "Ji'an"),
    ("２０２１年工业增长", "Industrial growth"),
]


@pytest.mark.parametrize(("zh", "en"), BAD)
@pytest.mark.parametrize("part", ["figures", "decks"])
def test_a_title_that_claims_is_found_out(tables: Tables, part: str, zh: str, en: str) -> None:
    config = tables.catalogue.config
    listed = getattr(config, part)
    spoilt = listed[-1].model_copy(update={"title": Text(zh=zh, en=en)})
    copy = config.model_copy(update={part: (*listed[:-1], spoilt)})
    (found, *_) = claims(copy)
    assert found.startswith(f"{part[:-1]} {spoilt.id}: ")


GOOD = [
    ("5G基站", "5G base stations"),
    ("第二产业增加值", "Value added of secondary industry"),
    ("制造业单项冠军企业", "Enterprises that dominate a niche"),
    ("重点产业增长", "Growth of key industries"),
    ("高新技术产业占比", "Share of new and high-tech industries"),
    ("江西的位次", "Jiangxi: ranks"),
    ("与全国同期之差", "Against China over the same months"),
]


@pytest.mark.parametrize(("zh", "en"), GOOD)
def test_names_are_no_claims(tables: Tables, zh: str, en: str) -> None:
    config = tables.catalogue.config
    renamed = config.figures[0].model_copy(update={"title": Text(zh=zh, en=en)})
    assert not claims(config.model_copy(update={"figures": (renamed, *config.figures[1:])}))
