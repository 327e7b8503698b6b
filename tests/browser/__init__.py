"""What a newcomer sees, in a real browser."""
