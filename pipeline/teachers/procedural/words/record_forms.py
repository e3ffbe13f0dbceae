"""Kinds of records: their fields, how values are drawn, and sentences that state all fields (English and Chinese)."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.words.list_words import WORDS
from pipeline.teachers.procedural.words.names import NAMES

Draw = Callable[[random.Random, str], Any]


def _number(low: int, high: int, step: int = 1) -> Draw:
    return lambda rng, language: rng.randrange(low, high + 1, step)


def _of(en: str, zh: str) -> Draw:
    choices = {"en": en.split("|"), "zh": zh.split("|")}
    return lambda rng, language: rng.choice(choices[language])


def _name(rng: random.Random, language: str) -> str:
    return rng.choice(NAMES[language])


def _code(rng: random.Random, language: str) -> str:
    return f"{rng.choice('ABCDEFGHKLMNPRSTXZ')}{rng.randint(100, 999)}"


def _word(rng: random.Random, language: str) -> str:
    return rng.choice(WORDS).capitalize()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `fields` by name, the first of them telling the records apart; `sentences` by language."""

    en: str
    zh: str
    fields: dict[str, Draw]
    sentences: dict[str, tuple[str, ...]]

    def numbers(self, record: dict[str, Any]) -> list[str]:
        return [field for field in self.fields if isinstance(record[field], int)]


