"""The language that a response must be in, told by its script and its commonest words.

IFEval asks a statistical detector, which guesses at random on short texts. This one is sure of a script, and tells
languages of one script apart by small words and peculiar letters; where a text has none of them, or as many of two
languages, every language of its script is let pass, as IFEval lets a text pass that its detector cannot read.
"""

import re
from collections import Counter
from functools import cache

from filters.constraints.rule import Parameters, Rule
from filters.verdict import Verdict, failed, passed

SAMPLE = 10_000
"""Characters looked at."""
SIGN = 3
"""Letters that a Chinese or Japanese character counts for: a word has two of them where an English one has five."""
KANA = 0.1
"""Share of kana among kana and Chinese characters from which a text is Japanese."""

SCRIPTS = {
    "latin": "A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff",
    "han": r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "kana": r"\u3040-\u30ff",
    "hangul": r"\u1100-\u11ff\uac00-\ud7af",
    "cyrillic": r"\u0400-\u052f",
    "greek": r"\u0370-\u03ff",
    "hebrew": r"\u0590-\u05ff",
    "arabic": r"\u0600-\u06ff\u0750-\u077f",
    "devanagari": r"\u0900-\u097f",
    "bengali": r"\u0980-\u09ff",
    "gurmukhi": r"\u0a00-\u0a7f",
    "gujarati": r"\u0a80-\u0aff",
    "tamil": r"\u0b80-\u0bff",
    "telugu": r"\u0c00-\u0c7f",
    "kannada": r"\u0c80-\u0cff",
    "malayalam": r"\u0d00-\u0d7f",
    "thai": r"\u0e00-\u0e7f",
}
ALONE = {
    "zh": "han", "ja": "kana", "ko": "hangul", "el": "greek", "he": "hebrew", "bn": "bengali", "pa": "gurmukhi",
    "gu": "gujarati", "ta": "tamil", "te": "telugu", "kn": "kannada", "ml": "malayalam", "th": "thai",
}  # fmt: skip
"""Languages that have their script to themselves."""
SMALL_WORDS = {  # none of one Latin letter: "a" and "e" name variables and choices as often as they are words
    "latin": {
        "en": "the of and to is in that it for with are you this was be as not have on your we by from but or an",
        "de": "der die das und ist nicht ein eine zu mit den von sie ich auf für im dem des auch es wir sind wie",
        "fr": "le la les de des et est un une dans que qui pour pas sur avec ce il elle nous vous au du je en",
        "es": "el la los las de es un una en que por para con no se su del al lo como más pero este yo",
        "pt": "os as de um uma em que por para com não se do da dos das no na mais como ao eu",
        "it": "il la le gli di un una in che per con non si del della dei sono come più al lo nel",
        "nl": "de het een en van is niet dat die in op te voor met zijn er aan ook als maar wij ik je",
        "sv": "och att det som en på är av för med den till inte har om ett men vi du jag de",
        "fi": "ja on ei se että oli hän ovat mutta kun niin joka myös kuin ole tai sen minä voi jos ne tämä",
        "vi": "và của là có không được cho một các những người trong với này để khi đã tôi bạn đó",
        "sw": "na ya wa kwa ni katika za la kuwa hii cha kama yake watu huu hiyo sana lakini mimi yangu",
        "id": "yang dan di dengan untuk dari pada ini itu adalah tidak dalam akan ke oleh saya kami juga ada",
        "tr": "ve bir bu da de için ile çok ne ben daha gibi var ama olarak değil kadar en olan",
        "pl": "na nie się do to że jest jak co po za tak ale od dla są czy ja",
    },
    "cyrillic": {
        "ru": "и в не на что это я с он как по но они мы к из у за от для был его все так же или ы э",
        "bg": "и в не на че това аз с той като по но те ние към от за да се е са как или съм ще",
        "uk": "і в не на що це я з він як по але вони ми до із у за від для був його та або є",
    },
    "arabic": {
        "ar": "في من على إلى أن هذا هذه التي الذي هو هي كان مع عن لا ما و أو كل بعد",
        "fa": "و در به از که این را با است برای آن یک می خود تا بر هم های شود ما من",
        "ur": "اور کے کی میں ہے کا سے کو نے پر یہ ہیں کہ ایک اس بھی تھا ہو کر جو",
    },
    "devanagari": {
        "hi": "के है में की और से का को पर यह हैं एक ने कि भी नहीं तो था लिए इस",
        "mr": "आणि आहे च्या मध्ये हे या तो ही आहेत एक की होते नाही पण साठी ते मी करण्यासाठी व हा",
        "ne": "र छ को मा हो यो पनि लागि एक छन् गर्न थियो गरेको भएको तर हुन्छ म हामी ले लाई",
    },
}
LETTERS = {
    "ru": "ыэё",
    "uk": "іїєґ",
    "ar": "ةىأإ",
    "fa": "پژگ",
    "ur": "ٹڈڑںےھ",
    "mr": "ळ",
    "vi": "ơưạảấầẩậắặềểệọộớợủứừự",
}
"""Letters that tell a language from the others of its script; fa shares its own with ur, which has more of them."""

OFTEN = 3
_SCRIPT = {name: re.compile(f"[{letters}]") for name, letters in SCRIPTS.items()}
_TOKEN = re.compile(r"[^\s\d.,;:!?\"()«»“”\[\]*_/|<>=+。，、।؟،-]+")


@cache
def _words(script: str) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in SMALL_WORDS[script].items()}


def languages(text: str) -> frozenset[str]:
    """The languages that a text may be in: one, where it can be told; none where it has no letters."""
    sample = text[:SAMPLE].lower()
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPT.items()})
    for name in ("han", "kana"):
        counts[name] *= SIGN
    total = counts.total()
    if not total:
        return frozenset()
    if counts["kana"] > KANA * (counts["kana"] + counts["han"]) and 2 * (counts["kana"] + counts["han"]) >= total:
        return frozenset({"ja"})
    script = counts.most_common(1)[0][0]
    if script in SMALL_WORDS:
        return _by_words(script, sample)
    return frozenset(language for language, own in ALONE.items() if own == script)


def _by_words(script: str, sample: str) -> frozenset[str]:
    """The languages of a script that have the most small words and letters of their own in a text. A word counts at
    most `OFTEN` times, so that a refrain of la la la does not make a song Italian."""
    tokens = {token: min(count, OFTEN) for token, count in Counter(_TOKEN.findall(sample)).items()}
    scores = {language: sum(tokens.get(word, 0) for word in words) for language, words in _words(script).items()}
    for language, letters in LETTERS.items():
        if language in scores:
            scores[language] += sum(sample.count(letter) for letter in letters)
    best = max(scores.values())
    return frozenset(language for language, score in scores.items() if score == best)


def is_in(language: str, text: str) -> bool:
    """Whether a text may be in a language ("zh-cn" counts as "zh"); languages not known here pass by their script."""
    wanted = language.lower().partition("-")[0]
    found = languages(text)
    known = wanted in ALONE or any(wanted in words for words in SMALL_WORDS.values())
    if not found:
        return True
    return wanted in found if known else found.isdisjoint(ALONE)


def response_language(parameters: Parameters, response: str) -> Verdict:
    wanted = parameters["language"]
    found = ", ".join(sorted(languages(response))) or "no letters"
    if not is_in(wanted, response):
        return failed("wrong_language", f"expected {wanted}, found {found}")
    return passed(f"expected {wanted}, found {found}")


RULES = {"language:response_language": Rule(response_language)}
