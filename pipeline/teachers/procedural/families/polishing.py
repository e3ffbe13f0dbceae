"""Polish a wordy text by a stated table: short forms, words that say nothing, doubled words (English and Chinese)."""

import random
import re
from functools import cache

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.edits import EditFamily, Piece, filled
from pipeline.teachers.procedural.words.polish_words import DOUBLED, EMPTY, FRAMES, WORDY

ARTICLE = re.compile(r"\b(an?) ([a-z])(?!n? )")
"""An article and the letter after it, unless that is the article again."""


@cache
def frames(language: str) -> tuple[str, ...]:
    return tuple(FRAMES[language].strip().splitlines())


class TaskFamily(EditFamily):
    id = "polishing"
    category = "Language Generation/Rewriting-Paraphrasing/Polishing"
    wordings = {
        "en": (
            "Polish this text. Shorten {table}; strike the empty words {drop}; write a word that is doubled only once; "
            "correct a/an where needed. Leave the rest as it is.\n\n{text}",
            "{text}\n\nThe text above is wordy. Make it crisp with these changes and no others:\n- {table}\n- leave "
            "out {drop}\n- a word typed twice in a row: once\n- a or an to suit the next word",
            "As an editor you trim a draft by the house list: {table}. You also delete {drop} and accidental doubled "
            "words and set a/an right. Show the trimmed draft of: {text}",
            "Draft: {text}\nGive me a tighter version. Replace {table}. Remove {drop}. Remove one of two equal "
            "neighbouring words. Fix a/an. Everything else must stay word for word.",
            "Please rid these sentences of padding. Fillers to cut: {drop}. Long forms to shorten: {table}. Doubled "
            "words become single, articles (a, an) fit what follows, all else is kept.\nSentences: {text}",
            "Which text results if you apply our style sheet to the following? {text}\nStyle sheet: {table}; never "
            "{drop}; no word twice in a row; a/an as the next word demands.",
        ),
        "zh": (
            "请润色下面的文字：把累赘的说法改短（{table}），删去空话（{drop}），重复打出的词只留一个，其余不变。\n\n{text}",
            "{text}\n\n上文有些啰唆，请只做以下修改：\n- {table}\n- 删掉{drop}\n- 紧接着重复的词只写一次",
            "编辑部的精简表：{table}。此外{drop}一律不用，误打两遍的词删去一个。请按此修改：{text}",
            "原稿：{text}\n请改得简洁些。替换：{table}。删除：{drop}。连着出现两次的词只保留一次，其他文字照抄。",
            "请给这几句话去掉水分。要删的套话：{drop}；要缩短的说法：{table}；重复的词写一遍就够。别处不动。\n句子：{text}",
        ),
    }
    rules = {"en": ("repeats", "articles"), "zh": ("repeats",)}
    sizes = (2, 3)

    def piece(self, rng: random.Random, language: str, args: Args) -> Piece:
        frame = rng.choice(frames(language))
        empty = rng.choice(EMPTY[language]) if rng.random() < 0.7 else ""
        sentence = filled(rng, frame.replace("{x}", "\0"), language)
        phrase = re.findall("<(.*?)>", sentence)[0]
        sentence = sentence.replace("<", "").replace(">", "")
        sentence = sentence.replace("\0", empty)
        if rng.random() < 0.5:
            sentence = self._doubled(rng, sentence, frame, language)
        if language == "en":
            sentence = " ".join(sentence.split())
            sentence = ARTICLE.sub(lambda m: ("an" if m[2] in "aeiou" else "a") + f" {m[2]}", sentence)
            sentence = sentence[0].upper() + sentence[1:]
        return Piece(sentence, {phrase: WORDY[language][phrase]}, [empty] if empty else [])

    @staticmethod
    def _doubled(rng: random.Random, sentence: str, frame: str, language: str) -> str:
        """A sentence with a word typed twice; in Chinese two or three characters at its fixed end, if any."""
        if language == "zh":
            tail = re.split(r"[}>，]", frame.rstrip("。"))[-1]
            return sentence.replace(f"{tail}。", f"{tail}{tail}。") if len(tail) in (2, 3) else sentence
        tokens = sentence.split()
        places = [at for at, token in enumerate(tokens) if at and token in DOUBLED]
        if places:
            at = rng.choice(places)
            tokens.insert(at, tokens[at])
        return " ".join(tokens)

    def spare(self, language: str, args: Args) -> tuple[dict[str, str], tuple[str, ...]]:
        return WORDY[language], EMPTY[language]
