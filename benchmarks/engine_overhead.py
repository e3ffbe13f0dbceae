"""What our engine and call log cost beside vLLM alone.

    python benchmarks/engine_overhead.py [--requests 2000] [--pairs 7] [--threads 8] [--width 128] [--layers 4]

The same requests of mixed length (prompts of 20 to 200 tokens, answers of 16 to 128, temperature 0.8) go two ways
through one engine in one process: straight, as a list to vLLM's own `LLM.chat`; and through `VLLM.ask` and a call log
on disk, asked by several threads in shards of 100. Pairs are interleaved and the order in a pair alternates; every run
starts with an empty prefix cache and an empty log. Start-up is shown apart. The last line is `ratio: X`: the median
over the pairs of tokens a second, ours over straight.

The model is tiny and has random weights, which is the worst case: a step of a model of use takes a hundred times as
long, and what Python does beside it disappears.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.calls import Call, CallLog
from pipeline.engines.base import Completion, Request, Sampling
from pipeline.engines.vllm import VLLM
from pipeline.keyed import generator
from tests.pipeline.engines import tiny_model

SHARD = 100
RESAMPLES = 10_000
WORDS = "river stone apple lantern meadow copper violin harbour thistle ember anchor barley candle".split()


@dataclass(frozen=True, slots=True)
class Run:
    """One way through all requests."""

    tokens: int
    seconds: float
    processor: float
    """CPU seconds of the whole process."""

    @property
    def rate(self) -> float:
        return self.tokens / self.seconds


def model(place: Path, width: int, layers: int) -> Path:
    """Random weights; each of WORDS is one token; no token ends an answer, so that all have the length asked for."""
    import torch

    settings = tiny_model.Settings(vocabulary=2048, width=width, layers=layers, heads=width // 32, hidden=3 * width)
    tokenizer = tiny_model.tokenizer_of([" ".join(WORDS)] * 9, settings)
    torch.manual_seed(0)
    network = tiny_model.untrained(tokenizer, settings)
    network.generation_config.eos_token_id = None
    network.config.eos_token_id = None
    network.save_pretrained(place)
    tokenizer.save_pretrained(place)
    return place


def requests(count: int) -> list[Request]:
    made = []
    for number in range(count):
        rng = generator("benchmark", number)
        words, answer = rng.choices(WORDS, k=rng.randint(10, 190)), rng.randint(16, 128)
        sampling = Sampling(temperature=0.8, max_tokens=answer, seed=number)
        made.append(Request(messages=({"role": "user", "content": " ".join(words)},), sampling=sampling))
    return made


def straight(engine: VLLM, asked: list[Request]) -> Run:
    from vllm import SamplingParams

    def chat(llm: Any) -> Run:
        llm.reset_prefix_cache()
        start, processor = time.perf_counter(), time.process_time()
        settings = [
            SamplingParams(
                temperature=one.sampling.temperature, max_tokens=one.sampling.max_tokens, seed=one.sampling.seed
            )
            for one in asked
        ]
        outputs = llm.chat([list(one.messages) for one in asked], settings, use_tqdm=False)
        tokens = sum(len(output.outputs[0].token_ids) for output in outputs)
        return Run(tokens, time.perf_counter() - start, time.process_time() - processor)

    return engine.within(chat)


def ours(engine: VLLM, asked: list[Request], threads: int) -> Run:
    shards = [asked[start : start + SHARD] for start in range(0, len(asked), SHARD)]
    folder = Path(tempfile.mkdtemp())
    engine.within(lambda llm: llm.reset_prefix_cache())
    start, processor = time.perf_counter(), time.process_time()
    log = CallLog(folder)

    def mill(shard: list[Request]) -> int:
        answered = log.ask("respond", engine, [Call(one, "benchmark", "hash") for one in shard])
        return sum(one.result.completion_tokens for one in answered if isinstance(one.result, Completion))

    with ThreadPoolExecutor(threads) as pool:
        tokens = sum(pool.map(mill, shards))
    log.close()
    run = Run(tokens, time.perf_counter() - start, time.process_time() - processor)
    shutil.rmtree(folder)
    return run


def lower_bound(ratios: list[float]) -> float:
    """Of the interval that holds 95 % of the medians of resampled pairs."""
    rng = generator("bootstrap")
    medians = sorted(statistics.median(rng.choices(ratios, k=len(ratios))) for _ in range(RESAMPLES))
    return medians[int(0.025 * RESAMPLES)]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--requests", type=int, default=2000)
    options.add_argument("--pairs", type=int, default=7)
    options.add_argument("--threads", type=int, default=8, help="shards in flight")
    options.add_argument("--width", type=int, default=128)
    options.add_argument("--layers", type=int, default=4)
    options.add_argument("--dtype", default="bfloat16")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(chosen, model(Path(folder) / "model", chosen.width, chosen.layers))


def measure(chosen: argparse.Namespace, place: Path) -> None:
    settings = {"dtype": chosen.dtype, "max_model_len": 512, "enforce_eager": True, "kv_cache_memory_bytes": 1 << 30}
    engine = VLLM("teacher", str(place), **settings)
    start = time.perf_counter()
    asked = requests(chosen.requests)
    ways: dict[str, Callable[[list[Request]], Run]] = {
        "straight": lambda asked: straight(engine, asked),
        "ours": lambda asked: ours(engine, asked, chosen.threads),
    }
    for way in ways.values():
        way(asked[:64])
    print(f"start-up, with 64 requests each way: {time.perf_counter() - start:.1f} s")
    print(f"{'pair':>4} {'straight tok/s':>15} {'ours tok/s':>11} {'ratio':>6} {'CPU s':>7} {'ours':>7}")
    ratios, processor_ratios = [], []
    for pair in range(chosen.pairs):
        order = list(ways) if pair % 2 == 0 else list(reversed(ways))
        runs = {way: ways[way](asked) for way in order}
        one, other = runs["straight"], runs["ours"]
        assert one.tokens == other.tokens, "one of the ways lost answers"
        ratios.append(other.rate / one.rate)
        processor_ratios.append(one.processor / other.processor)
        processor = f"{one.processor:7.1f} {other.processor:7.1f}"
        print(f"{pair:4} {one.rate:15,.0f} {other.rate:11,.0f} {ratios[-1]:6.3f} {processor}", flush=True)
    engine.close()
    print(f"{len(ratios)} pairs of {len(asked)} requests; medians with the lower bounds of their 95 % intervals:")
    for name, found in (("CPU second", processor_ratios), ("second", ratios)):
        print(f"tokens a {name}, ours over straight: {statistics.median(found):.3f}, {lower_bound(found):.3f}")
    print(f"ratio: {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
