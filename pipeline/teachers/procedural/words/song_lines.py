"""What songs are made of: ends of lines by rhyme, Chinese halves of lines by theme, and refrains."""

RHYMES = {
    "ay": "all through the day|along the way|where children play|too far away|beneath the grey|in the middle of "
    "May|and "
    "long to stay|with nothing to say|in the harbour bay",
    "ight": "in the middle of the night|by candle light|so clear and bright|in silent flight|just out of sight|in "
    "robes of "
    "white|and hold on tight|at dizzy height",
    "ee": "beside the sea|so wild and free|beneath the tree|and wait for me|as they used to be|in harmony|with "
    "a golden "
    "key|like a honey bee",
    "ain": "in summer rain|on the midnight train|again and again|across the plain|on the window pane|in joy and "
    "pain|down "
    "country lane|without a chain",
    "ow": "in winter snow|where rivers flow|so soft and slow|when lanterns glow|from long ago|row after row|on "
    "the lake "
    "below|as the north winds blow",
    "ound": "without a sound|on holy ground|the whole year round|till home is found|in circles bound|in blue "
    "surround|upon the mound",
    "ong": "the whole night long|with a quiet song|where hearts belong|so free and strong|among the throng|and "
    "nothing is "
    "wrong|to the sound of the gong",
    "ore": "along the shore|and ask for more|behind the door|as once before|on the forest floor|while eagles soar|with "
    "tales of yore",
}
TAILS = {rhyme: {tail.split()[-1].lower(): tail for tail in tails.split("|")} for rhyme, tails in RHYMES.items()}
BEFORE = ("the", "old", "young", "small", "some", "our", "these", "wild", "a thousand", "all the", "two", "far")
REFRAINS = {
    "en": (
        "Oh {name}, sing it again|Come home, {name}, come home|Hold on to the morning, {name}|La la la, "
        "{name}, la la la|"
        "And {name} hums along|Carry me back to {place}|Lights of {place}, shine for me|Oh, the roads of {place}|"
        "One more song for {place}|Sing, {name}, until we wake"
    ).split("|"),
    "zh": (
        "啊，{name}，再唱一遍|回来吧，{name}，快回来|{name}，请把清晨留住|啦啦啦，{name}，啦啦啦|{name}跟着"
        "轻轻哼|带我回到{place}去|"
        "{place}的灯，为我亮着|啊，{place}的路|再为{place}唱一首|唱吧，{name}，唱到天亮"
    ).split("|"),
}
CHINESE_RHYMES = {
    "ang": "小村庄|向远方|满山岗|照南窗|好时光|回故乡|桂花香|水中央|歌声长|月如霜|晒太阳|起波浪",
    "an": "万重山|不怕难|天地宽|白云间|又一年|月儿圆|水连天|一叶船|不知寒|挂风帆|在眼前|绕河湾",
    "ong": "一路风|映日红|雨朦胧|入梦中|上晴空|万里同|水流东|古城钟|过彩虹|意正浓|唱英雄",
    "ou": "上高楼|几度秋|水悠悠|不回头|一叶舟|解千愁|月如钩|雨初收|绿油油|任遨游|数春秋|到渡口",
    "ing": "满天星|草青青|月儿明|夜风轻|脚步停|侧耳听|画中景|山水情|伴我行|入梦境|起歌声|雨初晴",
}
CHINESE_TAILS = {rhyme: {tail[-1]: tail for tail in tails.split("|")} for rhyme, tails in CHINESE_RHYMES.items()}
CHINESE_THEMES = {
    "江河": "春江潮起|渔歌唱晚|芦花飞舞|白鹭飞过|小舟轻摇|微波荡漾|船桨声声|两岸杨柳|渡口灯火|江风吹来|鱼儿跳跃|桥"
    "下流水|沙鸥点点|雾散江面|老船靠岸|竹排漂过",
    "故乡": "炊烟升起|老井台边|门前槐树|外婆摇扇|石板小路|灶火红红|屋檐燕子|稻谷金黄|黄狗摇尾|童年脚印|村头小桥|邻"
    "家笛声|晒谷场上|母亲招手|油灯一盏|竹篱小院",
    "春天": "春风吹过|杏花开放|燕子归来|细雨飘洒|新芽初绿|蜜蜂飞舞|风筝高飞|冰雪消融|桃花朵朵|柳丝轻摇|布谷声声|蝴"
    "蝶双双|田野苏醒|溪水欢唱|孩子奔跑|暖阳初照",
    "远行": "背起行囊|火车开动|车窗之外|翻过高岭|马蹄声声|他乡夜雨|一封家书|路口回望|星光作伴|脚下尘土|驼铃阵阵|黎"
    "明出发|孤雁飞过|长亭古道|异乡灯火|走过荒原",
}
