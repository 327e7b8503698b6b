"""Words for the table, as they are texted without any keyword, and what comes of them. Clock and agenda are fixed."""

from __future__ import annotations

import datetime as dt

import pytest

from db.claims.tables import ClaimState
from db.comments.tables import CommentState
from db.meetings.tables import Answer, MeetingState
from db.people import Person
from tests.support.claims import claims_of, expert, set_rates
from tests.support.comments import (
    HOUSING,
    LAUNDRY,
    answer_of,
    comments_of,
    open_meeting,
    tasks_of,
    the_comment,
    write_words,
)
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

TUESDAY, THURSDAY = dt.date(2026, 2, 10), dt.date(2026, 2, 12)


async def rose(town: Town, channel: str = "sms", language: str = "fr") -> tuple[Phone, Person]:
    """It is Monday, the 9th of February, three in the afternoon."""
    town.now = town.local(2026, 2, 9, 15)
    phone = town.telegram() if channel == "telegram" else town.sms()
    return phone, await expert(town, phone, language=language)


# -- an absence and a comment, in one go -------------------------------------------------------------------------


async def test_an_absence_then_words_in_pieces_without_any_keyword(town: Town) -> None:
    phone, person = await rose(town)
    meeting = await open_meeting(town, TUESDAY, person)
    await phone.text("pour la rencontre de demain jpeux pas venir mon petit es malade")
    await phone.expect("vous ne venez pas mardi 10 fev.", "Denis peut lire vos mots")
    assert await answer_of(town, meeting, person) is Answer.ABSENT
    await phone.text("je veux dire que le projet de camp c bon mais 8h le matin cest trop tot pour")
    await phone.expect("C'est garde", "Ecrivez")
    await phone.text("nous autre qui a pas dauto lautobus passe a 8h20")
    await phone.expect("Garde aussi")
    await town.move(minutes=3)
    said = await phone.expect("le projet de camp c bon", "lautobus passe a 8h20", "C'est exact?")
    assert "malade" not in said.text
    await phone.text("oui")
    await phone.expect("Commentaire no 1")
    comment = await the_comment(town)
    assert comment.words == (
        "je veux dire que le projet de camp c bon mais 8h le matin cest trop tot pour "
        "nous autre qui a pas dauto lautobus passe a 8h20"
    )
    assert comment.meeting_id == meeting.id


@pytest.mark.parametrize(
    "words",
    [
        "demain je peux pas venir ma fille est malade. je veux dire que le camp a 8h cest trop tot",
        "jpourrai pas etre la demain. dites leur que le camp a 8h cest trop tot",
        "absent mardi. Pour le camp, 8h cest ben trop tot pour nous autres",
    ],
)
async def test_an_absence_and_words_in_one_message(town: Town, words: str) -> None:
    phone, person = await rose(town)
    meeting = await open_meeting(town, TUESDAY, person)
    await phone.text(words)
    await phone.expect("vous ne venez pas", "10 fev.", "JE VIENS")
    assert await answer_of(town, meeting, person) is Answer.ABSENT
    said = await phone.expect("Denis peut lire ceci", "trop tot", "D'accord?", "5 pour Maude, pas la table")
    assert "malade" not in said.text
    assert await comments_of(town) == []
    await phone.text("1")
    await phone.expect("Commentaire no 1")
    assert "malade" not in (await the_comment(town)).words


async def test_an_absence_and_words_in_english(town: Town) -> None:
    phone, person = await rose(town, "telegram", "en")
    meeting = await open_meeting(town, TUESDAY, person)
    await phone.text("i cant come tuesday my son is sick. tell them the camp at 8 is too early for us")
    await phone.expect("Noted", "you are not coming")
    assert await answer_of(town, meeting, person) is Answer.ABSENT
    said = await phone.expect("the camp at 8 is too early for us", "All right?")
    assert "sick" not in said.text
    await phone.press("OK")
    await phone.expect("Comment 1 noted")


