"""The learning rate over a run: a linear rise, a plateau, a linear fall (trapezoid)."""

from trainer.config import TrainConfig


def rate(step: int, config: TrainConfig) -> float:
    """The share of the peak rate at a step, counted from 0."""
    done, total = step + 1, config.steps
    rise = config.warmup * total
    fall = config.decay * total
    left = (total - step) / fall if fall else 1.0
    return min(1.0, done / rise if rise else 1.0, config.floor + (1 - config.floor) * min(1.0, left))
