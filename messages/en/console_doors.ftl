### Not for basic phones: the web console opens on Telegram alone.
command-bureau = open the desk, the coordinators' web page; close shuts it everywhere
example-bureau = /desk
    With the letters that the computer shows: /desk K7M4PX
    To close it everywhere: /desk close

console-link = Here is your link to the desk. It works once, for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. Give it to nobody.
console-link-button = Open the desk
console-link-here = Here is your link to the desk. It works once, for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }: { $link }
console-asked = Someone asks to enter the desk from { $browser }, at { TIME($when) }. The letters: { $code }. Look at the screen of your own computer: does it show these letters? If you asked for nothing, or if someone sent you a link, answer no. Is it you?
console-asked-fresh = The desk ({ $browser }, { TIME($when) }) asks whether it is still you. Is it?
console-it-is-me = yes, it is me
console-not-me = no
console-go-on = Good. The page opens on the computer; if not, choose “Done, go on” there.
console-go-on-fresh = Good. On the computer, choose “Done, go on”.
console-refused = Noted, nobody came in. If someone asked you for letters or a link, do not give them.
console-too-late = This request is too old, or it was used already. Start again on the computer.
console-no-such-code = No computer asks for these letters, or they are more than 10 minutes old. Check them, or start again on the computer.
console-not-here = The desk is not open here: it needs an https address. Everything can be done by writing here too: /help
console-told = Someone entered the desk at { TIME($when) }, from { $browser }. If it was not you, close everything.
console-end-all = it was not me: close everything
console-closed = { $count ->
        [0] The desk was open nowhere.
        [one] The desk is closed: { $count } session ended.
       *[other] The desk is closed everywhere: { $count } sessions ended.
    }
console-no-telegram = Your Telegram is needed to confirm that it is you, and it is not linked. Ask whoever installs Porte-voix.

journal-console-entered = enters the desk ({ $door }, { $browser })
journal-console-refused = refuses a login to the desk ({ $browser })
journal-console-left = closes the desk ({ $count ->
        [one] { $count } session
       *[other] { $count } sessions
    })
journal-console-fresh = confirms on Telegram that it is them
journal-value-door-code = by the letters
journal-value-door-link = by a link
journal-value-door-demo = by the demo
journal-console-link_made = makes a link to enter the desk
console-link-whose = Whose? Add --as and their name. Example: portevoix console link --as Maude
