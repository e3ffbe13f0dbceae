"""What stands around a response: title, postscript, last words, the prompt, a second response, quotes, JSON."""

import json
import random
import re

from pipeline.teachers.procedural.constraining.kind import Kind, Parameters, final_answer, lines
from pipeline.teachers.procedural.constraining.material import (
    AGAIN,
    ENDS,
    FILLERS,
    MARKERS,
    OPTIONS,
    POSTSCRIPTS,
    TITLES,
)

DIVIDER = "******"
QUOTES = {"en": ('"', '"'), "zh": ("“", "”")}
_YES_NO = {
    "yes": "yes", "no": "no", "maybe": "maybe", "是": "yes", "是的": "yes", "对": "yes", "否": "no", "不": "no",
    "不是": "no", "不对": "no", "可能": "maybe", "不确定": "maybe",
}  # fmt: skip


class ConstrainedResponse(Kind):
    id = "detectable_format:constrained_response"

    def _option(self, text: str) -> str | None:
        """What a text says that begins with yes or no, stars and bullets left aside."""
        opening = re.split(r"[\s,.!?;:，。！？；：]", text.strip(" *"), maxsplit=1)[0]
        return _YES_NO.get(opening.strip("*").lower())

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return {} if self._option(final_answer(response) or response) else None

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """The first line that says yes or no is meant: the mark of a section may stand before it."""
        said = [final_answer(response)] if final_answer(response) else lines(response)
        option = next(filter(None, map(self._option, said)), None)
        return f"{response.rstrip()}\n\n{OPTIONS[language][option]}" if option else None

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        for option in OPTIONS[language].values():
            response = response.replace(option, option[:-2])
        return response


class TwoResponses(Kind):
    id = "combination:two_responses"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return None if "***" in response else {}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        second = f"{self.keyed(response).choice(AGAIN[language])}\n\n{response}"
        return f"{response.rstrip()}\n\n{DIVIDER}\n\n{second}"

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        first = response.split(DIVIDER)[0].strip()
        return rng.choice((first, f"{first}\n\n{DIVIDER}\n\n{first}", f"{response}\n\n{DIVIDER}\n\n{first}"))


class Postscript(Kind):
    id = "detectable_content:postscript"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        marker = rng.choice(MARKERS[language])
        return None if marker[0].lower() + marker[1:2] in response.lower() else {"postscript_marker": marker}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        marker = parameters["postscript_marker"]
        gap = "" if marker.endswith("：") else " " if marker.endswith(".") else ". "
        return f"{response.rstrip()}\n\n{marker}{gap}{self.keyed(response).choice(POSTSCRIPTS[language])}"

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        marker = re.escape(parameters["postscript_marker"])
        instead = rng.choice(("另外", "对了") if language == "zh" else ("PS", "By the way", "Also"))
        return re.sub(rf"{marker}\.? ?", f"{instead} ", response, flags=re.IGNORECASE)


class Title(Kind):
    id = "detectable_format:title"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return None if "<<" in response else {}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        rng = self.keyed(response)
        title = ("" if language == "zh" else " ").join(map(rng.choice, TITLES[language]))
        return f"<<{title}>>\n\n{response}"

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        opening, closing = rng.choice((("<", ">"), ("# ", ""), ("[", "]"), ("**", "**")))
        return re.sub(r">{2,}", closing, re.sub(r"<{2,}", opening, response))


class RepeatPrompt(Kind):
    id = "combination:repeat_prompt"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """No parameters: what is to be repeated is the prompt without the demand, which the checker gets beside."""
        return {}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        prompt = parameters.get("prompt_to_repeat") or prompt
        return f"{prompt.strip()}\n\n{response}" if prompt.strip() else None

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        opening = rng.choice(("题目如下。", "好的。") if language == "zh" else ("Here is the task.", "As you asked."))
        return f"{opening}\n{response}"


class EndPhrase(Kind):
    id = "startend:end_checker"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return {"end_phrase": rng.choice(ENDS[language])}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        return f"{response.rstrip()}\n\n{parameters['end_phrase']}"

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        others = [text for text in (*FILLERS[language], *ENDS[language]) if text != parameters["end_phrase"]]
        if rng.random() < 0.5:
            return f"{response.rstrip()}\n\n{rng.choice(others)}"
        return response.replace(parameters["end_phrase"], rng.choice(others))


class Quotation(Kind):
    id = "startend:quotation"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return {}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        opening, closing = QUOTES[language]
        return f"{opening}{response}{closing}"

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if rng.random() < 0.5:
            return f"{response.rstrip()} {rng.choice(FILLERS[language])}"
        return f"{rng.choice(FILLERS[language])} {response.lstrip()}"


class Json(Kind):
    id = "detectable_format:json_format"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return {}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        field = "回答" if language == "zh" else "response"
        return json.dumps({field: response}, ensure_ascii=False)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        text = response.strip()
        return rng.choice((f"JSON: {text}", f"{{{text}", f"{text}\n{FILLERS[language][0]}"))
