"""Characters that nobody sees or means: control, zero-width and direction characters, what a broken copy
leaves, and text that was read in another encoding than its own and saved again.

Here such characters are found in any text, named, and taken out, so that nothing else stumbles over them. What a
cell or a key may say belongs in ``tables``.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from unicodedata import category, normalize

Facts = tuple[tuple[str, str], ...]
_BREAKS = "\n\r"
"""Between lines, and allowed inside a quoted cell."""
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_OBEYED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f"
    r"\N{LINE SEPARATOR}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
"""What a terminal obeys, but for the end of a line."""
_LOST = "\ufffd\ufffc"
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Characters without width that Unicode counts among letters and marks."""
_KINDS = {
    "Cc": "control",
    "Zl": "control",
    "Zp": "control",
    "Cs": "surrogate",
    "Co": "private",
    "Cf": "invisible",
}
_SHOWN = 6

_C1 = "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in range(0x80, 0xA0))
_TAIL = f"[\u0080-\u00bf{re.escape(_C1)}]"
_AS_LATIN = re.compile(
    f"(?:[\u00c2-\u00d6\u00d8-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}})+"
)
"""UTF-8 read as Latin-1 or Windows-1252: å·¥ä¸š for 工业."""
_GBK_AS_LATIN = re.compile("[\u00a1-\u00ff]{4,}")
"""GBK read as Latin-1: ¹¤Òµ for 工业."""
_FOREIGN = re.compile("[^\x00-\x7f\ue000-\uf8ff\ufffd]{3,}")
_WRECKS = re.compile("锟斤拷|烫烫烫|屯屯屯|\\?{3,}")
"""What is left where one encoding has no character for another's bytes."""
_LEAD = (0xE2, 0xE3, *range(0xE4, 0xEA), 0xEF)
"""First bytes, in UTF-8, of Chinese characters and of the signs among them."""
_TAILS = range(0x80, 0xC0)


def _gbk(first: Iterable[int], second: Iterable[int]) -> str:
    """A class of a pattern: the characters that GBK reads in these pairs of bytes."""
    pairs = (bytes([one, two]).decode("gb18030", "ignore") for one in first for two in second)
    return f"[{re.escape(''.join(pair for pair in pairs if len(pair) == 1))}]"


_HEAD, _SEAM, _REST = _gbk(_LEAD, _TAILS), _gbk(_TAILS, _LEAD), _gbk(_TAILS, _TAILS)
_AS_GBK = re.compile(
    f"(?:{_HEAD}{_SEAM}{_REST})+|{_SEAM}{_REST}{_HEAD}{_SEAM}|{_HEAD}{_SEAM}\\?|(?<=[0-9]){_HEAD}\\?|{_HEAD}\\?(?={_HEAD})"
)
"""UTF-8 read as GBK: every two characters are six bytes, read as three; at the end, or where bytes were lost, less
is left (2021骞?). Right text of three such characters is rare, and is told apart by what they would mean."""
_ENTITY = re.compile("&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|nbsp);")
"""&#24037; for 工: what a web page's source says in place of a character."""
_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility characters that look like another: ⼯ for 工."""
_SIGN = "\u00a1-\u00d6\u00d8-\u00ff锟烫屯"
_SIGNS = re.compile(f"[{_SIGN}]|\\?\\?\\?|{_AS_GBK.pattern}|{_ENTITY.pattern}|{_ALIKE.pattern}")
"""What garbled text can't do without: looked for before anything else."""
_SUSPECT = re.compile(f"[{_SIGN}?&{_HEAD[1:-1]}{_LOST}" + _ALIKE.pattern[1:-1] + _BLANK.pattern[1:])
"""Characters that can be printed and of which no odd or garbled text is without one: each of the ``_SIGNS`` has one."""
_PLAIN = bytes(byte for byte in range(0x20, 0x7F) if byte not in b"?&") + _BREAKS.encode()
"""The bytes of characters that are neither odd nor of any sign."""
_ENOUGH = 3
"""Characters that come out of a text right, so that it isn't right as it stands."""


def clean(text: str, tabs: bool = False) -> str:
    """The text without odd characters; with ``tabs`` those too are odd."""
    odd = _odd_of(text, tabs)
    return text.translate(dict.fromkeys(map(ord, odd))) if odd else text


def printable(text: str) -> str:
    """The text as a terminal may be given it: a space for each character that it would obey, ends of lines apart."""
    return text if text.isprintable() else _OBEYED.sub(" ", text)


def odd(text: str, tabs: bool = True) -> Iterator[tuple[int, Facts]]:
    """Where in a text odd characters stand, each where it first does, with the facts that name it: its
    number, its kind, its place from 1 and what stands before it."""
    for character in _odd_of(text, tabs):
        at = text.index(character)
        before = "".join(one for one in text[:at] if one not in _BREAKS and not _is_odd(one))[-_SHOWN:]
        facts = [("mark", _kind(character)), ("place", str(at + 1))]
        facts += [("after", before)] if before else []
        yield at, tuple(facts)


def named(character: str) -> str:
    """U+200B."""
    return f"U+{ord(character):04X}"


