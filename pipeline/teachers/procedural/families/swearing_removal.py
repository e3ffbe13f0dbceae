"""Take stated expletives out of an annoyed text and leave the rest alone (English and Chinese)."""

import random
import re
from functools import cache

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.edits import EditFamily, Piece, filled
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.swearing_words import EXPLETIVES, FRAMES, OUTBURSTS


@cache
def frames(language: str) -> tuple[str, ...]:
    return tuple(FRAMES[language].strip().splitlines())


class TaskFamily(EditFamily):
    id = "swearing_removal"
    category = "Language Generation/Rewriting-Paraphrasing/Removing  swearing words"
    wordings = {
        "en": (
            "Rewrite this without the swear words ({drop}). Keep every other word, and mend a/an where the next word "
            "has changed.\n\n{text}",
            "{text}\n\nPlease make the above fit for the office: strike {drop} wherever they stand, put a or an as the "
            "following word needs it, begin sentences with capitals, and change nothing more.",
            "A filter must remove these expletives: {drop}. Show the message as it reads afterwards, with correct "
            "articles (a, an) and capitals and otherwise word for word.\nMessage: {text}",
            "I was angry when I wrote this: {text}\nTake out the rude words, which are {drop}. Nothing else should go; "
            "only a/an and capitals may need a correction.",
            "Task: delete bad language, keep the content. Bad language here: {drop}. Adjust a/an and the capitals if "
            "need be. Output the text only.\nInput: {text}",
            "What would {quoted} be like in polite words? Only leave out {drop}; where that changes the word after a "
            "or an, correct the article.",
        ),
        "zh": (
            "请去掉下面这段话里的脏话（{drop}），其他字句不变。\n\n{text}",
            "{text}\n\n上面的话太粗鲁了。凡是{drop}都删掉，别的一个字也不要改，只写出结果。",
            "过滤器要屏蔽这些词：{drop}。请写出屏蔽之后的消息，其余照抄。\n消息：{text}",
            "我生气时写了这段话：{text}\n请帮我删除其中的骂人话（{drop}），不要改动别的内容。",
            "任务：删去不文明用语，保留原意和原文。不文明用语包括{drop}。\n原文：{text}",
            "把“{text}”说得文明一些：只把{drop}去掉，其他都保留。",
        ),
    }
    rules = {"en": ("articles",), "zh": ()}
    sizes = (2, 4)

    def piece(self, rng: random.Random, language: str, args: Args) -> Piece:
        frame = rng.choice(frames(language))
        words = [rng.choice(EXPLETIVES[language]) for _ in range(frame.count("{x}"))]
        sentence = filled(rng, re.sub(r"\{x\}", "{{x}}", frame), language)
        for word in words:
            sentence = sentence.replace("{x}", word, 1)
        if language == "en":
            sentence = re.sub(r"\b(a|an) ([a-z])", lambda m: f"{'an' if m[2] in 'aeiou' else 'a'} {m[2]}", sentence)
            sentence = sentence[0].upper() + sentence[1:]
        if rng.random() < 0.4:
            burst = rng.choice(OUTBURSTS[language])
            words.append(burst)
            if language == "zh":
                sentence = f"{burst}，{sentence}"
            else:
                if sentence.split()[0] not in (*NAMES["en"], "I"):
                    sentence = sentence[0].lower() + sentence[1:]
                sentence = f"{burst[0].upper()}{burst[1:]}, {sentence}"
        return Piece(sentence, {}, words)

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return super().slots(args, language) | {"quoted": f'"{args["text"]}"'}

    def spare(self, language: str, args: Args) -> tuple[dict[str, str], tuple[str, ...]]:
        return {}, (*EXPLETIVES[language], *OUTBURSTS[language])
