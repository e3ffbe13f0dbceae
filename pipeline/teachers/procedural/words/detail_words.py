"""What can be added to a bare sentence, by kind, in English and Chinese."""

DETAILS = {
    "en": {
        "when": (
            "yesterday,last week,last night,two days ago,on Monday,on Tuesday,on Friday,in March,in October,"
            "before breakfast,after lunch,at dawn,at noon,around midnight,on a rainy evening,last summer,"
            "during the holidays,early in the morning,shortly before sunset,on the first day of spring"
        ).split(","),
        "companion": (
            "with a friend,with two cousins,with an old neighbour,together with the whole family,alone,"
            "with a colleague,with a younger sister,in front of a small crowd,with a guide,without any help"
        ).split(","),
        "manner": "quickly,slowly,quietly,proudly,secretly,gladly,carefully,finally,hastily,calmly,cheerfully".split(
            ","
        ),
        "reason": (
            "because the rent was due,because the shop was closing,because winter was near,"
            "because a guest asked for it,"
            "because nobody else wanted to,because the weather was fine,because a friend needed money,"
            "because the festival was about to begin,because there was nothing else to do,because the price was low"
        ).split(","),
    },
    "zh": {
        "when": (
            "昨天 上周 昨晚 前天 星期一 星期五 三月初 十月底 早饭前 午饭后 黎明时分 中午 半夜 "
            "去年夏天 放假期间 清晨 傍晚 立春那天 "
            "下雨的晚上 节日前夕"
        ).split(),
        "companion": "和朋友一起 和两个表弟一起 和邻居一起 和全家人一起 独自 和同事一起 和妹妹一起 "
        "和向导一起 当着大家的面".split(),
        "manner": "飞快地 慢慢地 悄悄地 自豪地 偷偷地 高兴地 小心地 匆忙地 平静地 认真地".split(),
        "reason": (
            "因为要交房租 因为商店快关门了 因为冬天快到了 因为客人需要 因为没人愿意做 因为天气很好 因为朋友缺钱 "
            "因为节日快到了 "
            "因为闲着没事 因为价格便宜"
        ).split(),
    },
}
"""Kinds beside these are made of other tables: where, number, colour (or another quality)."""
LABELS = {
    "en": {
        "when": "when",
        "where": "where",
        "companion": "with whom",
        "manner": "how",
        "reason": "why",
        "number": "how many",
        "quality": "of what kind",
        "trait": "what the person is like",
    },
    "zh": {
        "when": "时间",
        "where": "地点",
        "companion": "同伴",
        "manner": "方式",
        "reason": "原因",
        "number": "数量",
        "quality": "东西的特点",
        "trait": "人物的特点",
    },
}
