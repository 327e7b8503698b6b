"""What coordinators write on Telegram about the call list: see it, take one, answer, say what came of it."""

from __future__ import annotations

import re

from db.conversations import Question
from handlers.acting import Acting, refuse
from handlers.calls import acts, correcting, files, unknowns
from handlers.calls.correcting import MeantAs
from handlers.commands import Do, Read, number_and_words, shown
from handlers.dialogue import Given
from handlers.turn import Ask, QuestionKind, Reply, Turn
from messages import Option, Outgoing, text
from messages.keywords import fold
from messages.reading import Step

MEANT_BY_CARD = QuestionKind("calls.meant", Step.MENU, standing=True)
OF_PERSON = re.compile(r"^\s*(?:personne|person)\s+", re.IGNORECASE)
# What a coordinator writes for each meaning, folded; a denial before the rest.
MEANT_WORDS = {
    MeantAs.NOTHING: re.compile(r"\b(?:rien|nothing|none)\b"),
    MeantAs.ABSENT: re.compile(r"\b(?:absente?|pas|not|wont|no)\b"),
    MeantAs.COMING: re.compile(r"\b(?:vien[st]?|viendra|oui|present|presente|coming|comes|yes)\b"),
    MeantAs.COMMENT: re.compile(r"\b(?:mots?|commentaire|comment|words?)\b"),
    MeantAs.RIDE: re.compile(r"\b(?:transport|lift|ride|taxi|auto|covoiturage)\b"),
}
SENDING = re.compile(r"^\s*(?:envoi|sending)\s+(?:no\.?\s*)?(\d{1,9})\b", re.IGNORECASE)


REOPEN = {"rouvrir", "reouvrir", "reopen"}


async def calls_command(_acting: Acting, rest: str) -> Do:
    """/appels: the list, five cards at a time with their buttons; /appels 12: that one, with what came with it;
    /appels 12 P: what came of it; /appels 12 rouvrir: closed by mistake."""
    if not rest.strip():
        return Do(acts.list_tasks)
    number, letter = number_and_words(rest, "appels")
    if fold(letter) in REOPEN:
        return Do(acts.right_number, number)
    return Do(acts.settle, number, letter) if letter else Do(acts.show_task, number)


async def told_outcome(turn: Turn, question: Question, given: Given) -> Reply:
    if given.value == acts.MISREAD:
        return _which_meaning(int(question.subject_id or 0))
    if given.value == acts.FETCH:
        return shown(await files.fetch_files(turn.acting, int(question.subject_id or 0)))
    return shown(await acts.settle(turn.acting, int(question.subject_id or 0), str(given.value)))


def _which_meaning(number: int) -> Ask:
    options = tuple(Option(meant.value, text(f"calls-meant-{meant.value}")) for meant in MeantAs)
    return Ask(Outgoing(text("calls-meant-which", number=number), options), MEANT_BY_CARD, number)


async def told_meant(turn: Turn, question: Question, given: Given) -> Reply:
    """The menu of what their words may mean."""
    return shown(await correcting.correct_card(turn.acting, int(question.subject_id or 0), MeantAs(str(given.value))))


async def meaning_command(_acting: Acting, rest: str) -> Do:
    """/veut-dire 12 absent: the words of card 12; /veut-dire personne 7 vient: the last message of person 7."""
    of_person = OF_PERSON.match(rest)
    number, words = number_and_words(rest[of_person.end() :] if of_person else rest, "veut-dire")
    meant = next((meant for meant, pattern in MEANT_WORDS.items() if pattern.search(fold(words))), None)
    if meant is None:
        raise refuse("example-veut-dire")
    return Do(correcting.correct_last if of_person else correcting.correct_card, number, meant)


async def told_unknown(turn: Turn, question: Question, given: Given) -> Reply:
    """The buttons under messages that perhaps arrived."""
    settle = unknowns.resend if given.value == acts.AGAIN else unknowns.leave
    return shown(await settle(turn.acting, int(question.subject_id or 0)))


def settling(command: str, *, again: bool) -> Read:
    """/renvoyer 12: the messages of card 12; /renvoyer envoi 3: those of a broadcast."""

    async def read(_acting: Acting, rest: str) -> Do:
        if sending := SENDING.match(rest):
            return Do(unknowns.resend_broadcast if again else unknowns.leave_broadcast, int(sending[1]))
        return Do(unknowns.resend if again else unknowns.leave, number_and_words(rest, command)[0])

    return read


async def took_distress(turn: Turn, question: Question, given: Given) -> Reply:
    """The button under an alert."""
    return shown(await acts.acknowledge(turn.acting, int(question.subject_id or 0)))
