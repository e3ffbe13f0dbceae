import os
import random
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.sources.read import list_files, read
from pipeline.sources.values import Limits, Problem
from tests.pipeline.reading import read_all, read_one, reasons

# Listing


def test_files_come_in_the_order_of_their_uris_and_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    names = (
        "b.md",
        "a/z.txt",
        "a/__pycache__/m.pyc",
        ".git/config",
        ".hidden.md",
        "pic.png",
        "data.json",
        "a/b/deep.md",
    )
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    listing = list_files(tmp_path)
    assert [ref.uri for ref in listing.files] == ["a/b/deep.md", "a/z.txt", "b.md"]
    assert listing.skipped == {"binary": 1, "cache": 1, "data": 1, "hidden": 2}
    assert [ref.uri for ref in list_files(tmp_path, "*.md", exclude=("b",)).files] == ["b.md"]
    assert [ref.uri for ref in list_files(tmp_path, "a/*.md").files] == ["a/b/deep.md"]
    assert [ref.uri for ref in list_files(tmp_path / "b.md").files] == ["b.md"]


def test_a_missing_root_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere.*name an existing file or folder"):
        list_files(tmp_path / "nowhere")


def test_links_are_not_followed_and_each_is_reported(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "inner").mkdir(parents=True)
    (root / "inner" / "real.txt").write_text("text")
    (tmp_path / "other.txt").write_text("text")
    (root / "inner" / "loop").symlink_to(root)
    (root / "self").symlink_to(root / "self")
    (root / "away.txt").symlink_to(tmp_path / "other.txt")
    (root / "again").symlink_to(root / "inner")
    (root / "gone.txt").symlink_to(root / "nothing.txt")
    os.mkfifo(root / "pipe")
    listing = list_files(root)
    assert [ref.uri for ref in listing.files] == ["inner/real.txt"]
    assert reasons(list(listing.problems)) == {
        ("inner/loop", "link_loop"),
        ("self", "link_broken"),
        ("away.txt", "link_outside"),
        ("again", "link_repeats"),
        ("gone.txt", "link_broken"),
        ("pipe", "not_a_file"),
    }


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder in which this process has no more rights than its modes give, even where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for inner, mode in (("shut", 0), ("open", 0o755)):
            (folder / inner).mkdir()
            (folder / inner / "in.txt").write_text("text")
            (folder / inner).chmod(mode)
        (folder / "secret.txt").write_text("text")
        (folder / "secret.txt").chmod(0)
        folder.chmod(0o755)
        user = os.geteuid()
        os.seteuid(user or 65534)
        try:
            yield folder
        finally:
            os.seteuid(user)
            (folder / "shut").chmod(0o755)


def test_what_may_not_be_opened_is_reported(unprivileged: Path) -> None:
    spans, problems = read_all(unprivileged)
    assert [span.uri for span in spans] == ["open/in.txt"]
    assert reasons(problems) == {("shut", "unreadable_folder"), ("secret.txt", "unreadable")}


def test_a_file_that_vanished_after_it_was_listed_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (ref,) = list_files(tmp_path).files
    (tmp_path / "a.txt").unlink()
    (problem,) = read(ref)
    assert isinstance(problem, Problem) and problem.reason == "unreadable" and "No such file" in problem.figure


# Damage


def test_a_folder_with_every_kind_of_damage_is_read_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"before \xff\xfe after\nand \xc3 more\n")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path)
    with (tmp_path / "long.jsonl").open("wb") as stream:
        stream.write(b'{"text": "first"}\n')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'\n{"text": "last"}\n')
    (tmp_path / "broken.py").write_text("def f(:\n")
    (tmp_path / "null.txt").write_bytes(b"\x7fELF\0\0\0")
    (tmp_path / "wide.txt").write_bytes("wide".encode("utf-16"))
    (tmp_path / "z.txt").write_text("the end")
    spans, problems = read_all(tmp_path)
    assert [(span.uri, span.text) for span in spans] == [
        ("bad.txt", "before  after\nand  more\n"),
        ("long.jsonl#1", "first"),
        ("long.jsonl#3", "last"),
        ("z.txt", "the end"),
    ]
    assert sorted((problem.uri, problem.reason) for problem in problems) == [
        ("bad.txt", "bad_bytes"),
        ("bad.txt", "bad_bytes"),
        ("broken.py", "syntax"),
        ("empty.md", "empty"),
        ("long.jsonl", "long_line"),
        ("loop", "link_loop"),
        ("null.txt", "binary"),
        ("wide.txt", "encoding"),
    ]
    figures = {problem.figure for problem in problems}
    assert "not UTF-8, cut out: bytes 7 to 8 (ff fe)" in figures
    assert "not UTF-8, cut out: byte 20 (c3)" in figures
    assert "line 2 at byte 18 has 50,000,001 bytes; the limit is 1,000,000" in figures


