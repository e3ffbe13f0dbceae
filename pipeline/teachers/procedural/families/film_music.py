"""Music: instruments and their families, works and their composers, and the arithmetic of notes: transposing, counting
semitones and beats, naming intervals and degrees of a scale (English and Chinese)."""

import random
from collections.abc import Sequence
from fractions import Fraction

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import pair
from pipeline.teachers.procedural.solving.traits import TraitFamily, puts
from pipeline.teachers.procedural.words.music import INSTRUMENTS, WORKS

OCCASIONS = {
    "en": (
        "{name} takes violin lessons in the {place}.",
        "{name} and {other} rehearse with the choir {time}.",
        "A concert programme lies in the {place}; {name} reads it.",
        "Music theory, sheet {number}: {name} is stuck.",
    ),
    "zh": (
        "{name}在{place}学小提琴。",
        "{name}和{other}{time}参加合唱排练。",
        "{place}里放着一张音乐会节目单，{name}在看。",
        "乐理作业第{number}页难住了{name}。",
    ),
}
_ASKS = puts("name", "名称")
ASKS = {
    "en": _ASKS["en"]
    | {
        "up": pair(
            "What are the notes {items} when moved up by {target} semitones (write sharps, no flats)?",
            "Transpose this melody up by {target} semitones, with sharps and no flats: {items}.",
            "the notes",
            "the notes",
        ),
        "down": pair(
            "What are the notes {items} when moved down by {target} semitones (write sharps, no flats)?",
            "Transpose this melody down by {target} semitones, with sharps and no flats: {items}.",
            "the notes",
            "the notes",
        ),
        "semitones": pair(
            "How many semitones lead up from the first note to the next one above of the second: {items}?",
            "Count the semitones of each step upward: {items}.",
            "the number",
            "the numbers",
        ),
        "interval": pair(
            "What is the interval upward, less than an octave: {items}?",
            "Name the interval from the lower to the next higher note: {items}.",
            'its name, such as "minor third"',
            'the names, such as "minor third"',
        ),
        "beats": pair(
            "How many beats last these notes together if a quarter note is one beat: {items}?",
            "Add up the lengths in beats (a quarter note is one beat): {items}.",
            "the number",
        ),
        "degree": pair(
            "Which notes are the degrees {items} of the scale of {target} major?",
            "Name these degrees of the {target} major scale: {items}.",
            "the notes",
            "the notes",
        ),
    },
    "zh": _ASKS["zh"]
    | {
        "up": pair(
            "音符{items}升高{target}个半音后是什么（只用升号）？", "把旋律{items}上移{target}个半音，只用升号。", "音名"
        ),
        "down": pair(
            "音符{items}降低{target}个半音后是什么（只用升号）？", "把旋律{items}下移{target}个半音，只用升号。", "音名"
        ),
        "semitones": pair(
            "从前一个音向上到最近的后一个音有几个半音：{items}？", "数一数每步上行有几个半音：{items}。", "数字"
        ),
        "interval": pair(
            "向上到最近的后一个音是什么音程：{items}？",
            "写出从低音到上方最近的高音的音程名称：{items}。",
            "名称（如“小三度”）",
        ),
        "beats": pair(
            "以四分音符为一拍，这些音符一共几拍：{items}？",
            "把下列音符的时值加起来（四分音符为一拍）：{items}。",
            "数字",
        ),
        "degree": pair(
            "{target}大调音阶的第{items}级各是什么音？", "写出{target}大调音阶中的这些音级：{items}。", "音名"
        ),
    },
}
NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
NATURAL = ("C", "D", "E", "F", "G", "A", "B")
INTERVALS = {
    1: ("minor second", "小二度"),
    2: ("major second", "大二度"),
    3: ("minor third", "小三度"),
    4: ("major third", "大三度"),
    5: ("perfect fourth", "纯四度"),
    7: ("perfect fifth", "纯五度"),
    8: ("minor sixth", "小六度"),
    9: ("major sixth", "大六度"),
    10: ("minor seventh", "小七度"),
    11: ("major seventh", "大七度"),
}
"""By semitones; the tritone, which natural notes spell in two ways, is left out."""
SCALES = {
    "C": "C D E F G A B",
    "G": "G A B C D E F#",
    "D": "D E F# G A B C#",
    "A": "A B C# D E F# G#",
    "E": "E F# G# A B C# D#",
    "F": "F G A Bb C D E",
}
LENGTHS = {
    "en": ("whole note=4|half note=2|dotted half note=3|quarter note=1|dotted quarter note=3/2|eighth note=1/2"),
    "zh": ("全音符=4|二分音符=2|附点二分音符=3|四分音符=1|附点四分音符=3/2|八分音符=1/2"),
}
_LENGTH = {
    language: {name: Fraction(beats) for name, beats in (row.split("=") for row in text.split("|"))}
    for language, text in LENGTHS.items()
}
STEP = "–"


def semitones(step: str) -> int:
    low, high = step.split(STEP)
    return (NOTES.index(high) - NOTES.index(low)) % len(NOTES)


class TaskFamily(TraitFamily):
    id = "film_music"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Film and Music Introduction"
    checker = "film_music"
    asks = ASKS
    tables = (INSTRUMENTS, WORKS)
    occasions = OCCASIONS
    extra = ("up", "down", "semitones", "interval", "beats", "degree")
    listed = ("which", "not", "up", "down", "degree")

    def draw_own(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        if ask in ("up", "down"):
            return [rng.choice(NOTES) for _ in range(rng.randint(6, 8) if harder else rng.randint(3, 5))], str(
                rng.randint(1, 9)
            )
        if ask == "beats":
            return rng.choices(list(_LENGTH[language]), k=rng.randint(6, 8) if harder else rng.randint(3, 5)), ""
        if ask == "degree":
            degrees = rng.sample(range(1, 8), rng.randint(4, 5) if harder else rng.randint(2, 3))
            return [str(degree) for degree in degrees], rng.choice(list(SCALES))
        steps: list[str] = []
        while len(steps) < (3 if harder else 2):
            step = STEP.join(rng.sample(NATURAL if ask == "interval" else NOTES, 2))
            if step not in steps and (ask == "semitones" or semitones(step) in INTERVALS):
                steps.append(step)
        return steps if harder else steps[: rng.randint(1, 2)], ""

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        match ask:
            case "up" | "down":
                moved = int(target) if ask == "up" else -int(target)
                return [NOTES[(NOTES.index(item) + moved) % len(NOTES)] for item in items]
            case "semitones":
                return [str(semitones(item)) for item in items]
            case "interval":
                return [INTERVALS[semitones(item)][language == "zh"] for item in items]
            case "beats":
                total = sum((_LENGTH[language][item] for item in items), Fraction())
                return [str(total) if total.denominator == 1 else f"{float(total)}"]
        return [SCALES[target].split()[int(item) - 1] for item in items]

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        match args["ask"]:
            case "semitones":
                return super().decoys(args, right, language)
            case "beats":
                return [str(float(right) + more).removesuffix(".0") for more in (0.5, 1, 2, 1.5)]
            case "interval":
                names = [name[language == "zh"] for name in INTERVALS.values()]
                return sorted((name for name in names if name != right), key=lambda name: name[-4:] != right[-4:])
            case "degree":
                return [note for note in NOTES if note != right and not (right == "Bb" and note == "A#")]
        return [NOTES[(NOTES.index(right) + by) % len(NOTES)] for by in (1, -1, 2, 5, 7)]
