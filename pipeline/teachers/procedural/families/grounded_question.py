"""Questions about a passage whose answers stand in it, answered with the evidence quoted.

Five kinds: the sentence that has a word; the first, last or longest word of a sentence; the word after a phrase;
whether a word occurs; how often a word occurs. Harder ones find the sentence by what it mentions, or by its neighbour.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.passage import all_plain, clear_words, split, terms, window, words
from pipeline.teachers.procedural.words.passage_questions import COUNTING, EVIDENCE, FORMS, MISSING, QUESTIONS, VARIANTS
from pipeline.teachers.procedural.words.word_kinds import alike

KINDS = ("sentence", "word", "next", "mentioned", "count")
WHICH = ("first", "last", "longest")
FARTHEST = 3
MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What the passage says to a question: the sentences to quote (numbers from 0), how often each sentence has the
    words (for "count"), and the answer."""

    evidence: tuple[int, ...]
    counts: dict[int, int]
    answer: str


def nested(sentences: Sequence[str]) -> bool:
    """Whether one sentence stands within another, so that quoting the longer would quote both."""
    bodies = [sentence.rstrip(".!?\"')”’").lower() for sentence in sentences]
    return any(one != other and one in other for one in bodies for other in bodies)


def listed(items: Sequence[str], joint: str) -> str:
    """Quoted words in a row: "a", "b" and "c"."""
    quoted = [f'"{item}"' for item in items]
    return joint.join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))


def mentions(sentences: Sequence[str], term: str) -> list[int]:
    """How often each sentence has a word."""
    return [sum(word.lower() == term for word in words(sentence)) for sentence in sentences]


def pick_word(sentence: str, which: str) -> str | None:
    """The first, last or longest word of a sentence; None where that is open to doubt."""
    tokens, plain = sentence.split(), words(sentence)
    if which == "longest":
        ranked = sorted(plain, key=len)
        return ranked[-1] if all_plain(sentence) and len(ranked[-1]) > len(ranked[-2]) else None
    edge = words(tokens[0 if which == "first" else -1])
    return edge[0] if edge else None


def place(sentences: Sequence[str], args: Args) -> int | None:
    """The number (from 0) of the sentence that a "word" question means; None if it falls outside the passage."""
    number: int = args["number"] - 1
    if args["mentions"]:
        has = mentions(sentences, args["mentions"])
        if sum(map(bool, has)) != 1:
            return None
        number = has.index(max(has)) + args["shift"]
    return number if 0 <= number < len(sentences) else None


def find(args: Args) -> Found | None:
    """Look the answer up in the passage; None if the question has no single answer."""
    sentences = split(args["passage"])
    kind = args["ask"]
    if kind == "sentence":
        has = mentions(sentences, args["terms"][0])
        number = has.index(max(has))
        return Found((number,), {}, str(number + 1)) if sum(map(bool, has)) == 1 else None
    if kind == "word":
        at = place(sentences, args)
        word = pick_word(sentences[at], args["which"]) if at is not None else None
        return Found((at,), {}, word) if at is not None and word else None
    if kind == "next":
        return follow(sentences, args["phrase"], args["distance"])
    has_each = [mentions(sentences, term) for term in args["terms"]]
    if kind == "mentioned":
        if not all(map(sum, has_each)):
            return Found((), {}, "no")
        first = {next(n for n, count in enumerate(has) if count) for has in has_each}
        return Found(tuple(sorted(first)), {}, "yes")
    counts = {n: sum(column) for n, column in enumerate(zip(*has_each, strict=True)) if any(column)}
    return Found((), counts, str(sum(counts.values())))


def follow(sentences: Sequence[str], phrase: str, distance: int) -> Found | None:
    """The word `distance` words after a phrase that stands once in the passage; all between must be plain words."""
    if " ".join(sentences).lower().count(phrase.lower()) != 1:
        return None
    for number, sentence in enumerate(sentences):
        before, found, after = sentence.partition(phrase)
        if found and before[-1:] in ("", " ") and after.startswith(" "):
            tokens = after.split()[:distance]
            if len(tokens) == distance and all(token.isalpha() for token in tokens[:-1]) and words(tokens[-1]):
                return Found((number,), {}, words(tokens[-1])[0])
    return None


