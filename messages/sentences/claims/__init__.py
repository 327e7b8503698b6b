"""Claims in a sentence: words and numbers found, paired into lines, the meeting named, and what is left."""
