"""Make up a password that meets stated constraints."""

import random
import string
from dataclasses import dataclass
from itertools import pairwise

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution

SYMBOLS = "!@#$%&+=?-~^:;"
"""None of the marks that a response may be decorated with (quotes, asterisks, backticks, full stops)."""
POOLS = {"digits": string.digits, "upper": string.ascii_uppercase, "lower": string.ascii_lowercase}
NAMES = {"digits": "digits", "upper": "capitals", "lower": "small letters", "symbols": "symbols"}
PARTS = tuple(
    (
        "acorn amber apple arrow badge baker beach berry birch blaze bloom brave bread brick cabin camel candy "
        "cedar chalk chess cider cloud clover cobra comet coral crane crown daisy delta diver eagle ember fable "
        "ferry field flame flint frost ghost giant glade grape grove hazel heron honey horse house igloo ivory "
        "jelly jewel kayak knife lemon light lilac linen lunar magic mango maple marsh melon mint moon nacho night "
        "north ocean olive onion opal otter paper peach pearl piano pilot plum polar quail quartz queen radio rain "
        "raven ridge river robin royal sabre salt sand shell silk snow solar spark star stone storm sugar swan "
        "tiger topaz torch tulip umbra unit vapor velvet viola violet walnut water whale wind wolf yacht zebra"
    ).split()
)
OPTIONS = ("begins", "ends", "contains", "forbidden", "no_repeat", "no_twice")
"""The constraints that a task may or may not have."""
ATTEMPTS = 60


def pool(name: str, args: Args) -> str:
    """The characters of a class that the task allows."""
    members = args["allowed"] if name == "symbols" else POOLS[name]
    return "".join(character for character in members if character not in args.get("forbidden", ""))


def repeats(text: str, args: Args) -> bool:
    """Does the text break a rule on repetition?"""
    if args.get("no_twice") and len(set(text)) < len(text):
        return True
    return bool(args.get("no_repeat")) and any(one == two for one, two in pairwise(text))


def attempt(rng: random.Random, args: Args) -> str | None:
    """Fill up what is fixed with characters of the classes that are short, then with any; None if it came out badly."""
    fixed = [args.get("begins", ""), args.get("contains", ""), args.get("ends", "")]
    taken = "".join(fixed)
    if set(taken) & set(args.get("forbidden", "")):
        return None
    fill: list[str] = []
    for name in ("digits", "upper", "lower", "symbols"):
        members = pool(name, args)
        here = sum(character in members for character in taken)
        fresh = [c for c in members if c not in taken] if args.get("no_twice") else list(members)
        missing = max(0, args[name] - here)
        if missing > len(fresh):
            return None
        fill += rng.sample(fresh, missing)
    free = [c for name in (*POOLS, "symbols") for c in pool(name, args)]
    if args.get("no_twice"):
        free = [c for c in free if c not in taken and c not in fill]
    spare = args["length"] - len(taken) - len(fill)
    if not 0 <= spare <= len(free):
        return None
    fill += rng.sample(free, spare)
    rng.shuffle(fill)
    at = rng.randint(0, len(fill))
    text = fixed[0] + "".join(fill[:at]) + fixed[1] + "".join(fill[at:]) + fixed[2]
    return None if repeats(text, args) else text


def compose(args: Args) -> str | None:
    """A password for the task, drawn from a generator keyed by the task itself; None if none is found."""
    rng = generator("password", canonical(args))
    return next((text for _ in range(ATTEMPTS) if (text := attempt(rng, args))), None)


def counted(text: str, args: Args) -> str:
    """What a password is made of, class by class."""
    groups = {name: [c for c in text if c in (args["allowed"] if name == "symbols" else POOLS[name])] for name in NAMES}
    return "; ".join(f"{NAMES[name]}: {len(found)} ({' '.join(found)})" for name, found in groups.items() if found)


