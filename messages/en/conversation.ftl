### Not for basic phones

# The conversation of a person, as coordinators read it.
command-conversation = what was written with a person
command-ecrire = write to one person
example-conversation = /conversation 8
    What is older: /conversation 8 2
example-ecrire = /write 8 Hello Rose, Denis has the key.

people-conversation = { $name } (no. { $number }), the latest last:
    { LINES($lines) }
    { $next ->
        [0] To write: /write { $number } ...
       *[other] Older: /conversation { $number } { $next }
    }
people-conversation-none = Nothing to show with { $name }. Words for the table and claims are never here.
people-conversation-theirs = { $when }, { $name }: { $words }
people-conversation-ours = { $when }, us ({ $status }): { $words }
people-conversation-coming = says: I am coming
people-conversation-absent = says: I am not coming
people-conversation-maybe = says: maybe
people-write-oneself = That is you. Write to another person. Example: /write 8 Hello Rose, Denis has the key.
people-write-what = The words are missing. Example: /write 8 Hello Rose, Denis has the key.
people-write-too-long = { $length } letters: { $longest } at most. Better call.
people-cannot-write = { $name } has no address that can be written to, or has not said yes. Better call.
people-write-by-voice = { $name } wants to be called: nothing is written to them. Their number: /personne { $number }. To write to them again: /personne { $number }; canal: texto
people-written = Message sent to { $name }.
journal-people-written = wrote to this person
journal-value-kind-written = a coordinator's own words

act-people-write = Write to this person
console-conversation = Their conversation
console-conversation-of = Conversation: { $name }
console-conversation-about = What was written, both ways, the latest first. Words for the table are never here, nor anything about claims, nor our automatic answers.
console-conversation-empty = Nothing to show.
console-conversation-them = { $name } wrote
console-conversation-us = We wrote
console-conversation-cards = On the call list
console-conversation-card = Card { $number }
console-conversation-write = Write
console-search-title = Search everywhere
console-search-everything = A name, a word, a date
console-search-none = Nothing is found for “{ $words }”.
people-desk-code = by a code given for this account
console-sure-title = Check before it is done
console-sure-final = What is done here cannot be undone.
journal-one-of-them = { $name } (no. { $number })
meetings-point-read = Point { $point } of meeting { $number } is announced: people have read it. It can be written anew, not taken off.
meetings-point-dropped = Point { $point } taken off meeting { $number }.
journal-meetings-point_dropped = point { $point } taken off
report-table-taken = Another table is called { $name }.
report-table-renamed = The table { $before } is now called { $name }.
journal-report-table_renamed = table renamed
act-meetings-drop-point = Take a point off
act-report-rename-table = Rename a table
field-person-wrong = This address is not theirs: { $address }
