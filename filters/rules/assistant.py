"""What an assistant says of itself instead of answering: refusals, its being a model, courtesies around the answer."""

import re
from dataclasses import dataclass
from typing import Literal

from filters.rules.courtesy import strip_courtesy
from filters.rules.passage import Family, Passage
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Assistant(Family):
    refusal: Literal["reject", "keep"] = "reject"
    self_reference: Literal["reject", "keep"] = "reject"
    """Such as "As an AI language model, I" and "my knowledge cutoff"."""
    courtesy: Literal["strip", "reject", "keep"] = "strip"
    """Strip changes the response; one that a checker has accepted as it stands is left alone."""


BEGINNING = 200
"""Characters in which a refusal shows itself."""
REFUSAL_SIGN = (
    r"(?i)sorry|apologi|afraid|unable|cannot|can not|can['’]t|won['’]t|not able|decline|\bAI\b|language model"
    r"|抱歉|对不起|无法|不能|没法|人工智能|模型"
)
SELF_SIGN = (
    r"(?i)\bAI\b|artificial intelligence|language model|my (?:knowledge|training|last)|as of my"
    r"|人工智能|语言模型|AI|我的(?:知识|训练)"
)

_HELP = r"""(?:help | assist | provide | fulfill? | comply | answer | generate | create | write | engage
    | support | discuss | share | do\ that | do\ this | complete | process | access | browse | open | see | view)"""
_MODEL_EN = r"(?:AI | artificial\ intelligence | (?:large\ )?language) (?:\ (?:language\ )?(?:model | assistant))?"
_MODEL_ZH = r"""一?[个名款]? (?:由\w{1,12}(?:开发 | 训练)的)? (?:人工智能 | AI | 大?型?语言模型 | 语言模型) (?:语言)?
    (?:模型 | 助手 | 助理)?"""
_CANNOT = r"(?:can(?:not | ['’]t | \ not) | won['’]t(?:\ be\ able\ to)? | am\ (?:not\ able | unable)\ to)"

_REFUSALS = re.compile(
    rf"""
    \b I (?:['’]m | \ am)\ (?:very\ | so\ | really\ )? (?:sorry | afraid) ,?\ (?:but\ | that\ )?
       (?: as\ an\ AI | I\ {_CANNOT}\ {_HELP} | I['’]m\ (?:not\ able | unable)\ to\ {_HELP} )
    | \b I\ (?:{_CANNOT} | must\ decline\ to)\ (?:help | assist)\ (?:you\ )? (?:with | in)
       \ (?:that | this | your | such | any)
    | \b I\ {_CANNOT}\ (?:fulfill? | comply\ with | provide | answer | complete)\ (?:that | this | your | such | the)
       \ (?:request | question | task | prompt | information | content)
    | \b I\ (?:apologi[sz]e | am\ sorry | ['’]m\ sorry) ,?\ but\ (?:your | the)\ (?:request | question | prompt | input)
    | \b As\ an?\ {_MODEL_EN} [^.\n]{{0,40}} ,\ I\ (?:can(?:not | ['’]t) | am\ (?:not | unable) | don['’]t | do\ not)
    | (?:抱歉 | 对不起) [，,。！!\ ]{{0,2}} (?:但是?)? (?:作为[^，。\n]{{0,20}}[，,])?
       我 (?:无法 | 不能 | 没办法 | 没有办法 | 没法)
       [^，。\n]{{0,12}}
       (?:帮助 | 提供 | 回答 | 完成 | 协助 | 满足 | 生成 | 处理 | 访问 | 打开 | 查看 | 讨论 | 创建 | 撰写)
    | (?:作为 | 我是) {_MODEL_ZH} [^，。\n]{{0,20}} [，,] [^。\n]{{0,10}} (?:无法 | 不能 | 没有)
    | 我 (?:无法 | 不能) (?:满足 | 完成 | 回答 | 处理) [你您]?的? (?:这个 | 该 | 此 | 这样的)? (?:请求 | 要求 | 问题)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SELF = re.compile(
    rf"""
    \b as\ an?\ {_MODEL_EN} (?:\ (?:developed | created | trained | made)\ by\ \w+)? ,\ I\b
    | \b I (?:['’]m | \ am)\ (?:just\ | only\ )? an?\ (?:AI | artificial\ intelligence | (?:large\ )?language)
       \ (?:language\ )? (?:model | assistant)
    | \b my\ (?:knowledge\ cut-?off | training\ data | last\ (?:knowledge\ )?update)\b
    | \b as\ of\ my\ (?:last | latest)\ (?:knowledge\ )? (?:update | training)
    | (?:作为 | 我是) {_MODEL_ZH} [，,。]
    | 我的 (?:知识 | 训练数据) (?:库)? (?:的)? (?:截止 | 截至 | 更新)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def refusal(passage: Passage, limits: Assistant) -> Verdict:
    """The response begins with a refusal that the prompt does not quote: a refusal to be reworded is a task."""
    if limits.refusal == "keep":
        return passed()
    return _told("refusal", _REFUSALS.search(passage.text[:BEGINNING]), passage.asked)


def self_reference(passage: Passage, limits: Assistant) -> Verdict:
    if limits.self_reference == "keep":
        return passed()
    return _told("assistant_self_reference", _SELF.search(passage.text), passage.asked)


def courtesy(passage: Passage, limits: Assistant) -> Verdict:
    if limits.courtesy != "reject" or (bare := strip_courtesy(passage.text)) == passage.text:
        return passed()
    return failed("assistant_courtesy", f"{len(passage.text) - len(bare)} characters around the answer")


def _told(reason: str, found: re.Match[str] | None, asked: str) -> Verdict:
    if found is None or found.group().lower() in asked.lower():
        return passed()
    return failed(reason, f"it says {found.group()[:80]!r}")
