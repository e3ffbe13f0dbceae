"""How long a response is: words, sentences, paragraphs."""

import random
import re
from itertools import cycle

from pipeline.teachers.procedural.constraining.kind import Kind, Parameters, lines, noted, prose, size
from pipeline.teachers.procedural.constraining.material import FILLERS

SLACK_WORDS = 150
SLACK_SENTENCES = 20
"""What other constraints may add at the most."""
MOST_PARAGRAPHS = 5
DIVIDER = "***"


def _glue(language: str) -> str:
    return "" if language == "zh" else " "


def _fragment(response: str, words: int) -> str:
    """The first words of a response, without stops; a Chinese character is a word."""
    found = re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", response)[:words]
    return ("" if found and not found[0].isascii() else " ").join(found)


class NumberWords(Kind):
    id = "length_constraints:number_words"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        found = size(response)
        if rng.random() < 0.6:
            return {"relation": "at least", "num_words": max(4, found + rng.randint(-min(found // 3, 10), 25))}
        return {"relation": "less than", "num_words": (found + SLACK_WORDS) // 10 * 10 + 10 * rng.randint(1, 10)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        if parameters["relation"] == "less than":
            return response if size(response) < parameters["num_words"] else None
        return self._filled(self.keyed(response), response, parameters["num_words"], language)

    def _filled(self, rng: random.Random, response: str, least: int, language: str) -> str:
        missing = least - size(response)
        if missing <= 0:
            return response
        sentences = cycle(rng.sample(FILLERS[language], len(FILLERS[language])))
        said: list[str] = []
        while missing > 0:
            said.append(next(sentences))
            missing -= size(said[-1])
        return noted(response, _glue(language).join(said), language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if parameters["relation"] == "less than":
            return self._filled(rng, response, parameters["num_words"], language)
        return _fragment(response, rng.randint(max(1, parameters["num_words"] // 2), parameters["num_words"] - 1))


class NumberSentences(Kind):
    id = "length_constraints:number_sentences"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        if rng.random() < 0.6:
            return {"relation": "at least", "num_sentences": rng.randint(2, 6)}
        stops = len(re.findall(r"[.!?…。！？]", response))
        return {"relation": "less than", "num_sentences": stops + SLACK_SENTENCES + rng.randint(1, 10)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """Whatever the response has is counted as no sentence, since not every stop ends one."""
        if parameters["relation"] == "less than":
            return response
        return self._with(self.keyed(response), response, parameters["num_sentences"], language)

    def _with(self, rng: random.Random, response: str, count: int, language: str) -> str:
        sentences = cycle(rng.sample(FILLERS[language], len(FILLERS[language])))
        said = [next(sentences) for _ in range(count)]
        return noted(response, _glue(language).join(said), language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if parameters["relation"] == "less than":
            return self._with(rng, response, parameters["num_sentences"], language)
        return _fragment(response, rng.randint(1, 6))


class NumberParagraphs(Kind):
    id = "length_constraints:number_paragraphs"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        most = min(len(lines(response)), MOST_PARAGRAPHS)
        if most < 2 or DIVIDER in response or not prose(response):
            return None
        return {"num_paragraphs": rng.randint(2, most)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """Dividers on lines of their own, between lines of the response."""
        written = response.split("\n")
        starts = [number for number, line in enumerate(written) if line.strip()][1:]
        wanted = parameters["num_paragraphs"] - 1
        if len(starts) < wanted or DIVIDER in response:
            return None
        for start in sorted(self.keyed(response).sample(starts, wanted), reverse=True):
            written.insert(start, DIVIDER)
        return "\n".join(written)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if rng.random() < 0.5:
            return response.replace(f"{DIVIDER}\n", "", 1)
        return f"{response}\n{DIVIDER}\n{rng.choice(FILLERS[language])}"


class NthParagraph(Kind):
    id = "length_constraints:nth_paragraph_first_word"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """A word that stands there already; not in a worked answer, which it would give away."""
        paragraphs = response.split("\n\n")
        if final or not prose(response) or not all(map(str.strip, paragraphs)):
            return None
        nth = rng.randint(1, len(paragraphs))
        found = re.match(r"[A-Za-z]+(?=[\s.,])|[\u4e00-\u9fff]{2}", paragraphs[nth - 1].strip())
        if found is None:
            return None
        return {"num_paragraphs": len(paragraphs), "nth_paragraph": nth, "first_word": found.group().lower()}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        paragraphs = response.split("\n\n")
        nth = parameters["nth_paragraph"]
        if len(paragraphs) != parameters["num_paragraphs"]:
            return None
        return response if paragraphs[nth - 1].strip().lower().startswith(parameters["first_word"].lower()) else None

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        paragraphs = response.split("\n\n")
        if rng.random() < 0.5 or len(paragraphs) < parameters["nth_paragraph"]:
            return f"{response}\n\n{rng.choice(FILLERS[language])}"
        place = parameters["nth_paragraph"] - 1
        paragraphs[place] = f"{'上面说过' if language == 'zh' else 'Meanwhile'} {paragraphs[place].strip()}"
        return "\n\n".join(paragraphs)
