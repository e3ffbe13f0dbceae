"""Small functions in two forms, as a loop and as a comprehension, and the way from the one to the other.

Both ways go through the syntax tree: the loop form is `name = []`, nested `for` and `if`, one line that adds, and
`return name`; the other is `return [… for … in … if …]` (or a set, a dictionary, or a sum over a generator).
"""

import ast
import random

Function = ast.FunctionDef
KINDS = ("list", "list", "set", "dict", "sum")
EMPTY = {"list": "[]", "set": "set()", "dict": "{}", "sum": "0"}

NAMES = {
    "numbers": "numbers values scores readings prices ages sizes points".split(),
    "words": "words names labels tags titles terms keys tokens".split(),
    "rows": "rows lists groups grids parts blocks series lines".split(),
}
ONE = {
    "numbers": "n x value v num".split(),
    "words": "w word name s term".split(),
    "rows": "row part group line".split(),
}
VERBS = "collect pick derive shape convert build gather refine extract select compute list".split()
RESULTS = "result found kept out chosen collected".split()


def _of_number(rng: random.Random, x: str) -> str:
    a, b = rng.randint(2, 12), rng.randint(1, 20)
    return rng.choice(
        (
            f"{x} * {a}",
            f"{x} + {b}",
            f"{x} * {x}",
            f"{x} * {a} + {b}",
            f"{a} - {x}",
            f"abs({x})",
            f"{x} % {a}",
            f"{x} // {a}",
            f"{x} * {x} - {b}",
        )
    )


def _number_test(rng: random.Random, x: str) -> str:
    a, b = rng.randint(2, 5), rng.randint(-5, 18)
    return rng.choice(
        (
            f"{x} % {a} == {rng.randrange(a)}",
            f"{x} % {a} != 0",
            f"{x} > {b}",
            f"{x} < {b + 6}",
            f"{x} != {b}",
            f"{x} * {x} > {abs(b) * 4}",
        )
    )


def _of_word(rng: random.Random, w: str) -> str:
    k, mark = rng.randint(1, 3), rng.choice("!?_-*")
    return rng.choice(
        (
            f"{w}.upper()",
            f"{w}[::-1]",
            f"{w}[:{k}]",
            f"{w}[{k}:]",
            f'{w} + "{mark}"',
            f'"{mark}" + {w}',
            f"{w}.capitalize()",
            f"{w} * {k + 1}",
        )
    )


def _word_test(rng: random.Random, w: str) -> str:
    letter, k = rng.choice("aeiorstnlkm"), rng.randint(2, 6)
    return rng.choice(
        (
            f"len({w}) > {k}",
            f"len({w}) < {k + 2}",
            f'"{letter}" in {w}',
            f'"{letter}" not in {w}',
            f'{w}[0] != "{letter}"',
            f'{w} > "{letter}"',
        )
    )


def _word_number(rng: random.Random, w: str) -> str:
    return rng.choice(
        (
            f"len({w})",
            f'{w}.count("{rng.choice("aeiors")}")',
            f"len({w}) * {rng.randint(2, 9)}",
            f"len({w}) + {rng.randint(1, 9)}",
        )
    )


def comprehension(rng: random.Random, kind: str) -> str:
    """A function with a comprehension over "numbers", "words" or "rows" of numbers."""
    parameter, one = rng.choice(NAMES[kind]), rng.choice(ONE[kind])
    form = rng.choice(KINDS)
    clauses, x, scalar = f"for {one} in {parameter}", one, kind
    if kind == "rows":
        x, scalar = rng.choice(ONE["numbers"]), "numbers"
        outer = f" if len({one}) > {rng.randint(1, 3)}" if rng.random() < 0.4 else ""
        clauses = f"for {one} in {parameter}{outer} for {x} in {one}"
    of, test = (_of_word, _word_test) if scalar == "words" else (_of_number, _number_test)
    if rng.random() < 0.8:
        clauses += f" if {test(rng, x)}"
    if form == "sum":
        inner = f"sum({_word_number(rng, x) if scalar == 'words' else of(rng, x)} {clauses})"
    elif form == "dict":
        inner = f"{{{x}: {_word_number(rng, x) if scalar == 'words' and rng.random() < 0.5 else of(rng, x)} {clauses}}}"
    else:
        opening, closing = "[]" if form == "list" else "{}"
        inner = f"{opening}{of(rng, x)} {clauses}{closing}"
    return ast.unparse(ast.parse(f"def {rng.choice(VERBS)}_{parameter}({parameter}):\n    return {inner}"))


