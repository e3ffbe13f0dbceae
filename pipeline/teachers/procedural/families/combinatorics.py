"""Counting and small probabilities, told as stories and solved by formulas (English and Chinese)."""

from dataclasses import dataclass

from pipeline.teachers.procedural.solving.chances import Code, Dice, RoundTable, Tournament, Urn
from pipeline.teachers.procedural.solving.counting import Committee, Grid, Row, Sharing, Tiles
from pipeline.teachers.procedural.solving.kinds import KindsFamily


class TaskFamily(KindsFamily):
    id = "combinatorics"
    category = "Mathematics and Reasoning/Combinatorial Mathematics"
    checker = "combinatorics"
    slip_kinds = (
        "off_by_one",
        "counted_twice",
        "factor_missed",
        "restriction_ignored",
        "order_mixed_up",
        "another_case",
    )
    kinds = {
        "committee": Committee(),
        "row": Row(),
        "tiles": Tiles(),
        "grid": Grid(),
        "sharing": Sharing(),
        "code": Code(),
        "tournament": Tournament(),
        "round_table": RoundTable(),
        "dice": Dice(),
        "urn": Urn(),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: the kinds bound their numbers, which are small enough to be counted one by one."""
