### Not for basic phones.

# How dates, times and amounts are written. Patterns are those of Unicode (CLDR): EEEE = weekday, d = day,
# MMMM = month, h = hour, a = am or pm. `.sms` is the shorter form for text messages.
# The locale is British only because it writes "1:30 pm" without points; amounts and dates follow the patterns below.

format-locale = en_GB
format-days = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
format-months = January February March April May June July August September October November December
format-months-short = Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec
format-first-day = 1
format-date = EEEE, MMMM d
    .sms = EEE MMM d
format-date-year = MMMM d, y
format-date-bare = MMM d
# A day of another year than this one.
format-date-far = { $date }, y
format-time = h:mm a
    .sms = h:mm a
format-time-whole = h a
    .sms = h a
format-moment = { $date } at { $time }
    .sms = { $date } { $time }
format-money = ${ $amount }
format-list-end = { $before } and { $last }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
