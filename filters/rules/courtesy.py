"""The courtesies that an assistant puts around an answer: "Sure! Here is the list:", "I hope this helps!"."""

import re

OPENING_SIGN = r"^\s*(?:sure|certainly|of course|absolutely|great question|happy to|i'd be happy|当然|好的|没问题)"
CLOSE_SIGN = (
    r"\b(?:helps?|questions|assistance|ask|else[^\n]{0,40}|know[^\n]{0,60})[!.?]?\s*$"
    r"|(?:帮助|帮到[你您]|告诉我|联系我|提问|提出)[！。!.]?\s*$"
)
SIGN = f"(?i){OPENING_SIGN}|{CLOSE_SIGN}"
"""What every text with a courtesy bears, for RE2."""

_OPENING = re.compile(
    r"""
    \s*
    (?: (?: sure (?:\ thing)? | certainly | of\ course | absolutely | great\ question | happy\ to\ help
          | i['’]d\ be\ happy\ to\ help (?:\ with\ that)? )
        (?: [!.] (?:\s+ | $) | ,\ (?= here (?:['’]s | \ is | \ are)\ ) )
      | (?: 当然 (?:可以)? | 好的 | 没问题 )
        (?: [！!。] | [，,] (?= (?:以下 | 下面 | 这) 是? ) ) )
    \s*
    (?: (?: here (?:['’]s | \ is | \ are) | below\ (?:is | are) )\ [^\n:]{1,120} : [ \t]*\n \s*
      | (?:以下 | 下面 | 这) 是 [^\n：:]{1,60} [：:] [ \t]*\n \s* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""An exclamation, and a sentence that announces the answer where that begins in the next line. "Sure, I'll come" and
"Of course not" say something."""
_CLOSE = re.compile(
    r"""
    (?: (?<=\n) | (?<=[.!?]\ ) | (?<=[。！？]) ) \s*
    (?: i\ hope\ (?:this | that | it)\ helps? [!.]?
      | (?:please\ )? (?:feel\ free\ to | don['’]t\ hesitate\ to)\ (?:ask | reach\ out | let\ me\ know)
        [^.!\n]{0,80} [!.]?
      | (?:please\ )? let\ me\ know\ if\ (?:you | there) [^.!\n]{0,80} [!.]?
      | is\ there\ anything\ else\ (?:i\ can | you) [^.?\n]{0,60} \?
      | 希望 (?:这 | 以上)? [^。！\n]{0,16} (?:有所?帮助 | 帮到[你您]) [。！!]?
      | 如[果有] [^。！\n]{0,30} (?:告诉我 | 联系我 | 提问 | 提出) [。！!]?
    ) \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def strip_courtesy(text: str) -> str:
    """A response without the courtesies around it; as it is where nothing would be left."""
    opening = _OPENING.match(text)
    bare = text[opening.end() :] if opening else text
    while found := _CLOSE.search(bare):
        bare = bare[: found.start()].rstrip()
    return bare if bare.strip() else text