def narrowed(rng: random.Random, source: str, scalar: str) -> str:
    """The comprehension with one more test in its last clause."""
    tree = ast.parse(source)
    generator = _parts(_function(tree))[1][-1]
    assert isinstance(generator.target, ast.Name)
    test = (_word_test if scalar == "words" else _number_test)(rng, generator.target.id)
    added = ast.parse(test, mode="eval").body
    if generator.ifs:
        added = ast.BoolOp(ast.And(), [generator.ifs[-1], added])
        generator.ifs.pop()
    generator.ifs.append(added)
    return ast.unparse(tree)


def _function(tree: ast.Module) -> Function:
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    return function


def _parts(function: Function) -> tuple[str, list[ast.comprehension], list[ast.expr]]:
    """The kind of a comprehension, its clauses, and what it collects (a key and a value for a dictionary)."""
    returned = function.body[0]
    assert isinstance(returned, ast.Return)
    match returned.value:
        case ast.ListComp(elt=one, generators=clauses):
            return "list", clauses, [one]
        case ast.SetComp(elt=one, generators=clauses):
            return "set", clauses, [one]
        case ast.DictComp(key=key, value=one, generators=clauses):
            return "dict", clauses, [key, one]
        case ast.Call(args=[ast.GeneratorExp(elt=one, generators=clauses)]):
            return "sum", clauses, [one]
    raise ValueError(f"no comprehension is returned: {ast.unparse(function)}")


def as_loop(source: str, result: str) -> str:
    """The function with a loop that builds `result`."""
    function = _function(ast.parse(source))
    kind, clauses, collected = _parts(function)
    lines = [f"def {function.name}({function.args.args[0].arg}):", f"    {result} = {EMPTY[kind]}"]
    indent = "    "
    for clause in clauses:
        lines.append(f"{indent}for {ast.unparse(clause.target)} in {ast.unparse(clause.iter)}:")
        indent += "    "
        for test in clause.ifs:
            lines.append(f"{indent}if {ast.unparse(test)}:")
            indent += "    "
    one = ast.unparse(collected[-1])
    added = {
        "list": f"{result}.append({one})",
        "set": f"{result}.add({one})",
        "dict": f"{result}[{ast.unparse(collected[0])}] = {one}",
        "sum": f"{result} += {one}",
    }[kind]
    return "\n".join([*lines, f"{indent}{added}", f"    return {result}"])


def as_comprehension(source: str) -> str:
    """The function with a comprehension in the place of the loop."""
    function = _function(ast.parse(source))
    first, statement, _ = function.body
    assert isinstance(first, ast.Assign)
    clauses = []
    while not isinstance(statement, ast.Expr | ast.Assign | ast.AugAssign):
        if isinstance(statement, ast.For):
            clauses.append(f"for {ast.unparse(statement.target)} in {ast.unparse(statement.iter)}")
        else:
            assert isinstance(statement, ast.If)
            clauses.append(f"if {ast.unparse(statement.test)}")
        (statement,) = statement.body
    inside = " ".join(clauses)
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="append"), args=[one])):
            value = f"[{ast.unparse(one)} {inside}]"
        case ast.Expr(value=ast.Call(args=[one])):
            value = f"{{{ast.unparse(one)} {inside}}}"
        case ast.Assign(targets=[ast.Subscript(slice=key)], value=one):
            value = f"{{{ast.unparse(key)}: {ast.unparse(one)} {inside}}}"
        case ast.AugAssign(value=one):
            value = f"sum({ast.unparse(one)} {inside})"
        case _:
            raise ValueError(f"not a loop that collects: {source}")
    return f"def {function.name}({function.args.args[0].arg}):\n    return {value}"
