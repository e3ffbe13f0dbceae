"""All four steps on the real vLLM, in process and over HTTP, with a model trained for the purpose.

The scripted server answers a small recipe once; a tiny model is trained on what it said (the call log holds requests
and answers) and then takes its place: it knows the forms, and makes mistakes of its own.
"""

import json
import os
import socket
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.recipe import check
from pipeline.synth import synth
from prompts.parsing import Unparsed, parse
from prompts.templates import template
from tests.pipeline.engines.server import Server
from tests.pipeline.engines.tiny_model import Pair, Settings, tiny_model
from tests.pipeline.llm.scripted import scripted

pytestmark = pytest.mark.vllm

TEMPLATES = {
    "generate": ["generate/from_passage", "generate/persona"],
    "evolve": ["evolve/deepen", "evolve/clarify"],
    "respond": ["respond/general"],
    "critique": ["critique/four_tiers"],
}
SAMPLING = {
    "generate": {"temperature": 0.6, "max_tokens": 160},
    "evolve": {"temperature": 0.6, "max_tokens": 160},
    "respond": {"temperature": 0.7, "max_tokens": 120},
    "critique": {"temperature": 0.3, "max_tokens": 400},
}
MEMORY = 0.2
"""Share of the memory that vLLM takes; other tests want some too."""
PLACES = "harbour mill library market station garden bridge museum bakery school".split()


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    for number, place in enumerate(PLACES):
        text = "\n\n".join(
            f"# Part {part}\n\nThe {place} of the town opens at {6 + part} in the morning. On day {part} the keeper "
            f"counts {10 + number + part} crates and writes a report of {3 + part} pages. Nobody leaves before the "
            f"book is signed."
            for part in range(4)
        )
        (folder / f"{place}.md").write_text(text)
    return folder


def recipe(docs: Path, engine: dict[str, Any], procedures: int, seed: int) -> dict[str, Any]:
    return {
        "name": "tiny",
        "seed": seed,
        "work_shards": 8,
        "seeds": {
            "sources": [{"kind": "documents", "path": str(docs)}, {"kind": "procedures", "count": procedures}],
            "near_duplicates": False,
        },
        "teacher": {
            "kind": "llm",
            "engines": {"tiny": engine},
            "templates": TEMPLATES,
            "sampling": SAMPLING,
            "styled": 0.3,
        },
        "generate": {"languages": {"en": 1.0}},
        "evolve": {"rounds": 1, "share": 0.4},
        "respond": {"candidates": 2},
        "score": {"min_tier": 2},
        "dedup": {"near": False},
    }


