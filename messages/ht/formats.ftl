### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR): EEEE = weekday, d = day,
# MMMM = month, H = hour. `.sms` is the shorter form for text messages.

format-locale = ht
format-days = lendi madi mèkredi jedi vandredi samdi dimanch
format-months = janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm
format-months-short = janv. fev. mas avr. me jen jiyè out sept. okt. nov. des.
format-first-day = 1ye
format-date = EEEE d MMMM
    .sms = EEEE d MMM
format-date-year = d MMMM y
format-date-bare = d MMM
# A day of another year than this one.
format-date-far = { $date } y
format-time = H'h'mm
format-time-whole = H'h'
format-moment = { $date } a { $time }
    .sms = { $date } { $time }
format-money = { $amount }{ "\u00A0" }$
format-list-end = { $before } ak { $last }
month-1 = janvye
month-2 = fevriye
month-3 = mas
month-4 = avril
month-5 = me
month-6 = jen
month-7 = jiyè
month-8 = out
month-9 = septanm
month-10 = oktòb
month-11 = novanm
month-12 = desanm
