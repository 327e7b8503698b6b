"""What the pipeline saves on texts typed in a word processor, against the bare text and against Twilio's own encoding.

Our own texts are below. Samples and a reference table of counts may stand in `../shared`, beside the project: the tests
that read them say so when they are absent.
"""

import csv
import re
from pathlib import Path

import pytest

from messages.gsm7 import count
from messages.sms_text import prepare

SHARED = Path(__file__).parents[3] / "shared"
SAMPLES = SHARED / "domain" / "samples.md"
CASES = SHARED / "specs" / "cds_sms_fragment_count_cases.csv"

TYPED = Path(__file__).parent / "typed"
ANNOUNCEMENTS = (TYPED / "announcements.txt").read_text(encoding="utf-8").split("\n\n")
ADMINISTRATIVE = (TYPED / "administrative.txt").read_text(encoding="utf-8").split("\n\n")


def as_word_types_it(text: str) -> str:
    """What a word processor set for French makes of straight quotes, three dots and double punctuation."""
    text = text.replace("'", "’").replace("...", "…")
    text = re.sub(r'"([^"]*)"', "«\u00a0\\1\u00a0»", text)
    text = text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return re.sub(r" ([:;!?$%])", "\u00a0\\1", text)


SMART = {
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("‘’‛`´", "'"),
    **dict.fromkeys("–—‐•", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\u2007", "  "),
    "…": "...",
    "½": "1/2",
    "\u200b": "",
    "\ufeff": "",
}


def as_twilio_sends_it(text: str) -> str:
    """Smart encoding alone (twilio.com/docs/messaging/services/smart-encoding-char-list)."""
    return "".join(SMART.get(character, character) for character in text)


def segments_of(texts: list[str]) -> tuple[int, int, int]:
    """Segments as typed, with smart encoding, and as we send them."""
    typed = [as_word_types_it(text) for text in texts]
    return (
        sum(count(text).segments for text in typed),
        sum(count(as_twilio_sends_it(text)).segments for text in typed),
        sum(prepare(text).segments for text in typed),
    )


def test_announcements_cost_a_third_less_than_typed() -> None:
    typed, smart, ours = segments_of(ANNOUNCEMENTS)
    assert ours <= typed * (1 - 0.33)
    assert ours <= smart * (1 - 0.13)


def test_administrative_paragraphs_cost_almost_half() -> None:
    typed, _, ours = segments_of(ADMINISTRATIVE)
    assert ours <= typed * (1 - 0.45)


def test_no_word_is_changed_but_for_accents() -> None:
    for text in ANNOUNCEMENTS + ADMINISTRATIVE:
        typed = as_word_types_it(text)
        assert len(re.findall(r"\w+", prepare(typed).text)) == len(re.findall(r"\w+", typed))


@pytest.mark.skipif(not SAMPLES.exists(), reason="../shared is not beside the project: its samples were not read")
def test_the_shared_samples_cost_a_third_less_than_typed() -> None:
    samples = SAMPLES.read_text(encoding="utf-8")
    texts = re.findall(r"^(?:Telegram:|\*Version coordination:\*) \*?(« .+? »)\*?$", samples, re.MULTILINE)
    assert len(texts) == 12
    typed, smart, ours = segments_of(texts)
    assert ours <= typed * (1 - 0.33)
    assert ours <= smart * (1 - 0.13)


@pytest.mark.skipif(not SAMPLES.exists(), reason="../shared is not beside the project: its samples were not read")
def test_the_shared_samples_are_counted_as_they_were_measured() -> None:
    """Each sample SMS is followed by its own measure, and leaves unchanged."""
    samples = SAMPLES.read_text(encoding="utf-8")
    measured = re.findall(r"```\n([^\n]+)\n```\n\*\(GSM-7, (\d+) car\., (\d+) segment", samples)
    assert len(measured) >= 12
    for text, characters, segments in measured:
        prepared = prepare(text)
        assert (prepared.text, prepared.encoding) == (text, "GSM-7")
        assert (prepared.characters, prepared.segments) == (int(characters), int(segments))


@pytest.mark.skipif(not CASES.exists(), reason="../shared is not beside the project: its table was not read")
def test_the_shared_table_of_counts_agrees() -> None:
    """Apart from texts of many signs above U+FFFF, which that table counts as one unit where the network counts two."""
    with CASES.open(encoding="utf-8", newline="") as file:
        cases = [(row["sms_content"], int(row["expected_fragments"])) for row in csv.DictReader(file)]
    assert len(cases) > 20
    for content, expected in cases:
        text = re.sub(r"\(\(.*?\)\)", "", content)  # a field counts for nothing until it is filled
        if sum(character > "\uffff" for character in text) < 30:
            assert count(text).segments == expected, content[:40]
