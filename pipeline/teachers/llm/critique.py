"""Fourth verb: each judge gives each candidate a tier, overall and by criterion, with its reasons (Hunyuan-Large,
section 3.1: four tiers over accuracy, relevance, completeness, usefulness and clarity).
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.recipe import Recipe
from pipeline.schema import CRITERIA, Row
from pipeline.sections import MOST_CANDIDATES
from pipeline.teachers.base import Critique, Failure
from pipeline.teachers.llm.asking import Answer, Asker, Question, first_of
from pipeline.teachers.llm.drawing import answering, filled
from pipeline.teachers.llm.settings import LLM
from prompts.templates import Value

TEMPLATE = "critique/four_tiers"


def verdicts(
    asker: Asker, recipe: Recipe, rows: Sequence[Row], noted: Counter[str]
) -> list[list[tuple[Critique, ...]] | Failure]:
    """For each row what its judges say of every candidate, in the order of the recipe. Equal candidates are judged
    once, faulty ones not at all."""
    drawn = {
        (place, candidate["content"]): draw(asker.settings, row, candidate["content"], sample)
        for place, row in enumerate(rows)
        for sample, candidate in enumerate(row["candidates"])
        if not candidate["fault"]
    }
    questions = [question for asked in drawn.values() for question in asked]
    came = iter(asker.ask("critique", "critique", questions, noted))
    answers = {key: [next(came) for _ in asked] for key, asked in drawn.items()}
    found: list[list[tuple[Critique, ...]] | Failure] = []
    for place, row in enumerate(rows):
        contents = [candidate["content"] for candidate in row["candidates"]]
        mine = {content: answers.get((place, content), []) for content in contents}
        if failures := [one for said in mine.values() for one in said if isinstance(one, Failure)]:
            found.append(first_of(failures))
        else:
            judged = {
                content: tuple(critique(one) for one in said if isinstance(one, Answer))
                for content, said in mine.items()
            }
            found.append([judged[content] for content in contents])
    return found


def draw(settings: LLM, row: Row, content: str, sample: int) -> list[Question]:
    """The question about one candidate, for each judge of the row's category. Judges have samples of their own, so that
    one who failed is asked again without the others, and two engines of one model do not share an answer."""
    allowed = answering(settings, "critique", row["language"])
    chosen = next((one for one in allowed if one.id.startswith(TEMPLATE)), allowed[0])
    turns = [f"{turn['role']}: {turn['content']}" for turn in row["earlier"]]
    slots: dict[str, Value] = {
        "instruction": "\n\n".join([*turns, row["prompt"]]),
        "response": content,
        **({"reference": row["reference"]["answer"]} if row["reference"].get("answer") else {}),
    }
    judges = settings.engines_at("critique", row["category"])
    return [
        Question(row["id"], judge, chosen, filled(chosen, slots), seat * MOST_CANDIDATES + sample)
        for seat, judge in enumerate(judges)
    ]


def critique(answer: Answer) -> Critique:
    """The judge's word. Its overall tier is never above that of accuracy, whatever it says."""
    criteria = {name: int(answer.parts[name]["tier"]) for name in CRITERIA}
    rationale = " ".join(f"{name}: {answer.parts[name]['rationale']}" for name in CRITERIA)
    tier = min(int(answer.parts["overall"]), criteria["accuracy"])
    return Critique(tier, rationale, answer.engine, answer.call, criteria)
