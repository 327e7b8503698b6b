"""A form says its words whole, whatever they hold."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.pool import form

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(st.sampled_from(["To", "Body", "chat_id", "reply_markup"]), WORDS, min_size=1))
def test_a_form_is_read_back_as_it_was(fields: dict[str, str]) -> None:
    expected = {name: [value] for name, value in fields.items()}
    assert parse_qs(form(fields).decode("ascii"), keep_blank_values=True, strict_parsing=True) == expected


@given(st.dictionaries(st.sampled_from(["To", "Body", "chat_id", "reply_markup"]), WORDS))
def test_it_is_what_the_standard_library_writes(fields: dict[str, str]) -> None:
    assert form(fields) == urlencode(fields).encode()
