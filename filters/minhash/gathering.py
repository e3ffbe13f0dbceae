"""Texts from several buffers into one, in an order of one's own."""

from filters.compiled import compiled


@compiled
def copy(data, starts, ends, out, places):  # type: ignore[no-untyped-def]
    """Copies data[starts[i] : ends[i]] to out[places[i] :]."""
    for row in range(len(starts)):
        at = places[row]
        for byte in range(starts[row], ends[row]):
            out[at] = data[byte]
            at += 1