def _variant(args: Args, place: int) -> int:
    return int(args["said"]) // VARIANTS**place % VARIANTS


def question(args: Args) -> str:
    kind = args["ask"]
    form = QUESTIONS[kind][_variant(args, 0)]
    if kind == "sentence":
        return form.format(term=args["terms"][0])
    if kind == "next":
        return form.format(nth=("", "second ", "third ")[args["distance"] - 1], phrase=args["phrase"])
    if kind == "mentioned":
        return form.format(terms=listed(args["terms"], " as well as "))
    if kind == "count":
        total = " in all" if len(args["terms"]) > 1 else ""
        return form.format(terms=listed(args["terms"], " and "), total=total)
    where = f"sentence {args['number']}"
    if args["mentions"]:
        side = {-1: "the sentence just before ", 0: "", 1: "the sentence just after "}[args["shift"]]
        where = f'{side}the sentence that mentions "{args["mentions"]}"'
    return form.format(which=args["which"], where=where)


def show(args: Args, found: Found, evidence: Sequence[str], counts: dict[int, int], answer: str) -> str:
    """A response: the evidence, a sentence that says what it shows, then the answer."""
    lines = [EVIDENCE[_variant(args, 2)].format(sentence) for sentence in evidence]
    if counts:
        lines = [COUNTING[_variant(args, 2)].format(listed(args["terms"], " and "))]
        lines += [f"Sentence {number + 1}: {count}" for number, count in counts.items()]
    if not lines and found.answer == "no":
        sentences = split(args["passage"])
        missing = [term for term in args["terms"] if not sum(mentions(sentences, term))]
        lines = [MISSING[_variant(args, 2)].format(listed(missing, " or "))]
    return "\n".join([*lines, f"Answer: {answer}"])


