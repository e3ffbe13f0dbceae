"""How many records of each family near-duplicate removal takes, against how many there are.

    python benchmarks/dedup_loss.py [FAMILY …] [--count 2000] [--language en]

Draws tasks of a family over the standard library's seeds (as the tests do), solves them, and removes duplicates with
the recipe's defaults (Jaccard 0.7 of 5-token shingles, the quoted seed span left out). Prints the share that goes. A
family that loses more than a tenth at the size it has in a data set is too narrow there.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filters.clusters import removals
from filters.minhash import bands, signatures, tokens
from pipeline.keyed import digest, generator
from pipeline.teachers.procedural.family import Family
from pipeline.teachers.procedural.registry import BUILT_IN, family
from tests.pipeline.procedural.contract import tasks

THRESHOLD, PERMUTATIONS, SHINGLE = 0.7, 128, 5


def loss(subject: Family, language: str, count: int) -> float:
    """Share of `count` fresh records that duplicate an earlier one."""
    whole, counted = [], []
    for key, args in tasks(subject, language, count):
        wording = generator("wording", subject.id, key).randrange(len(subject.wordings[language]))
        prompt, answer = subject.render(args, language, wording), subject.solve(args, language).text
        whole.append(digest(" ".join(tokens(f"{prompt}\n{answer}"))))
        counted.append(prompt.replace(subject.quote(args) or "\0", "") + "\n" + answer)
    gone = removals(whole, signatures(counted, PERMUTATIONS, SHINGLE), THRESHOLD, *bands(THRESHOLD, PERMUTATIONS))
    return len(gone) / count


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("families", nargs="*", default=BUILT_IN)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--language", default="en")
    chosen = options.parse_args()
    for name in chosen.families:
        subject = family(name)
        if chosen.language in subject.languages:
            print(f"{name:24} {100 * loss(subject, chosen.language, chosen.count):6.1f} % of {chosen.count}")


if __name__ == "__main__":
    main()
