"""Words that the dashboard's pages and the static edition's both say: what a page begins with, the heads of
its sections, the kinds of its choices.

What only one of them says stands there; what is said of the data belongs in ``wording``.
"""

from __future__ import annotations

from industry import wording
from industry.tables.tables import Tables

_WORDS = {
    "overview": (
        "各地区材料说的月份大多不同。每张卡片上的数字都写明期间和出处；期间不同的数字不在同一坐标轴上比较。",
        (
            "The regions' documents hardly ever speak of the same months. Every figure has its period and "
            "source; figures of different periods never share an axis."
        ),
    ),
    "trends": (
        "只画同一指标、同一版本、同一累计期间的数；没有数的期间断开，不补。1—2月是一个期间，不拆成单月。",
        (
            "Only figures of one indicator, edition and cumulated period are drawn; where there is none the line stays "
            "open. January–February is one period and is never split."
        ),
    ),
    "targets": (
        "这里列出的是材料印出的其他目标，按五种性质区分：期末水平、净增、新增（总量）、任务量、比率。",
        (
            " Listed here are the targets that they do print, of five kinds: level at the end, net addition, "
            "gross addition, amount to be done, rate."
        ),
    ),
    "target": ("全部目标", "All targets"),
    "forecast": ("预计（不是目标）", "Forecasts (no targets)"),
    "policy": ("政策参数", "Policy parameters"),
    "all_figures": ("全部数字", "All figures"),
    "no_own_figure": (
        "这一地区没有专图，数字见下表。",
        "There is no figure of this region alone; its numbers are below.",
    ),
    "apart": ("不参与比较的数字", "Figures set apart"),
    "apart_lead": (
        "同一主题的其他数字：指标、期间、版本或口径不同，只列出，不并列作图。",
        "Other figures of this subject: another indicator, period, edition or basis, so listed and not drawn.",
    ),
    "checks": ("核对", "Checks"),
    "checks_lead": (
        "由表中各数按恒等式核对：差、变动、占比、合计、期末数。只列出两边的数，不作取舍。",
        (
            "The tables' figures checked by identities: gap, change, share, sum, closing stock. Both sides are "
            "listed, neither is preferred."
        ),
    ),
    "agreed": ("相符的{}项", "{} that agree"),
    "sources": ("出处", "Sources"),
    "file": ("工业数据", "industry_data"),
    "paragraph": ("第{}段", "paragraph {}"),
    "what": ("比什么", "What to compare"),
    "region": ("地区", "Region"),
    "topic": ("主题", "Topic"),
    "theme": ("主题", "Theme"),
    "document": ("材料", "Document"),
    "status": ("性质", "Kind"),
    "origin": ("来源", "Origin"),
    "statistics": ("公布的统计", "Published statistics"),
    "search": ("查找", "Search"),
    "all": ("全部", "All"),
    "present": (
        "演示：方向键翻页，Home、End 到首末页，Esc 列出全部，S 存图。PPTX 中的图是可编辑的原生图表。",
        (
            "Presenting: arrow keys turn the pages, Home and End go to the ends, Esc lists them all, S saves a picture. "
            "The charts in the PPTX are native and can be edited."
        ),
    ),
}
STATUSES = ("target", "forecast", "policy")
"""What is listed below the figures of targets, by status."""


def say(key: str, language: str, *facts: object) -> str:
    return _WORDS[key][language != "zh"].format(*facts)


def targets(tables: Tables, language: str) -> str:
    """What the page of targets begins with."""
    return f"{wording.growth_targets(tables, language)}{say('targets', language)}"


def origins(tables: Tables, language: str) -> dict[str, str]:
    """Where figures come from, by id: documents of ours, or statistics."""
    documents = wording.documents(tables.catalogue, language)
    return {"documents": documents.capitalize(), "statistics": say("statistics", language)}
