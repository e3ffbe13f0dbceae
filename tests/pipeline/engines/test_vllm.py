"""vLLM in this process: a real engine over a tiny model that was trained for it."""

import importlib.util
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.engines.base import Completion, EngineError, Request, Result, Sampling
from pipeline.engines.vllm import VLLM
from pipeline.engines.vllm_requests import user_prefix
from pipeline.errors import UserError
from tests.pipeline.engines import small_talk
from tests.pipeline.engines.tiny_model import START, tiny_model

pytestmark = [
    pytest.mark.vllm,
    pytest.mark.skipif(importlib.util.find_spec("vllm") is None, reason="vLLM is not installed"),
]

SETTINGS: dict[str, Any] = {
    "dtype": "float32",
    "max_model_len": 512,
    "max_num_batched_tokens": 512,
    "max_num_seqs": 32,
    "enforce_eager": True,
    "kv_cache_memory_bytes": 1 << 28,
}
SCHEMA = {
    "type": "object",
    "properties": {"verdict": {"enum": ["good", "bad"]}, "points": {"enum": [1, 2, 3]}},
    "required": ["verdict", "points"],
    "additionalProperties": False,
}
NO_GRAMMAR = {"type": "nonsense"}


@pytest.fixture(scope="session")
def folder() -> Path:
    return tiny_model(small_talk.all_pairs())


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[VLLM]:
    engine = VLLM("teacher", str(folder), **SETTINGS)
    yield engine
    engine.close()


def said(text: str, **sampling: Any) -> Request:
    settings = replace(Sampling(temperature=1.0, max_tokens=24), **sampling)
    return Request(messages=({"role": "user", "content": text},), sampling=settings)


def ask(engine: VLLM, *requests: Request) -> list[Result]:
    found: dict[int, Result] = {}
    engine.ask(requests, found.__setitem__)
    return [found[place] for place in range(len(requests))]


def completion(engine: VLLM, request: Request) -> Completion:
    (found,) = ask(engine, request)
    assert isinstance(found, Completion), found
    return found


def text(engine: VLLM, request: Request) -> str:
    return completion(engine, request).choices[0].text


def test_at_least_half_of_the_answers_to_new_prompts_parse(engine: VLLM) -> None:
    for kind, pairs in small_talk.pairs(held_out=True).items():
        sampling = Sampling(temperature=0.7, max_tokens=64, seed=1)
        answers = ask(engine, *(Request(messages=tuple(messages), sampling=sampling) for messages, _ in pairs))
        good = [small_talk.parses(kind, one.choices[0].text) for one in answers if isinstance(one, Completion)]
        assert sum(good) >= len(pairs) / 2, kind


def test_every_request_has_its_own_settings(engine: VLLM) -> None:
    short, long, stopped, several, plain = ask(
        engine,
        said("Tell me about the anchor at the market.", max_tokens=3),
        said("Tell me about the anchor at the market.", max_tokens=7),
        said("Tell me about the anchor at the market.", stop=("there",), temperature=0.0),
        said("Tell me about the anchor at the market.", n=3, logprobs=True),
        said("Tell me about the anchor at the market."),
    )
    assert isinstance(short, Completion) and isinstance(long, Completion)
    assert (short.completion_tokens, long.completion_tokens) == (3, 7)
    assert short.choices[0].finish == long.choices[0].finish == "length"
    assert isinstance(stopped, Completion)
    assert stopped.choices[0] == replace(stopped.choices[0], finish="stop", text="Once ")
    assert isinstance(several, Completion)
    assert len(several.choices) == 3
    assert sum(len(choice.logprobs) for choice in several.choices) == several.completion_tokens
    assert all(value <= 0.0 for choice in several.choices for value in choice.logprobs)
    assert isinstance(plain, Completion)
    assert plain.choices[0].logprobs == ()
    assert plain.prompt_tokens == several.prompt_tokens > 0
    assert plain.seconds > 0


