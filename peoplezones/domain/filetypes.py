"""Which types of file are taken, told by what is in them and never by their names.

What begins like a type must be of that type as far as is said here, or it is refused: no second guess is made. A PDF is
looked at from its head to its end mark only; office documents are unpacked to the last byte, within limits.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from .pictures import PNG_MARK, strip_jpeg, strip_png, strip_webp

UNPACKED = 250 << 20  # bytes that an office document may have when unpacked
_LARGEST_DIRECTORY = 4 << 20
_MOST_MEMBERS = 10_000
_BLOCK = 1 << 16
_END = struct.Struct("<4s4H2LH")  # end of central directory record
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MACROS = re.compile(r"(?i)(.*/)?vbaproject\.bin|(basic|scripts)/.+")
PDF, TEXT = "application/pdf", "text/plain"
_OPEN = "application/vnd.oasis.opendocument."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PARTS = {  # the part that makes an Office Open XML document what it is
    f"{_OFFICE}wordprocessingml.document": "word/document.xml",
    f"{_OFFICE}spreadsheetml.sheet": "xl/workbook.xml",
}
TITLES = {
    PDF: "PDF",
    "image/jpeg": "JPEG picture",
    "image/png": "PNG picture",
    "image/webp": "WebP picture",
    f"{_OFFICE}wordprocessingml.document": "Word document",
    f"{_OFFICE}spreadsheetml.sheet": "Excel workbook",
    f"{_OPEN}text": "OpenDocument text",
    f"{_OPEN}spreadsheet": "OpenDocument spreadsheet",
    TEXT: "text",
}
LISTED = (
    "PDF, pictures (JPEG, PNG, WebP), Word (.docx) and Excel (.xlsx) without macros, OpenDocument (.odt, .ods), "
    "and plain text or CSV in UTF-8"
)


def _pdf(content: bytes) -> bytes:
    """Return a PDF as it is. Its end mark stands in the last 1,024 bytes (ISO 32000-1, annex H.3)."""
    if not re.match(rb"%PDF-[12]\.[0-9]", content) or b"%%EOF" not in content[-1024:]:
        raise ValueError("this begins like a PDF and is not whole: it was cut short or altered")
    return content


def _text(content: bytes) -> bytes:
    """Return a text as it is."""
    found = _CONTROL.search(content)
    if found is not None:
        raise ValueError(f"this is no kind of file that can be taken. These can: {LISTED}")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise ValueError(
            f"this is no text in UTF-8 (byte {error.start + 1}), nor any other kind of file that can be taken: {LISTED}"
        ) from None
    if not text.strip("\ufeff \t\r\n\f"):
        raise ValueError("there is nothing in the file")
    return content


def office_type(content: bytes) -> str:
    """Return the media type of an office document. Raises ValueError where it is none, has macros, or is a trap."""
    _look_at_directory(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            infos = zipped.infolist()
            _look_at_members(infos)
            names = {info.filename for info in infos}
            found = _named_by(zipped, infos[0], names) or _office_in(names)
            if not found:
                raise ValueError(f"this ZIP file is no document that can be taken. These files can: {LISTED}")
            for info in infos:
                _read_through(zipped, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error) as error:
        raise ValueError(f"this begins like an office document and is not whole ({error})") from None
    return found


def _look_at_directory(content: bytes) -> None:
    """Raise ValueError where the list of members is missing, or so long that reading it would be the trap."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if at < 0 or at + _END.size > len(content):
        raise ValueError("this begins like an office document and is not whole: it was cut short")
    *_, many, size, _, _ = _END.unpack_from(content, at)
    if content[max(0, at - 20) : at].startswith(b"PK\x06\x07") or many > _MOST_MEMBERS or size > _LARGEST_DIRECTORY:
        raise ValueError(f"this office document has too many parts; at most {_MOST_MEMBERS:,} are looked at")


def _look_at_members(infos: list[zipfile.ZipInfo]) -> None:
    if not infos or len(infos) > _MOST_MEMBERS:
        raise ValueError(f"this office document has no parts, or more than {_MOST_MEMBERS:,}")
    if sum(info.file_size for info in infos) > UNPACKED:
        raise ValueError(f"this office document unpacks to more than {UNPACKED >> 20} MiB, which no letter does")
    for info in infos:
        name = info.filename
        if info.flag_bits & 0x1:
            raise ValueError("this office document is encrypted; save it without a password")
        if name.startswith("/") or "\\" in info.orig_filename or ".." in name.split("/"):
            raise ValueError(f"this office document has a part called {name[:80]!r}, which no program writes")
        if _MACROS.fullmatch(name):
            raise ValueError("this office document holds macros (programs); save it without them, or as PDF")


def _named_by(zipped: zipfile.ZipFile, first: zipfile.ZipInfo, names: set[str]) -> str:
    """Return the type that an OpenDocument names in its first member (ODF 1.2 part 3, section 3.3), or ""."""
    if first.filename != "mimetype" or first.file_size > 200:
        return ""
    said = zipped.read(first).decode("ascii", "replace")
    return said if said in (f"{_OPEN}text", f"{_OPEN}spreadsheet") and "content.xml" in names else ""


def _office_in(names: set[str]) -> str:
    """Return the type of an Office Open XML document (ECMA-376 part 2, 10.1), or ""."""
    if "[Content_Types].xml" not in names:
        return ""
    return next((kind for kind, part in _PARTS.items() if part in names), "")


def _read_through(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Read a member to its end and forget it: no further than the length that it declares, to its checksum."""
    with zipped.open(info) as file:
        while file.read(_BLOCK):
            pass


def examined(content: bytes) -> tuple[str, bytes]:
    """Return the media type of a file by what is in it, and what is kept of it: pictures lose where they were taken.

    Raises ValueError, in words for whoever gave it, where it is none of the types or not whole.
    """
    if content.startswith(b"%PDF-"):
        return PDF, _pdf(content)
    if content.startswith(PNG_MARK):
        return "image/png", strip_png(content)
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", strip_jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp", strip_webp(content)
    if content.startswith(b"PK\x03\x04"):
        return office_type(content), content
    return TEXT, _text(content)
