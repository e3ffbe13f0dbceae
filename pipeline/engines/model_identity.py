"""Which model it is, for the keys of the call log: two models that may answer differently never share a name."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pipeline.keyed import canonical

WEIGHTS = (".safetensors", ".bin", ".pt", ".pth", ".gguf")
DESCRIBING = (".json", ".jinja", ".model", ".txt", ".py")
"""Configuration, tokenizer, chat template, code of a model of its own: read whole."""
PIECES, PIECE_BYTES = 16, 1 << 16

DECIDING = (
    "quantization",
    "hf_overrides",
    "tokenizer",
    "tokenizer_revision",
    "tokenizer_mode",
    "override_generation_config",
    "max_model_len",
    "logits_processors",
    "structured_outputs_config",
)
"""Settings of an engine, beside dtype, by which the same weights answer differently."""


def model_identity(model: str, revision: str, settings: Mapping[str, Any]) -> str:
    """Name and revision, or for a local folder or file its name and a hash of its content; dtype; deciding settings."""
    local = Path(model)
    base = f"{local.resolve().name}@{content_hash(local)}" if local.exists() else f"{model}@{revision or 'main'}"
    decided = {name: settings[name] for name in DECIDING if settings.get(name) is not None}
    parts = [base, f"dtype={settings.get('dtype', 'auto')}"]
    if decided:
        parts.append(canonical({name: _plain(value) for name, value in decided.items()}))
    return " ".join(parts)


def content_hash(place: Path) -> str:
    """Over the small files' content and, for each file of weights, its name, its size and pieces from all over it.

    Pieces, because a model that was trained further has files of the same names and sizes; not the whole, because
    a large model would take minutes to read.
    """
    state = blake2b(digest_size=8)
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file() and path.suffix in (*WEIGHTS, *DESCRIBING):
            state.update(f"{path.relative_to(place).as_posix()}\0{path.stat().st_size}\0".encode())
            state.update(_pieces(path) if path.suffix in WEIGHTS else path.read_bytes())
    return state.hexdigest()


def _pieces(path: Path) -> bytes:
    size = path.stat().st_size
    if size <= PIECES * PIECE_BYTES:
        return path.read_bytes()
    with path.open("rb") as file:
        found = []
        for number in range(PIECES):
            file.seek(number * (size - PIECE_BYTES) // (PIECES - 1))
            found.append(file.read(PIECE_BYTES))
        return b"".join(found)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | dict | list) else repr(value)
