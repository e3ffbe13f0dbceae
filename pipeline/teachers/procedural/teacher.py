"""The procedural teacher: the four verbs over task families."""

import random
from collections import Counter
from collections.abc import Sequence

from filters.reading.answer import MARK, final_answer
from pipeline.identity import record_id
from pipeline.keyed import generator, share
from pipeline.recipe import Procedural, Recipe
from pipeline.schema import Row
from pipeline.shards import plain
from pipeline.teachers.base import Candidate, Critique, Eliminated, Failure, born_by, source_of
from pipeline.teachers.elimination import limits_of, unless_eliminated
from pipeline.teachers.procedural import constraining
from pipeline.teachers.procedural.evolution import OPERATORS
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.family import Family, SeedText, Slip
from pipeline.teachers.procedural.registry import family, serves
from pipeline.teachers.procedural.task import (
    RECALL_ANSWER,
    RECALL_QUESTION,
    Task,
    answer,
    check_of,
    constrained,
    prompt,
    recalled,
)

NAME = "procedural"
LONGEST_PROMPT = 2000
"""Characters; an evolution that grows beyond is eliminated."""
TRIES = 40
"""Draws of a family that serves several nodes, until one belongs to the node that is wanted."""
BREACHES = 0.5
"""Share of the slips in a task with constraints that break a constraint instead of the answer."""


class ProceduralTeacher:
    """Draws tasks from families, evolves them, and answers them: mostly right, and sometimes wrong on purpose."""

    def __init__(self, recipe: Recipe, settings: Procedural) -> None:
        self.recipe = recipe
        self.families: dict[str, Family] = {
            name: family(name, {key: value for key, value in own.items() if key != "weight"})
            for name, own in settings.families.items()
        }
        self.weights = {name: float(own.get("weight", 1.0)) for name, own in settings.families.items()}
        self.operators = recipe.evolve.weights()

    # -- generate ------------------------------------------------------------------------------------------------

    def generate(self, seeds: Sequence[Row], noted: Counter[str]) -> list[list[Row | Eliminated | Failure]]:
        return [[*self._instructions(seed)] for seed in seeds]

    def _instructions(self, seed: Row) -> list[Row]:
        """Up to `per_seed` instructions, each of another family, in an order drawn for this seed.

        A seed of an augmentation names the operator and the node that its instructions must belong to.
        """
        made: list[Row] = []
        text = SeedText(seed["kind"], seed["text"], seed["title"], seed["language"])
        operator, node = seed.get("operator", "generate"), seed.get("node", "")
        for name in self._order(seed, operator, node):
            if len(made) == (1 if node else self.recipe.generate.per_seed):
                break
            if task := self._draw(self.families[name], seed, text, operator, node):
                made.append(self._instruction(task, seed, operator, ordinal=len(made)))
        return made

    def _order(self, seed: Row, operator: str, node: str) -> list[str]:
        """The families that suit the seed's kind, in a weighted random order."""
        rng = generator(self.recipe.seed, seed["id"], "families", operator, node)
        suited = {
            name: self.weights[name]
            for name, one in self.families.items()
            if one.seed_kind == seed["kind"]
            and (seed["kind"] != "document" or seed["language"] in one.languages)
            and serves(name, node)
        }
        return _weighted_order(rng, suited)

    def _draw(self, one: Family, seed: Row, text: SeedText, operator: str, node: str) -> Task | None:
        rng = generator(self.recipe.seed, seed["id"], operator, one.id)
        language = seed["language"] if seed["kind"] == "document" else self._language(one, rng)
        for _ in range(TRIES if node and one.nodes else 1):  # a family of several nodes may draw another one
            args = one.propose(rng, text, language)
            if args is None:
                return None
            if not node or f"{one.node(args)}/".startswith(f"{node}/"):
                return Task(one.id, args, language, rng.randrange(len(one.wordings[language])))
        return None

    def _instruction(self, task: Task, seed: Row, operator: str, ordinal: int) -> Row:
        born = born_by(seed)
        row = {
            "id": record_id(self.recipe.seed, seed["id"], born, ordinal),
            "ordinal": ordinal,
            "language": task.language,
            "difficulty": 1,
            "split": seed["split"],
            "source": source_of(seed),
            "born": born,
            "lineage": [],
        }
        return self._put(row, task, operator, parent=seed["id"])

    def _language(self, one: Family, rng: random.Random) -> str:
        weights = [self.recipe.generate.languages.get(language, 0.0) for language in one.languages]  # type: ignore[call-overload]
        return rng.choices(one.languages, weights if any(weights) else None)[0]

    def _put(self, row: Row, task: Task, operator: str, parent: str) -> Row:
        """Word the task and write down where it came from."""
        one = self.families[task.family]
        checker, args = check_of(task, one)
        step = {
            "operator": operator,
            "id": row["id"],
            "parent": parent,
            "template": template(task),
            "template_hash": one.hash,
            "teacher": NAME,
            "seed": f"{self.recipe.seed}/{operator}",
            "call": "",
        }
        return row | {
            "task": task.to_row(),
            "family": one.id,
            "category": one.node(task.args),
            "template": template(task),
            "earlier": [
                {"role": role, "content": content}
                for turn in task.earlier
                for role, content in (("user", turn.prompt), ("assistant", turn.response))
            ],
            "prompt": prompt(task, one),
            "quote": one.quote(task.args),
            "checker": checker,
            "args": plain(args),
            "level": one.level.value,
            "lineage": [*row["lineage"], step],
        }

    # -- evolve --------------------------------------------------------------------------------------------------

    def evolve(
        self, instructions: Sequence[Row], round_number: int, noted: Counter[str]
    ) -> list[Row | Eliminated | Failure | None]:
        return [self._child(row, f"evolve/{round_number}") for row in instructions]

    def _child(self, parent: Row, operator: str) -> Row | Eliminated | None:
        """A child by the first of the operators, in a drawn order, that applies; None where the draw spares the parent
        or no operator applies."""
        if share(self.recipe.seed, parent["id"], operator) >= self.recipe.evolve.share:
            return None
        rng = generator(self.recipe.seed, parent["id"], operator, "task")
        task = Task.from_row(parent["task"])
        one = self.families[task.family]
        source = parent["source"]
        seen = Parent(task, one, self.families, self.weights, source["kind"], source["title"])
        for name in _weighted_order(rng, self.operators):
            child = OPERATORS[name].apply(rng, seen)
            if child is not None and answer(child, self.families[child.family]) is not None:
                break
        else:
            return None
        row = parent | {
            "id": record_id(self.recipe.seed, source["seed"], f"{parent['born']}/{operator}", parent["ordinal"]),
            "difficulty": parent["difficulty"] + OPERATORS[name].harder,
        }
        made = self._put(row, child, f"{operator}/{name}", parent["id"])
        return unless_eliminated(made, parent, limits_of(self.recipe), LONGEST_PROMPT)

    # -- respond -------------------------------------------------------------------------------------------------

    def respond(self, instructions: Sequence[Row], noted: Counter[str]) -> list[list[Candidate] | Failure]:
        return [self._candidates(row) for row in instructions]

    def _candidates(self, row: Row) -> list[Candidate]:
        """The right answer, and with the recipe's `slip_rate` a planted slip in its place."""
        task = Task.from_row(row["task"])
        one = self.families[task.family]
        right = answer(task, one)
        if right is None:
            raise RuntimeError(f"record {row['id']}: its constraints cannot be met; please report this")
        made = []
        for index in range(self.recipe.respond.candidates):
            planted = None
            if share(self.recipe.seed, row["id"], "slip", index) < self.recipe.respond.slip_rate:
                planted = slip(generator(self.recipe.seed, row["id"], "respond", index), task, one, right)
            made.append(Candidate(planted.text, planted.kind) if planted else Candidate(right))
        return made

    # -- critique ------------------------------------------------------------------------------------------------

    def critique(self, rows: Sequence[Row], noted: Counter[str]) -> list[list[tuple[Critique, ...]] | Failure]:
        """Answers that are checked by computing need no judge."""
        return [[() for _ in row["candidates"]] for row in rows]

    def close(self) -> None:
        """Nothing to free."""


