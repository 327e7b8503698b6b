"""What is said in the middle of a claim, or after it, of sums said before: it goes where it belongs."""

from __future__ import annotations

import pytest

from db.claims.rules import ClaimState
from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of, expert, lines_of, set_rates
from tests.support.comments import tasks_of
from tests.support.phones import Phone, Town


async def asked_of_a_meal(town: Town, ride: str, sum_: str, language: str = "fr") -> Phone:
    """The ride is told; a meal is asked."""
    phone = await rose(town, language)
    for words in ("RECLAMER", ride, sum_):
        await phone.text(words)
    await phone.expect_any("repas" if language == "fr" else "meal")
    await phone.forget()
    return phone


async def to_the_total(phone: Phone) -> str:
    """Nothing more at each question that is left, until the total."""
    for _ in range(4):
        if any("Total" in said.text and "1 o" in said.text.casefold() for said in phone.all[-2:]):
            break
        await phone.text("1")
        await phone.town.settle()
    return phone.all[-1].text


# -- what explains a sum goes to its kind ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("18 pour y aller 18 pour m'en revenir", 36),
        ("18 aller 18 retour", 36),
        ("18 dans un sens", 36),
        ("cetait 20 pour aller pis 20 pour revenir", 40),
        ("18 there and 18 back", 36),
        ("20 para ida y 20 para vuelta", 40),
        ("non 18 en toute", 18),
        ("nonon 18 en tout aller retour", 18),
        ("18 aller-retour", 18),
    ],
)
async def test_kilometres_told_at_the_meal_stay_kilometres(town: Town, words: str, km: int) -> None:
    phone = await asked_of_a_meal(town, "3", "18")
    await phone.text(words)
    await phone.expect(f"{km} km")
    await phone.expect("repas", "1 non")
    total = await to_the_total(phone)
    assert f"auto {km} km" in total
    assert "repas" not in total


@pytest.mark.parametrize(
    "words",
    [
        "le 7,50 c'est pour les deux bouts",
        "le 7,50 c pour laller pis le retour",
        "7,50 c'est aller-retour",
        "the 7.50 was for both ways",
        "sa c 7,50 les 2 bords",
        "3,75 chaque bord",
        "3,75 pour aller pis 3,75 pour revenir",
    ],
)
async def test_a_fare_that_is_explained_is_no_meal(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text(words)
    await phone.expect("autobus 7,50 $")
    await phone.expect("repas", "1 non")
    total = await to_the_total(phone)
    assert "Total 62,50 $" in total
    assert "repas" not in total


async def test_the_price_of_a_meal_is_still_a_meal(town: Town) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text("14 piasses")
    total = await to_the_total(phone)
    assert "repas 14 $" in total


@pytest.mark.parametrize(
    ("words", "sum_"),
    [
        ("2 billets de bus a 3 et 75", "7,50"),
        ("deux billets de bus à trois et soixante-quinze", "7,50"),
        ("3 billets d'autobus à 3,75", "11,25"),
        ("2 tickets for the bus at 3.75", "7,50"),
        ("2 passages a 3 et quart", "6,50"),
        ("2 boletos a 3.75", "7,50"),
        ("2 bus 3 et quart chaque", "6,50"),
    ],
)
async def test_so_many_tickets_at_a_price(town: Town, words: str, sum_: str) -> None:
    phone = await asked_of_a_meal(town, "2", words)
    assert f"autobus {sum_} $" in await to_the_total(phone)


@pytest.mark.parametrize(
    "words", ["ah non un billet yetait gratis", "un des billets était gratuit finalement", "one ticket was free"]
)
async def test_a_ticket_that_was_free_asks_for_the_fare_again(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "2", "2 billets a 3,75")
    await phone.text(words)
    await phone.expect("Enlevé: autobus 7,50 $")
    await phone.expect("Combien pour l'autobus")
    await phone.text("3,75")
    assert "autobus 3,75 $" in await to_the_total(phone)


# -- a correction keeps its unit -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "c 16 km pas 18 dans un sens",
        "c 16 pas 18",
        "non cetait pas 18 c 16",
        "it wasnt 18 it was 16",
        "no son 18 son 16 km",
        "jme suis trompé, 16 au lieu de 18 km",
    ],
)
async def test_kilometres_put_right_stay_both_ways(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "3", "18 aller 18 retour")
    await phone.text(words)
    await phone.expect("32 km")
    assert "auto 32 km" in await to_the_total(phone)


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("c etait pas 7,50 le bus c 8,25", "63,25"),
        ("c pas 7,50 c 8,25", "63,25"),
        ("c 8,25 le bus pas 7,50", "63,25"),
        ("ostie jai mis 7,50 mais c'etait 3,50 x2", "62"),
        ("jai mis 7,50 mais cetait 2 fois 3,50", "62"),
        ("it wasn't 7.50 it was 8.25", "63,25"),
        ("no son 7.50 son 8.25", "63,25"),
    ],
)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_sum_put_right_in_either_order(town: Town, words: str, total: str, when: str) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect("Total 62,50 $")
    if when == "after":
        await phone.text("1")
        await phone.expect("demande no 1")
    await phone.text(words)
    await phone.expect_any(f"Total {total} $")
    if when == "before":
        await phone.text("1")
        await phone.expect_any("demande no 1")
    [claim] = await claims_of(town)
    assert claim.total_cents == round(float(total.replace(",", ".")) * 100)


