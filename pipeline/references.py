"""What records are held against: indexes of benchmarks and of other data sets, built once before the flow begins.

An index is a folder that holds hashes only, no text, and beside it a digest of the files it was made from, so that one
of other files is refused and not used in silence.
"""

import glob
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from shutil import rmtree

from filters.benchmark_files import read_items
from filters.decontaminate import Benchmarks, Item
from filters.signature_index import SignatureIndex
from pipeline.errors import UserError
from pipeline.sections import Decontaminate, Dedup
from pipeline.shards import write_text
from pipeline.sources import tables
from pipeline.sources.layouts import KNOWN, Misfit, example, recognised
from pipeline.sources.values import FileRef, Problem

FIELDS = ("question", "Question", "prompt", "instruction", "problem", "input", "text", "turns")
"""Columns that hold the text of an item in published benchmarks; the first that the first record has is taken."""
SOURCES = "sources.json"
BATCH = 4096


def benchmarks(folder: Path) -> Path:
    """Where in its folder the index of benchmarks is."""
    return folder / "benchmarks"


def benchmarks_folder(settings: Decontaminate, work: Path) -> Path:
    return Path(settings.index).expanduser() if settings.index else work / "index.benchmarks"


def known_folders(settings: Dedup, work: Path) -> list[Path]:
    """The indexes of signatures that `against` names, and the one made of the data sets there."""
    saved = [Path(place).expanduser() for place in settings.against if _is_index(place)]
    return saved if len(saved) == len(settings.against) else [*saved, _own(settings, work)]


def require(decontaminate: Decontaminate | None, dedup: Dedup | None) -> None:
    """Raise UserError for references that are not there or of no use, before anything is made."""
    if decontaminate:
        _benchmark_files(decontaminate)
        if not decontaminate.against and not Path(decontaminate.index).expanduser().is_dir():
            raise UserError(
                f"decontaminate.index: {decontaminate.index}: there is no index, and decontaminate.against names no "
                "benchmark to make one of"
            )
    if dedup:
        _data_sets(dedup)
        for place in filter(_is_index, dedup.against):
            _suits(SignatureIndex.open(Path(place).expanduser()), dedup)


def prepare(decontaminate: Decontaminate | None, dedup: Dedup | None, work: Path) -> None:
    """The indexes that a recipe needs; what is there already stays. Raises UserError, naming the key."""
    if decontaminate:
        prepare_benchmarks(decontaminate, benchmarks_folder(decontaminate, work))
    if dedup:
        prepare_known(dedup, work)


def prepare_benchmarks(settings: Decontaminate, folder: Path) -> None:
    """The index of benchmarks in `folder`; one that is there already stays. Raises UserError, naming the key."""
    files = _benchmark_files(settings)
    sources = {name: [_digest(path) for path in paths] for name, paths in files.items()}

    def build(place: Path) -> None:
        made = Benchmarks.of(
            [item for name, paths in files.items() for path in paths for item in _items(name, path, settings.fields)],
            settings.runs,
        )
        if not made.names:
            raise UserError(
                f"decontaminate.against: no item of {', '.join(files)} has {settings.short_words} words or more, so "
                "none can be found; name other benchmarks or set short_words"
            )
        made.save(benchmarks(place))

    _once("decontaminate", folder, sources, build)
    if Benchmarks.load(benchmarks(folder)).runs != settings.runs:
        raise UserError(
            f"decontaminate.index: {folder}: was made with other words, short_words or share; name another folder"
        )


def prepare_known(settings: Dedup, work: Path) -> None:
    """The index of the data sets in `against`; one that is there already stays. Raises UserError."""
    files = _data_sets(settings)
    sources = {str(ref.path): [str(ref.size)] for ref in files}

    def build(place: Path) -> None:
        index = SignatureIndex.create(place, settings.sketch, settings.threshold)
        for ref in files:
            index = _add(index, ref)

    if files:
        _once("dedup", _own(settings, work), sources, build)
        _suits(SignatureIndex.open(_own(settings, work)), settings)


