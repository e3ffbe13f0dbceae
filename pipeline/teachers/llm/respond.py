"""Third verb: candidate responses to an instruction, by a template and an engine that suit its category."""

from collections import Counter
from collections.abc import Sequence

from pipeline.keyed import share
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.base import Candidate, Failure
from pipeline.teachers.llm.asking import Answer, Asker, Question, first_of, sampled
from pipeline.teachers.llm.drawing import answering, filled
from pipeline.teachers.llm.settings import LLM
from prompts.templates import Template, Value

GROUNDED = 0.5
"""Share of the instructions drawn from a passage that are answered with the passage at hand."""
LONG = 0.3
"""Share of the specialised writing that is answered at length."""
CUT_OFF, UNGROUNDED = "cut_off", "ungrounded"


def candidates(
    asker: Asker, recipe: Recipe, rows: Sequence[Row], noted: Counter[str]
) -> list[list[Candidate] | Failure]:
    """For each instruction the responses that could be used; a failure where there is none."""
    count = recipe.respond.candidates
    questions = [one for row in rows for one in sampled(draw(asker.settings, recipe, row), count)]
    answers = asker.ask("respond", "respond", questions, noted)
    found: list[list[Candidate] | Failure] = []
    for place, row in enumerate(rows):
        mine = answers[place * count : (place + 1) * count]
        good = [response(answer, row) for answer in mine if isinstance(answer, Answer)]
        found.append(good or first_of([answer for answer in mine if isinstance(answer, Failure)]))
    return found


def draw(settings: LLM, recipe: Recipe, row: Row) -> Question:
    """The question for one row: the first of the suitable templates that the recipe allows."""
    allowed = {one.id.rpartition(".")[0]: one for one in answering(settings, "respond", row["language"])}
    wanted = [f"respond/{name}" for name in suitable(recipe, row)]
    chosen: Template = next((allowed[name] for name in wanted if name in allowed), next(iter(allowed.values())))
    slots: dict[str, Value] = {
        "instruction": row["prompt"],
        "document": row["passage"],
        "turns": row["earlier"],
        "message": row["prompt"],
    }
    return Question(row["id"], settings.engine_of("respond", row["category"]), chosen, filled(chosen, slots))


def suitable(recipe: Recipe, row: Row) -> list[str]:
    """Names of templates, the best first."""
    if row["earlier"]:
        return ["conversation"]
    if row["category"].startswith("Mathematics"):
        return ["mathematics", "general"]
    if row["category"] == "Code/Text2Code":
        return ["code_with_tests", "general"]
    drawn = share(recipe.seed, row["id"], "respond", "template")
    if row["passage"] and drawn < GROUNDED:
        return ["grounded", "general"]
    if row["category"].startswith("Creation/Specialized writing") and drawn < LONG:
        return ["long_text", "general"]
    return ["general"]


def response(answer: Answer, row: Row) -> Candidate:
    """A parsed answer as a candidate, with the fault that can be seen at once."""
    fault = CUT_OFF if answer.finish == "length" else ""
    if "evidence" in answer.parts and not _quoted(answer.parts["evidence"], row["passage"]):
        fault = fault or UNGROUNDED
    return Candidate(_content(answer), engine=answer.engine, fault=fault, call=answer.call)


def _content(answer: Answer) -> str:
    parts = answer.parts
    if "code" in parts:
        blocks = [parts["code"], parts["tests"]] if "tests" in parts else [parts["code"]]
        return "\n\n".join(f"```python\n{block.strip()}\n```" for block in blocks)
    if "evidence" in parts:
        return str(parts["answer"]).strip()
    return str(parts["text"]).strip()


def _quoted(evidence: str, passage: str) -> bool:
    """Whether every line of the evidence stands in the passage, white space and quotation marks aside."""
    held = " ".join(passage.split()).casefold()
    lines = [" ".join(line.split()).strip("-*• \"'“”‘’「」").casefold() for line in evidence.splitlines()]
    return all(line in held for line in lines if line)
