"""The command line. Commands import heavy libraries themselves: `gristmill --help` loads neither torch nor Beam."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from gristmill.tokenizer import app as tokenizer
from gristmill.train import app as train

if TYPE_CHECKING:
    from pipeline.curation import Curation
    from pipeline.recipe import Recipe

app = typer.Typer(
    name="gristmill",
    help="Mill documents, code and procedures into verified instruction data, and prove it by training on it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(train, name="train")
app.add_typer(tokenizer, name="tokenizer")

screen = Console()
RecipeFile = Annotated[Path, typer.Argument(help="The recipe, a YAML file.", metavar="RECIPE")]
Overrides = Annotated[
    list[str] | None, typer.Option("--set", help="Replace one key: --set dedup.threshold=0.8", metavar="KEY=VALUE")
]
Inputs = Annotated[
    list[str], typer.Argument(help="Files, folders or patterns: JSON Lines, JSON lists, Parquet.", metavar="INPUT...")
]
DataSet = Annotated[Path, typer.Argument(help="The output folder of a run.", metavar="DIR")]
Workers = Annotated[int, typer.Option(help="Processes; 0 for one a core. The bytes in data/ do not depend on it.")]


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def synth(
    context: typer.Context,
    recipe: RecipeFile,
    out: Annotated[
        Path | None, typer.Option(help="The folder to write; an unfinished run there goes on. A dry run needs none.")
    ] = None,
    set_: Overrides = None,
    workers: Workers = 0,
    keep_work: Annotated[bool, typer.Option(help="Keep work/, the shards between the stages.")] = False,
    extend: Annotated[
        bool, typer.Option(help="Take over a folder of another recipe, with the answers that fit.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what models would be asked and what that would cost.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Figures of a dry run, or the manifest, as JSON.")] = False,
) -> None:
    """Make a data set from a recipe. Options that are not listed go to Apache Beam (--runner=…)."""
    from gristmill.funnel import overview
    from gristmill.progress import watcher
    from pipeline.recipe import load
    from pipeline.synth import synth as run

    loaded = load(recipe, set_ or [])
    quiet_beam()
    if dry_run:
        estimated(recipe, loaded, workers or cores(), as_json)
        return
    if out is None:
        fail("synth writes a folder: name it with --out, or ask for a --dry-run")
    manifest = run(
        loaded,
        out,
        workers=workers or cores(),
        beam_options=context.args,
        keep_work=keep_work,
        extend=extend,
        watch=watcher(loaded),
    )
    if as_json:
        write_json(manifest)
    else:
        screen.print(overview(manifest))
        screen.print(f"\n{manifest['kept']['records']:,} records in {out}/data, {manifest['seconds']:.0f} s")


@app.command(context_settings={"allow_extra_args": False})
def curate(
    inputs: Inputs,
    recipe: Annotated[Path, typer.Option(help="Which filters to apply, a YAML file.", metavar="RECIPE")],
    out: Annotated[Path, typer.Option(help="The folder to write; an unfinished run there goes on.")],
    set_: Overrides = None,
    workers: Workers = 0,
    keep_work: Annotated[bool, typer.Option(help="Keep work/, the shards between the stages.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The manifest as JSON.")] = False,
) -> None:
    """Filter an existing data set: rules, a checker, benchmarks, duplicates, quotas; no teacher is asked."""
    quiet_beam()  # before Beam loads: it warns of clients that are not needed here
    from pipeline.curation import load

    curated(load(recipe, set_ or []), inputs, out, workers, as_json, keep_work)


@app.command()
def dedup(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(help="The folder to write; an unfinished run there goes on.")],
    threshold: Annotated[
        float, typer.Option(help="Jaccard similarity from which two texts are near-duplicates.")
    ] = 0.7,
    exact: Annotated[bool, typer.Option("--exact", help="Remove equal texts alone.")] = False,
    near: Annotated[bool, typer.Option("--near", help="Remove nearly equal texts, too (the default).")] = False,
    semantic: Annotated[bool, typer.Option("--semantic", help="Remove what means the same by its words, too.")] = False,
    against: Annotated[
        list[str] | None,
        typer.Option(help="Another data set, or a saved index: what is like a record of it goes.", metavar="SET"),
    ] = None,
    index: Annotated[
        str, typer.Option(help="Keep the signatures of --against in this folder, to be named there the next time.")
    ] = "",
    partitions: Annotated[int, typer.Option(help="Compare in so many parts; for ten million rows and more.")] = 0,
    workers: Workers = 0,
    as_json: Annotated[bool, typer.Option("--json", help="The manifest as JSON.")] = False,
) -> None:
    """Remove equal and nearly equal rows from a data set; the best of each cluster stays."""
    if exact and (near or semantic):
        fail("--exact removes equal texts alone; leave it out beside --near or --semantic")
    quiet_beam()
    from pipeline.curation import of_sections

    section: dict[str, object] = {
        "near": not exact,
        "threshold": threshold,
        "semantic": {} if semantic else None,
        "against": against or [],
        "index": index,
        "partitions": partitions,
    }
    curated(of_sections("dedup", dedup=section), inputs, out, workers, as_json)


@app.command()
def decontaminate(
    inputs: Inputs,
    out: Annotated[Path, typer.Option(help="The folder to write; an unfinished run there goes on.")],
    against: Annotated[
        list[str] | None, typer.Option(help="A benchmark: a file or a pattern, or NAME=FILE.", metavar="FILE")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(help="A column that holds the text of the benchmarks' items; found when not given."),
    ] = None,
    index: Annotated[
        str, typer.Option(help="Keep the index of hashes in this folder; with it alone, use the one that is there.")
    ] = "",
    share: Annotated[float, typer.Option(help="Share of an item's runs of words from which on a row goes.")] = 0.5,
    workers: Workers = 0,
    as_json: Annotated[bool, typer.Option("--json", help="The manifest as JSON.")] = False,
) -> None:
    """Remove rows that hold items of benchmarks."""
    from gristmill.benchmarks import named

    if not against and not index:
        fail("name the benchmarks: --against FILE (or NAME=FILE), once for each; or --index with a folder made before")
    quiet_beam()
    from pipeline.curation import of_sections

    files = named(against or [])
    fields = dict.fromkeys(files, field) if field else {}
    section = {"against": files, "fields": fields, "index": index, "share": share}
    loaded = of_sections("decontaminate", decontaminate=section)
    curated(loaded, inputs, out, workers, as_json)


def curated(
    recipe: "Curation", inputs: list[str], out: Path, workers: int, as_json: bool, keep_work: bool = False
) -> None:
    """Filter a data set and show what came of it."""
    from gristmill.failures import failures
    from gristmill.funnel import overview
    from gristmill.progress import watcher
    from pipeline.curate import curate as run

    manifest = run(recipe, inputs, out, workers=workers or cores(), keep_work=keep_work, watch=watcher(recipe))
    if as_json:
        write_json(manifest)
    else:
        screen.print(overview(manifest))
        screen.print(failures(out))
        screen.print(f"\n{manifest['kept']['records']:,} records in {out}/data, {manifest['seconds']:.0f} s")
    if not manifest["kept"]["records"]:
        fail(f"no record is left; {out}/rejected and {out}/failed say why, row by row")


def estimated(path: Path, recipe: "Recipe", workers: int, as_json: bool) -> None:
    """Print what a run of the recipe would ask of models."""
    from gristmill.estimate import shown
    from pipeline.chosen_seeds import choose
    from pipeline.estimate import estimate
    from pipeline.teachers.llm.check import mistakes

    if wrong := mistakes(recipe):
        fail("\n".join(f"{path}: {sentence}" for sentence in wrong))
    made = estimate(recipe, choose(recipe, workers))
    if as_json:
        write_json(made.as_dict())
    else:
        screen.print(shown(recipe, made))


def write_json(value: object) -> None:
    import json

    sys.stdout.write(json.dumps(value, indent=1, ensure_ascii=False) + "\n")


@app.command()
def validate(recipe: RecipeFile, set_: Overrides = None) -> None:
    """Check a recipe and print it with every key resolved."""
    from pipeline.curation import either
    from pipeline.recipe import Recipe
    from pipeline.recipe_file import read
    from pipeline.sandbox import lacking as lacking_sandbox
    from pipeline.teachers.llm.check import lacking, mistakes

    loaded = either(read(recipe, set_ or []), str(recipe))
    if isinstance(loaded, Recipe) and (wrong := mistakes(loaded)):
        fail("\n".join(f"{recipe}: {sentence}" for sentence in wrong))
    sys.stdout.write(loaded.to_yaml())
    notes = Console(stderr=True, soft_wrap=True)
    notes.print(f"[green]{recipe} is valid[/], hash {loaded.hash}")
    missing = [*lacking(loaded), *lacking_sandbox(loaded)] if isinstance(loaded, Recipe) else []
    for sentence in missing:
        notes.print(Text.assemble(("it cannot run here yet: ", "yellow"), sentence))


@app.command()
def preview(
    recipe: RecipeFile, n: Annotated[int, typer.Option("-n", help="How many records.")] = 5, set_: Overrides = None
) -> None:
    """Show a few records that a recipe would make, without writing anything."""
    from gristmill.preview import preview as show
    from pipeline.recipe import load

    quiet_beam()
    for shown in show(load(recipe, set_ or []), n):
        screen.print(shown)


@app.command()
def inspect(
    data: DataSet, as_json: Annotated[bool, typer.Option("--json", help="The manifest as JSON.")] = False
) -> None:
    """Show what is in a data set, and hold its files against its books."""
    from gristmill.funnel import overview
    from pipeline.manifest import losses
    from pipeline.output import manifest_of

    manifest = manifest_of(data)
    if as_json:
        write_json(manifest)
    else:
        screen.print(overview(manifest))
    if wrong := losses(manifest, data):
        fail("; ".join(wrong))


@app.command()
def verify(
    data: DataSet,
    workers: Workers = 0,
    as_json: Annotated[bool, typer.Option("--json", help="What was found as JSON.")] = False,
) -> None:
    """Check a whole data set again from its files alone; ends with status 1 where it holds a lie."""
    from gristmill.audited import outcome, watch

    quiet_beam()
    from pipeline.audit.verify import verify as run

    audit = run(data, workers=workers or cores(), watch=watch)
    if as_json:
        write_json(audit.as_dict())
    else:
        screen.print(outcome(data, audit))
    if audit.findings.lies:
        fail(f"{data} holds {audit.findings.lies:,} lies")


@app.command()
def replay(data: DataSet, workers: Workers = 0) -> None:
    """Run the failed requests of a data set again, and all that depends on them; the old output moves to before/."""
    from gristmill.progress import watcher
    from gristmill.replay import outcome
    from pipeline.output import recipe_of
    from pipeline.replay import replay as run

    quiet_beam()
    replayed = run(data, workers=workers or cores(), watch=watcher(recipe_of(data)))
    if not replayed.before:
        screen.print(f"No request failed in {data}; nothing was sent and nothing changed")
        return
    screen.print(outcome(replayed))
    screen.print(f"\n{replayed.manifest['kept']['records']:,} records in {data}/data")


@app.command()
def explain(
    data: DataSet, record: Annotated[str, typer.Argument(help="A record's id, or the beginning of one.", metavar="ID")]
) -> None:
    """Tell the whole story of one record, kept, rejected or failed: seed, steps, candidates, evidence."""
    from gristmill.explain import story
    from pipeline.output import manifest_of

    manifest_of(data)
    screen.print(story(data, record))


@app.command()
def chat(
    checkpoint: Annotated[Path, typer.Argument(help="A folder that `gristmill train` wrote.", metavar="CKPT")],
    prompt: Annotated[str | None, typer.Argument(help="One question; without it a conversation starts.")] = None,
) -> None:
    """Talk to a trained model."""
    from gristmill.chat import chat as talk

    talk(checkpoint, prompt)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="The folder for data set and model.")] = Path("out/demo"),
    docs: Annotated[Path | None, typer.Option(help="Your own documents as further seeds.")] = None,
    workers: Workers = 0,
) -> None:
    """From real input to a model that answers: mill, train, measure, and show."""
    from gristmill.demo import demo as run

    quiet_beam()
    run(out, docs, workers or cores())


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0))


def quiet_beam() -> None:
    """Beam logs what only its developers want to read; what stops a run is raised, and reported once."""
    import logging

    logging.basicConfig(level=logging.ERROR, force=True)
    logging.getLogger("apache_beam").setLevel(logging.CRITICAL)


def prepare_environment() -> None:
    """Set what must be set before heavy libraries load, for this process and its children.

    Children start with PYTHONSAFEPATH, so that a folder `pipeline/` where the user happens to be does not shadow ours.

    A thread of OpenMP that waits for work stays awake for so many turns, then sleeps. Where processes share few cores,
    those who wait awake take the time of those who work; who never does pays for waking up at every operation. A
    training has its cores for itself and stays awake as long as OpenMP by itself would; so has the demo's.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("GOMP_SPINCOUNT", "300000" if sys.argv[1:2] in (["train"], ["demo"]) else "1000")
    import pipeline

    ours, found = Path(__file__).resolve().parents[1], Path(pipeline.__file__ or "").resolve().parents[1]
    if ours != found:
        fail(f"the module `pipeline` was found in {found} instead of {ours}; take that folder off PYTHONPATH")


def fail(sentence: str) -> NoReturn:
    Console(stderr=True, soft_wrap=True).print(Text.assemble(("gristmill: ", "red"), sentence))
    raise SystemExit(1)


def main() -> None:
    """Run the command line; what a user can put right becomes one sentence and status 1."""
    from pipeline.errors import UserError
    from trainer.errors import BadInput

    prepare_environment()
    try:
        app()
    except (UserError, BadInput) as error:
        fail(str(error))
