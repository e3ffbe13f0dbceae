"""Second verb: an instruction and an operator become another instruction."""

from collections import Counter
from collections.abc import Sequence

from pipeline.identity import record_id
from pipeline.keyed import generator, share
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.base import Eliminated, Failure
from pipeline.teachers.elimination import limits_of, unless_eliminated
from pipeline.teachers.llm.asking import Answer, Asker, Question, lineage_step
from pipeline.teachers.llm.drawing import choices, described, filled, suits
from pipeline.teachers.llm.settings import LLM
from prompts.templates import Value

HARDER = frozenset({"add_constraint", "deepen", "reasoning_steps", "complicate_input"})
"""Operators that raise the difficulty; the others make an instruction clearer, more concrete, or another one."""
BROADER = "in_breadth"
NOTATIONS = ("CSV", "JSON", "XML", "YAML", "SQL")
LONGEST_PROMPT = 6000
"""Characters; an evolution that grows beyond is eliminated."""


def children(
    asker: Asker, recipe: Recipe, parents: Sequence[Row], round_number: int, noted: Counter[str]
) -> list[Row | Eliminated | Failure | None]:
    """For each instruction its child, or None where the draw spares it."""
    operator, limits = f"evolve/{round_number}", limits_of(recipe)
    drawn = {
        place: question
        for place, parent in enumerate(parents)
        if (question := draw(asker.settings, recipe, parent, operator))
    }
    answers = asker.ask("evolve", "evolve", list(drawn.values()), noted)
    found: list[Row | Eliminated | Failure | None] = [None] * len(parents)
    for (place, question), answer in zip(drawn.items(), answers, strict=True):
        if isinstance(answer, Failure):
            found[place] = answer
        else:
            made = child(recipe, parents[place], question, answer, operator)
            found[place] = unless_eliminated(made, parents[place], limits, LONGEST_PROMPT)
    return found


def draw(settings: LLM, recipe: Recipe, parent: Row, operator: str) -> Question | None:
    """What to ask about an instruction; a conversation is left as it is, for its last turn alone is not the task."""
    if parent["earlier"] or share(recipe.seed, parent["id"], operator) >= recipe.evolve.share:
        return None
    rng = generator(recipe.seed, parent["id"], operator, "llm")
    slots: dict[str, Value] = {
        "instruction": parent["prompt"],
        "notation": rng.choice(NOTATIONS),
        **described(parent["category"], parent["language"]),
    }
    possible = [one for one in choices(settings, "evolve", parent["language"]) if suits(one, slots)]
    if not possible:
        return None
    chosen = rng.choice(possible)
    identity = record_id(recipe.seed, parent["source"]["seed"], f"{parent['born']}/{operator}", parent["ordinal"])
    return Question(identity, settings.engine_of("evolve", parent["category"]), chosen, filled(chosen, slots))


def child(recipe: Recipe, parent: Row, question: Question, answer: Answer, operator: str) -> Row:
    """The parent with another prompt. What was known of its answer holds no more."""
    name = question.template.id.rpartition(".")[0].rpartition("/")[2]
    step = lineage_step(question, answer, f"{operator}/{name}", parent["id"], recipe.seed)
    return parent | {
        "id": question.row,
        "prompt": answer.parts["instruction"],
        "difficulty": parent["difficulty"] + (name in HARDER),
        "template": question.template.id,
        "reference": {},
        "passage": "" if name == BROADER else parent["passage"],
        "lineage": [*parent["lineage"], step],
    }