async def test_something_private_among_the_words_is_asked_and_never_taken_out_unasked(town: Town) -> None:
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=("Le camp de jour",))
    await phone.text("COMMENTAIRE le camp a 8h cest trop tot. mon petit est malade. lautobus passe a 8h20")
    await phone.expect("Ecrivez")
    await phone.text("1")
    await phone.expect("Vous parlez de votre vie", "mon petit est malade", "1 oui, le lire", "2 non, l'enlever")
    assert await comments_of(town) == []
    await phone.text("2")
    said = await phone.expect("trop tot", "8h20", "C'est exact?")
    assert "malade" not in said.text
    await phone.text("1")
    await phone.expect("no 1")
    assert (await the_comment(town)).words == "le camp a 8h cest trop tot. lautobus passe a 8h20"


async def test_an_absence_for_a_day_without_a_meeting_is_never_guessed(town: Town) -> None:
    phone, person = await rose(town)
    meeting = await open_meeting(town, THURSDAY, person)
    await phone.text("mardi jpeux pas venir")
    await phone.expect("Vous ne venez pas a laquelle?", "12 fev.")
    assert await answer_of(town, meeting, person) is Answer.NONE
    await phone.text("2")
    await phone.expect("rien n'est change")


# -- anger, and a wish to leave ----------------------------------------------------------------------------------

ANGER = (
    "CA FAIT 3 FOIS QUON DIT OUI A LA BUANDERIE ET VOUS DITE NON. POURQUOI NOUS DEMANDER NOTRE AVIS DABORD. "
    "MOI JE DEBARQUE"
)


@pytest.mark.parametrize(
    "words", [ANGER, "vous demandez notre avis pis vous dites toujours non. jirai pu a vos rencontres"]
)
async def test_anger_is_kept_whole_and_a_human_calls_within_two_days(town: Town, words: str) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person)
    await phone.text(words)
    await phone.expect("Maude va vous appeler d'ici deux jours", "819 555-0142")
    await phone.expect("Denis peut lire ceci", words, "5 pour Maude, pas la table")
    assert await tasks_of(town) == ["comment_leaving"]
    await phone.text("1")
    await phone.expect("Commentaire no 1")
    comment = await the_comment(town)
    assert comment.words == words
    assert await tasks_of(town) == ["comment_leaving"]
    await maude.text("/appels")
    await maude.expect_any("Rose", words[:30])


async def test_a_promised_call_that_nobody_made_comes_back_before_the_second_day_ends(town: Town) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person)
    await phone.text(ANGER)
    await maude.forget()
    await town.move(hours=47)
    await maude.expect_any("Rose a parle de quitter", "/appels")
    assert sum("a parle de quitter" in folded(said.text) for said in maude.all) == 1


async def test_without_a_meeting_whoever_leaves_is_called_all_the_same(town: Town) -> None:
    phone, _ = await rose(town)
    await phone.text(ANGER)
    await phone.expect("Maude va vous appeler d'ici deux jours")
    await phone.expect_nothing()
    assert await tasks_of(town) == ["comment_leaving"]
    assert await comments_of(town) == []


# -- someone is named, and the author is not ---------------------------------------------------------------------

