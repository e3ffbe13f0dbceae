"""`gristmill chat`: talk to a checkpoint."""

from pathlib import Path

import typer

LONGEST = 200
"""Tokens of an answer at most."""


def chat(checkpoint: Path, prompt: str | None) -> None:
    """Answer one prompt, or converse until the end of input; answers stream to stdout."""
    from trainer.checkpoint import load
    from trainer.generate import stream

    model, tokenizer = load(checkpoint)

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
