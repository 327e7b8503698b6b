"""The catalogue says what Fluent would hide, and writes values as each language and channel does."""

import datetime as dt
from pathlib import Path

import pytest

from messages.catalogue import Catalogue, CatalogueError
from messages.types import Channel, Money, Text, text

FORMATS = Path(__file__).parents[2] / "messages"
TUESDAY = dt.date(2026, 2, 10)


def catalogue_of(folder: Path, **languages: str) -> Catalogue:
    for language, words in languages.items():
        (folder / language).mkdir(exist_ok=True)
        (folder / language / "topic.ftl").write_text(words, encoding="utf-8")
        formats = (FORMATS / language / "formats.ftl").read_text(encoding="utf-8")
        (folder / language / "formats.ftl").write_text(formats, encoding="utf-8")
    return Catalogue.load(folder)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("a = un\na = deux\n", "fr/topic.ftl:2: a is written twice"),
        ("a = { $nom\n", "fr/topic.ftl:1: a cannot be read near 'a = { $nom'"),
        ("a = { b }\n", "fr/topic.ftl:1: a refers to b, which does not exist"),
        ("a = { -marque }\n", "a refers to marque, which does not exist"),
        ("b = un\na = { b.sms }\n", "a refers to b, which does not exist"),
        ("a = { b }\nb = { a }\n", "refer to one another"),
        ('a = { HURLE("non") }\n', "unknown function HURLE"),
        ("a = un\n    .smss = deux\n", "unknown attribute .smss"),
        ("a = un\n    .segments = deux\n", "a .segments wants a whole number"),
        ("a =\n    .sms = un\n", "a has no text"),
        ("a = un\n\nperdu\n", "fr/topic.ftl:3: a cannot be read near 'perdu'"),
        ("# note\nperdu\na = un\n", "fr/topic.ftl:2:  'perdu' belongs to no message"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_file_and_id(tmp_path: Path, words: str, complaint: str) -> None:
    with pytest.raises(CatalogueError, match=complaint.replace("(", r"\(").replace("$", r"\$")):
        catalogue_of(tmp_path, fr=words)


def test_a_duplicate_in_another_file_of_the_language_is_refused(tmp_path: Path) -> None:
    catalogue_of(tmp_path, fr="a = un\n")
    (tmp_path / "fr" / "autre.ftl").write_text("a = deux\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"fr/topic.ftl:1: a is written twice \(also in fr/autre.ftl\)"):
        Catalogue.load(tmp_path)


def test_what_is_broken_in_a_language_is_named_and_said_in_another(tmp_path: Path) -> None:
    """`open`, as the program does: one bad line of one file keeps nobody from being answered."""
    french = "a = Bonjour { $name }\nb = Merci\nc = Bien\n"
    catalogue_of(tmp_path, fr=french, ht="b = Mèsi\n")
    spoiled = "perdu\na = Bonjou { $nom }\nb = Mèsi {\nc = Byen\nc = Byen\n"
    (tmp_path / "ht" / "topic.ftl").write_text(spoiled, encoding="utf-8")
    catalogue = Catalogue.open(tmp_path)
    said = [catalogue.text(one, "ht", Channel.SMS) for one in (text("a", name="Ana"), text("b"), text("c"))]
    assert said == ["Bonjour Ana", "Merci", "Byen"]
    assert [(fault.file, fault.line, fault.id) for fault in catalogue.faults()] == [
        ("ht/topic.ftl", 1, ""),
        ("ht/topic.ftl", 3, "b"),
        ("ht/topic.ftl", 5, "c"),
        ("ht/topic.ftl", 2, "a"),
    ]
    assert "$nom; fr/topic.ftl has $name" in str(catalogue.faults()[-1])


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        (text("b"), "no language has a message b"),
        (text("a"), "a wants .*name"),
        (text("a", name="Ana", place="ici"), "a was given .*place"),
        (text("a", name=object()), "cannot be written in a message"),
        (text("a", name=None), "cannot be written in a message"),
    ],
)
def test_a_message_asked_wrongly_raises(tmp_path: Path, message: Text, complaint: str) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = Bonjour { $name }\n")
    with pytest.raises(CatalogueError, match=complaint):
        catalogue.text(message, "fr", Channel.SMS)


