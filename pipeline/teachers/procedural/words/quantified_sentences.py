"""Statements about how many of a group did something: ways to count, and deeds in several wordings.

A deed has two active forms of one meaning, the passive (English) or a fronted object (Chinese), and how to say that
somebody did not do it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    active: tuple[str, str]
    passive: str
    undone: str


@dataclass(frozen=True, slots=True)
class Group:
    """`setting` tells the size ({n}); `who` names the members, in English as plural and singular."""

    setting: str
    who: tuple[str, str]
    deeds: tuple[str, ...]


def _deed(text: str) -> Deed:
    first, second, passive, undone = text.split("|")
    return Deed((first, second), passive, undone)


DEEDS = {
    "en": {
        name: _deed(text)
        for name, text in {
            "form": "filled in the form|completed the form|The form was filled in by {q}|did not fill in the form",
            "song": "learnt the song|mastered the song|The song was learnt by {q}|did not learn the song",
            "bridge": "crossed the bridge|went over the bridge|The bridge was crossed by {q}|did not cross the bridge",
            "film": "watched the film|saw the film|The film was watched by {q}|did not watch the film",
            "plan": "rejected the plan|turned down the plan|The plan was rejected by {q}|did not reject the plan",
            "soup": "ate the soup|had the soup|The soup was eaten by {q}|did not eat the soup",
            "letter": "read the letter|perused the letter|The letter was read by {q}|did not read the letter",
            "museum": "visited the museum|went to the museum|The museum was visited by {q}|did not visit the museum",
            "map": "bought the map|purchased the map|The map was bought by {q}|did not buy the map",
            "offer": "accepted the offer|took the offer|The offer was accepted by {q}|did not accept the offer",
            "error": "noticed the error|spotted the error|The error was noticed by {q}|did not notice the error",
            "novel": "kept the novel|held on to the novel|The novel was kept by {q}|did not keep the novel",
        }.items()
    },
    "zh": {
        name: _deed(text)
        for name, text in {
            "form": "填写了表格|填好了表格|表格{q}填写了|没有填写表格",
            "song": "学会了这首歌|掌握了这首歌|这首歌{q}学会了|没有学会这首歌",
            "bridge": "走过了大桥|从大桥上走了过去|大桥{q}走过了|没有走过大桥",
            "film": "看了那部电影|观看了那部电影|那部电影{q}看了|没有看那部电影",
            "plan": "否决了计划|对计划投了反对票|计划{q}否决了|没有否决计划",
            "soup": "喝了汤|把汤喝了|汤{q}喝了|没有喝汤",
            "letter": "回复了来信|给来信写了回信|来信{q}回复了|没有回复来信",
            "museum": "参观了博物馆|游览了博物馆|博物馆{q}参观了|没有参观博物馆",
            "map": "买了地图|购买了地图|地图{q}买了|没有买地图",
            "offer": "接受了提议|同意了提议|提议{q}接受了|没有接受提议",
            "error": "发现了错误|看出了错误|错误{q}发现了|没有发现错误",
            "novel": "读完了小说|把小说读到了最后|小说{q}读完了|没有读完小说",
        }.items()
    },
}

GROUPS = {
    "en": (
        Group(
            "{name}'s class in {place} has {n} pupils.",
            ("pupils", "pupil"),
            ("form", "song", "bridge", "film", "error", "novel", "museum"),
        ),
        Group(
            "{name}'s firm in {place} has {n} workers.",
            ("workers", "worker"),
            ("form", "plan", "soup", "letter", "offer", "error"),
        ),
        Group(
            "{name} led a tour of {n} visitors through {place}.",
            ("visitors", "visitor"),
            ("bridge", "film", "soup", "museum", "map", "song"),
        ),
        Group(
            "{name}'s choir in {place} consists of {n} singers.",
            ("singers", "singer"),
            ("song", "film", "soup", "letter", "novel", "plan"),
        ),
        Group(
            "The council of {place}, led by {name}, has {n} members.",
            ("members", "member"),
            ("plan", "offer", "letter", "form", "error", "map"),
        ),
        Group(
            "{n} guests stay at {name}'s hotel in {place}.",
            ("guests", "guest"),
            ("soup", "form", "museum", "map", "film", "bridge"),
        ),
    ),
    "zh": (
        Group(
            "{place}{name}的班里有{n}名学生。",
            ("学生", "学生"),
            ("form", "song", "bridge", "film", "error", "novel", "museum"),
        ),
        Group(
            "{name}在{place}的公司有{n}名员工。", ("员工", "员工"), ("form", "plan", "soup", "letter", "offer", "error")
        ),
        Group(
            "{name}带着{n}名游客游览{place}。", ("游客", "游客"), ("bridge", "film", "soup", "museum", "map", "song")
        ),
        Group(
            "{place}的合唱团由{name}指挥，有{n}名歌手。",
            ("歌手", "歌手"),
            ("song", "film", "soup", "letter", "novel", "plan"),
        ),
        Group(
            "{place}的议会由{name}主持，有{n}名议员。",
            ("议员", "议员"),
            ("plan", "offer", "letter", "form", "error", "map"),
        ),
        Group(
            "{name}在{place}的旅馆住着{n}位房客。",
            ("房客", "房客"),
            ("soup", "form", "museum", "map", "film", "bridge"),
        ),
    ),
}

QUANTIFIERS = {
    "en": {
        "all": ("all {many}", "every {one}"),
        "none": ("no {one}", "none of the {many}"),
        "some": ("at least one {one}", "one or more of the {many}"),
        "exactly": ("exactly {k} {many}", "{k} {many}, no more and no fewer,"),
        "least": ("at least {k} {many}", "{k} or more {many}"),
        "most": ("at most {k} {many}", "no more than {k} {many}"),
        "over": ("more than {k} {many}", "over {k} {many}"),
        "under": ("fewer than {k} {many}", "less than {k} of the {many}"),
    },
    "zh": {
        "all": ("所有{many}都", "每一名{many}都"),
        "none": ("没有一名{many}", "没有任何{many}"),
        "some": ("至少有一名{many}", "有一名或更多{many}"),
        "exactly": ("正好有{k}名{many}", "恰好有{k}名{many}"),
        "least": ("至少有{k}名{many}", "有{k}名或更多{many}"),
        "most": ("至多有{k}名{many}", "有不超过{k}名{many}"),
        "over": ("有超过{k}名{many}", "有多于{k}名{many}"),
        "under": ("有不到{k}名{many}", "有少于{k}名{many}"),
    },
}
