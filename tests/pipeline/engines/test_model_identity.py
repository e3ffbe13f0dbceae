"""A model's identity: the same for the same answers, another for what may answer otherwise."""

from pathlib import Path

from pipeline.engines.model_identity import PIECE_BYTES, PIECES, model_identity


def folder(place: Path, weights: bytes = b"weights", template: str = "{{ messages }}") -> str:
    place.mkdir(parents=True)
    (place / "config.json").write_text('{"hidden_size": 4}')
    (place / "chat_template.jinja").write_text(template)
    (place / "model.safetensors").write_bytes(weights)
    (place / "README.md").write_text(str(place))
    return str(place)


def test_a_model_of_the_hub_is_its_name_and_revision() -> None:
    assert model_identity("org/model", "", {}) == "org/model@main dtype=auto"
    assert model_identity("org/model", "v2", {"dtype": "float32"}) == "org/model@v2 dtype=float32"


def test_settings_count_where_they_change_answers() -> None:
    plain = model_identity("org/model", "", {})
    assert model_identity("org/model", "", {"gpu_memory_utilization": 0.5, "max_num_seqs": 8}) == plain
    assert model_identity("org/model", "", {"quantization": "fp8"}) != plain
    assert model_identity("org/model", "", {"hf_overrides": {"rope_theta": 1}}) != plain


def test_a_folder_is_its_content_wherever_it_lies(tmp_path: Path) -> None:
    here = model_identity(folder(tmp_path / "a" / "teacher"), "", {})
    there = model_identity(folder(tmp_path / "b" / "teacher"), "", {})
    other = model_identity(folder(tmp_path / "c" / "teacher", template="{{ x }}"), "", {})
    assert here == there != other
    assert str(tmp_path) not in here


def test_a_model_that_was_trained_further_is_another(tmp_path: Path) -> None:
    """Files of the same names and sizes; those too large to be read whole are read in pieces."""
    for case, size in (("small", 100), ("large", 4 * PIECES * PIECE_BYTES)):
        before = model_identity(folder(tmp_path / f"{case}1" / "m", weights=bytes(size)), "", {})
        after = model_identity(folder(tmp_path / f"{case}2" / "m", weights=b"\1" * size), "", {})
        assert before != after


def test_a_model_in_one_file_is_its_content(tmp_path: Path) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(b"one")
    one = model_identity(str(file), "", {})
    file.write_bytes(b"two")
    assert one != model_identity(str(file), "", {})