def test_a_seed_repeats_its_answer(engine: VLLM) -> None:
    asked = said("Say something.", temperature=1.5, seed=7)
    assert text(engine, asked) == text(engine, asked)
    others = {text(engine, said("Say something.", temperature=1.5, seed=seed)) for seed in range(5)}
    assert len(others) > 1


def test_prompts_with_seeds_may_be_more_than_a_step_takes_in(engine: VLLM) -> None:
    answers = ask(engine, *(said("river " * 300, seed=seed, max_tokens=4) for seed in range(6)))
    assert all(isinstance(one, Completion) for one in answers)
    assert engine.starts == 1


def test_a_schema_is_kept_to(engine: VLLM) -> None:
    asked = said("Tell me about the harbour.", json_schema=SCHEMA, max_tokens=64, n=4)
    for choice in completion(engine, asked).choices:
        value = json.loads(choice.text)
        assert set(value) == {"verdict", "points"}
        assert value["verdict"] in ("good", "bad")


def test_a_bad_request_is_an_error_of_its_own(engine: VLLM) -> None:
    good = said("Tell me about the river.", max_tokens=4)
    kinds = {
        "too_long": said("river " * 600),
        "schema": said("river", json_schema=NO_GRAMMAR),
        "temperature": said("river", temperature=-1.0),
        "both": replace(good, prompt="river"),
        "neither": replace(good, messages=()),
        "surrogate": said("\ud800"),
    }
    results = ask(engine, good, *kinds.values(), good)
    assert isinstance(results[0], Completion) and isinstance(results[-1], Completion)
    for name, found in zip(kinds, results[1:-1], strict=True):
        assert isinstance(found, EngineError), name
        assert found.kind == ("too_long" if name == "too_long" else "bad_request")
    assert isinstance(results[1], EngineError) and "max_model_len" in results[1].message
    assert completion(engine, good).completion_tokens == 4


def test_messages_are_rendered_by_the_models_template_and_a_prompt_is_not(engine: VLLM) -> None:
    """The same conversation as messages and written out is the same request; an assistant's turn is gone on with."""
    cold = Sampling(temperature=0.0, max_tokens=12)
    asked = said("Tell me about the river in the valley.")
    whole = f"{START}user\nTell me about the river in the valley.<|im_end|>\n{START}assistant\n"
    rendered = completion(engine, replace(asked, sampling=cold))
    assert completion(engine, Request(prompt=whole, sampling=cold)).choices == rendered.choices
    begun = (*asked.messages, {"role": "assistant", "content": "Once there was"})
    going_on = text(engine, Request(messages=begun, sampling=cold))
    assert going_on == text(engine, Request(prompt=f"{whole}Once there was", sampling=cold))


def test_an_empty_prompt_makes_the_model_write_the_users_turn(engine: VLLM) -> None:
    prefix = engine.within(lambda llm: user_prefix(llm.get_tokenizer()))
    assert prefix == f"{START}user\n"
    cold = Sampling(temperature=0.0, max_tokens=12)
    written = completion(engine, Request(prompt="", sampling=cold))
    assert written.choices == completion(engine, Request(prompt=prefix, sampling=cold)).choices
    assert written.choices[0].text.split()[0] in ("Here", "Judge", "Tell")


def test_threads_are_in_flight_together(engine: VLLM) -> None:
    """The first request of each thread waits inside `done` for those of all other threads."""
    meeting, found = threading.Barrier(4, timeout=60), {}

    def run(number: int) -> None:
        def done(place: int, result: Result) -> None:
            if place == 0:
                meeting.wait()
            found[number, place] = result

        engine.ask([said("Tell me about the copper.", max_tokens=place + 1) for place in range(10)], done)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 40
    assert all(isinstance(one, Completion) and one.completion_tokens <= key[1] + 1 for key, one in found.items())
    assert engine.starts == 1


