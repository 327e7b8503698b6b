"""What a dialogue's question takes of what a message says, and what is left to the topics."""

from __future__ import annotations

from collections.abc import Mapping

from messages.reading import Meaning, Step

FEWEST_OF_WORDS = 3
# What is said beside words that are not written yet, and leaves them to come.
BESIDE_A_DRAFT = frozenset(
    {
        Meaning.COMMENT, Meaning.NAMELESS, Meaning.QUESTION, Meaning.SMALLTALK, Meaning.THANKS, Meaning.UNKNOWN,
        Meaning.END, Meaning.HELP, Meaning.LANGUAGE, Meaning.REACTION, Meaning.WITHDRAW, Meaning.CALL, Meaning.DISTRESS,
    }
)  # fmt: skip
POLITE = frozenset({Meaning.THANKS, Meaning.SMALLTALK})
WAIT_BEHIND = ("comment",)  # of what two dialogues ask at once, words can wait: money is asked for first
# What a dialogue's question takes, by the situation; the rest goes to its own topic, and the question comes back.
OF_MONEY = frozenset(
    {
        Meaning.AMOUNT, Meaning.KM, Meaning.CLAIM, Meaning.YES, Meaning.NO, Meaning.NUMBER, Meaning.CORRECT,
        Meaning.LOST_RECEIPT, Meaning.RECEIPT_PHOTO,
    }
)  # fmt: skip
OF_JOINING = frozenset(
    {
        Meaning.NAME, Meaning.RENAME, Meaning.YES, Meaning.NO, Meaning.NUMBER, Meaning.CORRECT, Meaning.WRONG_NUMBER,
    }
)  # fmt: skip
OF_WORDS = frozenset({Meaning.COMMENT, Meaning.END, Meaning.NUMBER, Meaning.UNKNOWN})
TAKEN: Mapping[Step, frozenset[Meaning]] = {
    **{step: OF_MONEY for step in Step if step.value.startswith("K:")},
    Step.JOIN_NAME: OF_JOINING,
    Step.JOIN_CONSENT: OF_JOINING,
    Step.COLLECTING: OF_WORDS,
    Step.READ_BACK: OF_WORDS | {Meaning.YES, Meaning.CORRECT, Meaning.NAMELESS, Meaning.WITHDRAW},
    Step.MENU: frozenset({Meaning.NUMBER, Meaning.YES, Meaning.NO, Meaning.UNKNOWN}),
}
