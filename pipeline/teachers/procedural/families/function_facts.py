"""Questions on a real function that its syntax tree answers: parameters, calls, returns, exceptions, …"""

import ast
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.functions import (
    SCOPES,
    Def,
    function_of,
    in_order,
    parameters_of,
    parse_function,
)

Truth = list[str] | int | bool | None
"""None where the question does not suit the function."""

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SHARED = (ast.Global, ast.Nonlocal, ast.NamedExpr)


def _has(function: Def, *kinds: type[ast.AST]) -> bool:
    return bool(in_order(function.body, *kinds))


def _unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _in_text(function: Def) -> bool:
    """Whether code stands inside a string (an f-string) or a pattern, where readers may differ on what is a call."""
    return _has(function, ast.FormattedValue, ast.Match)


def parameters(function: Def) -> Truth:
    return [parameter.arg for parameter, _, _ in parameters_of(function)]


def defaults(function: Def) -> Truth:
    return [parameter.arg for parameter, _, default in parameters_of(function) if default]


def _plain_calls(function: Def) -> list[ast.AST]:
    return [node for node in in_order(function.body, ast.Call) if isinstance(node.func, ast.Name)]  # type: ignore[attr-defined]


def calls(function: Def) -> Truth:
    if _in_text(function):
        return None
    return _unique([node.func.id for node in _plain_calls(function)]) or None  # type: ignore[attr-defined]


