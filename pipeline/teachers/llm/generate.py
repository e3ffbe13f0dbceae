"""First verb: a seed and a template become an instruction."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from filters.novelty import rouge_l
from pipeline.identity import record_id
from pipeline.keyed import generator
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.base import Eliminated, Failure, born_by, source_of
from pipeline.teachers.llm.asking import Answer, Asker, Question, lineage_step
from pipeline.teachers.llm.drawing import choices, described, filled, language_of, leaf, manners, suits
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.llm.tools import functions
from prompts import tree
from prompts.manner import personas
from prompts.templates import Template, Value, template

EXCHANGES = (2, 4)
FUNCTIONS = (3, 6)
KEYS = "ABCD"
SUBJECTS = {"code": ("Code",), "text": ("Mathematics and Reasoning",)}
"""Slots whose templates ask about certain categories only; the others leave these to them."""
SELF_INSTRUCT = "evolve/self_instruct"
NOVELTY = 0.7
"""ROUGE-L with an example from which a new instruction is no news (Self-Instruct, arXiv 2212.10560)."""
CHOOSE = {"en": "Answer with the letter of the right option.", "zh": "请回答正确选项的字母。"}
CALLABLE = {"en": "You can call these functions:", "zh": "你可以调用这些函数："}
CALL = {"en": "Answer with the calls as a JSON list.", "zh": "请用 JSON 列表写出要进行的调用。"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An instruction to be: the question that asks for it, and what it will be filed under."""

    question: Question
    seed: Row
    ordinal: int
    operator: str
    language: str
    category: str
    passage: str
    """The text that the instruction was drawn from."""


def instructions(
    asker: Asker, recipe: Recipe, seeds: Sequence[Row], noted: Counter[str]
) -> list[list[Row | Eliminated | Failure]]:
    """For each seed the instructions that came of it."""
    drawn = [one for seed in seeds for one in draw(asker.settings, recipe, seed)]
    answers = asker.ask("generate", "generate", [one.question for one in drawn], noted)
    made: dict[str, list[Row | Eliminated | Failure]] = {seed["id"]: [] for seed in seeds}
    for one, answer in zip(drawn, answers, strict=True):
        made[one.seed["id"]].append(
            answer if isinstance(answer, Failure) else _if_new(row(recipe, one, answer), one.seed)
        )
    return [made[seed["id"]] for seed in seeds]


def _if_new(made: Row, seed: Row) -> Row | Eliminated:
    """An instruction, unless it says again what an example of its pool says."""
    nearest = max((rouge_l(made["prompt"], example) for example in seed.get("examples", ())), default=0.0)
    if nearest >= NOVELTY:
        return Eliminated(made, "not_new", f"ROUGE-L {nearest:.2f} with an example, below {NOVELTY} wanted")
    return made


def draw(settings: LLM, recipe: Recipe, seed: Row) -> list[Drawn]:
    """What to ask about a seed: up to `per_seed` questions, each by another template. A seed with examples, born for a
    node that is short, is asked for one more like them."""
    operator, node = seed.get("operator", "generate"), seed.get("node", "")
    rng = generator(recipe.seed, seed["id"], operator, node, "llm")
    language = language_of(rng, recipe, seed)
    if seed.get("examples"):
        return [_drawn(rng, settings, recipe, seed, template(f"{SELF_INSTRUCT}.{language}"), 0)]
    slots = offered(rng, seed, language)
    possible = [one for one in choices(settings, "generate", language) if (suits(one, slots) and one.slots) or one.raw]
    chosen = rng.sample(possible, min(1 if node else recipe.generate.per_seed, len(possible)))
    return [_drawn(rng, settings, recipe, seed, one, ordinal) for ordinal, one in enumerate(chosen)]


def offered(rng: random.Random, seed: Row, language: str) -> dict[str, Value]:
    """What a seed can fill slots with. One without text offers personas and functions."""
    if seed["kind"] == "code":
        return {"code": seed["text"]}
    if seed["kind"] == "document":
        more: dict[str, Value] = {"exchanges": str(rng.randint(*EXCHANGES)), "key": rng.choice(KEYS)}
        return {"passage": seed["text"], "text": seed["text"], **more}
    return {
        "persona": rng.choice(personas(language)),
        "functions": functions(rng, rng.randint(*FUNCTIONS)),
        "examples": seed.get("examples", []),
    }


def _drawn(rng: random.Random, settings: LLM, recipe: Recipe, seed: Row, one: Template, ordinal: int) -> Drawn:
    node = seed.get("node", "")
    category = node or category_for(rng, one)
    if "definition" in one.slots and category not in tree.leaves():
        category = leaf(rng, category)  # only a leaf has a definition
    language = one.language
    slots = {
        **offered(rng, seed, language),
        **manners(rng, settings.styled, language),
        **described(category, language),
    }
    born = born_by(seed)
    identity = record_id(recipe.seed, seed["id"], born, ordinal)
    question = Question(identity, settings.engine_of("generate", category), one, filled(one, slots))
    passage = seed["text"] if seed["kind"] == "document" else ""
    return Drawn(question, seed, ordinal, born, language, category, passage)


def category_for(rng: random.Random, one: Template) -> str:
    """A leaf that suits the template; "" for one that is told no category."""
    if "node" not in one.optional_slots and "node" not in one.slots:
        return ""
    reserved = {top for tops in SUBJECTS.values() for top in tops}
    free = tuple(top for top in tree.top_level() if top not in reserved)
    return leaf(rng, rng.choice(next((tops for slot, tops in SUBJECTS.items() if slot in one.slots), free)))


def row(recipe: Recipe, one: Drawn, answer: Answer) -> Row:
    """The instruction row of an answer."""
    seed, by = one.seed, one.question.template
    earlier, asked, reference = worded(answer.parts, one)
    return {
        "id": one.question.row,
        "ordinal": one.ordinal,
        "born": one.operator,
        "family": by.id.rpartition(".")[0],
        "template": by.id,
        "category": one.category,
        "language": one.language,
        "difficulty": 1,
        "split": seed["split"],
        "source": source_of(seed),
        "lineage": [lineage_step(one.question, answer, one.operator, seed["id"], recipe.seed)],
        "earlier": earlier,
        "prompt": asked,
        "reference": reference,
        "passage": one.passage,
        "quote": "",
        "checker": "",
        "args": {},
        "level": "",
    }


def worded(parts: dict[str, Any], one: Drawn) -> tuple[list[Row], str, Row]:
    """Earlier turns, the prompt, and what the model said of its answer, from the parts of an answer."""
    language = one.language
    if "turns" in parts:
        *earlier, last = parts["turns"]
        return earlier, last["content"], {}
    if "question" in parts:
        options = [f"{key}. {parts[f'option_{key.lower()}']}" for key in KEYS]
        asked = "\n".join([parts["question"], *options, "", CHOOSE[language]])
        return [], asked, {"answer": parts["key"], "solution": parts["explanation"]}
    if "calls" in parts:
        listed = str(one.question.slots["functions"])
        asked = f"{parts['instruction']}\n\n{CALLABLE[language]}\n```json\n{listed}\n```\n{CALL[language]}"
        return [], asked, {"answer": json.dumps(parts["calls"], ensure_ascii=False)}
    reference: Row = {key: parts[key] for key in ("answer", "solution") if key in parts}
    return [], str(parts["instruction"] if "instruction" in parts else parts["text"]).strip(), reference
