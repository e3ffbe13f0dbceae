"""Tables of words, names and phrases that families draw from."""
