"""Dialogues read like the conversation: one linear function, replayed at each answer."""

from handlers.dialogue.definition import Definition, dialogue
from handlers.dialogue.run import Stage, begin
from handlers.dialogue.state import forget
from handlers.dialogue.talk import NO, YES, Given, Talk, Unclear

__all__ = ["NO", "YES", "Definition", "Given", "Stage", "Talk", "Unclear", "begin", "dialogue", "forget"]