def raises(function: Def) -> Truth:
    found = []
    for node in in_order(function.body, ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc  # type: ignore[attr-defined]
        if raised is None:
            continue
        name = ast.unparse(raised)
        if not name.replace(".", "_").isidentifier() or not name.rsplit(".", 1)[-1][0].isupper():
            return None
        found.append(name)
    return _unique(found) or None


def attributes(function: Def) -> Truth:
    if _in_text(function):
        return None
    nodes = in_order(function.body, ast.Attribute)
    return _unique([n.attr for n in nodes if isinstance(n.value, ast.Name) and n.value.id == "self"]) or None  # type: ignore[attr-defined]


def local_names(function: Def) -> Truth:
    if _has(function, *SCOPES, *_COMPREHENSIONS, *_SHARED, ast.Match):
        return None
    own = {parameter.arg for parameter, _, _ in parameters_of(function)}
    found = []
    for node in in_order(function.body, ast.Name, ast.ExceptHandler, ast.alias):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.append(name)
            case ast.ExceptHandler(name=str(name)):
                found.append(name)
            case ast.alias(name=name, asname=other):
                found.append(other or name.split(".")[0])
    return [name for name in _unique(found) if name not in own]


def returns(function: Def) -> Truth:
    return None if _has(function, *SCOPES) else len(in_order(function.body, ast.Return))


def loops(function: Def) -> Truth:
    return None if _has(function, *SCOPES, ast.AsyncFor) else len(in_order(function.body, ast.For, ast.While))


def generator(function: Def) -> Truth:
    if _has(function, *SCOPES) or isinstance(function, ast.AsyncFunctionDef):
        return None
    return _has(function, ast.Yield, ast.YieldFrom)


@dataclass(frozen=True, slots=True)
class Fact:
    """How to read it, the question with the form of its answer, how often to ask it, and the nodes that show it."""

    read: Callable[[Def], Truth]
    question: str
    weight: int
    marks: Callable[[Def], Sequence[ast.AST]] = lambda function: ()


def _marks(*kinds: type[ast.AST]) -> Callable[[Def], Sequence[ast.AST]]:
    return lambda function: in_order(function.body, *kinds)


_LIST = 'names only, separated by commas, or "none"'
FACTS = {
    "parameters": Fact(parameters, f"What are its parameters, in order ({_LIST})?", 3),
    "defaults": Fact(
        defaults,
        f"Which of its parameters have a default value ({_LIST})?",
        3,
        lambda function: [p for p, _, default in parameters_of(function) if default],
    ),
    "calls": Fact(calls, f"Which names does its body call as name(), not as x.name() ({_LIST})?", 4, _plain_calls),
    "raises": Fact(raises, f"Which exceptions does it raise by name ({_LIST})?", 6, _marks(ast.Raise)),
    "attributes": Fact(attributes, f"Which attributes and methods of self does its body use ({_LIST})?", 3),
    "locals": Fact(local_names, f"Which local names does it bind besides its parameters ({_LIST})?", 3),
    "returns": Fact(returns, "How many return statements does it have (a number)?", 2, _marks(ast.Return)),
    "loops": Fact(loops, "How many for and while statements does it have (a number)?", 1, _marks(ast.For, ast.While)),
    "generator": Fact(generator, "Is it a generator function (yes or no)?", 1, _marks(ast.Yield, ast.YieldFrom)),
}
_MOST_EVIDENCE = 4


def shown(truth: Truth) -> str:
    if isinstance(truth, bool):
        return "yes" if truth else "no"
    return ", ".join(truth) or "none" if isinstance(truth, list) else str(truth)


def evidence(source: str, function: Def, fact: str) -> list[str]:
    """The lines of the function that answer the question, if they are few; or a word on why there are none."""
    lines = source.splitlines()
    numbers = sorted({node.lineno for node in FACTS[fact].marks(function)})  # type: ignore[attr-defined]
    if fact == "generator" and not numbers:
        return ["There is no yield in it."]
    return [f"Line {number}: {lines[number - 1].strip()}" for number in numbers[:_MOST_EVIDENCE]]


class TaskFamily(Family):
    id = "function_facts"
    category = "Code/Code2Text"
    seed_kind = "code"
    checker = "function_facts"
    wordings = {
        "en": (
            'Read this function.\n```python\n{source}\n```\n{questions} End with a line "Answer: …".',
            "```python\n{source}\n```\nAbout the function above: {questions} Put it on a last line that begins with "
            '"Answer:".',
            '{questions} Close with "Answer:" and the answer alone. The function:\n```python\n{source}\n```',
            "Could you look through this piece of Python for me?\n```python\n{source}\n```\nI would like to know: "
            '{questions} Please finish with "Answer:" and just the answer.',
            'Function:\n```python\n{source}\n```\nQuestion: {questions}\nFormat of the last line: "Answer: …"',
        ),
    }
    slip_kinds = ("item_missing", "item_added", "order_swapped", "count_off", "reply_flipped", "none_claimed")

    @dataclass(frozen=True, slots=True)
    class Config:
        longest: int = 400
        """Characters; longer functions are not quoted."""

        def __post_init__(self) -> None:
            if not 60 <= self.longest <= 2000:
                raise ValueError("function_facts: need 60 <= longest <= 2000")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        function = function_of(seed, self.config.longest)
        if function is None:
            return None
        fact = self._drawn(rng, function, ())
        return fact and {"source": seed.text, "facts": [fact]}  # type: ignore[return-value]

    def _drawn(self, rng: random.Random, function: Def, taken: tuple[str, ...]) -> str | None:
        """A question that suits the function and is not asked yet; those with an empty answer are rare."""
        weights = {}
        for name, fact in FACTS.items():
            truth = fact.read(function)
            if truth is not None and name not in taken and (truth or rng.random() < 0.2):
                weights[name] = fact.weight
        return rng.choices(list(weights), list(weights.values()))[0] if weights else None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        questions = " Also: ".join(FACTS[fact].question for fact in args["facts"])
        if len(args["facts"]) > 1:
            questions += " Give both answers in this order, separated by a semicolon."
        return {"source": args["source"], "questions": questions}

    def quote(self, args: Args) -> str:
        source: str = args["source"]
        return source

    def solve(self, args: Args, language: str) -> Solution:
        function = _parsed(args)
        return self._response(args, function, [FACTS[fact].read(function) for fact in args["facts"]])

    def _response(self, args: Args, function: Def, truths: list[Truth]) -> Solution:
        lines = [line for fact in args["facts"] for line in evidence(args["source"], function, fact)]
        answer = "; ".join(map(shown, truths))
        return Solution("\n".join([*dict.fromkeys(lines), f"Answer: {answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second question on the same function."""
        if len(args["facts"]) > 1:
            return None
        added = self._drawn(rng, _parsed(args), tuple(args["facts"]))
        return {**args, "facts": [*args["facts"], added]} if added else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        function = _parsed(args)
        truths = [FACTS[fact].read(function) for fact in args["facts"]]
        place = rng.randrange(len(truths))
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, function, args["facts"][place], truths[place], kind)
            if wrong is not None and wrong != truths[place]:
                given = [*truths[:place], wrong, *truths[place + 1 :]]
                return Slip(kind, self._response(args, function, given).text)
        return None


def mistaken(rng: random.Random, function: Def, fact: str, truth: Truth, kind: str) -> Truth:
    """A wrong answer of that kind; None if the answer does not admit it."""
    if isinstance(truth, bool):
        return not truth if kind == "reply_flipped" else None
    if isinstance(truth, int):
        return max(0, truth + rng.choice((-1, 1, 2))) if kind == "count_off" else None
    if not isinstance(truth, list):
        return None
    names = [*truth]
    if kind == "item_missing" and len(names) > 1:
        names.pop(rng.randrange(len(names)))
        return names
    if kind == "item_added":
        others = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        others |= {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
        more = sorted(others - set(names)) or ["value"]
        names.insert(rng.randint(0, len(names)), rng.choice(more))
        return names
    if kind == "order_swapped" and fact == "parameters" and len(names) > 1:
        first = rng.randrange(len(names) - 1)
        names[first], names[first + 1] = names[first + 1], names[first]
        return names
    return [] if kind == "none_claimed" else None


def _parsed(args: Args) -> Def:
    function = parse_function(args["source"])
    assert function is not None
    return function
