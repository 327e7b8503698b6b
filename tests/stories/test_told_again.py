"""What the hour told is told again when the thing moved since; what did not move is told once."""

from __future__ import annotations

from db.deliveries import Broadcast, BroadcastState
from tests.stories.test_announcements_phones import crowd, half_gone
from tests.support.comments import confirmed, rose_and_a_meeting
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded


def times(phone: Phone, words: str) -> int:
    return sum(folded(words) in folded(said.text) for said in phone.all)


async def test_comments_to_read_are_told_again_before_the_new_hour_of_a_meeting(town: Town) -> None:
    maude = await coordinator(town)
    phone, meeting = await rose_and_a_meeting(town)
    await confirmed(phone)
    await town.move(to=town.local(2026, 2, 10, 9))
    assert times(maude, "1 commentaire a lire a la table") == 1
    await maude.tell(f"/deplacer {meeting.id} mardi 17 février 13h30 à 15h30")
    await town.move(to=town.local(2026, 2, 15, 12))
    assert times(maude, "1 commentaire a lire a la table") == 1
    await town.move(to=town.local(2026, 2, 17, 9))
    assert times(maude, "1 commentaire a lire a la table") == 2


async def test_a_digest_that_waits_is_told_again_when_its_day_moved(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/infolettre jour 12")
    await maude.tell("/proposer Le camp de jour ouvre | Inscrivez votre enfant avant vendredi.")
    await town.move(to=town.local(2026, 2, 10, 12))
    assert times(maude, "/envoyer-infolettre") == 1
    await maude.tell("/infolettre jour 25")
    await town.move(to=town.local(2026, 2, 20, 12))
    assert times(maude, "/envoyer-infolettre") == 1
    await town.move(to=town.local(2026, 2, 23, 12))
    assert times(maude, "/envoyer-infolettre") == 2


async def test_a_sending_that_pauses_a_second_time_is_told_a_second_time(town: Town) -> None:
    maude, _phones = await crowd(town)
    number = await half_gone(town, maude)
    for again in (1, 2):
        async with town.database.write() as session:
            broadcast = await session.get_one(Broadcast, number)
            broadcast.state, broadcast.pause_reason = BroadcastState.PAUSED, "errors"
        for _tick in range(2):
            await town.tick()
        assert times(maude, "s'est mis en pause") == again
        await maude.tell(f"/reprendre {number}")
