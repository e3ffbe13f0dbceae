"""`gristmill tokenizer …`: train one, give one CJK tokens, compare several. Results go to stdout."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from trainer.text_sample import Portion
    from trainer.tokenizer_report import Report

app = typer.Typer(no_args_is_help=True, help="Train a tokenizer, extend one by CJK tokens, compare several.")

Sources = Annotated[
    list[str] | None,
    typer.Argument(help="Datasets, folders or files: .parquet, .jsonl, .json, text, code.", metavar="[SOURCE]..."),
]
Out = Annotated[Path, typer.Option(help="Folder for tokenizer.json.")]
Mixture = Annotated[Path | None, typer.Option(help="A YAML list of sources; weights are shares of characters.")]
Characters = Annotated[int, typer.Option(min=1, help="Most characters to learn from, evenly thinned out.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace what is in the folder.")]

TRAIN_CHARACTERS = 20_000_000
EXTEND_CHARACTERS = 5_000_000
"""Chinese text of this size takes about 1.5 GiB of memory each (docs/log.md); the project's own figures."""


@app.command()
def train(
    out: Out,
    vocab_size: Annotated[int, typer.Option(min=1, help="Tokens in all, bytes and marks included.")],
    source: Sources = None,
    mixture: Mixture = None,
    characters: Characters = TRAIN_CHARACTERS,
    overwrite: Overwrite = False,
) -> None:
    """A byte-level BPE tokenizer that splits digits one by one, learnt on a mixture of texts."""
    from trainer.text_sample import sample
    from trainer.tokenizer import ChatTokenizer, write

    refuse(out, overwrite)
    taken = portions_of(source or [], mixture, characters)
    tell_portions(taken)
    made = ChatTokenizer.train(sample(taken), vocab_size)
    write(made.bpe, out)
    short = f", fewer than the {vocab_size:,} asked for: the texts hold no more pairs" * (made.vocab_size < vocab_size)
    typer.echo(f"{out}: {made.vocab_size:,} tokens{short}")


@app.command()
def extend(
    tokenizer: Annotated[
        Path,
        typer.Argument(
            help="A tokenizer.json of byte-level BPE, or a folder or a checkpoint that holds one.", metavar="TOKENIZER"
        ),
    ],
    out: Out,
    source: Sources = None,
    tokens: Annotated[int, typer.Option(min=1, help="CJK tokens to add; Hunyuan-Large added 28,000.")] = 28_000,
    min_count: Annotated[int, typer.Option(min=1, help="How often a pair must occur to become a token.")] = 2,
    mixture: Mixture = None,
    characters: Characters = EXTEND_CHARACTERS,
    overwrite: Overwrite = False,
) -> None:
    """Add CJK tokens learnt on texts. Old ids stay, and text without CJK characters is split as before.

    A checkpoint of `gristmill train` gets rows for them and can be trained on from.
    """
    from trainer.extend import extend as run
    from trainer.text_sample import sample
    from trainer.tokenizer import FILE, write
    from trainer.tokenizer_report import read_tokenizer

    refuse(out, overwrite)
    found = read_tokenizer(tokenizer)
    taken = portions_of(source or [], mixture, characters)
    tell_portions(taken)
    made = run(found, sample(taken), tokens, min_count)
    if tokenizer.is_dir() and (tokenizer / "model.safetensors").is_file():
        from trainer.grow import grow_checkpoint, is_checkpoint

        if is_checkpoint(tokenizer):
            grow_checkpoint(tokenizer, out, made.tokenizer, overwrite=overwrite)
        else:
            write(made.tokenizer, out)
            typer.echo(f"{tokenizer} is no checkpoint of this trainer: only its {FILE} was extended", err=True)
    else:
        write(made.tokenizer, out)
    short = f", fewer than the {tokens:,} asked for: no other pair occurs {min_count} times" * (made.new < tokens)
    typer.echo(f"{out}: {made.old:,} + {made.new:,} tokens{short}")


@app.command()
def report(
    tokenizer: Annotated[
        list[Path], typer.Argument(help="Files tokenizer.json, or folders that hold one.", metavar="TOKENIZER...")
    ],
    text: Annotated[
        list[str] | None, typer.Option(help="A file or folder to measure on; may be given several times.")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="The output folder of a run, to measure on its records.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Characters per token by language, side by side.

    Without texts it is measured on this package's prompts (en, zh) and the Python standard library (code).
    """
    from gristmill.bundled_texts import bundled, named, of_dataset
    from trainer.tokenizer_report import measure, read_tokenizer

    def texts() -> Iterator[tuple[str, str]]:
        for path in text or []:
            yield from named(path)
        if data:
            yield from of_dataset(data)
        if not text and not data:
            yield from bundled()

    reports = measure({str(path): read_tokenizer(path) for path in tokenizer}, texts())
    if as_json:
        typer.echo(json.dumps([one.as_dict() for one in reports], indent=1, ensure_ascii=False))
    else:
        Console().print(shown(reports))


def shown(reports: "list[Report]") -> Table:
    languages = list(reports[0].by_language)
    table = Table(title="characters a token", title_justify="left")
    table.add_column("tokenizer", overflow="fold")
    for name in ("tokens", *languages, "loses text of"):
        table.add_column(name, justify="right")
    for one in reports:
        figures = [f"{one.by_language[language].characters_per_token:.2f}" for language in languages]
        lost = [language for language in languages if not one.by_language[language].comes_back]
        table.add_row(one.name, f"{one.vocabulary:,}", *figures, ", ".join(lost) or "none")
    sizes = [f"{figures.characters:,}" for figures in reports[0].by_language.values()]
    table.add_section()
    table.add_row("characters measured", "", *sizes, "", style="dim")
    return table


def portions_of(paths: list[str], mixture: Path | None, characters: int) -> "list[Portion]":
    from gristmill.train_settings import sources
    from trainer.errors import BadInput
    from trainer.text_sample import portions
    from trainer.texts import sources_of

    if bool(paths) == bool(mixture):
        raise BadInput("name sources to learn from, or a --mixture that lists them, and not both")
    return portions(sources(mixture) or [source for path in paths for source in sources_of(path)], characters)


def tell_portions(taken: "list[Portion]") -> None:
    whole = sum(one.taken for one in taken)
    for one in taken:
        typer.echo(
            f"{one.source.path}: {one.taken:,} of {one.characters:,} characters, {one.taken / whole:.1%} of the sample",
            err=True,
        )


def refuse(out: Path, overwrite: bool) -> None:
    """Before anything is learnt. Raises BadInput if the folder is in use."""
    from trainer.errors import BadInput

    if out.exists() and not out.is_dir():
        raise BadInput(f"{out} is a file; expected a folder to write to")
    if out.is_dir() and any(out.iterdir()) and not overwrite:
        raise BadInput(f"{out} is not empty; choose another folder, or ask to --overwrite it")
