"""Duplicates over all shards: in one place, in parts and in processes the same records go, and the books say why."""

import random
import re
import shutil
from pathlib import Path

import apache_beam as beam
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.minhash import Texts
from filters.minhash.jaccard import jaccard
from pipeline.keyed import digest
from pipeline.runner import local
from pipeline.schema import Row
from pipeline.sections import Dedup
from pipeline.shards import read_rows, read_work, write_work
from pipeline.stages.comparing import Partitions, Verdicts, judge
from pipeline.stages.dedup import RemoveDuplicates, rank, seed_text
from pipeline.stages.signed import Signed, write_signed

SHARDS = 3
EQUAL = 100_000


def words(rng: random.Random, count: int) -> list[str]:
    return [f"w{rng.randrange(5000)}" for _ in range(count)]


def chain(rng: random.Random, links: int) -> list[str]:
    """Texts of which each differs by one word from the one before."""
    link = words(rng, 60)
    made = []
    for number in range(links):
        link = [*link]
        link[rng.randrange(60)] = f"new{number}"
        made.append(" ".join(link))
    return made


def write_input(work: Path, texts: list[str]) -> None:
    rows = [{"id": digest("text", number), "text": text, "uri": ""} for number, text in enumerate(texts)]
    for shard in range(SHARDS):
        write_work(work / "in" / f"{shard:05d}.parquet", rows[shard::SHARDS])


def sifted(work: Path, workers: int, dedup: Dedup) -> dict[str, bytes]:
    """What every shard keeps and loses, as bytes."""
    transform = RemoveDuplicates("dedup", work, ["in"], seed_text, dedup, shards=SHARDS, seed=1)
    runner, options = local(workers)
    with beam.Pipeline(runner, options) as pipeline:
        _ = pipeline | beam.Create(list(range(SHARDS))) | transform
    return {path.name: path.read_bytes() for path in (work / "dedup").glob("*.parquet")}


def removed(work: Path) -> dict[str, Row]:
    found = [row for path in sorted((work / "dedup").glob("*.rejected.parquet")) for row in read_rows(path)]
    return {row["id"]: row for row in found}


def stays(work: Path) -> list[Row]:
    return [row for shard in range(SHARDS) for row in read_work(work / "dedup" / f"{shard:05d}.parquet")]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    rng = random.Random(7)
    equal = " ".join(words(rng, 12))
    single = [" ".join(words(rng, 40)) for _ in range(500)]
    near = [text.replace(" ", " a ", 1) for text in single[:100]]
    made = [equal] * EQUAL + chain(rng, 300) + single + near
    rng.shuffle(made)
    return made


@pytest.fixture(scope="module")
def at_once(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    work = tmp_path_factory.mktemp("at_once")
    write_input(work, texts)
    return work, sifted(work, 1, Dedup())


@pytest.mark.parametrize(("workers", "partitions"), [(2, 0), (1, 5), (2, 2)])
def test_parts_and_processes_keep_the_same_records(
    at_once: tuple[Path, dict[str, bytes]], tmp_path: Path, workers: int, partitions: int
) -> None:
    work, expected = at_once
    shutil.copytree(work / "in", tmp_path / "in")
    assert sifted(tmp_path, workers, Dedup(partitions=partitions)) == expected


def test_a_hundred_thousand_equal_records_leave_one(texts: list[str], at_once: tuple[Path, dict[str, bytes]]) -> None:
    work, _ = at_once
    reasons = [row["reason"] for row in removed(work).values()]
    assert reasons.count("exact_duplicate") == EQUAL - 1
    kept = stays(work)
    assert max(row["dedup"]["size"] for row in kept) == EQUAL
    assert sum(row["dedup"]["size"] for row in kept) == len(texts)


def test_kept_links_of_a_chain_share_clusters(at_once: tuple[Path, dict[str, bytes]]) -> None:
    work, _ = at_once
    links = [row for row in stays(work) if "new" in row["text"]]
    assert 10 < len(links) < 150
    assert len({row["dedup"]["cluster"] for row in links}) < len(links)


def test_what_goes_tells_the_kept_one_the_similarity_and_the_cluster(at_once: tuple[Path, dict[str, bytes]]) -> None:
    work, _ = at_once
    kept = {row["id"]: row for row in stays(work)}
    gone = [row for row in removed(work).values() if row["reason"] == "near_duplicate"]
    assert len(gone) > 200
    for row in gone:
        similarity, by, cluster = re.fullmatch(r"([\d.]+) to (\w+), cluster (\w+)", row["figure"]).groups()
        assert kept[by]["dedup"]["cluster"] == cluster and float(similarity) >= 0.7


def test_a_step_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    write_input(tmp_path, chain(random.Random(1), 40))
    expected = sifted(tmp_path, 1, Dedup(partitions=2))
    for place in ("keys", "edges", "groups"):
        shutil.rmtree(tmp_path / "dedup.parts.in" / place)
    for path in [*(tmp_path / "dedup.decided").iterdir(), *(tmp_path / "dedup").iterdir()]:
        path.unlink()
    assert sifted(tmp_path, 1, Dedup(partitions=2)) == expected


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=9), max_size=30), st.integers(1, 4))
def test_groups_and_one_process_give_the_same_verdicts(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[list[str]], count: int
) -> None:
    work = tmp_path_factory.mktemp("drawn")
    dedup = Dedup(shingle=1)
    texts = [" ".join(one) for one in drawn]
    signed = Signed.of([signed_shard(work, shard, texts[shard::2], dedup) for shard in range(2)])
    parts = Partitions(work / "parts", count, dedup)
    for step, number in (("keys", 2), ("link", count), ("group", 1), ("judge", count)):
        for place in range(number):
            getattr(parts, step)(signed, place)
    together = Verdicts.of(len(signed), [judge(signed, signed.order(), dedup, work)])
    apart = Verdicts.of(len(signed), parts.judged())
    for name in ("kept", "similarity", "exact", "cluster"):
        assert getattr(together, name).tolist() == getattr(apart, name).tolist()
    assert together.sizes().sum() == len(texts)


