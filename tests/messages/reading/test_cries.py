"""Cries as they are texted, heard in any situation; what may be one, asked about kindly; what only looks like one."""

from __future__ import annotations

import pytest

from messages.reading import Action, Context, Meaning, decide, outright, read

SITUATIONS = ("R", "R+", "R-", "N", "P")

HEARD = """\
jme fais du mal
jme scarifie
jme scarifie encore
jme coupe
jme coupe quand ca va pas
jme coupe les bras a soir
jme coupe avec une lame
jarrete pas de me couper
jai recommencé a me couper
jai envie de me faire du mal
ma fille se coupe
mon ado se scarifie
i cut myself again
ive been cutting again
me corto los brazos
me hago daño
m ap koupe bra m
m ap fe tet mwen mal
mon pere me touche
mon père m'a touché
mon beau pere me touche la nuit
mon oncle me touche quand maman dort
mon coach me tripote
l'ami de mon pere me touche
mon pere me frappe
ma mere me bat
mes parents me frappent
mon beau pere ma battu avec la ceinture
my uncle touches me at night
my dad hits me
mi papa me toca
mi padrastro me pega
papa m ap manyen m
papa m ap bat m
mon ex touche ma fille
jpu capable de vivre dmeme
jsuis pu capable de vivre de meme
jpeux pu vivre comme ca
i cant live like this anymore
no puedo vivir así
m pa ka viv konsa
le feu est pris
le feu est pris chez nous
ya le feu dans cuisine
my house is on fire
kay la pran dife
ca sent le gaz chez nous
ma fille a fugué
mon gars est en fugue
mon fils est pas rentré depuis hier
on trouve pas ma fille
my daughter ran away
i cant find my son
mi hija se escapo
pitit fi m sove
a laide
au secours
sauvez moi
anmwe
mon proprio menace de me battre
yer a coter de moi repond pas
repond pas yest icitte
he's next to me dont text
no conteste esta aqui
""".splitlines()

ASKED = """\
cest urgent
c urgent svp
its urgent
es urgente
se ijan
jai besoin daide
j'ai besoin d'aide svp vite
aidez moi
i need help
help me please
necesito ayuda
ayudenme
mwen bezwen ed
chu mal pris
jsuis mal prise
jsuis dans marde
jme sens vide
jme sens tout seul
i feel so empty
me siento sola
m santi m pou kont mwen
jfeel down en criss
chu deprimé
jai fait une rechute
jai rechuté hier
jai recommencé a boire
i relapsed
jme fais ecoeurer a lecole
jme fais intimider par les gars
im getting bullied at school
me hacen bullying
ti gason m lan lopital
pitit mwen lopital
mi hijo esta en el hospital
my son is in the hospital
ma maison a passé au feu
""".splitlines()

ALIKE = """\
mon pere me touche la main?
le geste de mon pere me touche
ce que vous dites me touche beaucoup
mon pere touche sa pension
le feu de camp
on va faire un feu de camp
le feu est vert au coin
le feu de circulation marche pas
le feu est pris dans le foyer on est ben
jme coupe les cheveux
jme coupe les ongles
jme coupe un morceau de pain
jme suis coupé le doigt en cuisinant
ca coupe
i cut my hair
they cut my hours
me corto el pelo
urgent de voter
cest urgent de regler le chauffage du local
cest pas urgent
rien d'urgent
jai besoin daide pour remplir le papier
i need help with the form
jai besoin dun transport
je trouve pas ma fille sur la liste
ma fille est en garde
mon fils est parti travailler
ca sent bon
le prix du gaz
jai mis du gaz dans mon char
ya une fuite d'eau
ma maison est en vente
jsuis mal pris pour un lift
chu pris au travail
jme sens bien
jme sens mieux
im down for that
jfeel ben
jme fais niaiser par le bus
jme fais vieux
la pharmacie est a coté de moi
reponds pas a ma place
repondez pas tout de suite
mon proprio menace de monter le loyer
jai fait une rechute de grippe
mwen pa la
pa gen pwoblem
""".splitlines()

WISHES = """\
faut plus de logements
yen faut plus dautobus
il faudrait plus de bancs dans le parc
ya pas assez de logements
stop les coupures
stop coupures
arretez de couper les services
stop aux hausses de loyer
non aux coupures
assez de coupures
faut moins de paperasse
on veut plus de lumiere dans la rue
stop the cuts
no more cuts
we need more housing
basta de recortes
necesitamos mas viviendas
sispann degepisman yo
nou bezwen plis kay
""".splitlines()

