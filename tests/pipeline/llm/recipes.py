"""Recipes that ask the scripted server."""

from typing import Any

from pipeline.recipe import Recipe, check
from tests.pipeline.engines.server import Server


def scripted_recipe(server: Server, teacher: dict[str, Any] | None = None, **more: Any) -> Recipe:
    """A small one; `teacher` and other keywords replace or add keys."""
    prices = {"prompt": 1, "completion": 3}
    local = {"kind": "endpoint", "url": f"{server.url}/v1", "model": "scripted", "prices": prices}
    small: dict[str, Any] = {
        "name": "llm",
        "seed": 1,
        "work_shards": 2,
        "seeds": {"sources": [{"kind": "procedures", "count": 16}]},
        "teacher": {"kind": "llm", "engines": {"local": local}, **(teacher or {})},
        "generate": {"languages": {"en": 1}},
        "evolve": {"rounds": 0},
        "respond": {"candidates": 1},
    }
    return check({**small, **more})
