"""What coordinators write and answer on Telegram to open the web console, or to close it everywhere."""

from __future__ import annotations

from db.console.questions import end_passkeys, end_sessions, login_coded
from db.console.tables import LoginKind, WebLogin
from db.conversations import Question
from db.journal import write_entry
from handlers import guesses, sending
from handlers.act import Right, permit
from handlers.acting import Acting, refuse
from handlers.commands import shown
from handlers.console import acts, logins
from handlers.dialogue import Given
from handlers.turn import Reply, Turn
from messages import text
from messages.keywords import fold

CLOSE = {"fermer", "fermeture", "close", "sortir"}


async def desk_command(turn: Turn, rest: str) -> Reply:
    """/bureau: a link; /bureau K7M4PX: the computer that shows these letters; /bureau fermer: closed everywhere."""
    permit(turn.acting.actor, Right.COORDINATOR)
    if fold(rest) in CLOSE:
        return shown(await acts.close(turn.acting))
    if not turn.installation.console_url:
        raise refuse("console-not-here")
    return await _code(turn, rest) if rest.strip() else await _link(turn)


async def _link(turn: Turn) -> Reply:
    token, login = await logins.make_link(turn.acting)
    delivery = await sending.reply(turn, logins.link_words(turn.installation, token))
    login.delivery_id = delivery.id
    return None


async def _code(turn: Turn, code: str) -> Reply:
    if (refusal := await guesses.barred(turn.acting, turn.row)) is not None:
        return refusal
    login = await login_coded(turn.session, logins.code_digest(turn.installation, code), turn.now)
    if login is None:
        await guesses.wrong(turn.acting, turn.row, turn.contact)
        return text("console-no-such-code")
    return logins.question_of(login, code)


async def told_enter(turn: Turn, question: Question, given: Given) -> Reply:
    """Is it you? Yes lets the browser in, for this person and no other."""
    permit(turn.acting.actor, Right.COORDINATOR)
    login = await turn.session.get(WebLogin, question.subject_id)
    mine = login is not None and login.person_id in (None, turn.acting.actor.person_id)
    if login is None or not mine or login.answered_at is not None or login.expires_at <= turn.now:
        return text("console-too-late")
    login.answered_at, login.accepted = turn.now, given.value == "yes"
    login.person_id = turn.acting.actor.person_id
    if login.accepted:
        return text("console-go-on" if login.kind is LoginKind.CODE else "console-go-on-fresh")
    await _refused(turn.acting, login.browser)
    return text("console-refused")


async def told_not_me(turn: Turn, question: Question, given: Given) -> Reply:
    """A login that was not theirs: every session ends, and no device lets anybody in until it is added again."""
    permit(turn.acting.actor, Right.COORDINATOR)
    assert turn.acting.actor.person_id is not None
    ended = await end_sessions(turn.session, turn.acting.actor.person_id)
    devices = await end_passkeys(turn.session, turn.acting.actor.person_id)
    await _refused(turn.acting, "")
    return text("console-closed-devices" if devices else "console-closed", count=ended)


async def _refused(acting: Acting, browser: str) -> None:
    await write_entry(
        acting.session,
        "console.refused",
        now=acting.now,
        actor=acting.actor.signature,
        channel=acting.actor.via,
        browser=browser,
    )
