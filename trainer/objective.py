"""What a step of the loop trains on and towards: batches, and their loss. Here of text; preferences: trainer/dpo.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch

from trainer.attention import Documents
from trainer.balance import Loads
from trainer.config import TrainConfig
from trainer.data import Data
from trainer.evaluate import loss_on
from trainer.model import Loss, Model
from trainer.packing import Batch, Position, Rows, shared_out
from trainer.parallel import World
from trainer.schedule import anneals


@dataclass(frozen=True, slots=True)
class Work:
    """A process's part of a step."""

    batches: Sequence[Any]
    """Micro-batches, as many in every process."""
    tokens: int
    """Of the whole step, over all processes."""
    passes: int
    """Passes over the data that are over."""


class Objective(Protocol):
    length: float
    """Tokens that a document has at most, for the arithmetic that attention takes."""

    def go_to(self, positions: Mapping[str, Position]) -> None:
        """Take up the data where a state left them."""

    def positions(self) -> dict[str, Position]: ...

    def work(self, number: int, world: World) -> Work:
        """The batches of a step, counted from 0; called once for each, in order."""

    def loss(self, model: Model, batch: Any, dtype: torch.dtype, loads: Loads, world: World) -> Loss:
        """Over the micro-batches and processes of a step `text` and `told` add up to the step's."""

    def look(self, model: Model, dtype: torch.dtype, world: World) -> float | None:
        """The loss on what was held out, if anything was."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What a run over text trains on."""

    main: Data
    best: Data | None = None
    """For the last phase of an annealed schedule; the main stock where there is none."""
    test: Data | None = None
    """Held out, for looks at the loss on the way."""


class Text:
    """Predict the next token."""

    def __init__(self, stock: Stock, config: TrainConfig) -> None:
        self.stock, self.config, self.length = stock, config, float(config.sequence)
        self.orders: dict[str, Rows] = {}

    def go_to(self, positions: Mapping[str, Position]) -> None:
        stocks = {"main": self.stock.main, "best": self.stock.best}
        self.orders = {
            name: Rows(data.mixture, self.config.sequence, self.config.seed + salt, positions.get(name))
            for salt, (name, data) in enumerate(stocks.items())
            if data is not None
        }

    def positions(self) -> dict[str, Position]:
        return {name: order.position for name, order in self.orders.items()}

    def work(self, number: int, world: World) -> Work:
        last = "best" in self.orders and anneals(number, self.config)
        order = self.orders["best" if last else "main"]
        rows = order.take(self.config.rows_at(number))
        batches = shared_out(
            order.mixture, rows, self.config.evened, rank=world.rank, world=world.size, pieces=self.config.pieces
        )
        tokens = sum(int(order.mixture.lengths[document]) - 1 for row in rows for document in row)
        return Work(batches, tokens, order.position.number)

    def loss(self, model: Model, batch: Batch, dtype: torch.dtype, loads: Loads, world: World) -> Loss:
        attend = Documents(batch.lengths, self.config.regime.attention_dropout, world.device)
        return model.loss(
            batch.tokens_N.to(world.device),
            batch.targets_N.to(world.device),
            attend,
            dtype,
            batch.counts_N.to(world.device),
            self.config.regime,
            self.config.losses,
            loads,
            recompute=self.config.recompute,
        )

    def look(self, model: Model, dtype: torch.dtype, world: World) -> float | None:
        test = self.stock.test
        return loss_on(model, test.mixture, self.config, dtype, world) if test else None
