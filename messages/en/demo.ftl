### Not for basic phones.

demo-ready = Open { $url } in a browser. Four phones are waiting. Ctrl-C stops everything.
demo-port-taken = Port { $wanted } is taken, here is { $port }.
demo-stopped = Stopped. Nothing left this computer.
demo-kept = The data stays in { $folder }.
demo-not-this-machine = { $key } names an address outside this computer. The demo refuses.
demo-story-playing = The story is playing
demo-story-part-joining = 1. Joining
demo-story-part-digest = 2. The digest
demo-story-part-meeting = 3. The meeting
demo-story-part-comments = 4. The words of those who are absent
demo-story-part-claims = 5. Expenses
demo-story-part-announcement = 6. The announcement
demo-story-part-stopping = 7. Stopping, asking for help
demo-story-part-journal = 8. Everything is logged
demo-story-phone = What { $name }'s phone saw
demo-story-journal = The journal
demo-story-files = Exported files
demo-story-segments = { $count ->
        [one] { $count } text counted
       *[other] { $count } texts counted
    }
demo-story-missing = Line { $line }: { $name } expected "{ $words }".
demo-story-instead = Instead:
demo-story-nothing = nothing
demo-story-done = Every expected message arrived: { $expected } out of { $expected }, in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
demo-story-failed = The story stopped at line { $line }.
