"""What the law on personal information asks of the memory: requests, looks, erasures, incidents, and how long."""