STOPS = """\
faut plus de messages
faut plus menvoyer de texto
je veux plus de messages
arretez les messages
stop les textos
arretez de mecrire
no more texts
no mas mensajes
""".splitlines()


@pytest.mark.parametrize("words", HEARD)
@pytest.mark.parametrize("code", SITUATIONS)
def test_a_cry_is_heard_whatever_was_asked(words: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(words, context), context)
    assert Meaning.DISTRESS in decision.reading.meanings
    assert decision.action is Action.HUMAN


@pytest.mark.parametrize("words", ASKED)
@pytest.mark.parametrize("code", SITUATIONS)
def test_what_may_be_a_cry_is_asked_about_by_its_own_question(words: str, code: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(words, context), context)
    assert Meaning.DISTRESS in decision.reading.meanings
    assert decision.action in (Action.ASK, Action.HUMAN)


def test_what_only_looks_like_a_cry_calls_nobody() -> None:
    alarms = []
    for words in ALIKE:
        for code in SITUATIONS:
            context = Context.of_code(code)
            decision = decide(read(words, context), context)
            if decision.action is Action.HUMAN and Meaning.DISTRESS in decision.reading.meanings:
                alarms.append((code, words))
    assert len(alarms) <= 0.03 * len(ALIKE) * len(SITUATIONS), alarms


@pytest.mark.parametrize("words", WISHES)
@pytest.mark.parametrize("code", [*SITUATIONS, "M"])
def test_a_wish_for_services_is_words_for_the_table_and_never_a_stop(words: str, code: str) -> None:
    context = Context.of_code(code)
    readings = read(words, context)
    assert readings[0].meanings == (Meaning.COMMENT,)
    assert not any(one.has(Meaning.STOP, Meaning.STOP_KIND) for one in readings)


@pytest.mark.parametrize("words", STOPS)
@pytest.mark.parametrize("code", ["R", "N"])
def test_a_wish_for_no_more_messages_is_still_a_stop(words: str, code: str) -> None:
    readings = read(words, Context.of_code(code))
    assert any(one.has(Meaning.STOP, Meaning.STOP_KIND) for one in readings[:2])
    assert readings[0].meanings != (Meaning.COMMENT,)


@pytest.mark.parametrize("words", ["le feu est pris dans le bloc lan passe", "ma fille a fugué y a deux ans"])
def test_a_danger_of_long_ago_is_asked_about_and_wakes_nobody(words: str) -> None:
    context = Context.of_code("R")
    assert decide(read(words, context), context).action is not Action.HUMAN


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("mon chum me frappe", "yer a coter de moi repond pas"),
        ("mon chum me frappe", "y est dans la cuisine"),
        ("mon chum me frappe", "y vient d'arriver"),
        ("mon chum me frappe", "chut"),
        ("mon pere me touche", "ecris pu"),
        ("my husband hits me", "dont text"),
        ("mi marido me pega", "no me escriba"),
        ("mari m ap bat m", "pa ekri m"),
    ],
)
def test_after_violence_the_other_beside_makes_the_phone_watched(first: str, then: str) -> None:
    assert outright.watched([first, then])
    assert not outright.watched([first])


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("mon chum me frappe", "merci"),
        ("mon chum me frappe", "il est parti"),
        ("jveux mourir", "ma soeur est a coté de moi"),
        ("jveux mourir", "il est dans la chambre"),
    ],
)
def test_a_phone_that_nobody_reads_is_answered(first: str, then: str) -> None:
    assert not outright.watched([first, then])


@pytest.mark.parametrize(
    "words",
    ["jai pu rien a manger pour les enfants", "jai froid ya pu de chauffage", "on gele icitte", "nou pa gen chofaj"],
)
def test_hunger_and_cold_are_needs(words: str) -> None:
    assert outright.needs_bread_or_heat(words)


@pytest.mark.parametrize("words", ["merci", "ca ma fait froid dans le dos", "bon ok"])
def test_the_rest_is_no_need_of_bread_nor_heat(words: str) -> None:
    assert not outright.needs_bread_or_heat(words)
