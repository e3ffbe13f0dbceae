"""Read Python source by its tokens: the parameters of a function, and the words of its body.

For checkers: whoever wrote the answer read the syntax tree, so this reads the tokens.
"""

import io
import keyword
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SILENT = frozenset({tokenize.COMMENT, tokenize.NL, tokenize.ENCODING})

KINDS = ("positional-only", "positional", "var-positional", "keyword-only", "var-keyword")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter as written; `annotation` and `default` are "" where there is none."""

    name: str
    kind: str
    annotation: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Function:
    """The first function of a source: its name and parameters, and the tokens of its body (comments left out)."""

    name: str
    parameters: tuple[Parameter, ...]
    body: tuple[tokenize.TokenInfo, ...]


def read_function(source: str) -> Function:
    """Raises ValueError if there is no function; tokenize.TokenError if the source breaks off."""
    tokens = [token for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type not in _SILENT]
    start = next((number for number, token in enumerate(tokens) if token.string == "def"), None)
    if start is None:
        raise ValueError(f"no function in {source[:60]!r}")
    opening = start + 2
    depth = 0
    for end in range(opening, len(tokens)):
        depth += _depth(tokens[end])
        if depth == 0:
            break
    colon = next(n for n in range(end, len(tokens)) if tokens[n].string == ":" and not _within(tokens[end:n]))
    parameters = tuple(_parameters(source, tokens[opening + 1 : end]))
    return Function(tokens[start + 1].string, parameters, tuple(tokens[colon + 1 :]))


def called_names(body: Sequence[tokenize.TokenInfo]) -> list[str]:
    """Plain names before an opening bracket, each once, in order: `f` in `f(x)`, not in `x.f()` nor `def f()`."""
    found: dict[str, None] = {}
    for before, token, after in zip(body, body[1:], body[2:], strict=False):
        plain = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
        if plain and after.string == "(" and before.string not in (".", "def", "class"):
            found[token.string] = None
    return list(found)


def dotted_names(body: Sequence[tokenize.TokenInfo], after: str) -> list[str]:
    """What follows the word `after` ("raise", or "self" and a dot): names with their dots, each once, in order."""
    found: dict[str, None] = {}
    for number, token in enumerate(body):
        if token.string == after and token.type == tokenize.NAME and body[number - 1].string != ".":
            parts = []
            for following in body[number + 1 :]:
                if following.string != "." and (following.type != tokenize.NAME or keyword.iskeyword(following.string)):
                    break
                parts.append(following.string)
            found["".join(parts)] = None
    return [name for name in found if name]


def _depth(token: tokenize.TokenInfo) -> int:
    return (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0


def _within(tokens: Sequence[tokenize.TokenInfo]) -> bool:
    """Whether an open bracket precedes; the closing bracket of the parameters, the first token, counts as closed."""
    return sum(map(_depth, tokens[1:])) > 0


def _split(tokens: Sequence[tokenize.TokenInfo], mark: str) -> Iterator[list[tokenize.TokenInfo]]:
    """Cut at every `mark` outside brackets (and outside the head of a lambda)."""
    part: list[tokenize.TokenInfo] = []
    depth = lambdas = 0
    for token in tokens:
        depth += _depth(token)
        lambdas += (token.string == "lambda") - (token.string == ":" and lambdas > 0)
        if token.string == mark and depth == 0 and not lambdas:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _text(source: str, tokens: Sequence[tokenize.TokenInfo]) -> str:
    """The source from the first to the last token, with runs of white space as one blank."""
    lines = source.splitlines(keepends=True)
    (first, left), (last, right) = tokens[0].start, tokens[-1].end
    if first == last:
        return " ".join(lines[first - 1][left:right].split())
    parts = [lines[first - 1][left:], *lines[first : last - 1], lines[last - 1][:right]]
    return " ".join("".join(parts).split())


def _parameters(source: str, tokens: Sequence[tokenize.TokenInfo]) -> Iterator[Parameter]:
    parts = [part for part in _split(tokens, ",") if part]
    slash = any(part[0].string == "/" for part in parts)
    kind = "positional-only" if slash else "positional"
    for part in parts:
        head = part[0].string
        if head == "/":
            kind = "positional"
            continue
        if head == "*":
            kind = "keyword-only"
        if head == "*" and len(part) == 1:
            continue
        own = {"*": "var-positional", "**": "var-keyword"}.get(head, kind)
        named, *given = _split(part[1:] if head in ("*", "**") else part, "=")
        default = _text(source, given[0]) if given else ""
        annotation = _text(source, named[2:]) if len(named) > 2 else ""
        yield Parameter(named[0].string, own, annotation, default)
