"""What is said of a table of parameters: for each column and each rule, three ways to state it."""

VARIANTS = 3
_KINDS = "positional-only, positional, keyword-only, var-positional (*args), var-keyword (**kwargs)"

Sentences = dict[str, tuple[str, str, str]]

MEANING: dict[str, Sentences] = {
    "en": {
        "Kind": (
            f"Kind is one of {_KINDS}.",
            f"Under Kind, choose among {_KINDS}.",
            f"For Kind, the words to use are: {_KINDS}.",
        ),
        "Annotation": (
            "Annotation is the type hint as written.",
            "Copy each type hint unchanged into Annotation.",
            "The type hints go under Annotation, exactly as the code has them.",
        ),
        "Default": (
            "Default is the default value as written.",
            "Copy each default value unchanged into Default.",
            "The default values go under Default, exactly as the code has them.",
        ),
        "Position": (
            "Position counts from 1, self included.",
            "Number the Position from 1, with self as one of them.",
            "The first parameter in the signature, self or not, has Position 1, the next 2, and so on.",
        ),
        "Required": (
            "Required is no for a parameter with a default and for *args and **kwargs, else yes.",
            "Under Required write yes, but no where there is a default value, and no for *args and **kwargs.",
            "A parameter that a call may omit (it has a default, or is *args or **kwargs) gets no under Required, any "
            "other yes.",
        ),
    },
    "zh": {
        "Kind": (
            f"Kind 取 {_KINDS} 之一。",
            f"Kind 一列从 {_KINDS} 中选择。",
            f"Kind 可用的词有：{_KINDS}。",
        ),
        "Annotation": (
            "Annotation 是原样写出的类型注解。",
            "把类型注解原封不动地抄进 Annotation 一列。",
            "Annotation 里填类型注解，与代码中的写法一致。",
        ),
        "Default": (
            "Default 是原样写出的默认值。",
            "把默认值原封不动地抄进 Default 一列。",
            "Default 里填默认值，与代码中的写法一致。",
        ),
        "Position": (
            "Position 从 1 开始计数，包括 self。",
            "Position 按签名编号，第一个参数（哪怕是 self）为 1。",
            "在 Position 里写明它是第几个参数，self 也算一个，从 1 数起。",
        ),
        "Required": (
            "有默认值的参数以及 *args、**kwargs 的 Required 写 no，其他写 yes。",
            "Required 表示调用时是否必须给出：必须给出写 yes；有默认值的、*args 和 **kwargs 写 no。",
            "凡是可以省略的参数（带默认值，或者是 *args、**kwargs），Required 填 no，否则填 yes。",
        ),
    },
}
RULES: dict[str, Sentences] = {
    "en": {
        "form": (
            'Write "-" in a cell where there is nothing.',
            'Cells with nothing to say hold a "-".',
            'Where the signature gives no value, put "-" instead of leaving the cell empty.',
        ),
        "self": (
            "Leave out self and cls.",
            "A row for self or cls is not wanted.",
            "Skip the first parameter if it is self or cls.",
        ),
        "stars": (
            "Give names without asterisks.",
            "Names stand bare, with no * in front.",
            "Drop the asterisks from the names.",
        ),
        "signature": (
            "Keep the order of the signature.",
            "The rows follow the signature from left to right.",
            "List the parameters as they come in the code.",
        ),
        "name": (
            "Sort the rows by name (capitals first).",
            "The rows are to be in alphabetical order of the names, capitals before small letters.",
            "Order the parameters by name, A to Z and then a to z.",
        ),
        "reverse": (
            "List the parameters from the last to the first.",
            "Start with the last parameter and end with the first.",
            "The rows run backwards: the final parameter of the signature comes on top.",
        ),
    },
    "zh": {
        "form": (
            "没有内容的单元格写“-”。",
            "签名里没有给出的内容一律用“-”表示。",
            "不要留空格子，没有值时填“-”。",
        ),
        "self": ("略去 self 和 cls。", "不需要 self 或 cls 那一行。", "如果第一个参数是 self 或 cls，就跳过它。"),
        "stars": ("名称不带星号。", "参数名前面的 * 去掉。", "只写名字本身，星号不写。"),
        "signature": ("保持签名中的顺序。", "各行与签名从左到右的次序相同。", "参数在代码里怎么排，表里就怎么排。"),
        "name": (
            "各行按名称排序（大写在前）。",
            "按参数名的字母顺序排列，大写字母排在小写字母前面。",
            "行的次序依名称而定：先 A 到 Z，再 a 到 z。",
        ),
        "reverse": (
            "从最后一个参数列到第一个。",
            "倒着排列：签名中最后的参数放在最上面。",
            "次序与签名相反，末尾的参数排第一行。",
        ),
    },
}
TITLES = {
    "en": (
        "Parameters of {name}:",
        "The signature of {name} names {names}. As a table:",
        "Counting all of its signature, {name} has {count} ({names}):",
        "Here is what {name} takes, going by its signature ({names}):",
        "Table of the parameters {names} of {name}:",
    ),
    "zh": (
        "{name} 的参数：",
        "{name} 的签名里有 {names}，列表如下：",
        "{name} 的签名共有 {count} 个参数（{names}）：",
        "根据签名，{name} 接受的参数（{names}）整理如下：",
        "下表列出 {name} 的参数 {names}：",
    ),
}
"""A line above the table. The names are all those of the signature, in its order."""
