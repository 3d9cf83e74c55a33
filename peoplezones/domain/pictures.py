"""Pictures without what tells of where, when and with what they were taken. Not a pixel changes.

What is kept of a picture is a list, so that what nobody thought of goes, too: what is needed to show it, its
colours, and how it is to be turned. Gone are Exif (but for that), XMP, IPTC, comments, previews, and whatever follows
its end.
"""

from __future__ import annotations

import re
import struct
import zlib

PNG_MARK = b"\x89PNG\r\n\x1a\n"
_UPRIGHT = 1
_TURNED = range(2, 9)  # Exif 2.32, tag 0x0112
_SCAN_ENDS = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_KEPT = _FRAMES | {0xC4, 0xCC} | set(range(0xDA, 0xE0))  # tables, frames and scans: ITU-T T.81, table B.1
_JPEG_NAMED = {_APP0: b"JFIF\x00", _APP2: b"ICC_PROFILE\x00", _APP14: b"Adobe"}
_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV"),
    *(b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"),
}
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04


def strip_jpeg(content: bytes) -> bytes:
    """Return a JPEG with what is needed to show it. Raises ValueError where it is not whole."""
    kept, orientation, at, seen = [content[:2]], _UPRIGHT, 2, set()
    while True:
        marker, body, after = _segment(content, at)
        seen.add(marker)
        if marker == _END_OF_IMAGE:
            break
        if marker == _APP1 and body.startswith(b"Exif\x00\x00"):
            orientation = _orientation(body[6:])
        if marker in _JPEG_KEPT or (marker in _JPEG_NAMED and body.startswith(_JPEG_NAMED[marker])):
            kept.append(bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body)
        at = after
        if marker == _START_OF_SCAN:
            end = _SCAN_ENDS.search(content, at)
            if end is None:
                raise _cut_short("JPEG")
            kept.append(content[at : end.start()])
            at = end.start()
    if not seen & _FRAMES or _START_OF_SCAN not in seen:
        raise _cut_short("JPEG")
    if orientation in _TURNED:
        exif = b"Exif\x00\x00" + _turned(orientation)
        place = 2 if kept[1][1] == _APP0 else 1
        kept.insert(place, bytes((0xFF, _APP1)) + struct.pack(">H", len(exif) + 2) + exif)
    return b"".join(kept) + b"\xff\xd9"


def _segment(content: bytes, at: int) -> tuple[int, bytes, int]:
    """Return marker and body of the segment at a place, and where it ends. Raises ValueError."""
    start = at
    while content[at : at + 1] == b"\xff":  # any number of fill bytes may come before a marker
        at += 1
    if at == start or at >= len(content):
        raise _cut_short("JPEG")
    marker = content[at]
    if marker == _END_OF_IMAGE:
        return marker, b"", at + 1
    length = int.from_bytes(content[at + 1 : at + 3], "big")
    end = at + 1 + length
    if marker < 0xC0 or marker in range(0xD0, 0xD9) or length < 2 or end > len(content):
        raise _cut_short("JPEG")
    return marker, content[at + 3 : end], end


def strip_png(content: bytes) -> bytes:
    """Return a PNG with what is needed to show it. Raises ValueError where it is not whole."""
    kept, orientation, at = [PNG_MARK], _UPRIGHT, len(PNG_MARK)
    names: list[bytes] = []
    while not names or names[-1] != b"IEND":
        length = int.from_bytes(content[at : at + 4], "big")
        name, body, end = content[at + 4 : at + 8], content[at + 8 : at + 8 + length], at + 12 + length
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end], "big"):
            raise _cut_short("PNG")
        if name == b"eXIf":
            orientation = _orientation(body)
        if name in _PNG_KEPT:
            if name == b"IEND" and orientation in _TURNED:
                kept.append(_chunk(b"eXIf", _turned(orientation)))
            kept.append(content[at:end])
        names.append(name)
        at = end
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise _cut_short("PNG")
    return b"".join(kept)


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def strip_webp(content: bytes) -> bytes:
    """Return a WebP picture with what is needed to show it. Raises ValueError where it is not whole."""
    whole = 8 + int.from_bytes(content[4:8], "little")
    if whole > len(content):
        raise _cut_short("WebP")
    kept, orientation, at = [], _UPRIGHT, 12
    while at < whole:
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        body, at = content[at + 8 : at + 8 + length], at + 8 + length + length % 2
        if at > whole or len(name) < 4:
            raise _cut_short("WebP")
        if name == b"EXIF":
            orientation = _orientation(body.removeprefix(b"Exif\x00\x00"))
        if name in _WEBP_KEPT:
            kept.append((name, body))
    if not any(name in (b"VP8 ", b"VP8L", b"ANMF") for name, _ in kept):
        raise _cut_short("WebP")
    return _webp(kept, orientation)


def _webp(chunks: list[tuple[bytes, bytes]], orientation: int) -> bytes:
    """Return a WebP picture of these chunks, whose head says which of the optional ones there are."""
    extended = chunks[0][0] == b"VP8X" and len(chunks[0][1]) == 10
    if extended:
        head = chunks[0][1]
        flags = head[0] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if orientation in _TURNED else 0)
        chunks[0] = b"VP8X", bytes((flags,)) + head[1:]
        if orientation in _TURNED:
            chunks = [*chunks, (b"EXIF", _turned(orientation))]
    packed = [name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2) for name, body in chunks]
    inner = b"WEBP" + b"".join(packed)
    return b"RIFF" + len(inner).to_bytes(4, "little") + inner


def _orientation(tiff: bytes) -> int:
    """Return how an Exif block (a TIFF file) says that the picture is to be turned; 1 where it says nothing."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:
        return _UPRIGHT
    at = struct.unpack_from(f"{order}L", tiff, 4)[0]
    many = struct.unpack_from(f"{order}H", tiff, at)[0] if at + 2 <= len(tiff) else 0
    for place in range(at + 2, at + 2 + 12 * many, 12):
        if place + 12 > len(tiff):
            break
        tag, kind, count, value = struct.unpack_from(f"{order}HHLH", tiff, place)
        if (tag, kind, count) == (0x0112, 3, 1):
            return int(value)
    return _UPRIGHT


def _turned(orientation: int) -> bytes:
    """Return an Exif block that says how the picture is to be turned, and nothing else."""
    return b"MM\x00*" + struct.pack(">LHHHLHHL", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def _cut_short(title: str) -> ValueError:
    return ValueError(f"this begins like a {title} picture and is not whole: it was cut short or altered")
