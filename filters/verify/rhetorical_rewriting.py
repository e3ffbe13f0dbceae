"""Check that a sentence has the figure of speech that was asked for; how well it sounds is not judged.

args: subject, quality and others (qualities) to be named; form ("simile", "question", "parallel", "contrast",
"exclamation"); opening (of the question, else ""); also (words to add, or ""); most, the limit of words (in Chinese, of
Chinese characters).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.sentences import bare, squeeze
from filters.verdict import Verdict, failed, passed

_LONGEST = 1000
_STOPS = {"question": "?？", "exclamation": "!！"}


def _is_chinese(character: str) -> bool:
    return "一" <= character <= "鿿"


def _form_fault(args: Mapping[str, Any], text: str, chinese: bool) -> str:
    """What the form lacks, as a sentence; "" if nothing."""
    quality, low = args["quality"], text.lower()
    match args["form"]:
        case "simile":
            if chinese:
                before, found, _ = text.partition(f"一样{quality}")
                image = before.rpartition("像")[2] if "像" in before else ""
                return "" if found and image.strip() else f"expected 像……一样{quality} with an image in it"
            _, _, image = low.partition(f"as {quality} as ")
            return "" if len(image.split()) > 1 else f"expected 'as {quality} as' and an image of two words or more"
        case "question":
            return "" if low.startswith(args["opening"].lower()) else f"expected {args['opening']!r} at the beginning"
        case "parallel":
            wanted = [quality, *args["others"]]
            clauses = [clause.strip().lower() for clause in text.replace("；", ";").split(";")]
            if len(clauses) != len(wanted):
                return f"expected {len(wanted)} clauses parted by semicolons, found {len(clauses)}"
            begins = args["subject"].lower() + ("" if chinese else " is")
            for held, clause in zip(wanted, clauses, strict=True):
                clause = clause.removeprefix(args["also"] + "，") if args["also"] else clause
                if not clause.startswith(begins) or held not in clause:
                    return f"expected a clause that begins with {begins!r} and says {held!r}, found {clause[:80]!r}"
            return ""
        case "contrast":
            other = args["others"][0]
            wanted_text = f"不是{other}，而是{quality}" if chinese else f"not {other} but {quality}"
            return "" if wanted_text in low.replace(",", "，" if chinese else ",") else f"expected {wanted_text!r}"
    if chinese:
        return "" if f"多么{quality}" in text else f"expected 多么{quality}"
    return "" if low.startswith(f"how {quality} ") else f"expected 'How {quality}' at the beginning"


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    text = squeeze(response).replace("’", "'").strip('"“”*')
    chinese = any(map(_is_chinese, args["subject"]))
    length = sum(map(_is_chinese, text)) if chinese else sum(bool(bare(token)) for token in text.split())
    if not length:
        return failed("no_answer", "the response has no words")
    stop = _STOPS.get(args["form"], ".。!！")
    if text[-1] not in stop:
        return failed("wrong_stop", f"expected one of {stop!r} at the end, found {text[-1]!r}")
    if sum(text.count(one) for one in ".!?。！？") > 1:
        return failed("not_one_sentence", "expected one sentence")
    if length > args["most"]:
        return failed("wrong_length", f"expected a length of at most {args['most']}, found {length}")
    for wanted in (args["subject"], args["quality"], args["also"]):
        if wanted.lower() not in text.lower():
            return failed("words_missing", f"the sentence lacks {wanted!r}")
    if fault := _form_fault(args, text, chinese):
        return failed("wrong_form", fault)
    return passed(f"{args['form']} of length {length}")
