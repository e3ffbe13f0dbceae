"""The licence of a text, as an SPDX identifier where it can be recognised."""

import re
from pathlib import Path

from pipeline.sources.formats import format_of

HEAD = 4096
"""Characters of a file in which an SPDX line is looked for; bytes of a licence file that are read, times 16."""

_NAME = re.compile(r"(?:licen[cs]e|copying|unlicense)(?:[.-].*)?", re.IGNORECASE)
_SPDX = re.compile(
    r"SPDX-License-Identifier:[ \t]*([A-Za-z0-9.+()-]+(?:[ \t]+(?:AND|OR|WITH)[ \t]+[A-Za-z0-9.+()-]+)*)"
)

_TEXTS: tuple[tuple[str, str], ...] = (
    ("PSF-2.0", r"python software foundation license"),
    ("Apache-2.0", r"apache license,? version 2\.0"),
    ("AGPL-3.0", r"gnu affero general public license"),
    ("LGPL-3.0", r"gnu lesser general public license,? version 3"),
    ("LGPL-2.1", r"gnu lesser general public license,? version 2\.1"),
    ("GPL-3.0", r"gnu general public license,? version 3"),
    ("GPL-2.0", r"gnu general public license,? version 2"),
    ("MPL-2.0", r"mozilla public license,? version 2\.0"),
    ("CC0-1.0", r"cc0 1\.0 universal"),
    ("CC-BY-SA-4.0", r"attribution-sharealike 4\.0 international"),
    ("CC-BY-4.0", r"attribution 4\.0 international"),
    ("Unlicense", r"free and unencumbered software released into the public domain"),
    ("MIT", r"permission is hereby granted, free of charge, to any person obtaining a copy"),
    ("ISC", r"permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"),
    ("BSD-3-Clause", r"redistribution and use in source and binary forms.*neither the names? of"),
    ("BSD-2-Clause", r"redistribution and use in source and binary forms"),
)
_RECOGNISERS = tuple((name, re.compile(pattern)) for name, pattern in _TEXTS)


def is_licence(name: str) -> bool:
    """Whether a file of this name holds a licence: LICENSE, COPYING.txt, LICENCE-MIT.md, but not license.py."""
    return bool(_NAME.fullmatch(name)) and format_of(name)[0] in ("text", "markdown", "rst")


def spdx(text: str) -> str:
    """The SPDX expression that a file's first lines declare; "" if none."""
    found = _SPDX.search(text[:HEAD])
    return found.group(1) if found else ""


def recognise(text: str) -> str:
    """The SPDX identifier of a licence's text; "" if it is none of the usual ones."""
    plain = " ".join(text.casefold().split())
    return next((name for name, pattern in _RECOGNISERS if pattern.search(plain)), "")


def licence_file(path: Path) -> str:
    """The licence that a LICENSE or COPYING file holds; "" if it is none of the usual ones.

    Raises OSError if the file cannot be read.
    """
    with path.open("rb") as stream:
        text = stream.read(16 * HEAD).decode("utf-8", "ignore")
    return spdx(text) or recognise(text)
