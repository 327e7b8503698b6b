"""Text files: the right letters, the right separator, and no line that swallows another."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.lists.delimited import read_delimited
from bot.lists.encodings import decode
from bot.lists.rows import Unreadable

WORDS = {
    "one accent": "Nom;Telephone\nZoé Roy;819 555-0101\n",
    "many": "Nom;Prénom;Municipalité\nLévesque;Zoé;Val-d’Or\nBélanger;François;Rivière-Héva\nGagné;Noëlle;Évain\n",
    "capitals": "NOM;TÉL\nÉMILE CÔTÉ;819 555-0101\n",
    "a capital first": "Nom;Tel\nÉmile Roy;819 555-0101\n",
    "a cedilla": "nom;tel\nGarçon Roy;819 555-0101\n",
}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", WORDS)
def test_the_letters_are_found_whatever_wrote_them(name: str, encoding: str) -> None:
    data = WORDS[name].encode(encoding, errors="replace")
    found = decode(data)
    assert found.words == data.decode(encoding)
    assert found.sure


@given(st.text(alphabet="abcdefghijàâäçéèêëîïôùûüÀÉÈÊÔŒœñ -'", min_size=1, max_size=40), st.booleans())
def test_utf_8_is_never_taken_for_something_else(words: str, marked: bool) -> None:
    assume(not _twice_encoded(words))
    assert decode(words.encode("utf-8-sig" if marked else "utf-8")).words == words


def _twice_encoded(words: str) -> bool:
    """Letters that a program wrote by taking UTF-8 for Windows': they are put right, and nobody means them."""
    try:
        return words.encode("cp1252").decode("utf-8") != words
    except UnicodeError:
        return any(mark in words for mark in "âÃÂ")


def test_two_encodings_in_one_file_are_both_read() -> None:
    data = "Zoé\n".encode() + "Léa\n".encode("cp1252") + "Noël\n".encode()
    assert decode(data).words == "Zoé\nLéa\nNoël\n"


def test_accents_broken_by_another_program_are_put_right_and_said() -> None:
    found = decode("ZoÃ© de Val-dâ€™Or, CÃ´tÃ©, Ã‰mile, NoÃ«l".encode())
    assert (found.words, found.mended) == ("Zoé de Val-d’Or, Côté, Émile, Noël", True)


def test_letters_that_may_be_others_are_asked_with_a_sample_of_each() -> None:
    found = decode("Nom;Note\nÈve Noël;« à rappeler »\n".encode("cp850"))
    assert not found.sure
    assert ("cp850", "Ève, Noël, «") in found.samples
    assert decode("Ève".encode("mac_roman"), "mac_roman").words == "Ève"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", ["\t", ";", ",", "|"])
def test_the_separator_is_the_one_that_cuts_every_line_alike(separator: str, end: str) -> None:
    rows = [["Nom", "Tel", "Note (a, b; c)"], ["Rose", "819 555-0101", ""], ["Luc", "819 555-0102", ""]]
    words = end.join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in rows)
    sheet, found = read_delimited(words)
    assert found == separator
    assert [cells for _line, cells in sheet.rows] == rows
    assert [line for line, _cells in sheet.rows] == [1, 2, 3]


@pytest.mark.parametrize(
    "first", ["sep=;", "SEP=;", '"sep=;"', "sep=;\t"], ids=["plain", "capitals", "quoted", "with an end"]
)
def test_the_separator_that_excel_announces_is_taken(first: str) -> None:
    sheet, found = read_delimited(f"{first}\r\nNom;Tel, ou cell\r\nRose;819\r\n")
    assert found == ";"
    assert sheet.rows[0] == (2, ["Nom", "Tel, ou cell"])


def test_an_address_of_two_lines_is_one_cell() -> None:
    sheet, _ = read_delimited('Nom,Adresse,Tel\nRose,"12 rue du Pont\nAmos",819\nLuc,,820\n')
    assert sheet.rows[1] == (2, ["Rose", "12 rue du Pont\nAmos", "819"])
    assert sheet.rows[2] == (4, ["Luc", "", "820"])


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ('a;b;c\n1;"2;3\n4;5;6\n', 2),  # never closed
        ('a;b;c\n1;2;3\n"4;5;6\n7;8;9";\n', 3),  # closed by another stray one
        ('a;b\n1;"2"x\n', 2),  # something after it
        ('a;b;c\n1;"2;3\n4;5;6\n7;8";9\n', 2),  # whole lines inside
    ],
)
def test_a_quote_that_swallows_others_is_named_by_its_line(words: str, line: int) -> None:
    with pytest.raises(Unreadable) as unreadable:
        read_delimited(words)
    assert (unreadable.value.why, unreadable.value.facts) == ("quotes", {"line": line})


@given(st.lists(st.lists(st.text('ab;,\n"é ', max_size=6), min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_is_read_holds_no_more_cells_than_the_file_has_separators(rows: list[list[str]]) -> None:
    """Whatever is written, it is read or refused: never an exception of another kind."""
    words = "\n".join(";".join(row) for row in rows)
    try:
        sheet, separator = read_delimited(words)
    except Unreadable:
        return
    cells = sum(len(row) for _line, row in sheet.rows)
    assert cells <= words.count(separator) + words.count("\n") + 1