class TaskFamily(Family):
    id = "password"
    category = "Creation/Non-verbal creation/Password generation"
    level = Level.CONSTRAINT
    checker = "password"
    wordings = {
        "en": (
            "Make up a password of exactly {length} characters. {rules} End with “Answer: ” and the password.",
            "I need a password of {length} characters. {rules} Give it after “Answer:”.",
            "Generate a password.\nLength: {length} characters\n{rules}\nLast line: Answer: <password>",
            "Please create a password that is {length} characters long. {rules} Finish with “Answer: <password>”.",
        )
    }
    slip_kinds = ("too_short", "too_long", "foreign_symbol", "class_missing", "blank_inside", "constraint_ignored")

    @dataclass(frozen=True, slots=True)
    class Config:
        shortest: int = 8
        longest: int = 20
        most_options: int = 3

        def __post_init__(self) -> None:
            if not 8 <= self.shortest <= self.longest <= 40 or self.longest < 10:
                raise ValueError("password: need 8 <= shortest <= longest <= 40, and longest at least 10")
            if not 0 <= self.most_options <= len(OPTIONS):
                raise ValueError(f"password: most_options must be from 0 to {len(OPTIONS)}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        digits, upper, lower, symbols = (rng.randint(1, most) for most in (3, 3, 2, 2))
        args: Args = {
            "length": rng.randint(max(self.config.shortest, digits + upper + lower + symbols), self.config.longest),
            "digits": digits,
            "upper": upper,
            "lower": lower,
            "symbols": symbols,
            "allowed": "".join(rng.sample(SYMBOLS, rng.randint(3, 7))),
        }
        for _ in range(rng.randint(0, self.config.most_options)):
            args = self.evolve(rng, args, language) or args
        return args

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One constraint more that can still be met."""
        for option in rng.sample(OPTIONS, len(OPTIONS)):
            implied = option == "no_repeat" and "no_twice" in args
            if option not in args and not implied:
                harder = {**args, option: self.option(rng, option)}
                if compose(harder) is not None:
                    return harder
        return None

    @staticmethod
    def option(rng: random.Random, name: str) -> str | bool:
        match name:
            case "begins":
                return rng.choice(string.ascii_letters)
            case "ends":
                return rng.choice(string.ascii_letters + string.digits)
            case "contains":
                part = rng.choice(PARTS)
                return rng.choice((part, part.capitalize()))
            case "forbidden":
                return "".join(rng.sample(string.ascii_letters + string.digits, rng.randint(2, 6)))
        return True

    def slots(self, args: Args, language: str) -> dict[str, str]:
        plural = {name: "" if args[name] == 1 else "s" for name in NAMES}
        rules = [
            f"Use at least {args['digits']} digit{plural['digits']}, {args['upper']} capital letter{plural['upper']}, "
            f"{args['lower']} small letter{plural['lower']} and {args['symbols']} symbol{plural['symbols']} from "
            f"{' '.join(args['allowed'])} (no other symbols).",
        ]
        said = {
            "begins": "It begins with {}.",
            "ends": "It ends with {}.",
            "contains": "It contains “{}”.",
            "no_repeat": "No two neighbours are the same character.",
            "no_twice": "No character occurs twice.",
        }
        rules += [sentence.format(args[option]) for option, sentence in said.items() if option in args]
        if "forbidden" in args:
            rules.append(f"It must not contain any of {' '.join(args['forbidden'])}.")
        return {"length": str(args["length"]), "rules": " ".join(rules)}

    def solve(self, args: Args, language: str) -> Solution:
        text = compose(args)
        if text is None:
            raise ValueError(f"no password meets these constraints: {canonical(args)}")
        return Solution(f"{counted(text, args)}\nAnswer: {text}", text)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = self.solve(args, language).answer
        kind, place = rng.choice(self.slip_kinds), rng.randrange(1, len(right) - 1)
        wrong = right[:place] + right[place + 1 :]
        match kind:
            case "too_long":
                wrong = right[:place] + rng.choice(right) + right[place:]
            case "foreign_symbol":
                wrong = (
                    right[:place] + rng.choice([c for c in SYMBOLS if c not in args["allowed"]]) + right[place + 1 :]
                )
            case "class_missing":
                wrong = self.without_class(rng, right, args)
            case "blank_inside":
                wrong = f"{right[:place]} {right[place + 1 :]}"
            case "constraint_ignored":
                ignored = self.ignoring(rng, args)
                kind, wrong = (kind, ignored) if ignored else ("too_short", wrong)
        return Slip(kind, f"{counted(wrong, args)}\nAnswer: {wrong}")

    @staticmethod
    def without_class(rng: random.Random, right: str, args: Args) -> str:
        """The password with all characters of one class replaced by ones of another."""
        lost, instead = rng.choice((("digits", "lower"), ("upper", "lower"), ("symbols", "digits")))
        members = args["allowed"] if lost == "symbols" else POOLS[lost]
        return "".join(rng.choice(POOLS[instead]) if character in members else character for character in right)

    @staticmethod
    def ignoring(rng: random.Random, args: Args) -> str | None:
        """A password that breaks exactly the constraint it was made without; None if there is none to ignore."""
        options = [option for option in OPTIONS if option in args]
        if not options:
            return None
        ignored = rng.choice(options)
        text = compose({key: value for key, value in args.items() if key != ignored})
        if text is None:
            return None
        broken = {
            "begins": lambda: not text.startswith(args["begins"]),
            "ends": lambda: not text.endswith(args["ends"]),
            "contains": lambda: args["contains"] not in text,
            "forbidden": lambda: bool(set(text) & set(args["forbidden"])),
            "no_repeat": lambda: repeats(text, {"no_repeat": True}),
            "no_twice": lambda: repeats(text, {"no_twice": True}),
        }[ignored]
        return text if broken() else None