@pytest.fixture(scope="module")
def model(docs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Trained on the answers that the scripted server gave to the recipe under another seed."""
    out = tmp_path_factory.mktemp("recorded") / "out"
    with Server(scripted) as server:
        engine = {"kind": "endpoint", "url": f"{server.url}/v1", "model": "scripted"}
        synth(check(recipe(docs, engine, procedures=320, seed=1)), out)
    return tiny_model(pairs(out), settings=Settings(steps=320))


def pairs(out: Path) -> list[Pair]:
    """What was asked and answered in form, from the call log; of each verb as many."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for row in calls(out):
        text = json.loads(row["choices"])[0]["text"]
        if parses(row["template"], text):
            found[row["template"].split("/")[0]].append((json.loads(row["request"])["messages"], text))
    fewest = min(map(len, found.values()))
    return [pair for verb in sorted(found) for pair in sorted(found[verb], key=json.dumps)[:fewest]]


def calls(out: Path) -> list[dict[str, Any]]:
    return [row for path in sorted((out / "calls").rglob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def parses(name: str, text: str) -> bool:
    try:
        parse(template(name), text)
    except Unparsed:
        return False
    return True


def shares_that_parse(out: Path) -> dict[str, float]:
    """By verb, of all answers in the call log."""
    verdicts = defaultdict(list)
    for row in calls(out):
        verdicts[row["template"].split("/")[0]].append(parses(row["template"], json.loads(row["choices"])[0]["text"]))
    return {verb: sum(found) / len(found) for verb, found in verdicts.items()}


def records(out: Path) -> list[dict[str, Any]]:
    return [row for path in (out / "data").glob("*.parquet") for row in pq.read_table(path).to_pylist()]


@pytest.fixture(scope="module")
def made(docs: Path, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole flow with vLLM in this process."""
    out = tmp_path_factory.mktemp("vllm") / "out"
    options = {"enforce_eager": True, "max_model_len": 4096, "gpu_memory_utilization": MEMORY}
    synth(check(recipe(docs, {"kind": "vllm", "model": str(model), "options": options}, 620, seed=2)), out)
    return out


def test_at_least_half_of_each_verbs_answers_parse(made: Path) -> None:
    shares = shares_that_parse(made)
    assert set(shares) == {"generate", "evolve", "respond", "critique"}
    assert min(shares.values()) >= 0.5, shares


def test_records_come_out_judged_by_a_critique_in_json(made: Path) -> None:
    kept = records(made)
    assert len(kept) >= 200
    assert {row["verification"]["level"] for row in kept} <= {"judged", "agreed"}
    judged = [said for row in kept for one in row["candidates"] for said in one["critiques"]]
    assert judged and all(1 <= tier <= 4 for said in judged for tier in said["criteria"].values())
    critiques = [json.loads(row["request"]) for row in calls(made) if row["template"].startswith("critique/")]
    assert all(request["sampling"]["json_schema"] for request in critiques)


def test_every_request_had_its_own_settings(made: Path) -> None:
    settings = [json.loads(row["request"])["sampling"] for row in calls(made)]
    assert {one["max_tokens"] for one in settings} == {160, 120, 400}
    seeds = Counter(one["seed"] for one in settings)
    assert len(seeds) > 0.99 * len(settings)


def test_the_books_name_what_was_spent(made: Path) -> None:
    manifest = json.loads((made / "manifest.json").read_text())
    usage = {row["step"]: row for row in manifest["usage"]}
    assert sum(row["calls"] for row in usage.values()) == len(calls(made))
    assert all(row["prompt_tokens"] > 0 and row["completion_tokens"] > 0 for row in usage.values())


@pytest.fixture(scope="module")
def served(model: Path) -> Iterator[str]:
    """`vllm serve` in a process of its own, until it says that it is up."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["--model", str(model), "--served-model-name", "tiny", "--port", str(port), "--host", "127.0.0.1"]
    arguments += ["--max-model-len", "4096", "--gpu-memory-utilization", str(MEMORY)]
    # seeds end vLLM 0.32 on a CPU where a prompt is taken in over several steps
    arguments += ["--no-enable-chunked-prefill", "--max-num-batched-tokens", "4096"]
    # what the engine in this process has set is not for a server
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VLLM_")}
    environment |= {"VLLM_CPU_KVCACHE_SPACE": "1", "HF_HUB_OFFLINE": "1", "OMP_WAIT_POLICY": "passive"}
    process = subprocess.Popen(
        [sys.executable, "-m", "vllm.entrypoints.openai.api_server", *arguments, "--enforce-eager"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )
    said: list[str] = []
    up, ended = threading.Event(), threading.Event()

    def read() -> None:
        """To the end, or the server would stop at a full pipe."""
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if "Application startup complete" in line:
                up.set()
        ended.set()
        up.set()

    threading.Thread(target=read, daemon=True).start()
    up.wait()
    assert not ended.is_set(), "".join(said[-40:])
    yield f"http://127.0.0.1:{port}/v1"
    process.terminate()
    process.wait()


def test_the_same_model_over_http(docs: Path, served: str, tmp_path: Path) -> None:
    engine = {"kind": "endpoint", "url": served, "model": "tiny"}
    synth(check(recipe(docs, engine, procedures=60, seed=3)), tmp_path / "out")
    assert min(shares_that_parse(tmp_path / "out").values()) >= 0.5
    assert len(records(tmp_path / "out")) >= 40
