"""What is written into a PNG besides its pixels."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image, PngImagePlugin

from industry.export.picture import png_metadata

TEXTS = {
    "Title": "规模以上工业增加值增速（2021年1—6月）",
    "Indicators": "value_added_growth gdp_growth",
    "Sources": "江西省统计局：《2021年上半年全省经济运行情况》；\nHebei 河北 “统计” 𠮷安",
    "Link": "/picture/growth.png?lang=zh&size=slide",
}


def picture(mode: str = "RGB", colour: object = (10, 120, 200), size: tuple[int, int] = (40, 30)) -> bytes:
    """A PNG of one colour with a darker corner."""
    image = Image.new(mode, size, colour)  # type: ignore[arg-type]
    image.paste(image.resize((5, 5)).point(lambda value: value // 2 if value < 255 else 255), (0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_texts_come_back_as_they_went_in() -> None:
    stamped = png_metadata.stamp(picture(), 300, TEXTS)
    assert png_metadata.read_provenance(stamped) == TEXTS
    assert list(png_metadata.read_provenance(stamped)) == list(TEXTS)


def test_texts_stand_in_the_file_as_utf_8() -> None:
    stamped = png_metadata.stamp(picture(), 300, TEXTS)
    assert stamped.count(b"iTXt") == len(TEXTS)
    assert all(text.encode() in stamped for text in TEXTS.values())


@pytest.mark.parametrize(("dpi", "per_metre"), [(96, 3780), (288, 11339), (300, 11811)])
def test_the_file_says_its_dpi(dpi: float, per_metre: int) -> None:
    stamped = png_metadata.stamp(picture(), dpi, {})
    at = stamped.index(b"pHYs") + 4
    assert struct.unpack(">IIB", stamped[at : at + 9]) == (per_metre, per_metre, 1)
    assert opened(stamped).info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_pixels_of_an_opaque_picture_stay_byte_for_byte() -> None:
    for mode, colour in (("RGB", (10, 120, 200)), ("RGBA", (10, 120, 200, 255)), ("L", 77)):
        plain = picture(mode, colour)
        start = plain.index(b"IDAT") - 4
        assert png_metadata.stamp(plain, 288, TEXTS).endswith(plain[start:])


def test_what_is_see_through_becomes_white() -> None:
    clear = opened(png_metadata.stamp(picture("RGBA", (0, 0, 0, 0)), 96, TEXTS))
    assert clear.mode == "RGB"
    assert clear.getextrema() == ((255, 255),) * 3
    half = opened(png_metadata.stamp(picture("RGBA", (0, 0, 254, 128), (8, 8)), 96, TEXTS))
    assert half.getpixel((7, 7)) == (127, 127, 254)
    assert png_metadata.read_provenance(png_metadata.stamp(picture("RGBA", (0, 0, 0, 0)), 96, TEXTS)) == TEXTS


def test_a_second_stamp_replaces_the_first() -> None:
    twice = png_metadata.stamp(png_metadata.stamp(picture(), 96, TEXTS), 300, {"Title": "吉安"})
    assert png_metadata.read_provenance(twice) == {"Title": "吉安"}
    assert twice.count(b"pHYs") == 1


def test_texts_of_other_programs_are_no_provenance_and_go() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "other")
    out = io.BytesIO()
    opened(picture()).save(out, "PNG", pnginfo=info)
    assert png_metadata.read_provenance(out.getvalue()) == {}
    assert b"Software" not in png_metadata.stamp(out.getvalue(), 96, TEXTS)


def test_empty_texts_are_left_out() -> None:
    assert png_metadata.read_provenance(png_metadata.stamp(picture(), 96, {"Title": "吉安", "Link": ""})) == {
        "Title": "吉安"
    }


@pytest.mark.parametrize("key", ["", " Title", "Title ", "标题", "x" * 80, "a\nb"])
def test_a_key_that_png_cannot_hold_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="not a key of a PNG text"):
        png_metadata.stamp(picture(), 96, {key: "x"})


@pytest.mark.parametrize("dpi", [0, -1, float("nan"), float("inf")])
def test_an_impossible_dpi_is_refused(dpi: float) -> None:
    with pytest.raises(ValueError, match="not a DPI"):
        png_metadata.stamp(picture(), dpi, {})


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture()[:60], picture()[:-10]])
def test_what_is_no_whole_png_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        png_metadata.stamp(data, 96, {})


def test_damaged_pixels_are_refused() -> None:
    whole = picture("RGBA", (0, 0, 0, 0))
    with pytest.raises(ValueError, match="damaged"):
        png_metadata.stamp(whole[: whole.index(b"IDAT") + 12], 96, {})
