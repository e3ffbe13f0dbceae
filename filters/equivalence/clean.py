r"""Bring the many spellings of an answer into one: LaTeX without dress, ASCII signs, single blanks.

What comes out is plain text in which \frac, \sqrt, \cup and other commands that mean something still stand.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST = 2000
"""Characters beyond which an answer is compared as it stands; the project's own."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ", "0123456789-+n")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ]+")
_VULGAR = re.compile("[¼½¾⅐-⅞↉]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("−–‒﹣", "-"),
        **dict.fromkeys("×⋅·∙*", "*"),
        **dict.fromkeys("⁄∕÷", "/"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’′", "'"),
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "∞": r"\infty ",
        "π": r"\pi ",
        "√": r"\sqrt ",
        "∪": r"\cup ",
        "∩": r"\cap ",
        "∅": r"\emptyset ",
        "∈": r"\in ",
        "±": r"\pm ",
        "℃": "°C",
        "℉": "°F",
        "、": ", ",
    }
)
_COMMANDS = {
    "<=": "le leq leqslant leqq",
    ">=": "ge geq geqslant geqq",
    "!=": "ne neq",
    "<": "lt",
    ">": "gt",
    "*": "cdot times ast",
    "/": "div",
    r"\frac": "dfrac tfrac cfrac",
    r"\emptyset ": "varnothing",
    r"\cup ": "bigcup",
    "°": "degree",
    "|": "mid vert lvert rvert",
    "{": "lbrace",
    "}": "rbrace",
    "%": "percent",
    "": "left right displaystyle big Big bigl bigr Bigl Bigr limits",
    " ": "quad qquad space enspace",
}
_MEANT = {name: meant for meant, names in _COMMANDS.items() for name in names.split()}
_COMMAND = re.compile(r"\\([A-Za-z]+) *(?=(\w?))")
_DRESS = re.compile(r"\\(?:text|textbf|textit|textrm|mathrm|mathbf|mathit|mbox|operatorname|bf|rm)\s*\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([{}%$#&_])")
_SPACE = re.compile(r"\\[,;:! ]|\\\\$|~")
_CIRCLE = re.compile(r"\^\s*\{?\s*(?:\\circ|°)\s*\}?\s*")
_SHORT_FRACTION = re.compile(r"\\frac\s*(?:\{([^{}]*)\}|(\w))\s*(?:\{([^{}]*)\}|(\w))")
_WRAPS = (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]"), ("**", "**"), ("`", "`"), ('"', '"'), ("'", "'"))


def _undressed(text: str) -> str:
    """Without the signs around the whole: dollars, \\boxed, bold, quotes, a final full stop."""
    before = None
    while text != before:
        before, text = text, text.strip()
        if text[:1].isalnum() and text[-1:].isalnum():
            return text
        if len(text) > 1 and text[-1] in ".。;；,，" and not text.endswith("..."):
            text = text[:-1].rstrip()
        for left, right in _WRAPS:
            inside = text[len(left) : -len(right)]
            if len(text) > len(left) + len(right) and text.startswith(left) and text.endswith(right):
                text = text if left in inside or right in inside else inside
        if text.startswith((r"\boxed{", r"\fbox{")) and text.endswith("}"):
            inside = text[text.index("{") + 1 : -1]
            text = inside if _closed(inside) else text
    return text


def _closed(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _fraction(found: re.Match[str]) -> str:
    over, under = found[1] if found[1] is not None else found[2], found[3] if found[3] is not None else found[4]
    return rf"\frac{{{over}}}{{{under}}}"


def _vulgar(found: re.Match[str]) -> str:
    """½ as " 1/2": NFKC alone would join it to digits before it."""
    over, _, under = unicodedata.normalize("NFKC", found[0]).partition("⁄")
    return f" {over}/{under}"


def _command(found: re.Match[str]) -> str:
    meant = _MEANT.get(found[1])
    return (rf"\{found[1]} " if found[2] else rf"\{found[1]}") if meant is None else meant


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """The one spelling of an answer. Never raises."""
    if len(text) > LONGEST:
        return " ".join(text.split())
    text = _RAISED.sub(lambda found: f"^{{{found[0].translate(_SUPERSCRIPTS)}}}", _VULGAR.sub(_vulgar, text))
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).replace("**", "\0")
    text = _undressed(text.replace("\0", "**"))
    text = _undressed(_DRESS.sub(r" \1 ", text))
    text = _SPACE.sub(" ", text.replace(r"\!", "").replace("{,}", ",")).replace("**", "^")
    text = _CIRCLE.sub("°", text)
    text = _COMMAND.sub(_command, text)
    text = _SHORT_FRACTION.sub(_fraction, text)
    text = _ESCAPED.sub(r"\1", text)
    text = _undressed(" ".join(text.split()))
    return re.sub(r"(?<=\\sqrt) (?=\w)", "", text)
