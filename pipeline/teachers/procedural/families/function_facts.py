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
from pipeline.teachers.procedural.words.function_questions import QUESTIONS, SENTENCES

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
    """How to read it, how often to ask it, and the nodes that show it."""

    read: Callable[[Def], Truth]
    weight: int
    marks: Callable[[Def], Sequence[ast.AST]] = lambda function: ()


def _marks(*kinds: type[ast.AST]) -> Callable[[Def], Sequence[ast.AST]]:
    return lambda function: in_order(function.body, *kinds)


FACTS = {
    "parameters": Fact(parameters, 3),
    "defaults": Fact(defaults, 3, lambda function: [p for p, _, default in parameters_of(function) if default]),
    "calls": Fact(calls, 4, _plain_calls),
    "raises": Fact(raises, 6, _marks(ast.Raise)),
    "attributes": Fact(attributes, 3),
    "locals": Fact(local_names, 3),
    "returns": Fact(returns, 2, _marks(ast.Return)),
    "loops": Fact(loops, 1, _marks(ast.For, ast.While)),
    "generator": Fact(generator, 1, _marks(ast.Yield, ast.YieldFrom)),
}
_MOST_EVIDENCE = 4
MOST_FACTS = 4


def shown(truth: Truth, language: str) -> str:
    yes, no, none = ("yes", "no", "none") if language == "en" else ("是", "否", "无")
    if isinstance(truth, bool):
        return yes if truth else no
    return ", ".join(truth) or none if isinstance(truth, list) else str(truth)


def evidence(source: str, function: Def, fact: str, language: str) -> list[str]:
    """The lines of the function that answer the question, if they are few; or a word on why there are none."""
    lines = source.splitlines()
    numbers = sorted({node.lineno for node in FACTS[fact].marks(function)})  # type: ignore[attr-defined]
    if fact == "generator" and not numbers:
        return ["There is no yield in it." if language == "en" else "其中没有 yield。"]
    form = "Line {}: {}" if language == "en" else "第{}行：{}"
    return [form.format(number, lines[number - 1].strip()) for number in numbers[:_MOST_EVIDENCE]]


ORDERLY = {
    "en": " Give the answers in this order, separated by semicolons.",
    "zh": "请按此顺序给出各个答案，用分号隔开。",
}


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
        "zh": (
            "请阅读这个函数。\n```python\n{source}\n```\n{questions}最后一行写“答案：……”。",
            "```python\n{source}\n```\n关于上面的函数：{questions}请写在以“答案：”开头的末行。",
            "{questions}请以“答案：”加答案结尾。函数如下：\n```python\n{source}\n```",
            "能帮我看看这段 Python 代码吗？\n```python\n{source}\n```\n我想知道：{questions}最后请写“答案：”，只跟"
            "答案。",
            "函数：\n```python\n{source}\n```\n问题：{questions}\n末行格式：“答案：……”",
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
        facts: list[str] = []
        truths = _truths(function)
        for _ in range(rng.randint(2, MOST_FACTS - 1)):
            fact = self._drawn(rng, truths, facts)
            facts += [fact] if fact else []
        return {"source": seed.text, "facts": facts} if len(facts) > 1 else None

    def _drawn(self, rng: random.Random, truths: dict[str, Truth], taken: list[str]) -> str | None:
        """A question that suits the function and is not asked yet; those with an empty answer are rare."""
        weights = {}
        for name, truth in truths.items():
            if truth is not None and name not in taken and (truth or rng.random() < 0.2):
                weights[name] = FACTS[name].weight
        return rng.choices(list(weights), list(weights.values()))[0] if weights else None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        name = _parsed(args).name
        gap = " " if language == "en" else ""
        questions = gap.join(QUESTIONS[language][fact].format(name) for fact in args["facts"])
        if len(args["facts"]) > 1:
            questions += ORDERLY[language]
        return {"source": args["source"], "questions": questions}

    def quote(self, args: Args) -> str:
        source: str = args["source"]
        return source

    def solve(self, args: Args, language: str) -> Solution:
        function = _parsed(args)
        return self._response(args, function, [FACTS[fact].read(function) for fact in args["facts"]], language)

    def _response(self, args: Args, function: Def, truths: list[Truth], language: str) -> Solution:
        lines: list[str] = []
        for fact, truth in zip(args["facts"], truths, strict=True):
            lines.append(SENTENCES[language][fact].format(function.name, shown(truth, language)))
            lines += evidence(args["source"], function, fact, language)
        answer = "; ".join(shown(truth, language) for truth in truths)
        mark = "Answer: " if language == "en" else "答案："
        return Solution("\n".join([*dict.fromkeys(lines), f"{mark}{answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more question on the same function."""
        if len(args["facts"]) >= MOST_FACTS:
            return None
        added = self._drawn(rng, _truths(_parsed(args)), args["facts"])
        return {**args, "facts": [*args["facts"], added]} if added else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        function = _parsed(args)
        truths = [FACTS[fact].read(function) for fact in args["facts"]]
        place = rng.randrange(len(truths))
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, function, args["facts"][place], truths[place], kind)
            if wrong is not None and wrong != truths[place]:
                given = [*truths[:place], wrong, *truths[place + 1 :]]
                return Slip(kind, self._response(args, function, given, language).text)
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


def _truths(function: Def) -> dict[str, Truth]:
    """The answer to every question."""
    return {name: fact.read(function) for name, fact in FACTS.items()}


def _parsed(args: Args) -> Def:
    function = parse_function(args["source"])
    assert function is not None
    return function
