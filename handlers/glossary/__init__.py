"""MOT: what a word means, in a plain sentence. A word that nobody has explained yet goes to a human."""

from handlers.glossary import talk
from handlers.topics import Topic
from messages.keywords import Keyword
from messages.reading import Meaning

TOPIC = Topic(
    name="glossary",
    meanings={Meaning.QUESTION: talk.question_meant},
    keywords={Keyword.MOT: talk.word_keyword},
    answers={talk.WORD: talk.word_question},
)
