"""The procedural teacher: the four verbs over task families."""

import random
from collections.abc import Sequence

from pipeline.identity import record_id
from pipeline.keyed import generator, share
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.base import Candidate, Eliminated
from pipeline.teachers.procedural.family import Args, Family, SeedText
from pipeline.teachers.procedural.registry import family

NAME = "procedural"
LONGEST_PROMPT = 2000
"""Characters; an evolution that grows beyond is eliminated."""


class ProceduralTeacher:
    """Draws tasks from families, evolves them, and answers them: mostly right, and sometimes wrong on purpose."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        settings = recipe.teacher.families
        self.families: dict[str, Family] = {
            name: family(name, {key: value for key, value in own.items() if key != "weight"})
            for name, own in settings.items()
        }
        self.weights = {name: float(own.get("weight", 1.0)) for name, own in settings.items()}

    # -- generate ------------------------------------------------------------------------------------------------

    def generate(self, seeds: Sequence[Row]) -> list[list[Row]]:
        return [self._instructions(seed) for seed in seeds]

    def _instructions(self, seed: Row) -> list[Row]:
        """Up to `per_seed` instructions, each of another family, in an order drawn for this seed."""
        made: list[Row] = []
        text = SeedText(seed["kind"], seed["text"], seed["title"], seed["language"])
        for name in self._order(seed):
            if len(made) == self.recipe.generate.per_seed:
                break
            if instruction := self._instruction(self.families[name], seed, text, ordinal=len(made)):
                made.append(instruction)
        return made

    def _order(self, seed: Row) -> list[str]:
        """The families that suit the seed's kind, in a weighted random order (Efraimidis and Spirakis 2006)."""
        rng = generator(self.recipe.seed, seed["id"], "families")
        keyed = [
            (rng.random() ** (1.0 / self.weights[name]), name)
            for name, one in self.families.items()
            if one.seed_kind == seed["kind"] and (seed["kind"] != "document" or seed["language"] in one.languages)
        ]
        return [name for _, name in sorted(keyed, reverse=True)]

    def _instruction(self, one: Family, seed: Row, text: SeedText, ordinal: int) -> Row | None:
        rng = generator(self.recipe.seed, seed["id"], "generate", one.id)
        language = seed["language"] if seed["kind"] == "document" else self._language(one, rng)
        args = one.propose(rng, text, language)
        if args is None:
            return None
        row = {
            "id": record_id(self.recipe.seed, seed["id"], "generate", ordinal),
            "ordinal": ordinal,
            "family": one.id,
            "language": language,
            "difficulty": 1,
            "split": seed["split"],
            "source": {key: seed[key] for key in ("kind", "uri", "hash", "span", "title", "licence")}
            | {"seed": seed["id"]},
            "lineage": [],
        }
        return self._put(row, one, args, rng, operator="generate", parent=seed["id"])

    def _language(self, one: Family, rng: random.Random) -> str:
        weights = [self.recipe.generate.languages.get(language, 0.0) for language in one.languages]  # type: ignore[call-overload]
        return rng.choices(one.languages, weights if any(weights) else None)[0]

    def _put(self, row: Row, one: Family, args: Args, rng: random.Random, operator: str, parent: str) -> Row:
        """Word the task and write down where it came from."""
        wording = rng.randrange(len(one.wordings[row["language"]]))
        step = {
            "operator": operator,
            "id": row["id"],
            "parent": parent,
            "template": f"{one.id}/{row['language']}/{wording}",
            "template_hash": one.hash,
            "teacher": NAME,
            "seed": f"{self.recipe.seed}/{operator}",
        }
        return row | {
            "args": args,
            "category": one.node(args),
            "prompt": one.render(args, row["language"], wording),
            "quote": one.quote(args),
            "checker": one.checker,
            "level": one.level.value,
            "lineage": [*row["lineage"], step],
        }

    # -- evolve --------------------------------------------------------------------------------------------------

    def evolve(self, instructions: Sequence[Row], round_number: int) -> list[Row | Eliminated | None]:
        return [self._child(row, f"evolve/{round_number}") for row in instructions]

    def _child(self, parent: Row, operator: str) -> Row | Eliminated | None:
        """A harder version, where the draw and the family allow one."""
        if share(self.recipe.seed, parent["id"], operator) >= self.recipe.evolve.share:
            return None
        one = self.families[parent["family"]]
        rng = generator(self.recipe.seed, parent["id"], operator, "task")
        args = one.evolve(rng, parent["args"], parent["language"])
        if args is None:
            return None
        name = record_id(self.recipe.seed, parent["source"]["seed"], operator, parent["ordinal"])
        row = parent | {"id": name, "difficulty": parent["difficulty"] + 1}
        child = self._put(row, one, args, rng, operator, parent["id"])
        if len(child["prompt"]) > LONGEST_PROMPT:
            return Eliminated(child, "too_long", f"{len(child['prompt'])} characters, at most {LONGEST_PROMPT}")
        if args == parent["args"]:
            return Eliminated(child, "no_gain", "the task is the parent's")
        return child

    # -- respond -------------------------------------------------------------------------------------------------

    def respond(self, instructions: Sequence[Row]) -> list[list[Candidate]]:
        return [self._candidates(row) for row in instructions]

    def _candidates(self, row: Row) -> list[Candidate]:
        """The solver's answer, and with the recipe's `slip_rate` a planted slip in its place."""
        one, args, language = self.families[row["family"]], row["args"], row["language"]
        solution = Candidate(one.solve(args, language).text)
        made = []
        for index in range(self.recipe.respond.candidates):
            planted = None
            if share(self.recipe.seed, row["id"], "slip", index) < self.recipe.respond.slip_rate:
                planted = one.slip(generator(self.recipe.seed, row["id"], "respond", index), args, language)
            made.append(Candidate(planted.text, planted.kind) if planted else solution)
        return made
