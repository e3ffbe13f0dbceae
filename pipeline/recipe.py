"""The recipe: everything that decides the bytes of a data set, as YAML, checked key by key."""

from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.settings import Settings, Share
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.procedural.evolution import OPERATORS
from pipeline.teachers.procedural.registry import BUILT_IN, family, names
from prompts.tree import require

Limit = dict[Literal["document", "code"], Annotated[int, Field(ge=0)]]
"""At most so many seeds of a kind, drawn by a keyed choice; a kind that is not named has no limit."""


class Python(Settings):
    """The Python standard library of this machine: functions and docstrings."""

    kind: Literal["python"]
    limit: Limit = Field(default_factory=dict)


class Documents(Settings):
    """A file or a folder of documents and source code of one's own."""

    kind: Literal["documents"]
    path: str
    licence: str = ""
    limit: Limit = Field(default_factory=dict)


class Procedures(Settings):
    """Seeds without text, for the families that need none."""

    kind: Literal["procedures"]
    count: int = Field(ge=1)


SOURCES: dict[str, type[Settings]] = {"python": Python, "documents": Documents, "procedures": Procedures}
Source = Annotated[Python | Documents | Procedures, Field(discriminator="kind")]


class Seeds(Settings):
    sources: list[Source] = Field(min_length=1)
    near_duplicates: bool = True
    """Drop seeds that are near-duplicates of another seed, by the settings of `dedup`."""


class Procedural(Settings):
    """The embedded teacher: `families` names those to use (all by default), each with its settings and `weight`."""

    kind: Literal["procedural"] = "procedural"
    families: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}

    @model_validator(mode="after")
    def known(self) -> "Procedural":
        for name, settings in self.families.items():
            if name not in names():
                raise ValueError(f"unknown family {name!r}; allowed: {', '.join(names())}")
            if own := {key: value for key, value in settings.items() if key != "weight"}:
                family(name, own)
            if not isinstance(weight := settings.get("weight", 1), int | float) or weight <= 0:
                raise ValueError(f"family {name!r}: weight must be a number above 0 (found {weight!r})")
        return self


def _kinded(teacher: Any) -> Any:
    """A teacher without a kind is the embedded one."""
    return {"kind": "procedural", **teacher} if isinstance(teacher, dict) else teacher


class Generate(Settings):
    per_seed: int = Field(1, ge=1, le=64)
    """Instructions drawn from each seed, each from another family."""
    languages: dict[Literal["en", "zh"], float] = {"en": 0.8, "zh": 0.2}
    """Weights of the languages, where a family speaks more than one."""


class Evolve(Settings):
    rounds: int = Field(1, ge=0, le=8)
    share: Share = 0.4
    """Share of the instructions that each round tries to change."""
    operators: dict[str, Annotated[float, Field(ge=0.0)]] = Field(default_factory=dict)
    """Weights of operators that differ from their own; 0 leaves one out. See evolution/ of the procedural teacher."""

    @model_validator(mode="after")
    def operators_exist(self) -> "Evolve":
        for name in self.operators:
            if name not in OPERATORS:
                raise ValueError(f"unknown operator {name!r}; allowed: {', '.join(OPERATORS)}")
        if self.rounds and not any(self.weights().values()):
            raise ValueError("every operator has weight 0: set rounds to 0, or give one a weight")
        return self

    def weights(self) -> dict[str, float]:
        """The weight of every operator."""
        return {name: self.operators.get(name, operator.weight) for name, operator in OPERATORS.items()}


class Respond(Settings):
    candidates: int = Field(3, ge=1, le=64)
    slip_rate: Share = 0.15
    """Share of the candidates that are wrong on purpose, so that the checks have something to catch."""


class Score(Settings):
    min_agreement: Share = 0.0
    """Least share of the candidates that must agree with the chosen answer."""
    min_tier: int = Field(3, ge=1, le=4)
    """Least tier of the critique (1 to 4) for answers that no checker can check."""


