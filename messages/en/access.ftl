# Why an act is refused.
access-not-allowed = Only coordinators can do this. For you, the menu: AID
access-not-by-sms = This is not done by text, since a number can be forged. On Telegram, or with portevoix on the computer.
access-shell-only = This is done on the computer only. Example: portevoix people add --role coordinator --name Maude
access-other-territory = { $territory } is not your territory. Please ask the person who answers for it.
