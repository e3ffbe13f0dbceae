"""Questions about a passage whose answers stand in it, answered with the evidence quoted.

Five kinds: the sentence that has a word; the first, last or longest word of a sentence; the word after a phrase;
whether a word occurs; how often a word occurs. Harder ones find the sentence by what it mentions, or by its neighbour.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from filters.reading.answer import MARK
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage, chinese_questions
from pipeline.teachers.procedural.solving.chinese_passage import chinese
from pipeline.teachers.procedural.solving.passage import all_plain, clear_words, split, terms, window, words
from pipeline.teachers.procedural.words import chinese_passage_questions as zh
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
    bodies = [sentence.rstrip(".!?\"')”’。！？").lower() for sentence in sentences]
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
    if chinese(args["passage"]):
        truth = chinese_questions.truth(args)
        return Found(*truth) if truth else None
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


def pieces(args: Args) -> list[str]:
    """The sentences of the passage."""
    passage: str = args["passage"]
    return chinese_passage.sentences(passage) if chinese(passage) else split(passage)


def _variant(args: Args, place: int) -> int:
    return int(args["said"]) // VARIANTS**place % VARIANTS


def _one_of(forms: Sequence[str], args: Args, place: int) -> str:
    return forms[_variant(args, place) % len(forms)]


def question(args: Args) -> str:
    if chinese(args["passage"]):
        return chinese_questions.question(args, _variant(args, 0))
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
    if chinese(args["passage"]):
        says, counting, none, line = zh.EVIDENCE, zh.COUNTING, zh.MISSING, "第{}句：{}"
        both = either = chinese_questions.listed
    else:
        says, counting, none, line = EVIDENCE, COUNTING, MISSING, "Sentence {}: {}"
        both, either = partial(listed, joint=" and "), partial(listed, joint=" or ")
    lines = [_one_of(says, args, 2).format(sentence) for sentence in evidence]
    if counts:
        lines = [_one_of(counting, args, 2).format(both(args["terms"]))]
        lines += [line.format(number + 1, count) for number, count in counts.items()]
    if not lines and found.answer in ("no", "否"):
        lower = args["passage"].lower()
        here = lower if chinese(lower) else set(words(lower))
        missing = [term for term in args["terms"] if term not in here]
        lines = [_one_of(none, args, 2).format(either(missing))]
    return "\n".join([*lines, final(args, answer)])


def final(args: Args, answer: str) -> str:
    return f"{MARK['zh']}{answer}" if chinese(args["passage"]) else f"{MARK['en']} {answer}"


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
        ),
        "zh": (
            "{passage}\n\n{question}{form}",
            "请阅读下面的短文，只根据短文回答。\n\n{passage}\n\n问题：{question}\n{form}",
            "{question}请在这段话里查找：\n\n{passage}\n\n{form}",
            "这里有一段文字：\n{passage}\n\n想请教您：{question}{form}",
            "短文：{passage}\n问题：{question}\n格式：{form}",
            "阅读理解。\n{passage}\n\n{question}\n要求：{form}",
        ),
    }
    slip_kinds = ("wrong_answer", "wrong_evidence", "no_evidence", "altered_evidence", "too_much_evidence", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 3
        most: int = 6
        longest: int = 340
        """Characters of the passage; in Chinese half as many."""

        def __post_init__(self) -> None:
            if not 2 <= self.least <= self.most <= 9:
                raise ValueError("grounded_question: need 2 <= least <= most <= 9 (sentences of the passage)")
            if self.longest < 80:
                raise ValueError("grounded_question: longest must be at least 80 (characters of the passage)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        config, in_chinese = self.config, language == "zh"
        cut = chinese_passage.window if in_chinese else window
        sentences = cut(rng, seed.text, config.least, config.most, config.longest // (2 if in_chinese else 1))
        if sentences is None or nested(sentences):
            return None
        text = ("" if in_chinese else " ").join(sentences)
        for kind in rng.sample(KINDS, len(KINDS)):
            args = self._ask(rng, kind, {"passage": text, "ask": kind, "said": rng.randrange(VARIANTS**3)}, seed.text)
            if args is not None and find(args) is not None:
                return args
        return None

    def _ask(self, rng: random.Random, kind: str, args: Args, source: str) -> Args | None:
        """A question of one kind; whether it has an answer is for `find` to say."""
        if chinese(args["passage"]):
            return chinese_questions.ask(rng, kind, args)
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
        return {
            "passage": args["passage"],
            "question": question(args),
            "form": _one_of((FORMS if language == "en" else zh.FORMS)[args["ask"]], args, 1),
        }

    def quote(self, args: Args) -> str:
        passage: str = args["passage"]
        return passage

    def solve(self, args: Args, language: str) -> Solution:
        found = self._found(args)
        sentences = pieces(args)
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
        if chinese(args["passage"]):
            return next((one for one in chinese_questions.harder(rng, args) if find(one) is not None), None)
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
        found, sentences = self._found(args), pieces(args)
        evidence = [sentences[number] for number in found.evidence]
        counts, answer = dict(found.counts), found.answer
        others = [n for n in range(len(sentences)) if n not in (*found.evidence, *counts)]
        kind = rng.choice(self.slip_kinds)
        if kind == "wrong_answer":
            answer = self._wrong(rng, args, found)
        elif kind == "hedged":
            answer = f"{answer}{' or ' if language == 'en' else '或'}{self._wrong(rng, args, found)}"
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
            return Slip(kind, final(args, answer))
        elif kind == "altered_evidence" and (counts or evidence):
            if counts:
                counts[rng.choice(list(counts))] += 1
            else:
                at = rng.randrange(len(evidence))
                joint = " " if language == "en" else ""
                tokens = evidence[at].split() if joint else list(evidence[at])
                del tokens[rng.randrange(1, len(tokens) - 2)]
                evidence[at] = joint.join(tokens)
        else:
            return None
        return Slip(kind, show(args, found, evidence, counts, answer))

    def _wrong(self, rng: random.Random, args: Args, found: Found) -> str:
        """An answer near the right one."""
        sentences = pieces(args)
        if args["ask"] == "mentioned" and chinese(args["passage"]):
            return "否" if found.answer == "是" else "是"
        if args["ask"] == "mentioned":
            return "no" if found.answer == "yes" else "yes"
        if args["ask"] == "count":
            return str(int(found.answer) + 1 if rng.random() < 0.5 else int(found.answer) - 1)
        if args["ask"] == "sentence":
            return rng.choice([str(n + 1) for n in range(len(sentences)) if str(n + 1) != found.answer])
        if chinese(args["passage"]):
            return rng.choice(chinese_questions.near(args, sentences[found.evidence[0]]))
        near = [word for word in words(sentences[found.evidence[0]]) if word.lower() != found.answer.lower()]
        return rng.choice(near)
