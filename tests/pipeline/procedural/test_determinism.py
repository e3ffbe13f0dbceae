"""No family and no checker lets the order of a set show: it differs between processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json
from filters.verify import check_many
from pipeline.keyed import canonical, digest, generator
from pipeline.teachers.procedural.registry import BUILT_IN, family
from tests.pipeline.procedural.contract import tasks

found = {}
for name in BUILT_IN:
    one = family(name)
    for language in one.languages:
        made, items = [], []
        for key, args in tasks(one, language, 25, salt="determinism"):
            rng = generator("determinism", name, key)
            slip, harder = one.slip(rng, args, language), one.evolve(rng, args, language)
            items.append((args, one.solve(args, language).text))
            made += [canonical(args), one.render(args, language, 0), items[-1][1], str(slip), canonical(harder)]
        verdicts = [str(verdict) for verdict in check_many(one.checker, items)]
        found[f"{name}/{language}"] = digest(*made, *verdicts)
print(json.dumps(found))
"""


def digests(hash_seed: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_two_processes_draw_solve_slip_and_judge_alike() -> None:
    one, other = digests("1"), digests("2")
    assert len(one) > 100
    assert {name for name in one if one[name] != other[name]} == set()
