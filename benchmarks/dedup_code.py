"""Which changes to a piece of code still leave a near-duplicate, by what counts as a word of a shingle.

    python benchmarks/dedup_code.py [--functions 1500]

Functions of 15 to 60 lines from Python's standard library are changed as programmers change code that they copy: names
replaced, comments dropped or added, formatted anew by ruff (line length, brackets, trailing commas, quotes). For each
change the share of functions whose true Jaccard similarity to the original (shingles of 5) is at least 0.7, and the
median similarity, of those that the change alters. `operators` turns each comparison and sum around: a harmful
duplicate if the operator is what is learnt. The last rows count the pairs of different functions that are as alike.
The last line is `ratio: X`: the mean share with the default's words over that with words between blanks, over all
changes but `operators`.
"""

import argparse
import ast
import io
import keyword
import random
import re
import subprocess
import sys
import sysconfig
import tempfile
import tokenize
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.dedup_tools import SHINGLE, THRESHOLD
from filters.tokens import tokens

LINES = range(15, 61)
REMARK = "# note: the old value is checked later, see above"
TURNED = {"==": "!=", "!=": "==", "<=": ">", ">=": "<", "+": "-", "*": "/"}
COMMON = 200
"""Functions beyond which a shingle is not looked up for candidates."""

UNITS: dict[str, Callable[[str], list[str]]] = {
    "between blanks": lambda text: text.lower().split(),
    "with punctuation": tokens,
    "without": lambda text: [token for token in tokens(text) if token.isalnum()],
}
Shingles = set[tuple[str, ...]]


def functions() -> list[str]:
    found = []
    for path in sorted(Path(sysconfig.get_paths()["stdlib"]).glob("**/*.py")):
        if not {"site-packages", "test", "tests", "idlelib"}.isdisjoint(path.parts):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        try:
            nodes = list(ast.walk(ast.parse(text)))
        except SyntaxError:  # templates and the like
            continue
        pieces = [ast.get_source_segment(text, node) or "" for node in nodes if isinstance(node, ast.FunctionDef)]
        found += [_dedented(piece) for piece in pieces if len(piece.splitlines()) in LINES]
    return list(dict.fromkeys(found))


def _dedented(text: str) -> str:
    """The first line of a source segment stands at the margin already; its body is four deeper than its own."""
    first, *rest = text.splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=4) - 4
    return "\n".join([first, *(line[max(0, margin) :] for line in rest)]) + "\n"


def renamed(text: str, count: int, rng: random.Random) -> str:
    read = tokenize.generate_tokens(io.StringIO(text).readline)
    names = dict.fromkeys(token.string for token in read if token.type == tokenize.NAME)
    free = [name for name in names if not keyword.iskeyword(name) and name != "self"]
    new = {name: f"name_{rng.randrange(10**6)}" for name in rng.sample(free, min(count, len(free)))}
    return re.sub(r"\b\w+\b", lambda found: new.get(found[0], found[0]), text)


def without_comments(text: str) -> str:
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            lines[token.start[0] - 1] = lines[token.start[0] - 1][: token.start[1]]
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def with_comments(text: str, count: int, rng: random.Random) -> str:
    lines = text.splitlines()
    for _ in range(count):
        lines.insert(rng.randrange(1, len(lines)), f"    {REMARK}")
    return "\n".join(lines) + "\n"


def formatted(texts: list[str], length: int, quotes: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:05d}.py") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        settings = ["--isolated", "--line-length", str(length), "--config", f"format.quote-style='{quotes}'"]
        ruff = str(Path(sys.executable).with_name("ruff"))
        subprocess.run([ruff, "format", *settings, folder], capture_output=True, check=True)
        return [path.read_text(encoding="utf-8") for path in paths]


def changes(texts: list[str]) -> dict[str, list[str]]:
    rng = random.Random(1)
    operators = re.compile("|".join(map(re.escape, TURNED)))
    return {
        "1 name replaced": [renamed(text, 1, rng) for text in texts],
        "3 names replaced": [renamed(text, 3, rng) for text in texts],
        "comments dropped": [without_comments(text) for text in texts],
        "3 comments added": [with_comments(text, 3, rng) for text in texts],
        "88 columns": formatted(texts, 88, "double"),
        "50 columns, quotes": formatted(texts, 50, "single"),
        "operators": [operators.sub(lambda found: TURNED[found[0]], text) for text in texts],
    }


def shingles(words: list[str]) -> Shingles:
    return {tuple(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))}


def similarity(one: Shingles, other: Shingles) -> float:
    return len(one & other) / len(one | other)


def pairs(sets: list[Shingles]) -> int:
    """Pairs of different functions at or above the threshold."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found = 0
    for place, mine in enumerate(sets):
        shared = Counter(other for run in mine if len(holders[run]) < COMMON for other in holders[run])
        likely = (other for other, same in shared.items() if 2 * same >= max(len(mine), len(sets[other])))
        found += sum(similarity(mine, sets[other]) >= THRESHOLD for other in likely)
        for run in mine:
            holders[run].append(place)
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--functions", type=int, default=1500)
    everything = functions()
    texts = random.Random(0).sample(everything, options.parse_args().functions)
    originals = {unit: [shingles(cut(text)) for text in texts] for unit, cut in UNITS.items()}
    shares: dict[str, list[float]] = {unit: [] for unit in UNITS}
    print(f"{'change':20} {'functions':>9}" + "".join(f"{unit:>20}" for unit in UNITS))
    for name, changed in changes(texts).items():
        altered = [place for place, text in enumerate(changed) if text != texts[place]]
        row = f"{name:20} {len(altered):9,}"
        for unit, cut in UNITS.items():
            alike = [similarity(originals[unit][place], shingles(cut(changed[place]))) for place in altered]
            share = mean(one >= THRESHOLD for one in alike)
            row += f"{share:13.3f} ({median(alike):.2f})"
            shares[unit] += [share] if name != "operators" else []
        print(row, flush=True)
    counted = [pairs([shingles(cut(text)) for text in everything]) for cut in UNITS.values()]
    print(f"{'different functions':20} {len(everything):9,}" + "".join(f"{count:14,} pairs" for count in counted))
    print(f"ratio: {mean(shares['with punctuation']) / mean(shares['between blanks']):.2f}")


if __name__ == "__main__":
    main()
