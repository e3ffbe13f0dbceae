"""The sections of a recipe that belong to steps of the flow, each with its defaults and where they come from."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from filters.decontaminate import Runs
from filters.minhash import Sketch
from filters.repeated_lines import Repetition
from filters.rules import Limits, active, words
from filters.sandbox.levels import SandboxLevel
from pipeline import routes
from pipeline.settings import Settings, Share
from pipeline.teachers.procedural.evolution import OPERATORS
from prompts.tree import require


class Generate(Settings):
    per_seed: int = Field(1, ge=1, le=64)
    """Instructions drawn from each seed, each from another family."""
    languages: dict[Literal["en", "zh"], float] = {"en": 0.8, "zh": 0.2}
    """Weights of the languages, where a family speaks more than one."""


class Evolve(Settings):
    rounds: int = Field(1, ge=0, le=8)
    share: Share = 0.4
    """Share of the instructions that each round tries to change."""
    min_gain: int = Field(1, ge=0)
    """Words and figures that a child must say and its parent does not, or it is eliminated (filters/elimination.py)."""
    apology_words: int = Field(80, ge=0)
    """An answer to a child that apologises in fewer words eliminates it."""
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


MOST_CANDIDATES = 64


class Respond(Settings):
    candidates: int = Field(3, ge=1, le=MOST_CANDIDATES)
    slip_rate: Share = 0.15
    """Share of the candidates that are wrong on purpose, so that the checks have something to catch."""


TIERS = (1, 2, 3, 4)
"""Of a critique, worst first."""


class Score(Settings):
    """How one of the candidates is chosen where no checker can decide. The paper discloses neither thresholds nor the
    number of answers (Hunyuan-Large, section 2.1.1): the defaults are the project's own."""

    min_agreement: Share = 0.5
    """Least share of the votes that the winning answer must have; a tie has no winner, whatever the share."""
    min_votes: int = Field(2, ge=2, le=MOST_CANDIDATES)
    """Fewest candidates with a final answer among which a vote is held. With fewer the critique alone decides."""
    longest_answer: int = Field(200, ge=1)
    """Characters. A longer final answer is free text, which is not voted on."""
    weighted: bool = False
    """Whether a vote counts as many times as the tier of its critique, instead of once."""
    min_tier: int | dict[str, int] = 3
    """Least tier of the critique (1 to 4): one for all, or tiers by node of the category tree with "default" for the
    rest."""
    tiers: Literal["minimum", "mean"] = "minimum"
    """What counts where several judges gave a tier: the lowest one, or their mean, rounded down."""

    @field_validator("min_tier", mode="before")
    @classmethod
    def tiers_exist(cls, route: Any) -> Any:
        for node, tier in routes.by_node(route).items():
            if tier not in TIERS:
                found = f"; found {tier!r} for {node!r}" if isinstance(route, dict) else ""
                raise ValueError(f"expected a tier from 1 to 4, or tiers by node of the category tree{found}")
        routes.check_nodes(route, "a tier")
        return route


class Preferences(Settings):
    min_margin: Annotated[float, Field(gt=0.0, le=1.0)] = 0.3
    """Least margin between two answers that both passed for the worse one to be a rejected side (see
    filters/preferences.py). One tier of the critique, without votes, is 1/3. The project's own."""


def _usable(limits: Limits) -> Limits:
    """Limits that name known rules and, where they name one, a list of words that can be read."""
    active(limits)
    if limits.words.file:
        words.read(limits.words.file)
    return limits


Rules = Annotated[Limits, AfterValidator(_usable)]
"""Rule filters on the text of a record; each family of filters/rules/ says where its defaults come from."""


class Labels(Settings):
    """File records by the category tree that have no node of it (filters/labels.py)."""

    examples: str
    """Records that are filed already: a data set folder, or a Parquet file with `messages` and `category`."""
    floor: Share = 0.5
    """A record is given no node unless one is likelier than this."""


class Semantic(Settings):
    """Records that mean the same, by a latent semantic analysis of their words (filters/semantic.py). The texts of all
    records that are left by then are in memory, so it is for some millions at most. The numbers are the project's own.
    """

    threshold: Annotated[float, Field(gt=0.0, le=1.0)] = 0.95
    """Cosine similarity from which two texts mean the same."""
    cell: int = Field(1000, ge=1)
    """Texts in a cell, on average; only texts of one cell are compared."""
    dimensions: int = Field(128, ge=1, le=1024)


