"""The forms in which existing data sets hold instructions, and how a row of each becomes turns.

OpenAI's `messages`, ShareGPT's `conversations`, Alpaca's `instruction`, `input`, `output`, pairs such as `prompt` and
`response`, and documents (`text`). A file's form is recognised from its first rows; nothing that a row holds beside it
is lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.sources.plain import plain

ROLES = {
    **dict.fromkeys(("user", "human", "prompter"), "user"),
    **dict.fromkeys(("assistant", "gpt", "ai", "bot", "model", "chatgpt", "function_call"), "assistant"),
    **dict.fromkeys(("system", "developer"), "system"),
    **dict.fromkeys(("tool", "function", "observation"), "tool"),
}
"""The role of a turn by the names that data sets give it."""
SYSTEM = ("system", "system_prompt")
"""Columns with what stands before the conversation."""
RECORD_COLUMNS = frozenset(("messages", "verification", "candidates", "lineage", "source", "votes"))
"""What a row of a data set of Gristmill's own has."""
GAP = "\n\n"
"""Between an instruction and its input."""

Turn = dict[str, str]
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the rows of a file hold what: names of columns, with dots for what lies deeper; "" for what there is not.

    Either `messages`, or `text`, or `prompt` and `response` with perhaps `input`.
    """

    name: str
    messages: str = ""
    prompt: str = ""
    input: str = ""
    response: str = ""
    text: str = ""
    system: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(name for name in (self.messages, self.text, self.prompt, self.response) if name)


LAYOUTS = (
    Layout("record", messages="messages"),
    Layout("messages", messages="messages"),
    Layout("sharegpt", messages="conversations"),
    Layout("sharegpt", messages="conversation"),
    Layout("alpaca", prompt="instruction", input="input", response="output"),
    Layout("alpaca", prompt="instruction", input="input", response="response"),
    Layout("pair", prompt="prompt", response="response"),
    Layout("pair", prompt="prompt", response="completion"),
    Layout("pair", prompt="question", response="answer"),
    Layout("text", text="text"),
)
"""Those that are recognised; the first of several that fit equally well is taken."""
KNOWN = "messages; conversations; instruction and output; prompt and response; question and answer; text"
"""The same for people."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a row says: its turns, of which the last is the answer (a document is an answer alone), and the rest."""

    turns: list[Turn]
    extra: dict[str, Any]


class Misfit(ValueError):
    """A row that does not hold what its file's layout says."""


def recognised(rows: Sequence[Mapping[str, Any]], layouts: Sequence[Layout] = LAYOUTS) -> Layout | None:
    """The layout that most of these rows have, None if none has any."""
    counts = [sum(_has(row, layout) for row in rows) for layout in layouts]
    best = max(counts)
    return layouts[counts.index(best)] if best else None


def _has(row: Mapping[str, Any], layout: Layout) -> bool:
    if layout.name == "record" and not row.keys() >= RECORD_COLUMNS:
        return False
    return all(pick(row, name, None) is not None for name in layout.needed)


def pick(row: Mapping[str, Any], path: str, otherwise: Any = _MISSING) -> Any:
    """The value at a dotted path; a column whose name holds the dots itself comes first. Raises Misfit where there is
    none and nothing is given in its place."""
    if path in row:
        return row[path]
    value: Any = row
    for part in path.split("."):
        if isinstance(value, Mapping) and part in value:
            value = value[part]
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        elif otherwise is _MISSING:
            raise Misfit(f"no column {path!r}; the row has: {', '.join(list(row)[:20]) or 'none'}")
        else:
            return otherwise
    return value


def example(row: Mapping[str, Any], layout: Layout) -> Example:
    """A row as turns. Raises Misfit with what was expected and what was found."""
    turns = _turns(row, layout)
    if turns[-1]["role"] != "assistant":
        raise Misfit(f"the last turn is the {turns[-1]['role']}'s; expected an answer of the assistant")
    system = layout.system or ("" if turns[0]["role"] == "system" else _system_column(row))
    if system and (text := pick(row, system, "")):
        turns = [{"role": "system", "content": _text(text, system)}, *turns]
    taken = {name for name in (*layout.needed, layout.input, system) if name in row}
    if layout.messages and not _is_plain(pick(row, layout.messages)):
        taken.discard(layout.messages)
    return Example(turns, {name: plain(value) for name, value in row.items() if name not in taken})


def _turns(row: Mapping[str, Any], layout: Layout) -> list[Turn]:
    if layout.messages:
        return conversation(pick(row, layout.messages), layout.messages)
    if layout.text:
        return [{"role": "assistant", "content": _filled(pick(row, layout.text), layout.text)}]
    asked, answer = pick(row, layout.prompt), pick(row, layout.response)
    if isinstance(asked, list):  # TRL's conversational form: two lists of turns
        return [*conversation(asked, layout.prompt), *conversation(answer, layout.response)]
    further = pick(row, layout.input, "") if layout.input else ""
    said = [_filled(asked, layout.prompt), _text(further or "", layout.input)]
    return [
        {"role": "user", "content": GAP.join(part for part in said if part)},
        {"role": "assistant", "content": _text(answer, layout.response)},
    ]


def _system_column(row: Mapping[str, Any]) -> str:
    return next((name for name in SYSTEM if isinstance(row.get(name), str)), "")


def conversation(turns: Any, column: str) -> list[Turn]:
    """A list of turns with our names for the roles. Raises Misfit for anything else."""
    if not isinstance(turns, list) or not turns:
        found = "an empty list" if isinstance(turns, list) else type(turns).__name__
        raise Misfit(f"column {column!r}: expected a list of turns, found {found}")
    return [_turn(turn, f"{column}[{place}]") for place, turn in enumerate(turns)]


def _turn(turn: Any, where: str) -> Turn:
    if not isinstance(turn, Mapping):
        raise Misfit(f"{where}: expected a turn with role and content, found {type(turn).__name__}")
    named = turn.get("role") or turn.get("from")
    role = ROLES.get(str(named).casefold())
    if role is None:
        raise Misfit(f"{where}: unknown role {named!r}; known: {', '.join(ROLES)}")
    content = turn.get("content") if turn.get("content") is not None else turn.get("value")
    if content is None and (turn.get("tool_calls") or turn.get("function_call")):
        content = ""  # what is called stays in the extra columns
    if isinstance(content, list) and all(isinstance(part, Mapping) and part.get("type") == "text" for part in content):
        content = "".join(str(part.get("text", "")) for part in content)
    return {"role": role, "content": _text(content, where)}


def _text(value: Any, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Misfit(f"{where}: expected a text, found {type(value).__name__}")
    return str(value)


def _filled(value: Any, where: str) -> str:
    text = _text(value, where)
    if not text.strip():
        raise Misfit(f"column {where!r} is empty")
    return text


def _is_plain(turns: Any) -> bool:
    """Whether turns hold nothing but a role and a text, so that ours say all of it."""
    return isinstance(turns, list) and all(
        {name for name, value in turn.items() if value is not None} <= {"role", "content", "from", "value"}
        and isinstance(turn.get("content") or turn.get("value") or "", str)
        for turn in turns
    )
