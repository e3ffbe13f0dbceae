import ast
import inspect
from pathlib import Path

import pytest

from pipeline.sources.read import list_files, read
from pipeline.sources.stdlib import root, stdlib_files
from pipeline.sources.values import Limits, Problem, Span

SOURCE = '''"""About the module."""
import functools

class Mill:
    """Grinds.

    Slowly.
    """

    @functools.cache
    def grind(self, grain):
        """Grind it."""
        text = """
    kept
as it is
"""
        return text + 'one \\
            line'

    def nested(self):
        def inner():
            "Inner words."
            return 1
        return inner

if True:
    async def turn(): return await wheel()
else:
    def turn():
        class Wheel:
            def spin(self):
                return 0
        return Wheel
'''


def spans_of(path: Path, limits: Limits | None = None) -> tuple[list[Span], list[Problem]]:
    found = [one for ref in list_files(path).files for one in read(ref, limits or Limits())]
    return [one for one in found if isinstance(one, Span)], [one for one in found if isinstance(one, Problem)]


def test_functions_and_docstrings(tmp_path: Path) -> None:
    (tmp_path / "pkg" / "sub").mkdir(parents=True)
    for name in ("pkg/__init__.py", "pkg/sub/__init__.py"):
        (tmp_path / name).write_text("")
    path = tmp_path / "pkg" / "sub" / "mill.py"
    path.write_text(SOURCE)
    spans, problems = spans_of(tmp_path / "pkg" / "sub")
    assert [(problem.uri, problem.reason) for problem in problems] == [("__init__.py", "empty")]
    assert [(span.kind, span.title, span.uri) for span in spans] == [
        ("document", "pkg.sub.mill", "mill.py#L1"),
        ("document", "pkg.sub.mill:Mill", "mill.py#L5"),
        ("document", "pkg.sub.mill:Mill.grind", "mill.py#L12"),
        ("code", "pkg.sub.mill:Mill.grind", "mill.py"),
        ("code", "pkg.sub.mill:Mill.nested", "mill.py"),
        ("document", "pkg.sub.mill:Mill.nested.<locals>.inner", "mill.py#L22"),
        ("code", "pkg.sub.mill:turn", "mill.py"),
        ("code", "pkg.sub.mill:turn", "mill.py"),
    ]
    assert spans[1].text == "Grinds.\n\nSlowly."
    grind = spans[3]
    assert SOURCE[grind.start : grind.end].lstrip().startswith("@functools.cache")
    scope: dict[str, object] = {}
    exec("import functools\n" + grind.text, scope)
    assert scope["grind"](None, None) == "\n    kept\nas it is\none             line"  # type: ignore[operator]
    assert spans[6].text == "async def turn(): return await wheel()"


def test_a_function_over_the_limit_gives_way_to_its_inner_ones(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def outer():\n    def inner():\n        return 1\n" + "    x = 1\n" * 50)
    spans, problems = spans_of(tmp_path / "a.py", Limits(function=100))
    assert [span.title for span in spans] == ["a:outer.<locals>.inner"]
    assert [(problem.uri, problem.reason) for problem in problems] == [("a.py#L1", "long_function")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"def f(:\n", "syntax"),
        (b"x = 1" + b"+1" * 300_000, "too_large"),
        (b"x = " + b"(" * 5000, "syntax"),
        (b"# coding: nothing\n", "encoding"),
        (b"x = 1\n", "no_text"),
    ],
)
def test_what_does_not_parse_is_a_problem(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "a.py").write_bytes(raw)
    assert [problem.reason for problem in spans_of(tmp_path / "a.py", Limits(source=100_000))[1]] == [reason]


def test_a_declared_encoding_is_used_and_a_mark_of_order_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes('# -*- coding: latin-1 -*-\n"""Café."""\n'.encode("latin-1"))
    (tmp_path / "b.py").write_bytes('\ufeff"""Café."""\r\n\r\ndef f():\r\n    return 1\r\n'.encode())
    spans, problems = spans_of(tmp_path)
    assert not problems
    assert [span.text for span in spans] == ["Café.", "Café.", "def f():\n    return 1"]


def test_an_odd_docstring_can_be_written_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('"Half a pair: \\ud83d."\n')
    (span,), (problem,) = spans_of(tmp_path / "a.py")
    assert span.text == "Half a pair: ." and problem.reason == "bad_characters"


def test_the_standard_library_is_listed_without_its_tests() -> None:
    listing = stdlib_files()
    uris = {ref.uri for ref in listing.files}
    assert {"ast.py", "json/decoder.py", "email/message.py"} <= uris
    assert not [uri for uri in uris if {"test", "tests", "idlelib", "site-packages", "lib2to3"} & set(uri.split("/"))]
    assert {ref.licence for ref in listing.files} == {"PSF-2.0"}


@pytest.mark.parametrize(
    "name", ["textwrap.py", "argparse.py", "turtle.py", "doctest.py", "json/decoder.py", "optparse.py"]
)
def test_each_function_means_what_it_meant_in_its_file(name: str) -> None:
    """Dedented functions parse to the tree they had in the file, but for the indentation inside docstrings."""
    path = root() / name
    text = path.read_text(encoding="utf-8")
    (ref,) = list_files(path).files
    code = [one for one in read(ref, Limits(function=50_000)) if isinstance(one, Span) and one.kind == "code"]
    functions = {
        node.name + str(min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])): node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(code) > 5
    for span in code:
        (found,) = ast.parse(span.text).body
        assert isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
        original = functions[found.name + str(text.count("\n", 0, span.start) + 1)]
        assert ast.dump(plain(found)) == ast.dump(plain(original)), span.title


def plain(tree: ast.AST) -> ast.AST:
    """The tree with its docstrings cleaned of indentation."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and ast.get_docstring(node) is not None
        ):
            constant = node.body[0].value  # type: ignore[attr-defined]
            constant.value = inspect.cleandoc(constant.value).strip()
    return tree
