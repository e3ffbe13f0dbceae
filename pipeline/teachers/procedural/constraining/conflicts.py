"""Which kinds may stand together.

Two kinds conflict where one cannot be met beside the other (a text in capitals and in small letters), where one could
break the other by what it adds (a prompt to repeat has any words and commas), or where taking off one would hide the
other (an object in JSON has no lines). The table is wider than IFEval's, whose prompts were looked over by people.
"""

from collections.abc import Iterable

ORDER = (
    "punctuation:no_comma",
    "keywords:forbidden_words",
    "language:response_language",
    "length_constraints:nth_paragraph_first_word",
    "keywords:letter_frequency",
    "detectable_format:number_bullet_lists",
    "detectable_format:number_highlighted_sections",
    "length_constraints:number_paragraphs",
    "detectable_format:multiple_sections",
    "keywords:existence",
    "keywords:frequency",
    "change_case:capital_word_frequency",
    "detectable_content:number_placeholders",
    "length_constraints:number_sentences",
    "length_constraints:number_words",
    "detectable_format:constrained_response",
    "combination:two_responses",
    "detectable_content:postscript",
    "detectable_format:title",
    "startend:end_checker",
    "combination:repeat_prompt",
    "change_case:english_lowercase",
    "change_case:english_capital",
    "startend:quotation",
    "detectable_format:json_format",
)
"""The order in which constraints are put on, from the text itself outwards."""

_ALL = frozenset(ORDER)
_COUNTS = frozenset(
    "keywords:frequency keywords:letter_frequency change_case:capital_word_frequency "
    "length_constraints:number_sentences length_constraints:number_words".split()
)
_CASES = frozenset({"change_case:english_lowercase", "change_case:english_capital"})
_BESIDE_JSON = frozenset({"keywords:existence", "keywords:forbidden_words", "language:response_language"})
_BESIDE_NTH = frozenset(
    {"keywords:forbidden_words", "keywords:letter_frequency", "punctuation:no_comma", "language:response_language"}
)

_CONFLICTS: dict[str, frozenset[str]] = {
    "detectable_format:json_format": _ALL - _BESIDE_JSON,
    "length_constraints:nth_paragraph_first_word": _ALL - _BESIDE_NTH,
    "combination:repeat_prompt": _COUNTS
    | _CASES
    | {
        "combination:two_responses",
        "detectable_format:number_bullet_lists",
        "keywords:forbidden_words",
        "language:response_language",
        "length_constraints:number_paragraphs",
        "punctuation:no_comma",
        "startend:quotation",
    },
    "combination:two_responses": _COUNTS
    | {
        "detectable_format:constrained_response",
        "detectable_format:number_bullet_lists",
        "length_constraints:number_paragraphs",
    },
    "detectable_format:number_bullet_lists": frozenset(
        {
            "detectable_format:number_highlighted_sections",
            "length_constraints:number_paragraphs",
            "startend:quotation",
        }
    ),
    "detectable_format:multiple_sections": _CASES | {"length_constraints:number_paragraphs"},
    "change_case:english_lowercase": frozenset(
        {
            "change_case:capital_word_frequency",
            "change_case:english_capital",
            "detectable_format:constrained_response",
        }
    ),
    "change_case:english_capital": frozenset(
        {"change_case:capital_word_frequency", "detectable_format:constrained_response"}
    ),
}


def compatible(kinds: Iterable[str], new_kind: str) -> bool:
    """Whether a kind may join those that stand already; no kind stands twice."""
    return not any(
        kind == new_kind or kind in _CONFLICTS.get(new_kind, ()) or new_kind in _CONFLICTS.get(kind, ())
        for kind in kinds
    )
