"""Two responses in one, and the prompt repeated before the response."""

from filters.constraints.rule import Parameters, Rule
from filters.verdict import Verdict, failed, passed

DIVIDER = "******"
REPEAT = "combination:repeat_prompt"


def two_responses(parameters: Parameters, response: str) -> Verdict:
    """Two different responses divided by six stars; nothing else may stand beyond further dividers."""
    parts = response.split(DIVIDER)
    if any(not part.strip() for part in parts[1:-1]):
        return failed("empty_response", f"nothing stands between two {DIVIDER}")
    found = [part.strip() for part in parts if part.strip()]
    if len(found) != 2:
        return failed("not_two", f"expected 2 responses divided by {DIVIDER}, found {len(found)}")
    if found[0] == found[1]:
        return failed("same_response", "the two responses are the same")
    return passed("2 different responses")


def _first_response(parameters: Parameters, response: str) -> str:
    return next((part.strip() for part in response.split(DIVIDER) if part.strip()), response)


def repeat_prompt(parameters: Parameters, response: str) -> Verdict:
    """The response begins with the prompt, word for word, in whatever case."""
    wanted = parameters["prompt_to_repeat"].strip().lower()
    if response.strip().lower().startswith(wanted):
        return passed("the prompt is repeated")
    return failed("not_repeated", f"expected {wanted[:60]!r} first, found {response.strip()[:60]!r}")


def _without_prompt(parameters: Parameters, response: str) -> str:
    wanted = parameters.get("prompt_to_repeat", "").strip()
    text = response.strip()
    if wanted and text.lower().startswith(wanted.lower()):
        return text[len(wanted) :].strip() or response
    return response


RULES = {
    "combination:two_responses": Rule(two_responses, _first_response),
    REPEAT: Rule(repeat_prompt, _without_prompt),
}
