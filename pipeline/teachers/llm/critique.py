"""Fourth verb: a judge gives each candidate a tier, overall and by criterion, with its reasons (Hunyuan-Large, section
3.1: four tiers over accuracy, relevance, completeness, usefulness and clarity).
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.recipe import Recipe
from pipeline.schema import CRITERIA, Row
from pipeline.teachers.base import Critique, Failure
from pipeline.teachers.llm.asking import Answer, Asker, Question, first_of
from pipeline.teachers.llm.drawing import answering, filled
from pipeline.teachers.llm.settings import LLM
from prompts.templates import Value

TEMPLATE = "critique/four_tiers"


def verdicts(
    asker: Asker, recipe: Recipe, rows: Sequence[Row], noted: Counter[str]
) -> list[list[Critique | None] | Failure]:
    """For each row a critique of every candidate. Equal candidates are judged once, faulty ones not at all."""
    drawn = {
        (place, candidate["content"]): draw(asker.settings, row, candidate["content"], sample)
        for place, row in enumerate(rows)
        for sample, candidate in enumerate(row["candidates"])
        if not candidate["fault"]
    }
    answers = dict(zip(drawn, asker.ask("critique", "critique", list(drawn.values()), noted), strict=True))
    found: list[list[Critique | None] | Failure] = []
    for place, row in enumerate(rows):
        contents = [candidate["content"] for candidate in row["candidates"]]
        mine = [answers.get((place, content)) for content in contents]
        if failures := [one for one in dict(zip(contents, mine, strict=True)).values() if isinstance(one, Failure)]:
            found.append(first_of(failures))
        else:
            found.append([critique(one) if isinstance(one, Answer) else None for one in mine])
    return found


def draw(settings: LLM, row: Row, content: str, sample: int) -> Question:
    allowed = answering(settings, "critique", row["language"])
    chosen = next((one for one in allowed if one.id.startswith(TEMPLATE)), allowed[0])
    turns = [f"{turn['role']}: {turn['content']}" for turn in row["earlier"]]
    slots: dict[str, Value] = {
        "instruction": "\n\n".join([*turns, row["prompt"]]),
        "response": content,
        **({"reference": row["reference"]["answer"]} if row["reference"].get("answer") else {}),
    }
    engine = settings.engine_of("critique", row["category"])
    return Question(row["id"], engine, chosen, filled(chosen, slots), sample)


def critique(answer: Answer) -> Critique:
    """The judge's word. Its overall tier is never above that of accuracy, whatever it says."""
    criteria = {name: int(answer.parts[name]["tier"]) for name in CRITERIA}
    rationale = " ".join(f"{name}: {answer.parts[name]['rationale']}" for name in CRITERIA)
    tier = min(int(answer.parts["overall"]), criteria["accuracy"])
    return Critique(tier, rationale, answer.engine, answer.call, criteria)
