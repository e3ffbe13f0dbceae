"""Ideas of the `emoji` family: words for who does what, where and when, and the emoji that show each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea in English and Chinese, and its emoji, the most telling first."""

    words: dict[str, str]
    emoji: tuple[str, ...]


def ideas(text: str) -> tuple[Idea, ...]:
    """A table of lines "english | chinese | emoji"."""
    rows = (line.split("|") for line in text.strip().splitlines())
    return tuple(Idea({"en": en.strip(), "zh": zh.strip()}, tuple(emoji.split())) for en, zh, emoji in rows)


WHO = ideas("""
    my dog | 我的狗 | 🐶 🐕 🐾
    our cat | 我家的猫 | 🐱 🐈 🐾
    a fox | 一只狐狸 | 🦊 🐾
    two pandas | 两只熊猫 | 🐼 🎋
    the teacher | 老师 | 👩‍🏫 🏫
    a farmer | 一个农民 | 👨‍🌾 🚜
    the doctor | 医生 | 👩‍⚕️ 🩺
    a robot | 一个机器人 | 🤖 🦾
    grandma | 奶奶 | 👵 🧶
    grandpa | 爷爷 | 👴 👓
    my family | 我们一家 | 👪 🏡
    two friends | 两个朋友 | 👭 🤝
    the king | 国王 | 🤴 👑
    a clown | 一个小丑 | 🤡 🎪
    an astronaut | 一个宇航员 | 👨‍🚀 🚀
    the firefighter | 消防员 | 👩‍🚒 🚒
    a baby | 一个宝宝 | 👶 🍼
    a ghost | 一个幽灵 | 👻 🕸️
    a pirate | 一个海盗 | 🏴‍☠️ 🦜
    the bear | 那只熊 | 🐻 🍯
    a rabbit | 一只兔子 | 🐰 🥕
    the monkey | 猴子 | 🐵 🍌
    a penguin | 一只企鹅 | 🐧 🧊
    the bride | 新娘 | 👰 💍
    a detective | 一个侦探 | 🕵️ 🔎
    the lion | 狮子 | 🦁 🐾
    an elephant | 一头大象 | 🐘 🐾
    a frog | 一只青蛙 | 🐸 🪷""")

DOES = ideas("""
    plays football | 踢足球 | ⚽ 🥅
    sings a song | 唱歌 | 🎤 🎵
    dances | 跳舞 | 💃 🪩
    drinks coffee | 喝咖啡 | ☕ 🫘
    eats pizza | 吃比萨 | 🍕 🧀
    reads a book | 看书 | 📖 🔖
    paints a picture | 画画 | 🎨 🖌️
    rides a bicycle | 骑自行车 | 🚲 🚴
    takes photos | 拍照 | 📷 📸
    bakes a cake | 烤蛋糕 | 🎂 🧁
    plays the guitar | 弹吉他 | 🎸 🎶
    catches a fish | 钓鱼 | 🎣 🐟
    writes a letter | 写信 | ✉️ ✍️
    swims | 游泳 | 🏊 🩱
    sleeps | 睡觉 | 😴 💤
    laughs | 大笑 | 😂 😄
    cries | 哭 | 😢 😭
    plants a tree | 种树 | 🌱 🌳
    drives a car | 开车 | 🚗 🛞
    watches a film | 看电影 | 🎬 🍿
    eats ice cream | 吃冰淇淋 | 🍦 🍨
    plays chess | 下棋 | ♟️ 🤔
    opens a present | 拆礼物 | 🎁 🎀
    flies a kite | 放风筝 | 🪁 💨
    wins a medal | 得奖牌 | 🥇 🏆
    falls in love | 恋爱 | 😍 ❤️
    counts money | 数钱 | 💰 🪙
    picks flowers | 采花 | 💐 🌷
    has a cold | 感冒 | 🤧 🤒
    plays the drum | 打鼓 | 🥁 👏""")

WHERE = ideas("""
    on the beach | 在海滩上 | 🏖️ 🌊
    in the mountains | 在山里 | ⛰️ 🏔️
    in the city | 在城里 | 🏙️ 🚦
    at school | 在学校 | 🎒 ✏️
    in the forest | 在森林里 | 🌲 🍄
    at home | 在家 | 🏠 🛋️
    in the desert | 在沙漠里 | 🏜️ 🐪
    on an island | 在岛上 | 🏝️ 🌴
    on the train | 在火车上 | 🚆 🚉
    on a ship | 在船上 | 🚢 ⚓
    in a plane | 在飞机上 | ✈️ ☁️
    at the castle | 在城堡 | 🏰 🛡️
    in the hospital | 在医院 | 🏥 🚑
    in a tent | 在帐篷里 | ⛺ 🔥
    at the zoo | 在动物园 | 🦒 🦓
    in the bath | 在浴缸里 | 🛁 🧼
    in the shop | 在商店 | 🛒 🛍️
    in the office | 在办公室 | 💼 🖥️
    in Japan | 在日本 | 🇯🇵 🗾
    in Brazil | 在巴西 | 🇧🇷 🥭
    in Italy | 在意大利 | 🇮🇹 🍝
    in Egypt | 在埃及 | 🇪🇬 🐫""")

WHEN = ideas("""
    at night | 夜里 | 🌙 🌃
    in the morning | 早上 | 🌅 🐓
    in the rain | 雨中 | 🌧️ ☔
    in the snow | 雪中 | ❄️ ⛄
    in summer | 夏天 | ☀️ 🕶️
    in autumn | 秋天 | 🍂 🍁
    in spring | 春天 | 🌸 🦋
    at Christmas | 圣诞节 | 🎄 🎅
    at Halloween | 万圣节 | 🎃 🦇
    on a birthday | 生日那天 | 🎈 🎉
    under a rainbow | 彩虹下 | 🌈 🌦️
    in a storm | 暴风雨中 | ⛈️ ⚡
    on New Year's Eve | 除夕 | 🎆 🧨
    under the stars | 星空下 | ✨ 🌟""")
