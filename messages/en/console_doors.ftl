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

console-device-enter = Enter with this device
console-device-confirm = Confirm with this device
console-device-failed = The device did not answer. Try again, or use Telegram.
console-device-refused = This device cannot let you in. Use Telegram.
console-device-add = Add this device
console-device-add-lead = Your computer will ask for your finger, your face or the code that opens it. None of it leaves the computer. Do not add a computer that others use.
console-device-cannot = This browser cannot do it. An up-to-date browser can, with scripts allowed.
console-device-untrue = What the device answered proves nothing. Try again.
console-device-added = Done. Next time, you can enter with this device.
console-device-removed = Done. This device lets nobody in any more.
console-device-most = You already have { $most } devices. Remove one first.
console-device-known = This device is already added.
console-device-none = This device is not in your settings.
console-device-remove = remove
console-device-since = Added on { DATE($since) }.
console-device-used = Used on { DATE($used) }.
console-device-told = A device was added to enter the desk: { $browser }, at { TIME($when) }. If it was not you, close everything.
console-device-copied = The device { $browser }, which lets you into the desk, may have been copied. Remove it in the desk's settings, then add it again.
console-closed-devices = { console-closed } Your devices let nobody in any more: add them again in the settings.
console-my-devices = My devices
console-my-devices-why = A device of your own (your finger, your face or your code) lets you in without Telegram.
console-close-everywhere = Close everywhere
journal-console-passkey_added = adds a device to enter the desk ({ $browser })
journal-console-passkey_removed = removes a device that let into the desk ({ $browser })
journal-value-door-passkey = by a device