# -- what is taken away ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "words", "gone"),
    [
        ("bus 7,50 parking 7", "enlevez le parking jai retrouvé mon argent", "parking 7"),
        ("bus 7,50 stationnement 7", "oublie le stationnement", "stationnement 7"),
        ("bus 7,50 garde 30", "oubliez la voisine", "garde 30"),
        ("bus 7,50 garde 30", "forget the sitter", "garde 30"),
        ("bus 7,50 repas 14", "finalement j'ai rien mangé", "repas 14"),
        ("bus 7,50 repas 14", "non jai rien mangé", "repas 14"),
        ("garde 30 bus 7,50", "take the bus off", "autobus 7,50"),
        ("garde 30 18 km", "mettez pas le char", "18 km"),
    ],
)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_line_taken_away_is_told_with_the_new_total(
    town: Town, said: str, words: str, gone: str, when: str
) -> None:
    phone = await rose(town)
    await phone.text(said)
    await town.settle()
    await to_the_total(phone)
    if when == "after":
        await phone.text("1")
        await phone.expect_any("demande no 1")
    await phone.forget()
    await phone.text(words)
    await town.settle()
    told = " ".join(one.text for one in phone.unread)
    assert gone in told, told
    assert "nleve" in told or "nlevé" in told
    assert "Total" in told
    if when == "before":
        await phone.text("1")
        await phone.expect_any("demande no 1")
    [claim] = await claims_of(town)
    assert len(await lines_of(town, claim)) == 2


