"""The manifest: what a run made, from what, with which versions, and that nothing was lost."""

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from filters.diversity import distinct, self_bleu
from filters.quotas import by_node
from pipeline import evolutions, judges, usage
from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.ledger import Count
from pipeline.output import FOLDERS, MANIFEST
from pipeline.recipe_file import RecipeFile
from pipeline.schema import SCHEMA_VERSION
from pipeline.shards import write_text
from prompts.tree import top_level, top_of

PACKAGES = ("gristmill", "apache-beam", "pyarrow", "datasketch", "numpy")


def write_manifest(
    out: Path,
    recipe: RecipeFile,
    counts: list[Count],
    seconds: float,
    inputs: dict[str, str],
    target: dict[str, Any] | None = None,
    sandbox: dict[str, Any] | None = None,
    made: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """Count what lies in the folder, hold it against the books, and write the manifest. `inputs` are the sizes of the
    files that were read, by name; `target` tells how far the run came with the number of records that was wanted
    (pipeline/stages/rounds.py); `sandbox` what held the programs that were run (pipeline/sandbox.py). `made` counts the
    records that came to deduplication, by category.

    Raises UserError when the files and the books differ.
    """
    files = {
        str(path.relative_to(out)): {"rows": rows_in(path), "bytes": path.stat().st_size, "sha256": sha256(path)}
        for folder in FOLDERS
        for path in sorted((out / folder).glob("*.parquet"))
    }
    stages = [count.as_dict() for count in counts]
    manifest = {
        "name": recipe.name,
        "schema_version": SCHEMA_VERSION,
        "recipe_hash": recipe.hash,
        "recipe": recipe.resolved(),
        "inputs": {"files": len(inputs), "digest": digest("inputs", canonical(inputs))},
        "versions": {name: version(name) for name in PACKAGES} | {"python": platform.python_version()},
        "stages": stages,
        "target": target,
        "sandbox": sandbox,
        "operators": evolutions.table(stages),
        "nodes": nodes(out, recipe.wanted, made) if made else [],
        "usage": usage.table(stages, recipe.prices),
        "judges": judges.table(stages),
        "kept": kept(out),
        "diversity": diversity(out),
        "files": files,
        "seconds": round(seconds, 1),
    }
    if wrong := losses(manifest):
        raise UserError(f"{out}: " + "; ".join(wrong))
    write_text(out / MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    return manifest


def losses(manifest: dict[str, Any], out: Path | None = None) -> list[str]:
    """Where books and files do not agree, as sentences; with `out` the files are counted afresh."""
    stages, wrong = manifest["stages"], []
    for stage in stages:
        went = stage["out"] + stage["failed"] + sum(stage["rejected"].values())
        if stage["in"] + stage["born"] != went:
            wrong.append(f"stage {stage['stage']!r}: {stage['in']} in + {stage['born']} born, but {went} went out")
    expected = {
        "data": stages[-1]["out"],
        "rejected": sum(sum(stage["rejected"].values()) for stage in stages),
        "failed": sum(stage["failed"] for stage in stages),
    }
    for folder, rows in expected.items():
        if out is None:
            found = sum(file["rows"] for name, file in manifest["files"].items() if name.startswith(folder + "/"))
        else:
            found = sum(rows_in(path) for path in (out / folder).glob("*.parquet"))
        if found != rows:
            wrong.append(f"{folder}/ holds {found} rows, the books say {rows}")
    return wrong


def kept(out: Path) -> dict[str, Any]:
    """What is in data/, counted by everything that people ask about."""
    columns = ["category", "family", "language", "difficulty", "split", "prompt_tokens", "response_tokens"]
    tallies: dict[str, Counter[str]] = {
        name: Counter() for name in ("level", "category", "family", "language", "difficulty", "split", "seed_kind")
    }
    records = tokens = 0
    for path in sorted((out / "data").glob("*.parquet")):
        table = pq.read_table(path, columns=[*columns, "verification.level", "source.kind"])
        records += len(table)
        tokens += sum(map(sum, (table["prompt_tokens"].to_pylist(), table["response_tokens"].to_pylist())))
        tallies["level"].update(table["level"].to_pylist())
        tallies["seed_kind"].update(table["kind"].to_pylist())
        tallies["category"].update(top_of(category) for category in table["category"].to_pylist())
        for name in ("family", "language", "difficulty", "split"):
            tallies[name].update(map(str, table[name].to_pylist()))
    counted = {f"by_{name}": dict(sorted(tally.items())) for name, tally in tallies.items()}
    return {"records": records, "words": tokens, **counted}


def nodes(out: Path, wanted: Mapping[str, int], made: Mapping[str, int]) -> list[dict[str, Any]]:
    """Wanted, made and kept for the top of the tree and every node with a quota."""
    kept: Counter[str] = Counter()
    for path in sorted((out / "data").glob("*.parquet")):
        kept.update(pq.read_table(path, columns=["category"])["category"].to_pylist())
    return [asdict(line) for line in by_node(made, kept, wanted, top_level())]


SAMPLE = 1000
"""Prompts from which diversity is measured."""


def diversity(out: Path) -> dict[str, Any]:
    """How unlike each other the prompts are, and how much of the set the most used wording makes.

    The figures of `filters.diversity` over the whole conversations before the answer, for the `SAMPLE` records with the
    smallest keyed digest of their ids.
    """
    wordings: Counter[str] = Counter()
    prompts: list[tuple[str, str]] = []
    for path in sorted((out / "data").glob("*.parquet")):
        for row in pq.read_table(path, columns=["id", "messages", "lineage"]).to_pylist():
            if wording := "/".join(row["lineage"][-1]["template"].split("/")[:WORDING]):
                wordings[wording] += 1
            prompts.append((row["id"], "\n".join(turn["content"] for turn in row["messages"][:-1])))
    sample = [text for _, text in sorted(prompts, key=lambda pair: digest("diversity", pair[0]))[:SAMPLE]]
    ((most_used, count),) = wordings.most_common(1) or [("", 0)]
    return {
        "sample": len(sample),
        "distinct_4_grams": round(distinct(sample), 4),
        "self_bleu_4": round(self_bleu(sample), 4),
        "wordings": len(wordings),
        "most_used_wording": most_used,
        "most_used_share": round(count / max(1, len(prompts)), 4),
    }


WORDING = 3
"""Parts of a template's name that name the wording; a style may follow."""


def rows_in(path: Path) -> int:
    rows: int = pq.read_metadata(path).num_rows
    return rows


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
