"""Breaks things on purpose, for a bounded time, and compares what the program says with what really arrived."""