HURT = "dite pas mon nom svp. linterveante julie a parler de nous comme si on etait pas la. ca ma fait de la peine"


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("", HURT),
        ("gardez sa anonyme svp mais ", "lintervenante Julie parle de nous comme si on etait pas la dans la salle"),
    ],
)
async def test_a_nameless_comment_that_names_someone_is_seen_by_a_human_before_the_table(
    town: Town, wish: str, words: str
) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    meeting = await open_meeting(town, TUESDAY, person, agenda=("Le respect",))
    await phone.text(wish + words)
    said = await phone.expect("Denis peut lire ceci", "sans votre nom", words, "D'accord?")
    assert "sans mon nom" not in said.text
    await phone.text("1")
    await phone.expect("Note, sans votre nom. Denis le lira")
    comment = await the_comment(town)
    assert (comment.person_id, comment.with_name, comment.words) == (None, False, words)
    town.now = meeting.ends_at + dt.timedelta(hours=1)
    await maude.forget()
    await maude.tell(f"/lu {meeting.id}")
    await maude.expect("nomment quelqu'un", "/commentaires")
    assert (await the_comment(town)).state is CommentState.CONFIRMED
    await maude.tell(f"/commentaires {meeting.id}")
    listed = await maude.expect(f"no {comment.number} (sans nom)", "nomme quelqu'un", "peuvent dire qui a ecrit")
    assert "Rose" not in listed.text
    await maude.expect("1 commentaire pris")
    await maude.tell(f"/lu {meeting.id}")
    await maude.expect("1 commentaire lu")


# -- two meetings in one message ---------------------------------------------------------------------------------

TWO_DAYS = (
    "ABSEN mardi et pour le logement jeudi OUI je vien. mardi vous direz que le 9 logement au dessus du depaneur "
    "cest pas accesible jai une marchette"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (TWO_DAYS, "le 9 logement au dessus du depaneur cest pas accesible jai une marchette"),
        ("mardi jpeux pas, jeudi oui je viens. dites mardi que la rampe est brisee", "la rampe est brisee"),
        ("jeudi je viens mais mardi je serai pas la. mardi dites leur que la rampe est brisee", "la rampe est brisee"),
    ],
)
async def test_two_meetings_in_one_message_are_confirmed_once(town: Town, words: str, told: str) -> None:
    phone, person = await rose(town)
    tuesday = await open_meeting(town, TUESDAY, person, name="COCO", agenda=(HOUSING,))
    thursday = await open_meeting(town, THURSDAY, person, name="Logement")
    await phone.text(words)
    await phone.expect("10 fev. (COCO): absence", "12 fev. (Logement): vous venez", "1 oui", "2 non")
    assert await answer_of(town, tuesday, person) is Answer.NONE
    await phone.text("oui")
    await phone.expect("C'est note", "absence", "vous venez")
    assert await answer_of(town, tuesday, person) is Answer.ABSENT
    assert await answer_of(town, thursday, person) is Answer.COMING
    await phone.expect("Denis peut lire ceci", told, "D'accord?")
    await phone.text("1")
    await phone.expect("Commentaire no 1")
    comment = await the_comment(town)
    assert comment.meeting_id == tuesday.id
    assert comment.words in words


async def test_two_days_that_were_not_understood_change_nothing_and_a_human_reads_them(town: Town) -> None:
    phone, person = await rose(town)
    tuesday = await open_meeting(town, TUESDAY, person)
    await open_meeting(town, THURSDAY, person, name="Logement")
    await phone.text(TWO_DAYS)
    await phone.expect("Bien compris?")
    await phone.text("2")
    await phone.expect("Rien n'est change", "Maude", "819 555-0142")
    assert await answer_of(town, tuesday, person) is Answer.NONE
    assert await tasks_of(town) == ["unclear_answer"]


# -- a question about a word -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "cest quoi larimage dans le papier que vous mavez envoyer",
        "ca veut dire quoi arrimage?",
        "jcomprend pas le mot arrimage cest quoi",
    ],
)
async def test_a_word_that_is_not_understood_is_explained_and_the_coordination_learns_it_got_through(
    town: Town, words: str
) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person)
    await phone.text(words)
    await phone.expect("arrimage")
    assert await tasks_of(town) == ["jargon"]
    assert await comments_of(town) == []
    await maude.text("/appels")
    await maude.expect_any("un mot pas clair est passe", "Arrimage")


# -- numbered parts ----------------------------------------------------------------------------------------------

