"""`portevoix demo --story` as someone would run it: the whole loop, unattended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.demo.region import DATA
from bot.demo.script import Sort, UnreadableScript, read_story

STORY = read_story((DATA / "story.txt").read_text(encoding="utf-8"))
PARTS = ["joining", "digest", "meeting", "comments", "claims", "announcement", "stopping", "journal"]


def test_the_story_plays_to_its_end_and_every_expected_message_arrives(tmp_path: Path) -> None:
    """The environment it is given would send everything elsewhere, and is ignored; so is `.env`."""
    hostile = {
        "TELEGRAM_TOKEN": "1:elsewhere",
        "TELEGRAM_API_BASE_URL": "https://elsewhere.invalid",
        "DATABASE_URL": "sqlite:///elsewhere.sqlite3",
        "QUIET_HOURS": "00:00-23:59",
    }
    (tmp_path / ".env").write_text("TWILIO_API_BASE_URL=https://elsewhere.invalid\n")
    env = {**os.environ, **hostile, "PYTHONPATH": str(Path(__file__).parents[1])}
    told = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--story"], cwd=tmp_path, env=env, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout[-3000:] + told.stderr[-3000:]
    assert f"{STORY.expected} sur {STORY.expected}" in told.stdout
    for name in STORY.callers:
        assert name in told.stdout
    assert "journal.csv" in told.stdout
    assert not (tmp_path / "elsewhere.sqlite3").exists()


def test_a_demo_that_keeps_its_data_says_where_when_it_is_stopped(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--keep", "--port", "0"],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as demo:
        assert demo.stdout is not None
        for line in demo.stdout:
            if "Ctrl-C" in line:
                break
        demo.send_signal(signal.SIGINT)
        rest = demo.stdout.read()
    assert demo.returncode == 0, rest
    assert "Les données restent dans" in rest
    assert (tmp_path / ".demo" / "demo.sqlite3").exists()


def test_the_story_has_the_eight_parts() -> None:
    assert list(dict.fromkeys(part.name for part in STORY.parts)) == PARTS


def test_every_act_of_someone_is_followed_by_something_heard_sooner_or_later() -> None:
    """A part that only writes would prove nothing."""
    for part in STORY.parts:
        assert any(step.sort in (Sort.HEARS, Sort.NOTHING) for step in part.steps), part.name


@pytest.mark.parametrize("line", ["Rose says hello", "Nobody > JOINDRE", "Rose ! JOINDRE"])
def test_a_line_that_means_nothing_is_named(line: str) -> None:
    with pytest.raises(UnreadableScript, match="line 3"):
        read_story(f"phone Rose sms +18195550111\n== joining\n{line}\n")


def test_a_story_whose_message_does_not_come_fails_and_names_the_line(tmp_path: Path) -> None:
    broken = tmp_path / "story.txt"
    broken.write_text("phone Rose sms +18195550111\n== joining\nRose > JOINDRE\nRose < jamais dit\n")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    told = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--story", "--script", str(broken)],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "Ligne 4" in told.stdout
    assert "jamais dit" in told.stdout
