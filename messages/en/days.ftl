### Not for basic phones: coordinators read these on Telegram, in the shell or on the desk.
# A day or hours of a command that are in doubt: what may be meant is asked, one button each.
days-weekday = "{ $words }": the day of the week and the date do not agree. { $which }
days-passed = "{ $words }": that is past. { $which }
days-yet-to-come = "{ $words }": that has not come yet. Please write a past day, or today.
days-year = "{ $words }": that is very far. { $which }
days-which = "{ $words }" may mean several days. { $which }
days-night = "{ $words }": that is at night. { $which }
days-backwards = "{ $words }": the end comes before the start. { $which }
days-not-after = "{ $words }": the promised answer comes after the meeting of { $date }, not before, nor very far. { $which }
days-another = Please write it another way. Example: Tuesday December 8 13:30 to 15:30
days-or-1 = Is it { $first }? Choose, or write something else.
days-or-2 = Is it { $first } or { $second }? Choose, or write something else.
days-or-3 = Is it { $first }, { $second } or { $third }? Choose, or write something else.
days-day = { $date }
days-hours = { $start } to { $end }
days-from = { $start }
days-of-the-night = { $hours }, at night
days-until = { $date } at { $start }: until what time? Example: 15:30
days-what-hours = { $date }: from what time to what time? Example: 13:30 to 15:30