PARTS = (
    "(1/5) Bonjour c Rejean. Pour la nouriture la journee de distribution est le jeudi mais",
    "(2/5) le jeudi cest aussi la journee du medecin a la clinique du village donc la moitié des",
    "(3/5) gens manque. Si vous mettez le vendredi en pm ca regle. Aussi les boite sont",
    "(4/5) trop lourde pour les vieux. Yaurait moyen de faire 2 petite boite et",
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 3, 2)])
@pytest.mark.parametrize("end", ["(5/5) une grosse", "une grosse"])
async def test_numbered_parts_are_put_in_order_and_the_missing_end_is_asked_for(
    town: Town, order: tuple[int, ...], end: str
) -> None:
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=("La nourriture",))
    for place in order:
        await write_words(phone, PARTS[place])
        await phone.expect("garde")
    await town.move(minutes=3)
    await phone.expect("Il manque la partie 5")
    await phone.text(end)
    said = await phone.expect("")
    if "fait partie de vos mots" in said.text:  # two words alone
        await phone.text("1")
        said = await phone.expect("")
    assert "Gardé" in said.text
    await town.move(minutes=3)
    await phone.expect("Bonjour c Rejean", "2 petite boite et une grosse")
    await phone.text("1")
    await phone.expect("no 1")
    words = (await the_comment(town)).words
    assert words.startswith("Bonjour c Rejean. Pour la nouriture")
    assert "donc la moitié des gens manque" in words
    assert words.endswith("2 petite boite et une grosse")


async def test_an_end_that_never_comes_leaves_its_mark(town: Town) -> None:
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=("La nourriture",))
    for part in PARTS:
        await write_words(phone, part)
        await phone.expect("garde")
    await phone.text("1")
    await phone.expect("Il manque la partie 5")
    await phone.text("1")
    await phone.expect("2 petite boite et [suite manquante]")
    await phone.text("1")
    await phone.expect("no 1")
    assert (await the_comment(town)).words.endswith("[suite manquante]")


# -- distress ----------------------------------------------------------------------------------------------------

CRY = "jirai pu a vos affaire sa sert a rien chu tanner de toute. la nuitte dort pu"


@pytest.mark.parametrize("before", [(), ("NON",), ("COMMENTAIRE",), ("COMMENTAIRE", "le camp a 8h"), ("RECLAMER",)])
@pytest.mark.parametrize("words", [CRY, "jveux mourir", "jen peux pu jai envie den finir"])
async def test_a_cry_is_answered_at_once_wherever_it_stands(town: Town, before: tuple[str, ...], words: str) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=("Le camp de jour",))
    for said in before:
        await phone.text(said)
    await phone.forget()
    await phone.text(words)
    await phone.expect("911", "811", "988", "Maude")
    await maude.expect("Urgent", "Rose")
    assert await comments_of(town) == []
    assert "distress" in await tasks_of(town)


# -- choices by number -------------------------------------------------------------------------------------------

PROJECTS = ("Le camp", "Le jardin", "La buanderie", "Le frigo", "Le minibus")


@pytest.mark.parametrize(
    "words",
    ["moi le 3 oui le 5 non trop cher", "3 oui 5 non c trop cher", "oui au 3 non au 5 trop cher"],
)
async def test_choices_by_number_are_read_back_with_their_names(town: Town, words: str) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    meeting = await open_meeting(town, TUESDAY, person, agenda=PROJECTS)
    await write_words(phone, words)
    await phone.expect(words, "3 La buanderie: oui", "5 Le minibus: non", "D'accord?", "1 oui")
    assert await comments_of(town) == []
    await phone.text("OK")
    await phone.expect("Commentaire no 1")
    comment = await the_comment(town)
    assert comment.words == words
    await maude.tell(f"/commentaires {meeting.id}")
    await maude.expect_any(words, "3 La buanderie : oui", "5 Le minibus : non")