def template(task: Task) -> str:
    """What words the task: family, language and wording, with the style if it has one, or the turn."""
    if task.turn:
        return f"{task.turn}/{task.language}"
    style = f"/{task.style[0]}/{task.style[1]}" if task.style else ""
    return f"{task.family}/{task.language}/{task.wording}{style}"


def slip(rng: random.Random, task: Task, one: Family, right: str) -> Slip | None:
    """A wrong response to a task: the family's own, in the form that the constraints demand, or a broken constraint,
    or a false recollection."""
    if task.turn in (RECALL_ANSWER, RECALL_QUESTION):
        return _forgotten(rng, task)
    if task.constraints and rng.random() < BREACHES:
        broken = rng.choice(task.constraints)
        text = constraining.violate(rng, broken.kind, broken.parameters, right, task.language)
        return Slip("constraint_broken", text) if text is not None else None
    wrong = one.slip(rng, task.args, task.language)
    if wrong is None:
        return None
    text = constrained(task, one, wrong.text)
    return Slip(wrong.kind, text) if text is not None else None


def _forgotten(rng: random.Random, task: Task) -> Slip | None:
    """Another turn's answer or question, or a changed one."""
    first = task.earlier[0]
    if task.turn == RECALL_QUESTION:
        words = first.prompt.split()
        place = rng.randrange(len(words))
        kind, said = rng.choice(
            (
                ("word_dropped", " ".join([*words[:place], *words[place + 1 :]])),
                ("other_question", task.earlier[-1].prompt),
            )
        )
        return Slip(kind, said) if said.split() != words else None
    right, last = final_answer(first.response), final_answer(task.earlier[-1].response)
    other = last if MARK[task.language] in task.earlier[-1].response and "\n" not in last else f"{right}0"
    return Slip("other_answer", recalled(task, other, "")) if other != right else None


def _weighted_order(rng: random.Random, weights: dict[str, float]) -> list[str]:
    """All names, those of more weight earlier by chance (Efraimidis and Spirakis 2006); none of weight 0."""
    keyed = [(rng.random() ** (1.0 / weight), name) for name, weight in weights.items() if weight > 0]
    return [name for _, name in sorted(keyed, reverse=True)]
