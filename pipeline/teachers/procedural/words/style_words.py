"""Informal words with their formal counterparts, and sentences that hold some.

A frame has the informal words in angle brackets. Each pair serves both ways, so no word has two partners.
"""

FORMAL = {
    "en": {
        "kids": "children",
        "buy": "purchase",
        "need": "require",
        "get in touch with": "contact",
        "ask for": "request",
        "help": "assist",
        "fix": "repair",
        "start": "commence",
        "look into": "investigate",
        "find out": "ascertain",
        "put off": "postpone",
        "a lot of": "numerous",
        "loads of": "abundant",
        "okay": "acceptable",
        "boss": "supervisor",
        "so": "therefore",
        "can't": "cannot",
        "won't": "will not",
        "sorry about": "we apologise for",
        "thanks for": "we are grateful for",
        "hi": "dear",
        "cheap": "inexpensive",
        "tell": "inform",
        "show up": "appear",
        "get rid of": "discard",
        "go up": "increase",
        "guys": "colleagues",
        "stuff": "material",
        "right away": "immediately",
        "talk about": "discuss",
        "let in": "admit",
        "enough": "sufficient",
    },
    "zh": {
        "咱们": "我们",
        "娃": "孩子",
        "老板": "负责人",
        "啥时候": "何时",
        "买": "购买",
        "修": "维修",
        "帮": "协助",
        "想要": "希望获得",
        "问问": "询问",
        "聊聊": "商议",
        "马上": "立即",
        "跟": "与",
        "不行": "无法办到",
        "好多": "大量",
        "没法": "无法",
        "来不了": "不能出席",
        "谢谢": "谨致谢意",
        "不好意思": "谨致歉意",
        "告诉": "告知",
        "晚点": "稍后",
        "扔掉": "予以处理",
        "涨了": "有所上升",
        "得派人": "须派员",
    },
}
FRAMES = {
    "en": """
<hi> {name}, the <kids> in {place} <need> {n} {thing}.
We want to <buy> {n} <cheap> {thing} from the shop in {place}.
<thanks for> the {n} {thing} that {name} sent to {place}.
<sorry about> the delay with the {n} {thing} for {name}.
Please <get in touch with> {name} if the {thing} are not <okay>.
Our <boss> {name} <can't> come to {place} before day {n}.
We <need> <a lot of> {thing} and {name} has only {n}.
Could you <help> {name} to <fix> the {n} {thing}?
The course in {place} will <start> in {n} days and {name} will teach it.
{name} will <look into> the matter of the {n} lost {thing}.
We must <find out> who left {n} {thing} in {place}.
The <guys> from {place} want to <put off> the meeting by {n} days.
The price of {thing} will <go up> by {n} dollars and <so> {name} must hurry.
{name} asked the <guys> to <get rid of> {n} old {thing}.
The {n} {thing} in {place} are <cheap> and <okay>.
We <won't> <let in> {name} without the {n} {thing}.
Please <tell> {name} that {n} guests will <show up> in {place}.
{name} has <loads of> <stuff> about {place} and {n} maps.
You should <ask for> {n} more {thing} <right away>.
{name} and {other} will <talk about> the {n} {thing} in {place}.
There are not <enough> {thing} for the {n} <kids> from {place}.
<sorry about> the {n} {thing} that our <boss> {name} <can't> <fix>.
The <kids> <won't> <start> without {name} and the {n} {thing}.
Does {name} <need> more <stuff> from {place} for the {n} guests?
Please <tell> the <boss> that {n} {thing} are <enough>.
""",
    "zh": """
<谢谢>{name}寄来的{count}。
<不好意思>，{name}订的{count}还没到{place}。
<咱们>要<买>{count}送到{place}。
<老板>{name}明天<来不了>。
请<告诉>{name}，{place}的客人<想要>{count}。
{name}<啥时候>能把{count}运到{place}？
<咱们><得派人><跟>{name}<聊聊>{place}的事。
{name}的<娃>在{place}上学，<想要>{count}。
请<马上><帮>{name}把{count}装箱。
工厂<没法>在{n}天内做完{count}。
{place}的{thing}<涨了>{n}元。
请<晚点><问问>{name}要不要{count}。
{name}说那样<不行>，仓库里只有{count}。
{place}来了<好多>客人，{name}准备了{count}。
{name}想把{n}台旧机器<扔掉>。
师傅<马上>去{place}<修>那{n}台机器。
<咱们>替{name}准备了{count}。
<老板><跟>{name}约好在{place}见面。
{name}<没法>一次搬走{count}。
请<问问>{place}的<老板>，{count}够不够。
""",
}
