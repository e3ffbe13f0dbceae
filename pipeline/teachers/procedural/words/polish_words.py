"""Wordy phrases with their short forms, and sentences that hold one each; words that say nothing more.

A frame names its phrase in angle brackets. `EMPTY` are words to leave out, which stand where a frame has {x}.
"""

WORDY = {
    "en": {
        "in order to": "to",
        "due to the fact that": "because",
        "at this point in time": "now",
        "in the event that": "if",
        "has the ability to": "can",
        "a large number of": "many",
        "in spite of the fact that": "although",
        "with regard to": "about",
        "in the near future": "soon",
        "until such time as": "until",
        "make a decision about": "decide on",
        "on a daily basis": "daily",
        "for the purpose of": "for",
        "in close proximity to": "near",
        "prior to": "before",
        "subsequent to": "after",
        "take into consideration": "consider",
        "the majority of": "most",
        "in the course of": "during",
        "is in possession of": "has",
        "give an explanation of": "explain",
        "with the exception of": "except",
        "each and every": "every",
        "completely finished": "finished",
        "free gift": "gift",
        "advance warning": "warning",
        "final outcome": "outcome",
        "past history": "history",
    },
    "zh": {
        "由于这样一个原因": "因此",
        "在目前这个时候": "现在",
        "进行了修理": "修理了",
        "进行了检查": "检查了",
        "做出了决定": "决定",
        "大约左右": "大约",
        "凯旋归来": "凯旋",
        "免费赠送": "赠送",
        "过去的历史": "的历史",
        "提前预先": "提前",
        "在不久的将来": "不久",
        "所有全部": "全部",
        "亲眼目睹": "目睹",
        "每一个人都": "人人都",
        "非常十分": "非常",
        "互相彼此": "互相",
        "再次重新": "重新",
        "能够可以": "可以",
        "为了能够": "为了",
        "由此可以看出": "可见",
        "基本上大致": "大致",
        "最后的结局": "结局",
    },
}
EMPTY = {
    "en": ("very", "really", "basically", "actually", "quite", "literally", "definitely", "truly"),
    "zh": ("其实", "真的", "说实话", "确实", "总的来说", "毫无疑问", "从某种程度上讲"),
}
FRAMES = {
    "en": """
{name} went to {place} <in order to> buy {n} {x} old {thing}.
The fair was cancelled <due to the fact that> the {thing} from {place} were {x} late.
<at this point in time> {name} has {n} {x} good {thing} in the shop.
Please call {name} <in the event that> the {thing} are {x} wet.
The new machine <has the ability to> pack {n} {thing} in a {x} short time.
<a large number of> {x} curious visitors came to {place} with {name}.
{name} bought the {thing} <in spite of the fact that> they were {x} expensive.
I wrote to {name} <with regard to> the {x} strange {thing} from {place}.
<in the near future> a {x} small museum will open in {place}.
We keep the {thing} <until such time as> {name} finds a {x} dry room.
{name} must <make a decision about> the {n} {x} cheap {thing}.
{name} counts the {n} {thing} <on a daily basis> with {x} great care.
We rented a {x} large hall <for the purpose of> the fair in {place}.
{name} lives <in close proximity to> a {x} busy market in {place}.
Count the {n} {thing} <prior to> the {x} long journey to {place}.
<subsequent to> the {x} heavy storm {name} found {n} broken {thing}.
The judges will <take into consideration> that {name} is {x} young.
<the majority of> the {n} {thing} from {place} are {x} cheap.
{name} lost {n} {thing} <in the course of> a {x} short trip.
The museum in {place} <is in possession of> {n} {x} rare {thing}.
{name} will <give an explanation of> the {x} odd rules for the {thing}.
All guests <with the exception of> {name} liked the {x} spicy soup.
<each and every> guest from {place} got a {x} fresh roll and {n} {thing}.
The work on the {n} {thing} is <completely finished> and {name} is {x} glad.
Every buyer of {n} {thing} gets a {x} pretty <free gift> from {name}.
Without <advance warning> a {x} loud alarm woke everyone in {place}.
The <final outcome> of the {x} long match was known to {name} at once.
The <past history> of {place} fills {n} {x} thick volumes.
""",
    "zh": """
天下雨了，<由于这样一个原因>{name}{x}没有去{place}。
<在目前这个时候>，{name}{x}还欠{other}{count}。
{name}{x}对那辆旧车<进行了修理>。
{name}{x}对从{place}运来的{thing}<进行了检查>。
{name}{x}<做出了决定>，要把{count}送给{other}。
从{place}到{name}家{x}<大约左右>要走{n}分钟。
{name}的球队{x}从{place}<凯旋归来>。
那家商店{x}<免费赠送>顾客{count}。
{name}{x}很了解{place}<过去的历史>。
{name}{x}<提前预先>订了去{place}的车票。
<在不久的将来>，{place}{x}会建起新的图书馆。
{name}{x}把<所有全部>的{thing}都装进了箱子。
{name}{x}<亲眼目睹>了{place}的那场大火。
<每一个人都>{x}喜欢{name}做的点心。
{name}收到{count}时{x}<非常十分>高兴。
{name}和{other}{x}<互相彼此>帮助了{n}年。
{name}{x}<再次重新>数了那{count}。
这个箱子{x}<能够可以>装下{count}。
<为了能够>买到{thing}，{name}{x}排了{n}分钟的队。
<由此可以看出>，{name}{x}不想卖掉那{count}。
{place}的新桥{x}<基本上大致>完工了。
{name}{x}猜到了故事<最后的结局>。
""",
}
DOUBLED = frozenset("the to in of and from with that for".split())
"""English words that are typed twice."""
