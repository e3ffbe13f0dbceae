"""Gristmill mills documents, code and procedures into verified synthetic instruction data, and proves it by training.

import gristmill
manifest = gristmill.synth("recipes/demo.yaml", out="out/data")
print(manifest["kept"]["records"])
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def synth(
    recipe: str | Path,
    out: str | Path,
    *,
    overrides: Sequence[str] = (),
    workers: int = 1,
    beam_options: Sequence[str] = (),
) -> dict[str, Any]:
    """Make the data set of a recipe file in the folder `out` and return its manifest.

    `overrides` are "dotted.key=value" texts; `workers` are processes on this machine; `beam_options`, when given, go to
    Apache Beam as they are and choose runner and workers in their place. Raises
    pipeline.errors.UserError with a sentence that says what to do.
    """
    from pipeline import recipe as recipes
    from pipeline.synth import synth as run

    return run(recipes.load(recipe, overrides), Path(out), workers=workers, beam_options=beam_options)
