"""What is done with a month's digest: items proposed, edited and ordered; the whole approved or taken back."""