KINDS = {
    "people": Kind(
        "people",
        "人员",
        {
            "name": _name,
            "age": _number(18, 79),
            "city": _of(
                "Lisbon|Oslo|Cairo|Lima|Kyoto|Leeds|Porto|Quito|Turin|Accra|Hanoi|Perth",
                "北京|上海|广州|成都|杭州|西安|武汉|南京|青岛|昆明|厦门|长沙",
            ),
            "job": _of(
                "nurse|baker|pilot|teacher|plumber|chemist|lawyer|gardener|translator|carpenter",
                "护士|面包师|飞行员|教师|水管工|化学家|律师|园丁|翻译|木匠",
            ),
        },
        {
            "en": (
                "{name} is {age} years old, lives in {city} and works as a {job}.",
                "In {city} there is a {job} called {name}, aged {age}.",
                "{name}, a {job} from {city}, is {age}.",
                "At {age}, {name} is a {job} in {city}.",
                "A {job} by trade, {name} ({age}) comes from {city}.",
            ),
            "zh": (
                "{name}今年{age}岁，住在{city}，职业是{job}。",
                "{city}有一位{job}叫{name}，{age}岁。",
                "{name}是来自{city}的{job}，年龄{age}岁。",
                "{age}岁的{name}在{city}当{job}。",
            ),
        },
    ),
    "products": Kind(
        "products",
        "商品",
        {
            "code": _code,
            "product": _of(
                "lamp|chair|kettle|backpack|phone case|blanket|notebook|parasol|clock|tray|mug|rug",
                "台灯|椅子|水壶|背包|手机壳|毯子|笔记本|阳伞|闹钟|托盘|马克杯|地毯",
            ),
            "price": _number(5, 240),
            "stock": _number(1, 400),
        },
        {
            "en": (
                "Item {code} is a {product}; it costs {price} dollars and there are {stock} in stock.",
                "There are {stock} units of the {product} with code {code}, at {price} dollars each.",
                "For {price} dollars you get the {product} {code}, of which {stock} are left.",
                "The {product} ({code}) sells for {price} dollars; stock: {stock}.",
            ),
            "zh": (
                "编号{code}的商品是{product}，售价{price}元，库存{stock}件。",
                "{product}（{code}）还有{stock}件，单价{price}元。",
                "花{price}元可以买到编号为{code}的{product}，目前剩{stock}件。",
                "库里有{stock}件{product}，编号{code}，每件{price}元。",
            ),
        },
    ),
    "trips": Kind(
        "trips",
        "行程",
        {
            "trip": _code,
            "driver": _name,
            "distance": _number(12, 900),
            "day": _of(
                "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
                "星期一|星期二|星期三|星期四|星期五|星期六|星期日",
            ),
            "passengers": _number(1, 48),
        },
        {
            "en": (
                "On {day}, {driver} drives trip {trip}: {distance} km with {passengers} on board.",
                "Trip {trip} takes {passengers} passengers over {distance} km; {driver} is the driver, the day is "
                "{day}.",
                "{driver} has trip {trip} on {day}, {distance} km long, with {passengers} passengers.",
                "With {passengers} passengers and {distance} km to go, {driver} starts trip {trip} on {day}.",
            ),
            "zh": (
                "{day}，{driver}驾驶{trip}次行程，全程{distance}公里，载客{passengers}人。",
                "{trip}次行程的司机是{driver}，时间为{day}，路程{distance}公里，乘客{passengers}人。",
                "{driver}在{day}跑{trip}次行程，共{passengers}名乘客，{distance}公里。",
                "载着{passengers}名乘客的{trip}次行程在{day}出发，全长{distance}公里，司机为{driver}。",
            ),
        },
    ),
    "books": Kind(
        "books",
        "图书",
        {
            "shelfmark": _code,
            "author": _name,
            "year": _number(1920, 2023),
            "pages": _number(60, 780),
            "genre": _of("novel|biography|cookbook|guidebook|thriller|diary", "小说|传记|菜谱|旅行指南|侦探故事|日记"),
        },
        {
            "en": (
                "{author} wrote the {genre} at shelfmark {shelfmark} in {year}; it has {pages} pages.",
                "Under {shelfmark} stands a {genre} of {pages} pages by {author} ({year}).",
                "The {pages}-page {genre} by {author}, printed in {year}, is at {shelfmark}.",
                "Since {year}, {author}'s {genre} has been in print: {pages} pages, shelfmark {shelfmark}.",
            ),
            "zh": (
                "索书号{shelfmark}是{author}于{year}年写的{genre}，共{pages}页。",
                "{author}的{genre}出版于{year}年，{pages}页，索书号{shelfmark}。",
                "在{shelfmark}处可以找到{author}的{genre}，{pages}页，{year}年出版。",
                "{year}年出版的这本{genre}有{pages}页，作者{author}，索书号{shelfmark}。",
            ),
        },
    ),
    "plants": Kind(
        "garden beds",
        "花坛",
        {
            "bed": _word,
            "plant": _of(
                "tulip|basil|fern|rose|mint|iris|lavender|thyme|poppy|daisy",
                "郁金香|罗勒|蕨|玫瑰|薄荷|鸢尾|薰衣草|百里香|罂粟|雏菊",
            ),
            "height": _number(8, 160),
            "count": _number(2, 60),
        },
        {
            "en": (
                "Bed {bed} holds {count} plants of the kind {plant}, {height} cm tall.",
                "In the bed called {bed}, each {plant} is {height} cm tall; {count} of them grow there.",
                "{count} specimens of {plant} stand in bed {bed}, with a height of {height} cm.",
                "At {height} cm, the {plant} in bed {bed} does well; the count is {count}.",
            ),
            "zh": (
                "{bed}花坛里种着{count}株{plant}，高{height}厘米。",
                "名为{bed}的花坛有{count}株{plant}，株高{height}厘米。",
                "{height}厘米高的{plant}种在{bed}花坛，共{count}株。",
                "{plant}在{bed}花坛长到了{height}厘米，数量为{count}株。",
            ),
        },
    ),
    "races": Kind(
        "runners",
        "选手",
        {
            "runner": _name,
            "bib": _number(100, 999),
            "club": _word,
            "minutes": _number(31, 190),
        },
        {
            "en": (
                "{runner} of the club {club} wore bib {bib} and needed {minutes} minutes.",
                "Bib {bib}: {runner}, {minutes} minutes, club {club}.",
                "After {minutes} minutes {runner} (bib {bib}) came in for the club {club}.",
                "The club {club} sent {runner} with bib {bib}, who finished in {minutes} minutes.",
            ),
            "zh": (
                "{club}俱乐部的{runner}佩戴{bib}号，用时{minutes}分钟。",
                "{bib}号选手{runner}来自{club}俱乐部，成绩{minutes}分钟。",
                "{runner}（{bib}号）代表{club}俱乐部，跑了{minutes}分钟。",
                "用了{minutes}分钟，{club}俱乐部的{bib}号{runner}到达终点。",
            ),
        },
    ),
}
