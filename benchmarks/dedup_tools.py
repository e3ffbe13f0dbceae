"""How each tool of benchmarks/dedup.py goes from a Parquet file of texts to a mask of what to keep.

All use 128 permutations, 16 bands of 8 rows, shingles of 5 tokens, one thread. The tokens of the peers are the words
between blanks, lower-cased (characters for Chinese), the cheapest that their users write; ours are those of
filters/tokens.py, which also set punctuation apart, and `bare` leaves it out (`punctuation: false`). Each function
imports its tool itself, so that a process holds one.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

PERMUTATIONS, BANDS, ROWS, SHINGLE, THRESHOLD = 128, 16, 8, 5, 0.7
Mask = npt.NDArray[np.bool_]


def strings(path: Path) -> list[str]:
    return pq.read_table(path)["text"].to_pylist()


def split(text: str, characters: bool) -> list[str]:
    return list(text) if characters else text.lower().split()


def shingled(text: str, characters: bool) -> list[str]:
    words = split(text, characters)
    return [" ".join(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))]


def ours(path: Path, characters: bool, scheme: str = "affine32", unit: str = "words") -> Mask:
    from filters.clusters import Near, duplicates
    from filters.minhash import Sketch, Texts

    sketch = Sketch(PERMUTATIONS, SHINGLE, unit, scheme)
    texts = Texts.of(pq.read_table(path)["text"])
    near = Near(sketch.sign(texts), THRESHOLD, BANDS, ROWS, texts, sketch)
    return duplicates(np.arange(len(texts)), near).stays


def ours_fss(path: Path, characters: bool) -> Mask:
    return ours(path, characters, "fss")


def ours_bare(path: Path, characters: bool) -> Mask:
    return ours(path, characters, unit="letters")


def datasketch(path: Path, characters: bool) -> Mask:
    from datasketch import MinHash, MinHashLSH

    sets = [[run.encode() for run in shingled(text, characters)] for text in strings(path)]
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    keep = np.zeros(len(sets), np.bool_)
    for place, sketch in enumerate(MinHash.generator(sets, num_perm=PERMUTATIONS)):
        keep[place] = not any(sketch.jaccard(kept) >= THRESHOLD for kept in map(_SIGNED.get, index.query(sketch)))
        if keep[place]:
            index.insert(place, sketch)
            _SIGNED[place] = sketch
    _SIGNED.clear()
    return keep


_SIGNED: dict = {}


def rensa(path: Path, characters: bool) -> Mask:
    from rensa import RMinHashDeduplicator

    judge = RMinHashDeduplicator(threshold=THRESHOLD, num_perm=PERMUTATIONS, use_lsh=True, num_bands=BANDS)
    entries = ((str(place), shingled(text, characters)) for place, text in enumerate(strings(path)))
    return np.array(judge.add_pairs(entries), np.bool_)


def datatrove(path: Path, characters: bool) -> Mask:
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter
    from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupSignature
    from datatrove.utils.word_tokenizers import WhitespaceTokenizer
    from loguru import logger
    from xxhash import xxh64_intdigest

    class Characters(WhitespaceTokenizer):
        def word_tokenize(self, text: str) -> list[str]:
            return split(text, characters)

    logger.disable("datatrove")
    documents = [Document(text=text, id=str(place)) for place, text in enumerate(strings(path))]
    keep = np.zeros(len(documents), np.bool_)

    def note(data, rank, world_size):  # type: ignore[no-untyped-def]
        for document in data:
            keep[int(document.id)] = True
            yield document

    config = MinhashConfig(n_grams=SHINGLE, num_buckets=BANDS, hashes_per_bucket=ROWS)
    folder = tempfile.mkdtemp()
    signed, buckets, gone = (f"{folder}/{name}" for name in ("signed", "buckets", "gone"))
    sign = MinhashDedupSignature(signed, config, language=Characters())
    sign._hash_func = lambda text: xxh64_intdigest(text.encode())  # datatrove 0.10 passes strings; xxhash 4 wants bytes
    steps = [
        ([documents, sign], 1),
        ([MinhashDedupBuckets(signed, buckets, config=config)], BANDS),
        ([MinhashDedupCluster(buckets, gone, config=config)], 1),
        ([documents, MinhashDedupFilter(gone), note], 1),
    ]
    for number, (pipeline, tasks) in enumerate(steps):
        for rank in range(tasks):  # in this process, so that its time is counted
            executor = LocalPipelineExecutor(pipeline, tasks=tasks, logging_dir=f"{folder}/log{number}")
            executor._run_for_rank(rank)
    shutil.rmtree(folder)
    return keep


def text_dedup(path: Path, characters: bool) -> Mask:
    raise ImportError("text-dedup")  # pins rich and urllib3 below the versions that Gristmill and its other peers need


TOOLS: dict[str, Callable[[Path, bool], Mask]] = {
    "ours": ours,
    "ours (fss)": ours_fss,
    "ours (bare)": ours_bare,
    "datasketch": datasketch,
    "rensa": rensa,
    "datatrove": datatrove,
    "text-dedup": text_dedup,
}
