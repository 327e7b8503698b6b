"""The same thing to say is numbered lines on a basic phone and buttons on Telegram."""

from messages.render import render
from messages.types import Channel, Option, Outgoing
from tests.support.env import catalogue

QUESTION = Outgoing("Venez-vous mardi?", [Option("yes", "oui"), Option("no", "non")])


def test_options_are_numbered_lines_on_sms() -> None:
    rendered = render(catalogue(), QUESTION, "fr", Channel.SMS)
    assert rendered.body == "Venez-vous mardi?\n1 oui\n2 non"
    assert rendered.buttons == ()


def test_options_are_buttons_on_telegram_with_the_data_given() -> None:
    rendered = render(catalogue(), QUESTION, "fr", Channel.TELEGRAM, data=lambda i, option: f"{i}:{option.value}")
    assert rendered.body == "Venez-vous mardi?"
    assert rendered.buttons == (("oui", "0:yes"), ("non", "1:no"))
