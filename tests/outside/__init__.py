"""The program driven only from outside: signed webhooks in, a Bot API and a Twilio server of our own, exports out.

Nothing of the shipped simulator is used here: what it and the program would both have wrong shows.
"""
