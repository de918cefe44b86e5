import codecs

import pytest

from dragoman.errors import Unreadable
from dragoman.reading.decode import declared_encoding, decode

RUSSIAN = "Послы двух стран встретились в столице и договорились о перемирии на северной границе."


@pytest.mark.parametrize(
    "data",
    [
        RUSSIAN.encode(),
        codecs.BOM_UTF8 + RUSSIAN.encode(),
        RUSSIAN.encode("utf-16"),
        RUSSIAN.encode("utf-16-le"),
        f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251"),
        f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>{RUSSIAN}</p>'.encode("koi8-r"),
        f'<?xml version="1.0" encoding="iso-8859-5"?><html><p>{RUSSIAN}</p></html>'.encode("iso-8859-5"),
        (RUSSIAN * 5).encode("cp1251"),  # nothing declared: from the bytes alone
    ],
    ids=["utf-8", "bom", "utf-16 bom", "utf-16 bare", "meta", "http-equiv", "xml", "guessed"],
)
def test_russian_is_read_in_whatever_encoding_it_comes(data: bytes) -> None:
    assert RUSSIAN in decode(data)


def test_a_page_that_declares_latin_1_means_windows_1252() -> None:
    assert declared_encoding(b'<meta charset="ISO-8859-1">') == "cp1252"
    assert decode("<meta charset=iso-8859-1>“Non”, dit-elle…".encode("cp1252")).endswith("“Non”, dit-elle…")


def test_a_page_that_lies_about_its_charset_but_is_utf_8_is_read_as_utf_8() -> None:
    assert "Québec" in decode('<meta charset="iso-8859-1"><p>Québec</p>'.encode())


def test_an_unknown_charset_is_passed_over() -> None:
    assert declared_encoding(b'<meta charset="klingon">') is None


def test_one_stray_byte_does_not_lose_a_page() -> None:
    assert decode(RUSSIAN.encode() + b"\xff").startswith(RUSSIAN)


@pytest.mark.parametrize(
    ("data", "reason", "found"),
    [
        (b"", "empty", "0 bytes"),
        (b"  \n\t ", "empty", "no text"),
        ("\ufeff ", "empty", "nothing"),
        (b"%PDF-1.7 ...", "binary", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "binary", "PNG"),
        (b"\xff\xd8\xff\xe0....", "binary", "JPEG"),
        (b"PK\x03\x04....", "binary", "zip"),
        (b"abc\x00\x01\x02def", "binary", "Nil bytes"),
        ("\x01\x02\x03\x04 text", "binary", "control signs"),
        (codecs.BOM_UTF16_LE + b"a", "undecodable", "utf-16"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes | str, reason: str, found: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.reason == reason
    assert found.casefold() in caught.value.detail.casefold()
    assert caught.value.mend
