"""E-mail addresses, telephone numbers and addresses of the internet."""

import ipaddress
import re
from collections.abc import Iterator

from filters.rules.personal_data.found import Found

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9_.%+/:-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@((?:[A-Za-z0-9-]{1,63}\.)+)([A-Za-z]{2,18})(?![A-Za-z0-9_(@-]|\.[A-Za-z0-9])"
)
TOP_DOMAINS = frozenset(
    """com net org edu gov mil int info biz name pro app dev cloud tech online site store shop xyz club blog email
    museum aero coop jobs mobi travel asia""".split()
)
"""Generic top-level domains that people have mail at; besides these every domain of two letters counts."""
_NOT_DOMAINS = frozenset("py js ts md rs go sh cc so id it is in to no do at be".split())
"""Domains of two letters that as often are an attribute, a file's ending or a word: only with a longer name before."""
_EXAMPLE_DOMAIN = re.compile(
    r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local)$", re.IGNORECASE
)
"""RFC 2606, RFC 6761, RFC 6762."""
_MACHINE_USERS = frozenset("git noreply no-reply donotreply do-not-reply mailer-daemon postmaster".split())

_NANP = re.compile(
    r"(?<![A-Za-z0-9_.+/=-])(?:\+?1[-. ])?(?:\([2-9]\d\d\)[ -]?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}"
    r"(?![A-Za-z0-9_/=]|[.-]\d)"
)
"""The North American numbering plan: area and exchange begin with 2 to 9."""
_E164 = re.compile(
    r"(?<![A-Za-z0-9_.+*/=^)(-])\(?\+[1-9]\d{0,2}\)?(?:[ .-]?\(\d{1,4}\))?(?:[ .-]?\d{1,5}){2,5}(?![A-Za-z0-9_]|[.-]\d)"
)
"""ITU-T E.164: a plus, the country's code, at most fifteen digits."""
_EXAMPLE_NUMBERS = re.compile(
    r"1?\d{3}55501\d\d|44(?:7700900|1632960|2079460)\d{3}|(?:86)?13800138000|\d*1?2345678\d*|\d*?(\d)\1{6,}\d*"
)
"""Kept for fiction (NANP 555-0100 to 0199, Ofcom's drama numbers), China Mobile's own line, and what counts up or
repeats one digit."""
_CHINESE_MOBILE = re.compile(
    r"(?<![A-Za-z0-9_.+*/=^$#-])(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?![A-Za-z0-9_]|[.-]\d)"
)
_ARITHMETIC_BEFORE = re.compile(r"[+*/=^×÷<>−\\(\[,，]\s*$")
_ARITHMETIC_AFTER = re.compile(r"\s*[+*/=^×÷<>−\])]")

_IPV4 = re.compile(r"(?<![A-Za-z0-9_.=/-])(\d{1,3}(?:\.\d{1,3}){3})(?![A-Za-z0-9_]|\.[A-Za-z0-9]|-\d)")
_IPV6 = re.compile(r"(?<![A-Za-z0-9_:.])[23][0-9A-Fa-f]{3}(?::[0-9A-Fa-f]{0,4}){2,7}(?![A-Za-z0-9_:]|\.\d)")
"""Global unicast addresses (2000::/3, RFC 4291)."""
_VERSION_BEFORE = re.compile(r"(?:\bv|version|release|ver\.?|版本|section|chapter|第|§)\s*[:：]?\s*$", re.IGNORECASE)
_RESOLVERS = frozenset(
    "8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 208.67.222.222 208.67.220.220 114.114.114.114 1.2.3.4".split()
)
"""Servers that everyone names, and the address that counts up."""
LARGEST_SECTION = 30
"""Four numbers up to this at the beginning of a line, with words behind them, number a section."""


def emails(text: str) -> Iterator[Found]:
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        address = found.group()
        user, _, domain = address.rpartition("@")
        ending = found[2].lower()
        short = len(found[1]) < 4 or (ending in _NOT_DOMAINS and len(found[1]) < 6)
        if (len(ending) > 2 and ending not in TOP_DOMAINS) or (short and len(ending) == 2):
            continue
        if not _EXAMPLE_DOMAIN.search(domain) and user.lower() not in _MACHINE_USERS:
            yield Found("email", found.start(), found.end(), address.lower())


def phones(text: str) -> Iterator[Found]:
    for pattern in (_NANP, _E164, _CHINESE_MOBILE):
        for found in pattern.finditer(text):
            digits = re.sub(r"\D", "", found.group())
            if 8 <= len(digits) <= 15 and not _EXAMPLE_NUMBERS.fullmatch(digits) and not _reckoned(text, found):
                yield Found(
                    "phone",
                    found.start(),
                    found.end(),
                    digits.removeprefix("86") if pattern is _CHINESE_MOBILE else digits,
                )


def _reckoned(text: str, found: re.Match[str]) -> bool:
    """Whether a number stands in a formula or a list of numbers."""
    return bool(
        _ARITHMETIC_BEFORE.search(text[max(0, found.start() - 4) : found.start()])
        or _ARITHMETIC_AFTER.match(text[found.end() : found.end() + 4])
    )


def addresses(text: str) -> Iterator[Found]:
    for found in _IPV4.finditer(text):
        if _is_public(found[1]) and found[1] not in _RESOLVERS and not _numbers_something(text, found):
            yield Found("ip", found.start(), found.end(), found[1])
    if "::" in text or text.count(":") >= 7:
        for found in _IPV6.finditer(text):
            if _is_public(found.group()):
                yield Found("ip", found.start(), found.end(), found.group().lower())


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def _numbers_something(text: str, found: re.Match[str]) -> bool:
    """Whether four numbers with points between them are a version or a section."""
    if _VERSION_BEFORE.search(text[max(0, found.start() - 12) : found.start()]):
        return True
    begins = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" #\t")
    small = all(int(part) <= LARGEST_SECTION for part in found[1].split("."))
    return begins and small and text[found.end() : found.end() + 2].strip().isalpha()
