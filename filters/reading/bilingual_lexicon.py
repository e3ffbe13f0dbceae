"""A small English and Chinese lexicon in which words of the same meaning share one concept.

It serves the checking of translations: synonyms and variants are admitted, inflected forms are spelt out, and every
entry says what grammar needs (the number of an English noun, the form of a verb, the measure words of a Chinese noun).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a written form.

    `part` is a letter: N noun, A adjective, V verb, Q number, L measure word, P place, T time, X helper of the verb,
    C conjunction, and (Chinese alone) Z 在, D 的, S 里 or 上 after a place, U 了, J 都, K a comma. `forms` says which
    forms it may be: "one" and "many" for nouns, "base", "third" and "past" for verbs, the tenses "past", "future" and
    "habit" for times and helpers, with "not" for a negative helper.
    """

    part: str
    concept: str
    forms: frozenset[str] = frozenset()


NOUNS = """
    农民 农夫 农人|farmer|farmers|个 位 名
    老师 教师|teacher|teachers|个 位 名
    医生 大夫|doctor physician|doctors physicians|个 位 名
    学生|student pupil|students pupils|个 位 名
    画家|painter artist|painters artists|个 位 名
    歌手 歌唱家|singer|singers|个 位 名
    司机 驾驶员|driver|drivers|个 位 名
    护士|nurse|nurses|个 位 名
    律师|lawyer|lawyers|个 位 名
    工程师|engineer|engineers|个 位 名
    科学家|scientist|scientists|个 位 名
    记者 新闻记者|journalist reporter|journalists reporters|个 位 名
    裁缝|tailor|tailors|个 位 名
    水手 海员|sailor seaman|sailors seamen|个 位 名
    士兵 军人|soldier|soldiers|个 位 名
    和尚 僧人|monk|monks|个 位 名
    游客 旅客|tourist visitor|tourists visitors|个 位 名
    作家|writer author|writers authors|个 位 名
    木匠|carpenter|carpenters|个 位 名
    渔夫 渔民|fisherman|fishermen|个 位 名
    孩子 小孩 儿童|child kid|children kids|个 位 名
    女人 妇女 女子|woman|women|个 位 名
    男人 男子|man|men|个 位 名
    女孩 女孩子 姑娘|girl|girls|个 位 名
    男孩 男孩子|boy|boys|个 位 名
    服务员 侍者|waiter|waiters|个 位 名
    音乐家|musician|musicians|个 位 名
    厨师|chef cook|chefs cooks|个 位 名
    商人|merchant trader businessman|merchants traders businessmen|个 位 名
    教授|professor|professors|个 位 名
    园丁|gardener|gardeners|个 位 名
    牙医 牙科医生|dentist|dentists|个 位 名
    飞行员|pilot|pilots|个 位 名
    苹果|apple|apples|个 只
    梨 梨子|pear|pears|个 只
    橙子 橘子|orange|oranges|个 只
    鸡蛋 蛋|egg|eggs|个 枚 只
    蛋糕|cake|cakes|个 块
    西瓜|watermelon melon|watermelons melons|个
    土豆 马铃薯|potato|potatoes|个 颗
    西红柿 番茄|tomato|tomatoes|个 颗
    胡萝卜|carrot|carrots|根 个
    香蕉|banana|bananas|根 个 只
    蘑菇|mushroom|mushrooms|个 朵 只
    桃子 桃|peach|peaches|个 只
    柠檬|lemon|lemons|个 只 颗
    南瓜|pumpkin|pumpkins|个
    马|horse|horses|匹
    牛 奶牛 母牛|cow|cows|头
    羊 绵羊|sheep|sheep|只 头
    猫|cat|cats|只
    狗|dog|dogs|条 只
    鸡|chicken hen|chickens hens|只
    兔子 兔|rabbit|rabbits|只
    鱼|fish|fish fishes|条
    鸭子 鸭|duck|ducks|只
    鸟|bird|birds|只
    鹅|goose|geese|只
    老鼠 鼠|mouse|mice|只
    猴子 猴|monkey|monkeys|只
    猪|pig|pigs|头 只
    书 书本|book|books|本
    信 信件|letter|letters|封
    地图|map|maps|张 幅 份
    报纸|newspaper paper|newspapers papers|份 张
    词典 字典|dictionary|dictionaries|本 部
    小说|novel|novels|本 部 篇
    照片 相片|photograph photo picture|photographs photos pictures|张 幅
    诗 诗歌|poem|poems|首
    故事|story|stories|个 篇
    杂志|magazine|magazines|本 份
    报告|report|reports|份 篇 个
    椅子|chair|chairs|把 张
    桌子|table desk|tables desks|张
    灯|lamp|lamps|盏 个
    钟 时钟|clock|clocks|个 座 台
    杯子|cup glass|cups glasses|个 只
    碗|bowl|bowls|个 只
    刀 刀子|knife|knives|把
    伞 雨伞|umbrella|umbrellas|把
    钥匙|key|keys|把 个
    箱子 盒子|box case|boxes cases|个 只
    自行车 单车|bicycle bike|bicycles bikes|辆
    船|boat ship|boats ships|条 艘 只
    钢琴|piano|pianos|架 台
    鼓|drum|drums|面 个
    吉他|guitar|guitars|把
    照相机 相机|camera|cameras|台 架 部 个
    电脑 计算机|computer|computers|台 部
    手表 表|watch|watches|块 只
    篮子|basket|baskets|个 只
    小提琴|violin|violins|把
    玩具|toy|toys|个 件
    镜子|mirror|mirrors|面 个 块
    花瓶|vase|vases|个 只
    衬衫 衬衣|shirt|shirts|件
    帽子|hat cap|hats caps|顶 个
    裙子|skirt|skirts|条
    大衣 外衣|coat overcoat|coats overcoats|件
    围巾|scarf|scarves scarfs|条
    毛衣|sweater jumper pullover|sweaters jumpers pullovers|件
    夹克 夹克衫|jacket|jackets|件
"""
"""Chinese forms | English, one | English, many | measure words."""

