"""Comments of those who cannot come, and what became of them."""
