"""A PNG as it is stored: https://www.w3.org/TR/png-3/. No library of ours reads pictures; a PNG is a row of named chunks."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What draws. All else says something of who made the picture, where and when, or belongs to no picture.
_DRAWS = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"sRGB",
    b"gAMA",
    b"cHRM",
    b"sBIT",
    b"bKGD",
    b"pHYs",
    b"cICP",
    b"iCCP",
}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_LARGEST = 100_000_000


@dataclass
class Png:
    """width and height: in pixels, 0 where unknown; faults: what is wrong, and what would be right."""

    width: int
    height: int
    faults: list[tuple[str, str]]


def read(content: bytes) -> Png:
    """What a PNG is."""
    again = "export it again as PNG"
    picture = Png(0, 0, [])
    if content[:8] != SIGNATURE:
        picture.faults.append(("it is no PNG, whatever its name says", again))
        return picture
    data, depth, interlaced, ended = b"", 0, False, False
    for name, body, whole in _chunks(content):
        if ended:
            picture.faults.append(("something follows the picture’s end", again))
            break
        if not whole:
            picture.faults.append(("it is cut short or damaged", again))
            return picture
        if name == b"IHDR" and len(body) == 13:
            picture.width, picture.height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBB?", body)
            depth = bits * _CHANNELS.get(kind, 0)
        elif name == b"IDAT":
            data += body
        elif name not in _DRAWS:
            wrong = (
                f"it holds {name.decode('latin-1')}, which draws nothing and may name who made it, where and with what"
            )
            picture.faults.append((wrong, "export it without metadata"))
        ended = name == b"IEND"
    if not ended or not _whole(data, picture, depth, interlaced):
        picture.faults.append(("it is cut short or damaged", again))
    return picture


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each chunk: its name, what is in it, and whether it is as it was written."""
    at = len(SIGNATURE)
    while at < len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        check = content[at + 8 + size : at + 12 + size]
        yield name, body, len(check) == 4 and zlib.crc32(name + body) == int.from_bytes(check, "big")
        at += 12 + size


def _whole(data: bytes, picture: Png, depth: int, interlaced: bool) -> bool:
    """Whether the lines of a picture are all there. An interlaced one is taken at its word."""
    expected = picture.height * (1 + (picture.width * depth + 7) // 8)
    if not 0 < expected < _LARGEST:
        return False
    try:
        unpacked = zlib.decompressobj().decompress(data, _LARGEST)
    except zlib.error:
        return False
    return interlaced or len(unpacked) == expected