class TaskFamily(Family):
    id = "grounded_question"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Computer"
    seed_kind = "document"
    checker = "grounded_question"
    wordings = {
        "en": (
            "{passage}\n\n{question} {form}",
            "Read the passage and answer from it alone.\n\n{passage}\n\nQuestion: {question}\n{form}",
            "{question} Look it up in this passage:\n\n{passage}\n\n{form}",
            "Here is a passage:\n{passage}\n\nPlease tell me: {question} {form}",
            "Passage: {passage}\nQuestion: {question}\nForm: {form}",
        )
    }
    slip_kinds = ("wrong_answer", "wrong_evidence", "no_evidence", "altered_evidence", "too_much_evidence", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 3
        most: int = 6
        longest: int = 340

        def __post_init__(self) -> None:
            if not 2 <= self.least <= self.most <= 9:
                raise ValueError("grounded_question: need 2 <= least <= most <= 9 (sentences of the passage)")
            if self.longest < 80:
                raise ValueError("grounded_question: longest must be at least 80 (characters of the passage)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        sentences = window(rng, seed.text, self.config.least, self.config.most, self.config.longest)
        if sentences is None or nested(sentences):
            return None
        text = " ".join(sentences)
        for kind in rng.sample(KINDS, len(KINDS)):
            args = self._ask(rng, kind, {"passage": text, "ask": kind, "said": rng.randrange(VARIANTS**3)}, seed.text)
            if args is not None and find(args) is not None:
                return args
        return None

    def _ask(self, rng: random.Random, kind: str, args: Args, source: str) -> Args | None:
        """A question of one kind; whether it has an answer is for `find` to say."""
        passage: str = args["passage"]
        sentences, counts = split(passage), terms(passage)
        if kind == "word":
            number = rng.randint(1, len(sentences))
            return {**args, "which": rng.choice(WHICH), "number": number, "mentions": "", "shift": 0}
        if kind == "next":
            clear = clear_words(passage).keys()
            tokens = rng.choice(sentences).split()
            pairs = [f"{a} {b}" for a, b in pairwise(tokens[:-1]) if {a.lower(), b.lower()} <= clear]
            return {**args, "phrase": rng.choice(pairs), "distance": 1} if pairs else None
        if not counts:
            return None
        here = list(counts)
        if kind == "count":
            often = [term for term in here if counts[term] > 1]
            return {**args, "terms": [rng.choice(often or here)]}
        if kind == "mentioned" and rng.random() < 0.5:
            lower = passage.lower()
            elsewhere = [term for term in terms(source) if term not in lower] or [alike(rng, "file", lower)]
            return {**args, "terms": [rng.choice(elsewhere)]}
        return {**args, "terms": [rng.choice(here)]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"passage": args["passage"], "question": question(args), "form": FORMS[args["ask"]][_variant(args, 1)]}

    def quote(self, args: Args) -> str:
        passage: str = args["passage"]
        return passage

    def solve(self, args: Args, language: str) -> Solution:
        found = self._found(args)
        sentences = split(args["passage"])
        evidence = [sentences[number] for number in found.evidence]
        return Solution(show(args, found, evidence, found.counts, found.answer), found.answer)

    def _found(self, args: Args) -> Found:
        found = find(args)
        if found is None:
            raise ValueError(
                f"grounded_question: this passage has no single answer to {question(args)!r}; draw another"
            )
        return found

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more thing to look up: the sentence by what it mentions, then its neighbour; a word farther on; one more
        word to look for."""
        kind, here = args["ask"], list(terms(args["passage"]))
        rng.shuffle(here)
        harder: list[Args] = []
        if kind == "next" and args["distance"] < FARTHEST:
            harder = [{**args, "distance": args["distance"] + 1}]
        elif kind in ("mentioned", "count") and len(args["terms"]) < MOST_TERMS:
            harder = [{**args, "terms": [*args["terms"], term]} for term in here if term not in args["terms"]]
        elif kind == "sentence":
            base = {
                "passage": args["passage"],
                "said": args["said"],
                "ask": "word",
                "number": 0,
                "mentions": args["terms"][0],
                "shift": 0,
            }
            harder = [{**base, "which": which} for which in rng.sample(WHICH, len(WHICH))]
        elif kind == "word" and not args["mentions"]:
            at = find(args)
            harder = [{**args, "number": 0, "mentions": term} for term in here]
            harder = [one for one in harder if at and (new := find(one)) and new.evidence == at.evidence]
        elif kind == "word" and not args["shift"]:
            harder = [{**args, "shift": shift} for shift in rng.sample((-1, 1), 2)]
        return next((one for one in harder if find(one) is not None), None)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        found, sentences = self._found(args), split(args["passage"])
        evidence = [sentences[number] for number in found.evidence]
        counts, answer = dict(found.counts), found.answer
        others = [n for n in range(len(sentences)) if n not in (*found.evidence, *counts)]
        kind = rng.choice(self.slip_kinds)
        if kind == "wrong_answer":
            answer = self._wrong(rng, args, found)
        elif kind == "hedged":
            answer = f"{answer} or {self._wrong(rng, args, found)}"
        elif kind == "wrong_evidence" and others and (counts or evidence):
            other = rng.choice(others)
            if counts:
                counts[other] = counts.pop(rng.choice(list(counts)))
            else:
                evidence[rng.randrange(len(evidence))] = sentences[other]
        elif kind == "too_much_evidence" and others:
            other = rng.choice(others)
            if args["ask"] == "count":
                counts[other] = 1
            else:
                evidence.append(sentences[other])
        elif kind == "no_evidence" and (counts or evidence):
            return Slip(kind, f"Answer: {answer}")
        elif kind == "altered_evidence" and (counts or evidence):
            if counts:
                counts[rng.choice(list(counts))] += 1
            else:
                at = rng.randrange(len(evidence))
                tokens = evidence[at].split()
                del tokens[rng.randrange(1, len(tokens) - 1)]
                evidence[at] = " ".join(tokens)
        else:
            return None
        return Slip(kind, show(args, found, evidence, counts, answer))

    def _wrong(self, rng: random.Random, args: Args, found: Found) -> str:
        """An answer near the right one."""
        sentences = split(args["passage"])
        if args["ask"] == "mentioned":
            return "no" if found.answer == "yes" else "yes"
        if args["ask"] == "count":
            return str(int(found.answer) + 1 if rng.random() < 0.5 else int(found.answer) - 1)
        if args["ask"] == "sentence":
            return rng.choice([str(n + 1) for n in range(len(sentences)) if str(n + 1) != found.answer])
        near = [word for word in words(sentences[found.evidence[0]]) if word.lower() != found.answer.lower()]
        return rng.choice(near)
