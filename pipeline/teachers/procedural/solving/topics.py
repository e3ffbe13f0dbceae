"""The nouns of a sentence that one can write about.

English has no mark for a noun, so a word counts as one if the table of word kinds says so, or if it stands where only
a noun can: between an article and a stop or a word that cannot follow an adjective.
"""

import re

from pipeline.teachers.procedural.solving.passage import terms
from pipeline.teachers.procedural.words.word_kinds import kinds

_IN_PLACE = re.compile(
    r"\b(?:the|an?|this|these|each|every|its|their|your) ([a-z]{4,})"
    r"(?=[,.;:]| (?:of|is|are|was|were|has|have|will|can|may|must|to|in|for|from|by|on|at|with|and|that|which|if)\b)",
    re.ASCII,
)
_NOT_NOUN = re.compile(
    r".*(?:ed|ing|ly|est|ble|ful|ive|ous|less)$|(?:small|larg|great|short|long|low|high|lat|form|old|new)er$"
)


def topics(sentence: str) -> list[str]:
    """The nouns in order, in lower case, each once; only words that stand in no other form in the sentence."""
    table = kinds()
    in_place = {word for word in _IN_PLACE.findall(sentence.lower()) if word not in table and not _NOT_NOUN.match(word)}
    return [word for word in terms(sentence) if word in in_place or table.get(word, "") in ("noun", "plural")]
