"""A list of people, from its rows to a plan: what its columns mean, who each line is, what would be done, and doing it.

Everything here but `acts` and `talk` is without a database: rows come in, plain values go out.
"""
