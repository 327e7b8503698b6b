### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR): EEEE = weekday, d = day,
# MMMM = month, h = hour, a = am or pm. `.sms` is the shorter form for text messages.
# The locale is British only because it writes "1:30 pm" without points; amounts and dates follow the patterns below.

format-locale = en_GB
format-months-short = Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec
format-first-day = 1
format-date = EEEE, MMMM d
    .sms = EEE MMM d
format-date-year = MMMM d, y
format-date-bare = MMM d
format-time = h:mm a
    .sms = h:mm a
format-time-whole = h a
    .sms = h a
format-moment = { $date } at { $time }
    .sms = { $date } { $time }
format-money = ${ $amount }
