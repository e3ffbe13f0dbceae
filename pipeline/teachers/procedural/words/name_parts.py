"""What coined names are for, and what they are made of."""

NAMED = {
    "en": (
        "a bakery|a kitten|a rowing boat|a puppet|a tea blend|a podcast|a robot|a pony|a bookshop|a toy train|a "
        "perfume|"
        "a board game|a rock band|a planet in a story|a village in a novel|a weather station|a soap brand|a drone"
    ).split("|"),
    "zh": (
        "一家茶馆|一家书店|一间民宿|一只小猫|一款香水|一艘游船|一个合唱团|一家面馆|一款桌游|一座花园|一本杂志|一家花店"
    ).split("|"),
}
VOWELS = "aeiou"
SYLLABLES = (
    "ba be bi bo da de di do fa fi ga go ka ki ko la le li lo lu ma me mi mo na ne ni no nu pa pe pi po ra re ri ro "
    "ru sa "
    "se si so ta te ti to va ve vi za zo"
).split()
ENDINGS = "n r l s a o m t".split()
PARTS = "an el or in ar en il om al on".split()
CHARACTERS = (
    "云月星风花雪竹松梅兰江山海溪林石春秋晨夕清雅静远明和安宁悦欣青墨白素锦玉琴书诗画茶香鹤燕鹿荷桃柳枫桂泉露霞虹岚"
)
LAST = "坊阁轩居舍亭苑斋"
