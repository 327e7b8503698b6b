### Not for basic phones: read in the shell.
doctor-well = All is well.
doctor-no-contact-phone = The number of the person to call is missing. Write it in .env: CONTACT_PHONE=+18195550142
doctor-no-contact-name = The name of the person to call is missing. Write it in .env: CONTACT_NAME=Maude
doctor-no-organisation = The name of your organisation is missing. Write it in .env: ORGANISATION_NAME=Valley Alliance
doctor-no-help-line = Your region's help line, given to someone in distress, is missing. Write it in .env: REGION_HELP_LINE=819 555-0199
doctor-database-away = The database does not answer ({ $error }). Check DATABASE_URL in .env, and that its server is started.
doctor-set-aside = Message { $number } made the program fail ({ $error }). After an upgrade: portevoix doctor --replay { $number }
doctor-inbox-waits = Messages received have been waiting for { $minutes } minutes. Check that portevoix run (or worker) is running.
doctor-unknown = { $count } messages perhaps arrived, perhaps not. See /calls and choose for each.
doctor-telegram = Telegram refuses or does not answer ({ $reason }). Check TELEGRAM_TOKEN in .env: it is the key that @BotFather gives.
doctor-webhook-elsewhere = Telegram does not write to your address ({ $url }). Start portevoix run again, and check PUBLIC_BASE_URL.
doctor-webhook-error = Telegram cannot write to you: { $error }. Check that PUBLIC_BASE_URL is open on the internet, over https.
doctor-twilio = Twilio refuses or does not answer ({ $reason }). Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in .env.
doctor-twilio-status = The Twilio account is not active ({ $status }). Sign in at Twilio's site to see why.
doctor-door-closed = Nobody answers at { $url }. Start portevoix run; if it is started, check PUBLIC_BASE_URL.
doctor-clock-off = This machine's clock is { $seconds } seconds off. Set it right (automatic synchronisation).
doctor-media-open = Other people on this machine can read the folder { $folder }. Close it: chmod 700 { $folder }
doctor-disk-full = Very little room is left on the disk. Make some before messages can no longer be kept.
doctor-replayed = { $count } messages put back in line.
