import json
import pickle
import re
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts import manner
from prompts.template_file import read
from prompts.templates import Template, TemplateError, _read, load, template, templates

TURNS = ({"role": "user", "content": "What is a sluice?"}, {"role": "assistant", "content": "A gate for water."})
NAMES = {
    "generate": {"from_passage", "from_code", "from_maths", "dialogue", "persona", "exam_item", "table_or_list"}
    | {"tool_call", "magpie"},
    "evolve": {"clarify", "add_constraint", "deepen", "concretise", "reasoning_steps", "complicate_input"}
    | {"in_breadth", "self_instruct"},
    "respond": {"general", "mathematics", "code_with_tests", "grounded", "long_text", "conversation"},
    "critique": {"four_tiers", "compare"},
    "retry": {"complaint"},
}


def filled(one: Template, optional: bool = True) -> dict[str, Any]:
    """A mark in every slot, by its name."""
    names = [*one.slots, *(one.optional_slots if optional else ())]
    return {name: TURNS if name == one.history else f"«{name}»" for name in names}


def own(folder: Path, head: str, body: str, name: str = "generate/own.en") -> Path:
    """A user's template in a folder of its own."""
    path = folder / f"{name}.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    return path


HEAD = "id: generate/own.en\nverb: generate\npurpose: to try\nsource: our own\nslots: {passage: a text}\n"
TEXT = HEAD + "output: {text: true}\n"


def test_every_template_is_there_in_both_languages() -> None:
    for verb, names in NAMES.items():
        assert set(templates(verb)) == {f"{verb}/{name}.{language}" for name in names for language in ("en", "zh")}
    assert len(templates()) == sum(map(len, NAMES.values())) * 2


@pytest.mark.parametrize("identity", templates())
def test_a_template_has_its_parts(identity: str) -> None:
    """A slot, a length rule, a guard against leaks, and a form that can be checked, unless there is no prompt."""
    one = template(identity)
    assert one.id == identity and one.language == identity[-2:] and one.verb == identity.split("/")[0]
    assert re.fullmatch(r"[0-9a-f]{32}", one.hash)
    if one.raw:
        assert one.render() == ()
        return
    assert one.slots and one.length and one.guard
    text = "\n".join(message["content"] for message in one.render(**filled(one)))
    assert one.length in text
    assert all(word in text for word in one.guard)
    assert all(f"<{tag}>" in text and f"</{tag}>" in text for tag in one.output.tags)
    assert one.output.kind != "schema" or json.dumps(one.output.schema, ensure_ascii=False) in text


@pytest.mark.parametrize("identity", templates())
@pytest.mark.parametrize("optional", [True, False])
def test_a_template_renders_with_its_slots_filled(identity: str, optional: bool) -> None:
    one = template(identity)
    slots = filled(one, optional)
    messages = one.render(**slots)
    text = "\n".join(message["content"] for message in messages)
    for name in slots:
        assert name == one.history or f"«{name}»" in text or name == "examples"
    assert "{{" not in text and "{%" not in text and "\n\n\n" not in text
    assert not messages or messages[-1]["role"] == "user"


@pytest.mark.parametrize("identity", [identity for identity in templates() if identity.endswith(".en")])
def test_both_languages_have_the_same_slots_and_form(identity: str) -> None:
    english, chinese = template(identity), template(identity[:-2] + "zh")
    assert list(english.slots) == list(chinese.slots)
    assert list(english.optional_slots) == list(chinese.optional_slots)
    assert english.output == chinese.output and english.history == chinese.history
    if not chinese.raw:
        assert english.hash != chinese.hash
        assert len(re.findall(r"[一-鿿]", chinese.body + chinese.system)) > 30


def test_the_generate_templates_take_manners() -> None:
    for identity in templates("generate"):
        one = template(identity)
        if one.raw:
            continue
        phrases = {
            "style": manner.style("reflective", one.language),
            "attitude": manner.attitude("impatient", one.language),
            "difficulty": manner.difficulty(4, one.language),
        }
        text = one.render(**{**filled(one, optional=False), **phrases})[-1]["content"]
        assert all(phrase in text for phrase in phrases.values())


def test_a_list_of_examples_is_numbered() -> None:
    slots = {"node": "Code", "definition": "Programs.", "examples": ["First thing", "Second thing"]}
    text = template("evolve/self_instruct.en").render(**slots)[-1]["content"]
    assert "Example 1:\nFirst thing" in text and "Example 2:\nSecond thing" in text


