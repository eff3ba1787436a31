"""An Office file in which some parts are written anew: every other entry keeps its bytes, packed as they were, and its place.

What a part says belongs to whoever changes it.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise

from industry.text.office import MOST_PARTS, Package
from industry.text.unreadable import Unreadable

MOST_BYTES = 200 * 1024 * 1024
"""Bytes of a file that is read."""
_LOCAL, _CENTRAL, _END, _LARGE = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06"
_LOCAL_HEAD, _CENTRAL_HEAD = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I")
_END_HEAD = struct.Struct("<4s4H2IH")
_NAMED_AS_UTF8 = 1 << 11


class Archive(Package):
    """An Office file whose list says where every entry lies. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise Unreadable("too_large", f"{MOST_BYTES // 1024 // 1024} MB")
        super().__init__(data)
        self._data = data

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with other contents in these entries; without any the file itself. Raises Unreadable where its list doesn't say
        where its entries lie."""
        if not changed:
            return self._data
        try:
            return self._rewritten(
                {self._names[one.lower()].header_offset: told for one, told in changed.items()}
            )
        except (struct.error, KeyError, IndexError, ValueError) as error:
            raise Unreadable("broken") from error

    def _rewritten(self, changed: Mapping[int, bytes]) -> bytes:
        """The same by the places of the entries."""
        data, (listed, end) = self._data, self._list()
        held = sorted(listed, key=lambda one: one[0])
        ends = [*(begins for begins, _ in held[1:]), end]
        made = bytearray(data[: held[0][0]])
        places: dict[int, tuple[int, bytes]] = {}
        for (begins, record), stops in zip(held, ends, strict=True):
            if begins in changed:
                entry, record = _packed(data[begins:stops], record, changed[begins])
            else:
                entry = data[begins:stops]
            places[begins] = len(made), record
            made += entry
        first = len(made)
        for begins, _ in listed:
            at, record = places[begins]
            made += record[:42] + struct.pack("<I", at) + record[46:]
        size = len(made) - first
        tail = data.rfind(_END)
        told = _END_HEAD.unpack_from(data, tail)
        return bytes(made + _END_HEAD.pack(*told[:5], size, first, told[7]) + data[tail + _END_HEAD.size :])

    def _list(self) -> tuple[list[tuple[int, bytes]], int]:
        """Of every entry where it begins and its record in the list, in the list's order; where the list begins."""
        data = self._data
        tail = data.rfind(_END)
        *_, count, size, first, _ = _END_HEAD.unpack_from(data, tail)
        if data.rfind(_LARGE, first + size, tail) >= 0 or count > MOST_PARTS or first + size != tail:
            raise ValueError("a list of another form")
        found, at = [], first
        for _ in range(count):
            told = _CENTRAL_HEAD.unpack_from(data, at)
            long, begins = _CENTRAL_HEAD.size + sum(told[10:13]), told[16]
            local = _LOCAL_HEAD.unpack_from(data, begins)
            stops = begins + _LOCAL_HEAD.size + local[9] + local[10] + told[8]
            if told[0] != _CENTRAL or local[0] != _LOCAL or stops > first:
                raise ValueError("an entry that isn't there")
            found.append((begins, stops, data[at : at + long]))
            at += long
        order = sorted(one[:2] for one in found)
        if at != tail or any(one[1] > other[0] for one, other in pairwise(order)):
            raise ValueError("entries that lie over one another")
        return [(begins, record) for begins, _, record in found], first


def _packed(entry: bytes, record: bytes, content: bytes) -> tuple[bytes, bytes]:
    """An entry and its record with another content, its name, date and the rest as they were."""
    local = list(_LOCAL_HEAD.unpack_from(entry))
    listed = list(_CENTRAL_HEAD.unpack_from(record))
    name = entry[_LOCAL_HEAD.size : _LOCAL_HEAD.size + local[9]]
    packer = zlib.compressobj(wbits=-15)
    stored = listed[4] == zipfile.ZIP_STORED
    packed = content if stored else packer.compress(content) + packer.flush()
    sizes = [zlib.crc32(content), len(packed), len(content)]
    local[2] &= _NAMED_AS_UTF8
    listed[3] &= _NAMED_AS_UTF8
    local[3] = listed[4]
    local[6:9], listed[7:10] = sizes, sizes
    local[10] = 0  # the extra field tells of the packing that is gone
    name_and_note = record[_CENTRAL_HEAD.size :]
    kept = name_and_note[: listed[10]] + name_and_note[listed[10] + listed[11] :]
    listed[11] = 0
    return _LOCAL_HEAD.pack(*local) + name + packed, _CENTRAL_HEAD.pack(*listed) + kept
