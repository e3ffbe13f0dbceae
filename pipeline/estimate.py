"""What a run would ask of models and what that would cost, reckoned from its seeds before anything is paid.

The questions of all four verbs are drawn as a run draws them, with its keys: which seed is asked by which template of
which engine, which instruction is evolved, which is answered how. Only the answers are not there yet; in their place
stand texts of an assumed length. Not reckoned: answers that are asked for again because they cannot be parsed, and
instructions that fall away on the way.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.chosen_seeds import Chosen
from pipeline.keyed import digest
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.llm import critique, evolve, generate, respond
from pipeline.teachers.llm.asking import Answer, Question
from pipeline.teachers.llm.settings import LLM, VERBS, Verb
from pipeline.token_count import Count, counter
from prompts.templates import Template

SAMPLE = 500
"""Seeds of each source and kind whose questions are drawn."""
EXPECTED: dict[Verb, float] = {"generate": 0.15, "evolve": 0.15, "respond": 0.2, "critique": 0.25}
"""Expected length of an answer, as a share of the verb's max_tokens."""
EVOLVED = 30
"""Tokens by which an instruction grows when it is evolved: templates allow 10 to 40 words."""
TOKENS_OF = {"en": 1.3, "zh": 1.0}
"""Tokens in a word, or in a Chinese character: the units in which templates state lengths."""
MESSAGE = 4
"""Tokens that a chat template puts around each message."""
BOUNDS = re.compile(r"(\d+) (?:to|到) (\d+)")
BLANK = "\ue000"
"""Stands for one token of a text that is not there yet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step and engine. Tokens of completions and costs twice: expected, and at most."""

    step: str
    engine: str
    calls: int
    prompt_tokens: int
    completion_tokens: int
    most_completion_tokens: int
    cost: float
    most_cost: float


@dataclass(frozen=True, slots=True)
class Estimate:
    seeds: int
    instructions: int
    lines: tuple[Line, ...]
    assumed: dict[str, Any]
    """What was assumed, by name."""
    notes: tuple[str, ...]
    """What the figures leave out, as sentences."""

    @property
    def total(self) -> Line:
        figures = ("calls", "prompt_tokens", "completion_tokens", "most_completion_tokens", "cost", "most_cost")
        return Line("all", "", **{name: sum(getattr(line, name) for line in self.lines) for name in figures})

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "total": asdict(self.total)}


def estimate(recipe: Recipe, chosen: Chosen) -> Estimate:
    """For a recipe and its seeds. A teacher that computes its answers asks nothing and costs nothing."""
    groups: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in chosen.rows:
        groups[row["source_index"], row["kind"]].append(row)
    reckoned = Reckoning(recipe)
    for group, rows in groups.items():
        rows.sort(key=lambda row: digest(recipe.seed, "estimate", row["id"]))
        reckoned.add(rows[:SAMPLE], chosen.totals[group] / min(SAMPLE, len(rows)))
    return Estimate(
        seeds=round(sum(chosen.totals.values())),
        instructions=round(reckoned.instructions),
        lines=reckoned.lines(),
        assumed=reckoned.assumed(),
        notes=tuple(_notes(recipe, chosen)),
    )


