"""Which files are taken, told by what is in them, and what is kept of them."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peoplezones.domain import files, filetypes
from peoplezones.domain.files import LARGEST, MIB, File, attachment_of, clean_name, parse_size, size_in_words, title_of
from peoplezones.domain.filetypes import LISTED, examined
from peoplezones.domain.pictures import PNG_MARK
from tests import made_up_files as made_up
from tests.made_up_files import WHERE, chunk, docx, exif, jpeg, open_document, png, webp, xlsx, zipped

WHOLE = {
    "PDF": made_up.PDF,
    "JPEG picture": jpeg(bare=True),
    "PNG picture": png(bare=True),
    "WebP picture": webp(bare=True),
    "Word document": docx(),
    "Excel workbook": xlsx(),
    "OpenDocument text": open_document("text"),
    "OpenDocument spreadsheet": open_document("spreadsheet"),
    "text": "Zeitplan, Straße\r\n1,\t2\f\n".encode(),
}


@pytest.mark.parametrize("title", WHOLE)
@pytest.mark.parametrize("name", ["whatever.exe", "x", "photo.jpg"])
def test_a_file_is_what_its_content_is_whatever_it_is_called_and_is_kept_byte_for_byte(title: str, name: str) -> None:
    kept = attachment_of(File(name, WHOLE[title]))
    assert title_of(kept.media_type) == title
    assert kept.content == WHOLE[title]
    assert kept.digest == hashlib.sha256(WHOLE[title]).hexdigest()
    assert kept.name == name


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_text_may_begin_with_the_mark_of_utf_8(mark: bytes) -> None:
    assert examined(mark + b"a;b\r\n") == ("text/plain", mark + b"a;b\r\n")


NOT_TAKEN = {
    "a program": b"\x7fELF\x02\x01\x01" + bytes(50),
    "another picture": b"GIF89a" + bytes(30),
    "a text in UTF-16": "Minutes".encode("utf-16"),
    "a text in Latin-1": "Straße".encode("latin-1"),
    "a text with a terminal's commands": b"see \x1b]0;x\x07",
    "nothing but spaces": b"\xef\xbb\xbf \r\n\t",
    "a ZIP file": zipped({"a.txt": b"a"}),
    "a presentation": zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
    "an OpenDocument drawing": open_document("graphics"),
    "an OpenDocument text without one": zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    "a Word document with macros": docx(**{"word/vbaProject.bin": b"x"}),
    "an OpenDocument text with macros": zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"x", "Basic/Standard/a.xml": b"x"}
    ),
    "a document with a part outside it": docx(**{"../../evil": b"x"}),
    "a PDF that was cut short": made_up.PDF[:30],
    "a PDF of no version": b"%PDF-\n%%EOF",
    "a JPEG that was cut short": jpeg(bare=True)[:-2],
    "a JPEG without a picture": b"\xff\xd8\xff\xd9",
    "a JPEG with half a segment": jpeg(bare=True)[:60],
    "a PNG that was cut short": png(bare=True)[:-12],
    "a PNG with a changed byte": png(bare=True).replace(b"\x08\x02\x00", b"\x08\x03\x00"),
    "a PNG without a picture": b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"IEND", b""),
    "a WebP picture that was cut short": webp(bare=True)[:-4],
    "a WebP picture without one": b"RIFF\x04\x00\x00\x00WEBP",
    "a document that was cut short": docx()[:-30],
    "a document with a changed byte": docx().replace(b"PK\x01\x02", b"PK\x01\x03", 1),
    "something before a document": b"#!/bin/sh\n\x00" + docx(),
}


@pytest.mark.parametrize("content", NOT_TAKEN.values(), ids=list(NOT_TAKEN))
def test_whatever_is_none_of_these_or_not_whole_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^(this|there is nothing)"):
        attachment_of(File("minutes.pdf", content))


def test_what_can_be_taken_is_listed_in_the_refusal() -> None:
    with pytest.raises(ValueError, match="kind of file") as refusal:
        attachment_of(File("a.pdf", b"\x00\x01"))
    assert LISTED in str(refusal.value)


def test_a_changed_byte_inside_a_document_is_noticed() -> None:
    stored = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"Made up"}, zipfile.ZIP_STORED)
    with pytest.raises(ValueError, match="not whole"):
        examined(stored.replace(b"Made up", b"Made UP"))


# Traps


def test_a_document_that_unpacks_to_more_than_a_letter_is_refused_without_being_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filetypes, "UNPACKED", MIB)
    bomb = docx(**{"word/media/a.bin": bytes(2 * MIB)})
    assert len(bomb) < 10_000
    opened: list[object] = []
    monkeypatch.setattr(filetypes, "_read_through", lambda *member: opened.append(member))
    with pytest.raises(ValueError, match="unpacks to more than"):
        examined(bomb)
    assert not opened


def test_a_document_that_lies_about_how_long_its_parts_are_is_read_no_further_than_it_says() -> None:
    bomb = bytearray(docx(**{"word/media/a.bin": bytes(MIB)}))
    at = bomb.rfind(b"PK\x01\x02")  # of the last member in the list
    struct.pack_into("<L", bomb, at + 24, 100)
    with pytest.raises(ValueError, match="not whole"):
        examined(bytes(bomb))


def test_a_document_of_very_many_parts_is_refused_before_they_are_listed() -> None:
    with pytest.raises(ValueError, match="too many parts"):
        examined(docx(**{f"word/{n}": b"" for n in range(10_001)}))
    lying = bytearray(docx())
    end = lying.rfind(b"PK\x05\x06")
    struct.pack_into("<L", lying, end + 12, 5 << 20)
    with pytest.raises(ValueError, match="too many parts"):
        examined(bytes(lying))


def test_a_document_with_a_password_is_refused() -> None:
    locked = bytearray(docx())
    at = locked.find(b"PK\x01\x02")
    struct.pack_into("<H", locked, at + 8, 1)
    with pytest.raises(ValueError, match="encrypted"):
        examined(bytes(locked))


def test_a_file_that_is_two_things_is_judged_as_what_it_begins_like() -> None:
    both = made_up.PDF[:-7] + docx() + b"\n%%EOF\n"
    assert examined(both) == ("application/pdf", both)
    kept = examined(png(bare=True) + docx())
    assert kept == ("image/png", png(bare=True))


BEGINNINGS = (b"", PNG_MARK, b"\xff\xd8\xff", b"RIFF\x10\x00\x00\x00WEBP", b"PK\x03\x04", b"%PDF-1.")


@given(st.binary(max_size=300))
@example(b"\xff\xd8\xff")
@example(b"PK\x03\x04PK\x05\x06" + bytes(18))
@example(b"RIFF\xff\xff\xff\xffWEBP")
def test_any_bytes_are_taken_whole_or_refused(content: bytes) -> None:
    for beginning in BEGINNINGS:
        try:
            media_type, kept = examined(beginning + content)
        except ValueError as refusal:
            assert str(refusal)  # noqa: PT017 - either is right, and nothing else
        else:
            assert media_type in filetypes.TITLES
            assert examined(kept) == (media_type, kept)


@given(st.sampled_from([jpeg, png, webp]), st.integers(1, 8), st.integers(0), st.integers(0, 255))
def test_a_damaged_picture_is_refused_or_stripped_for_good(
    picture: Callable[[int], bytes], turn: int, place: int, byte: int
) -> None:
    content = bytearray(picture(turn))
    content[place % len(content)] = byte
    try:
        media_type, kept = examined(bytes(content))
    except ValueError:
        return
    assert examined(kept) == (media_type, kept)
    assert len(kept) < len(content)


# Pictures


@pytest.mark.parametrize("picture", [jpeg, png, webp])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_loses_where_it_was_taken_and_keeps_how_it_is_turned(
    picture: Callable[..., bytes], turn: int
) -> None:
    content = picture(turn)
    assert WHERE in content
    kept = attachment_of(File("photo", content)).content
    assert WHERE not in kept
    assert b"GPS" not in kept
    upright = picture(bare=True)
    if turn == 1:
        assert kept == upright
    else:
        assert struct.pack(">HHLH", 0x0112, 3, 1, turn) in kept
        assert len(kept) <= len(upright) + 50
    assert attachment_of(File("photo", kept)).content == kept


@pytest.mark.parametrize("broken", [b"", b"MM\x00*", b"II*\x00\xff\xff\xff\xff", exif(6)[:15], exif(99), b"junk" * 9])
def test_a_turn_that_cannot_be_read_is_left_out(broken: bytes) -> None:
    start = b"\xff\xd8" + struct.pack(">BBH", 0xFF, 0xE1, len(broken) + 8) + b"Exif\x00\x00" + broken
    assert examined(start + jpeg(bare=True)[2:])[1] == jpeg(bare=True)


def test_the_colours_of_a_picture_are_kept() -> None:
    profile = struct.pack(">BBH", 0xFF, 0xE2, 16) + b"ICC_PROFILE\x00\x01\x01"
    adobe = struct.pack(">BBH", 0xFF, 0xEE, 14) + b"Adobe" + bytes(7)
    content = b"\xff\xd8" + adobe + profile + jpeg(bare=True)[2:]
    assert examined(content)[1] == content


# Sizes and names


def test_an_empty_file_and_one_too_large_are_refused() -> None:
    with pytest.raises(ValueError, match="the file is empty"):
        attachment_of(File("a", b""))
    with pytest.raises(ValueError, match=r"has 25\.0 MiB; at most 25 MiB"):
        attachment_of(File("a", b"a" * (LARGEST + 1)))
    with pytest.raises(ValueError, match="has 11 bytes; at most 10 bytes"):
        attachment_of(File("a", b"a" * 11), 10)
    assert attachment_of(File("a", b"a" * 10), 10).content == b"a" * 10
    assert len(attachment_of(File("a", b"a" * LARGEST), 4 * LARGEST).content) == LARGEST


@pytest.mark.parametrize(
    ("written", "size"), [("1 KiB", 1024), ("500KiB", 512_000), ("25 MiB", LARGEST), (" 3 MiB ", 3 * MIB)]
)
def test_a_size_is_written_with_its_unit(written: str, size: int) -> None:
    assert parse_size(written) == size


@pytest.mark.parametrize("written", ["5", "5 MB", "0 KiB", "-1 MiB", "1.5 MiB", "26 MiB", "99999999 KiB", ""])
def test_other_sizes_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"size of a file|more than any"):
        parse_size(written)


def test_sizes_are_told_in_words() -> None:
    told = [size_in_words(n) for n in (1, 812, 1024, 1536, 25 * MIB, MIB + 104_858)]
    assert told == ["1 byte", "812 bytes", "1 KiB", "1.5 KiB", "25 MiB", "1.1 MiB"]


@pytest.mark.parametrize(
    ("given_as", "name"),
    [
        ("/home/somebody/a.pdf", "a.pdf"),
        ("C:\\Users\\somebody\\a.pdf", "a.pdf"),
        ("a\nb\x1b.pdf", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}.pdf"),
        ("\udcff.txt", "\N{REPLACEMENT CHARACTER}.txt"),
        ("u\u0308ber.txt", "\u00fcber.txt"),
        ("n" * 300, "n" * 199 + "…"),
    ],
)
def test_the_name_of_a_file_is_its_last_part_made_printable(given_as: str, name: str) -> None:
    assert clean_name(given_as) == name


def test_a_file_shows_itself_without_its_content() -> None:
    assert repr(File("a.txt", b"secret")) == "File('a.txt', 6 bytes)"
    assert "secret" not in repr(files.attachment_of(File("a.txt", b"secret")))
