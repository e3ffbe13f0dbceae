"""Words and letters: to be there, to be there so often, or not at all."""

import random
import re

from pipeline.teachers.procedural.constraining.kind import Kind, Parameters, body, final_answer, joined, noted
from pipeline.teachers.procedural.constraining.material import (
    BANNED,
    CAPITALS,
    KEYWORDS,
    NAMING,
    REPEATED,
    REPEATING,
    SHOUTING,
    additions,
)

_LETTERS = re.compile(r"[a-z]|[\u4e00-\u9fff]")
_LONG_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{5,}(?![A-Za-z])")
RARE = {"en": "qz!#", "zh": "！；"}
"""Letters that no addition has."""
CAPITAL_SLACK = 10
"""Words in capitals that other constraints may add at the most: marks of sections and postscripts."""


def _without(text: str, word: str, instead: str) -> str:
    return re.sub(re.escape(word), instead, text, flags=re.IGNORECASE)


def _instead(language: str) -> str:
    return "某物" if language == "zh" else "something"


class Existence(Kind):
    id = "keywords:existence"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        words = [word for word in KEYWORDS[language] if word not in response.lower()]
        return {"keywords": rng.sample(words, rng.randint(1, 3))}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        missing = [word for word in parameters["keywords"] if word.lower() not in response.lower()]
        if not missing:
            return response
        text = self.keyed(response).choice(NAMING[language]).format(joined(missing, language))
        return noted(response, text, language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return _without(response, rng.choice(parameters["keywords"]), _instead(language))


class Frequency(Kind):
    id = "keywords:frequency"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        text = response.lower()
        if rng.random() < 0.6:
            words = [word for word in REPEATED[language] if word not in text]
            return {"keyword": rng.choice(words), "frequency": rng.randint(2, 5), "relation": "at least"}
        answer, added = final_answer(response).lower(), additions(language)
        own = {word.lower(): None for word in _LONG_WORD.findall(body(response))}
        words = [word for word in own if word not in added and word not in answer] or list(REPEATED[language])
        word = rng.choice([*words, rng.choice(REPEATED[language])])
        return {"keyword": word, "frequency": text.count(word) + rng.randint(2, 4), "relation": "less than"}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        word = parameters["keyword"]
        found = response.lower().count(word.lower())
        if parameters["relation"] == "less than":
            return response if found < parameters["frequency"] else None
        return self._with(response, word, parameters["frequency"] - found, language)

    def _with(self, response: str, word: str, times: int, language: str) -> str:
        if times <= 0:
            return response
        forms = REPEATING[language]
        said = [forms[number % len(forms)].format(word) for number in range(times)]
        return noted(response, ("" if language == "zh" else " ").join(said), language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if parameters["relation"] == "less than":
            return self._with(response, parameters["keyword"], parameters["frequency"], language)
        return _without(response, parameters["keyword"], _instead(language))


class ForbiddenWords(Kind):
    id = "keywords:forbidden_words"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        words = [word for word in BANNED[language] if word not in response.lower()]
        return {"forbidden_words": rng.sample(words, rng.randint(1, 4))} if len(words) >= 4 else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return None if any(word.lower() in response.lower() for word in parameters["forbidden_words"]) else response

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        word = rng.choice(parameters["forbidden_words"])
        said = f"{word}就是这样。" if language == "zh" else f"That is {word} so."
        return f"{said}\n{response}" if rng.random() < 0.5 else noted(response, said, language)


class LetterFrequency(Kind):
    id = "keywords:letter_frequency"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        text = response.lower()
        counts = {letter: text.count(letter) for letter in dict.fromkeys(_LETTERS.findall(text))}
        often = [letter for letter, count in counts.items() if count >= 2]
        if not often or rng.random() < 0.4:
            letter = rng.choice(RARE[language])
            limit = text.count(letter) + rng.randint(2, 5)
            return {"letter": letter, "let_frequency": limit, "let_relation": "less than"}
        letter = rng.choice(often)
        least = rng.randint(max(2, counts[letter] // 2), counts[letter])
        return {"letter": letter, "let_frequency": least, "let_relation": "at least"}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        found = response.lower().count(parameters["letter"].lower())
        less = parameters["let_relation"] == "less than"
        return response if (found < parameters["let_frequency"]) == less else None

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        letter, limit = parameters["letter"], parameters["let_frequency"]
        if parameters["let_relation"] == "less than":
            return f"{response} {letter * (limit + rng.randint(0, 2))}"
        return _without(response, letter, "")


class CapitalWords(Kind):
    id = "change_case:capital_word_frequency"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        if rng.random() < 0.6:
            return {"capital_relation": "at least", "capital_frequency": rng.randint(2, 5)}
        found = sum(map(str.isupper, re.findall(r"\w+", re.sub(r"[\u3400-\u9fff]", " ", response))))
        limit = found + CAPITAL_SLACK + rng.randint(2, 10)
        return {"capital_relation": "less than", "capital_frequency": limit}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        if parameters["capital_relation"] == "less than":
            return response
        rng = self.keyed(response)
        words = rng.sample(CAPITALS, parameters["capital_frequency"])
        form = rng.choice(SHOUTING[language])
        return noted(response, form.format(joined(words, "en") if language == "en" else " ".join(words)), language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if parameters["capital_relation"] == "at least":
            return response.lower()
        return noted(response, " ".join(rng.choices(CAPITALS, k=parameters["capital_frequency"])), language)
