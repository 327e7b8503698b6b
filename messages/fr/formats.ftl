### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR): EEEE = weekday, d = day,
# MMMM = month, H = hour. `.sms` is the shorter form for text messages.

format-locale = fr_CA
format-months-short = janv. fév. mars avril mai juin juil. août sept. oct. nov. déc.
format-first-day = 1er
format-date = EEEE d MMMM
    .sms = EEEE d MMM
format-date-year = d MMMM y
format-date-bare = d MMM
format-time = H'{ "\u00A0" }h{ "\u00A0" }'mm
    .sms = H'h'mm
format-time-whole = H'{ "\u00A0" }h'
    .sms = H'h'
format-moment = { $date } à { $time }
    .sms = { $date } { $time }
format-money = { $amount }{ "\u00A0" }$
