"""Bytes to text: is this text at all, and in which encoding.

The order is that of the HTML standard: byte order mark, then what the page declares, then UTF-8 if it fits, then a
guess from the bytes (charset_normalizer).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

from dragoman.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file", "Extract its text first, for instance with pdftotext, and read that."),
    (b"PK\x03\x04", "a zip archive or office document", "Unpack it, or save the document as text or HTML."),
    (b"PK\x05\x06", "an empty zip archive", "Give the page itself."),
    (b"\x1f\x8b", "gzip data", "Unpack it first; files that end in .gz are unpacked when read by name."),
    (b"BZh", "bzip2 data", "Unpack it first."),
    (b"\xfd7zXZ", "xz data", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "zstd data", "Unpack it first."),
    (b"Rar!", "a rar archive", "Unpack it first."),
    (b"\x89PNG", "a PNG image", "Give the page's HTML or text, not a picture of it."),
    (b"\xff\xd8\xff", "a JPEG image", "Give the page's HTML or text, not a picture of it."),
    (b"GIF8", "a GIF image", "Give the page's HTML or text, not a picture of it."),
    (b"RIFF", "a WebP image, or sound", "Give the page's HTML or text."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as text or HTML."),
    (b"{\\rtf", "a rich text document", "Save it as plain text."),
    (b"SQLite format 3", "an SQLite database", "Export its table as CSV or JSON lines."),
    (b"PAR1", "a Parquet table", "Read it by its file name, which ends in .parquet."),
    (b"\x7fELF", "a program", "Give a page."),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset\s*=\s*["']?|\?xml\b[^>]{0,100}?encoding\s*=\s*["'])\s*([\w.:-]{2,40})""", re.I
)
_HEAD = 4096
_SAMPLE = 20_000
_GARBAGE_SHARE = 0.02
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffd\ud800-\udfff]")

# What pages declare, and what browsers take it to mean (encoding.spec.whatwg.org): the larger set of the vendor.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
          "shift_jis": "cp932", "x-sjis": "cp932", "windows-874": "cp874", "tis-620": "cp874",
          "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8"}  # fmt: skip


def decode(data: bytes | str) -> str:
    r"""Give the text of a page.

    >>> decode(b"\xef\xbb\xbfP\xc3\xa9kin")
    'Pékin'
    >>> decode('<meta charset="windows-1251"><p>Мир</p>'.encode("cp1251"))[-10:]
    '<p>Мир</p>'

    Raises:
        Unreadable: ``empty``, ``binary`` or ``undecodable``.
    """
    text = data if isinstance(data, str) else _from_bytes(bytes(data))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable("empty", "There is nothing here but blanks", "Save the page again, with its text.")
    _check_text(text)
    return text


def declared_encoding(data: bytes) -> str | None:
    """Give the codec of the charset that the page names in its head, as browsers understand it."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    name = found[1].decode("ascii", "replace").lower()
    try:
        return codecs.lookup(_MEANT.get(name, name)).name
    except LookupError:
        return None


def _from_bytes(data: bytes) -> str:
    if not data.strip():
        raise Unreadable("empty", f"The file has {len(data)} bytes and no text", "Save the page again.")
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _strict(data, codec)
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            raise Unreadable("binary", f"This is {what}, not a page", mend)
    if b"\x00" in data[:_SAMPLE]:
        return _sixteen_bits(data)
    return _eight_bits(data)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8-sig" and _rare(data.decode(codec, "replace")):
            return data.decode(codec, "replace")
        detail = f"The byte order mark says {codec}, but byte {error.start} does not fit it"
        raise Unreadable("undecodable", detail, "Save the page as UTF-8.") from None


def _sixteen_bits(data: bytes) -> str:
    """Read UTF-16 without a byte order mark: every second byte is nearly always the same; other text has no nil bytes."""
    sample = data[:_SAMPLE]
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(count for _, count in Counter(high).most_common(2)) > 0.8 * len(high):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    raise Unreadable("binary", f"Nil bytes stand among the first {len(sample)} bytes", "Give the page as HTML or text.")


def _eight_bits(data: bytes) -> str:
    declared = declared_encoding(data)
    for codec in dict.fromkeys(("utf-8", declared or "utf-8")):
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, UnicodeError):
            continue
    if declared in (None, "utf-8") and _rare(text := data.decode("utf-8", "replace")):
        return text  # a page cut in mid character, or with one stray byte, is still UTF-8
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        return data.decode(best.encoding, "replace")
    if declared and _rare(text := data.decode(declared, "replace")):
        return text
    raise Unreadable("undecodable", "No encoding fits these bytes", "Save the page as UTF-8, or name its charset in its head.")


def _rare(text: str) -> bool:
    return text.count("\ufffd") <= max(3, len(text) // 1000)


def _check_text(text: str) -> None:
    sample = text[:_SAMPLE]
    garbage = len(_NOT_IN_TEXT.findall(sample))
    if garbage > _GARBAGE_SHARE * len(sample):
        detail = f"{garbage} of the first {len(sample)} characters are control signs or undecodable"
        raise Unreadable("binary", detail, "Give the page as HTML or text, in the encoding that it names.")
