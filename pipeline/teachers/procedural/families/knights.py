"""Brain teasers that leave a single solution: liars, culprits, switches and false coins (English and Chinese)."""

from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, KindsFamily, pick
from pipeline.teachers.procedural.solving.puzzle_kinds import Coin, Switches
from pipeline.teachers.procedural.solving.riddle_kinds import Hidden, Island


class TaskFamily(KindsFamily):
    id = "knights"
    category = "Knowledge Utilization/Open-book Questions/Intelligence Questions/Brain Teasers"
    checker = "knights"
    wordings = {
        "en": (
            "{setting}\n{task}",
            "Here is a brain teaser. {task}\nExplain how you find it. {setting}",
            "{setting} Can you crack this riddle?\n\n{task}",
            "Riddle: {task}\n\n({setting})",
            "{task}\nReason step by step and put the solution after “Answer:”.\n{setting}",
            "{setting} Think it through carefully. {task}",
        ),
        "zh": (
            "{setting}\n{task}",
            "来一道推理题。{task}\n请说明思路。{setting}",
            "{setting}你能解开这个谜题吗？\n\n{task}",
            "谜题：{task}\n\n（{setting}）",
            "{task}\n请一步步推理，最后以“答案：”写出结果。\n{setting}",
            "{setting}请仔细想想。{task}",
        ),
    }
    slip_kinds = ("all_swapped", "one_missing", "none_of_them", "another_one", "one_too_many")
    kinds = {"island": Island(), "hidden": Hidden(), "switches": Switches(), "coin": Coin()}

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: the riddles are small enough to be searched whole."""

    def shown(self, value: Any, args: Args, language: str) -> str:
        if args["kind"] == "coin":
            return pick(language, ", ", "，").join(value)
        return LIST[language].join(value) or pick(language, "none", "没有")
