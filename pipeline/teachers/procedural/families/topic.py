"""Say which topic a line of news belongs to, as one label of a stated list (English and Chinese)."""

from pipeline.teachers.procedural.solving.labelling import LabellingFamily
from pipeline.teachers.procedural.words.topics_chinese import TOPICS_CHINESE
from pipeline.teachers.procedural.words.topics_english import TOPICS_ENGLISH


class TaskFamily(LabellingFamily):
    id = "topic"
    category = "Language Understanding/Classification/Content Classification"
    checker = "topic"
    texts = {"en": TOPICS_ENGLISH, "zh": TOPICS_CHINESE}
    wordings = {
        "en": (
            "Which topic is this? {texts} Topics: {labels}. {form}",
            "Classify: {texts} Choose from {labels}. {form}",
            "{texts} Is this {labels}? Name the topic. {form}",
            "Topics: {labels}. Sort this: {texts} {form}",
            "Please say which section ({labels}) this belongs in. {texts} {form}",
            "{form} Topic labels: {labels}. News: {texts}",
            "An editor reads {texts} Which of these topics fits: {labels}? {form}",
        ),
        "zh": (
            "这属于哪个话题？{texts}可选：{labels}。{form}",
            "给内容分类：{texts}从{labels}中选。{form}",
            "{texts}话题是{labels}中的哪个？{form}",
            "话题有：{labels}。请归类：{texts}{form}",
            "请判断应放在哪一版（{labels}）：{texts}{form}",
            "{form}话题标签：{labels}。内容：{texts}",
        ),
    }
