"""Small pure functions of the standard library at hand: which, what arguments suit them, and their sources.

The sources are read from the files of the library that runs this and are never imported here; functions that a version
does not have, or has in another form, are left out.
"""

import ast
import random
import sysconfig
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = """
posixpath: isabs(path) split(path) basename(path) dirname(path) splitdrive(path)
ntpath: split(winpath) basename(winpath) dirname(winpath)
textwrap: indent(lines,prefix) shorten(text,width)
statistics: median(ints) median_low(ints) median_high(ints) mode(ints) multimode(ints) mean(ints) pvariance(ints)
statistics: _integer_sqrt_of_frac_rto(large,count) variance(ints)
colorsys: rgb_to_yiq(unit,unit,unit) hls_to_rgb(unit,unit,unit) _v(unit,unit,unit) rgb_to_hsv(unit,unit,unit)
string: capwords(text)
html: escape(markup,flag)
fnmatch: fnmatchcase(name,pattern)
calendar: isleap(year) leapdays(year,year) monthrange(year,month) _monthlen(year,month) _prevmonth(year,month)
calendar: _nextmonth(year,month) formatstring(words,width) timegm(moment)
difflib: _calculate_ratio(count,count) IS_CHARACTER_JUNK(char) _format_range_unified(count,count)
difflib: _keep_original_ws(line,line)
shlex: quote(text)
operator: countOf(ints,int) concat(word,word) contains(word,char) mod(int,count) floordiv(int,count) lt(int,int)
operator: ge(int,int) ne(int,int) sub(int,int) lshift(count,count) and_(int,int) truediv(int,count)
quopri: ishex(byte) quote(byte)
base64: b16encode(bytes) b64encode(bytes,alt) b32encode(bytes) b64decode(base64)
ipaddress: _count_righthand_zero_bits(large,bits) v4_int_to_packed(large)
urllib.parse: _splitparams(url) _splithost(url) _splittype(url) _splituser(host) _splitpasswd(host) _splitport(host)
urllib.parse: _splitnport(host,count) _splitquery(url) _splittag(url) _splitattr(url) _splitvalue(setting) unwrap(url)
urllib.parse: urldefrag(url) unquote_plus(query)
inspect: indentsize(line) getmodulename(path)
glob: has_magic(pattern) _ishidden(name) _isrecursive(pattern) escape(pattern)
email.utils: unquote(quoted) encode_rfc2231(text) decode_rfc2231(rfc2231)
email.quoprimime: unquote(hex2) header_check(code) body_check(code)
email.base64mime: header_length(bytes)
_pydecimal: _sqrt_nearest(large,count) _rshift_nearest(large,few) _div_nearest(large,count)
_pydecimal: _decimal_lshift_exact(large,few) _log10_lb(large)
zipfile: _parents(path)
locale: _strip_padding(padded,few)
json.encoder: py_encode_basestring(markup)
plistlib: _count_to_size(large)
enum: _is_dunder(name) _is_sunder(name) _is_single_bit(count) _iter_bits_lsb(count) _high_bit(count) bin(int)
enum: _dedent(lines) _power_of_two(count)
traceback: _byte_offset_to_character_offset(text,few)
getopt: short_has_arg(option,options)
xml.sax.saxutils: escape(markup) unescape(markup) quoteattr(markup)
encodings.punycode: segregate(text) selective_len(text,code) selective_find(text,char,int,int) T(few,count)
encodings.punycode: adapt(large,flag,count) generate_generalized_integer(large,count)
unittest.util: _shorten(text,few,few) unorderable_list_difference(ints,ints) three_way_cmp(int,int)
tarfile: stn(word,width,ascii,strict) nts(padbytes,ascii,strict)
timeit: reindent(lines,few)
wsgiref.util: is_hop_by_hop(header)
wsgiref.headers: _formatparam(word,text,flag)
http.cookies: _quote(markup)
pydoc: cram(text,width) splitdoc(lines) stripid(text) ispath(path) replace(text,char,word)
tokenize: group(word,word) any(word) maybe(word) _get_normal_name(encoding)
token: ISTERMINAL(large) ISNONTERMINAL(large) ISEOF(few)
typing: _is_dunder(name)
platform: _norm_version(version) _comparable_version(version)
"""
"""module: function(kind of argument, …)"""

_WORDS = (
    "tree river Apple lantern sky market north Captain owl bread journey lake window egg garden sea fox corn".split()
)
_PATHS = (
    "/a/b.txt a/b/c.tar.gz /usr/lib/ //srv/x lib/py3 .profile /home/ann/.rc x /a//b dir/.hid.py ./run.sh a/".split()
)
_URLS = (
    "http://ann@site.org:8080/a/b;v=1?q=1#top https://x.org/p?a=b&c=d //host/path ftp:file.txt <URL:http://x.y> "
    "/p;k=v;z#n mailto:a@b.c http://h?q#f//x"
).split()


def _draw(*values: Any) -> Callable[[random.Random], Any]:
    return lambda rng: rng.choice(values)


def _list(low: int, high: int, most: int) -> Callable[[random.Random], list[int]]:
    return lambda rng: [rng.randint(low, high) for _ in range(rng.randint(1, most))]


