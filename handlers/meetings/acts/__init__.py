"""What coordinators do with meetings: plan, announce, move, cancel, note who came, tell the absent."""
