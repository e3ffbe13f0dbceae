"""A model without weights, for tests: it answers every prompt of the project in the form that is asked for.

What it says is a pure function of the request. A keyed share of its answers is out of form.
"""

import json
import re
from typing import Any

from pipeline.keyed import digest, generator, share
from tests.pipeline.engines.server import Body, Reply

OUT_OF_FORM = 0.1
WORDS = (
    "harbour mill river ledger lantern orchard signal copper valley engine market window garden letter bridge winter "
    "barley compass anchor kettle ribbon saddle thunder velvet walnut amber basket candle dragon ember falcon granite"
).split()
_FORM_LINE = re.compile(r"^<(\w+)>.*?(?:</\1>)?$")


def answer(body: Body) -> str:
    """The text of a completion."""
    messages = body.get("messages", [])
    key = digest(json.dumps(messages, ensure_ascii=False), body.get("seed") or 0)
    if share("form", key) < OUT_OF_FORM:
        return "I would rather talk about something else."
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
    if schema:
        return json.dumps(instance(schema, key))
    tags = next((found for message in reversed(messages) if (found := form(message["content"]))), [])
    if tags:
        return "\n".join(f"<{tag}>{section(tag, key, number)}</{tag}>" for number, tag in enumerate(tags))
    text = sentence(key, "text")
    return f"{text}\nThe result is \\boxed{{{int(key[:2], 16) % 3}}}" if "\\boxed" in str(messages) else text


def form(prompt: str) -> list[str]:
    """The sections that the last lines of a prompt show, in order."""
    tags = []
    for line in reversed(prompt.strip().splitlines()):
        found = _FORM_LINE.match(line.strip())
        if not found:
            break
        tags.append(found[1])
    return tags[::-1]


def section(tag: str, key: str, number: int) -> str:
    if tag == "key":
        return "ABCD"[int(key[:4], 16) % 4]
    if tag == "layout":
        return "table"
    if tag in ("code", "solution"):
        return f"def solve(value):\n    return value + {int(key[:4], 16)}"
    if tag == "tests":
        return "assert solve(1) > 0"
    return sentence(key, f"{tag}/{number}")


def sentence(key: str, tag: str, words: int = 14) -> str:
    rng = generator("sentence", key, tag)
    return (
        f"Tell how the {' '.join(rng.choice(WORDS) for _ in range(words))} came about, number {rng.randint(1, 10**6)}."
    )


def instance(schema: dict[str, Any], key: str) -> Any:
    """A value of a JSON schema, of the kinds that the templates use."""
    if schema["type"] == "object":
        return {name: instance(part, digest(key, name)) for name, part in schema.get("properties", {}).items()}
    if schema["type"] == "array":
        return [instance(schema["items"], key)]
    if schema["type"] == "integer":
        return max(schema.get("minimum", 0), schema.get("maximum", 4) - int(share(key) < 0.2) * 2)
    return sentence(key, "string", words=3)


def completion(body: Body) -> bytes:
    text = answer(body)
    said: Body = {"message": {"role": "assistant", "content": text}} if "messages" in body else {"text": text}
    usage = {"prompt_tokens": len(json.dumps(body)) // 4, "completion_tokens": len(text) // 4}
    return json.dumps({"choices": [{"index": 0, "finish_reason": "stop", **said}], "usage": usage}).encode()


def scripted(body: Body, visit: int) -> Reply:
    return Reply(body=completion(body))
