"""Values of any table as what JSON can hold, and arguments that name columns."""

import base64
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any


def plain(value: Any) -> Any:
    """A value as JSON can hold it: bytes in base64, dates and other numbers as text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date | time):
        return value.isoformat()
    return value.total_seconds() if isinstance(value, timedelta) else str(value)