def test_the_history_stands_before_the_last_turn() -> None:
    messages = template("respond/conversation.en").render(turns=TURNS, message="And a weir?")
    assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
    assert messages[1:3] == TURNS and messages[-1]["content"] == "And a weir?"


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_what_fills_a_slot_is_never_a_template(text: str) -> None:
    hostile = "{{ 7 * 191 }}{% for x in passage %}" + text + "{{ passage.__class__ }}{# #}"
    (_, message) = template("generate/from_passage.en").render(passage=hostile)
    assert hostile in message["content"] and "1337" not in message["content"]


def test_a_slot_that_is_missing_unknown_empty_or_wrong_is_named() -> None:
    one = template("generate/from_passage.en")
    with pytest.raises(TemplateError, match=r"generate/from_passage\.en: slot 'passage' is not filled"):
        one.render()
    with pytest.raises(TemplateError, match=r"generate/from_passage\.en: unknown slot 'text'; it has: passage, node"):
        one.render(passage="x", text="y")
    with pytest.raises(TemplateError, match="slot 'passage' is empty"):
        one.render(passage=" \n")
    with pytest.raises(TemplateError, match=r"slot 'passage' takes text.*found NoneType"):
        one.render(passage=None)  # type: ignore[arg-type]
    with pytest.raises(TemplateError, match="slot 'turns' takes messages"):
        template("respond/conversation.en").render(turns="User: hello", message="x")
    with pytest.raises(TemplateError, match="slot 'turns' is empty"):
        template("respond/conversation.en").render(turns=[], message="x")


def test_a_template_travels_and_stays_itself() -> None:
    one = template("generate/from_code.zh")
    other = pickle.loads(pickle.dumps(one))
    assert other == one and hash(other) == hash(one) and other.render(code="x = 1") == one.render(code="x = 1")


@pytest.mark.parametrize("identity", templates())
def test_the_hash_is_that_of_the_file(identity: str) -> None:
    content = files("prompts").joinpath(f"templates/{identity}.j2").read_bytes()
    assert template(identity).hash == blake2b(content, digest_size=16).hexdigest()
    assert content.endswith(b"\n") and b"\r" not in content


def test_the_hash_is_over_the_content_whatever_the_line_ends(tmp_path: Path) -> None:
    place = Path(str(files("prompts"))) / "templates" / "retry" / "complaint.en.j2"
    text = place.read_text(encoding="utf-8").replace("retry/complaint.en", "retry/mine.en")
    hashes = set()
    for ends in ("\n", "\r\n"):
        copy = tmp_path / str(len(ends)) / "retry" / "mine.en.j2"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(text.replace("\n", ends).encode("utf-8"))
        hashes.add(read(copy, "retry/mine.en").hash)
    assert len(hashes) == 1 and hashes != {template("retry/complaint.en").hash}


def test_an_unknown_template_is_answered_with_near_ones() -> None:
    with pytest.raises(
        TemplateError, match=r"no template 'generate/from_pasage.en'; nearest: generate/from_passage.en"
    ):
        template("generate/from_pasage.en")
    with pytest.raises(TemplateError, match="no verb 'make'; expected one of generate, evolve"):
        templates("make")


def test_a_folder_of_the_user_is_added(tmp_path: Path) -> None:
    own(tmp_path, TEXT.replace("own", "loaded"), "Read this:\n{{ passage }}\n", "generate/loaded.en")
    assert load(tmp_path) == load(tmp_path) == ("generate/loaded.en",)
    assert template("generate/loaded.en").render(passage="P") == ({"role": "user", "content": "Read this:\nP"},)
    assert "generate/loaded.en" in templates("generate")


def test_an_id_twice_is_an_error_and_nothing_is_added(tmp_path: Path) -> None:
    for name in ("generate/from_passage.en", "generate/another.en"):
        own(tmp_path, TEXT.replace("generate/own.en", name), "{{ passage }}", name)
    with pytest.raises(TemplateError, match=r"the id 'generate/from_passage\.en' is taken by .*: rename the file"):
        load(tmp_path)
    assert "generate/another.en" not in templates()
    with pytest.raises(TemplateError, match="no templates; expected files such as"):
        load(tmp_path / "nothing")


