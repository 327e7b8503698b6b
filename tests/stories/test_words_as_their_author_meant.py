"""Words are read at the table as their author meant them: by a plain yes, with their name or without, whole, and never
what was for somebody else. Seen by outsiders who texted the program without knowing it."""

from __future__ import annotations

import pytest

from db.comments.tables import CommentState
from tests.support.comments import comments_of, tasks_of
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

READ = (CommentState.CONFIRMED, CommentState.CARRIED, CommentState.READ)
ABSENT = "jirai pas, dites leur que la pharmacie ferme trop tot"
WORDS = "dites leur que la pharmacie ferme trop tot"
LANDLORD = "dites que le proprio chauffe pas"


async def reminded(town: Town, language: str = "fr") -> Phone:
    """Rose has the reminder before her since a while: "Venez-vous?"."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose", language=language)
    await announced(town, maude)
    await arrive(town, 2, 9, 10, 30)
    await town.move(minutes=20)
    await rose.forget()
    return rose


async def say(phone: Phone, *words: str) -> str:
    """Texts, a minute apart; the last thing that came back."""
    for one in words:
        await phone.forget()
        await phone.town.move(minutes=1)
        await phone.text(one)
        await phone.town.settle()
    return "\n".join(folded(said.text) for said in phone.unread)


async def kept(town: Town) -> list[tuple[bool, str]]:
    return [(one.with_name, one.words) for one in await comments_of(town) if one.state in READ]


# -- only a plain yes sends them -------------------------------------------------------------------------------------

COURTESIES = (
    "pas de probleme",
    "pas de trouble",
    "merci bien",
    "ya pas de soucis",
    "bonne journée",
    "no problem",
    "thanks a lot",
    "de nada",
)
CONDITIONS = (
    "ok si denis est fin",
    "oui mais pas avant que jaie parlé a maude",
    "ok mais juste si ya personne de la ville",
    "oui quand ma fille va etre d'accord",
    "yes if its denis who reads it",
    "si pero no delante del alcalde",
)


@pytest.mark.parametrize("polite", COURTESIES)
async def test_a_courtesy_sends_no_words(town: Town, polite: str) -> None:
    rose = await reminded(town)
    said = await say(rose, ABSENT, polite)
    assert "attendent votre reponse" in said
    assert not await kept(town)
    await say(rose, "oui")
    assert await kept(town) == [(True, WORDS)]


@pytest.mark.parametrize("condition", CONDITIONS)
async def test_a_condition_sends_no_words_and_a_person_sees_it(town: Town, condition: str) -> None:
    rose = await reminded(town)
    said = await say(rose, ABSENT, condition)
    assert "attendent votre reponse" in said
    assert not await kept(town)
    assert "question" in await tasks_of(town)


@pytest.mark.parametrize("yes", ["oui", "1", "ok", "envoyez", "oui envoyez ca", "yes"])
async def test_a_plain_yes_sends_them(town: Town, yes: str) -> None:
    rose = await reminded(town)
    await say(rose, ABSENT, yes)
    assert await kept(town) == [(True, WORDS)]


# -- their name -------------------------------------------------------------------------------------------------------

WISHES = (
    "jveux jamais que mon nom sorte",
    "jaimerais mieux pas etre nommée finalement",
    "mais mon nom la tsé jaime pas sa quon le lise",
    "jprefere rester anonyme",
    "mettez juste mes initiales",
    "id rather not be named",
    "never use my name",
    "no quiero que digan mi nombre",
)


@pytest.mark.parametrize("wish", WISHES)
async def test_a_wish_holds_for_the_words_after_it_and_for_the_next_too(town: Town, wish: str) -> None:
    rose = await reminded(town)
    await say(rose, wish)
    await town.move(hours=3)
    await say(rose, "COMMENTAIRE", "le loyer monte de 80 piasses", "1", "1")
    await say(rose, "COMMENTAIRE", "la rue est pas deneigee", "1", "1")
    assert sorted(await kept(town)) == [(False, "la rue est pas deneigee"), (False, "le loyer monte de 80 piasses")]


@pytest.mark.parametrize("wish", WISHES)
async def test_a_wish_after_it_was_noted_takes_the_name_away(town: Town, wish: str) -> None:
    rose = await reminded(town)
    said = await say(rose, LANDLORD, "1", wish)
    assert "sans votre nom" in said
    assert await kept(town) == [(False, LANDLORD)]


@pytest.mark.parametrize("given", ["vous pouvez mettre mon nom", "avec mon nom", "you can use my name"])
async def test_until_they_say_otherwise(town: Town, given: str) -> None:
    rose = await reminded(town)
    await say(rose, "jveux jamais que mon nom sorte")
    assert "avec votre nom" in await say(rose, given)
    await say(rose, "COMMENTAIRE", "la rue est pas deneigee", "1", "1")
    assert await kept(town) == [(True, "la rue est pas deneigee")]


@pytest.mark.parametrize(
    "partly",
    [
        "pour les mots vous pouvez mettre rose mais pas mon nom de famille",
        "juste mon prenom svp",
        "mettez pas mon nom de famille",
        "my first name but not my last name",
        "jveux bien mon nom mais pas mon nom de famille",
        "use just my first name",
    ],
)
async def test_a_first_name_alone_is_said_back(town: Town, partly: str) -> None:
    rose = await reminded(town)
    said = await say(rose, partly)
    assert "(rose)" in said
    assert "nom de famille" in said
    await say(rose, "COMMENTAIRE", "la rue est pas deneigee", "1", "1")
    assert await kept(town) == [(True, "la rue est pas deneigee")]


# -- for the coordinator alone -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "pis ca c juste pour maude j'ai recommencé a boire",
        "ca c pas pour la table mais mon gars est en prison",
        "pas a la gang, juste a maude: jai pu de job",
        "entre moi pis maude, jai lâché mon cours",
        "just for maude: i lost my job",
        "solo para maude: perdi mi trabajo",
    ],
)
async def test_words_for_the_coordinator_are_a_card_and_no_words(town: Town, words: str) -> None:
    rose = await reminded(town)
    said = await say(rose, "dites que lescalier est dangereux", words)
    assert "maude" in said
    assert {"question", "unknown_word"} & set(await tasks_of(town))
    if "1 oui, ca va" in said:
        await say(rose, "1")
    await say(rose, "1")
    assert [one for _, one in await kept(town)] in (["dites que lescalier est dangereux"], [])
    assert not any("a boire" in words or "prison" in words for _, words in await kept(town))


@pytest.mark.parametrize(
    "before", ["jveux dire une affaire a Maude mais pas a gang", "i want to tell maude something, not the group"]
)
async def test_words_announced_for_her_are_hers(town: Town, before: str) -> None:
    rose = await reminded(town)
    assert "maude" in await say(rose, "COMMENTAIRE", before)
    await say(rose, "jai pas payé mon loyer")
    assert (await tasks_of(town)).count("question") == 2
    await say(rose, "le frigo est trop petit", "1", "1")
    assert await kept(town) == [(True, "le frigo est trop petit")]


# -- nothing that was written is lost -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "correction",
    [
        "ya une faute c la pharmacie pis le clsc",
        "enleve le bout du proprio",
        "non c 3 heures pas 4",
        "jvoulais dire la clinique",
        "theres a mistake its the clinic",
        "quite la parte de la farmacia",
        "2",
    ],
)
async def test_words_that_are_corrected_are_shown_and_stay_until_others_come(town: Town, correction: str) -> None:
    rose = await reminded(town)
    assert f'"{WORDS}"' in await say(rose, ABSENT, correction)
    await town.move(hours=3)
    assert f'"{WORDS}"' in await say(rose, "oui")
    await say(rose, "1")
    assert await kept(town) == [(True, WORDS)]


async def test_the_new_version_takes_their_place(town: Town) -> None:
    rose = await reminded(town)
    said = await say(rose, ABSENT, "ya une faute", "la pharmacie pis le clsc ferment trop tot", "1")
    assert '"la pharmacie pis le clsc ferment trop tot"' in said
    await say(rose, "1")
    assert await kept(town) == [(True, "la pharmacie pis le clsc ferment trop tot")]


@pytest.mark.parametrize("first", [(), ("2",)])
async def test_what_was_forgotten_joins_them(town: Town, first: tuple[str, ...]) -> None:
    rose = await reminded(town)
    said = await say(rose, ABSENT, *first, "jai oublié de dire que le samedi aussi c fermé")
    if first:
        said = await say(rose, "1")
    assert WORDS in said
    assert "samedi" in said


@pytest.mark.parametrize(
    "by",
    [
        "enlevez tout ce que jai dit",
        "effacez toute ce que jai ecrit",
        "retirez tous mes mots",
        "jretire toute",
        "delete everything i said",
        "borren todo",
    ],
)
async def test_everything_is_taken_back_at_once_named_and_asked_about(town: Town, by: str) -> None:
    rose = await reminded(town)
    await say(rose, "COMMENTAIRE", "le frigo est trop petit", "1", "1")
    await say(rose, "COMMENTAIRE", "la buanderie est trop chere", "1", "1")
    said = await say(rose, "COMMENTAIRE", "la rue est pas deneigee", "1", by)
    assert "2 commentaires" in said
    assert "1 oui" in said
    assert len(await kept(town)) == 2
    await say(rose, "1")
    assert not await kept(town)


@pytest.mark.parametrize(
    "words",
    ["dites que le frigo est vide", "dites a la table que le frigo est vide", "tell them the fridge is empty"],
)
async def test_what_they_said_to_be_for_the_table_comes_back_after_a_kind_question(town: Town, words: str) -> None:
    rose = await reminded(town)
    said = await say(rose, words)
    if "911" in said:
        said = await say(rose, "1")
    assert f'"{folded(words)}"' in said
    assert not await kept(town)
    await say(rose, "1")
    assert await kept(town) == [(True, words)]


async def test_a_life_told_for_the_table_is_offered_back(town: Town) -> None:
    rose = await reminded(town)
    story = "moi jai 58 ans jai perdu ma job pis ma maison, dites a la table que le monde comme moi mange pas"
    said = await say(rose, story)
    for _ in range(3):
        if "d'accord?" in said:
            break
        said = await say(rose, "1")
    assert "mange pas" in said
    assert not await kept(town)


# -- what is no word for the table -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("jaurais besoin dun lift", ""),
        ("la rue est pas deneigee jaurais besoin dun lift", "la rue est pas deneigee"),
        ("le bus est trop cher pis j'ai besoin d'un lift", "le bus est trop cher"),
        ("i need a ride, the bus is too far", "the bus is too far"),
        ("me faudrait un lift", ""),
        ("necesito transporte", ""),
    ],
)
async def test_a_need_said_among_their_words_is_noted_and_is_none_of_them(town: Town, words: str, left: str) -> None:
    rose = await reminded(town)
    said = await say(rose, "COMMENTAIRE", "le frigo est toujours trop petit", words)
    assert "transport" in said
    assert "need_transport" in await tasks_of(town)
    await say(rose, "1", "1")
    assert await kept(town) == [(True, " ".join(["le frigo est toujours trop petit", left]).strip())]


async def test_a_need_of_others_is_theirs_to_tell(town: Town) -> None:
    rose = await reminded(town)
    await say(rose, "COMMENTAIRE", "le monde du rang a besoin d'un lift pour venir", "1", "1")
    assert await kept(town) == [(True, "le monde du rang a besoin d'un lift pour venir")]
    assert "need_transport" not in await tasks_of(town)


@pytest.mark.parametrize(
    ("written", "answer", "read"),
    [
        ("oui jva venir pis y faudrait parler du prix du pain", "coming", "y faudrait parler du prix du pain"),
        (ABSENT, "absent", WORDS),
        ("non jpeux pas dite leur que la garderie ferme a 5h", "absent", "dite leur que la garderie ferme a 5h"),
        ("jpeux pas venir lundi mais dites leur que le frigo est petit", "absent", "dites leur que le frigo est petit"),
    ],
)
async def test_whether_they_come_is_not_read_aloud(town: Town, written: str, answer: str, read: str) -> None:
    rose = await reminded(town)
    said = await say(rose, written)
    if "1 un mot pour la table" in said or "1 vous" in said:
        said = await say(rose, "1")
    if answer in (await answers(town, 1)).values():
        assert f'"{folded(read)}"' in said
