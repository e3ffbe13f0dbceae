"""An estimate held against what the scripted server is then really asked."""

import json
from pathlib import Path

import pytest

from gristmill.estimate import shown
from pipeline.chosen_seeds import MOST_PROCEDURES, Chosen, choose, sampled
from pipeline.engines.base import Message
from pipeline.estimate import MESSAGE, SAMPLE, Estimate, estimate
from pipeline.keyed import generator
from pipeline.recipe import Recipe, check
from pipeline.sources.values import FileRef
from pipeline.stages.seeds import Task, plan
from pipeline.synth import synth
from pipeline.token_count import roughly
from tests.pipeline.engines.server import Body, Reply, Server
from tests.pipeline.llm.recipes import scripted_recipe
from tests.pipeline.llm.scripted import OUT_OF_FORM, WORDS, scripted

NEAR = 0.3
"""How far an estimate of tokens may be off."""


INSTRUCTION = 80
"""Words of an instruction: most templates have 60 to 85 in the middle of what they allow."""

RESPONSE = 220
"""Words of an answer in free text, about a fifth of the verb's max_tokens."""


def honest(body: Body, visit: int) -> Reply:
    """The scripted server, with texts as long as is asked for, and prompts counted as by a tokenizer."""
    messages: list[Message] = body["messages"]
    said = json.loads(scripted(body, visit).body)
    text: str = said["choices"][0]["message"]["content"]
    begun, tag, rest = text.partition("</instruction>")
    free = not tag and not text.startswith(("{", "<"))
    if tag or free:
        more = generator("padding", text).choices(WORDS, k=RESPONSE if free else INSTRUCTION - len(begun.split()))
        said["choices"][0]["message"]["content"] = f"{begun} {' '.join(more)}{tag}{rest}"
    said["usage"]["prompt_tokens"] = sum(MESSAGE + roughly(message["content"]) for message in messages)
    return Reply(body=json.dumps(said).encode())


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for town in range(4):
        parts = (
            f"# Part {part}\n\nThe harbour of town {town} holds {10 + town} boats and {3 + part} cranes. Each day the "
            f"crew counts crates and writes report {100 * town + part}. Nobody leaves before the keeper has signed "
            f"the book of day {part}. The lamps are lit at {part + 5} in the evening."
            for part in range(3)
        )
        (folder / f"{town}.md").write_text("\n\n".join(parts))
    return folder


def test_calls_and_tokens_are_those_that_a_run_then_has(documents: Path, tmp_path: Path) -> None:
    sources = [{"kind": "documents", "path": str(documents)}, {"kind": "procedures", "count": 14}]
    with Server(honest) as server:
        local = {"kind": "endpoint", "url": f"{server.url}/v1", "model": "scripted"}
        recipe = scripted_recipe(
            server,
            {
                "engines": {"local": {**local, "prices": {"prompt": 1, "completion": 3}}, "writer": local},
                "steps": {"respond": {"default": "local", "Creation": "writer"}},
                "templates": {"respond": ["respond/general", "respond/conversation"]},
            },
            seeds={"sources": sources},
            generate={"per_seed": 2, "languages": {"en": 1}},
            evolve={"rounds": 2, "share": 0.5},
            respond={"candidates": 2},
        )
        expected = estimate(recipe, choose(recipe))
        assert server.visits.total() == 0
        made = synth(recipe, tmp_path)
    spent = {(row["step"], row["engine"]): row for row in made["usage"]}
    lines = {(line.step, line.engine): line for line in expected.lines}
    assert set(lines) == set(spent) and {"local", "writer"} == {engine for _, engine in lines}
    for key, line in lines.items():
        first_asked = spent[key]["calls"] - spent[key]["unparsed"]
        assert first_asked == pytest.approx(line.calls, rel=3 * OUT_OF_FORM**3, abs=2), key
        assert spent[key]["prompt_tokens"] / spent[key]["calls"] * line.calls == pytest.approx(
            line.prompt_tokens, rel=NEAR
        ), key
        assert spent[key]["completion_tokens"] < line.most_completion_tokens
    assert expected.total.calls == sum(line.calls for line in expected.lines)
    assert 0 < expected.total.cost < expected.total.most_cost
    assert made["target"] is None


def test_the_embedded_teacher_pays_nothing(documents: Path, tmp_path: Path) -> None:
    families = {"arithmetic": {}, "word_sorting": {}}
    seeds = {"sources": [{"kind": "procedures", "count": 20}]}
    recipe = check({"name": "small", "work_shards": 2, "seeds": seeds, "teacher": {"families": families}})
    made = estimate(recipe, choose(recipe))
    (generated,) = (stage for stage in synth(recipe, tmp_path)["stages"] if stage["stage"] == "generate")
    assert made.lines == () and made.total.cost == 0
    assert made.instructions == generated["out"]
    assert "nothing is paid" in text(recipe, made)


def test_a_sample_stands_for_the_whole() -> None:
    with Server(scripted) as server:
        recipe = scripted_recipe(
            server, seeds={"sources": [{"kind": "procedures", "count": 700}]}, evolve={"rounds": 1}
        )
    whole = choose(recipe)
    assert len(whole.rows) == 700 and whole.totals == {(0, "none"): 700}
    made = estimate(recipe, whole)
    assert made.seeds == made.instructions == made.lines[0].calls == 700
    assert SAMPLE < 700
    doubled = estimate(recipe, Chosen(whole.rows, {(0, "none"): 1400.0}, {0: 0.5}))
    assert doubled.lines[0].calls == 1400
    assert doubled.lines[0].prompt_tokens == pytest.approx(2 * made.lines[0].prompt_tokens, abs=1)
    assert doubled.notes[0].startswith("seeds.sources.0 is large: 50.0 % of it was read")


def test_of_a_large_source_some_files_are_read() -> None:
    files = tuple(FileRef(Path(f"/{n}"), str(n), 10_000_000, "text") for n in range(20))
    tasks = [Task(0, 0, files[:10]), Task(1, 0, files[10:]), Task(2, 1, files[:2])]
    left, parts = sampled(7, tasks)
    assert [len(task.files) for task in left][2:] == [2]
    assert sum(len(task.files) for task in left) == 6 + 2
    assert parts == {0: 0.3}
    assert sampled(7, tasks) == (left, parts)


def test_of_many_procedures_some_are_read() -> None:
    recipe = check({"name": "many", "seeds": {"sources": [{"kind": "procedures", "count": 100_000}]}})
    left, parts = sampled(0, plan(recipe))
    assert sum(last - first for first, last in (task.procedures for task in left)) == MOST_PROCEDURES
    assert parts == {0: MOST_PROCEDURES / 100_000}


def test_the_table_says_what_is_assumed() -> None:
    with Server(scripted) as server:
        recipe = scripted_recipe(server, {"budget": 5000}, balance={"target": 30})
    made = estimate(recipe, choose(recipe))
    page = " ".join(text(recipe, made).split())
    for part in ("16 seeds would give 16 instructions", "critique local", "respond 20% of 2,048", "5,000 tokens"):
        assert part in page, page
    assert json.loads(json.dumps(made.as_dict()))["total"]["calls"] == made.total.calls


def text(recipe: Recipe, made: Estimate) -> str:
    from rich.console import Console

    console = Console(width=160)
    with console.capture() as captured:
        console.print(shown(recipe, made))
    return captured.get()
