"""What a PNG file says besides its pixels: how large it is on paper, and where its numbers come from.

Pixels are never changed here, but for one thing: what is see-through becomes white. Drawing is
`renderer`'s work; which texts are written is the caller's.
"""

from __future__ import annotations

import io
import math
import re
import struct
import zlib
from collections.abc import Iterator, Mapping

from PIL import Image, PngImagePlugin

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_METRES_PER_INCH = 0.0254
_REPLACED = {b"pHYs", b"iTXt", b"tEXt", b"zTXt"}
_KEY = re.compile(r"[!-~](?:[ -~]{0,77}[!-~])?")


def stamp(png: bytes, dpi: float, texts: Mapping[str, str]) -> bytes:
    """The same picture with ``dpi`` (dots per inch) and ``texts`` in it, and a white background.

    Each text is an iTXt chunk (UTF-8, uncompressed) before the pixels, in the order given, under its key
    (1–79 ASCII characters: Title, Sources …); empty ones are left out. Texts and DPI that the file had
    are replaced. Raises ValueError if ``png`` is no PNG, or for a DPI or key that a PNG can't hold.
    """
    if not (math.isfinite(dpi) and 1 <= dpi <= 100_000):
        raise ValueError(f"not a DPI: {dpi}")
    chunks = list(_chunks(_on_white(png)))
    per_metre = round(dpi / _METRES_PER_INCH)
    ours = PngImagePlugin.PngInfo()
    ours.add(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    for key, text in texts.items():
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a key of a PNG text: {key!r}")
        if text:
            ours.add_itxt(key, text.replace("\0", ""))
    kept = [(kind, body) for kind, body in chunks if kind not in _REPLACED]
    added = [(kind, body) for kind, body, *_ in ours.chunks]
    return _SIGNATURE + b"".join(_chunk(kind, body) for kind, body in [kept[0], *added, *kept[1:]])


def read_provenance(png: bytes) -> dict[str, str]:
    """The texts that `stamp` wrote, by key. Raises ValueError if ``png`` is no PNG."""
    with _opened(png) as picture:
        texts = picture.info.items()
        return {str(key): str(text) for key, text in texts if isinstance(text, PngImagePlugin.iTXt)}


def _opened(png: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(png), formats=["PNG"])
    except (OSError, SyntaxError) as error:
        raise ValueError("not a PNG") from error


def _on_white(png: bytes) -> bytes:
    """The file itself if it is opaque, else a new one of it laid on white."""
    with _opened(png) as picture:
        if not picture.has_transparency_data:
            return png
        try:
            layered = picture if picture.mode == "RGBA" else picture.convert("RGBA")
            if layered.getchannel("A").getextrema() == (255, 255):
                return png
        except (OSError, SyntaxError) as error:
            raise ValueError("a damaged PNG") from error
        white = Image.new("RGBA", layered.size, "white")
        white.alpha_composite(layered)
        flat = io.BytesIO()
        white.convert("RGB").save(flat, "PNG")
        return flat.getvalue()


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's kind and body, from IHDR to IEND."""
    at = len(_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        if at + 12 > len(png):
            raise ValueError("a damaged PNG")
        length, kind = struct.unpack_from(">I4s", png, at)
        yield kind, png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