ADJECTIVES = """
    年轻|young; 疲倦 疲惫 累|tired weary; 快乐 高兴 开心|happy cheerful; 贫穷 穷 贫困|poor
    富有 有钱 富裕|rich wealthy; 聪明|clever smart intelligent; 懒惰 懒|lazy; 勇敢|brave; 饥饿 饿|hungry
    礼貌 有礼貌|polite; 害羞|shy; 诚实|honest; 友好 友善|friendly; 强壮|strong; 善良 和善|kind; 严格 严厉|strict
    耐心 有耐心|patient; 好奇|curious; 骄傲 自豪|proud; 安静 文静|quiet; 外国|foreign; 高大 高 个子高|tall
    愤怒 生气|angry; 新鲜|fresh; 甜|sweet; 酸|sour; 成熟 熟|ripe; 大|big large; 小|small little; 便宜|cheap
    美味 好吃|delicious tasty; 白 白色|white; 黑 黑色|black; 红 红色|red; 蓝 蓝色|blue; 绿 绿色|green
    黄 黄色|yellow; 肥 胖|fat; 健康|healthy; 活泼|lively; 奇怪 古怪|strange odd; 野生 野|wild; 新|new; 旧 老旧|old
    厚|thick; 有趣 有意思|interesting; 无聊 乏味|boring dull; 著名 有名 出名|famous; 重要|important
    漂亮 美丽 好看|beautiful pretty; 昂贵 贵|expensive; 重 沉|heavy; 干净 清洁|clean; 脏|dirty; 暖和 温暖|warm
    长|long
"""
"""Chinese forms | English forms; all without 的."""

VERBS = """
    买 购买|buy buys bought,purchase purchases purchased; 卖 卖掉 出售|sell sells sold; 看见 看到 见到|see sees saw
    找到 发现|find finds found,discover discovers discovered; 偷 偷走|steal steals stole
    挑选 选 选择 挑|choose chooses chose,select selects selected; 数|count counts counted; 画|draw draws drew
    丢失 丢 弄丢|lose loses lost; 洗 清洗|wash washes washed; 吃|eat eats ate; 摘 采摘 采|pick picks picked
    品尝 尝|taste tastes tasted; 分享|share shares shared; 喂|feed feeds fed; 追赶 追|chase chases chased
    养 饲养|raise raises raised,keep keeps kept; 抓住 捉住 抓到|catch catches caught; 称|weigh weighs weighed
    读 阅读 看|read reads read; 写|write writes wrote; 翻译|translate translates translated
    打印 印刷|print prints printed; 讨论|discuss discusses discussed; 描述 描写|describe describes described
    抄写 抄 复制|copy copies copied; 修理 修 修好|repair repairs repaired,fix fixes fixed; 搬|carry carries carried
    借|borrow borrows borrowed; 制作 做 制造|make makes made; 藏 隐藏|hide hides hid
    收集 收藏|collect collects collected; 订购 订|order orders ordered; 缝补 补|mend mends mended
    展示 出示|show shows showed
"""
"""Chinese forms | base, third person and past, a comma between synonyms."""

PLACES = """
    市场 集市|market; 图书馆|library; 公园|park; 车站 火车站|station; 花园|garden; 学校|school; 医院|hospital
    村子 村庄 村|village; 河边|river|by at near beside; 厨房|kitchen; 机场|airport; 博物馆|museum; 森林 树林|forest
    海滩 沙滩|beach|on at; 办公室|office; 岛 岛屿|island|on; 商店 店|shop store; 港口 港|harbour harbor port
    旅馆 酒店 宾馆|hotel; 农场|farm|on at; 寺庙 庙|temple; 工厂|factory; 镇 城镇 小镇|town
    剧院 剧场|theatre theater
"""
"""Chinese forms | English forms | prepositions if they are others than at, in and inside."""

