"""Rewrite an informal text formally, or the other way round, by a stated list of phrases (English and Chinese)."""

import random
import re
from functools import cache

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.edits import EditFamily, Piece, filled
from pipeline.teachers.procedural.words.style_words import FORMAL, FRAMES

STYLES = {
    "en": {"formal": ("informal", "formal"), "informal": ("formal", "informal")},
    "zh": {"formal": ("口语", "正式"), "informal": ("正式", "口语")},
}

MARK = re.compile("<(.*?)>")


@cache
def frames(language: str) -> tuple[str, ...]:
    return tuple(FRAMES[language].strip().splitlines())


class TaskFamily(EditFamily):
    id = "style_rewriting"
    category = "Language Generation/Rewriting-Paraphrasing/Style-Based Rewriting"
    wordings = {
        "en": (
            "Make this {old} text {new}. Use the phrase list and change nothing else: {table}.\n\n{text}",
            "{text}\n\nThe message above is {old}. Give it a more {new} style with these replacements only: {table}.",
            "Style guide for {new} writing (left: not used, right: used): {table}. Apply it to the following and give "
            "the result alone.\n{text}",
            "A colleague wrote this in too {old} a tone: {text}\nTurn it into {new} English. Replace {table}, "
            "wherever a phrase occurs, and keep all other words.",
            "Change of register, {old} to {new}. Lexicon: {table}. Text: {text}\nWrite the text in the new register, "
            "word for word but for the lexicon.",
            "How should one put this in {new} words? {text}\nGo strictly by this table, whose entries may or may not "
            "occur: {table}.",
        ),
        "zh": (
            "请把下面的{old}文字改成{new}风格，只按词表替换，其余不变。词表：{table}。\n\n{text}",
            "{text}\n\n上面这段话偏{old}，请改写得{new}一些，只做这些替换：{table}。",
            "{new}文体用词规定（左边不用，改用右边）：{table}。请按规定改写下文，只写结果。\n{text}",
            "同事写了一段{old}的话：{text}\n请改成{new}的说法：{table}。词语出现几次就改几次，别的字照抄。",
            "语体转换：{old}→{new}。对照表：{table}。原文：{text}\n请写出转换后的文字，表外的字一律不动。",
            "这段话用{new}的语气该怎么写？{text}\n严格按下表替换（表中有的词可能用不上）：{table}。",
        ),
    }
    rules = {"en": ("articles",), "zh": ()}
    sizes = (2, 3)

    def blank(self, rng: random.Random, language: str) -> Args:
        return {**super().blank(rng, language), "style": rng.choice(list(STYLES[language]))}

    def piece(self, rng: random.Random, language: str, args: Args) -> Piece:
        """A sentence in the style that is to be left."""
        marked = filled(rng, rng.choice(frames(language)), language)
        table = {word: FORMAL[language][word] for word in MARK.findall(marked)}
        if args["style"] == "formal":
            text, pairs = MARK.sub(r"\1", marked), table
        else:
            text, pairs = MARK.sub(lambda found: table[found[1]], marked), {new: old for old, new in table.items()}
        return Piece(text[0].upper() + text[1:], pairs)

    def spare(self, language: str, args: Args) -> tuple[dict[str, str], tuple[str, ...]]:
        table = FORMAL[language]
        return (table if args["style"] == "formal" else {new: old for old, new in table.items()}), ()

    def slots(self, args: Args, language: str) -> dict[str, str]:
        old, new = STYLES[language][args["style"]]
        return super().slots(args, language) | {"old": old, "new": new}
