"""What a viewer reads when something of ours fails: a sentence in the page's language, no traceback.

Faults of the tables are not here: ``industry.wording`` words them and ``ui.parts.banner`` shows them.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from ui.address import language as language_of_page

SENTENCES = {
    "page": (
        "本页未能显示，运行日志中有详细记录。请重新载入，或先看其他页面。",
        "This page could not be shown; the log has the details. Please reload it, or turn to another.",
    ),
    "address": ("没有这个地址：{0}。", "There is nothing at this address: {0}."),
    "figure": ("没有名为“{0}”的图。", "There is no figure named “{0}”."),
    "deck": ("没有名为“{0}”的汇报。", "There is no deck named “{0}”."),
    "size": ("没有名为“{0}”的图片尺寸。", "There is no picture size named “{0}”."),
    "data": (
        "数据表有误，暂时无法读取。请数据管理人员运行 make check。",
        "The tables can't be read at the moment. Whoever keeps them should run make check.",
    ),
    "busy": (
        "正在生成的图片较多，请稍候几秒再试。",
        "Many pictures are being made just now. Please try again in a few seconds.",
    ),
    "closed": (
        "看板正在停止或重新启动，请稍候再试。",
        "The dashboard is stopping or starting anew. Please try again in a moment.",
    ),
    "failed": (
        "所要的内容未能生成，运行日志中有详细记录。请再试一次。",
        "What you asked for could not be made; the log has the details. Please try again.",
    ),
    "no_browser": (
        "生成图片需要 Chromium、Chrome 或 Edge，运行看板的电脑上没有找到。请管理员安装；看板本身不受影响。",
        "Pictures need Chromium, Chrome or Edge: please have one installed where the dashboard runs.",
    ),
    "no_font": (
        "生成图片需要简体中文字体，运行看板的电脑上没有。请管理员安装 fontconfig 和 fonts-noto-cjk；看板本身不受影响。",
        "Pictures need a simplified-Chinese font: please have fontconfig and fonts-noto-cjk installed there.",
    ),
}


class NotFound(LookupError):
    """What an address names isn't there. ``what`` is a key of ``SENTENCES``, ``name`` its name."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"{what}: {name}")
        self.what = what
        self.name = name


def sentence(code: str, language: str, *facts: str) -> str:
    """The sentence for ``code`` with its facts filled in."""
    return SENTENCES[code][language == "en"].format(*facts)


def document(sentence: str, language: str) -> str:
    """A web page of one sentence."""
    lang = "en" if language == "en" else "zh-CN"
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(sentence)}</title>"
        "<p style=\"font:1.1rem/1.7 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',"
        'sans-serif;color:#1C2833;max-width:34em;margin:3em auto;padding:0 1em">'
        f"{escape(sentence)}</p></html>"
    )


def page_failed(error: Exception) -> bool:
    """Streamlit's ``on_script_error``: it has logged the error; this says so in words of ours."""
    st.error(sentence("page", language_of_page()))
    return True
