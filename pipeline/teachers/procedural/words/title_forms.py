"""Titles that can stand over anything: {topic} is one capitalised noun, or two with "And" between."""

TITLES = tuple(
    title.strip()
    for title in """
    Notes On {topic}|Understanding {topic}|A Guide To {topic}|{topic} Explained|All About {topic}
    |First Steps With {topic}|Working With {topic}|The Role Of {topic}|A Closer Look At {topic}|{topic} In Practice
    |{topic} In A Nutshell|What To Know About {topic}|The Truth About {topic}|Thoughts On {topic}|A Word About {topic}
    |Living With {topic}|The Meaning Of {topic}|How To Think About {topic}|A Short Guide To {topic}
    |{topic} Made Simple
    |{topic} Step By Step|The Story Of {topic}|An Introduction To {topic}|Getting To Know {topic}
    |Questions About {topic}|{topic} At A Glance
    |{topic} For Beginners|The Essence Of {topic}|Lessons On {topic}|{topic} And Why It Matters|Remarks On {topic}
    |The Little Book Of {topic}|On {topic}|More About {topic}|A Few Words On {topic}|Making Sense Of {topic}
    |{topic} From The Ground Up|Some Facts About {topic}|{topic} In Plain Words|Learning About {topic}
    |The Basics Of {topic}|{topic} In Detail|A First Look At {topic}|Everything You Need To Know About {topic}
    |A Beginner's View Of {topic}|What Everybody Should Know About {topic}|Facing {topic}|{topic} Today
    |Two Minutes On {topic}|The Long Road To {topic}""".split("|")
)

CHINESE_TITLES = tuple(
    title.strip()
    for title in """
    {topic}小记|走近{topic}|{topic}的故事|认识{topic}|漫谈{topic}|{topic}面面观|话说{topic}|关于{topic}的思考|{topic}入门
    |一文读懂{topic}|{topic}与我们的生活|从{topic}说起|{topic}那些事|为什么需要{topic}|{topic}的来龙去脉|浅谈{topic}|再谈{topic}
    |{topic}的秘密|{topic}知多少|身边的{topic}|{topic}的意义|初识{topic}|细说{topic}|{topic}简介|{topic}的过去与现在|聊聊{topic}
    |你所不知道的{topic}|{topic}背后的人和事|写给初学者的{topic}指南|如何看待{topic}|{topic}的前世今生|重新理解{topic}
    |{topic}札记|{topic}观察|我看{topic}|{topic}见闻录|人人都该了解的{topic}""".split("|")
)
OUTLETS = {
    "en": tuple(
        outlet.strip()
        for outlet in """
        the school paper of|the village newsletter of|a calendar printed in|the notice board in|an exhibition in
        |the evening course in|the yearbook of|a radio talk in|the library shelf in|a small brochure from|the website of
        |a lecture hall in""".split("|")
    ),
    "zh": tuple("校报 社区简报 年历 宣传栏 展览 夜校讲义 年鉴 电台节目 图书馆专栏 小册子 网站 讲座".split()),
}
"""Where a title may be printed, followed by a place."""
