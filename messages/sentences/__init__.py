"""Understanding sentences: amounts, dates, claims, comments, messages in pieces, answers by letter."""
