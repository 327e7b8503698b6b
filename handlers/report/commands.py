"""What coordinators write on Telegram about the yearly report."""

from __future__ import annotations

from handlers.acting import Acting, refuse
from handlers.commands import Do
from handlers.report import acts, asking, envelopes, places, reading, remarks, stopping, survey, texts
from messages.keywords import fold

STOP = frozenset({"arreter", "arrete", "stop", "annuler", "cancel"})
SEND = frozenset({"envoyer", "send"})
TAKE_AWAY = frozenset({"retirer", "enlever", "remove", "drop"})
PUT_BACK = frozenset({"remettre", "remets", "put back", "back"})
SETTLED = frozenset({"reglees", "regle", "reglee", "lues", "lu", "settled", "done", "read"})
RESUME = frozenset({"reprendre", "reprends", "resume", "continue"})


async def show_command(acting: Acting, rest: str) -> Do:
    """/bilan ; /bilan 2026-2027"""
    return Do(acts.show, acts.year_if_written(acting, rest))


async def freeze_command(acting: Acting, rest: str) -> Do:
    """/bilan-arreter 2026-2027 ; /bilan-arreter 2026-2027 2027-05-10"""
    year, _, day = rest.strip().partition(" ")
    return Do(acts.freeze, acts.year_read(acting, year), acts.day_read(acting, day))


async def correct_command(acting: Acting, rest: str) -> Do:
    """/bilan-corriger 2026-2027 la présence du 10 novembre était fausse"""
    year, _, reason = rest.strip().partition(" ")
    return Do(acts.correct, acts.year_read(acting, year), reason)


async def write_command(acting: Acting, rest: str) -> Do:
    """/bilan-ecrire 2026-2027 ; /bilan-ecrire 2026-2027 appris On a compris que... ; /bilan-ecrire 2026-2027 appris
    remettre"""
    year, *more = rest.strip().split(maxsplit=2)[:3] or [""]
    if year and len(more) < 2:
        return Do(texts.show, acts.year_read(acting, year))
    if len(more) < 2:
        raise refuse("example-bilan-ecrire")
    if fold(more[1]) in PUT_BACK:
        return Do(texts.put_back, acts.year_read(acting, year), more[0])
    return Do(texts.write, acts.year_read(acting, year), more[0], more[1])


async def table_command(acting: Acting, rest: str) -> Do:
    """/table ; /table COCO : concertation, locale, Grande-Anse, in any order; /table COCO = Comité COCO"""
    before, renamed, after = rest.partition("=")
    if renamed and ":" not in before:
        return Do(places.rename_table, before.strip(), after.strip())
    name, colon, words = rest.partition(":")
    if not colon or not name.strip():
        return Do(places.tables)
    kind, level, territory = None, None, ""
    for part in filter(None, (part.strip() for part in words.split(","))):
        if fold(part) in places.KINDS:
            kind = places.KINDS[fold(part)]
        elif fold(part) in places.LEVELS:
            level = places.LEVELS[fold(part)]
        else:
            territory = part
    return Do(places.describe, name.strip(), kind, level, territory)


async def territory_command(_acting: Acting, rest: str) -> Do:
    """/territoire ; /territoire Grande-Anse ; /territoire Grande Anse = Grande-Anse ; /territoire Anse > Grande-Anse ;
    /territoire Grande-Anse < Anse"""
    for sign, act in (("=", places.rename), (">", places.merge), ("<", places.unmerge)):
        name, found, other = rest.partition(sign)
        if found:
            return Do(act, name.strip(), other.strip())
    return Do(places.add_territory, rest.strip()) if rest.strip() else Do(places.territories)


async def envelope_command(acting: Acting, rest: str) -> Do:
    """/enveloppe ; /enveloppe 2026-2027 ; /enveloppe Grande-Anse 2026-2027 3000"""
    words = rest.split()
    if len(words) < 3:
        return Do(envelopes.list_envelopes, acts.year_if_written(acting, rest))
    *name, year, amount = words
    cents = envelopes.cents_read(acting, amount)
    return Do(envelopes.set_amount, " ".join(name), acts.year_read(acting, year), cents)


async def read_command(acting: Acting, rest: str) -> Do:
    """/bilan-relire 2026-2027 ; /bilan-relire 2026-2027 2027-05-20 ; then arreter, reprendre"""
    year, _, word = rest.strip().partition(" ")
    if fold(word) in STOP:
        return Do(stopping.stop, acts.year_read(acting, year))
    if fold(word) in RESUME:
        return Do(stopping.resume, acts.year_read(acting, year))
    return Do(reading.begin, acts.year_read(acting, year), acts.day_read(acting, word))


async def remarks_command(acting: Acting, rest: str) -> Do:
    """/bilan-remarques 2026-2027 ; /bilan-remarques 2026-2027 reglees"""
    year, _, word = rest.strip().partition(" ")
    if fold(word) in SETTLED:
        return Do(remarks.settle, acts.year_read(acting, year))
    return Do(remarks.remarks, acts.year_read(acting, rest))


async def survey_command(acting: Acting, rest: str) -> Do:
    """/sondage ; /sondage 2026-2027 envoyer [2027-03-01], arreter, reprendre ; /sondage 2026-2027 4 3 3 2 - 3 4 4, or
    retirer 4 3 3 2 - 3 4 4"""
    if not rest.strip():
        return Do(survey.questions)
    written, *others = rest.strip().split(maxsplit=1)
    words = others[0] if others else ""
    first, _, following = words.partition(" ")
    if fold(first) in SEND:
        return Do(asking.send, acts.year_read(acting, written), acts.day_read(acting, following))
    for signs, act in ((STOP, asking.stop), (RESUME, asking.resume)):
        if fold(words) in signs:
            return Do(act, acts.year_read(acting, written))
    dropped = fold(first) in TAKE_AWAY
    sheets = survey.sheets_read(acting, following if dropped else words)
    return Do(survey.drop_sheets if dropped else survey.note_sheets, acts.year_read(acting, written), sheets)