class Rules(Settings):
    """Rule filters on the text of a record; see filters/rules.py for where the defaults come from."""

    max_characters: int = Field(6000, ge=1)
    min_response_characters: int = Field(1, ge=0)
    max_repeated_lines: Share = 0.5


class Dedup(Settings):
    near: bool = True
    threshold: Annotated[float, Field(gt=0.0, lt=1.0)] = 0.7
    """Jaccard similarity of the sets of shingles from which two texts are near-duplicates."""
    permutations: int = Field(128, ge=16, le=1024)
    shingle: int = Field(5, ge=1, le=32)
    """Words (characters for Chinese) in a shingle."""


class Balance(Settings):
    max_share: Annotated[float, Field(gt=0.0, le=1.0)] = 1.0
    """No family makes more than this share of the kept records."""
    target: int | None = Field(None, ge=1)
    """Keep so many records."""
    nodes: dict[str, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)
    """Records to keep at or below nodes of the category tree: whole numbers, or below 1 shares of `target`."""
    rounds: int = Field(2, ge=0, le=16)
    """Rounds in which more is made where `target` or a node is short; none without either."""
    capacities: bool = True
    """Keep of each family at most what it can give before its records repeat each other."""

    @model_validator(mode="after")
    def nodes_exist(self) -> "Balance":
        for node in self.nodes:
            require(node)
        if self.target is None and any(amount < 1 for amount in self.nodes.values()):
            raise ValueError("nodes below 1 are shares of target, and target is not given")
        if self.target is not None and self._promised() > self.target:
            raise ValueError(f"nodes ask for {self._promised():.0f} records, target is {self.target}")
        return self

    def _promised(self) -> float:
        return sum(amount * (self.target or 0) if amount < 1 else amount for amount in self.nodes.values())

    @property
    def augmentations(self) -> int:
        return self.rounds if self.nodes or self.target is not None else 0


class Output(Settings):
    shards: int | None = Field(None, ge=1, le=4096)
    """Files of the train split; chosen by size (about 200 MB each) when not given."""
    compression_level: int = Field(3, ge=1, le=19)


class Recipe(Settings):
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    seed: int = 0
    work_shards: int = Field(16, ge=1, le=4096)
    """Pieces that the work is cut into: the most workers that can share it. Part of the recipe, so that the number
    of workers changes nothing."""
    licence: str = "apache-2.0"
    """Of the data set, as the card states it."""
    seeds: Seeds
    teacher: Annotated[Procedural | LLM, Field(discriminator="kind"), BeforeValidator(_kinded)] = Procedural()
    generate: Generate = Generate()
    evolve: Evolve = Evolve()
    respond: Respond = Respond()
    score: Score = Score()
    rules: Rules = Rules()
    dedup: Dedup = Dedup()
    balance: Balance = Balance()
    test_share: Annotated[float, Field(ge=0.0, le=0.5)] = 0.05
    """Share of the seeds whose records are held out."""
    output: Output = Output()

    @model_validator(mode="after")
    def shares_can_hold(self) -> "Recipe":
        families = len(self.families)
        if families and families * self.balance.max_share < 1.0:
            raise ValueError(
                f"balance.max_share {self.balance.max_share} cannot hold with {families} families: "
                f"it must be at least {1 / families:.3f}"
            )
        return self

    @property
    def families(self) -> dict[str, dict[str, Any]]:
        """The task families of the embedded teacher, with their settings; none for another teacher."""
        return self.teacher.families if isinstance(self.teacher, Procedural) else {}

    @property
    def criticises(self) -> bool:
        """Whether a critique model judges the answers."""
        return isinstance(self.teacher, LLM) and self.teacher.criticises

    @property
    def prices(self) -> dict[str, dict[str, float]]:
        """Of a million tokens, by engine and kind."""
        engines = self.teacher.engines if isinstance(self.teacher, LLM) else {}
        return {name: engine.prices.model_dump() for name, engine in engines.items()}

    @property
    def hash(self) -> str:
        return digest("recipe", canonical(self.resolved()))

    def resolved(self) -> dict[str, Any]:
        """Every key with its value, defaults included."""
        return self.model_dump(mode="json")

    def to_yaml(self) -> str:
        stream = StringIO()
        writer = YAML()
        writer.default_flow_style = False
        writer.dump(self.resolved(), stream)
        return stream.getvalue()


