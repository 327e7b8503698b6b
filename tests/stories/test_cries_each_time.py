"""Cries as they are texted, each one heard: beside a reminder, after a false alarm, while a card is open; and what is
no cry, which alarms nobody."""

from __future__ import annotations

import pytest

from tests.support.comments import rose_and_a_meeting
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


async def reminded(town: Town, maude: Phone) -> Phone:
    rose = town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 9, 10, 30)
    await rose.expect_any("Venez-vous?")
    await rose.forget()
    await maude.forget()
    return rose


def urgent(maude: Phone) -> list[str]:
    return [said.text for said in maude.unread if "Urgent" in said.text]


@pytest.mark.parametrize(
    "words",
    [
        "vous seriez ben debarasser de moi",
        "tou seul comme un chien personne s'en apercevrait",
        "no puedo mas con esta vida",
        "bon ben bye la jvous aimais ben",
        "y ma barrer dehors chu en jaquette y fait frette",
        "y mon coupe le chauffage pis yfait -20",
        "mon frere veut se pendre quesse jfais",
        "ma soeur parle de se suicider chu pas la",
        "my son wants to kill himself",
        "mon ex est a porte y veut rentrer de force",
        "mon ex a dit quy va me trouver",
        "jai pu envie d'etre icitte sur terre",
        "mon chum vient de me fesser dessus",
        "ya pu de lit au refuge a soir",
        "je vais très mal",
        "ça va vraiment pas, je vais très mal",
        "estoy muy mal",
        "i feel so low these days",
    ],
)
async def test_a_cry_beside_a_reminder_is_no_absence_and_alerts_at_once(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect_any("911")
    await town.settle()
    assert urgent(maude), [said.text for said in maude.unread]
    assert await answers(town, 1) == {}


@pytest.mark.parametrize(
    "words",
    [
        "scusez jai pas pris mes pilules",
        "jai dormi tout droit",
        "puedo llevar a mi bebe",
        "moi jai 42 ans",
        "no i dont mean stop",
        "jviens pas de toute facon",
        "jai pu de cell a partir de lundi",
        "on est deux sur ce telephone, moi et mon fils",
        "ya no quiero mas mensajes",
        "coucou c'est encore moi jai changé d'idée",
        "jai perdu mon telephone jecris de celui de ma soeur",
        "mon voisin va peut etre me donner une ride",
        "2 enfants 3 ans pis 6 ans",
        "le matin jsuis pas la",
        "can my sister come too",
        "jai deja repondu non",
    ],
)
async def test_what_resembles_a_cry_has_no_number_of_distress(town: Town, maude: Phone, words: str) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await maude.forget()
    await rose.text(words)
    await town.settle()
    assert "911" not in " ".join(said.text for said in rose.unread)
    await town.settle()
    assert not urgent(maude)


@pytest.mark.parametrize(
    "words",
    [
        "ca va pas ben",
        "chu pas ben pantoute",
        "je feel pas",
        "ça va pas bien ces temps ci",
        "je vais mal depuis des jours",
    ],
)
async def test_who_is_not_well_is_asked_how_they_are_and_nothing_is_made_of_it(
    town: Town, maude: Phone, words: str
) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect("Ça va?", "911")
    assert await answers(town, 1) == {}


@pytest.mark.parametrize("words", ["jva pas", "mardi ca va pas", "im down", "m ap vini"])
async def test_a_presence_in_few_words_is_no_cry(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await rose.expect("Noté")


@pytest.mark.parametrize(
    "words",
    [
        "ecrivez moi pas y lit mon tel",
        "mon chum regarde tous mes messages",
        "repondez pas il fouille dans mon cell",
        "dont text me back he reads my phone",
    ],
)
async def test_nothing_is_answered_on_a_phone_that_somebody_else_reads(town: Town, maude: Phone, words: str) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("mon chum vient de me cogner")
    await rose.expect_any("911")
    await town.move(minutes=3)
    await maude.forget()
    await rose.forget()
    await rose.text(words)
    await town.settle()
    alert = urgent(maude)[0]
    assert "lit son téléphone" in alert
    await town.move(minutes=1)
    await rose.text("vite")
    await rose.expect_nothing()


async def test_who_says_that_they_are_well_is_still_read_by_a_person_as_they_were_told(
    town: Town, maude: Phone
) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("ca va pas pantoute")
    await rose.expect_any("Maude lira vos mots")
    await rose.text("1")
    await rose.expect_any("Tant mieux")
    await maude.text("/appels")
    await maude.expect_any("Rose")


async def test_words_that_may_be_a_threat_are_never_offered_as_words_for_the_table(town: Town, maude: Phone) -> None:
    rose = await reminded(town, maude)
    await rose.text("jva sacrer le feu a batisse du bs")
    said = await rose.expect_any("911")
    assert "table" not in said.text


@pytest.mark.parametrize(
    "words", ["jai pu le gout de vivre", "sa serait mieux si jetais pu la", "jai toute mes pilules sur la table"]
)
async def test_after_a_false_alarm_that_was_taken_a_true_cry_has_its_numbers_and_its_alert(
    town: Town, maude: Phone, words: str
) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("jai pu de place ou rester jsuis dans rue a soir")
    await rose.expect_any("911")
    await maude.expect_any("Urgent", "Rose")
    await maude.press("je m'en occupe")
    await maude.forget()
    await rose.forget()
    await town.move(seconds=30)
    await rose.text(words)
    await rose.expect_any("911")
    await town.settle()
    assert urgent(maude), [said.text for said in maude.unread]


async def test_each_new_cry_while_nobody_answers_has_numbers_and_an_alert(town: Town, maude: Phone) -> None:
    rose, _ = await rose_and_a_meeting(town)
    for words in ("jai pu le gout de vivre", "jveux mourir a soir", "jai avalé toute la bouteille", "jva me pendre"):
        await rose.forget()
        await maude.forget()
        await rose.text(words)
        await rose.expect_any("911")
        await town.settle()
        assert urgent(maude), words
        await town.move(seconds=20)


async def test_after_a_cry_every_text_has_a_line_with_911_first(town: Town, maude: Phone) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("jai avalé toute la bouteille")
    await rose.expect_any("911")
    for words in ("repondez svp", "chu tanné de toute", "merci", "bon sa va mieux"):
        await town.move(seconds=20)
        await rose.forget()
        await rose.text(words)
        said = await rose.expect("911")
        assert said.text.index("911") < said.text.index("C'est lu")
        assert "AIDE" not in said.text


async def test_once_it_was_taken_what_is_asked_of_the_meeting_is_answered(town: Town, maude: Phone) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("jai pu le gout de vivre")
    await maude.expect_any("Urgent", "Rose")
    await maude.press("je m'en occupe")
    await town.move(minutes=2)
    await rose.forget()
    await rose.text("cest tu lundi la rencontre")
    await rose.expect_any("10 fev.", "13h30")
    await town.move(seconds=20)
    await rose.forget()
    await rose.text("merci")
    await rose.expect("911")


@pytest.mark.parametrize(
    "words",
    [
        "jpeux pas manquer ca",
        "mon chum y peut pas mais moi oui",
        "jviendrai pas toute seule jviens avec ma fille",
        "no puedo ir mi hijo esta enfermo",
        "pis mon nom jveux pas le voir nulle part",
        "ai-je droit a plus dargent jai pris congé",
        "vous etes des caves",
        "jai pas dormi le bebe pleurait",
        "y fait un froid a tuer",
        "fuck off",
    ],
)
async def test_what_is_no_cry_alarms_nobody(town: Town, maude: Phone, words: str) -> None:
    rose = await reminded(town, maude)
    await rose.text(words)
    await town.settle()
    assert not [said.text for said in rose.unread if "911" in said.text]
    assert not urgent(maude)


@pytest.mark.parametrize("words", ["chu revenu", "demain jviens pas", "fuck off"])
async def test_who_stopped_is_not_taken_for_someone_in_danger(town: Town, maude: Phone, words: str) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("ARRET")
    await rose.forget()
    await rose.text(words)
    await town.settle()
    assert not [said.text for said in rose.unread if "911" in said.text]
    assert not urgent(maude)


@pytest.mark.parametrize("words", ["mwen bezwen manje pou pitit mwen", "jai faim", "I'm so hungry", "tengo hambre"])
async def test_hunger_is_no_name(town: Town, maude: Phone, words: str) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.text("1")
    await phone.forget()
    await phone.text(words)
    said = await phone.expect("211")
    assert "on peut vous ecrire" not in said.text
    await maude.text("/appels")
    await maude.expect_any(words)
    await phone.forget()
    await phone.text("Rosa")
    await phone.expect("Rosa, on peut vous ecrire")


@pytest.mark.parametrize("words", ["chu au boutte du rouleau", "jai le gout de mourir", "i want it all to end"])
async def test_someone_who_stopped_everything_has_the_numbers_when_they_cry(
    town: Town, maude: Phone, words: str
) -> None:
    rose, _ = await rose_and_a_meeting(town)
    await rose.text("ARRET")
    await rose.forget()
    await town.move(hours=1)
    await rose.text(words)
    await rose.expect_any("911")
