"""The conversation: what happens when someone writes, when a coordinator acts, when the hour comes.

`ROUTES` (handlers/routes.py) is the one visible list of topics, in the order in which they are asked.
"""
