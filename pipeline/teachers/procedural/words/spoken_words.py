"""Spoken sentences, and what speech puts into them that writing leaves out.

The frames hold no commas and, in Chinese, no numeral outside {n} and {count}, so that an edit meets what it should.
"""

FILLERS = {
    "en": ("um", "uh", "er", "you know", "I mean", "sort of", "like I said", "basically", "hmm", "ah"),
    "zh": ("嗯", "呃", "那个什么", "就是说", "怎么说呢", "你知道吧", "反正吧", "然后呢", "哎呀", "这个嘛"),
}
SPOKEN = {
    "en": {
        "can't": "cannot",
        "don't": "do not",
        "didn't": "did not",
        "won't": "will not",
        "isn't": "is not",
        "wasn't": "was not",
        "couldn't": "could not",
        "we're": "we are",
        "they're": "they are",
        "I'm": "I am",
        "I've": "I have",
        "we'll": "we will",
        "gonna": "going to",
        "wanna": "want to",
        "gotta": "have to",
        "haven't": "have not",
        "'cause": "because",
        "lemme": "let me",
        "gimme": "give me",
        "dunno": "do not know",
    },
    "zh": {
        "咱们": "我们",
        "啥": "什么",
        "咋": "怎么",
        "俩人": "两个人",
        "老师傅": "师傅",
        "瞅": "看",
        "晓得": "知道",
        "好使": "好用",
        "忒": "太",
        "甭": "不用",
        "搁": "放",
        "打哪儿": "从哪里",
        "这儿": "这里",
        "那儿": "那里",
        "今儿": "今天",
        "明儿": "明天",
        "昨儿": "昨天",
    },
}
FRAMES = {
    "en": """
We can't find the {n} {thing} that {name} left in {place}.
I don't think {name} took all {n} {thing} to the market.
They didn't tell {name} about the {n} {thing} in the cellar.
We won't sell the {thing} before {name} comes back from {place}.
The road to {place} isn't open 'cause {n} trees fell on it.
The meeting wasn't long and {name} wrote down {n} questions.
I couldn't carry {n} {thing} up the stairs by myself.
We're gonna visit {name} in {place} for {n} days.
They're waiting for {n} parcels from {place}.
I'm gonna ask {name} for {n} more {thing}.
I've put {n} {thing} on the table for {name}.
We'll meet {name} at the station in {place} at {n} in the evening.
They wanna move to {place} with {n} friends.
You gotta count the {n} {thing} before {name} packs them.
My neighbours haven't seen {name} for {n} weeks.
I dunno why {name} keeps {n} {thing} under the bed.
The shop in {place} isn't cheap but it has {n} kinds of {thing}.
We're late 'cause the bus from {place} stopped {n} times.
Lemme show you the {n} {thing} that {name} painted.
Please gimme the list with the {n} names from {place}.
{name} couldn't open the box with the {n} {thing}.
{name} and {other} don't want to share the {n} {thing}.
The children wanna see the {thing} that {name} found near {place}.
I'm sure that {name} paid for {n} tickets to {place}.
We haven't washed the {n} {thing} for the fair in {place}.
{name} said the train to {place} wasn't on time for {n} days.
I've called {name} {n} times about the {thing}.
We gotta leave for {place} in {n} minutes.
The {thing} didn't arrive 'cause {name} wrote the wrong address.
They won't let {name} keep {n} {thing} in the office.
""",
    "zh": """
咱们今儿要给{name}送去{count}。
{name}昨儿在{place}买了{count}。
我不晓得{name}为啥需要{count}。
这儿的{thing}忒贵了所以{name}没买。
明儿咱们和{name}去{place}待{n}天。
{name}说那儿有{count}可以借给咱们。
你咋把{count}都搁在{name}的屋里了？
{name}打哪儿弄来了{count}？
甭担心{name}已经数过那{count}了。
我瞅见{name}把{count}装进了箱子。
昨儿{name}花了{n}块钱买{thing}。
这台机器挺好使的所以{place}的工厂订了{n}台。
{name}今儿晚上要坐{n}路公共汽车去{other}家。
咱们班有{n}个同学想去{place}旅行。
那儿的人都晓得{name}收藏了{count}。
{name}问我今儿为啥没带{thing}。
咱们甭等{name}了因为车还有{n}分钟就开了。
你把{count}搁这儿吧。
{name}和{other}今儿忙着数{count}。
我昨儿才晓得{name}搬到{place}去了。
{name}咋还没收到{other}寄的{count}？
老师傅教{name}修好了{n}把椅子。
今儿{place}来的客人想买{count}。
他们啥都没说就把{count}搬走了。
明儿{name}要给{n}个孩子讲故事。
""",
}
REPEATABLE = {
    "en": frozenset("the a we i they my to in at for and that you of on".split()),
    "zh": ("咱们", "今儿", "明儿", "昨儿", "我们", "他们", "那儿", "这儿"),
}
"""English words that a speaker says twice; Chinese ones likewise."""
STARTS = {
    "en": (
        "So I was",
        "The thing is that",
        "Well it was",
        "What I want",
        "You see there",
        "And then somebody",
        "Yesterday I thought",
        "Maybe they should",
        "It would be",
        "My sister once",
        "If only we",
        "The other day",
    ),
    "zh": (
        "我本来想",
        "其实我是",
        "他们好像",
        "前些天我",
        "要不是因为",
        "我的意思是",
        "后来大家",
        "说起来这事",
        "我记得当时",
        "你要是早点",
    ),
}
"""Beginnings that break off."""
