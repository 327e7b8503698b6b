"""The web console: how coordinators come in from Telegram, and what they close from there."""

from handlers.commands import Command
from handlers.console import acts, due, logins, talk
from handlers.topics import Topic

TOPIC = Topic(
    name="console",
    answers={logins.ENTER: talk.told_enter, logins.NOT_ME: talk.told_not_me},
    commands=(Command("bureau", "desk", acts=(acts.close,), say=talk.desk_command),),
    acts=(acts.link,),
    due=(due.links_forgotten, due.sessions_over),
)
