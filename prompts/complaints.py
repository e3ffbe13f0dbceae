"""What a model is told when its answer could not be parsed: one sentence for each thing that can be wrong."""

COMPLAINTS: dict[str, dict[str, str]] = {
    "unicode": {
        "en": "The answer has a character that is not valid Unicode.",
        "zh": "答案里有不合法的 Unicode 字符。",
    },
    "thinking": {
        "en": "The answer ended inside <think>, before the answer itself began.",
        "zh": "输出在 <think> 思考部分就结束了，没有给出答案本身。",
    },
    "empty": {
        "en": "The answer is empty.",
        "zh": "答案是空的。",
    },
    "missing_tag": {
        "en": "The section <{tag}>…</{tag}> is missing.",
        "zh": "缺少 <{tag}>…</{tag}> 这一段。",
    },
    "twice": {
        "en": "The section <{tag}> appears more than once; it must appear exactly once.",
        "zh": "<{tag}> 这一段出现了不止一次，只能出现一次。",
    },
    "not_closed": {
        "en": "The section <{tag}> is not closed with </{tag}> before <{other}> comes.",
        "zh": "<{tag}> 这一段在 <{other}> 之前没有用 </{tag}> 结束。",
    },
    "not_opened": {
        "en": "There is a </{tag}> without a <{tag}> before it.",
        "zh": "出现了 </{tag}>，但前面没有对应的 <{tag}>。",
    },
    "empty_section": {
        "en": "The section <{tag}>…</{tag}> is empty.",
        "zh": "<{tag}>…</{tag}> 这一段是空的。",
    },
    "value": {
        "en": "The section <{tag}> must be exactly one of: {wanted}.",
        "zh": "<{tag}> 这一段只能是以下几项之一：{wanted}。",
    },
    "turn_order": {
        "en": "Turn {number} of the dialogue must be <{tag}>: the two speakers take turns, and <{first}> begins.",
        "zh": "对话的第 {number} 轮必须是 <{tag}>：双方轮流发言，由 <{first}> 开始。",
    },
    "turn_last": {
        "en": "The dialogue must end with a turn of <{first}>.",
        "zh": "对话必须以 <{first}> 的一轮发言结束。",
    },
    "turn_few": {
        "en": "The dialogue needs at least {wanted} turns, each in <{first}>…</{first}> or <{other}>…</{other}>.",
        "zh": "对话至少要有 {wanted} 轮，每一轮写在 <{first}>…</{first}> 或 <{other}>…</{other}> 里。",
    },
    "no_json": {
        "en": "The answer has no JSON object.",
        "zh": "答案里没有 JSON 对象。",
    },
    "not_json": {
        "en": "The answer is not valid JSON at line {line}, column {column}.",
        "zh": "答案不是合法的 JSON，问题出在第 {line} 行第 {column} 列。",
    },
    "json_number": {
        "en": "The JSON has a number that is too large, or no number at all such as NaN.",
        "zh": "JSON 里有过大的数，或者 NaN 这样不是数的值。",
    },
    "json_twice": {
        "en": "The JSON has the key {key} twice in one object.",
        "zh": "JSON 的同一个对象里，键 {key} 出现了两次。",
    },
    "json_deep": {
        "en": "The JSON is nested more than {wanted} levels deep.",
        "zh": "JSON 嵌套超过了 {wanted} 层。",
    },
    "json_more": {
        "en": "There is more than one JSON object; give exactly one, and no braces after it.",
        "zh": "出现了不止一个 JSON 对象；只给一个，后面不要再有花括号。",
    },
    "boxed": {
        "en": "The final answer is missing: it must stand in \\boxed{{…}}, with its braces closed.",
        "zh": "缺少最终答案：必须写在 \\boxed{{…}} 里，并且花括号要成对。",
    },
    "leak": {
        "en": "The answer must not contain the words “{word}”.",
        "zh": "答案里不能出现“{word}”。",
    },
    "type": {
        "en": "In the JSON, {path} must be of type {wanted}.",
        "zh": "JSON 中 {path} 的类型必须是 {wanted}。",
    },
    "enum": {
        "en": "In the JSON, {path} must be one of: {wanted}.",
        "zh": "JSON 中 {path} 只能是以下几项之一：{wanted}。",
    },
    "missing": {
        "en": "In the JSON, {path} lacks the key {wanted}.",
        "zh": "JSON 中 {path} 缺少键 {wanted}。",
    },
    "unknown": {
        "en": "In the JSON, {path} has the key {wanted}, which does not belong there.",
        "zh": "JSON 中 {path} 有多余的键 {wanted}。",
    },
    "few": {
        "en": "In the JSON, {path} must have at least {wanted} items.",
        "zh": "JSON 中 {path} 至少要有 {wanted} 项。",
    },
    "many": {
        "en": "In the JSON, {path} must have at most {wanted} items.",
        "zh": "JSON 中 {path} 最多只能有 {wanted} 项。",
    },
    "short": {
        "en": "In the JSON, {path} must have at least {wanted} characters.",
        "zh": "JSON 中 {path} 至少要有 {wanted} 个字符。",
    },
    "long": {
        "en": "In the JSON, {path} must have at most {wanted} characters.",
        "zh": "JSON 中 {path} 最多只能有 {wanted} 个字符。",
    },
    "small": {
        "en": "In the JSON, {path} must be at least {wanted}.",
        "zh": "JSON 中 {path} 不能小于 {wanted}。",
    },
    "large": {
        "en": "In the JSON, {path} must be at most {wanted}.",
        "zh": "JSON 中 {path} 不能大于 {wanted}。",
    },
}

WHOLE = {"en": "the object", "zh": "整个对象"}
"""How the path "" is called."""

LONGEST = 60
"""Characters of the model's own words that a complaint repeats."""


def complain(language: str, problem: str, **words: object) -> str:
    """The sentence for a problem. What may be the model's own words is cut to one short line of valid Unicode."""
    shown = {name: _short(str(word)) if (name, problem) in _MODELS else word for name, word in words.items()}
    if shown.get("path") == "":
        shown["path"] = WHOLE[language]
    return COMPLAINTS[problem][language].format(**shown)


_MODELS = {("key", "json_twice"), ("wanted", "unknown")}
"""Words of a sentence that come from the model, by the problem."""


def _short(word: str) -> str:
    word = " ".join(word.encode("utf-8", "replace").decode("utf-8").split())
    return word if len(word) <= LONGEST else word[:LONGEST] + "…"
