"""Raw sources: which files there are, what text they hold, and where it stands.

Everything here is plain Python over one file at a time, in bounded memory; what cannot be read becomes a value
(`Problem`), never an exception, so that one bad file stops nothing and nothing vanishes without a word.
"""
