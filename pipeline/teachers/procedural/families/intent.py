"""Say what a message to an assistant or a shop wants, as one label of a stated list (English and Chinese)."""

from pipeline.teachers.procedural.solving.labelling import LabellingFamily
from pipeline.teachers.procedural.words.intents_chinese import INTENTS_CHINESE
from pipeline.teachers.procedural.words.intents_english import INTENTS_ENGLISH


class TaskFamily(LabellingFamily):
    id = "intent"
    category = "Language Understanding/Classification/Intent Recognition"
    checker = "intent"
    texts = {"en": INTENTS_ENGLISH, "zh": INTENTS_CHINESE}
    wordings = {
        "en": (
            "What does the user want? {texts} Labels: {labels}. {form}",
            "Name the intent: {texts} Choose from {labels}. {form}",
            "{texts} Which intent is it: {labels}? {form}",
            "Intents: {labels}. Label this: {texts} {form}",
            "Please pick the intent ({labels}) that fits. {texts} {form}",
            "A customer writes: {texts} What is it about? Options: {labels}. {form}",
            "{form} Intent labels: {labels}. Message: {texts}",
        ),
        "zh": (
            "用户想做什么？{texts}可选标签：{labels}。{form}",
            "判断意图：{texts}从{labels}中选。{form}",
            "{texts}这是哪种意图：{labels}？{form}",
            "意图标签：{labels}。请标注：{texts}{form}",
            "顾客写道：{texts}请从{labels}里选出意图。{form}",
            "{form}意图有：{labels}。消息：{texts}",
        ),
    }
