### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR).

format-locale = es_US
format-months-short = enero feb. marzo abril mayo junio julio agosto sept. oct. nov. dic.
format-first-day = 1
format-date = EEEE d 'de' MMMM
    .sms = EEE d MMM
format-date-year = d 'de' MMMM 'de' y
format-date-bare = d MMM
format-time = H:mm
    .sms = H:mm
format-time-whole = H:mm
    .sms = H:mm
format-moment = { $date } a las { $time }
    .sms = { $date } { $time }
format-money = ${ $amount }
