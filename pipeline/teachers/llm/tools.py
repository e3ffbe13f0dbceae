"""Functions that an assistant can call, for tasks that are answered by calls."""

import json
import random
from typing import Any

_TYPES = {"s": {"type": "string"}, "n": {"type": "number"}, "i": {"type": "integer"}, "b": {"type": "boolean"}}

_FUNCTIONS: tuple[tuple[str, str, str], ...] = (
    ("get_weather", "The weather forecast of a place on a day.", "city:s date:s unit?:s"),
    ("convert_currency", "Convert an amount of money at today's rate.", "amount:n source:s target:s"),
    ("create_event", "Put an event into the user's calendar.", "title:s date:s start:s minutes:i place?:s"),
    ("find_trains", "Train connections between two stations.", "origin:s destination:s date:s after?:s"),
    ("book_table", "Reserve a table in a restaurant.", "restaurant:s date:s time:s guests:i"),
    ("send_message", "Send a short message to one of the user's contacts.", "recipient:s text:s"),
    ("set_alarm", "Ring at a time of day.", "time:s label?:s repeat?:b"),
    ("search_products", "Search a shop's catalogue.", "query:s most?:n least_stars?:n"),
    ("translate_text", "Translate a text.", "text:s target:s"),
    ("get_stock", "How many pieces of an article lie in a warehouse.", "article:s warehouse?:s"),
    ("route_length", "Distance and time of a way between two addresses.", "origin:s destination:s mode:s"),
    ("add_to_list", "Add an item to one of the user's lists.", "list:s item:s quantity?:i"),
    ("play_music", "Play music in a room.", "artist?:s title?:s room:s volume?:i"),
    ("set_temperature", "Set the heating of a room.", "room:s celsius:n until?:s"),
    ("look_up_word", "Meaning and forms of a word.", "word:s language:s"),
    ("split_bill", "Share a bill among people.", "total:n people:i tip_percent?:n"),
)


def functions(rng: random.Random, count: int) -> str:
    """`count` of them as JSON, in the form of OpenAI's function descriptions."""
    return json.dumps([_described(*one) for one in rng.sample(_FUNCTIONS, count)], ensure_ascii=False, indent=1)


def _described(name: str, description: str, parameters: str) -> dict[str, Any]:
    properties, required = {}, []
    for parameter in parameters.split():
        key, _, kind = parameter.partition(":")
        if not key.endswith("?"):
            required.append(key)
        properties[key.rstrip("?")] = _TYPES[kind]
    schema = {"type": "object", "properties": properties, "required": required}
    return {"name": name, "description": description, "parameters": schema}