def signed_shard(work: Path, shard: int, texts: list[str], dedup: Dedup) -> Path:
    path = work / f"{shard:05d}.parquet"
    exact = [int(digest(text, size=8), 16) for text in texts]
    columns = {
        "id": [digest(shard, place) for place in range(len(texts))],
        **dict.fromkeys(("family", "category"), [""] * len(texts)),
        "rank": [0] * len(texts),
        "exact": np.array(exact, np.uint64),
    }
    write_signed(path, columns, Texts.of(texts), dedup.sketch)
    return path


def test_texts_and_signatures_come_in_the_order_asked_for(tmp_path: Path) -> None:
    texts = ["one", "", "zwei – drei", "四", "five"]
    signed = Signed.of([signed_shard(tmp_path, 0, texts[:2], Dedup()), signed_shard(tmp_path, 1, texts[2:], Dedup())])
    members = np.array([4, 0, 3, 1, 2])
    assert signed.texts(members, tmp_path).strings() == [texts[number] for number in members]
    wanted = Dedup().sketch.sign(texts)[members]
    assert (signed.signatures(members, tmp_path) == wanted).all()
    assert list(tmp_path.glob("tmp*")) == []


def test_a_pair_below_the_threshold_is_never_removed_at_the_border(tmp_path: Path) -> None:
    rng = random.Random(3)
    texts = []
    for _ in range(400):
        original = words(rng, 40)
        copy = [*original]
        for place in rng.sample(range(40), 2):
            copy[place] = f"new{rng.randrange(10**9)}"
        texts += [" ".join(original), " ".join(copy)]
    dedup = Dedup(shingle=3)
    signed = Signed.of([signed_shard(tmp_path, 0, texts, dedup)])
    verdicts = Verdicts.of(len(signed), [judge(signed, signed.order(), dedup, tmp_path)])
    known = Texts.of(texts)
    truly = [
        jaccard(known, int(gone), int(verdicts.kept[gone]), dedup.sketch) for gone in np.flatnonzero(verdicts.kept >= 0)
    ]
    assert len(truly) > 50
    assert sum(one < 0.7 for one in truly) == 0


@pytest.mark.parametrize("punctuation", [True, False])
def test_without_punctuation_a_new_format_is_no_difference_and_an_operator_neither(
    tmp_path: Path, punctuation: bool
) -> None:
    code = "def area(width, height):\n    return scale(width * height, 'metres', places=2)"
    formatted = 'def area(\n    width,\n    height,\n):\n    return scale((width * height), "metres", places=2,)'
    sums = ["Work out 3 + 4 - 5 * 6 / 7 = ?", "Work out 3 * 4 / 5 - 6 + 7 = ?"]
    write_input(tmp_path, [code, formatted, *sums])
    sifted(tmp_path, 1, Dedup(punctuation=punctuation))
    kept = {row["text"] for row in stays(tmp_path)}
    assert len(kept & {code, formatted}) == len(kept & set(sums)) == (2 if punctuation else 1)


def test_records_are_preferred_by_level_then_tier_then_votes_then_length() -> None:
    best_first: list[tuple[Row, int]] = [
        ({"verification": {"level": "proved"}}, 10),
        ({"verification": {"level": "agreed"}, "tier": 4}, 10),
        ({"verification": {"level": "agreed"}, "tier": 3, "votes": {"agreement": 1.0}}, 10),
        ({"verification": {"level": "agreed"}, "tier": 3, "votes": {"agreement": 0.5}}, 99),
        ({"verification": {"level": "agreed"}, "tier": 3, "votes": {"agreement": None}}, 10**12),
        ({"verification": {"level": "agreed"}, "tier": 3}, 10),
        ({"verification": {"level": ""}}, 10),
        ({}, 9),
    ]
    ranks = [rank(row, characters) for row, characters in best_first]
    assert ranks == sorted(ranks) and len(set(ranks)) == len(ranks)


def test_records_that_mean_the_same_go_for_the_better_one(tmp_path: Path) -> None:
    write_input(tmp_path, ["the cat sat on the mat", "on the mat the cat sat", "rain fell over the distant hills"])
    sifted(tmp_path, 1, Dedup(near=False, semantic={"threshold": 0.9}))
    (gone,) = removed(tmp_path).values()
    assert gone["reason"] == "semantic_duplicate" and gone["figure"].startswith("1.000 to ")
    assert sorted(row["dedup"]["size"] for row in stays(tmp_path)) == [1, 2]
