"""`gristmill chat`: talk to a checkpoint."""

import os
from pathlib import Path

import typer

LONGEST = 200
"""Tokens of an answer at most."""


def chat(checkpoint: Path, prompt: str | None) -> None:
    """Answer one prompt, or converse until the end of input; answers stream to stdout."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from trainer.checkpoint import load
    from trainer.errors import BadInput
    from trainer.generate import stream

    try:
        model, tokenizer = load(checkpoint)
    except BadInput as error:
        raise typer.BadParameter(str(error)) from error

    def answer(conversation: list[dict[str, str]]) -> str:
        said = ""
        for piece in stream(model, tokenizer, conversation, LONGEST):
            typer.echo(piece, nl=False)
            said += piece
        typer.echo()
        return said

    if prompt is not None:
        answer([{"role": "user", "content": prompt}])
        return
    conversation: list[dict[str, str]] = []
    while True:
        typer.secho("> ", nl=False, err=True)
        try:
            asked = input()
        except EOFError:
            typer.echo(err=True)
            return
        conversation.append({"role": "user", "content": asked})
        conversation.append({"role": "assistant", "content": answer(conversation)})
