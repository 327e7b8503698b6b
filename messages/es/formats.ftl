### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR).

format-locale = es_US
format-days = lunes martes miércoles jueves viernes sábado domingo
format-months = enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
format-months-short = enero feb. marzo abril mayo junio julio agosto sept. oct. nov. dic.
format-first-day = 1
format-date = EEEE d 'de' MMMM
    .sms = EEE d MMM
format-date-year = d 'de' MMMM 'de' y
format-date-bare = d MMM
# A day of another year than this one.
format-date-far = { $date } y
format-time = H:mm
    .sms = H:mm
format-time-whole = H:mm
    .sms = H:mm
format-moment = { $date } a las { $time }
    .sms = { $date } { $time }
format-money = ${ $amount }
format-list-end = { $before } y { $last }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
