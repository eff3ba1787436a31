"""An Office file whose packer wrote sizes behind its entries, and fields of its own beside their names, as other programs' do."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from industry.export.office.archive import MOST_BYTES, Archive
from industry.text.unreadable import Unreadable

PARTS = {f"ppt/slides/slide{at}.xml": f"<a>{'单位：%' * at}</a>".encode() for at in range(1, 6)}
LOCAL = struct.Struct("<4s5H3I2H")
FIELD = struct.pack("<HH6s", 0xCAFE, 6, b"fields")
SIZES_FOLLOW = 1 << 3


class Stream(io.RawIOBase):
    """What can't be gone back in, so that sizes follow an entry."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.held += data
        return len(data)


def streamed() -> bytes:
    stream = Stream()
    with zipfile.ZipFile(stream, "w") as packed:
        for at, (name, content) in enumerate(PARTS.items()):
            told = zipfile.ZipInfo(name)
            told.extra = FIELD
            told.compress_type = zipfile.ZIP_STORED if at == 3 else zipfile.ZIP_DEFLATED
            packed.writestr(told, content)
    return bytes(stream.held)


def entries(data: bytes) -> dict[str, bytes]:
    """Every entry from its head to where the next begins, or the list."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        begins = [one.header_offset for one in packed.infolist()]
        ends = [*begins[1:], packed.start_dir]
        names = packed.namelist()
        return {name: data[at:end] for name, at, end in zip(names, begins, ends, strict=True)}


def test_entries_whose_sizes_follow_and_that_have_fields_are_rewritten_and_all_can_be_read() -> None:
    data = streamed()
    assert all(LOCAL.unpack_from(one)[2] & SIZES_FOLLOW for one in entries(data).values())
    changed = {name: b"<b>%d</b>" % at for at, name in enumerate(PARTS) if at % 2}
    made = Archive(data).rewritten(changed)
    old, new = entries(data), entries(made)
    assert list(old) == list(new)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        told = {one.filename: one for one in packed.infolist()}
        assert {name: packed.read(name) for name in told} == PARTS | changed
    for name in PARTS:
        local = LOCAL.unpack_from(new[name])
        assert local[2] == told[name].flag_bits
        if name not in changed:
            assert new[name] == old[name] and told[name].extra == FIELD
            continue
        assert not local[2] & SIZES_FOLLOW
        assert len(new[name]) == LOCAL.size + local[9] + local[10] + told[name].compress_size
        assert local[6:9] == (told[name].CRC, told[name].compress_size, told[name].file_size)


def test_a_file_that_is_larger_than_what_is_read_is_not_opened() -> None:
    with pytest.raises(Unreadable, match="too_large"):
        Archive(bytes(MOST_BYTES + 1))


@pytest.mark.parametrize("shared", [1, 2, 4, 5, 40])
def test_entries_that_lie_over_one_another_are_refused(shared: int) -> None:
    """The first reaches by so many bytes into the second: told so by its record and by its own head."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a.xml", b"<a/>" * 20)
        made.writestr("b.xml", b"<b/>" * 20)
    data = packed.getvalue()
    assert Archive(data).rewritten({"b.xml": b"<c/>"})
    record = data.index(b"PK\x01\x02")
    longer = bytearray(data)
    for at in (18, record + 20):  # the packed size, in the head and in the record
        struct.pack_into("<I", longer, at, struct.unpack_from("<I", data, at)[0] + shared)
    with pytest.raises(Unreadable) as refused:
        Archive(bytes(longer)).rewritten({"b.xml": b"<c/>"})
    assert str(refused.value.__cause__) == "entries that lie over one another"
