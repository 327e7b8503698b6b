"""What waits for whoever coordinates, over all the topics: one list, one message each week; and one search."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.commands import Command
from handlers.todo import acts, commands
from handlers.todo.weekly import told_each_week
from handlers.topics import Topic


def topic_over(topics: Sequence[Topic]) -> Topic:
    """The topic that looks at those topics."""
    waiting = [view for topic in topics for view in topic.waiting]
    show = acts.showing(waiting)
    put_off, take_up = acts.putting_off(waiting)
    search = acts.searching([view for topic in topics for view in topic.searched])
    trials = [trial for topic in topics for trial in topic.tried]
    return Topic(
        name="todo",
        commands=(
            Command("a-faire", "to-do", commands.show(show), (show,)),
            Command("plus-tard", "later", commands.put_off(put_off, take_up), (put_off, take_up)),
            Command("essai", "test", commands.trial(trials), tuple(trial.act for trial in trials)),
            Command("recherche", "search", commands.search(search), (search,)),
        ),
        due=(told_each_week(waiting),),
    )