KINDS: dict[str, Callable[[random.Random], Any]] = {
    "path": _draw(*_PATHS),
    "winpath": _draw(
        *(r"C:\a\b.txt", r"c:x\y", r"\\srv\share\dir", r"\a\b", "d:/x/y.z", r"a\b\c", "C:", "x", r"\\?\C:\a")
    ),
    "name": _draw(
        "a.py", ".hidden", "_x_", "__init__", "__x", "_Ann__x", "b", "data.csv", "x__", "__", "/abs", "Makefile"
    ),
    "pattern": _draw("*.py", "a?", "[ab]*", "**", "data.csv", "b", "_*_", "a[!x]", "dir/*.t?t"),
    "char": _draw(*"aeo tn_=é\t1"),
    "word": _draw(*_WORDS),
    "words": lambda rng: [rng.choice([*_WORDS, "two words", "it's"]) for _ in range(rng.randint(1, 3))],
    "text": lambda rng: " ".join(
        rng.choice([*_WORDS, "it's", "ärger", "a&b", "(x)"]) for _ in range(rng.randint(1, 5))
    ),
    "lines": _draw("  a\n    b\n", "head\n\nbody\nmore", "x\n  y", "one\n", "  p\n  q\n\n  r\n", "\n a"),
    "line": _draw("  # x", "\n", "# \n", "    code()", " \tx", "x = 1\n", "  \n", "\t\ty\n"),
    "prefix": _draw("> ", "  ", "# ", "--"),
    "markup": _draw(
        'a < "b"', "x & y > z", "it's", 'say "no"', "tab\there", "a\\b", "<p>&amp;</p>", "plain", "é", "&lt;"
    ),
    "quoted": _draw('"a b"', "<x@y.z>", '"a\\"b"', "plain", '"', "<>", 'it"s', "a\\b"),
    "query": _draw("a+b", "x%20y", "a%2Bb+c", "plain"),
    "setting": _draw("key=value", "key", "a=b=c", "=x", "x="),
    "rfc2231": _draw("utf-8'en'x", "plain", "a'b", "us-ascii''y"),
    "url": _draw(*_URLS),
    "host": _draw("ann:pw@site.org:80", "site.org:8080", "site.org", "a@b@c", "[::1]:21", "x:", "u:p:q", "h:none"),
    "version": _draw("3.11.7", "1.2.3.4", "10.0", "2.0b1", "7", "1.x.2"),
    "encoding": _draw("UTF_8", "utf-8-sig", "latin-1", "iso_8859_1_dos", "ascii", "Latin_1-unix"),
    "header": _draw("Connection", "host", "TE", "keep-alive", "Accept", "Upgrade"),
    "option": _draw("a", "b", "c"),
    "options": _draw("ab:c", "a:bc", "abc:", "ca:b"),
    "padded": _draw("  12 ", " 3.5", "7   ", "    8"),
    "code": lambda rng: rng.choice((32, 61, 65, 97, 95, 126, 9, 200)),
    "byte": _draw(b"a", b"7", b"F", b"=", b" ", b"z", b"0"),
    "hex2": _draw("=41", "=7e", "=C3", b"4F", b"A0"),
    "bytes": _draw(b"abc", b"a=b c", b"\x00\xff", b"hello", b"x_y-z", b"", b"tree bread"),
    "padbytes": _draw(b"abc\0\0", b"tree\0x", b"owl", b"\0"),
    "base64": _draw("YWJj", "aGVsbG8=", "eHk="),
    "alt": _draw(b"-_", b"$!"),
    "ascii": _draw("ascii"),
    "strict": _draw("strict"),
    "flag": _draw(True, False),
    "unit": lambda rng: rng.randint(0, 20) / 20,
    "int": lambda rng: rng.randint(-9, 20),
    "few": lambda rng: rng.randint(0, 6),
    "count": lambda rng: rng.randint(1, 40),
    "bits": _draw(8, 16, 32),
    "width": lambda rng: rng.randint(6, 24),
    "large": lambda rng: rng.choice((rng.randint(1, 300), rng.randint(300, 99999))),
    "ints": _list(1, 9, 6),
    "year": lambda rng: rng.choice((1900, 1996, 2000, 2023, 2024, 2100)),
    "month": lambda rng: rng.choice((1, 2, 4, 7, 11, 12)),
    "moment": lambda rng: [
        1970 + rng.randint(0, 60),
        rng.randint(1, 12),
        rng.randint(1, 28),
        12,
        30,
        rng.randint(0, 59),
    ],
}


"""How to draw an argument, by the names in the table."""

LONGEST = 420
"""Characters of a function, its documentation left out."""


def listed() -> dict[str, dict[str, list[str]]]:
    """By module and function, the kinds of the arguments."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in _TABLE.strip().splitlines():
        module, _, functions = line.partition(": ")
        for function in functions.split():
            name, _, kinds = function.rstrip(")").partition("(")
            found.setdefault(module, {})[name] = kinds.split(",")
    return found


@cache
def _tree(module: str) -> tuple[ast.Module, list[str]] | None:
    root = Path(sysconfig.get_path("stdlib"), *module.split("."))
    for path in (root.with_suffix(".py"), root / "__init__.py"):
        if path.exists():
            text = path.read_text(encoding="utf-8")
            return ast.parse(text), text.splitlines()
    return None


def source_of(module: str, name: str) -> str | None:
    """The text of a function at the top of a module, without its documentation; None if there is none that suits."""
    read = _tree(module)
    if read is None:
        return None
    tree, lines = read
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name and not node.decorator_list:
            kept = lines[node.lineno - 1 : node.end_lineno]
            if ast.get_docstring(node) is not None and len(node.body) > 1:
                first = node.body[0]
                del kept[first.lineno - node.lineno : (first.end_lineno or first.lineno) - node.lineno + 1]
            source = textwrap.dedent("\n".join(line.rstrip() for line in kept if line.strip()))
            return source if len(source) <= LONGEST and source.isascii() and "\t" not in source else None
    return None
