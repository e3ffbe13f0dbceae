"""Find the misspelt words of a text and put them right (English: a slip of one letter; Chinese: a wrong character)."""

import random
from dataclasses import dataclass
from functools import cache

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.spelling_words import CONFUSED, FRAMES, LONG_WORDS, OPENINGS_ZH, PLACES_ZH

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
JOINT = {"en": " ", "zh": ""}
PAIR = {"en": '"{}" should be spelt "{}".', "zh": "“{}”应写作“{}”。"}
MOST_SENTENCES = 5


def misspellings(word: str) -> list[str]:
    """Slips inside a word: two letters exchanged, one left out, one doubled."""
    found = []
    for at in range(1, len(word) - 1):
        found.append(word[:at] + word[at + 1 :])
        found.append(word[:at] + word[at] + word[at:])
        if at + 2 < len(word):
            found.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return [wrong for wrong in dict.fromkeys(found) if wrong != word]


@cache
def slips_of() -> dict[str, list[str]]:
    return {word: misspellings(word) for words in LONG_WORDS.values() for word in words}


@cache
def meant(language: str) -> dict[str, str]:
    """By misspelt form, the word that was meant."""
    if language == "zh":
        return {wrong: right for right, wrong, _ in CONFUSED}
    return {wrong: word for word, slips in slips_of().items() for wrong in slips}


def _pieces(text: str) -> list[str]:
    """Letters and the rest in turn; joined they are the text again."""
    found = [""]
    for character in text:
        if character.isalpha() != found[-1].isalpha():
            found.append("")
        found[-1] += character
    return found


def mended(text: str, language: str) -> tuple[str, list[tuple[str, str]]]:
    """The right text, and the pairs of misspelt and right word in their order."""
    if language == "zh":
        pairs = sorted((text.index(wrong), wrong, right) for wrong, right in meant("zh").items() if wrong in text)
        for _, wrong, right in pairs:
            text = text.replace(wrong, right)
        return text, [(wrong, right) for _, wrong, right in pairs]
    pieces, changed = _pieces(text), []
    for at, piece in enumerate(pieces):
        if piece.lower() in meant("en"):
            right = meant("en")[piece.lower()]
            pieces[at] = right.capitalize() if piece[0].isupper() else right
            changed.append((piece, pieces[at]))
    return "".join(pieces), changed


