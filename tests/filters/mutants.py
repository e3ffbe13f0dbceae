"""Mutants of a Python function: one small change each, by which its tests should notice it."""

import ast
import random

from pipeline.teachers.procedural.solving.faults import faults, replaced


def mutants(source: str, name: str, most: int) -> list[str]:
    """Sources in which the function `name` has one fault: another operator, comparison, number, condition, or a
    return without its value. At most `most`, drawn by the name; the first is always a lost return.

    The docstring is left out: nothing of it runs, and faults are planted in ASCII text.
    """
    tree = ast.parse(source)
    place, function = next(
        (at, node) for at, node in enumerate(tree.body) if isinstance(node, ast.FunctionDef) and node.name == name
    )
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:] or [ast.Pass()]
    plain = ast.unparse(function)
    broken = [replaced(plain, fault.number, fault.line) for fault in faults(plain)]
    drawn = random.Random(name).sample(broken, min(len(broken), most - 1))
    before, after = (ast.unparse(ast.Module(part, [])) for part in (tree.body[:place], tree.body[place + 1 :]))
    return [f"{before}\n{one}\n{after}" for one in [_without_return(plain), *drawn]]


def _without_return(plain: str) -> str:
    """The function with its last return giving nothing."""
    tree = ast.parse(plain)
    returns = [node for node in ast.walk(tree) if isinstance(node, ast.Return)]
    max(returns, key=lambda node: node.lineno).value = None
    return ast.unparse(tree)
