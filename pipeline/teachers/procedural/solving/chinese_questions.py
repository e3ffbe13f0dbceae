"""Questions about a Chinese passage: what `grounded_question` asks, by characters where English goes by words."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.chinese_passage import alike, nouns, sentences
from pipeline.teachers.procedural.words.chinese_passage_questions import QUESTIONS, SIDES, WHICH

FARTHEST = 4
_STOPS = "。！？"

Truth = tuple[tuple[int, ...], dict[int, int], str]
"""The sentences to quote (from 0), how often each sentence has the words, and the answer."""


def _han(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def listed(terms: Sequence[str]) -> str:
    return "和".join(f"“{term}”" for term in terms)


def ask(rng: random.Random, kind: str, args: Args) -> Args | None:
    """A question of one kind; whether it has an answer is for `truth` to say."""
    passage: str = args["passage"]
    here = nouns(passage)
    if kind == "word":
        number = rng.randint(1, len(sentences(passage)))
        return {**args, "which": rng.choice(tuple(WHICH)), "number": number, "mentions": "", "shift": 0}
    if not here:
        return None
    if kind == "next":
        return {**args, "phrase": rng.choice(here), "distance": 2}
    if kind == "sentence":
        return {**args, "terms": [rng.choice(here)]}
    terms = rng.sample(here, min(len(here), rng.randint(1, 2)))
    if kind == "mentioned" and rng.random() < 0.5:
        terms[-1] = alike(rng, terms[-1], passage)
    return {**args, "terms": terms}


def _place(texts: Sequence[str], args: Args) -> int | None:
    number: int = args["number"] - 1
    if args["mentions"]:
        holders = [n for n, text in enumerate(texts) if args["mentions"] in text]
        if len(holders) != 1:
            return None
        number = holders[0] + args["shift"]
    return number if 0 <= number < len(texts) else None


def truth(args: Args) -> Truth | None:
    """Look the answer up in the passage; None if the question has no single answer."""
    texts, kind = sentences(args["passage"]), args["ask"]
    if kind == "word":
        at = _place(texts, args)
        if at is None:
            return None
        body = texts[at].rstrip(_STOPS)
        answer = body[:2] if args["which"] == "first" else body[-2:]
        return ((at,), {}, answer) if _han(answer) else None
    if kind == "next":
        for number, text in enumerate(texts):
            answer = text.partition(args["phrase"])[2][: args["distance"]]
            if len(answer) == args["distance"] and _han(answer):
                return ((number,), {}, answer) if args["passage"].count(args["phrase"]) == 1 else None
        return None
    counts = [[text.count(term) for text in texts] for term in args["terms"]]
    if kind == "sentence":
        has = [n for n, count in enumerate(counts[0]) if count]
        return ((has[0],), {}, str(has[0] + 1)) if len(has) == 1 else None
    if kind == "mentioned":
        if not all(map(sum, counts)):
            return (), {}, "否"
        return tuple(sorted({next(n for n, count in enumerate(own) if count) for own in counts})), {}, "是"
    tally = {n: sum(column) for n, column in enumerate(zip(*counts, strict=True)) if any(column)}
    return (), tally, str(sum(tally.values()))


def question(args: Args, variant: int) -> str:
    forms = QUESTIONS[args["ask"]]
    form = forms[variant % len(forms)]
    if args["ask"] == "sentence":
        return form.format(term=args["terms"][0])
    if args["ask"] == "next":
        return form.format(phrase=args["phrase"], count="一两三四五"[args["distance"] - 1])
    if args["ask"] == "word":
        where = f"第{args['number']}句"
        if args["mentions"]:
            where = f"提到“{args['mentions']}”的那一句{SIDES[args['shift']]}"
        return form.format(where=where, which=WHICH[args["which"]])
    return form.format(terms=listed(args["terms"]))


def harder(rng: random.Random, args: Args) -> list[Args]:
    """Questions with one more thing to look up, the answer left open."""
    kind, here = args["ask"], nouns(args["passage"])
    rng.shuffle(here)
    if kind == "next":
        return [{**args, "distance": args["distance"] + 1}] if args["distance"] < FARTHEST else []
    if kind in ("mentioned", "count"):
        return [{**args, "terms": [*args["terms"], term]} for term in here if _apart(term, args["terms"])]
    if kind == "sentence":
        base = {"passage": args["passage"], "said": args["said"], "ask": "word", "number": 0}
        return [{**base, "which": which, "mentions": args["terms"][0], "shift": 0} for which in WHICH]
    if not args["mentions"]:
        found = truth(args)
        named = [{**args, "number": 0, "mentions": term} for term in here]
        return [one for one in named if found and (new := truth(one)) and new[0] == found[0]]
    return [{**args, "shift": shift} for shift in rng.sample((-1, 1), 2)] if not args["shift"] else []


def _apart(term: str, terms: Sequence[str]) -> bool:
    return len(terms) < 3 and not any(term in other or other in term for other in terms)


def near(args: Args, text: str) -> list[str]:
    """Other characters of a sentence, as many as the answer has."""
    found = truth(args)
    assert found is not None
    size = len(found[2])
    pieces = [text[start : start + size] for start in range(len(text) - size)]
    return [piece for piece in pieces if _han(piece) and piece != found[2]]
