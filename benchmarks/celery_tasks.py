"""One Celery task per message, as its guide shows it. `benchmarks.outbox_peers` runs it where there is a Redis."""

from __future__ import annotations

import os
import urllib.parse
import urllib.request

from celery import Celery  # type: ignore[import-not-found,unused-ignore]

from benchmarks.harness import TOKEN

app = Celery("bench", broker=os.environ["REDIS_URL"])
app.conf.update(task_acks_late=True, task_ignore_result=True)


@app.task  # type: ignore[untyped-decorator,unused-ignore]
def send(address: str, body: str) -> None:
    form = urllib.parse.urlencode({"chat_id": address, "text": body}).encode()
    with urllib.request.urlopen(f"{os.environ['BENCH_BASE_URL']}/bot{TOKEN}/sendMessage", form) as answer:
        answer.read()
