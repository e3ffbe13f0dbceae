"""Draw a figure of characters with stated measures: boxes, triangles, boards, stairs, frames and charts."""

import random
from dataclasses import dataclass
from typing import Any

from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.figures import picture
from pipeline.teachers.procedural.words.figure_words import (
    ASKED,
    CAPTION,
    CAPTIONS,
    COPIES,
    EXPLAINED,
    LABELS,
    RISES,
    SCENES,
    TEXTS,
)
from pipeline.teachers.procedural.words.names import NAMES, PLACES

FIGURES = tuple(ASKED["en"])
MARKS = "#*+@%&=~$oxXO8HMW"
FILLS = ".-:'^_/ "
WIDEST = 70
"""Characters in a line, at the most."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def blanks(number: int, language: str) -> str:
    if language == "zh":
        return f"{number}个空格"
    return f"{number} blank{'' if number == 1 else 's'}"


def quoted(mark: str, language: str) -> str:
    return {"en": "blanks", "zh": "空格"}[language] if mark == " " else f"“{mark}”"


def measures(rng: random.Random, figure: str, most: int) -> dict[str, Any]:
    """The drawn measures of a figure, none above `most` lines or so."""
    high = rng.randint(3, most)
    match figure:
        case "rectangle" | "board":
            return {"width": rng.randint(4, 2 * most), "height": high, "other": rng.choice(FILLS)}
        case "stairs":
            return {"steps": high, "tread": rng.randint(2, 5), "up": rng.random() < 0.5}
        case "frame":
            return {"text": rng.sample(TEXTS, rng.randint(1, 3)), "padding": rng.randint(1, 5)}
        case "bars":
            count = rng.randint(3, 6)
            return {"labels": rng.sample(LABELS, count), "values": [rng.randint(1, 2 * most) for _ in range(count)]}
        case "columns":
            count = rng.randint(3, 7)
            values = [rng.randint(1, most) for _ in range(count)]
            return {"letters": sorted(rng.sample(LETTERS, count)), "values": values}
        case "cross":
            return {"height": rng.randint(4, most + 3)}
        case "diamond":
            return {"height": rng.randint(3, max(3, most * 2 // 3))}
    return {"height": high}


class TaskFamily(Family):
    id = "ascii_drawing"
    category = "Creation/Non-verbal creation/ASCII creation"
    checker = "ascii_drawing"
    wordings = {
        "en": (
            "{scene}Draw {figure}.{more} Put the drawing into a code block.",
            "{scene}Please make {figure}, in plain characters.{more} Answer with a code block.",
            "{scene}I would like {figure}.{more} Use a code block so that the columns line up.",
            "{scene}ASCII drawing wanted: {figure}.{more} Code block, please.",
            "{scene}Can you type {figure}?{more} It should stand in a code block.",
            "{scene}Using characters only, produce {figure}.{more} Enclose it in ``` lines.",
        ),
        "zh": (
            "{scene}请画出{figure}。{more}把图放在代码块里。",
            "{scene}用普通字符画{figure}。{more}请用代码块给出。",
            "{scene}我想要{figure}。{more}放进代码块，让各列对齐。",
            "{scene}求一幅字符画：{figure}。{more}用代码块回答。",
            "{scene}能用键盘打出{figure}吗？{more}写在代码块中。",
            "{scene}只用字符完成{figure}。{more}前后用```括起来。",
        ),
    }
    slip_kinds = ("wrong_mark", "line_missing", "line_added", "line_shifted", "line_longer", "lines_swapped")

    @dataclass(frozen=True, slots=True)
    class Config:
        figures: tuple[str, ...] = FIGURES
        most: int = 9
        """Lines of a figure, roughly."""

        def __post_init__(self) -> None:
            if not self.figures or not set(self.figures) <= set(FIGURES):
                raise ValueError(f"ascii_drawing: figures must be of {', '.join(FIGURES)}")
            if not 4 <= self.most <= 16:
                raise ValueError("ascii_drawing: most must be from 4 to 16")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        figure = rng.choice(self.config.figures)
        scene = rng.choice(SCENES[language]).format(
            name=rng.choice(NAMES[language]), place=rng.choice(PLACES[language])
        )
        args: Args = {"figure": figure, "mark": rng.choice(MARKS), "copies": 1, "gap": 0, "caption": "", "scene": scene}
        args |= measures(rng, figure, self.config.most)
        if rng.random() < 0.35:
            args = self.evolve(rng, args, language) or args
        return args

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Copies side by side, a caption above, or a larger figure."""
        for kind in rng.sample(("copies", "caption", "larger"), 3):
            harder = dict(args)
            match kind:
                case "copies":
                    harder |= {"copies": args["copies"] + rng.randint(1, 2), "gap": args["gap"] or rng.randint(1, 4)}
                case "caption" if not args["caption"]:
                    harder["caption"] = rng.choice(CAPTIONS[language])
                case "larger":
                    for key in ("width", "height", "steps", "padding"):
                        if key in args:
                            harder[key] = args[key] + rng.randint(1, 3)
                    if "values" in args:
                        harder["values"] = [value + rng.randint(0, 3) for value in args["values"]]
            if harder != args and max(map(len, picture(harder))) <= WIDEST:
                return harder
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rng = generator("figure", canonical(args))
        values: dict[str, Any] = {
            **args,
            "mark": quoted(args["mark"], language),
            "other": quoted(args.get("other", ""), language),
            "widest": 2 * args.get("height", 0) - 1,
            "rises": RISES[language][bool(args.get("up"))],
            "padding": blanks(args.get("padding", 0), language),
            "text": self._text(args, language),
            "data": self._data(args, language),
        }
        more = ""
        if args["copies"] > 1:
            way = rng.choice(COPIES[language])
            more += way.format(copies=args["copies"], blanks=blanks(args["gap"], language))
        if args["caption"]:
            more += rng.choice(CAPTION[language]).format(args["caption"])
        scene = args["scene"] and args["scene"] + (" " if language == "en" else "")
        return {"scene": scene, "figure": rng.choice(ASKED[language][args["figure"]]).format_map(values), "more": more}

    @staticmethod
    def _text(args: Args, language: str) -> str:
        lines = [f"“{line}”" for line in args.get("text", ())]
        if len(lines) == 1:
            return lines[0]
        if language == "zh":
            return f"{'、'.join(lines)}（共{len(lines)}行）"
        return f"{', '.join(lines)} (on {len(lines)} lines)"

    @staticmethod
    def _data(args: Args, language: str) -> str:
        pairs = zip(args.get("labels") or args.get("letters") or (), args.get("values", ()), strict=True)
        return ("、" if language == "zh" else ", ").join(f"{label} {value}" for label, value in pairs)

    def solve(self, args: Args, language: str) -> Solution:
        texts, labels, values = args.get("text", [""]), args.get("labels", [""]), args.get("values", [0])
        longest = max(map(len, [*texts, *labels]))
        if args["figure"] == "stairs":
            longest = args["steps"] * args["tread"]
        facts = {
            **args,
            "other": quoted(args.get("other", ""), language),
            "inside": args.get("width", 2) - 2,
            "blanks_top": args.get("height", 1) - 1,
            "widest": 2 * args.get("height", 1) - 1,
            "longest": longest,
            "pad": args.get("padding", 0),
            "whole": longest + 2 * args.get("padding", 0) + 2,
            "total": sum(values),
            "top": max(values),
        }
        said = EXPLAINED[language][args["figure"]].format_map(facts)
        return Solution(self._response(said, picture(args)))

    @staticmethod
    def _response(said: str, lines: list[str]) -> str:
        return f"{said}\n```\n" + "\n".join(lines) + "\n```"

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        said = self.solve(args, language).text.split("\n", 1)[0]
        lines = picture(args)
        kind, place = rng.choice(self.slip_kinds), rng.randrange(len(lines))
        line = lines[place]
        match kind:
            case "wrong_mark":
                at = rng.choice([n for n, character in enumerate(line) if character != " "])
                other = rng.choice([mark for mark in MARKS if mark != line[at]])
                lines[place] = line[:at] + other + line[at + 1 :]
            case "line_missing":
                del lines[place]
            case "line_added":
                lines.insert(place, line)
            case "line_shifted":
                lines[place] = line[1:] if line[0] == " " and rng.random() < 0.5 else f" {line}"
            case "line_longer":
                lines[place] = line + (args["mark"] if rng.random() < 0.5 else line[-1])
            case _:
                others = [n for n, other in enumerate(lines) if other != line]
                if not others:
                    return None
                far = rng.choice(others)
                lines[place], lines[far] = lines[far], lines[place]
        return Slip(kind, self._response(said, lines))
