"""Instruments and their families, and famous works under their composers."""

from pipeline.teachers.procedural.solving.traits import things

_STRINGS = "violin|viola|cello|double bass|harp|guitar|erhu|pipa|guzheng"
_WOOD = "flute|oboe|clarinet|bassoon|piccolo|saxophone"
_BRASS = "trumpet|trombone|tuba|French horn|cornet"
_BEATEN = "timpani|snare drum|cymbals|triangle|xylophone|tambourine|gong"
_CHINESE = "erhu|pipa|guzheng|dizi|suona"

INSTRUMENTS = things(
    "violin=小提琴|viola=中提琴|cello=大提琴|double bass=低音提琴|harp=竖琴|guitar=吉他|erhu=二胡|pipa=琵琶|"
    "guzheng=古筝|"
    "flute=长笛|oboe=双簧管|clarinet=单簧管|bassoon=大管|piccolo=短笛|saxophone=萨克斯管|trumpet=小号|trombone=长号|"
    "tuba=大号|"
    "French horn=圆号|cornet=短号|timpani=定音鼓|snare drum=小军鼓|cymbals=钹|triangle=三角铁|xylophone=木琴|"
    "tambourine=铃鼓|gong=锣|dizi=竹笛|suona=唢呐",
    (
        ("a string instrument", "弦乐器", _STRINGS, f"{_WOOD}|{_BRASS}|{_BEATEN}|dizi|suona"),
        ("a brass instrument", "铜管乐器", _BRASS, f"{_STRINGS}|{_WOOD}|{_BEATEN}|dizi"),
        ("a woodwind instrument", "木管乐器", _WOOD, f"{_STRINGS}|{_BRASS}|{_BEATEN}"),
        ("a percussion instrument", "打击乐器", _BEATEN, f"{_STRINGS}|{_BRASS}|{_WOOD}|dizi|suona"),
        (
            "played with a bow",
            "用弓演奏",
            "violin|viola|cello|double bass|erhu",
            f"{_WOOD}|{_BRASS}|harp|pipa|guzheng|dizi",
        ),
        ("played by blowing", "靠吹奏发声", f"{_WOOD}|{_BRASS}|dizi|suona", f"{_STRINGS}|{_BEATEN}"),
        (
            "a traditional Chinese instrument",
            "中国传统乐器",
            _CHINESE,
            f"violin|viola|cello|double bass|harp|guitar|{_WOOD}|{_BRASS}|timpani|snare drum|xylophone",
        ),
    ),
)

_WORKS = {
    ("Bach", "巴赫"): "Brandenburg Concertos=勃兰登堡协奏曲|St Matthew Passion=马太受难曲|"
    "The Well-Tempered Clavier=平均律钢琴曲集|The Art of Fugue=赋格的艺术|Goldberg Variations=哥德堡变奏曲",
    ("Handel", "亨德尔"): "Messiah=弥赛亚|Water Music=水上音乐|Music for the Royal Fireworks=皇家焰火音乐",
    ("Haydn", "海顿"): "The Creation=创世纪|Surprise Symphony=惊愕交响曲|Farewell Symphony=告别交响曲",
    ("Mozart", "莫扎特"): "The Magic Flute=魔笛|The Marriage of Figaro=费加罗的婚礼|Don Giovanni=唐璜（歌剧）|"
    "Così fan tutte=女人心",
    (
        "Beethoven",
        "贝多芬",
    ): "Moonlight Sonata=月光奏鸣曲|Für Elise=致爱丽丝|Fidelio=费德里奥|Eroica Symphony=英雄交响曲",
    ("Schubert", "舒伯特"): "Winterreise=冬之旅|Trout Quintet=鳟鱼五重奏|Unfinished Symphony=未完成交响曲",
    ("Wagner", "瓦格纳"): "Lohengrin=罗恩格林|Tannhäuser=汤豪舍|Parsifal=帕西法尔|"
    "The Flying Dutchman=漂泊的荷兰人|Tristan and Isolde=特里斯坦与伊索尔德",
    ("Verdi", "威尔第"): "Aida=阿依达|Rigoletto=弄臣|La traviata=茶花女（歌剧）|Nabucco=纳布科",
    ("Puccini", "普契尼"): "Tosca=托斯卡|Turandot=图兰朵|Madama Butterfly=蝴蝶夫人",
    ("Tchaikovsky", "柴可夫斯基"): "Swan Lake=天鹅湖|The Nutcracker=胡桃夹子|The Sleeping Beauty=睡美人（舞剧）|"
    "1812 Overture=1812序曲|Eugene Onegin=叶甫盖尼·奥涅金（歌剧）",
    ("Mussorgsky", "穆索尔斯基"): "Pictures at an Exhibition=图画展览会|Boris Godunov=鲍里斯·戈杜诺夫（歌剧）",
    ("Dvořák", "德沃夏克"): "New World Symphony=自新大陆交响曲|Rusalka=水仙女（歌剧）",
    ("Chopin", "肖邦"): "Minute Waltz=小狗圆舞曲|Revolutionary Étude=革命练习曲|Raindrop Prelude=雨滴前奏曲",
    ("Johann Strauss the younger", "小约翰·施特劳斯"): "The Blue Danube=蓝色多瑙河|Die Fledermaus=蝙蝠|"
    "Tales from the Vienna Woods=维也纳森林的故事",
}


def _all_but(composer: tuple[str, str]) -> str:
    return "|".join(
        work.split("=")[0] for other, works in _WORKS.items() if other != composer for work in works.split("|")
    )


WORKS = things(
    "|".join(_WORKS.values()),
    [
        (
            f"composed by {composer[0]}",
            f"{composer[1]}的作品",
            "|".join(work.split("=")[0] for work in works.split("|")),
            _all_but(composer),
        )
        for composer, works in _WORKS.items()
    ],
)
