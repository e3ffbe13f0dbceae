"""What becomes of tokens whose expert is full: recycled, dropped, or never full.

    python benchmarks/recycle.py [out/demo/dataset] [--tokens 1500000] [--factor 1.0] [--seeds 2]

The same small model is trained on a data set of Gristmill's with each of the three, from the same weights and in the
same order, and its loss on the test split is taken without capacities. The last line is `ratio: X`: the loss with
recycling over that without capacities, the mean over the seeds (below 1 is better).
"""

import argparse
import os
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from trainer.config import Regime
from trainer.metrics import steps_of
from trainer.presets import preset
from trainer.pretrain import pretrain
from trainer.sft import finetune


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("dataset", type=Path, nargs="?", default=Path("out/demo/dataset"))
    options.add_argument("--tokens", type=int, default=1_500_000)
    options.add_argument("--factor", type=float, default=1.0)
    options.add_argument("--seeds", type=int, default=2)
    chosen = options.parse_args()
    ways = {
        "no capacity": Regime(),
        "recycle": Regime(capacity_factor=chosen.factor),
        "drop": Regime(capacity_factor=chosen.factor, overflow="drop"),
    }
    found: dict[str, list[float]] = {way: [] for way in ways}
    print(f"{'way':12} {'seed':>4} {'loss':>7} {'test':>7} {'moved':>7} {'dropped':>8} {'busiest':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(chosen.seeds):
            base = preset("tiny")
            start = Path(folder) / f"base-{seed}"
            pretrain(chosen.dataset, start, replace(base, pretrain=replace(base.pretrain, seed=seed)))
            for way, regime in ways.items():
                config = replace(base.sft, seed=seed, tokens=chosen.tokens, regime=regime)
                out = Path(folder) / f"{way}-{seed}"
                finetune(chosen.dataset, start, out, replace(config, evaluate_every=config.steps))
                steps = steps_of(out)
                tail = steps[-max(1, len(steps) // 10) :]
                test = steps[-1].test_loss or float("nan")
                found[way].append(test)
                moved, dropped, busiest = (
                    statistics.mean(getattr(one, name) for one in tail) for name in ("recycled", "dropped", "busiest")
                )
                loss = statistics.mean(one.loss for one in tail)
                print(
                    f"{way:12} {seed:4} {loss:7.4f} {test:7.4f} {moved:7.2%} {dropped:8.2%} {busiest:8.2f}", flush=True
                )
    print(f"ratio: {statistics.mean(found['recycle']) / statistics.mean(found['no capacity']):.4f}")


if __name__ == "__main__":
    main()
