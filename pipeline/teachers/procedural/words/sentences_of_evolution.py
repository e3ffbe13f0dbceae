"""Sentences that operators of evolution put around a task, by language."""

DATA_BELOW = {
    "en": "The words in brackets stand for these values:",
    "zh": "方括号里的名称代表下面的内容：",
}

RECALLED = {
    "en": {"recall_answer": "Answer: {}", "recall_question": "{}"},
    "zh": {"recall_answer": "答案：{}", "recall_question": "{}"},
}

ANSWER_FORM = {
    "en": (
        'Put the final result on a last line that begins with "Answer:".',
        'Close with one line of the form "Answer: …".',
        'The last line of your reply should read "Answer:" followed by the result.',
        'So that it can be found, write the result after "Answer:" at the very end.',
        'Finish with "Answer:" and then only the result.',
    ),
    "zh": (
        "最后另起一行，以“答案：”开头写出结果。",
        "请用“答案：……”作为最后一行。",
        "回答的最后一行写“答案：”，后面只写结果。",
        "为了便于查找，请在结尾的“答案：”之后写结果。",
        "结尾请写“答案：”和最终结果。",
    ),
}
"""For tasks with a final answer."""

TEXT_FORM = {
    "en": (
        "Give only the text that was asked for, without any introduction or comment.",
        "Write nothing before or after the result itself.",
        "Reply with the finished text alone.",
        "No preface and no explanation, please: just the result.",
        "Your whole reply should be what is asked for and nothing else.",
    ),
    "zh": (
        "只写要求的内容，不要加开场白或说明。",
        "除了结果本身，前后都不要写别的。",
        "请直接给出完成的内容。",
        "不需要前言和解释，只要结果。",
        "整个回答应当只包含所要求的内容。",
    ),
}
"""For tasks whose answer is a text."""

HARDER_NEXT = {
    "en": (
        "Thank you. Now a harder one:",
        "Good. Let us go one step further:",
        "That helps. Here is a more difficult one of the same kind:",
        "Fine, next:",
        "Right, and what about this one?",
        "Understood. Now try this:",
    ),
    "zh": (
        "谢谢。再来一道难一点的：",
        "很好，我们再进一步：",
        "明白了。同类的题，这道更难：",
        "好的，下一题：",
        "那么这一题呢？",
        "懂了。现在试试这个：",
    ),
}

AMENDED = {
    "en": (
        "Sorry, I made a mistake in what I asked. This is what I meant:",
        "Wait, I copied that wrongly. Here is the right version:",
        "I have to correct myself; please take this instead:",
        "My mistake, the task should have been this:",
        "Please forget the last one, it was not what I wanted. Do this:",
    ),
    "zh": (
        "抱歉，我刚才问错了。我的意思是：",
        "等一下，我抄错了。正确的是这样：",
        "我要更正一下，请改做这个：",
        "是我弄错了，题目应该是：",
        "请忘掉上一个，那不是我想要的。请做这个：",
    ),
}

DOUBTED = {
    "en": (
        'Are you sure? A friend says it is "{}". Please go through it again.',
        'Hmm, I got "{}" myself. Check it once more and give the answer again.',
        'Somebody else told me "{}". Which is right? Work it through again.',
        'I expected "{}". Please check your answer and state it again.',
        'My neighbour insists on "{}". Have another look, please.',
    ),
    "zh": (
        "你确定吗？我的朋友说是“{}”。请再做一遍。",
        "嗯，我自己得到的是“{}”。请再检查一次并重新给出答案。",
        "有人告诉我是“{}”。到底哪个对？请重新推导一遍。",
        "我以为是“{}”。请检查你的答案并再说一次。",
        "我的邻居坚持说是“{}”。请你再看看。",
    ),
}

RECALLING = {
    "en": {
        "recall_answer": (
            'Before we go on: what was your answer to my first question? Reply with "Answer: " and that answer only.',
            'Remind me of the final answer you gave to the first thing I asked. Write it after "Answer: ".',
            'I lost track. Which final answer did you give first? One line, "Answer: …", please.',
            'For my notes, repeat the final answer to my first question after "Answer: ".',
        ),
        "recall_question": (
            "What was the very first thing I asked you? Repeat it word for word and add nothing.",
            "Please quote my first message exactly as I wrote it, and nothing else.",
            "I want to copy my first question. Repeat it in full, unchanged, without a comment.",
            "Give me back my opening message, word for word.",
        ),
    },
    "zh": {
        "recall_answer": (
            "继续之前：我的第一个问题你的答案是什么？只写“答案：”和那个答案。",
            "提醒我一下，你对我第一个问题给出的最终答案是什么？请写在“答案：”之后。",
            "我记不清了。你最先给出的最终答案是哪个？请用一行“答案：……”回答。",
            "我要做笔记，请在“答案：”之后重复我第一个问题的最终答案。",
        ),
        "recall_question": (
            "我最先问你的是什么？请一字不差地重复，不要添加别的。",
            "请原样引用我的第一条消息，其他什么都不要写。",
            "我想复制我的第一个问题。请完整、不作改动地重复一遍，不要评论。",
            "请把我开头的那条消息逐字还给我。",
        ),
    },
}

READING = {
    "en": (
        "While reading {title}, {name} came upon this.",
        "{name} is preparing a talk on {title} and needs this.",
        "This came up when {name} was looking at {title}.",
        "{name} keeps notes on {title}; here is the next one.",
        "A question by {name}, who is working through {title}:",
    ),
    "zh": (
        "{name}在读《{title}》的时候遇到了这个问题。",
        "{name}正在准备关于《{title}》的讲座，需要下面的内容。",
        "{name}在看《{title}》时想到了这个。",
        "{name}在做《{title}》的笔记，这是下一条。",
        "{name}正在学习《{title}》，他有一个问题：",
    ),
}
"""A scene with the seed's own title in it."""