class Dedup(Settings):
    near: bool = True
    threshold: Annotated[float, Field(gt=0.0, lt=1.0)] = 0.7
    """Jaccard similarity of the sets of shingles from which two texts are near-duplicates. At the border the true one
    is computed, not estimated."""
    exact: bool = True
    """Equal texts: those with the same tokens, whatever the case and the blanks."""
    permutations: int = Field(128, ge=16, le=1024)
    shingle: int = Field(5, ge=1, le=32)
    """Words (characters for Chinese) in a shingle."""
    punctuation: bool = True
    """Whether punctuation marks and symbols count as words of a shingle. Without them code that was formatted anew is
    always found and other code removed less often, but `3 + 4` and `3 - 4` are alike (docs/duplicates.md)."""
    semantic: Semantic | None = None
    against: list[str] = Field(default_factory=list)
    """Other data sets (files, folders, patterns) or saved indexes of signatures: what is like a record of them by
    `threshold` goes, too."""
    index: str = ""
    """Folder in which the index of the data sets in `against` is kept, to be named there the next time; it goes with
    the work in progress when not given."""
    partitions: int = Field(0, ge=0, le=4096)
    """Parts in which a large input is compared, so that workers share the work; 0: one process compares all. Changes no
    byte of the result."""

    @model_validator(mode="after")
    def something_to_do(self) -> "Dedup":
        if not (self.exact or self.near or self.semantic or self.against):
            raise ValueError("exact and near are off, and semantic and against are not given: nothing would be removed")
        return self

    @property
    def sketch(self) -> Sketch:
        return Sketch(self.permutations, self.shingle, "words" if self.punctuation else "letters")

    @property
    def texts(self) -> bool:
        """Whether the decision needs the texts themselves."""
        return self.near or self.semantic is not None


class Lines(Settings):
    """Lines of documents that many of them share (filters/repeated_lines.py). The numbers are the project's own."""

    max_documents: int = Field(10, ge=1)
    """Documents in which a line may stand before it goes from all of them."""
    piece: Literal["lines", "paragraphs"] = "lines"
    shortest: int = Field(20, ge=1)
    """Characters; a shorter piece stays."""

    @property
    def repetition(self) -> Repetition:
        return Repetition(self.piece, self.max_documents, self.shortest)


class CuratedDedup(Dedup):
    """What more can be done to a data set that exists: the spans of seeds must stay what their sources hold."""

    lines: Lines | None = None


def _listed(files: Any) -> Any:
    return [files] if isinstance(files, str) else files


Named = dict[str, Annotated[list[str], BeforeValidator(_listed)]]
"""One text or several, by the name of a benchmark."""


class Decontaminate(Settings):
    """Records that hold an item of a benchmark go (filters/decontaminate.py, where the numbers come from)."""

    against: Named = Field(default_factory=dict)
    """Files or patterns of files by the benchmark's name: .jsonl, .json, .csv, .txt, also with .gz."""
    fields: Named = Field(default_factory=dict)
    """The columns that hold an item's text, by the benchmark's name; found in its first record when not given."""
    index: str = ""
    """Folder in which the index, hashes alone, is kept and found again; it goes with the work in progress when not
    given."""
    words: int = Field(13, ge=1)
    """Words in a run (characters for Chinese)."""
    short_words: int = Field(8, ge=1)
    """Words in a run for items that have fewer than `words`; still shorter items cannot be judged."""
    share: Annotated[float, Field(gt=0.0, le=1.0)] = 0.5
    """Share of an item's runs from which on a record goes."""

    @model_validator(mode="after")
    def consistent(self) -> "Decontaminate":
        if not self.against and not self.index:
            raise ValueError("name benchmarks (against: {name: file}) or a saved index (index: folder)")
        if self.short_words > self.words:
            raise ValueError(f"short_words {self.short_words} must not be above words {self.words}")
        if unknown := sorted(set(self.fields) - set(self.against)):
            raise ValueError(f"fields names {', '.join(unknown)}, which against does not")
        return self

    @property
    def runs(self) -> Runs:
        return Runs(self.words, self.short_words, self.share)


class Quotas(Settings):
    max_share: Annotated[float, Field(gt=0.0, le=1.0)] = 1.0
    """No family makes more than this share of the kept records."""
    target: int | None = Field(None, ge=1)
    """Keep so many records."""
    nodes: dict[str, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)
    """Records to keep at or below nodes of the category tree: whole numbers, or below 1 shares of `target`."""

    @model_validator(mode="after")
    def nodes_exist(self) -> "Quotas":
        for node in self.nodes:
            require(node)
        if self.target is None and any(amount < 1 for amount in self.nodes.values()):
            raise ValueError("nodes below 1 are shares of target, and target is not given")
        if self.target is not None and (promised := sum(self.wanted.values())) > self.target:
            raise ValueError(f"nodes ask for {promised} records, target is {self.target}")
        return self

    @property
    def wanted(self) -> dict[str, int]:
        """Records to keep by node; a share is one of the target."""
        return {
            node: round(amount * (self.target or 0)) if amount < 1 else round(amount)
            for node, amount in self.nodes.items()
        }


class Balance(Quotas):
    rounds: int = Field(2, ge=0, le=16)
    """Rounds in which more is made where `target` or a node is short; none without either."""
    capacities: bool = True
    """Keep of each family at most what it can give before its records repeat each other."""

    @property
    def augmentations(self) -> int:
        return self.rounds if self.nodes or self.target is not None else 0


class Sandbox(Settings):
    minimum: SandboxLevel = SandboxLevel.CONFINED
    """Least level at which programs from answers are run; a machine with less refuses the run before it begins.
    `limits` gives up protection against intruders: see filters/sandbox/levels.py."""


class Output(Settings):
    shards: int | None = Field(None, ge=1, le=4096)
    """Files of the train split; chosen by size (about 200 MB each) when not given."""
    compression_level: int = Field(3, ge=1, le=19)
