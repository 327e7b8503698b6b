### The chapter of the yearly report, as those whom it is about read it: by text message, on Telegram, on paper.

report-chapter = Every year, the table writes a report. One chapter is about your part in it. Here is what it says:
    { LINES($lines) }
    Is it right? You can answer until { DATE($until) }.
    .segments = 4
report-chapter-again = The chapter of the report about your part, once more:
    { LINES($lines) }
    Is it right? The last day to answer is { DATE($until) }.
    .segments = 4
report-option-right = yes, it is right
report-option-wrong = no
report-chapter-meetings = { $count ->
        [0] There was no meeting.
        [1] There was one meeting.
       *[other] There were { $count } meetings.
    }
report-chapter-there = { $noted ->
        [1] We know who came to one meeting.
       *[other] We know who came to { $noted } meetings.
    } { $count ->
        [0] Your group was not there.
        [1] Your group was there once.
       *[other] Your group was there { $count } times.
    }
report-chapter-early = The summary came one week before: { $early } times out of { $held }.
report-chapter-comments = { $count ->
        [0] Nobody sent a comment.
        [1] One comment was sent.
       *[other] { $count } comments were sent.
    }
report-chapter-kept = The table said yes: { $count }.
report-chapter-not-kept = The table said no: { $count }.
report-chapter-to-follow = The table will come back to it: { $count }.
report-chapter-waiting = No answer yet: { $count }.
report-what-is-wrong = What is not right, or what is missing? Write it in your words.
report-right-kept = Noted: it is right. Thank you for reading it.
report-remark-kept = Noted, in your words. { $name } will read them before the report is finished. Thank you.
report-reading-over = The report is finished. To talk about it: { $name }, { $phone }
report-chapter-stopped = The chapter about your part in the table is not ready. You do not have to answer. { $name } will send it again. Sorry for the trouble.
report-letter-heading = The chapter about your part, { $year }
report-letter-ask = Is it right? Is something missing? Call { $name } at { $phone } before { DATE($until) }.
report-told = The year { $year } in five lines:
    { LINES($lines) }