def test_a_line_of_fifty_megabytes_is_not_held(tmp_path: Path) -> None:
    for name in ("a.txt", "a.jsonl", "a.csv"):
        with (tmp_path / name).open("wb") as stream:
            stream.write(b"text\n")
            for _ in range(50):
                stream.write(b"x" * 1_000_000)
    script = """
        import resource, sys
        from pathlib import Path
        from pipeline.sources.read import list_files, read
        files = list_files(Path(sys.argv[1])).files
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = [one.reason for ref in files for one in read(ref) if hasattr(one, "reason")]
        assert found.count("long_line") == 3, found
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    scale = 1024 if sys.platform == "darwin" else 1
    assert int(done.stdout) / scale < 20_000, "kilobytes held above what the imports take"


def test_a_text_after_a_long_line_stands_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        "\ufeffone é\n".encode() + "é".encode() * 800 + b"\xff\ntwo \xff\xe4\n".replace(b"\xe4", b"") + b"three\n"
    )
    spans, problems = read_one(path, Limits(line=1000))
    source = path.read_bytes().decode("utf-8-sig", "ignore")
    assert [span.text for span in spans] == ["one é\n", "two \nthree\n"]
    assert all(source[span.start : span.end] == span.text for span in spans)
    assert [problem.reason for problem in problems] == ["long_line", "bad_bytes"]


def test_many_bad_bytes_are_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("é, ".encode("latin-1") * 500)
    spans, problems = read_one(path)
    assert spans[0].text == ", " * 500
    assert len(problems) == 101 and problems[-1].figure == "not UTF-8, cut out: 400 more ranges, 400 bytes"


# Texts


def test_a_long_text_comes_in_spans_that_are_cut_between_blocks(tmp_path: Path) -> None:
    rng = random.Random(5)
    words = "the mill grinds what the river brings, slowly, été 河水".split()
    sections = (
        f"## Part {part}\n\n" + "\n\n".join(" ".join(rng.choices(words, k=30)) for _ in range(4)) for part in range(60)
    )
    text = "# Mill\r\n\r\n" + "\n\n".join(sections)
    path = tmp_path / "mill.md"
    path.write_bytes(text.encode())
    spans, problems = read_one(path, Limits(block=3000))
    assert not problems and len(spans) > 5
    assert "".join(span.text for span in spans) == text
    assert all(text[span.start : span.end] == span.text and span.form == "markdown" for span in spans)
    assert all(span.text.startswith("## Part") for span in spans[1:])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Water drives it.", "en"),
        ("水力驱动 mill。", "zh"),
        ("Вода вращает", "other"),
        ("12 + 3", "other"),
        ("水車で粉をひく", "other"),
    ],
)
def test_the_language_is_guessed_from_the_letters(tmp_path: Path, text: str, language: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [span.language for span in read_one(tmp_path / "a.txt")[0]] == [language]


def test_a_licence_is_that_of_the_file_or_of_the_nearest_licence_file(tmp_path: Path) -> None:
    mit = "The MIT Licence\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy of this"
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "LICENSE").write_text(mit)
    (tmp_path / "a" / "COPYING.txt").write_text("    GNU GENERAL PUBLIC LICENSE\n       Version 3, 29 June 2007")
    (tmp_path / "top.txt").write_text("text")
    (tmp_path / "a" / "b" / "deep.txt").write_text("text")
    (tmp_path / "a" / "own.rs").write_text("// SPDX-License-Identifier: MIT OR Apache-2.0\n// and text\n")
    found = {span.uri.split("#")[0]: span.licence for span in read_all(tmp_path)[0]}
    assert found["top.txt"] == "MIT"
    assert found["a/b/deep.txt"] == "GPL-3.0"
    assert found["a/own.rs"] == "MIT OR Apache-2.0"
    assert list_files(tmp_path).skipped == {"licence": 2}
    assert {ref.licence for ref in list_files(tmp_path, licence="PSF-2.0").files} == {"PSF-2.0"}


def test_a_page_becomes_markdown(tmp_path: Path) -> None:
    page = """<!doctype html><html><head><title>The  Mill</title><style>p {}</style><script>alert("<p>no</p>")</script>
      <body><nav>Home | About</nav><h1>Mill &amp; <em>race</em></h1><p>Water   drives
      it.<p>Stone grinds.<ul><li>one<li>two</ul><pre>a  b
  c</pre><table><tr><td>x<td>y</table><footer>(c)</footer>"""
    (tmp_path / "a.html").write_text(page)
    (span,), problems = read_one(tmp_path / "a.html")
    assert not problems and span.title == "The Mill" and span.uri == "a.html#text"
    assert (
        span.text
        == "# Mill & race\n\nWater drives it.\n\nStone grinds.\n\n- one\n- two\n\n```\na  b\n  c\n```\n\nx | y"
    )
    (tmp_path / "b.html").write_text("<p>one<nav><p>two")
    (span,), (problem,) = read_one(tmp_path / "b.html")
    assert span.text == "one" and problem.reason == "html_unclosed"


def test_comments_of_other_languages_are_documents(tmp_path: Path) -> None:
    source = '/**\n * Turns the wheel.\n *\n * Twice.\n */\nint x = "// no";\n// one\n// two\nint y; /* open'
    (tmp_path / "a.c").write_text(source)
    (tmp_path / "b.sh").write_text("#!/bin/sh\n# says hello\n#  twice\necho '# no' \"$#\"\n")
    spans, _ = read_all(tmp_path)
    assert [(span.uri, span.text) for span in spans] == [
        ("a.c#L1", "Turns the wheel.\n\nTwice."),
        ("a.c#L7", "one\ntwo"),
        ("a.c#L9", "open"),
        ("b.sh#L1", "/bin/sh\nsays hello\n twice"),
    ]
    assert {span.kind for span in spans} == {"document"}
