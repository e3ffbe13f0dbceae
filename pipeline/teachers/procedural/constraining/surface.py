"""Commas, the case of letters, and the language."""

import random
import re

from pipeline.teachers.procedural.constraining.kind import Kind, Parameters, prose

SURE = 4
"""Small English words, or Chinese characters, from which a text's language is plain."""
_SMALL = re.compile(
    r"\b(?:the|of|and|is|in|that|for|with|are|this|you|was|be|not|to|it|from|by|on|your)\b", re.IGNORECASE
)
_COMMAS = ",，"


def english(response: str, least: int) -> bool:
    return response.isascii() and len(_SMALL.findall(response)) >= least


class NoComma(Kind):
    id = "punctuation:no_comma"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """Only a text without a final answer can lose its commas: in an answer they may divide numbers or a list."""
        return {} if self.keeps(response) or (not final and prose(response)) else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return response.replace(",", "").replace("，", " ")

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if language == "zh":
            return f"{rng.choice(('好的，', '嗯，', '首先，'))}{response}"
        return f"{rng.choice(('Well, ', 'Sure, ', 'First, '))}{response}"

    def keeps(self, response: str) -> bool:
        return not any(comma in response for comma in _COMMAS)


class Capital(Kind):
    id = "change_case:english_capital"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        fits = language == "en" and not final and prose(response) and english(response, 1)
        return {} if fits else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return response.upper()

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return (
            f"{response[:-1]}{rng.choice((' ok.', ' so.', ' yes.'))}" if rng.random() < 0.5 else response.capitalize()
        )

    def keeps(self, response: str) -> bool:
        return response.isupper()


class Lowercase(Kind):
    id = "change_case:english_lowercase"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        fits = language == "en" and not final and prose(response) and english(response, 1)
        return {} if fits else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return response.lower()

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return f"{rng.choice(('I', 'So', 'A'))} {response}" if rng.random() < 0.5 else f"{response} OK"

    def keeps(self, response: str) -> bool:
        return response.islower()


class Language(Kind):
    id = "language:response_language"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """The task's language, where the response is plainly in it (a translation is not)."""
        letters = len(re.findall(r"[A-Za-z]", response))
        chinese = len(re.findall(r"[\u4e00-\u9fff]", response))
        plain = english(response, SURE) if language == "en" else chinese >= max(SURE, letters)
        return {"language": language} if plain else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return response if parameters["language"] == language else None

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        """The response gives way to words in the other language: more of them than it had letters."""
        other = (
            "这个回答用另一种语言写成。" if parameters["language"] == "en" else "This answer is in the other language. "
        )
        return other * (1 + 4 * len(response) // len(other))
