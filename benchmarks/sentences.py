"""CPU that reading one message takes: a claim, a comment, amounts, dates, hours. Run: python -m benchmarks.sentences

To hold: a median under 1 ms for each reader on each message of one SMS, on one core.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable

from messages.sentences import amounts, letters
from messages.sentences.claims.read import claim
from messages.sentences.comments.read import read_comment
from messages.sentences.dates import dates, when

LIMIT_MS = 1.0
ROUNDS = 200
TODAY = dt.date(2026, 2, 6)
KNOWN_WORDS = ("arrimage", "concertation", "table de concertation", "subvention", "plan d'action", "bilan")
READERS: dict[str, Callable[[str], object]] = {
    "claim": lambda text: claim(text, TODAY),
    "comment": lambda text: read_comment(text, TODAY, KNOWN_WORDS),
    "amounts": amounts.in_words,
    "dates": lambda text: dates(text, TODAY),
    "hours": lambda text: when(text, TODAY),
    "letters": lambda text: letters.answers(text, "ABC"),
}
CASES = {
    "a short claim": "autobus 8,25 garde 35 pour jeudi passe {n}",
    "a long claim": (
        "jetais a la rencontre {n} du 12 fev toute la journee. autobus 2 x 4,25 pis gardienne 45$ pour 3 enfants, "
        "taxi 18 parce que yavait pu de bus. merci"
    ),
    "a comment of one SMS": (
        "la salle {n} est froide pis l'autobus passe pas le soir, fait que les gens de mon rang peuvent pas venir. "
        "Faudrait commencer plus tot. dites pas mon nom"
    ),
    "two days in one": (
        "ABSENT lundi {n}, mercredi oui je viens. lundi vous direz que la porte est trop etroite pour ma chaise"
    ),
}
LONG = "la rencontre {n} de mardi etait bonne mais trop longue pour les enfants. "


def milliseconds(read: Callable[[str], object], text: str) -> list[float]:
    """CPU of each call, in ms; the text changes each time so that nothing is remembered."""
    taken = []
    for number in range(ROUNDS):
        message = text.replace("{n}", chr(97 + number % 26) + chr(97 + number // 26))
        start = time.process_time_ns()
        read(message)
        taken.append((time.process_time_ns() - start) / 1e6)
    return taken


def main() -> None:
    start = time.process_time()
    for read in READERS.values():
        read("bonjour")
    print(f"word lists read at the first message: {(time.process_time() - start) * 1000:.0f} ms")
    slowest = 0.0
    for reader, read in READERS.items():
        for case, text in CASES.items():
            taken = milliseconds(read, text)
            median = statistics.median(taken)
            slowest = max(slowest, median)
            print(f"{reader:8} {case:22} median {median:6.3f} ms   worst of {ROUNDS} {max(taken):6.3f} ms")
        # The longest message Twilio hands over: shown, and not held to the limit.
        print(f"{reader:8} {'1,600 characters':22} median {statistics.median(milliseconds(read, LONG * 21)):6.3f} ms")
    print(f"slowest median on one SMS: {slowest:.3f} ms (limit {LIMIT_MS} ms)")


if __name__ == "__main__":
    main()
