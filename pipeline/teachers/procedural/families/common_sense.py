"""What everyday knowledge answers: more or less, what things do, the order of daily acts (English and Chinese)."""

from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.everyday_kinds import Ladder, Legs, Property, Steps
from pipeline.teachers.procedural.solving.kinds import LIST, KindsFamily


class TaskFamily(KindsFamily):
    id = "common_sense"
    category = "Mathematics and Reasoning/Common Sense Reasoning"
    checker = "common_sense"
    wordings = {
        "en": (
            "{setting} {task} Separate several by commas.",
            "{task} Use common sense, and commas between several.\n\n{setting}",
            "{setting}\n\nQuestion: {task}",
            "Here is something anybody can work out. {task} ({setting})",
            "{setting} Think of everyday life.\n{task} Finish with “Answer:”.",
            "{task}\n{setting} Put commas between the parts of the answer.",
        ),
        "zh": (
            "{setting}{task}多个答案用顿号隔开。",
            "{task}请凭常识回答，多个答案用顿号隔开。\n\n{setting}",
            "{setting}\n问题：{task}",
            "这是人人都能想明白的问题。{task}（{setting}）",
            "{setting}请联系日常生活想一想。\n{task}最后以“答案：”作答。",
            "{task}\n{setting}答案各项之间用顿号隔开。",
        ),
    }
    slip_kinds = ("swapped", "reversed", "one_missing", "one_repeated", "another", "one_too_many")
    kinds = {"ladder": Ladder(), "property": Property(), "steps": Steps(), "legs": Legs()}

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: the tables say what is known."""

    def shown(self, value: Any, args: Args, language: str) -> str:
        return LIST[language].join(value)