async def test_numbers_that_no_open_agenda_holds_choose_nothing(town: Town) -> None:
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=(LAUNDRY,))
    await phone.text("moi le 3 oui le 5 non trop cher")
    said = await phone.expect("")
    assert "oui," not in said.text
    assert await comments_of(town) == []


# -- a comment and a claim in one message ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kept", "offers_english"),
    [
        (
            "i was there lundi. bon meeting mais parle trop vite. 2 bus tickets 7.50 et gardienne 25",
            "bon meeting mais parle trop vite.",
            True,
        ),
        (
            "j'etais la lundi. ca parlait trop vite pour moi. autobus 7,50 garde 25",
            "ca parlait trop vite pour moi.",
            False,
        ),
        (
            "jetai la lundi, la salle etait ben trop froide, autobus 7.50 garde 25",
            "la salle etait ben trop froide",
            False,
        ),
    ],
)
async def test_a_claim_and_words_in_one_message_both_live_and_are_never_joined(
    town: Town, words: str, kept: str, offers_english: bool
) -> None:
    phone, person = await rose(town)
    await set_rates(town)
    town.now = town.local(2026, 2, 11, 15)
    meeting = await open_meeting(town, dt.date(2026, 2, 9), person, agenda=("Le camp",), state=MeetingState.HELD)
    await phone.text(words)
    said = await phone.expect("Vos mots sont gardes")
    assert ("ENGLISH" in said.text) is offers_english
    await phone.expect("autobus 7,50 $", "garde 25 $", "C'est bon?")
    await phone.text("oui")
    await phone.expect("demande no 1")
    said = await phone.expect("Denis peut lire ceci", kept, "D'accord?")
    assert "7" not in said.text.split("D'accord")[0]
    await phone.text("oui")
    await phone.expect("Commentaire no 1")
    [claim] = await claims_of(town)
    assert claim.state is ClaimState.SUBMITTED
    comment = await the_comment(town)
    assert (comment.words, comment.meeting_id) == (kept, meeting.id)


# -- taking back -------------------------------------------------------------------------------------------------

SECOND_THOUGHTS = (
    "eske je peu enlever ce que jai ecri hier au sujet du maire. jai peur que sa me nuise",
    "je voudrais retirer mon commentaire d'hier",
    "effacez svp ce que j'ai ecrit",
)


async def written(town: Town, phone: Phone, words: str = "le maire ecoute jamais personne ici") -> None:
    await phone.text(f"COMMENTAIRE {words}")
    await phone.text("1")
    await phone.forget()
    await phone.text("1")
    await phone.expect("Commentaire no 1")


@pytest.mark.parametrize("words", SECOND_THOUGHTS)
async def test_words_that_nobody_heard_are_withdrawn_after_a_yes(town: Town, words: str) -> None:
    phone, person = await rose(town)
    await open_meeting(town, TUESDAY, person, agenda=("Le maire",))
    await written(town, phone)
    town.now += dt.timedelta(hours=20)
    await phone.text(words)
    await phone.expect("Enlever le commentaire no 1?", "1 oui")
    assert (await the_comment(town)).state is CommentState.CONFIRMED
    await phone.text("oui")
    await phone.expect("no 1 est enleve")
    comment = await the_comment(town)
    assert (comment.state, comment.words) == (CommentState.WITHDRAWN, "")


@pytest.mark.parametrize("words", SECOND_THOUGHTS)
async def test_words_that_the_table_heard_are_said_honestly_to_be_heard(town: Town, words: str) -> None:
    maude = await coordinator(town)
    phone, person = await rose(town)
    meeting = await open_meeting(town, dt.date(2026, 2, 9), person, agenda=("Le maire",), state=MeetingState.HELD)
    await written(town, phone)
    await maude.tell(f"/lu {meeting.id}")
    await phone.forget()
    await phone.text(words)
    await phone.expect("deja ete lu a la table", "PARLER")
    assert (await the_comment(town)).state is CommentState.READ