def wrong(text: str) -> Iterator[tuple[str, str, Facts]]:
    """What is wrong with a text: the code of a fault (``odd_character``, ``garbled_text``), what was found, facts."""
    found = garbled(text)
    run, meant = found or ("", "")
    if found:
        facts = (("place", str(text.index(run) + 1)), *((("near", meant),) if meant else ()))
        yield "garbled_text", run, facts
    for at, told in odd(text):
        if text[at] not in run:
            yield "odd_character", named(text[at]), told


def suspect(text: str) -> bool:
    """Whether a text may hold an odd character or be garbled: told quickly, and to be looked into where it is so."""
    return not text.isprintable() or _SUSPECT.search(text) is not None


def unusual(data: bytes) -> str:
    """The characters of a text in UTF-8, in their order, that ASCII doesn't print, ? and & among them: what is
    ``suspect`` in a text is so in these."""
    return data.removeprefix(BOM_UTF8).translate(None, _PLAIN).decode("utf-8", "surrogatepass")


def garbled(text: str) -> tuple[str, str] | None:
    """The first part of a text that another encoding has made, and what it was, where that can be told."""
    if _SIGNS.search(text) is None:
        return None
    if wreck := _WRECKS.search(text):
        return wreck[0], ""
    latin = [(one[0], _read(_bytes(one[0]), "utf-8")) for one in _AS_LATIN.finditer(text)]
    other = [(one[0], _read(one[0].encode("latin-1"), "gbk")) for one in _GBK_AS_LATIN.finditer(text)]
    known = [(run, meant) for run, meant in (*latin, *other) if meant and all(map(_common, meant))]
    known += [(run, meant) for run, meant in latin if meant]
    if _AS_GBK.search(text):
        known += [(run[0], meant) for run in _FOREIGN.finditer(text) if (meant := _as_gbk(run[0]))]
        runs = [run[0] for run in _AS_GBK.finditer(text)]
        runs += [run[at : at + 3] for run in runs if len(run) > 4 for at in range(0, len(run), 3)]
        parts = [(run, _inside(run)) for run in runs]
        known += [(run, meant) for run, meant in parts if meant is not None]
    known += [(one[0], meant) for one in _ENTITY.finditer(text) if (meant := unescape(one[0])) != one[0]]
    known += [(one[0], meant) for one in _ALIKE.finditer(text) if (meant := _alike(one[0])) != one[0]]
    return known[0] if known else None


def _alike(character: str) -> str:
    """What a radical or compatibility character looks like; of some radicals nobody says, and nothing is told. Some
    in the ranges of these are characters of their own."""
    same = normalize("NFKC", character)
    return "" if same == character and character <= "\u2fff" else same


def _inside(run: str) -> str | None:
    """What a few characters inside a text were, as UTF-8 read as GBK; None where they may be right as they are."""
    bare = run.rstrip("?")
    strange = sum(not _common(one) or "\u3040" <= one <= "\u30ff" for one in bare)
    if len(bare) == 1:
        return "" if strange else None
    raw = bare.encode("gb18030")
    start = 0 if raw[0] in _LEAD else 1
    many = 1 if bare != run else 2 * max(len(bare) // 3, 1)
    meant = raw[start : start + 3 * many].decode("utf-8", "ignore")
    return (
        meant
        if strange >= (2 if bare == run else 1) and len(meant) == many and all(map(_common, meant))
        else None
    )


def _bytes(run: str) -> bytes:
    """The bytes that were read as these characters of Latin-1 or Windows-1252."""
    return b"".join(one.encode("latin-1" if one <= "\xff" else "cp1252") for one in run)


def _as_gbk(run: str) -> str:
    """What a run of characters was, where it is UTF-8 read as GBK (宸ヤ笟 for 工业); else nothing."""
    raw = run.encode("gb18030", "replace")
    try:
        meant, whole = raw.decode("utf-8"), True
    except UnicodeDecodeError as error:
        meant, whole = raw[: error.start].decode("utf-8"), False
    enough = len(meant) >= (2 if whole else _ENOUGH)
    return meant if enough and all(map(_common, meant)) else ""


def _read(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _common(character: str) -> bool:
    """Whether it is one of the commonest Chinese characters, simplified or traditional, or a full-width sign."""
    simplified, traditional = (character.encode(one, "ignore") for one in ("gb2312", "big5"))
    return any(low <= code[:1] <= high for code, low, high in (
        (simplified, b"\xa1", b"\xa3"), (simplified, b"\xb0", b"\xd7"), (traditional, b"\xa4", b"\xc6"),
    ))  # fmt: skip


def _odd_of(text: str, tabs: bool) -> list[str]:
    """The odd characters of a text, in their order."""
    if text.isprintable() and text.isascii():
        return []
    allowed = _BREAKS if tabs else _BREAKS + "\t"
    found = [one for one in set(text) if one not in allowed and _is_odd(one)]
    return sorted(found, key=text.index)


@cache
def _is_odd(character: str) -> bool:
    return bool(_kind(character)) and character not in _BREAKS


@cache
def _kind(character: str) -> str:
    """Of what kind an odd character is; nothing of all others."""
    if character in _DIRECTIONS:
        return "direction"
    if character in _LOST:
        return "lost"
    if _BLANK.match(character):
        return "invisible"
    number = ord(character)
    if number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return "none"
    return _KINDS.get(category(character), "")
