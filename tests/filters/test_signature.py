import ast
import inspect

import pytest

from filters.reading.signature import KINDS, Parameter, called_names, dotted_names, read_function
from tests.pipeline.procedural.seeds import seeds_of


def test_parameters_of_every_kind() -> None:
    source = """\
def f(a, b: dict[str, int] = {"x": 1}, /, c=lambda p, q=2: (p, q), *rest: int,  # a comment, with a comma
      d, e: str = 'a, b', **more) -> dict[str, int]:
    ...
"""
    assert read_function(source).parameters == (
        Parameter("a", "positional-only"),
        Parameter("b", "positional-only", "dict[str, int]", '{"x": 1}'),
        Parameter("c", "positional", "", "lambda p, q=2: (p, q)"),
        Parameter("rest", "var-positional", "int"),
        Parameter("d", "keyword-only"),
        Parameter("e", "keyword-only", "str", "'a, b'"),
        Parameter("more", "var-keyword"),
    )
    only = read_function("def f(*, a=(1, 2)): pass").parameters
    assert only == (Parameter("a", "keyword-only", "", "(1, 2)"),)
    assert read_function("async def f(): return 1").parameters == ()


def test_parameters_agree_with_the_interpreter() -> None:
    kinds = dict(zip(inspect._ParameterKind, KINDS, strict=True))
    for seed in seeds_of("code")[:400]:
        node = ast.parse(seed.text).body[0]
        assert isinstance(node, ast.FunctionDef)
        for argument in ast.walk(node.args):  # values need not exist here: any name stands for them
            if isinstance(argument, ast.arg):
                argument.annotation = None
        node.args.defaults = [ast.Constant(0) for _ in node.args.defaults]
        node.args.kw_defaults = [default and ast.Constant(0) for default in node.args.kw_defaults]
        node.decorator_list, node.body, node.returns = [], [ast.Pass()], None
        names: dict[str, object] = {}
        exec(compile(ast.fix_missing_locations(ast.Module([node], [])), "<test>", "exec"), names)
        expected = inspect.signature(names[node.name]).parameters.values()  # type: ignore[arg-type]
        found = read_function(seed.text).parameters
        assert [(p.name, p.kind, bool(p.default)) for p in found] == [
            (p.name, kinds[p.kind], p.default is not inspect.Parameter.empty) for p in expected
        ]


def test_words_of_the_body() -> None:
    source = """\
def f(self, x=g()):
    def h(y):
        return len(y) + self.a.b(y) + x.self.c
    if (x): raise err.Bad("x") from None
    raise
"""
    body = read_function(source).body
    assert called_names(body) == ["len"]
    assert dotted_names(body, "raise") == ["err.Bad"]
    assert dotted_names(body, "self") == [".a.b"]


def test_no_function_is_an_error() -> None:
    with pytest.raises(ValueError, match="no function"):
        read_function("x = 1")
