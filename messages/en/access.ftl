# Why an act is refused.
access-not-allowed = Only coordinators can do this. For you, the menu: HELP
    .sms = Only coordinators can do this. For you, the menu: AID
access-not-proved = This account was not opened with the coordination link. To get one, on the computer: portevoix people add --role coordinator
access-not-by-sms = This is not done by text, since a number can be forged. On Telegram, or with portevoix on the computer.
access-shell-only = This is done on the computer only. Example: portevoix people add --role coordinator --name Maude
access-other-territory = It is not of your territory ({ $territory }). Please ask the person who answers for it.
access-none-here = There is no no. { $number } in your territory ({ $territory }). If it is elsewhere, please ask the person who answers for it.
access-badly-written = { $why } (Example: { $example })
access-example = Something is missing, or I do not understand. Example:
    { $example }
    .segments = 3
access-not-for-oneself = No. { $number } is your own: another coordinator must do it.
access-whole-organisation = This concerns everyone, and you answer for { $territory }. Please ask the other coordinators.
access-too-long = Too long: { $length } letters, { $longest } at most.
