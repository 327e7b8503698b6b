"""MOT: what a word means, in a plain sentence. A word that nobody has explained yet goes to a human."""

from handlers.glossary.talk import word_keyword, word_question
from handlers.topics import Topic
from messages.keywords import Keyword

TOPIC = Topic(
    name="glossary",
    keywords={Keyword.MOT: word_keyword},
    answers={"glossary.word": word_question},
)
