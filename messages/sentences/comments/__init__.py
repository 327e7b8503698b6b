"""Comments in a sentence: whose words they are, what they are about, what stands beside them."""
