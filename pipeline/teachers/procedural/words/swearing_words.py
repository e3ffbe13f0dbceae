"""Annoyed remarks with mild or invented expletives: {x} is where one stands, before a noun or an adjective.

Before an English sentence an outburst may stand, set off by a comma. All expletives are mild, and some are invented.
"""

EXPLETIVES = {
    "en": (
        "darn", "damn", "blasted", "confounded", "dratted", "flipping", "blooming", "infernal", "darned", "ruddy",
        "glarking", "zonking", "frakking", "snorfing", "accursed", "wretched",
    ),
    "zh": ("该死的", "见鬼的", "可恶的", "天杀的", "挨千刀的", "倒霉催的", "讨厌的", "烦死人的", "混账", "蠢到家的"),
}  # fmt: skip
OUTBURSTS = {
    "en": ("damn it", "darn it", "drat", "blast it", "oh bother", "good grief", "dang it", "for crying out loud"),
    "zh": ("真见鬼", "活见鬼", "该死", "我呸", "气死我了", "见了鬼了"),
}
FRAMES = {
    "en": """
The {x} bus to {place} was late again and {name} missed the meeting.
I waited {n} minutes for that {x} clerk to find my papers.
{name} left the {x} {thing} in the rain for {n} days.
My {x} computer lost the report about the {thing}.
Who put {n} {x} {thing} on my desk?
It is a {x} awful road from here to {place}.
We paid for {n} {thing} and got a {x} empty box.
{name} says that this {x} printer eats every page.
The neighbours in {place} play their {x} drums until midnight.
Nobody told me that the {x} office in {place} was closed.
Take your {x} {thing} off the kitchen table!
There is a {x} ugly crack in the window of our shop.
The {x} contract has {n} pages and {name} read none of them.
I cannot open this {x} jar without the help of {name}.
Our {x} boss wants {n} reports by tomorrow.
{name} and {other} argued about the {x} {thing} all day.
He bought an {x} useful lamp but the {x} switch broke.
Why does {name} never answer the {x} phone?
The cat of {name} sat on my {x} {thing} again.
This {x} rain has ruined our trip to {place}.
Please tell {name} to turn down that {x} radio.
It took a {x} entire week to send {n} {thing} to {place}.
The {x} lift is broken and we live on floor {n}.
Somebody ate the {n} {x} rolls that I baked for {name}.
{name} has an {x} old car that stops every {n} minutes.
They built a {x} enormous wall behind the house of {name}.
The {x} manual for the {thing} is useless.
Give me back the {x} keys before {name} comes home.
I wrote {n} letters to that {x} company in {place}.
The {x} train stood in {place} for {n} minutes.
""",
    "zh": """
那辆{x}公共汽车又晚点了，害得{name}没赶上会议。
我等了{n}分钟，那个{x}职员才找到我的文件。
{name}把{x}{thing}在雨里放了{n}天。
这台{x}电脑把关于{thing}的报告弄丢了。
谁把这些{x}{thing}堆在我桌子上了？
从这里到{place}的那条{x}路坑坑洼洼。
我们付了{n}个人的钱，却只拿到一个{x}空箱子。
{name}说这台{x}打印机每天都卡纸。
{place}的邻居半夜还在敲那面{x}鼓。
没人告诉我{place}的{x}办公室今天关门。
把你的{x}{thing}从厨房里拿走！
{x}合同有{n}页，{name}连看都没看。
这个{x}瓶盖连{name}也拧不开。
我们那个{x}老板明天就要{n}份报告。
{name}和{other}为了那些{x}{thing}吵了整整半天。
{name}怎么从来不接那部{x}电话？
{name}家的猫又坐到我的{x}{thing}上了。
这场{x}大雨毁了我们去{place}的旅行。
请告诉{name}把那台{x}收音机关小声点。
{x}电梯坏了，而我们住在{n}楼。
有人把我给{name}留的{x}点心吃光了。
{name}的那辆{x}旧车每开{n}分钟就熄火。
他们在{name}家后面砌了一堵{x}高墙。
那家{x}公司在{place}，我已经写了{n}封信。
{x}火车在{place}停了{n}分钟。
""",
}
