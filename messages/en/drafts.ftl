### Not for basic phones: drafts of announcements, and what is sent to oneself first.
command-brouillon = keep an announcement for later, change it, send it
command-essai = receive yourself, alone, what people would receive
example-brouillon = /draft table COCO, then the text on the next line
    To see them: /draft. To see one: /draft 3
    To change it: /draft 3 everyone, then the text. In French: /draft 3 fr, then the text
    To send it: /draft 3 send. To throw it away: /draft 3 delete
example-essai = /test 3
    A meeting: /test meeting 12. The digest: /test digest

announcements-no-such-draft = There is no draft no. { $number }. To see them: /draft
announcements-draft-kept = Draft no. { $number } kept, nothing leaves. To receive it yourself: /test { $number }. To send it: /draft { $number } send
announcements-draft-changed = Draft no. { $number } changed.
announcements-draft-deleted = Draft no. { $number } thrown away.
announcements-no-drafts = No draft.
announcements-drafts = Drafts:
    { LINES($lines) }
announcements-draft-line = { $number } · { $to }: { $title }
announcements-draft-shown = Draft no. { $number }, for: { $to }
announcements-draft-whole = { LINES($lines) }
journal-announcements-draft_kept = announcement kept as a draft
journal-announcements-draft_changed = draft changed
journal-announcements-draft_deleted = draft thrown away
journal-announcements-tried = a draft tried, to oneself
journal-meetings-tried = a meeting tried, to oneself
journal-digest-tried = the digest tried, to oneself
journal-thing-draft = draft { $number }
check-announcements-send-draft = Send this draft?
trial-heading = A trial, for you alone. In { $language }:
trial-buttons = Buttons under the message: { $labels }
trial-sent = Trial sent, to you alone. On how many of your phones or accounts: { $phones }
trial-no-phone = No phone nor account of yours is known. Open your link first, or write LINK.

act-announcements-keep-draft = Keep as a draft
act-announcements-edit-draft = Change the draft
act-announcements-delete-draft = Throw the draft away
act-announcements-send-draft = Send this draft
act-announcements-try = Try on my phone
act-meetings-try = Try on my phone
act-digest-try = Try on my phone
about-announcements-delete-draft = Nothing of it has left. It does not come back.
about-announcements-try = You alone receive what people would receive.
about-meetings-try = You alone receive what people would receive.
about-digest-try = You alone receive what people would receive.
console-drafts = Drafts
console-draft-title = Draft { $number }
console-draft-changed = changed { $when }
console-keep = Keep as a draft
