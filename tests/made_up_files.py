"""Small files of every type that can be attached, all made up, and some that only pretend to be one."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

WHERE = b"51 30 0 N, 0 7 0 W, MakerExample"  # stands for what tells where a picture was taken

#: A picture of 4 by 3 points, all red.
_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6"
    "/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAADAAQD"
    "ASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAUEQEA"
    "AAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYASg//9k="
)
_WEBP = base64.b64decode("LwOAAAAHUI8i16P/gYjofwAA")

PDF = b"%PDF-1.7\n1 0 obj << /Title (Made up) >> endobj\ntrailer << >>\n%%EOF\n"
TEXT = b"Made up: minutes of nobody.\n"


def exif(orientation: int) -> bytes:
    """Return an Exif block with a turn, and with where a picture was taken."""
    entries = struct.pack(">HHLHH", 0x0112, 3, 1, orientation, 0) + struct.pack(">HHLL", 0x8825, 4, 1, 60)
    return b"MM\x00*" + struct.pack(">LH", 8, 2) + entries + bytes(4) + b"GPS" + WHERE


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(orientation: int = 1, *, bare: bool = False) -> bytes:
    """Return a JPEG with everything in it that tells of where it was taken; `bare`: with nothing of the kind."""
    if bare:
        return _JPEG
    told = [
        _segment(0xE1, b"Exif\x00\x00" + exif(orientation)),
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x>" + WHERE + b"</x>"),
        _segment(0xE2, b"MPF\x00" + WHERE),
        _segment(0xED, b"Photoshop 3.0\x00" + WHERE),
        _segment(0xFE, WHERE),
    ]
    head = 2 + 2 + 16  # start of image, and JFIF
    return _JPEG[:head] + b"".join(told) + _JPEG[head:] + b"\xff\xd8\xff" + WHERE


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(orientation: int = 1, *, bare: bool = False) -> bytes:
    """Return a PNG with everything in it that tells of where it was taken; `bare`: with nothing of the kind."""
    rows = b"".join(b"\x00" + bytes((200, 30, 30)) * 4 for _ in range(3))
    told = [] if bare else [chunk(b"tEXt", b"Comment\x00" + WHERE), chunk(b"eXIf", exif(orientation))]
    told += [] if bare else [chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + WHERE), chunk(b"prIv", WHERE)]
    parts = [
        chunk(b"IHDR", struct.pack(">LLBBBBB", 4, 3, 8, 2, 0, 0, 0)),
        *told,
        chunk(b"IDAT", zlib.compress(rows)),
        chunk(b"IEND", b""),
        b"" if bare else WHERE,
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def webp(orientation: int = 1, *, bare: bool = False) -> bytes:
    """Return a WebP picture with all that tells of where it was taken; `bare`: with nothing of the kind."""
    chunks = [(b"VP8X", bytes((0 if bare else 0x0C, 0, 0, 0, 3, 0, 0, 2, 0, 0))), (b"VP8L", _WEBP[:17])]
    chunks += [] if bare else [(b"EXIF", exif(orientation)), (b"XMP ", b"<x>" + WHERE + b"</x>")]
    inner = b"".join(n + len(b).to_bytes(4, "little") + b + bytes(len(b) % 2) for n, b in chunks)
    riff = b"RIFF" + (len(inner) + 4).to_bytes(4, "little") + b"WEBP" + inner
    return riff + (b"" if bare else WHERE)


def zipped(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    """Return what is enough of a Word document to be taken for one."""
    return zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document>Made up</w:document>", **more}
    )


def xlsx() -> bytes:
    """Return what is enough of an Excel workbook to be taken for one."""
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def open_document(kind: str) -> bytes:
    """Return what is enough of an OpenDocument file (`text`, `spreadsheet`) to be taken for one."""
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<office/>"})
