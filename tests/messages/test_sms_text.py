"""A text leaves for a basic phone in as few segments as its words allow, and only declared signs are replaced."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.gsm7 import ALPHABET, BASIC, EXTENSION, count
from messages.sms_text import SmsText, prepare, price
from messages.types import Text
from messages.typography import BULLETS, FRACTIONS, SPACES, SYMBOLS, fold, without_accent

EMOJI = "\U0001f600"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one grapheme of three emoji: 8 units


@pytest.mark.parametrize(
    ("text", "encoding", "characters", "segments"),
    [
        ("", "GSM-7", 0, 0),
        ("Bonjour é è à ù É Ç ñ", "GSM-7", 21, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 80, 1),
        ("€" * 81, "GSM-7", 81, 2),
        # 76 pairs and one septet lost in each part: 161 septets over 152 + 9, not ceil(x / 153)
        ("€" * 152, "GSM-7", 152, 2),
        ("€" * 153, "GSM-7", 153, 3),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 305, 3),
        ("ç" * 70, "UCS-2", 70, 1),
        ("ç" * 71, "UCS-2", 71, 2),
        ("ç" * 134, "UCS-2", 134, 2),
        ("ç" * 135, "UCS-2", 135, 3),
        (EMOJI * 35, "UCS-2", 35, 1),
        (EMOJI * 36, "UCS-2", 36, 2),
        (EMOJI * 67, "UCS-2", 67, 3),
        (FAMILY * 8, "UCS-2", 40, 1),
        (FAMILY * 17, "UCS-2", 85, 3),
        ("e" + "\u0301" * 200, "UCS-2", 201, 3),
    ],
)
def test_segments_are_packed(text: str, encoding: str, characters: int, segments: int) -> None:
    assert count(text) == (encoding, characters, segments)


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("l’été, c‘est", "l'été, c'est"),
        ("«\u00a0oui\u00a0» et « non »", '"oui" et "non"'),
        ("“oui” „non‟", '"oui" "non"'),
        ("‹\u202fici\u202f›", "'ici'"),
        ("lundi – mardi — jeudi ‑ \u2212", "lundi - mardi - jeudi - -"),
        ("et puis…", "et puis..."),
        ("25\u00a0000\u202f$\u2009!", "25 000 $ !"),
        ("les membre·s", "les membre.s"),
        ("• un\n· deux\n  ▪ trois", "- un\n- deux\n  - trois"),
        ("co\u00adop\u200b\ufeff", "coop"),
        ("1½ h, ½ journée", "1 1/2 h, 1/2 journée"),
        ("20 °C, 20°C, il fait 20°", "20 C, 20 C, il fait 20 deg."),
        ("n° 5, n°5, № 5", "no 5, no 5, no 5"),
        ("1° accueil", "1o accueil"),
        ("5 m² × 2 → 50¢", "5 m2 x 2 -> 50c"),
        ("e\u0301te\u0301", "été"),
        ("un\u2028deux\tcol", "un\ndeux col"),
        ("a\u200eb\u2066c\u2069", "abc"),
        ("\x00a\x1bb\x7f", "ab"),
    ],
)
def test_typography_becomes_plain(written: str, leaves: str) -> None:
    assert prepare(written).text == leaves


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("ça", "ça"),
        ("ça " + "x" * 70, "ca " + "x" * 70),
        ("À l'Île, dès Noël, cœur Œuvre ŒUVRE " + "x" * 60, "A l'Ile, dès Noel, coeur Oeuvre OEUVRE " + "x" * 60),
        ("mañana será así, ¿sí? " + "x" * 60, "mañana sera asi, ¿si? " + "x" * 60),
        ("Łódź çà " + "x" * 70, "Lódz cà ".replace("ó", "o") + "x" * 70),
        (f"ça va {EMOJI} " + "x" * 70, f"ça va {EMOJI} " + "x" * 70),
        ("ᐃᓄᒃᑎᑐᑦ ça " + "x" * 70, "ᐃᓄᒃᑎᑐᑦ ça " + "x" * 70),
    ],
)
def test_letters_are_folded_only_when_that_saves_a_segment(written: str, leaves: str) -> None:
    assert prepare(written).text == leaves


def test_three_dots_never_cost_a_segment() -> None:
    just_one = EMOJI + "x" * 67 + "…"
    assert (prepare(just_one).text, prepare(just_one).segments) == (just_one, 1)


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("Déjà noté, à mardi", "Deja note, a mardi"),
        ("mañana où ça", "manana ou ca"),
        ("déjà l’été", "deja l'ete"),
        ("Straße 10 €", "Straße 10 €"),
    ],
)
def test_a_person_may_choose_no_accents(written: str, leaves: str) -> None:
    assert prepare(written, no_accents=True).text == leaves


@pytest.mark.parametrize("text", ["Déjà 10 €", "a\r\nb", "{a} [b] ~ ^ | \\", "Ç É à ñ ß\f", "x" * 500])
def test_a_text_of_the_alphabet_leaves_as_it_came(text: str) -> None:
    assert prepare(text) == SmsText(text, "GSM-7", len(text), count(text).segments, count(text).segments)


LONG = " xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("sûr", "certain"),
        ("Sûre", "certaine"),
        ("SÛRS", "certains"),
        ("dû", "à payer"),
        ("mûres", "prêtes"),
        ("jeûne", "ne mange pas"),
        ("maïs", "blé d'Inde"),
        ("MAÏS", "blé d'Inde"),
    ],
)
def test_a_folding_that_makes_another_word_is_pointed_out(word: str, instead: str) -> None:
    [warning] = prepare(word + LONG).warnings
    assert warning.id == "sms-warning-word"
    assert warning.args["word"] == word
    assert warning.args["instead"] == instead
    assert prepare(word).warnings == ()  # nothing was folded: nothing to say


@pytest.mark.parametrize("word", ["surement", "côté", "Forêt", "jeune", "mais", "du"])
def test_other_words_are_not_pointed_out(word: str) -> None:
    assert prepare(word + LONG).warnings == ()


def test_what_was_changed_is_told_with_how_many() -> None:
    assert prepare("l’été, l’hiver… ça " + "x" * 60).changes == (
        Text("sms-change-apostrophes", {"count": 2}),
        Text("sms-change-ellipsis", {"count": 1}),
        Text("sms-change-letters", {"count": 1, "what": "ç = c"}),
    )


def test_signs_that_make_a_text_cost_more_are_pointed_out() -> None:
    assert prepare("ok " + EMOJI + "x" * 70).warnings == (Text("sms-warning-costly", {"what": EMOJI}),)
    assert prepare("ok " + EMOJI).warnings == ()
    assert [warning.id for warning in prepare("x" * 1601).warnings] == ["sms-warning-too-long"]


def test_a_price_is_a_number_of_segments() -> None:
    assert price(3) == 0.0441
    assert price(2, 0.01) == 0.02


# Properties, on texts made of what people and word processors type, and of anything at all.

TYPED = "abc eéèàùçêîôûâëïœŒÀÇ’‘“”«»—–…·•½°²№€[]{}\n\t0129 nN°\u00a0\u202f\u00ad\u200b\u200d\ufe0f\u0301ßæ→™" + EMOJI
TEXTS = st.one_of(st.text(TYPED, max_size=200), st.text(max_size=100), st.text(TYPED, min_size=60, max_size=75))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_doing_it_twice_changes_nothing_more(text: str, no_accents: bool) -> None:
    once = prepare(text, no_accents=no_accents)
    twice = prepare(once.text, no_accents=no_accents)
    assert twice.text == once.text
    assert twice.changes == ()


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_a_text_never_leaves_in_more_segments_than_written(text: str, no_accents: bool) -> None:
    prepared = prepare(text, no_accents=no_accents)
    assert prepared.segments <= prepared.segments_as_written == count(text).segments


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_only_declared_signs_are_replaced(text: str) -> None:
    """Every character that came in either leaves as it is or stands in a table; none becomes a question mark."""
    declared = f"“”„‟″〝〞«»‹›‘’‚‛′ʼʹ`´‐‑‒–—―−⁃…·‧∙°\u00ad\u200b\u2060\ufeff\t\x0b\x85\u2028\u2029{BULLETS}"
    prepared = prepare(text)
    composed = unicodedata.normalize("NFC", prepared.text)
    for character in text:
        kept = character in prepared.text or unicodedata.normalize("NFC", character) in composed
        assert (
            kept
            or character in declared
            or character in FRACTIONS
            or character in SYMBOLS
            or re.match(rf"[{SPACES}]|[\u0300-\u036f]|[\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f]", character)
            or fold(character) != character
            or unicodedata.category(character) == "Cc"
            or (character.isascii() and character.isalpha() and max(text) >= "\u0300")
            or character == " "
        ), f"{character!r} went away"
    assert prepared.text.count("?") == text.count("?")


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(TYPED.replace("\u0301", "").replace("\u200d", "").replace("\ufe0f", ""), max_size=400)))
def test_segments_equal_those_of_a_packer_that_tries_every_cut(text: str) -> None:
    assert count(text).segments == segments_by_search(text)


def segments_by_search(text: str) -> int:
    """The smallest number of parts over all cuts between characters: slow, and written another way on purpose."""
    if all(character in BASIC or character in EXTENSION for character in text):
        sizes = [1 + (character in EXTENSION) for character in text]
        whole, part = 160, 153
    else:
        sizes = [len(character.encode("utf-16-be")) // 2 for character in text]
        whole, part = 70, 67
    if sum(sizes) <= whole:
        return int(bool(text))
    fewest = [0] + [len(text)] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - part), end):
            if sum(sizes[start:end]) <= part:
                fewest[end] = min(fewest[end], fewest[start] + 1)
    return fewest[-1]


def test_folding_gives_letters_of_the_alphabet() -> None:
    for letter in "çêîôûâëïœÿÀÈÙÊÎÔÛÂËÏŒŸáíóúÁÍÓÚłő":
        assert ALPHABET.issuperset(fold(letter))
    for letter in "éèàùòìñöüäåÉÑ":
        assert fold(letter) == letter
        assert without_accent(letter).isascii()
