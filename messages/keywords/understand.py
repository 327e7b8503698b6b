"""Understanding one message: from its words to a keyword, how sure that is, and what a human should see."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from messages.keywords import data, stopping
from messages.keywords.distress import is_distress
from messages.keywords.fold import Word, fold, split
from messages.keywords.leading import lead, meaning_of, only_details
from messages.keywords.vocabulary import UNRESERVED, vocabulary
from messages.keywords.words import Keyword, Label, Understood
from messages.languages import BY_KEYWORD

_HEARD_WORDS = 25
SHORT = 3  # letters: "en", "fr" are words of sentences too
_NOTHING = Understood()
# Pictures that stand for an answer. Whether a question was open is for the conversation to know: it only asks.
_PICTURES = {
    "👍": Keyword.OUI,
    "👌": Keyword.OUI,
    "✅": Keyword.OUI,
    "✔": Keyword.OUI,
    "👎": Keyword.NON,
    "❌": Keyword.NON,
}
# Whole sentences that are the keyword itself, said otherwise.
_SAID_ALONE = frozenset(
    {
        Keyword.ARRET, Keyword.SANS_MON_NOM, Keyword.PEUT_ETRE,
        Keyword.CONFIDENTIALITE, Keyword.MES_DONNEES, Keyword.EFFACER, *map(Keyword, BY_KEYWORD),
    }
)  # fmt: skip
_JOINED = {"sansmonnom": Keyword.SANS_MON_NOM, "peutetre": Keyword.PEUT_ETRE, "mesdonnees": Keyword.MES_DONNEES}
# A last é, when someone took the trouble to type it, makes another word: "demandé", "gardé", "arrêté".
_PARTICIPLES = frozenset({"aide", "demande", "garde", "poste", "retire", "reclame", "corrige", "arrete", "resume"})
_LETTERS = {"o": Keyword.OUI, "y": Keyword.OUI, "n": Keyword.NON}


def understand(text: str, *, reserved: bool = True) -> Understood:
    """What the message means. Pure, never raises, under a millisecond.

    `reserved`: whether a provider has already acted upon CANCEL, END, QUIT and REVOKE (Twilio). On a channel where
    nobody did, they are asked about, and CANCEL means ANNULER.
    """
    words = split(text)
    core = without_polite(words)
    found = _find(core, text, reserved) if core else _picture(text)
    if found.keyword is Keyword.ANNULER:
        found = replace(found, sure="ask")  # "arrêter", a meeting, a claim? One never knows of what
    return replace(found, label=_label(found, " ".join(word.folded for word in words), text))


def read_yes_no(text: str) -> Keyword | None:
    """OUI, NON or PEUT-ETRE as the answer to an open question, where "ok", "d'accord" or "o" are answers too."""
    found = understand(text)
    if found.keyword in (Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE) and (found.sure == "sure" or not found.payload):
        return found.keyword
    return _LETTERS.get(fold(text))


def language_named(text: str) -> str | None:
    """The code of the language that one of these words names ("en anglais svp": "en"); None when none does."""
    found = (understand(word, reserved=False).keyword for word in fold(text).split() if len(word) > SHORT)
    return next((BY_KEYWORD[word] for word in found if word in BY_KEYWORD), None)


def only_polite(text: str) -> bool:
    """Whether these words are politeness, and nothing more."""
    words = split(text)
    return bool(words) and not without_polite(words)


def polite_words() -> frozenset[str]:
    """The single words of politeness, in every language."""
    return _polite()[0]


def without_polite(words: list[Word]) -> list[Word]:
    """The words left once politeness is set aside, wherever it stands in the message."""
    single, expressions = _polite()
    kept: list[Word] = []
    index = 0
    while index < len(words):
        length = _expression_at(words, index, expressions)
        if not length and words[index].folded not in single:
            kept.append(words[index])
        index += length or 1
    return kept


def _expression_at(words: list[Word], index: int, expressions: dict[str, list[tuple[str, ...]]]) -> int:
    for expression in expressions.get(words[index].folded, ()):
        if tuple(word.folded for word in words[index : index + len(expression)]) == expression:
            return len(expression)
    return 0


@lru_cache(maxsize=1)
def _polite() -> tuple[frozenset[str], dict[str, list[tuple[str, ...]]]]:
    entries = [entry for line in data.lines("polite.txt") for entry in line.split()]
    expressions: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted((entry for entry in entries if "-" in entry), key=len, reverse=True):
        parts = tuple(entry.split("-"))
        expressions.setdefault(parts[0], []).append(parts)
    return frozenset(entry for entry in entries if "-" not in entry), expressions


def _find(core: list[Word], text: str, reserved: bool) -> Understood:
    words = [word.folded for word in core]
    if len(words) > 2 and all(len(word) == 1 for word in words):  # "S T O P"
        words = ["".join(words)]
    if len(set(words)) == 1:
        return _one_word(words[0], text[core[0].start : core[0].end], reserved) or _in_sentence(words, core, text)
    return _same_word_again(words) or _stop_one_kind(words) or _joined(words) or _in_sentence(words, core, text)


def _one_word(word: str, written: str, reserved: bool) -> Understood | None:
    if not reserved and word in UNRESERVED:
        return Understood(UNRESERVED[word], "ask", alone=True)
    if meaning := meaning_of(word):
        sure = (
            "ask" if meaning.sure == "sure" and word in _PARTICIPLES and written.lower().endswith("é") else meaning.sure
        )
        return Understood(meaning.keyword, sure, alone=True)
    return _joined([word])


def _same_word_again(words: list[str]) -> Understood | None:
    """ "edé aide": a person who corrects their own spelling in the same message."""
    if len(words) > 3:
        return None
    meanings = [meaning_of(word) for word in words]
    known = [meaning for meaning in meanings if meaning]
    if len(known) < len(words) or len({meaning.keyword for meaning in known}) > 1:
        return None
    sure = any(meaning.sure == "sure" for meaning in known)
    return Understood(known[0].keyword, "sure" if sure else "ask", alone=True)


def _stop_one_kind(words: list[str]) -> Understood | None:
    """ARRET RAPPELS at once; "arrêtez de m'envoyer des rappels" only asks."""
    meaning = meaning_of(words[0])
    stops = meaning is not None and meaning.keyword is Keyword.ARRET
    if meaning and stops and stopping.is_kind_alone(words[1:]):
        return Understood(Keyword.ARRET, meaning.sure, stop_kind=stopping.kind_named(words[1:]), alone=True)
    if (kind := stopping.kind_named(words)) and (stops or words[0] in ("plus", "pu", "pus", "no")) and len(words) < 8:
        return Understood(Keyword.ARRET, "ask", stop_kind=kind)
    return None


def _joined(words: list[str]) -> Understood | None:
    """Keywords of several words, however they were cut: "san mon nom", "peut-etre", "trans port"."""
    if len(words) > 4:
        return None
    whole = "".join(words)
    if len(words) == 2 and len(whole) >= 5 and whole in vocabulary().targets:
        return Understood(vocabulary().targets[whole], "sure", alone=True)
    for name, keyword in _JOINED.items():
        if words[0][0] == name[0] and OSA.distance(whole, name, score_cutoff=2) <= 2:
            return Understood(keyword, "sure", alone=True)
    return None


def _in_sentence(words: list[str], core: list[Word], text: str) -> Understood:
    sentence = " ".join(words)
    if said := vocabulary().said.fullmatch(" " + sentence):
        keyword = Keyword[said.lastgroup or ""]
        return Understood(keyword, "sure", alone=keyword in _SAID_ALONE)
    leading = lead(core, text) if len(core) > 1 else None
    if leading and leading.sure == "sure":
        return Understood(leading.keyword, "sure", payload=_after(core[0], text))
    if stopping.asks_to_stop(sentence):
        return Understood(Keyword.ARRET, "ask", stop_kind=stopping.kind_named(words))
    if several := _several_words_first(core, text) or _detail_first(core, text):
        return several
    if leading:
        return Understood(leading.keyword, "ask", payload=_after(core[0], text))
    return _maybe(sentence)


def _several_words_first(core: list[Word], text: str) -> Understood | None:
    """A keyword of several words, then more: "peut-être mardi" is sure, "sans mon nom: la salle..." asks."""
    words = [word.folded for word in core]
    if words[:2] == ["peut", "etre"] and only_details(words[2:]):
        return Understood(Keyword.PEUT_ETRE, "sure", payload=_after(core[1], text))
    if words[:3] == ["sans", "mon", "nom"]:
        return Understood(Keyword.SANS_MON_NOM, "ask", payload=_after(core[2], text))
    return None


def _detail_first(core: list[Word], text: str) -> Understood | None:
    """ "mardi absente": the keyword last, after nothing but a day."""
    words = [word.folded for word in core]
    if len(words) < 2 or not only_details(words[:-1]):
        return None
    meaning = meaning_of(words[-1])
    if meaning and meaning.keyword in (Keyword.ABSENT, Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE):
        return Understood(meaning.keyword, meaning.sure, payload=text[core[0].start : core[-1].start].strip())
    return None


def _maybe(sentence: str) -> Understood:
    if sentence.count(" ") >= _HEARD_WORDS:
        return _NOTHING
    found = vocabulary().maybe.fullmatch(" " + sentence)
    if not found:
        found = vocabulary().heard.search(" " + sentence)
    return Understood(Keyword[found.lastgroup or ""], "ask") if found else _NOTHING


def _picture(text: str) -> Understood:
    meant = {keyword for picture, keyword in _PICTURES.items() if picture in text}
    return Understood(meant.pop(), "ask", alone=True) if len(meant) == 1 else _NOTHING


def _after(keyword: Word, text: str) -> str:
    """The person's own words after the keyword, as written."""
    return re.sub(r"^[\s:;,.!?\-–—…]+", "", text[keyword.end :]).rstrip()


def _label(found: Understood, folded: str, text: str) -> Label | None:
    if is_distress(text):
        return "distress"
    own_words = found.keyword is None or (found.payload and stopping.asks_to_stop(fold(found.payload)))
    return "maybe-stop" if own_words and stopping.may_ask_to_stop(folded) else None
