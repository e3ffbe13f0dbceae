"""The dataset card: README.md beside the data, in the form that the Hub reads."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from pipeline.shards import write_text

CARD = """\
---
license: {{ recipe.licence }}
language: [{{ kept.by_language | join(", ") }}]
size_categories: ["{{ size }}"]
task_categories: [text-generation]
tags: [{{ tags | join(", ") }}]
configs:
- config_name: default
  data_files:
  - {split: train, path: "data/train-*"}
{%- if "test" in kept.by_split %}
  - {split: test, path: "data/test-*"}
{%- endif %}
- config_name: preferences
  data_files:
  - {split: train, path: "preferences/train-*"}
{%- if "test" in kept.by_split %}
  - {split: test, path: "preferences/test-*"}
{%- endif %}
---
# {{ name }}

{{ "{:,}".format(kept.records) }} records, {{ by }} by Gristmill {{ versions.gristmill }} from the recipe in
`recipe.yaml` (hash `{{ recipe_hash }}`). {{ made_by }}

Made with, and made again byte for byte by the same inputs and versions (`data/`):

    {{ command }}

## How sure

| level | records | what it means |
|---|---|---|
{%- for level, meaning in levels.items() %}{% if level in kept.by_level %}
| {{ level or "not checked" }} | {{ "{:,}".format(kept.by_level[level]) }} | {{ meaning }} |{% endif %}{% endfor %}

A checked record names its checker and the arguments it was checked by (`verification`), so that anyone can check it
again: `gristmill verify DIR` does for all of them.

## The funnel

| stage | in | born | out | rejected | failed |
|---|---|---|---|---|---|
{%- for stage in stages %}
| {{ [stage.stage, stage["in"], stage.born, stage.out, reasons(stage.rejected), stage.failed] | join(" | ") }} |
{%- endfor %}

Nothing is dropped in silence: what left the flow is in `rejected/` and `failed/`, with stage, reason and figure.

## What is in it

| category | records |
|---|---|
{%- for category, count in kept.by_category.items() %}
| {{ category or "none" }} | {{ "{:,}".format(count) }} |
{%- endfor %}

| family | records |
|---|---|
{%- for family, count in kept.by_family.items() %}
| {{ family or "none" }} | {{ "{:,}".format(count) }} |
{%- endfor %}

Splits: {{ reasons(kept.by_split) }}. {{ "Seeds" if by == "made" else "Forms" }}: {{ reasons(kept.by_seed_kind) }}.
What comes from one seed, or asks the same, lies in one split.
"""

LEVELS = {
    "proved": "recomputed from the prompt's arguments by code that shares nothing with the solver",
    "executed": "a program ran in a sandbox and passed",
    "constraint": "the stated constraints hold; the quality of the text is not judged",
    "agreed": "voted by equivalence among several candidates",
    "judged": "approved by a critique model",
    "": "as it was found: nobody says whether the answer is right",
}

SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10**7, "1M<n<10M"))


def write_card(out: Path, manifest: dict[str, Any]) -> None:
    size = next((name for bound, name in SIZES if manifest["kept"]["records"] < bound), "n>10M")
    template = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True).from_string(CARD)
    card = template.render(**manifest, levels=LEVELS, size=size, reasons=reasons, **origin(manifest))
    write_text(out / "README.md", card)


def origin(manifest: dict[str, Any]) -> dict[str, Any]:
    """How the records came to be, in the card's words: made from seeds, or curated from a data set that was there."""
    tags = ["gristmill", "instruction-tuning"]
    if "teacher" in manifest["recipe"]:
        command = "gristmill synth recipe.yaml --out DIR"
        return {
            "by": "made",
            "command": command,
            "tags": ["synthetic", *tags, "verified"],
            "made_by": made_by(manifest),
        }
    filters = [stage["stage"] for stage in manifest["stages"][2:]]
    through = f"went through: {', '.join(filters)}" if filters else "went through no filter"
    files = manifest["inputs"]["files"]
    return {
        "by": "curated",
        "command": "gristmill curate INPUT --recipe recipe.yaml --out DIR",
        "tags": tags,
        "made_by": f"The rows of\n{files:,} file{'s' * (files != 1)} {through}.",
    }


def made_by(manifest: dict[str, Any]) -> str:
    """Who wrote the answers, in a sentence."""
    engines = manifest["recipe"]["teacher"].get("engines")
    if not engines:
        return "No language model took part: answers\nwere computed, run, or held against stated constraints."
    models = sorted({str(engine.get("model") or engine.get("identity")) for engine in engines.values()})
    named = ", ".join(models)
    return f"Instructions and answers were\nwritten and judged by language models: {named}. All calls are in `calls/`."


def reasons(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items())) or "0"
