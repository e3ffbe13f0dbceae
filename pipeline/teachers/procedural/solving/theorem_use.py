"""What exercises on theorems have in common."""

import random
from collections.abc import Mapping
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import Kind


class Use(Kind):
    """The use of a theorem: `right` is the number alone, the family adds the name."""

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {
            "off_by_one": value + rng.choice((-1, 1)),
            "value_doubled": 2 * value or None,
            "formula_confused": self.confused(args, value),
        }

    def confused(self, args: Args, value: Any) -> Any:
        """What a typical mistake in the formula leads to."""
        return None
