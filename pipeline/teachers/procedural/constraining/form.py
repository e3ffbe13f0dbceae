"""The form of the text: bullets, highlights, sections, placeholders."""

import random
import re

from pipeline.teachers.procedural.constraining.kind import Kind, Parameters, body, lines, noted, prose
from pipeline.teachers.procedural.constraining.material import BLANKS, FILLERS, PLACEHOLDERS, SECTIONS

MOST_BULLETS = 12
MOST_SECTIONS = 4
MOST_HIGHLIGHTS = 4
_WORD = re.compile(r"(?<![A-Za-z0-9_'’-])[A-Za-z]{4,}(?![A-Za-z0-9_'’-])|[\u4e00-\u9fff]{2,6}")


class Bullets(Kind):
    id = "detectable_format:number_bullet_lists"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        """Every line before the final answer becomes a bullet."""
        written = lines(body(response))
        plain = prose(response) and not any(line[:1].isspace() for line in written)
        bulleted = any(line.lstrip().startswith(("*", "-")) for line in response.split("\n"))
        if not plain or bulleted or not 2 <= len(written) <= MOST_BULLETS:
            return None
        return {"num_bullets": len(written)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        main = body(response)
        if len(lines(main)) != parameters["num_bullets"]:
            return None
        marked = [f"* {line}" if line.strip() else line for line in main.split("\n")]
        return "\n".join(marked) + response[len(main) :]

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        if rng.random() < 0.5:
            return f"{response}\n* {rng.choice(FILLERS[language])}"
        return re.sub(r"^[*] ", "", response, count=rng.randint(1, parameters["num_bullets"]), flags=re.MULTILINE)


class Highlights(Kind):
    id = "detectable_format:number_highlighted_sections"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        found = len(_WORD.findall(body(response)))
        if "*" in response or not prose(response) or found < 2:
            return None
        return {"num_highlights": rng.randint(2, min(MOST_HIGHLIGHTS, found))}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """Stars around words, never in the line of the final answer."""
        places = list(_WORD.finditer(body(response)))
        if len(places) < parameters["num_highlights"]:
            return None
        chosen = self.keyed(response).sample(places, parameters["num_highlights"])
        for place in sorted(chosen, key=lambda found: found.start(), reverse=True):
            response = f"{response[: place.start()]}*{place.group()}*{response[place.end() :]}"
        return response

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return response.replace("*", "")


class Sections(Kind):
    id = "detectable_format:multiple_sections"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        most = min(len(lines(response)), MOST_SECTIONS)
        if most < 2 or not prose(response):
            return None
        return {"section_spliter": rng.choice(SECTIONS[language]), "num_sections": rng.randint(2, most)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        """Marks on lines of their own, the first before everything."""
        written = response.split("\n")
        starts = [number for number, line in enumerate(written) if line.strip()]
        count, word = parameters["num_sections"], parameters["section_spliter"]
        if len(starts) < count:
            return None
        chosen = [starts[0], *sorted(self.keyed(response).sample(starts[1:], count - 1))]
        for number in range(count, 0, -1):
            mark = f"第{number}{word}" if language == "zh" else f"{word} {number}"
            written.insert(chosen[number - 1], mark)
        return "\n".join(written)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return response.replace(parameters["section_spliter"], "")


class Placeholders(Kind):
    id = "detectable_content:number_placeholders"

    def propose(self, rng: random.Random, response: str, language: str, final: bool) -> Parameters | None:
        return {"num_placeholders": rng.randint(2, 5)}

    def satisfy(self, parameters: Parameters, response: str, prompt: str, language: str) -> str | None:
        rng = self.keyed(response)
        blanks = [f"[{blank}]" for blank in rng.sample(BLANKS[language], parameters["num_placeholders"])]
        listed = f"{' '.join(blanks[:-1])}{'和' if language == 'zh' else ' and '}{blanks[-1]}"
        return noted(response, rng.choice(PLACEHOLDERS[language]).format(listed), language)

    def violate(self, rng: random.Random, parameters: Parameters, response: str, language: str) -> str | None:
        return response.translate(str.maketrans("[]【】", "()()"))