WRONG = [
    ("", "x", "front matter"),
    ("id: [\n", "x", "not valid YAML"),
    ("- a\n", "x", "a mapping of keys"),
    (HEAD, "{{ passage }}", "key 'output' is missing"),
    (TEXT + "colour: red\n", "{{ passage }}", "unknown key 'colour'; allowed: id, verb"),
    (TEXT.replace("generate/own", "generate/other"), "{{ passage }}", "the file's place says 'generate/own.en'"),
    (TEXT.replace("verb: generate", "verb: evolve"), "{{ passage }}", "verb is 'evolve'"),
    (TEXT.replace("to try", "[to try]"), "{{ passage }}", "purpose must be text"),
    (TEXT + "guard: words\n", "{{ passage }} {{ guard }}", "guard must be a list"),
    (TEXT + "raw: 1\n", "{{ passage }}", "raw must be true or false"),
    (TEXT + "raw: true\n", "{{ passage }}", "leave body, system and slots empty"),
    (TEXT + "history: turns\n", "{{ passage }}", "history names 'turns'"),
    (TEXT + "optional_slots: {passage: x}\n", "{{ passage }}", "in slots and in optional_slots"),
    (TEXT.replace("{passage: a text}", "{length: x}"), "{{ length }}", "slots names 'length'"),
    (TEXT.replace("{passage: a text}", "[passage]"), "{{ passage }}", "slots must map each slot"),
    (TEXT, "nothing", "does not use the slot 'passage'"),
    (TEXT, "{{ passage }} {{ pasage }}", "the text uses 'pasage', which is no slot; known: passage"),
    (TEXT, "{{ passage }} {{ range(3) }}", "the text uses 'range'"),
    (TEXT, "{{ passage | random }}", "not valid Jinja"),
    (TEXT, "{{ passage", "not valid Jinja"),
    (TEXT, "{{ passage }}{% include 'x' %}", "a template stands alone"),
    (TEXT + "length: short\n", "{{ passage }}", "does not use {{ length }}"),
    (TEXT + "system: the {{ passage }}\n", "", "the body, which is the user's message, is empty"),
    (HEAD + "output: tags\n", "{{ passage }}", "output must be a mapping"),
    (HEAD + "output: {text: true, tags: [a]}\n", "{{ passage }}", "exactly one of tags, turns, schema, text"),
    (HEAD + "output: {text: false}\n", "{{ passage }}", "output.text can only be true"),
    (HEAD + "output: {text: 1}\n", "{{ passage }}", "output.text must be true or false"),
    (HEAD + "output: {text: true, code: [a]}\n", "{{ passage }}", "unknown key 'code' beside 'text'"),
    (HEAD + "output: {text: true, boxed: true}\n", "{{ passage }}", "does not ask for"),
    (HEAD + "output: {tags: [a]}\n", "{{ passage }} <a>", "does not show the section <a>"),
    (HEAD + "output: {tags: [a, a]}\n", "{{ passage }} <a></a>", "names a tag twice"),
    (HEAD + "output: {tags: []}\n", "{{ passage }}", "must be a list of tags"),
    (HEAD + "output: {tags: [A b]}\n", "{{ passage }}", "a tag is small letters"),
    (HEAD + "output: {tags: [a], code: [b]}\n", "{{ passage }} <a></a>", "output.code names 'b'"),
    (HEAD + "output: {tags: [a], values: {b: [x]}}\n", "{{ passage }} <a></a>", "output.values names 'b'"),
    (HEAD + "output: {tags: [a], values: {a: [1]}}\n", "{{ passage }} <a></a>", "output.values.a must be a list"),
    (HEAD + "output: {tags: [a], values: x}\n", "{{ passage }} <a></a>", "output.values must be a mapping"),
    (HEAD + "output: {turns: [a]}\n", "{{ passage }} <a></a>", "must name two speakers"),
    (HEAD + "output: {schema: {type: array}}\n", "{{ passage }}", "a JSON schema of type object"),
    (HEAD + "output: {schema: {type: object, oneOf: []}}\n", "{{ passage }}", "has the keyword 'oneOf'"),
]


@pytest.mark.parametrize(("head", "body", "complaint"), WRONG, ids=[complaint for _, _, complaint in WRONG])
def test_a_wrong_file_is_refused_with_its_name_and_key(tmp_path: Path, head: str, body: str, complaint: str) -> None:
    path = own(tmp_path, head, body)
    with pytest.raises(TemplateError, match=re.escape(complaint)) as raised:
        load(tmp_path)
    assert str(path) in str(raised.value)


def test_a_file_without_front_matter_or_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = own(tmp_path, TEXT, "{{ passage }}")
    path.write_text("Read {{ passage }}", encoding="utf-8")
    with pytest.raises(TemplateError, match="starts with YAML front matter"):
        load(tmp_path)
    path.write_bytes(b"---\n\xff\n---\n")
    with pytest.raises(TemplateError, match="not UTF-8"):
        load(tmp_path)
    own(tmp_path / "tongue", TEXT.replace("own.en", "own.fr"), "{{ passage }}", "generate/own.fr")
    with pytest.raises(TemplateError, match=r"id ends in 'fr'; expected a language: \.en or \.zh"):
        load(tmp_path / "tongue")


def test_a_template_cannot_reach_out_of_its_slots(tmp_path: Path) -> None:
    path = own(tmp_path, TEXT, "{{ passage.__class__.__mro__ }}")
    with pytest.raises(TemplateError, match=r"generate/own\.en: the text cannot be filled"):
        _read(path, "generate/own.en").render(passage="x")