@pytest.mark.parametrize("words", ["no comi nada", "i didn't eat", "j'ai pas pris de repas", "oublie le lunch"])
async def test_no_meal_at_any_question_is_no_meal(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text("2")
    await phone.expect_any("garde")
    await phone.text(words)
    await phone.expect_any("nleve", "repas")
    assert "repas" not in await to_the_total(phone)


@pytest.mark.parametrize(
    "words",
    ["pis jveux pas le 55", "enlevez le 55", "juste mes frais", "only my expenses", "pas besoin de la participation"],
)
async def test_the_allowance_itself_may_be_left(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect("Total 62,50 $")
    await phone.text(words)
    await phone.expect_any("Total 7,50 $")
    await phone.text("1")
    await phone.expect_any("demande no 1, 7,50 $")


async def test_what_was_forgotten_is_not_taken_for_what_is_to_be_forgotten(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50 stationnement 7")
    await phone.expect("photo")
    await phone.text("1")
    await phone.expect("Total 69,50 $")
    await phone.text("j'ai oublié le repas")
    await phone.expect_any("repas")
    assert not [one for one in phone.all if "nlevé" in one.text or "nleve:" in one.text]


# -- cancelled in a sentence -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("oublie ma demande", "oui annule"),
        ("ma demande la jveux plus la faire", "oui"),
        ("annule ma demande de sous", "oui"),
        ("laissez tomber ma demande au complet", "ouin laisse faire"),
        ("forget the whole thing", "yes"),
        ("cancel my claim please", "yes cancel it"),
        ("olvide mi solicitud", "si"),
        ("jveux pu de ma demande", "1"),
        ("annulez toute jveux pu rien", "oui annulez"),
    ],
)
@pytest.mark.parametrize("when", ["under way", "at the total", "sent"])
async def test_cancelled_in_words_after_one_question_at_most(town: Town, words: str, yes: str, when: str) -> None:
    phone = await rose(town)
    for one in {"under way": ["RECLAMER"], "at the total": ["bus 7,50"], "sent": ["bus 7,50", "1"]}[when]:
        await phone.text(one)
    await phone.forget()
    await phone.text(words)
    await town.settle()
    if not [one for one in phone.unread if "nnulée" in one.text or "nnulee" in one.text or "st annul" in one.text]:
        await phone.forget()
        await phone.text(yes)
    await town.settle()
    assert [one for one in phone.unread if "nnul" in one.text or "nulad" in one.text]
    assert [claim.state for claim in await claims_of(town)] == ([ClaimState.CANCELLED] if when == "sent" else [])
    assert await tasks_of(town) == []


@pytest.mark.parametrize("no", ["non", "2", "non garde la"])
async def test_a_no_leaves_the_claim_where_it_was(town: Town, no: str) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect("Total 62,50 $")
    await phone.text("ma demande la jveux plus la faire")
    await phone.expect("annuler votre demande")
    await phone.text(no)
    await phone.expect_any("Total 62,50 $")
    await phone.text("1")
    await phone.expect_any("demande no 1, 62,50 $")


# -- a wait, "ok envoye", how much so far ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["attend", "attends un peu", "minute", "wait", "une minute svp", "espera", "donne moi une minute"]
)
@pytest.mark.parametrize("first", ["RECLAMER", "bus 7,50"])
async def test_a_wait_is_a_wait(town: Town, words: str, first: str) -> None:
    phone = await rose(town)
    await phone.text(first)
    await phone.forget()
    await phone.text(words)
    await phone.expect("Prenez votre temps")
    await phone.expect_nothing()
    await phone.text("1")
    await phone.expect("demande no 1, 62,50 $" if first != "RECLAMER" else "repas")


