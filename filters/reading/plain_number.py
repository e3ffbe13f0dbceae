"""Read a plain number: whole, decimal or a fraction, perhaps with a sign."""

import re
import unicodedata
from fractions import Fraction

_NUMBER = re.compile(r"([-+]?) ?(\d{1,60}(?:\.\d{1,40})?)(?: ?/ ?(\d{1,60}))?")
_LONGEST = 100


def plain_number(text: str) -> Fraction | None:
    """The number that a text consists of, or None if it is anything else. Commas between thousands are dropped."""
    if len(text) > _LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", text).replace("−", "-").replace("⁄", "/").replace(",", "")
    found = _NUMBER.fullmatch(folded.strip().strip("*$").rstrip(".。").strip())
    if found is None or (found[3] and int(found[3]) == 0):
        return None
    value = Fraction(found[2]) / int(found[3] or 1)
    return -value if found[1] == "-" else value
