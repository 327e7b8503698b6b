"""Meetings: their tables, their states and moves, the questions asked of them."""
