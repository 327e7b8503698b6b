"""Words that their author did not want read, or read with their name: told apart, asked about, never taken by a stray
answer. Seen by someone who texted the program for a day without knowing it."""

from __future__ import annotations

import pytest

from db.comments.tables import CommentState
from tests.support.comments import comments_of, confirmed, rose_and_a_meeting, the_comment, write
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

WORDS = "le camp a 8h cest trop tot"
READ = (CommentState.CONFIRMED, CommentState.CARRIED, CommentState.READ)


async def absent(town: Town, language: str = "fr") -> Phone:
    """Rose said that she does not come: the offer to carry her words stands."""
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 3, 12)
    await phone.text("jviens pas" if language == "fr" else "i cant come")
    await phone.expect_any("peut lire vos mots" if language == "fr" else "can read your words")
    return phone


def last(phone: Phone) -> str:
    return folded(phone.all[-1].text)


async def kept(town: Town) -> list[str]:
    return [comment.words for comment in await comments_of(town) if comment.state in READ]


# -- taken back ----------------------------------------------------------------------------------------------------


async def test_a_withdrawal_beside_an_empty_draft_finds_the_words_that_were_noted(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text("COMMENTAIRE")
    await phone.text("finalement enlevez ca")
    await phone.expect_any("Enlever le commentaire no 1?")
    await phone.text("1")
    await phone.expect("no 1 est enleve")
    assert not await kept(town)


@pytest.mark.parametrize("by", ["enlevez mon commentaire jai peur du proprio", "RETIRER", "lisez pas ca"])
async def test_a_withdrawal_beside_a_draft_names_what_stays(town: Town, by: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text("COMMENTAIRE")
    await phone.text("la buanderie est trop chere")
    await phone.forget()
    await phone.text(by)
    said = await phone.expect("no 1", "l'enlever aussi?")
    assert "Rien n'est gard" not in said.text
    await phone.text("oui")
    await phone.expect("no 1 est enleve")
    assert not await kept(town)


async def test_what_stays_is_named_after_the_digit_of_the_read_back_too(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await write(phone, "la buanderie est trop chere")
    await phone.text("4")
    said = await phone.expect("no 1 reste", "RETIRER")
    assert "Rien n'est gard" not in said.text
    assert await kept(town) == [WORDS]


async def test_what_stays_has_no_name_and_is_not_said_to_be_gone(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("3")
    await phone.text("1")
    await phone.text("COMMENTAIRE")
    await phone.text("la buanderie est trop chere")
    await phone.forget()
    await phone.text("enleve ca")
    said = await phone.expect("commentaire sans nom reste")
    assert "Rien n'est gard" not in said.text
    await phone.text("1")
    await phone.expect("est enleve")
    assert not await kept(town)


@pytest.mark.parametrize(
    "regret",
    ["non attend envoye pas ca", "non attend lisez pas ca", "finalement jveux pas que ca soit lu", "enleve ca"],
)
async def test_a_regret_just_after_is_heard(town: Town, regret: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text(regret)
    await phone.expect("Enlever le commentaire no 1?")
    await phone.text("cest tu enlever la")
    await phone.expect("no 1", "enlever")
    await phone.text("oui")
    await phone.expect("no 1 est enleve")
    assert not await kept(town)


async def test_the_option_is_chosen_by_its_own_words(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jpourrai pas y aller mon flo est malade, dites que le camp commence trop tot")
    asked = await phone.expect_any("mon flo est malade", "l'enlever")
    assert asked
    await phone.text("enleve ca")
    said = await phone.expect_any("le camp commence trop tot")
    assert "malade" not in said.text


@pytest.mark.parametrize(("answer", "stays"), [("oui", True), ("lire", True), ("lisez le", True), ("non", False)])
async def test_yes_and_no_answer_the_question_about_their_life(town: Town, answer: str, stays: bool) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jpourrai pas y aller mon flo est malade, dites que le camp commence trop tot")
    await phone.expect_any("mon flo est malade")
    await phone.text(answer)
    said = await phone.expect_any("le camp commence trop tot")
    assert ("malade" in said.text) is stays


async def test_a_regret_at_the_question_about_their_life_takes_all_of_it(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("jpourrai pas y aller mon flo est malade, dites que le camp commence trop tot")
    await phone.expect_any("mon flo est malade")
    await phone.forget()
    await phone.text("non attend envoye pas ca")
    await phone.expect("ne seront pas lus")
    await phone.expect_nothing()
    assert not await comments_of(town)


# -- without a name ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wish",
    ["pis mon nom jveux pas le voir nulle part", "jveux pas que mon nom soit dit", "mettez pas mon nom la dessus"],
)
async def test_a_wish_said_before_the_words_holds_for_them(town: Town, wish: str) -> None:
    phone = await absent(town)
    await phone.text(wish)
    await phone.expect("sans votre nom")
    await phone.text("dites que les bus sont trop rares")
    await town.move(minutes=20)
    said = await phone.expect_any("sans votre nom", "les bus sont trop rares")
    assert "(Rose)" not in said.text
    await phone.text("1")
    comment = await the_comment(town)
    assert comment.with_name is False


async def test_a_wish_that_was_not_understood_holds_too(town: Town) -> None:
    phone = await absent(town)
    await phone.text("sur mon compte de facebook la aussi faudrait pas que mon nom paraisse hein")
    await phone.forget()
    await phone.text("COMMENTAIRE")
    await phone.text("les bus sont trop rares le soir")
    await phone.text("1")
    said = await phone.expect_any("les bus sont trop rares", "C'est exact?")
    assert "(Rose)" not in said.text


@pytest.mark.parametrize("wish", ["met pas mon nom finalement", "jveux pas que denis sache que cest moi"])
async def test_a_wish_said_after_takes_the_name_away(town: Town, wish: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await confirmed(phone)
    await phone.text(wish)
    await phone.expect("lus sans votre nom")
    assert [(one.with_name, one.words) for one in await comments_of(town) if one.state in READ] == [(False, WORDS)]


async def test_words_beside_the_wish_are_kept_with_the_others(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("sans mon nom: la fille au CLSC nous regarde de haut")
    await town.settle()
    if "1 oui, gardez" in last(phone):
        await phone.text("1")
    said = await phone.expect_any("sans votre nom", "regarde de haut")
    assert WORDS in said.text
    assert not await comments_of(town)


async def test_an_absence_and_a_wish_beside_the_words_are_no_words(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("non je serai pas la, et mettez pas mon nom: le prix des couches a double")
    await town.settle()
    if "1 oui, gardez" in last(phone):
        await phone.text("1")
    said = await phone.expect_any("sans votre nom", "le prix des couches a double")
    assert "je serai pas la" not in said.text
    assert "mettez pas mon nom" not in said.text


# -- a cry is no word for the table --------------------------------------------------------------------------------


@pytest.mark.parametrize("cry", ["tou seul comme un chien personne s'en apercevrait", "no puedo mas con esta vida"])
@pytest.mark.parametrize("asked", [True, False])
async def test_words_of_distress_never_go_to_the_table_by_a_digit(town: Town, asked: bool, cry: str) -> None:
    phone = await absent(town) if asked else (await rose_and_a_meeting(town))[0]
    if asked:
        await phone.text("1")
        await phone.expect_any("crivez vos mots")
    await phone.text(cry)
    await phone.expect_any("911")
    for _ in range(2):
        await phone.text("1")
        await town.move(hours=2)
    assert not any("chien" in said.text or "puedo" in said.text for said in phone.all)
    assert not await comments_of(town)


# -- what a stray answer does not do ---------------------------------------------------------------------------------


@pytest.mark.parametrize("stray", ["oui", "1", "ok", "C bon"])
async def test_a_stray_yes_opens_no_draft_once_words_were_noted(town: Town, stray: str) -> None:
    phone = await absent(town)
    await phone.text("1")
    await phone.text("y manque de places a garderie")
    await phone.text("1")
    await phone.text("3")
    await phone.text("1")
    await phone.expect_any("sans votre nom")
    await phone.forget()
    await phone.text(stray)
    await town.settle()
    assert not any("crivez vos mots" in said.text for said in phone.unread)


async def test_someone_who_says_that_they_come_after_all_is_asked_for_no_words(town: Town) -> None:
    phone = await absent(town)
    await phone.text("oui jva etre la")
    await phone.expect("vous venez")
    await phone.expect_nothing()


async def test_an_empty_draft_swallows_neither_chatter_nor_keywords(town: Town) -> None:
    phone = await absent(town)
    await phone.text("1")
    await phone.forget()
    for said in ("STATUT", "ok", "C bon", "TARIFS"):
        await phone.text(said)
    await phone.text("COMMENTAIRE le frigo est toujours vide")
    await phone.text("1")
    read_back = await phone.expect_any("le frigo est toujours vide")
    for swallowed in ("STATUT", "ok", "C bon", "COMMENTAIRE"):
        assert swallowed not in read_back.text


async def test_an_empty_draft_lapses(town: Town) -> None:
    phone = await absent(town)
    await phone.text("1")
    await town.move(hours=3)
    await phone.forget()
    await phone.text("jmanquerais pas ca pour rien au monde jvous dis que jviens")
    await town.settle()
    assert "garde" not in last(phone)
    assert not await comments_of(town)


@pytest.mark.parametrize("aside", ["cest qui Denis", "vous etes des caves", "ca sert a quoi"])
async def test_what_is_said_beside_a_preview_does_not_send_it_again(town: Town, aside: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone, "la travailleuse sociale nous parle comme si on etait des bebes et cest fatiguant a la longue")
    await phone.forget()
    await phone.text(aside)
    await town.settle()
    assert phone.unread
    if "gardez ces mots" in last(phone):
        await phone.text("3")
    assert not any("travailleuse" in said.text for said in phone.unread)
    await phone.text("1")
    await phone.expect_any("Commentaire no 1")
