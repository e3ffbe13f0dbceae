"""Read a sum of terms in one variable, such as "6x^2 - 4cos(2x) + e^(3x) - 5/x + 1/2", into a normal form.

The normal form maps (kind, n) to a coefficient: ("x", n) is the n-th power of the variable, ("sin", k), ("cos", k) and
("exp", k) have k times the variable inside, ("ln", 1) is its logarithm.
"""

import re
from fractions import Fraction

Key = tuple[str, int]
TermSum = dict[Key, Fraction]

_LONGEST = 400
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_TERM = re.compile(
    r"""([+-])
    (?:\(?(\d{1,20}(?:\.\d{1,20})?(?:/\d{1,20})?)\)?)?\*?
    (?:
        (?P<e>e)\^(?:\((?P<ek>-?\d{0,9})\*?V\)|V)
      | (?P<name>sin|cos|ln)(?:\((?P<k>-?\d{0,9})\*?V\)|(?P<bare>\d{0,9})V)
      | (?P<v>V)(?:\^\(?(?P<n>-?\d{1,9})\)?)?
    )?
    (?:/\(?(?P<below>\d{1,20})?(?P<under>V(?:\^(?P<m>\d{1,9}))?)?\)?)?""",
    re.VERBOSE,
)


def _times(text: str) -> int:
    return {"": 1, "-": -1}.get(text) or int(text)


def term_sum(text: str, variable: str) -> TermSum | None:
    """The normal form, or None if the text is no such sum. Never raises."""
    if len(text) > _LONGEST:
        return None
    folded = _RAISED.sub(lambda found: "^" + found.group().translate(_SUPERSCRIPTS), text)
    folded = "".join(folded.replace("−", "-").replace("·", "*").replace("×", "*").replace("**", "^").lower().split())
    folded = folded.strip("$*").rstrip(".。").replace("exp(", "e^(")
    if not folded or not set(folded) <= set("0123456789.+-*/^()") | set("esincosln") | {variable}:
        return None
    marked = folded.replace("sin", "\1").replace(variable, "V").replace("\1", "sin")
    place, found = 0, TermSum()
    marked = marked if marked[0] in "+-" else f"+{marked}"
    while place < len(marked):
        match = _TERM.match(marked, place)
        if match is None or match.end() - place < 2 or match.group()[1] in "/*)":
            return None
        place = match.end()
        if match.group().count("(") != match.group().count(")") or match.group()[-1] in "*/":
            return None
        try:
            size = Fraction(match[2] or 1) / int(match["below"] or 1)
        except ZeroDivisionError:
            return None
        size = -size if match[1] == "-" else size
        key: Key = ("x", 0)
        if match["e"]:
            key = ("exp", 1 if match["ek"] is None else _times(match["ek"]))
        elif match["name"]:
            key = (match["name"], _times(match["k"] if match["k"] is not None else match["bare"]))
        elif match["v"]:
            key = ("x", int(match["n"] or 1))
        elif match[2] is None:
            return None
        if match["under"]:
            if key[0] != "x":
                return None
            key = ("x", key[1] - int(match["m"] or 1))
        found[key] = found.get(key, Fraction(0)) + size
    return {key: size for key, size in found.items() if size}
