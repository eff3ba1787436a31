"""What stands on drawn sheets: names of indicators with their ids, heads that name none, regions and places, units, notes."""

from __future__ import annotations

UNITS = {"亿元": 0, "万元": -4, "万亿元": 4, "千万元": -1}
GROWTH = ("增速（%）", "同比增长(%)", "增长率（%）", "增幅(%)", "同比增长（%）")
BASES = (
    ("value_added_growth", ("规模以上工业增加值", "规上工业增加值", "规模工业增加值")),
    ("revenue_growth", ("规模以上工业企业营业收入", "规上工业营业收入")),
    ("profit_growth", ("规模以上工业企业利润总额", "规上工业企业利润总额")),
    ("gdp_growth", ("地区生产总值", "GDP")),
    ("industrial_tax_growth", ("工业税收",)),
    ("industrial_electricity_growth", ("工业用电量",)),
    ("industrial_investment_growth", ("工业投资",)),
    ("high_tech_manufacturing_growth", ("高技术制造业增加值",)),
    ("equipment_growth", ("装备制造业增加值",)),
)
LEVELS = (
    ("revenue", ("规模以上工业企业营业收入", "规上工业营业收入")),
    ("profit", ("规模以上工业企业利润总额", "规上工业企业利润总额")),
)
RATES = (
    ("new_high_tech_share", "高新技术产业占规模以上工业增加值比重（%）"),
    ("profit_margin", "规模以上工业企业营业收入利润率（%）"),
    ("sales_output_ratio", "规模以上工业产销率(%)"),
    ("value_added_growth_two_year", "规模以上工业增加值两年平均增速（%）"),
)
AMOUNTS = ("revenue", "profit", *(one for one, _ in RATES))
"""Of a month alone these are the same indicators."""
OTHERS = (
    "工业增加值增速（%）", "规模以上工业增加值名义增速（%）", "规模以上工业增加值增速（现价，%）", "大中型工业企业利润总额（亿元）",
    "国有控股工业企业营业收入（亿元）", "规模以上工业企业亏损额（亿元）", "规模以上工业企业应收账款（亿元）", "位次", "全国排名", "增速位次", "序号",
    "规模以上工业增加值环比增长（%）", "规模以上工业增加值增速目标（%）", "规模以上工业企业利润增加额（亿元）", "规模以上工业企业营业收入增量（亿元）",
    "规模以上工业增加值占全国比重（%）", "规模以上服务业企业营业收入（亿元）", "规模以上工业增加值（不变价，亿元）", "每百元营业收入中的成本（元）",
    "规模以上工业企业营业收入利润率同比增减（百分点）", "规模以上工业增加值增速较上月±（百分点）", "民营工业增加值增速（%）", "增速", "同比", "亏损面（%）", "规模以上工业增加值增速预计（%）", "工业企业利润增长额（亿元）",
    "规模以上轻工业增加值增速（%）", "规模以上工业企业利润总额（亿美元）", "规模以上工业企业营业收入同比增长（倍）",
)  # fmt: skip
"""Heads that name none of the indicators in full, or something else than they do."""
UNITLESS = ("规模以上工业增加值", "规模以上工业企业营业收入", "规上工业利润总额")
"""Amounts of which no unit is printed."""
REGIONS = {
    "jiangxi": ("江西", "江西省", "赣", "江 西"),
    "hebei": ("河北", "河北省", "冀", "河　北"),
    "shaanxi": ("陕西", "陕西省", "陕"),
    "jian": ("吉安", "吉安市"),
    "china": ("全国", "全 国", "国家", "全国总计"),
}
PLACES = (
    "江苏", "山西", "山西省", "吉安县", "吉安市吉州区", "合计", "总计", "江西经开区", "西安市", "赣州市", "河南", "湖北省", "吉林", "陕南", "江西省直管",
    "东部地区", "平均", "其他", "石家庄市", "赣江新区", "河北雄安新区", "中部六省合计",
)  # fmt: skip
HARMLESS = (
    "注：增速按可比价格计算。",
    "数据来源：统计局。",
    "注：部分数据因四舍五入，合计数与分项之和不等，均未作机械调整。",
)
RISKY = (
    "注：本表增速按现价计算。",
    "注：不含市属企业。",
    "说明：江西为上年同期数。",
    "注：本表为预计数。",
    "注：利润总额为当月数。",
)


ODD = (
    "(5.5)",
    "5.5↑",
    "▲5.5",
    "负5.5",
    "5.5p",
    "5.5（快报）",
    "*5.5",
    ".5",
    "5.5-",
    "5.5/6.6",
    "<0.1",
    "1.2E+2",
    "#REF!",
    "5.5 6.6",
    "待定",
    "第5",
)
"""What may stand where a figure does, and is none for sure."""
