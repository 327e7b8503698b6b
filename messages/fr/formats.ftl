### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR): EEEE = weekday, d = day,
# MMMM = month, H = hour. `.sms` is the shorter form for text messages.

format-locale = fr_CA
format-days = lundi mardi mercredi jeudi vendredi samedi dimanche
format-months = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
format-months-short = janv. fév. mars avril mai juin juil. août sept. oct. nov. déc.
format-first-day = 1er
format-date = EEEE d MMMM
    .sms = EEEE d MMM
format-date-year = d MMMM y
format-date-bare = d MMM
# A day of another year than this one.
format-date-far = { $date } y
format-time = H'{ "\u00A0" }h{ "\u00A0" }'mm
    .sms = H'h'mm
format-time-whole = H'{ "\u00A0" }h'
    .sms = H'h'
format-moment = { $date } à { $time }
    .sms = { $date } { $time }
format-money = { $amount }{ "\u00A0" }$
format-list-end = { $before } et { $last }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
