"""Questions put to the deliveries table by the outbox: what is due, what became of it, who is at work."""