@pytest.mark.parametrize(
    "words", ["ok envoye", "oui envoyez", "c beau envoye", "send it", "c'est beau", "ok c bon envoie"]
)
async def test_sent_too_soon_says_that_a_question_is_left(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text(words)
    await phone.expect("Pas encore envoye", "une question")
    await phone.expect("repas", "1 non")
    assert "repas" not in await to_the_total(phone)


@pytest.mark.parametrize("words", ["c'est toute", "c beau", "ok envoye", "thats all", "es todo", "c tout merci"])
async def test_nothing_more_ends_the_questions(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text("1")
    await phone.text("1")
    await phone.expect_any("Autre chose")
    await phone.text(words)
    await phone.expect_any("Total 62,50 $", "1 oui")
    assert await claims_of(town) == []


HOW_MUCH = [
    "combien en tout", "sa fait combien en toute", "fait que ca donne quoi", "whats the total", "c'est quoi le total",
    "ca fait combien en tout?", "vous avez mis combien de km", "how many km did you put",
]  # fmt: skip


@pytest.mark.parametrize("words", HOW_MUCH)
async def test_how_much_so_far_is_said_in_the_middle(town: Town, words: str) -> None:
    phone = await asked_of_a_meal(town, "3", "36")
    await phone.text(words)
    await phone.expect("participation 55 $", "auto 36 km 18 $", "Total 73 $", "Rien n'est envoye")
    await phone.expect("repas", "1 non")


@pytest.mark.parametrize("words", HOW_MUCH)
async def test_how_much_is_said_at_the_total_and_once_sent(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("36 km")
    await phone.expect("Total 73 $")
    await phone.text(words)
    await phone.expect("auto 36 km 18 $", "Total 73 $")
    assert await claims_of(town) == []
    await phone.text("1")
    await phone.expect("demande no 1")
    await phone.text(words)
    await phone.expect("no 1", "73 $")


# -- an activity that is never named ---------------------------------------------------------------------------------


async def nowhere(town: Town) -> Phone:
    """Rose's phone; she was at no meeting."""
    phone = town.sms()
    await expert(town, phone)
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    await phone.text("3 billets de bus a 3,75")
    await phone.expect("Quelle activite")
    return phone


async def test_the_sums_are_kept_while_the_activity_is_asked(town: Town) -> None:
    phone = await nowhere(town)
    await phone.text("formation, 12 janvier")
    await phone.expect("combien de temps")
    await phone.text("1")
    await phone.expect_any("autobus 11,25 $", "Total 66,25 $")


@pytest.mark.parametrize("words", ["pouvez vous m'appeler", "arretez de m'ecrire", "can someone call me please"])
async def test_something_else_is_heard_where_an_activity_is_asked(town: Town, words: str) -> None:
    phone = await nowhere(town)
    await phone.text(words)
    await town.settle()
    assert not [one for one in phone.unread if "compris le jour" in one.text]
    assert phone.unread


async def test_no_day_twice_is_for_a_person_with_the_sums(town: Town) -> None:
    phone = await nowhere(town)
    await phone.text("jva aller vous voir")
    await phone.expect_any("Quelle activite")
    await phone.text("je sais pu trop")
    await phone.expect("Maude va regarder votre demande")
    await phone.expect_nothing()
    assert "claim_unclear" in await tasks_of(town)


# -- a sum without its noun ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "then", "line"),
    [
        ("pis trois et demi", "pour le stationnement", "stationnement 3,50 $"),
        ("6 piasses", "le parking", "parking 6 $"),
        ("3.50", "for parking", "parking 3,50 $"),
        ("deux piasses", "c'était pour des photocopies", "photocopies 2 $"),
    ],
)
async def test_a_sum_and_then_what_it_was_for(town: Town, first: str, then: str, line: str) -> None:
    phone = await asked_of_a_meal(town, "2", "7,50")
    await phone.text("1")
    await phone.text("1")
    await phone.expect_any("Autre chose")
    await phone.text(first)
    await phone.expect_any("c'est pour quoi")
    await phone.text(then)
    await phone.expect_any("photo")
    assert line in await to_the_total(phone)


async def test_hours_of_care_without_a_price_ask_for_it(town: Town) -> None:
    phone = await rose(town)
    await phone.text("garde 30")
    await phone.expect("Total 85 $")
    await phone.text("4h la gardienne finalement")
    await phone.expect("Enlevé: garde 30 $")
    await phone.expect("garde", "montant")
    await phone.text("40")
    await phone.expect_any("garde 40 $", "Total 95 $")


async def test_what_is_put_right_after_sending_is_undone_in_a_word(town: Town) -> None:
    phone = await sent(town)
    await phone.text("c pas 7,50 c 8,25")
    await phone.expect("8,25", "63,25")
    await phone.text("2")
    await phone.expect("62,50 $")


# -- what is asked of money ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "do i get paid and will it mess my welfare check",
        "cava tu couper mon cheque de bs",
        "mon agent va tu le savoir",
        "faut tu que je le dise au bs",
        "are you gonna tell welfare",
        "ca compte tu comme un revenu",
        "me van a quitar la ayuda social?",
    ],
)
async def test_what_it_does_to_other_money_is_for_who_knows_with_no_claim_yet(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    said = await phone.expect("aide sociale", "Maude")
    assert "Tarifs" not in said.text
    assert "question" in await tasks_of(town)


@pytest.mark.parametrize("words", ["jveux dire au bs que ca pas d'allure", "dites au bs que ca suffit les coupures"])
async def test_words_about_welfare_are_no_question_of_ours(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    await town.settle()
    assert not [one for one in phone.unread if "Demandez à votre agent" in one.text]


@pytest.mark.parametrize(
    "words",
    [
        "quand qu'on est payé",
        "c quand le cheque",
        "ca prend combien de temps avant detre payé",
        "le cheque arrive quand",
        "cest tu long avant d'etre payé",
        "when do i get my money",
    ],
)
async def test_when_the_money_comes_is_never_a_list_of_prices(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    await phone.expect_any("no 1", "62,50 $")
    assert not [one for one in phone.all if "Tarifs" in one.text]
