"""Figures R1 to R18, one function each: from the year as it stood at the cut to cells and the tables they stand in."""
