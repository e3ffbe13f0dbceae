"""Settings in which things stand in an order, and how each clue about the order is said in them."""

from dataclasses import dataclass

from pipeline.teachers.procedural.words.names import NAMES


@dataclass(frozen=True, slots=True)
class Scene:
    """A setting: what the order is, and how each relation is said in it ({a}, {b} are names)."""

    opening: str
    order: str
    called: str
    """How a name is spoken of in a clue: "{}" for people, "the {}" for things."""
    sayings: dict[str, str]


def scene(
    opening: str, order: str, called: str, first: str, last: str, before: str, after: str, adjacent: str, verb: str
) -> Scene:
    """A scene whose clues are all built with one verb, such as "is" or "stands"."""
    deny = {"is": "is not", "was": "was not", "came": "did not come"}.get(verb, f"does not {verb.removesuffix('s')}")
    return Scene(
        opening,
        order,
        called,
        {
            "before": f"{{a}} {verb} somewhere {before} {{b}}",
            "after": f"{{a}} {verb} somewhere {after} {{b}}",
            "right_before": f"{{a}} {verb} directly {before} {{b}}",
            "next_to": f"{{a}} {verb} {adjacent} {{b}}",
            "not_next_to": f"{{a}} {deny} {adjacent} {{b}}",
            "first": f"{{a}} {verb} {first}",
            "last": f"{{a}} {verb} {last}",
            "not_first": f"{{a}} {deny} {first}",
            "not_last": f"{{a}} {deny} {last}",
        },
    )


FRUITS = tuple("apple cherry fig grape kiwi lemon mango melon olive orange papaya peach pear plum quince".split())
COLOURS = tuple("red blue green yellow white black brown purple orange pink grey silver golden turquoise".split())
ANIMALS = tuple("badger bear camel cat dog duck fox goat hare hedgehog horse lion mole otter owl panda rabbit".split())
TOWNSFOLK = tuple("baker barber butcher carpenter cook doctor farmer fisher judge miller nurse painter pilot".split())
NEIGHBOUR = "right next to"

SCENES: dict[str, tuple[tuple[str, ...], Scene]] = {
    "queue": (
        NAMES["en"],
        scene(
            "{names} stand in a queue",
            "from front to back",
            "{}",
            "at the front",
            "at the back",
            "ahead of",
            "behind",
            NEIGHBOUR,
            "stands",
        ),
    ),
    "race": (
        NAMES["en"],
        scene(
            "{names} ran a race without ties",
            "from first to last",
            "{}",
            "in first",
            "in last",
            "before",
            "after",
            "just before or just after",
            "came",
        ),
    ),
    "bench": (
        NAMES["en"],
        scene(
            "{names} sit side by side on a bench",
            "from left to right",
            "{}",
            "at the left end",
            "at the right end",
            "to the left of",
            "to the right of",
            NEIGHBOUR,
            "sits",
        ),
    ),
    "floors": (
        NAMES["en"],
        scene(
            "{names} live in one house, one on each floor",
            "from the bottom floor to the top",
            "{}",
            "on the bottom floor",
            "on the top floor",
            "below",
            "above",
            "directly above or below",
            "lives",
        ),
    ),
    "talks": (
        NAMES["en"],
        scene(
            "{names} give talks, one after another",
            "from the earliest talk to the latest",
            "{}",
            "first",
            "last",
            "before",
            "after",
            "just before or just after",
            "speaks",
        ),
    ),
    "fruit": (
        FRUITS,
        scene(
            "Pieces of fruit lie in a row: {names}",
            "from left to right",
            "the {}",
            "at the left end",
            "at the right end",
            "to the left of",
            "to the right of",
            NEIGHBOUR,
            "lies",
        ),
    ),
    "books": (
        COLOURS,
        scene(
            "Books stand on a shelf, each of another colour: {names}",
            "from left to right",
            "the {} book",
            "at the left end",
            "at the right end",
            "to the left of",
            "to the right of",
            NEIGHBOUR,
            "stands",
        ),
    ),
    "animals": (
        ANIMALS,
        scene(
            "Animals march in a line: {names}",
            "from front to back",
            "the {}",
            "at the front",
            "at the back",
            "ahead of",
            "behind",
            NEIGHBOUR,
            "is",
        ),
    ),
    "houses": (
        TOWNSFOLK,
        scene(
            "Some neighbours live in a row of houses: {names}",
            "from left to right",
            "the {}",
            "at the left end",
            "at the right end",
            "to the left of",
            "to the right of",
            NEIGHBOUR,
            "lives",
        ),
    ),
}
"""By id, the names that a scene draws from, and the scene."""