class Reckoning:
    """The sums over the seeds so far."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.sums: dict[tuple[Verb, str], _Sum] = defaultdict(_Sum)
        self.instructions = 0.0
        engines = recipe.teacher.engines if isinstance(recipe.teacher, LLM) else {}
        self.counters = {name: counter(getattr(engine, "model", "")) for name, engine in engines.items()}

    def add(self, seeds: Sequence[Row], weight: float) -> None:
        """Reckon with seeds, each of which stands for `weight` of them."""
        teacher = self.recipe.teacher
        if isinstance(teacher, LLM):
            for seed in seeds:
                for drawn in generate.draw(teacher, self.recipe, seed):
                    self._follow(teacher, drawn, weight)
            return
        from pipeline.teachers.procedural.teacher import ProceduralTeacher

        made = ProceduralTeacher(self.recipe, teacher).generate(seeds, Counter())
        self.instructions += weight * sum(map(len, made))

    def _follow(self, settings: LLM, drawn: generate.Drawn, weight: float) -> None:
        """One instruction through the four verbs."""
        recipe = self.recipe
        self.instructions += weight
        self._ask("generate", drawn.question, weight)
        row = generate.row(recipe, drawn, _answer(self._parts(drawn, settings), drawn.question))
        for number in range(1, recipe.evolve.rounds + 1):
            operator = f"evolve/{number}"
            if question := evolve.draw(settings, recipe, row, operator):
                self._ask("evolve", question, weight)
                longer = _answer({"instruction": row["prompt"] + BLANK * EVOLVED}, question)
                row = evolve.child(recipe, row, question, longer, operator)
        candidates = recipe.respond.candidates
        self._ask("respond", respond.draw(settings, recipe, row), weight * candidates)
        if settings.criticises:
            response = BLANK * round(self._expected("respond"))
            for question in critique.draw(settings, row, response, 0):
                self._ask("critique", question, weight * candidates)

    def _parts(self, drawn: generate.Drawn, settings: LLM) -> dict[str, Any]:
        """The parts of an answer to a question that makes an instruction, of the length that its template asks for."""
        by, slots = drawn.question.template, drawn.question.slots
        asked = BLANK * self._length(by)
        if by.output.kind == "turns":
            more = int(str(slots.get("exchanges", generate.EXCHANGES[0]))) - 1
            pair = [{"role": "user", "content": asked}, {"role": "assistant", "content": asked * 2}]
            return {"turns": [*pair * more, pair[0]]}
        return {"instruction": asked, **({"calls": []} if "functions" in slots else {})}

    def _length(self, by: Template) -> int:
        """Tokens of an instruction: the middle of what its template allows, or what is expected of the verb."""
        bounds = BOUNDS.search(by.length)
        if not bounds:
            return round(self._expected("generate"))
        return round(TOKENS_OF[by.language] * (int(bounds[1]) + int(bounds[2])) / 2)

    def _expected(self, verb: Verb) -> float:
        assert isinstance(self.recipe.teacher, LLM)
        return EXPECTED[verb] * self.recipe.teacher.sampling_of(verb).max_tokens

    def _ask(self, verb: Verb, question: Question, weight: float) -> None:
        sums = self.sums[verb, question.engine]
        tokens = self._tokens(question, self.counters[question.engine][0])
        sums.calls += weight
        sums.prompt_tokens += weight * tokens

    def _tokens(self, question: Question, count: Count) -> int:
        if question.template.raw:
            assert isinstance(self.recipe.teacher, LLM)
            return count(getattr(self.recipe.teacher.engines[question.engine], "user_turn", "")) or MESSAGE
        texts = [message["content"] for message in question.template.render(**question.slots)]
        return sum(MESSAGE + count(text.replace(BLANK, "")) + text.count(BLANK) for text in texts)

    def lines(self) -> tuple[Line, ...]:
        """By step and engine, in the order of the flow."""
        order = sorted(self.sums, key=lambda key: (VERBS.index(key[0]), key[1]))
        return tuple(self._line(verb, engine, self.sums[verb, engine]) for verb, engine in order)

    def _line(self, verb: Verb, engine: str, sums: "_Sum") -> Line:
        assert isinstance(self.recipe.teacher, LLM)
        most = sums.calls * self.recipe.teacher.sampling_of(verb).max_tokens
        prices = self.recipe.prices[engine]
        cost, most_cost = (
            round((sums.prompt_tokens * prices["prompt"] + completion * prices["completion"]) / 1e6, 6)
            for completion in (EXPECTED[verb] * most, most)
        )
        return Line(
            verb,
            engine,
            calls=round(sums.calls),
            prompt_tokens=round(sums.prompt_tokens),
            completion_tokens=round(EXPECTED[verb] * most),
            most_completion_tokens=round(most),
            cost=cost,
            most_cost=most_cost,
        )

    def assumed(self) -> dict[str, Any]:
        if not isinstance(self.recipe.teacher, LLM):
            return {}
        return {
            "tokens_by": {name: how for name, (_, how) in self.counters.items()},
            "answer_share_of_max_tokens": EXPECTED,
            "max_tokens": {verb: self.recipe.teacher.sampling_of(verb).max_tokens for verb in VERBS},
            "instruction": "the middle of the length that its template states",
            "evolution_adds_tokens": EVOLVED,
            "chat_template_tokens_a_message": MESSAGE,
        }


@dataclass(slots=True)
class _Sum:
    calls: float = 0.0
    prompt_tokens: float = 0.0


def _answer(parts: dict[str, Any], question: Question) -> Answer:
    return Answer(parts, "", "stop", question.engine, call="")


def _notes(recipe: Recipe, chosen: Chosen) -> Iterator[str]:
    for source, part in sorted(chosen.parts.items()):
        yield f"seeds.sources.{source} is large: {100 * part:.1f} % of it was read, and the rest reckoned from that"
    if not isinstance(recipe.teacher, LLM):
        return
    yield (
        f"answers that cannot be parsed are asked for again, at most {recipe.teacher.retries} times each; that is "
        "not reckoned, nor what an output folder's call log already holds"
    )
    if rounds := recipe.balance.augmentations:
        ends = recipe.teacher.budget
        yield (
            f"up to {rounds} rounds of augmentation come on top where records are missing; "
            + (f"none begins once {ends:,} tokens are spent" if ends else "teacher.budget can end them")
        )
