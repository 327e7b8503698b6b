"""The June report: figures as pure functions of frozen facts, and what of them may be printed."""
