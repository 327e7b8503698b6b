### Not for basic phones.

# What the preview of a text message says about its cost and about what was changed.

sms-change-quotes = Quotation marks made straight: { $count }
sms-change-apostrophes = Apostrophes made straight: { $count }
sms-change-dashes = Dashes made plain: { $count }
sms-change-ellipsis = Ellipses written as three dots: { $count }
sms-change-spaces = Special spaces made plain: { $count }
sms-change-bullets = Bullets changed to a dash: { $count }
sms-change-dots = Middle dots changed to a period: { $count }
sms-change-invisible = Invisible characters removed: { $count }
sms-change-symbols = Symbols written another way: { $count } ({ $what })
sms-change-letters = Letters written without accent, to send fewer texts: { $count } ({ $what })
sms-change-accents = Accents removed, as this person asked: { $count } ({ $what })

sms-warning-word = Without its accent, "{ $word }" reads "{ $becomes }". Write "{ $instead }" instead.
sms-warning-costly = These characters make you pay for more texts: { $what }
sms-warning-too-long = Too long: { $characters } characters. The most is { $most }.

sms-report = { $text }

    Encoding: { $encoding }
    Characters: { $characters }
    Texts: { $segments } (as it was written: { $written })
    Price per person: ${ NUMBER($cost, maximumFractionDigits: 4) }
    .segments = 20
sms-report-changes = What was changed:
sms-report-warnings = To check:
sms-report-nothing = Write a text between quotation marks, or give a file with --file.
sms-report-price = SMS_PRICE must be a number, like 0.0147.
