"""Tables of many regions and lines, every cell of which says something else."""

from __future__ import annotations

from industry.figures.record import Entry, Figure, TableLine, TablePanel
from industry.wording.said import Said
from tests.figures.handmade import frame, seen
from tests.figures.sample_figures import SOURCE, figure

_NAMES = {
    "zh": [
        "全国",
        "江西",
        "河北",
        "陕西",
        "北京",
        "天津",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "上海",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "山东",
        "河南",
        "湖北",
        "湖南",
        "广东",
        "广西",
        "海南",
        "重庆",
        "四川",
        "贵州",
        "云南",
        "西藏",
        "甘肃",
        "青海",
        "宁夏",
        "新疆",
    ],
    "en": [
        "China",
        "Jiangxi",
        "Hebei",
        "Shaanxi",
        "Beijing",
        "Tianjin",
        "Shanxi",
        "Inner Mongolia",
        "Liaoning",
        "Jilin",
        "Heilongjiang",
        "Shanghai",
        "Jiangsu",
        "Zhejiang",
        "Anhui",
        "Fujian",
        "Shandong",
        "Henan",
        "Hubei",
        "Hunan",
        "Guangdong",
        "Guangxi",
        "Hainan",
        "Chongqing",
        "Sichuan",
        "Guizhou",
        "Yunnan",
        "Tibet",
        "Gansu",
        "Qinghai",
        "Ningxia",
        "Xinjiang",
    ],
}
_LINES = {
    "zh": ("规上工业增加值增速", "规上工业企业数", "营业收入利润率", "工业投资增速"),
    "en": (
        "Growth of industrial value added",
        "Enterprises",
        "Profit margin",
        "Growth of industrial investment",
    ),
}
_HEADS = {"zh": ("指标", "同一期间"), "en": ("Indicator", "Shared period")}
_PERIODS = {"zh": ("2021年1—6月", "2020年末"), "en": ("Jan–Jun 2021", "end of 2020")}
_NOT_HELD = {"zh": "未收录", "en": "not held"}


def many(regions: int, lines: int, language: str = "zh") -> Figure:
    """A table of China and so many provinces; of its lines every fourth has an average below it."""
    names = _NAMES[language][: regions + 1]
    held = [_line(at, names, language) for at in range(lines)]
    title = "工业主要指标对标" if language == "zh" else "Benchmark of headline indicators"
    told = frame(title, "", "、".join(names), (), (), SOURCE, "")
    panel = TablePanel("", "", _HEADS[language], tuple((one, "") for one in names), tuple(held))
    return figure(f"many_{regions}_{lines}", told, panel)


def _line(at: int, names: list[str], language: str) -> TableLine:
    under = at % 4 == 3
    name = f"{_LINES[language][at % 4]}{at + 1}"
    cells = tuple(_entry(at, column, language) for column in range(len(names)))
    period = Said(_PERIODS[language][at % 2])
    return TableLine(name, "%", "%", period, cells, under, alone=name if under else "")


def _entry(at: int, column: int, language: str) -> Entry:
    if (at + column) % 11 == 10:
        return Entry(Said(_NOT_HELD[language]), apart=True)
    number, row = f"{at + 10}.{column:02d}", seen(f"{at}:{column}")
    return Entry(
        Said(number), Said(f"+{column}.{at % 10}"), end=at + 10 + column / 100, colour="#0B6E74", row=row
    )


def numbers(figure: Figure) -> list[str]:
    """What the cells of a figure's tables say, each cell's by itself."""
    tables = [one for one in figure.panels if isinstance(one, TablePanel)]
    return [one.text for panel in tables for line in panel.lines for one in line.entries if one.row]
