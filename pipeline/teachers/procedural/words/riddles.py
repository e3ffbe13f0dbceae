"""Islands, deeds, treasures and lamps of riddles, and how statements are said in them."""

ROLES = {
    "en": (
        (
            "a knight",
            "knights",
            "a knave",
            "knaves",
            "On this island knights always tell the truth and knaves always lie.",
        ),
        ("an angel", "angels", "an imp", "imps", "Angels say only true things, imps only false ones."),
        (
            "a sound robot",
            "sound robots",
            "a faulty robot",
            "faulty robots",
            "Sound robots never lie, faulty ones always do.",
        ),
        (
            "a truth-teller",
            "truth-tellers",
            "a liar",
            "liars",
            "A truth-teller never lies; a liar never tells the truth.",
        ),
        ("an owl", "owls", "a fox", "foxes", "In the forest school, owls are always right and foxes always wrong."),
    ),
    "zh": (
        ("骑士", "骑士", "无赖", "无赖", "岛上的骑士只说真话，无赖只说假话。"),
        ("天使", "天使", "小鬼", "小鬼", "天使句句是真话，小鬼句句是假话。"),
        ("好机器人", "好机器人", "坏机器人", "坏机器人", "好机器人从不说谎，坏机器人总是说谎。"),
        ("老实人", "老实人", "骗子", "骗子", "老实人从不撒谎，骗子从不说真话。"),
        ("猫头鹰", "猫头鹰", "狐狸", "狐狸", "森林学校里，猫头鹰说的都对，狐狸说的都错。"),
    ),
}
"""One and several truth-tellers, one and several liars, and the rule."""

COUNTS = {
    "en": ("none", "one", "two", "three", "four", "five", "six"),
    "zh": ("零", "一", "两", "三", "四", "五", "六"),
}

DEEDS = {
    "en": (
        "ate the last biscuit|broke the blue vase|hid the remote control|left the gate open|painted the cat green|"
        "forgot to lock the shed|spilt ink on the map|borrowed the ladder|rang the bell at night|won the raffle|"
        "wrote the anonymous poem|picked the first tulip|let the parrot out|folded the paper crane|moved the piano"
    ).split("|"),
    "zh": (
        "吃掉了最后一块饼干|打碎了蓝花瓶|藏起了遥控器|忘了关大门|把猫涂成了绿色|忘了锁工具房|把墨水洒在地图上|借走了梯子|"
        "半夜按了门铃|抽中了大奖|写了那首匿名诗|摘了第一朵郁金香|放走了鹦鹉|折了那只纸鹤|搬动了钢琴"
    ).split("|"),
}
TREASURES = {
    "en": "ring map key coin letter pearl compass ticket photo locket".split(),
    "zh": "戒指 地图 钥匙 金币 信 珍珠 指南针 门票 照片 项链".split(),
}
BOXES = {
    "en": "red blue green yellow white black brown purple orange silver".split(),
    "zh": "红 蓝 绿 黄 白 黑 棕 紫 橙 银".split(),
}
LAMPS = {
    "en": (
        ("lamps", "off", "on"),
        ("lockers", "closed", "open"),
        ("signs", "face down", "face up"),
        ("valves", "shut", "open"),
        ("windows", "closed", "open"),
    ),
    "zh": (
        ("盏灯", "关着", "亮着"),
        ("个柜子", "关着", "开着"),
        ("块牌子", "背面朝上", "正面朝上"),
        ("个阀门", "关着", "开着"),
        ("扇窗户", "关着", "开着"),
    ),
}
"""What can be switched: the thing (in Chinese with its measure word), its state at first and the other state."""

STATEMENTS = {
    "en": {
        "liar": "{x} is {liar}.",
        "honest": "{x} is {honest}.",
        "same": "{x} and I are of the same kind.",
        "differ": "{x} and I are of different kinds.",
        "both": "{x} and {y} are both {honests}.",
        "some": "At least one of {x} and {y} is {liar}.",
        "count": "The number of {honests} among us is {k}.",
    },
    "zh": {
        "liar": "{x}是{liar}。",
        "honest": "{x}是{honest}。",
        "same": "{x}和我是同一类。",
        "differ": "{x}和我不是同一类。",
        "both": "{x}和{y}都是{honest}。",
        "some": "{x}和{y}至少有一个是{liar}。",
        "count": "我们当中恰好有{k}个{honest}。",
    },
}
"""What somebody says of others, x and y."""

CLAIMS = {
    "en": {"is": "It was {x}.", "not": "It was not {x}.", "or": "It was {x} or {y}."},
    "zh": {"is": "是{x}干的。", "not": "不是{x}干的。", "or": "不是{x}就是{y}干的。"},
}
LABELS = {
    "en": {
        "is": "The {thing} is in the {x} box.",
        "not": "The {thing} is not in the {x} box.",
        "or": "The {thing} is in the {x} or the {y} box.",
    },
    "zh": {
        "is": "{thing}在{x}盒子里。",
        "not": "{thing}不在{x}盒子里。",
        "or": "{thing}在{x}盒子或{y}盒子里。",
    },
}
