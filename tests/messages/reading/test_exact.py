"""Where rules are exact: digits of the list that is open, bare answers, stops, tapbacks, what a phone writes by
itself."""

from __future__ import annotations

import pytest

from messages.reading import Action, Context, Meaning, decide, read

M = Meaning
A = Action
CASES = [
    ("R", "1", M.COMING, A.ACT),
    ("R", "2", M.ABSENT, A.ACT),
    ("R", "3", M.MAYBE, A.CONFIRM),
    ("R", "le 2 svp", M.ABSENT, A.ACT),
    ("R", "oui", M.COMING, A.ACT),
    ("R", "Non merci", M.ABSENT, A.ACT),
    ("R", "👍", M.COMING, A.ACT),
    ("R", "👎🏼", M.ABSENT, A.ACT),
    ("R", "wi", M.COMING, A.ACT),
    ("R", "sí", M.COMING, A.ACT),
    ("R", "nope", M.ABSENT, A.ACT),
    ("R-", "1", M.COMING, A.ASK),
    ("R-", "oui", M.COMING, A.ASK),
    ("R+", "non", M.ABSENT, A.ASK),
    ("R+", "2", M.ABSENT, A.ASK),
    ("R+", "👍🏻", M.REACTION, A.SILENT),
    ("R", "1 non", M.UNKNOWN, A.ASK),
    ("R", "2 oui", M.UNKNOWN, A.ASK),
    ("N", "2", M.NUMBER, A.ASK),
    ("N", "oui", M.UNKNOWN, A.ASK),
    ("N", "ok", M.REACTION, A.SILENT),
    ("N", "AIDE", M.HELP, A.ANSWER),
    ("D", "1 1 1", M.NUMBER, A.ASK),
    ("O", "1", M.YES, A.ACT),
    ("O", "2", M.NO, A.ACT),
    ("O", "3", M.NUMBER, A.ASK),
    ("C", "2", M.NUMBER, A.ASK),
    ("C", "non", M.END, A.ACT),
    ("C", "STOP", M.STOP, A.ASK),
    ("C", "oui", M.UNKNOWN, A.ASK),
    ("V", "1", M.YES, A.ACT),
    ("V", "2", M.NUMBER, A.ASK),
    ("V", "3", M.NUMBER, A.ACT),
    ("V", "4", M.NUMBER, A.ACT),
    ("V", "non", M.CORRECT, A.CONFIRM),
    ("K:meal", "1", M.NUMBER, A.ACT),
    ("K:meal", "20", M.AMOUNT, A.ACT),
    ("K:childcare", "1", M.NUMBER, A.ACT),
    ("K:childcare", "25", M.AMOUNT, A.ACT),
    ("K:km", "45", M.KM, A.ACT),
    ("K:km", "2", M.KM, A.ACT),
    ("K:fare", "8", M.AMOUNT, A.ACT),
    ("K:ride", "4", M.NUMBER, A.ASK),
    ("K:total", "1", M.NUMBER, A.ACT),
    ("K:total", "2", M.NUMBER, A.ASK),
    ("K:total", "non", M.CORRECT, A.CONFIRM),
    ("L0", "1 et 3", M.NUMBER, A.ACT),
    ("L0", "9", M.NUMBER, A.ASK),
    ("L20", "2", M.NUMBER, A.CONFIRM),
    ("M", "4", M.NUMBER, A.ACT),
    ("M", "6", M.NUMBER, A.ASK),
    ("S", "oui", M.YES, A.ACT),
    ("S", "ok", M.UNKNOWN, A.ASK),
    ("S", "2", M.NO, A.ACT),
    ("J:consent", "1", M.YES, A.ACT),
    ("J:name", "oui", M.YES, A.ASK),
    ("N", "STOP", M.STOP, A.CONFIRM),
    ("N", "STOP⏎Mme Lucienne", M.STOP, A.CONFIRM),
    ("N", "arret Rita L.", M.STOP, A.CONFIRM),
    ("N", "Stop 819 555-0112", M.STOP, A.CONFIRM),
    ("N", "STOP⏎Envoyé de mon iPhone", M.STOP, A.CONFIRM),
    ("U", "Stop!!", M.STOP, A.ACT),
    ("N", "Liked “Bonjour”", M.REACTION, A.SILENT),
    ("R", "A aimé « COCO, mardi »", M.REACTION, A.ASK),
    ("N", "A ri de « Bonjour »", M.REACTION, A.SILENT),
    ("R", "Envoyé de mon iPhone", M.UNKNOWN, A.SILENT),
    ("N", "", M.UNKNOWN, A.SILENT),
    ("N", "Je conduis présentement. Je vous rappelle.", M.AUTO_REPLY, A.SILENT),
    ("U", "Votre colis est en attente, payez 2,99$ ici", M.UNKNOWN, A.SILENT),
]


@pytest.mark.parametrize(("code", "text", "meaning", "action"), CASES, ids=lambda value: str(value)[:25])
def test_what_is_exact_is_read_exactly(code: str, text: str, meaning: Meaning, action: Action) -> None:
    context = Context.of_code(code)
    decision = decide(read(text.replace("⏎", "\n"), context), context)
    assert (decision.reading.first, decision.action) == (meaning, action), decision.reading.why


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("N", "stop aux pesticides dans le parc"),
        ("N", "le stop au coin de la rue est tombé"),
        ("C", "arrêtez de couper le chauffage aux vieux"),
        ("N", "l'autobus arrete tu devant le clsc"),
        ("C", "STOP À LA VIOLENCE"),
        ("V", "stop aux punaises cest le titre"),
        ("N", "stop moi au IGA si tu passes"),
    ],
)
def test_a_stop_that_is_a_word_among_others_stops_nothing(code: str, text: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(text, context), context)
    assert not (decision.reading.has(M.STOP) and decision.action in (A.ACT, A.CONFIRM))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("N", "je veux mourir"),
        ("C", "je veux en finir"),
        ("R", "jpeux pas sortir y m'a frappée"),
        ("E", "oui vite on a rien mangé depuis 2 jours"),
        ("N", "mwen anvi touye tèt mwen"),
        ("N", "no quiero vivir más"),
        ("N", "i want to kill myself"),
        ("U", "mon chum me bat"),
        ("N", "chu dans rue a soir y fait moins 20"),
        ("N", "mon pere touche ma fille"),
        ("C", "mon chum me frappe"),
        ("N", "jfile pas ben pantoute jai peur de faire une betise"),
    ],
)
def test_a_cry_for_help_goes_to_a_person_in_any_context(code: str, text: str) -> None:
    context = Context.of_code(code)
    decision = decide(read(text, context), context)
    assert decision.reading.has(M.DISTRESS)
    assert decision.action is A.HUMAN