def _own(settings: Dedup, work: Path) -> Path:
    return Path(settings.index).expanduser() if settings.index else work / "index.known"


def _once(section: str, folder: Path, sources: Mapping[str, Sequence[str]], build: Callable[[Path], None]) -> None:
    """Let `build` fill a folder, which appears whole or not at all; one made from other sources is refused."""
    if folder.is_dir():
        before = json.loads((folder / SOURCES).read_text(encoding="utf-8")) if (folder / SOURCES).exists() else None
        if sources and before != sources:
            raise UserError(
                f"{section}.index: {folder}: was made from other files than {section}.against names, or they changed "
                "since; name another folder"
            )
        return
    partial = folder.with_name(f".{folder.name}.partial")
    rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    build(partial)
    write_text(partial / SOURCES, json.dumps(sources, ensure_ascii=False, indent=1))
    partial.rename(folder)


def _is_index(place: str) -> bool:
    return (Path(place).expanduser() / "index.json").is_file()


def _suits(index: SignatureIndex, settings: Dedup) -> None:
    if (index.sketch, index.threshold) != (settings.sketch, settings.threshold):
        raise UserError(
            f"dedup.against: {index.folder}: is an index with threshold {index.threshold}, permutations "
            f"{index.sketch.permutations}, shingle {index.sketch.shingle}, unit {index.sketch.unit}; the recipe has "
            f"{settings.threshold}, {settings.permutations}, {settings.shingle}, {settings.sketch.unit}: they must "
            "be the same (the unit is words, or letters with punctuation: false)"
        )


def _data_sets(settings: Dedup) -> list[FileRef]:
    sets = [place for place in settings.against if not _is_index(place)]
    try:
        return tables.table_files(sets) if sets else []
    except UserError as error:
        raise UserError(f"dedup.against: {error}") from None


def _add(index: SignatureIndex, ref: FileRef) -> SignatureIndex:
    """The index with the rows of one file; rows that are no examples are passed over, a file of such alone is not."""
    layout = recognised(tables.first_rows(ref)[0])
    ids: list[str] = []
    texts: list[str] = []
    for row in tables.rows(ref) if layout else ():
        with suppress(Misfit):
            if layout and not isinstance(row, Problem):
                said = example(row.values, layout)
                ids.append(str(row.values.get("id") or f"#{row.number}"))
                texts.append("\n".join(turn["content"] for turn in said.turns))
    if not texts:
        raise UserError(f"dedup.against: {ref.path}: holds no row with known columns; expected one of: {KNOWN}")
    return index.add(ref.uri, ids, index.sketch.sign(texts))


def _benchmark_files(settings: Decontaminate) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for name, patterns in settings.against.items():
        for pattern in patterns:
            place = Path(pattern).expanduser()
            paths = [place] if place.exists() else sorted(Path(one) for one in glob.glob(str(place), recursive=True))  # noqa: PTH207
            if not paths or any(path.is_dir() for path in paths):
                raise UserError(f"decontaminate.against.{name}: {pattern}: expected a file, or a pattern of files")
            found.setdefault(name, []).extend(paths)
    return found


def _items(name: str, path: Path, fields: Mapping[str, Sequence[str]]) -> Iterator[Item]:
    try:
        yield from read_items(name, path, fields.get(name) or _field(name, path))
    except (ValueError, OSError) as error:
        raise UserError(f"decontaminate.against.{name}: {error}. Name them: decontaminate.fields.{name}") from None


def _field(name: str, path: Path) -> Sequence[str]:
    """The first of FIELDS that the file's first record has; none where it has none."""
    for field in FIELDS:
        try:
            next(read_items(name, path, [field]), None)
        except ValueError:
            continue
        return [field]
    return ()


def _digest(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()
