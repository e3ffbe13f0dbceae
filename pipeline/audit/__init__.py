"""Check a whole data set again from its files alone, and name every lie in it."""
