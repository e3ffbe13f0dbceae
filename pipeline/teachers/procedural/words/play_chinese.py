"""Scenes of riddles and roles in Chinese."""

from pipeline.teachers.procedural.solving.drafting import Scene
from pipeline.teachers.procedural.words.play_english import RIDDLES, ROLES

ANSWERS = {
    "钟表": ("有脸没有眼睛|有针不会缝衣|整天走路不出门", "墙上"),
    "蜡烛": ("年轻时个子高|一边干活一边流泪|一口气就能让我睡着", "桌上"),
    "河流": ("有床从来不睡觉|有口从来不吃饭|没有脚却跑得远", "山谷里"),
    "镜子": ("什么都给你看，什么都不留下|你举右手我举左手|从来不说谎", "门厅里"),
    "影子": ("跟着你走不出声|中午最矮|天一黑就不见了", "街上"),
    "雨伞": ("别人回家我张开|自己淋湿让你干|有骨头没有心", "门后"),
    "邮票": ("坐在角落走天下|身上有齿不咬人|每次出门都替人付钱", "邮局"),
    "梳子": ("有牙不吃饭|家里的头我都去过|专治乱蓬蓬", "浴室里"),
    "雪人": ("生在最冷的时候|鼻子常是胡萝卜|太阳是我的对头", "院子里"),
    "风筝": ("不长羽毛也能飞|身上拴线还跳舞|没有风就没精神", "山坡上"),
    "梯子": ("台阶不少，自己却不走|我靠着，你升高|搬来搬去都靠人", "库房里"),
    "月亮": ("有时圆，有时弯|白天休息夜里上班|自己不发光，照样亮堂堂", "屋顶上"),
}


def riddle(answer: str, clues: str, place: str) -> Scene:
    first, second, third = clues.split("|")
    return Scene(
        RIDDLES,
        f"zh_riddle_{answer}",
        f"一则谜底是“{answer}”的谜语（谜面里不能出现谜底）",
        "{asker}想{when}考考{listener}和{friends}。",
        f"[{{asker}}给{{listener}}出一则谜语|{{listener}}，听{{asker}}说个谜语|{{asker}}的谜语，请{{listener}}猜一猜]：\n\n"
        f"[{first}，\n{second}，|{second}，\n{first}，]\n{third}。\n[要找我，去{place}看看|{{when}}在{place}常能见到我|我多半在{place}]。\n"
        "[{friends}都认得我|{friends}和我最熟|不懂就问{friends}]。{extra}\n[我是什么？|猜猜我是什么？|你说我是什么？]",
        {
            "asker": "@person",
            "listener": "@person",
            "friends": "诗人|孩子们|老奶奶|水手|老师|旅客|面包师|士兵|农夫",
            "when": "早上|夜里|冬天|星期天|下雨天|放学后|假期里",
        },
        "listener asker friends",
        {"avoids": (answer,), "closes": "我是什么"},
        extras=(("@person", "连{more}也没猜出来。"),),
    )


SCENES = (
    *(riddle(answer, *rest) for answer, rest in ANSWERS.items()),
    Scene(
        ROLES,
        "zh_role",
        "一段角色扮演的回答",
        "你是{place}的{role}，名叫{name}，随身带着{thing}。{guest}问你：“{question}？”请始终以这个身份回答"
        "，开头用“{hello}”问候，最后一行用“{bye}”道别。",
        "{hello}，{guest}。[我是{name}，{place}的{role}|人家叫我{name}，在{place}当{role}|在下{name}，"
        "{role}一个，家在{place}]。\n\n"
        "[你问{question}|你想知道{question}|“{question}”，这就是你的问题]？[这话以前也有人问过|问得好|坐下"
        "来，说来话长]。[当了这么多年{role}|自从当上{role}|做{role}的人都明白]，"
        "[我只学会一件事|我信一句话|有一点忘不得]：{advice}。[年轻时我也不信|这是我母亲说的，她说对了|为弄"
        "懂它，我花了三个冬天]。\n\n"
        "[看看{thing}吧|你看见{thing}没有|来，拿着{thing}]，[给多少金子我也不换|它陪我比哪个朋友都久|它比地"
        "图和书本说得更多]。[在{place}多待一天|在{place}慢慢走走|到了{place}就提我的名字]，[你会懂的|有难处"
        "再来找我|天气就要变了]。{extra}\n\n{bye}",
        {
            "role": "老船长|灯塔看守|客栈掌柜|宫廷观星师|登山向导|机器人管家|乡村医生|退休侦探|驯龙人|博物馆里的幽灵",
            "name": "@person",
            "guest": "@person",
            "place": "@town",
            "question": "什么是勇气|怎样找到路|这里该吃点什么|为什么这么安静|谁值得信任|暴雨几时来|什么值得留下",
            "advice": "慢慢走的人会先到|分着吃的饭最香|心静才看得远|学习从来不嫌晚|风不会说谎|小灯也能赶走黑暗",
            "thing": "这把铜钥匙|这个旧罗盘|这盏蓝灯笼|这只裂了的杯子|这个银哨子|这件旧大衣",
            "hello": "远道辛苦|晚上好|快请进|有失远迎|久等了|幸会",
            "bye": "一路顺风|后会有期|出门小心台阶|愿你路上不遇雨|早些歇息",
        },
        "name place thing role guest",
        {"opens": "{hello}", "closes": "{bye}"},
        extras=(("@person", "替我问候{more}。"), ("@money", "它当年花了我{more}。")),
    ),
)
