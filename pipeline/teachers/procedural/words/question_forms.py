"""Questions that can be put about anything: {topic} is a noun with its article, singular or plural."""

CORES = {
    "What": """
        do we know about {topic}|can go wrong with {topic}|would happen without {topic}|makes {topic} useful
        |do people expect of {topic}|would you change in {topic}|could replace {topic}|belongs to {topic}
        |did you learn about {topic}|depends on {topic}|should come before {topic}|comes after {topic}
        |surprised you in {topic}|can we learn from {topic}""",
    "Why": """
        do we need {topic}|should anyone care about {topic}|did they choose {topic}|would somebody change {topic}
        |must we check {topic}|can nobody explain {topic}|not leave out {topic}|do beginners forget {topic}
        |would you keep {topic}|did {topic} cause trouble|should I learn about {topic}|do people trust {topic}
        |does nobody mention {topic}""",
    "How": """
        can I change {topic}|do we test {topic}|would you explain {topic}|did {topic} come about
        |should one choose {topic}|can beginners understand {topic}|do experts describe {topic}
        |might we improve {topic}|often do you check {topic}|could anyone break {topic}|long did {topic} take
        |well do you know {topic}|do I recognise {topic}""",
    "When": """
        do we need {topic}|should I check {topic}|did somebody first describe {topic}|can we leave out {topic}
        |will {topic} change|must one replace {topic}|did you last see {topic}|would {topic} cause trouble
        |do people ask about {topic}|should beginners learn about {topic}|can I trust {topic}|did {topic} become common
        |may we ignore {topic}""",
    "Where": """
        can I find {topic}|do we keep {topic}|did {topic} come from|should one look for {topic}
        |would you put {topic}|can people read about {topic}|must {topic} stand|do problems with {topic} begin
        |did you first meet {topic}|will {topic} appear|could we store {topic}|do experts discuss {topic}
        |might somebody need {topic}""",
    "Which": """
        facts about {topic} matter|people use {topic}|part of {topic} matters most|book explains {topic} best
        |problems come with {topic}|rules apply to {topic}|example shows {topic} best|mistakes concern {topic}
        |questions remain about {topic}|tools work with {topic}|steps lead to {topic}|details of {topic} surprise you
        |changes would improve {topic}""",
    "Who": """
        needs {topic}|can explain {topic}|wrote about {topic}|looks after {topic}|will check {topic}
        |first described {topic}|knows everything about {topic}|should learn about {topic}|may change {topic}
        |could replace {topic}|asked for {topic}|has forgotten {topic}|would miss {topic}""",
}
TAILS = ("", "today", "here", "in practice", "at work", "in this case", "in real life")
"""What may follow a core, so that a question has the number of words that is asked for."""
CHINESE_CORES = {
    "为什么": """
        需要{topic}|人们关心{topic}|要了解{topic}|{topic}如此重要|很少有人谈到{topic}|{topic}会发生变化
        |初学者常常忽略{topic}|不能没有{topic}|大家都喜欢{topic}|{topic}让人着迷""",
    "怎样": """
        了解{topic}|改进{topic}|向别人解释{topic}|判断{topic}的好坏|更好地利用{topic}|记住关于{topic}的知识
        |处理与{topic}有关的难题|保护{topic}|选择合适的{topic}|用一句话介绍{topic}""",
    "谁": """
        最了解{topic}|负责{topic}|最先提到了{topic}|需要{topic}|能说清{topic}的来历|会关心{topic}
        |写过关于{topic}的书|不喜欢{topic}|有资格评价{topic}""",
    "哪里": """
        可以找到{topic}|有最好的{topic}|能学到关于{topic}的知识|最需要{topic}|的{topic}最有名
        |常常见到{topic}|最适合研究{topic}""",
    "什么时候": """
        会用到{topic}|人们开始关心{topic}|需要重新考虑{topic}|{topic}最受欢迎|应该检查{topic}
        |第一次出现了{topic}""",
    "哪些人": """
        需要{topic}|关心{topic}|谈论过{topic}|离不开{topic}|对{topic}最有发言权|想更深入地了解{topic}
        |从{topic}中得到好处""",
}
CHINESE_TAILS = ("", "呢")
CHINESE_AVOIDABLE = ("关心", "需要", "了解", "知识", "最", "呢", "的")
"""Parts of Chinese questions that a task may forbid."""
