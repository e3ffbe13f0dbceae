"""Questions on a function and sentences that answer them, by fact (English and Chinese); {0} is the function's name."""

_LIST, _LIST_ZH = 'names only, separated by commas, or "none"', "只写名称，用逗号隔开，没有则写“无”"
QUESTIONS = {
    "en": {
        "parameters": f"What are the parameters of {{0}}, in order ({_LIST})?",
        "defaults": f"Which parameters of {{0}} have a default value ({_LIST})?",
        "calls": f"Which names does the body of {{0}} call as name(), not as x.name() ({_LIST})?",
        "raises": f"Which exceptions does {{0}} raise by name ({_LIST})?",
        "attributes": f"Which attributes and methods of self does the body of {{0}} use ({_LIST})?",
        "locals": f"Which local names does {{0}} bind besides its parameters ({_LIST})?",
        "returns": "How many return statements does {0} have (a number)?",
        "loops": "How many for and while statements does {0} have (a number)?",
        "generator": "Is {0} a generator function (yes or no)?",
    },
    "zh": {
        "parameters": f"{{0}} 依次有哪些参数（{_LIST_ZH}）？",
        "defaults": f"{{0}} 的哪些参数有默认值（{_LIST_ZH}）？",
        "calls": f"{{0}} 的函数体以 name() 而不是 x.name() 的形式调用了哪些名称（{_LIST_ZH}）？",
        "raises": f"{{0}} 按名称抛出哪些异常（{_LIST_ZH}）？",
        "attributes": f"{{0}} 的函数体用到 self 的哪些属性和方法（{_LIST_ZH}）？",
        "locals": f"除参数外，{{0}} 绑定了哪些局部名称（{_LIST_ZH}）？",
        "returns": "{0} 有几条 return 语句（写数字）？",
        "loops": "{0} 有几条 for 和 while 语句（写数字）？",
        "generator": "{0} 是生成器函数吗（是或否）？",
    },
}
SENTENCES = {
    "en": {
        "parameters": "Parameters of {0}: {1}.",
        "defaults": "Parameters of {0} with a default value: {1}.",
        "calls": "Names that {0} calls: {1}.",
        "raises": "Exceptions that {0} raises: {1}.",
        "attributes": "What {0} uses of self: {1}.",
        "locals": "Local names bound in {0}: {1}.",
        "returns": "Return statements in {0}: {1}.",
        "loops": "Loop statements in {0}: {1}.",
        "generator": "{0} as a generator function: {1}.",
    },
    "zh": {
        "parameters": "{0} 的参数：{1}。",
        "defaults": "{0} 中有默认值的参数：{1}。",
        "calls": "{0} 调用的名称：{1}。",
        "raises": "{0} 抛出的异常：{1}。",
        "attributes": "{0} 用到的 self 成员：{1}。",
        "locals": "{0} 绑定的局部名称：{1}。",
        "returns": "{0} 中的 return 语句数：{1}。",
        "loops": "{0} 中的循环语句数：{1}。",
        "generator": "{0} 是否为生成器函数：{1}。",
    },
}
