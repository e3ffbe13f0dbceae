"""Turn speech into writing by stated rules: no fillers, no repeats, no false starts, full forms, digits."""

import random
from functools import cache

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.edits import EditFamily, Piece, filled
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.spoken_words import FILLERS, FRAMES, REPEATABLE, SPOKEN, STARTS


@cache
def frames(language: str) -> tuple[str, ...]:
    return tuple(FRAMES[language].strip().splitlines())


def spoken_forms(text: str, language: str) -> dict[str, str]:
    """The spoken words of a sentence with their written forms."""
    if language == "zh":
        return {old: new for old, new in SPOKEN["zh"].items() if old in text}
    here = set(text.lower().rstrip(".").split())
    return {old: new for old, new in SPOKEN["en"].items() if old.lower() in here}


class TaskFamily(EditFamily):
    id = "spoken_to_written"
    category = "Language Generation/Rewriting-Paraphrasing/Converting Spoken to Written Language"
    wordings = {
        "en": (
            "Turn this transcript into written English. Leave out the fillers ({drop}); keep a word that is said twice "
            "in a row only once; where a sentence breaks off in a dash and begins anew, keep only the new beginning; "
            "write number words as digits; and use these full forms: {table}. Change nothing else.\n\n{text}",
            "{text}\n\nThat was spoken. Write it down properly:\n- fillers to remove: {drop}\n- full forms: {table}\n"
            "- doubled words: once\n- what comes before a dash in a sentence: drop it\n- numbers: in digits\nKeep all "
            "other words and give only the text.",
            "Somebody dictated the following: {text}\n\nPlease edit it for print. Strike {drop}. Strike stammered "
            "repetitions and every false start (all of a sentence up to its dash). Put numbers in figures. Replace "
            "{table}. Everything else stays word for word.",
            "Rules for our minutes: 1. No {drop}. 2. A word repeated at once is written once. 3. A start that breaks "
            "off with -- is not written. 4. Numbers as numerals. 5. Spell out {table}.\nApply them, and nothing more, "
            "to this: {text}",
            "How would this recording read in writing? {text}\nDrop fillers ({drop}), immediate repetitions, and false "
            "starts that end in a dash; expand {table}; turn number words into digits. Reply with the text alone.",
            "Clean up what was said, no rewording beyond these points: full forms for the short ones ({table}), digits "
            "for number words, each stuttered word once, no broken-off beginning before a dash, and none of {drop}.\n"
            "Recording: {text}",
        ),
        "zh": (
            "请把下面这段口语改成书面语：删去口头语（{drop}）；紧接着重复的词只留一个；一句话如果在破折号处中断又重新开头，"
            "只保留重新开头的部分；数字写成阿拉伯数字；并按此替换：{table}。其余不变。\n\n{text}",
            "{text}\n\n以上是录音整理稿，请改为书面语：\n- 口头语一律删掉：{drop}\n- 用词替换：{table}\n"
            "- 连着说两遍的词只写一遍\n"
            "- 每句破折号之前没说完的话不要\n- 中文数字改成阿拉伯数字\n其他字一个也不要动，只写结果。",
            "会议记录的规矩：一、不写{drop}；二、重复的词写一次；三、说到一半又从头说的，破折号前面的不写；四、数目用阿拉伯数字；"
            "五、{table}。请照此整理：{text}",
            "有人口述了这样一段话：{text}\n请整理成文：去掉{drop}，去掉结巴的重复，去掉破折号前中断的半句，数目写成数字，"
            "并作替换（{table}）。别的都照抄。",
            "下面的话写成文章应当是什么样？{text}\n要求：{table}；不留口头语（{drop}）；叠着说的词留一个；没说完就重来的开头"
            "（到破折号为止）删掉；数字用1、2、3的写法。只回复整理后的文字。",
        ),
    }
    rules = dict.fromkeys(("en", "zh"), ("restarts", "repeats", "numbers"))
    sizes = (2, 3)

    def piece(self, rng: random.Random, language: str, args: Args) -> Piece:
        sentence = filled(rng, rng.choice(frames(language)), language)
        forms = spoken_forms(sentence, language)
        fillers = rng.sample(FILLERS[language], rng.randint(1, 2))
        noisy = self._chinese(rng, sentence, fillers) if language == "zh" else self._english(rng, sentence, fillers)
        return Piece(noisy, forms, fillers)

    @staticmethod
    def _english(rng: random.Random, sentence: str, fillers: list[str]) -> str:
        tokens = sentence.split()
        doubled = [at for at, token in enumerate(tokens[:-1]) if token.lower() in REPEATABLE["en"]]
        if doubled and rng.random() < 0.7:
            at = rng.choice(doubled)
            again = tokens[at] if tokens[at] == "I" else tokens[at].lower()
            tokens.insert(at + 1, again)
        for filler in fillers[1:]:
            at = rng.randint(1, len(tokens) - 2)
            tokens[at] += f", {filler},"
        if not tokens[0].startswith("I") and tokens[0] not in NAMES["en"]:
            tokens[0] = tokens[0].lower()
        opening = rng.random()
        if opening < 0.4:
            return f"{fillers[0][0].upper()}{fillers[0][1:]}, {' '.join(tokens)}"
        tokens[rng.randint(2, len(tokens) - 2)] += f", {fillers[0]},"
        begun = " ".join(tokens).replace(",,", ",")
        if opening < 0.75:
            return f"{rng.choice(STARTS['en'])} -- {begun}"
        return begun[0].upper() + begun[1:]

    @staticmethod
    def _chinese(rng: random.Random, sentence: str, fillers: list[str]) -> str:
        doubled = [word for word in REPEATABLE["zh"] if word in sentence]
        if doubled and rng.random() < 0.7:
            word = rng.choice(doubled)
            sentence = sentence.replace(word, f"{word}{rng.choice(('', '，'))}{word}", 1)
        for filler in fillers[1:]:
            sentence = f"{filler}，{sentence}"
        opening = rng.random()
        if opening < 0.4:
            return f"{fillers[0]}，{sentence}"
        start = rng.choice(STARTS["zh"])
        if opening < 0.7:
            return f"{start}{fillers[0]}——{sentence}"
        return f"{start}——{fillers[0]}，{sentence}"

    def spare(self, language: str, args: Args) -> tuple[dict[str, str], tuple[str, ...]]:
        return SPOKEN[language], FILLERS[language]
