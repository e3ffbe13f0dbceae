"""Seeds for the families' tests: functions and docstrings of the Python standard library, and Chinese passages."""

import ast
import inspect
import sysconfig
import textwrap
from functools import cache
from pathlib import Path

from pipeline.teachers.procedural.family import SeedText
from tests.pipeline.procedural.chinese_passages import CHINESE

MODULES = (
    "argparse ast bisect calendar collections configparser copy csv dataclasses datetime difflib dis email enum "
    "fileinput fnmatch fractions functools glob gzip heapq html inspect ipaddress json keyword linecache logging "
    "mimetypes numbers operator optparse os pathlib pickle platform pprint queue random re sched shlex shutil "
    "statistics string tarfile tempfile textwrap threading timeit tokenize traceback types typing unittest urllib "
    "uuid warnings weakref zipfile colorsys quopri base64 posixpath ntpath stat nturl2path reprlib cmd pdb doctest"
).split()


@cache
def seeds_of(kind: str, language: str = "en") -> tuple[SeedText, ...]:
    """Seeds of a kind; code and empty seeds serve every language."""
    if kind == "document" and language == "zh":
        return tuple(SeedText("document", text, title, "zh") for title, text in CHINESE.items())
    return {"none": lambda: (SeedText(),), "code": _functions, "document": _passages}[kind]()


def _sources() -> list[tuple[str, str]]:
    root = Path(sysconfig.get_paths()["stdlib"])
    found = []
    for name in MODULES:
        path = root / f"{name}.py"
        path = path if path.exists() else root / name / "__init__.py"
        found.append((name, path.read_text(encoding="utf-8")))
    return found


def _functions() -> tuple[SeedText, ...]:
    found = []
    for module, source in _sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno < 40:
                lines = source.splitlines()[node.lineno - 1 : node.end_lineno]
                found.append(SeedText("code", textwrap.dedent("\n".join(lines)), f"{module}:{node.name}", "en"))
    return tuple(found)


def _passages() -> tuple[SeedText, ...]:
    found = []
    for module, source in _sources():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = ast.get_docstring(node)
                if text and 200 < len(text) < 1500:
                    found.append(SeedText("document", inspect.cleandoc(text), module, "en"))
    return tuple(found)