TIMES = """
    昨天 昨日|yesterday|past; 上周 上个星期 上星期 上个周|last week|past; 上个月 上月|last month|past
    去年|last year|past; 昨晚 昨天晚上 昨夜|last night|past; 前天|the day before yesterday|past
    两天前|two days ago|past; 一小时前 一个小时前|an hour ago,one hour ago|past; 明天 明日|tomorrow|future
    下周 下个星期 下星期|next week|future; 下个月 下月|next month|future; 明年|next year|future
    明天早上 明早 明天早晨|tomorrow morning|future; 后天|the day after tomorrow|future; 每天 天天|every day|habit
    每天早上 每天早晨 每个早上|every morning|habit; 每周 每个星期 每星期|every week|habit; 每年|every year|habit
    每个星期天 每周日 每个星期日 每星期天 每周天|every sunday|habit; 每天晚上 每晚|every evening,every night|habit
    每年夏天 每个夏天 每年夏季|every summer|habit
"""
"""Chinese forms | English forms, parted by commas | tense."""

NUMBERS = "一|a an one; 两 二|two; 三|three; 四|four; 五|five; 六|six; 七|seven; 八|eight; 九|nine; 十|ten"
"""Chinese forms | English forms, from one upwards."""

ENGLISH_HELPERS = """
    did not,didn't|past not; do not,don't|habit not base; does not,doesn't|habit not third; will|future
    will not,won't|future not; is going to|future third; are going to|future base
"""
"""Helpers with the tense they make; "third" and "base" where they agree with one or with several."""

CHINESE_HELPERS = """
    会|future habit; 将 将会 要 将要|future; 没 没有|past not; 不会|future habit not; 将不会|future not
    不|habit future not
"""
CHINESE_PARTICLES = (
    "Z|在; D|的; S|里 上 中 里面 上面; U|了; J|都; K|，; C|但是 但 可是 不过|but; C|而 而且 并且 同时|and"
)


def _rows(text: str) -> Iterator[list[str]]:
    for row in text.replace("\n", ";").split(";"):
        if row.strip():
            yield [cell.strip() for cell in row.split("|")]


def entries() -> Iterator[tuple[str, str, Word]]:
    """(language, written form, word) for every form there is; a concept goes by its first Chinese form."""
    for chinese, one, many, _ in _rows(NOUNS):
        concept = chinese.split()[0]
        yield from (("zh", form, Word("N", concept, frozenset({"one", "many"}))) for form in chinese.split())
        for form in {*one.split(), *many.split()}:
            number = {name for name, forms in (("one", one), ("many", many)) if form in forms.split()}
            yield "en", form, Word("N", concept, frozenset(number))
    for chinese, english in _rows(ADJECTIVES):
        word = Word("A", chinese.split()[0])
        yield from (("zh", form, word) for form in chinese.split())
        yield from (("en", form, word) for form in english.split())
    for chinese, english in _rows(VERBS):
        concept = chinese.split()[0]
        yield from (("zh", form, Word("V", concept)) for form in chinese.split())
        for base, third, past in (synonym.split() for synonym in english.split(",")):
            yield "en", third, Word("V", concept, frozenset({"third"}))
            if base == past:
                yield "en", base, Word("V", concept, frozenset({"base", "past"}))
            else:
                yield "en", base, Word("V", concept, frozenset({"base"}))
                yield "en", past, Word("V", concept, frozenset({"past"}))
    for chinese, english, *prepositions in _rows(PLACES):
        word = Word("P", chinese.split()[0])
        yield from (("zh", form, word) for form in chinese.split())
        for preposition in (prepositions or ["at in inside"])[0].split():
            yield from (("en", f"{preposition} the {form}", word) for form in english.split())
    for chinese, english, tense in _rows(TIMES):
        word = Word("T", chinese.split()[0], frozenset({tense}))
        yield from (("zh", form, word) for form in chinese.split())
        yield from (("en", form, word) for form in english.split(","))
    for count, (chinese, english) in enumerate(_rows(NUMBERS), 1):
        word = Word("Q", str(count))
        yield from (("zh", form, word) for form in (*chinese.split(), str(count)))
        yield from (("en", form, word) for form in (*english.split(), str(count)))
    yield from _helpers()


def _helpers() -> Iterator[tuple[str, str, Word]]:
    for english, forms in _rows(ENGLISH_HELPERS):
        yield from (("en", form, Word("X", form, frozenset(forms.split()))) for form in english.split(","))
    for conjunction in ("and", "but"):
        yield "en", conjunction, Word("C", conjunction)
    for chinese, forms in _rows(CHINESE_HELPERS):
        yield from (("zh", form, Word("X", form, frozenset(forms.split()))) for form in chinese.split())
    for part, chinese, *concept in _rows(CHINESE_PARTICLES):
        yield from (("zh", form, Word(part, concept[0] if concept else "")) for form in chinese.split())
    for measure in sorted({measure for *_, cell in _rows(NOUNS) for measure in cell.split()}):
        yield "zh", measure, Word("L", measure)


@cache
def lexicon(language: str) -> dict[str, Word]:
    """Every written form of "en" or "zh" and its reading. No form has two: the lexicon is kept free of homonyms."""
    return {form: word for found, form, word in entries() if found == language}


@cache
def measures() -> dict[str, frozenset[str]]:
    """By concept of a noun, the measure words that go with it."""
    return {chinese.split()[0]: frozenset(cell.split()) for chinese, _, _, cell in _rows(NOUNS)}