def load(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Read and check a recipe; `overrides` are "dotted.key=value" texts that replace or add single keys.

    Raises UserError with the file, the key and what is allowed there.
    """
    path = Path(path)
    if not path.is_file():
        raise UserError(f"{path}: no such recipe file; recipes that come with Gristmill are in recipes/")
    try:
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise UserError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: not UTF-8 text") from None
    if not isinstance(data, dict):
        raise UserError(f"{path}: a recipe is a mapping of keys; found {type(data).__name__}")
    for override in overrides:
        _override(data, override)
    return check(data, str(path))


def check(data: dict[str, Any], where: str = "recipe") -> Recipe:
    """A recipe from plain data. Raises UserError, one line a mistake."""
    try:
        return Recipe.model_validate(data)
    except ValidationError as error:
        raise UserError("\n".join(f"{where}: {_sentence(problem)}" for problem in error.errors())) from None


def differences(one: dict[str, Any], other: dict[str, Any], prefix: str = "") -> list[str]:
    """The dotted keys in which two resolved recipes differ, with both values."""
    found = []
    for key in sorted({*one, *other}):
        left, right = one.get(key), other.get(key)
        if isinstance(left, dict) and isinstance(right, dict):
            found += differences(left, right, f"{prefix}{key}.")
        elif left != right:
            found.append(f"{prefix}{key}: {left!r} there, {right!r} here")
    return found


def _override(data: dict[str, Any], override: str) -> None:
    key, equals, value = override.partition("=")
    if not equals or not key:
        raise UserError(f"--set {override}: expected key=value, such as --set seed=7 or --set dedup.threshold=0.8")
    *parents, last = key.split(".")
    node: Any = data
    for part in parents:
        if isinstance(node, list) and part.isdigit() and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict):
            node = node.setdefault(part, {})
        else:
            raise UserError(f"--set {override}: there is no key {part!r} to go into")
    parsed = YAML(typ="safe").load(value)
    if isinstance(node, list) and last.isdigit() and int(last) < len(node):
        node[int(last)] = parsed
    elif isinstance(node, dict):
        node[last] = parsed
    else:
        raise UserError(f"--set {override}: {'.'.join(parents) or 'the recipe'} is not a mapping")


def _sentence(problem: Any) -> str:
    """One of pydantic's problems as a sentence that names the key and what is allowed there."""
    kind, where = problem["type"], ".".join(str(part) for part in problem["loc"])
    if kind == "extra_forbidden":
        return f"unknown key {where!r}; {_allowed(problem['loc'])}"
    if kind == "missing":
        return f"key {where!r} is missing"
    message = problem["msg"].removeprefix("Value error, ")
    found = "" if isinstance(problem["input"], dict | list) else f" (found {problem['input']!r})"
    return f"{where}: {message[0].lower() + message[1:]}{found}".removeprefix(": ")


def _allowed(location: tuple[str | int, ...]) -> str:
    """The keys that may stand where an unknown one was found."""
    model: Any = Recipe
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        if part in SOURCES:
            model = SOURCES[str(part)]
            continue
        field = model.model_fields.get(part) if hasattr(model, "model_fields") else None
        if field is None:
            return "see the recipe in the README for the keys there are"
        model = field.annotation
    fields = getattr(model, "model_fields", None)
    return f"allowed here: {', '.join(fields)}" if fields else "see the recipe in the README for the keys there are"