class TaskFamily(Family):
    id = "spelling_correction"
    category = "Language Understanding/Error Correction/Word Error Correction"
    checker = "spelling_correction"
    wordings = {
        "en": (
            "Find the spelling mistakes in this text.\n\n{text}\n\n{form}",
            "{text}\n\nSome words above are misspelt. {form}",
            "Please check the spelling of what follows. {form}\nText: {text}",
            "My spelling is poor. What do I have to change here?\n{text}\n{form}",
            "Proofread the text for wrongly spelt words. {form}\n\n{text}",
            "Which words did I get wrong here? {form}\n---\n{text}\n---",
        ),
        "zh": (
            "请找出下面文字中的错别字。\n\n{text}\n\n{form}",
            "{text}\n\n上面有些词写错了。{form}",
            "请检查这段话里的用字。{form}\n原文：{text}",
            "我常写错别字，这里要改哪些？\n{text}\n{form}",
            "校对下文的错别字。{form}\n\n{text}",
        ),
    }
    slip_kinds = ("unchanged", "one_left", "other_slip", "word_lost", "word_doubled", "other_form")
    FORM = {
        "en": {
            "text": 'Name the wrong words, then end with "Answer: " and the whole text with correct spelling.',
            "words": 'End with "Answer: " and the wrong words alone, spelt correctly, in order, with commas between.',
        },
        "zh": {
            "text": "先指出写错的词，最后一行写“答案：”和改正后的全文。",
            "words": "最后一行写“答案：”，按顺序只写出改正后的词语，用逗号隔开。",
        },
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_sentences: int = 1
        max_sentences: int = 3

        def __post_init__(self) -> None:
            if not 1 <= self.min_sentences <= self.max_sentences <= MOST_SENTENCES:
                raise ValueError(f"spelling_correction: need 1 <= min_sentences <= max_sentences <= {MOST_SENTENCES}")

    @staticmethod
    def _english(rng: random.Random, mistakes: int) -> str:
        """A sentence with up to `mistakes` misspelt words, all of its long words different."""
        frame = rng.choice(FRAMES)
        drawn = {slot: rng.sample(words, 2) for slot, words in LONG_WORDS.items()}
        spots: list[tuple[str, int]] = []
        pieces: list[str] = []
        for part in frame.split("{"):
            slot, _, rest = part.partition("}")
            if slot in drawn:
                spots.append((slot, len(pieces)))
                pieces.append(drawn[slot].pop())
                pieces.append(rest)
            else:
                pieces.append(part if part == slot else rng.choice(NAMES["en"]) + rest)
        for _, at in rng.sample(spots, min(mistakes, len(spots))):
            pieces[at] = rng.choice(slips_of()[pieces[at]])
        text = "".join(pieces)
        return text[0].upper() + text[1:]

    @staticmethod
    def _chinese(rng: random.Random, mistakes: int, text: str) -> str:
        """A sentence on a word that is not in the text yet."""
        free = [row for row in CONFUSED if row[0] not in text and row[1] not in text]
        right, wrong, frame = rng.choice(free)
        told = frame.format(w=wrong if mistakes else right, name=rng.choice(NAMES["zh"]), place=rng.choice(PLACES_ZH))
        return f"{rng.choice(OPENINGS_ZH)}{told}。"

    def _add(self, rng: random.Random, texts: list[str], mistakes: int, language: str) -> list[str]:
        new = self._english(rng, mistakes) if language == "en" else self._chinese(rng, mistakes, "".join(texts))
        return [*texts, new]

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        low = self.config.min_sentences + (language == "zh")
        count = rng.randint(min(low, self.config.max_sentences), self.config.max_sentences)
        texts: list[str] = []
        for number in range(count):
            texts = self._add(rng, texts, rng.choice((1, 1, 2) if number == 0 else (0, 1)), language)
        rng.shuffle(texts)
        return {"language": language, "ask": rng.choice(("text", "text", "words")), "text": JOINT[language].join(texts)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"text": args["text"], "form": self.FORM[language][args["ask"]]}

    def solve(self, args: Args, language: str) -> Solution:
        text, pairs = mended(args["text"], language)
        answer = text if args["ask"] == "text" else COMMA[language].join(right for _, right in pairs)
        lines = [PAIR[language].format(*pair) for pair in pairs]
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One sentence more with one or two misspelt words."""
        stops = args["text"].count("。") if language == "zh" else len(mended(args["text"], language)[1])
        if stops >= MOST_SENTENCES:
            return None
        texts = self._add(rng, [args["text"]], rng.choice((1, 2)), language)
        return {**args, "text": JOINT[language].join(texts)}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, listed = rng.choice(self.slip_kinds), args["ask"] == "words"
        text, pairs = mended(args["text"], language)
        at = rng.randrange(len(pairs))
        old, new = pairs[at]
        right = [good for _, good in pairs] if listed else [text]
        wrong = list(right)
        bad = rng.choice(slips_of()[new.lower()]) if language == "en" else new[::-1]
        place = at if listed else 0
        if kind == "unchanged":
            wrong = [slip for slip, _ in pairs] if listed else [args["text"]]
        elif kind == "one_left":
            wrong[place] = wrong[place].replace(new, old)
        elif kind == "other_slip":
            wrong[place] = wrong[place].replace(new, bad)
        elif kind == "word_lost":
            wrong[place] = wrong[place].replace(new, "")
        elif kind == "word_doubled":
            wrong[place] = wrong[place].replace(new, new + JOINT[language] + new)
        else:
            wrong = [text] if listed else [good for _, good in pairs]
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong))) if wrong != right else None