def test_an_engine_that_dies_is_started_again_and_its_requests_are_put_again(engine: VLLM) -> None:
    def die_once(llm: Any) -> None:
        def step() -> None:
            raise RuntimeError("out of memory\nwith details")

        llm.llm_engine.step = step

    engine.within(die_once)
    answers = ask(engine, *(said("Tell me about the barley.", max_tokens=4) for _ in range(3)))
    assert all(isinstance(one, Completion) and one.retries == 1 for one in answers)
    assert engine.starts == 2
    assert completion(engine, said("river", max_tokens=2)).retries == 0


def test_an_engine_that_dies_again_leaves_its_requests_with_an_error(folder: Path, monkeypatch: Any) -> None:
    from vllm.v1.engine.llm_engine import LLMEngine

    def step(self: Any) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(LLMEngine, "step", step)
    engine = VLLM("teacher", str(folder), **SETTINGS)
    for _ in range(2):
        died = ask(engine, said("river"), said("stone"))
        assert [one.kind for one in died if isinstance(one, EngineError)] == ["engine_died"] * 2
    assert engine.starts == 2
    engine.close()


def test_closing_does_not_leave_those_who_wait(folder: Path) -> None:
    engine, stepping, released, found = (
        VLLM("teacher", str(folder), **SETTINGS),
        threading.Event(),
        threading.Event(),
        [],
    )

    def hold(llm: Any) -> None:
        def step() -> list[Any]:
            stepping.set()
            released.wait()
            return []

        llm.llm_engine.step = step

    engine.within(hold)
    asking = threading.Thread(target=lambda: found.extend(ask(engine, said("river"), said("stone"))))
    closing = threading.Thread(target=engine.close)
    asking.start()
    stepping.wait()
    closing.start()
    released.set()
    asking.join()
    closing.join()
    assert [one.kind for one in found] == ["closed", "closed"]


CORE_PROCESS = """
import os, signal
from pathlib import Path
from pipeline.engines.vllm import VLLM
from tests.pipeline.engines.test_vllm import SETTINGS, completion, said

def main():
    engine = VLLM("teacher", {folder!r}, core_process=True, **SETTINGS)
    kill = lambda llm: os.kill(llm.llm_engine.engine_core.resources.engine_manager.processes[0].pid, signal.SIGKILL)
    engine.within(kill)
    answer = completion(engine, said("river", max_tokens=2))
    print(answer.retries, engine.starts, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    main()
"""


def test_a_core_of_its_own_is_started_again_when_killed_and_ends_with_a_killed_run(folder: Path) -> None:
    """All its processes hold the writing end of the run's output: it ends when the last of them has."""
    command = [sys.executable, "-c", CORE_PROCESS.format(folder=str(folder))]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.read().split() == [b"1", b"2"]
    assert run.returncode == -signal.SIGKILL


def test_a_closed_engine_says_so(folder: Path) -> None:
    engine = VLLM("teacher", str(folder), **SETTINGS)
    engine.close()
    engine.close()
    (found,) = ask(engine, said("river"))
    assert isinstance(found, EngineError) and found.kind == "closed"
    assert engine.starts == 0


def test_a_model_that_cannot_be_loaded_is_the_users_to_put_right(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    engine = VLLM("teacher", str(tmp_path), **SETTINGS)
    for _ in range(2):
        with pytest.raises(UserError, match="the engine teacher cannot load the model"):
            ask(engine, said("river"))
    engine.close()


def test_the_library_under_numba_bears_vllms_look_at_all_globals() -> None:
    """vLLM calls `vars` on every global of every loaded module and counts on a dictionary."""
    import filters.minhash.signing  # noqa: F401  (compiles with numba, which brings llvmlite)
    from pipeline.engines.vllm_model import bear_a_look

    bear_a_look()
    handle = sys.modules["llvmlite.binding.ffi"].lib
    assert vars(handle).get("kernel") is None
    assert handle.LLVMPY_GetDefaultTargetTriple is not None