def test_the_shorter_form_is_for_sms_only(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = Bonjour tout le monde\n    .sms = Bonjour\n")
    assert catalogue.text(text("a"), "fr", Channel.SMS) == "Bonjour"
    assert catalogue.text(text("a"), "fr", Channel.TELEGRAM) == "Bonjour tout le monde"
    assert catalogue.text(text("a"), "fr", Channel.POST) == "Bonjour tout le monde"


def test_a_variable_may_be_a_message_said_in_the_same_language_and_channel(tmp_path: Path) -> None:
    catalogue = catalogue_of(
        tmp_path,
        fr="a = Pour { $what }\nb = la rencontre\n    .sms = renc.\n",
        en="a = For { $what }\nb = the meeting\n",
    )
    message = text("a", what=text("b"))
    assert catalogue.text(message, "fr", Channel.SMS) == "Pour renc."
    assert catalogue.text(message, "fr", Channel.TELEGRAM) == "Pour la rencontre"
    assert catalogue.text(message, "en", Channel.SMS) == "For the meeting"


def test_a_message_not_translated_is_said_in_the_next_language_then_in_french(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = un\nb = deux\nc = trois\n", en="a = one\nb = two\n", es="a = uno\n")
    assert [catalogue.text(text(id), ("es", "en"), Channel.SMS) for id in "abc"] == ["uno", "two", "trois"]
    assert catalogue.text(text("a"), "inuktitut", Channel.SMS) == "un"
    organisation = catalogue.by_default("en")
    assert [organisation.text(text(id), "es", Channel.SMS) for id in "abc"] == ["uno", "two", "trois"]
    assert catalogue.text(text("b"), "es", Channel.SMS) == "deux"
    assert catalogue.missing("es") == ["b", "c"]
    assert catalogue.missing("en") == ["c"]


def test_a_new_language_needs_only_a_folder(tmp_path: Path) -> None:
    assert catalogue_of(tmp_path, fr="a = un\n").languages == ("fr",)
    (tmp_path / "ht").mkdir()
    (tmp_path / "ht" / "topic.ftl").write_text("a = youn\n", encoding="utf-8")
    catalogue = Catalogue.load(tmp_path)
    assert catalogue.languages == ("fr", "ht")
    assert catalogue.text(text("a"), "ht", Channel.SMS) == "youn"


@pytest.mark.parametrize(
    ("value", "language", "sms", "telegram"),
    [
        (Money(13750), "fr", "137,50 $", "137,50\u00a0$"),
        (Money(13750), "en", "$137.50", "$137.50"),
        (Money(11000), "fr", "110 $", "110\u00a0$"),
        (Money(2500000), "fr", "25 000 $", "25\u00a0000\u00a0$"),
        (Money(2500005), "en", "$25,000.05", "$25,000.05"),
        (Money(5), "fr", "0,05 $", "0,05\u00a0$"),
        (Money(-1250), "fr", "-12,50 $", "-12,50\u00a0$"),
        (TUESDAY, "fr", "mardi 10 fév.", "mardi 10 février"),
        (TUESDAY, "en", "Tue Feb 10", "Tuesday, February 10"),
        (dt.date(2026, 4, 1), "fr", "mercredi 1er avril", "mercredi 1er avril"),
        (dt.time(13, 30), "fr", "13h30", "13\u00a0h\u00a030"),
        (dt.time(9, 0), "fr", "9h", "9\u00a0h"),
        (dt.time(13, 30), "en", "1:30 pm", "1:30 pm"),
        (
            dt.datetime(2026, 2, 10, 18, 30, tzinfo=dt.UTC),
            "fr",
            "mardi 10 fév. 13h30",
            "mardi 10 février à 13\u00a0h\u00a030",
        ),
        (dt.datetime(2026, 2, 11, 2, 0, tzinfo=dt.UTC), "en", "Tue Feb 10 9 pm", "Tuesday, February 10 at 9 pm"),
        (2026, "fr", "2026", "2026"),
        (25000, "en", "25,000", "25,000"),
        (12.5, "fr", "12,5", "12,5"),
        (["Ana", "Luc", "Zoé"], "fr", "Ana, Luc et Zoé", "Ana, Luc et Zoé"),
        ([Money(500), Money(750)], "en", "$5 and $7.50", "$5 and $7.50"),
        ("x" * 4000, "fr", "x" * 4000, "x" * 4000),
    ],
)
def test_a_value_is_written_by_its_type(tmp_path: Path, value: object, language: str, sms: str, telegram: str) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = { $value }\n", en="a = { $value }\n")
    assert catalogue.text(text("a", value=value), language, Channel.SMS) == sms
    assert catalogue.text(text("a", value=value), language, Channel.TELEGRAM) == telegram


def test_a_date_can_be_asked_in_another_form(tmp_path: Path) -> None:
    words = 'a = { DATE($when, form: "year") } | { DATE($when, form: "bare") } | { TIME($when) }\n'
    moment = dt.datetime(2026, 3, 2, 1, 15, tzinfo=dt.UTC)
    assert catalogue_of(tmp_path, fr=words).text(text("a", when=moment), "fr", Channel.SMS) == (
        "1er mars 2026 | 1er mars | 20h15"
    )


def test_a_list_can_be_one_item_a_line(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = Voici:\n    { LINES($items) }\nb = un { $count }\n")
    items = ["deux", text("b", count=3), Money(400)]
    assert catalogue.text(text("a", items=items), "fr", Channel.SMS) == "Voici:\ndeux\nun 3\n4 $"
    assert catalogue.text(text("a", items=[]), "fr", Channel.SMS) == "Voici:\n"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("hors de la table", "Pourquoi : hors de la table. La suite : 1"),
        ("trop tard. ", "Pourquoi : trop tard. La suite : 1"),
        ("trop tard!", "Pourquoi : trop tard! La suite : 1"),
        ("trop tard,", "Pourquoi : trop tard. La suite : 1"),
    ],
)
def test_the_words_of_someone_end_before_the_next_sentence(tmp_path: Path, said: str, shown: str) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = Pourquoi : { ENDED($reason) } La suite : 1\n")
    assert catalogue.text(text("a", reason=said), "fr", Channel.TELEGRAM) == shown


def test_the_mark_that_ends_a_question(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, fr='a = { ENDED($q, mark: "?") } Répondez ici.\n')
    assert catalogue.text(text("a", q="Avez-vous le reçu"), "fr", Channel.SMS) == "Avez-vous le reçu? Répondez ici."


@pytest.mark.parametrize("words", ["DATE($x)", "TIME($x)", "LINES($x)"])
def test_a_function_refuses_a_value_it_cannot_write(tmp_path: Path, words: str) -> None:
    catalogue = catalogue_of(tmp_path, fr=f"a = {{ {words} }}\n")
    with pytest.raises(CatalogueError, match="fr: a cannot be said"):
        catalogue.text(text("a", x="demain"), "fr", Channel.SMS)


def test_numbers_choose_the_plural_and_booleans_a_branch(tmp_path: Path) -> None:
    words = (
        "a = { $count ->\n    [one] { $count } message\n   *[other] { $count } messages\n }\n"
        "b = { $first ->\n    [true] Bienvenue\n   *[false] Rebonjour\n }\n"
    )
    catalogue = catalogue_of(tmp_path, fr=words)
    assert [catalogue.text(text("a", count=count), "fr", Channel.SMS) for count in (0, 1, 2)] == [
        "0 message",
        "1 message",
        "2 messages",
    ]
    assert [catalogue.text(text("b", first=first), "fr", Channel.SMS) for first in (True, False)] == [
        "Bienvenue",
        "Rebonjour",
    ]


def test_the_words_of_a_person_pass_as_they_are() -> None:
    assert Catalogue.open().text("Les « mots » {de} $quelqu'un", "fr", Channel.SMS) == "Les « mots » {de} $quelqu'un"


@pytest.mark.parametrize(
    ("words", "put_in", "said"),
    [
        ("Nouvelles de { $x }", "avril", "Nouvelles d'avril"),
        ("Nouvelles de { $x }", "mai", "Nouvelles de mai"),
        ("Nouvelles de { $x }", "octobre", "Nouvelles d'octobre"),
        ("On dit que { $x } lit", "Omar", "On dit qu'Omar lit"),
        ("On dit que { $x } lit", "Maude", "On dit que Maude lit"),
        ("Le mot de { $x }", "Élise", "Le mot d'Élise"),
        ("Le mot de { $x }", "Hélène", "Le mot d'Hélène"),
        ("Le mot de { $x }", "Henri", "Le mot d'Henri"),
        ("Parce que { $x } vient", "Isabelle", "Parce qu'Isabelle vient"),
        ("De { $x } à vous", "Anne", "D'Anne à vous"),
    ],
)
def test_french_is_elided_before_what_was_put_in(tmp_path: Path, words: str, put_in: str, said: str) -> None:
    assert catalogue_of(tmp_path, fr=f"a = {words}\n").text(text("a", x=put_in), "fr", Channel.SMS) == said


def test_only_french_is_elided_and_only_before_what_was_put_in(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, fr="a = de avril { $x }\n", es="a = de { $x }\n")
    assert catalogue.text(text("a", x="!"), "fr", Channel.SMS) == "de avril !"
    assert catalogue.text(text("a", x="abril"), "es", Channel.SMS) == "de abril"
