"""The learning rate over a run; trainer/config.Schedule says which shapes there are and where they come from."""

import math

from trainer.config import TrainConfig


def rate(step: int, config: TrainConfig) -> float:
    """The share of the peak rate at a step, counted from 0."""
    shape, done, total = config.schedule, step + 1, config.steps
    rise = shape.warmup * total
    risen = min(1.0, done / rise) if rise else 1.0
    grown = math.sqrt(config.rows_at(step) / config.rows)
    if shape.shape == "trapezoid":
        return (
            min(risen, _linear(shape.floor, (total - step) / (shape.decay * total or 1)) if shape.decay else 1.0)
            * grown
        )
    if shape.shape == "cosine":
        return min(risen, _cosine(shape.floor, (done - rise) / max(1.0, total - rise))) * grown
    last = shape.annealing * total
    if done > total - last:
        left = (total - done) / last
        return (shape.floor + (shape.before_annealing - shape.floor) * left) * grown
    return min(risen, _cosine(shape.before_annealing, (done - rise) / max(1.0, total - last - rise))) * grown


def anneals(step: int, config: TrainConfig) -> bool:
    """Whether a step belongs to the last phase, which trains on the best data."""
    schedule = config.schedule
    return schedule.shape == "annealed" and step + 1 > config.steps * (1 - schedule.annealing)


def _linear(floor: float, left: float) -> float:
    return floor + (1 - floor) * min(1.0, left)


def _cosine(floor: float, gone: float) -> float:
    return floor + (1 - floor) * (1 + math.cos(math.pi * min(1.0, max(0.0, gone)))) / 2
