"""CPU that understanding one message takes. Run: python -m benchmarks.understand

To hold: a median under 1 ms on messages as people text them, on one core.
"""

from __future__ import annotations

import statistics
import time

from messages.keywords import understand

LIMIT_MS = 1.0
CASES = {
    "a word": "ABSENT",
    "a misspelled word": "comentere{n}",
    "a sentence that stops": "je veux pu recevoir de textos {n}",
    "a comment of one SMS": (
        "COMMENTAIRE la salle {n} est froide pis l'autobus passe pas le soir, fait que les gens de mon rang "
        "peuvent pas venir. Faudrait commencer plus tot"
    ),
    "free words of one SMS": (
        "pour la rencontre {n} je trouve que le monde parle trop vite pis que les papiers sont durs a lire. "
        "le projet de frigo c'est une bonne idee par exemple"
    ),
    "1,600 characters": "la rencontre {n} de mardi etait bonne mais trop longue pour les enfants. " * 21,
}
ROUNDS = 200


def milliseconds(text: str) -> list[float]:
    """CPU of each call, in ms; the text changes each time so that nothing is remembered."""
    taken = []
    for number in range(ROUNDS):
        message = text.replace("{n}", chr(97 + number % 26) + chr(97 + number // 26))
        start = time.process_time_ns()
        understand(message)
        taken.append((time.process_time_ns() - start) / 1e6)
    return taken


def main() -> None:
    start = time.process_time()
    understand("bonjour")
    print(f"word lists read at the first message: {(time.process_time() - start) * 1000:.0f} ms")
    medians = []
    for name, text in CASES.items():
        taken = milliseconds(text)
        medians.append(statistics.median(taken))
        print(f"{name:24} median {medians[-1]:6.3f} ms   worst of {ROUNDS} {max(taken):6.3f} ms")
    # The last case is the longest message Twilio hands over: shown, and not part of the median of what people text.
    median = statistics.median(medians[:-1])
    print(f"median of messages of one SMS or less: {median:.3f} ms (limit {LIMIT_MS} ms)")


if __name__ == "__main__":
    main()
