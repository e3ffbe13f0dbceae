"""Words that say nothing by themselves, in English and Chinese: the project's own short lists.

Beside articles, pronouns and particles they hold the words in which a request is wrapped (please, could you, 请告诉我),
so that a request that is only wrapped anew has no word of its own left. Words that can be a whole answer (yes, no, not,
是, 不, 有) are none of them.
"""

ENGLISH = frozenset(
    (
        "a an the this that these those it its there here and or but so then of to in on at by for from with as into "
        "about is are was were be been being am do does did done has have had will would can could shall should may "
        "might must i me my mine we us our ours you your yours he him his she her hers they them their theirs "
        "who whom whose which what when where how if than too very just also only own same such some any each both "
        "all more most s t re ve ll m d "
        "please kindly let lets help tell give provide explain describe say show want like know need"
    ).split()
)

CHINESE_PHRASES = (
    "请问 请你 请您 请帮我 帮我 麻烦你 麻烦您 麻烦 告诉我 告诉 给我 我想知道 我想 想知道 "
    "能不能 能否 可不可以 是否可以 可以 一下 什么是 是什么 什么 怎么样 怎样 怎么 如何 "
    "哪些 哪个 这个 那个 这些 那些 一个 一些 一种 我们 你们 他们 它们 "
    "解释 说明 描述 介绍 提供 给出 谢谢 关于 对于 以及 并且 还有 其中 进行"
).split()
"""Taken out before the single characters, the longest first."""

CHINESE = frozenset(
    "的了在和与或及而且并也都就还又很更我你您他她它们这那其之以于对把被从到为向给让由请吗呢吧啊呀哦嘛着过得地"
)
