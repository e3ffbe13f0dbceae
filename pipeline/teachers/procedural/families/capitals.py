"""Countries, their capitals and continents; harder, several at once or all of a list that fit (English and Chinese)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.recall import MOST_ITEMS, Put, RecallFamily
from pipeline.teachers.procedural.words.countries import CONTINENTS, COUNTRIES, WITH_ARTICLE, Country
from pipeline.teachers.procedural.words.occasions import occasion

OCCASIONS = {
    "en": (
        "{name} pins flags on a map in the {place}.",
        "{name} and {other} plan a journey {time}.",
        "A postcard for {name} came {time}.",
        "In the geography lesson, {other} asks {name} this.",
    ),
    "zh": (
        "{name}在{place}的地图上插小旗。",
        "{name}和{other}{time}计划一次旅行。",
        "{name}{time}收到一张明信片。",
        "地理课上，{other}这样问{name}。",
    ),
}

_ALONE, _LISTED = (
    'Reply with "Answer: " and {}.',
    'Reply with "Answer: " and {}, in that order and separated by commas.',
)
_CONTINENTS = "one of " + ", ".join(CONTINENTS["en"])
_ALONE_ZH, _LISTED_ZH = "只写一行：“答案：”和{}。", "只写一行：“答案：”，依次写出{}，用逗号隔开。"
_CONTINENTS_ZH = f"洲名（{'、'.join(CONTINENTS['zh'])}之一）"

ASKS = {
    "en": {
        "capital": (
            Put("What is the capital of {items}?", "Name the capital of {items}.", _ALONE.format("the city")),
            Put("What are the capitals of {items}?", "Name the capitals of {items}.", _LISTED.format("the cities")),
        ),
        "country": (
            Put(
                "Which country has the capital {items}?",
                "Name the country of which {items} is the capital.",
                _ALONE.format("the country"),
            ),
            Put(
                "Which countries have the capitals {items}?",
                "Name the countries whose capitals are {items}.",
                _LISTED.format("the countries"),
            ),
        ),
        "continent": (
            Put("On which continent is {items}?", "Name the continent of {items}.", _ALONE.format(_CONTINENTS)),
            Put(
                "On which continents are {items}?",
                "Name the continent of each: {items}.",
                _LISTED.format(f"for each {_CONTINENTS}"),
            ),
        ),
        "within": (
            Put(
                "Which one of {items} is in {target}?",
                "Pick the one in {target}: {items}.",
                _ALONE.format("the country"),
            ),
            Put(
                "Which of {items} are in {target}?",
                "List those in {target}, as they come: {items}.",
                _LISTED.format("the countries"),
            ),
        ),
    },
    "zh": {
        "capital": (
            Put("{items}的首都是哪里？", "写出{items}的首都。", _ALONE_ZH.format("城市名")),
            Put("{items}的首都分别是哪里？", "分别写出{items}的首都。", _LISTED_ZH.format("城市名")),
        ),
        "country": (
            Put("{items}是哪个国家的首都？", "写出以{items}为首都的国家。", _ALONE_ZH.format("国名")),
            Put("{items}分别是哪个国家的首都？", "分别写出以{items}为首都的国家。", _LISTED_ZH.format("国名")),
        ),
        "continent": (
            Put("{items}在哪个洲？", "写出{items}所在的洲。", _ALONE_ZH.format(_CONTINENTS_ZH)),
            Put("{items}分别在哪个洲？", "分别写出{items}所在的洲。", _LISTED_ZH.format(_CONTINENTS_ZH)),
        ),
        "within": (
            Put("{items}当中哪一个在{target}？", "从{items}中选出在{target}的国家。", _ALONE_ZH.format("国名")),
            Put(
                "{items}当中哪些在{target}？", "按原来的顺序列出{items}中在{target}的国家。", _LISTED_ZH.format("国名")
            ),
        ),
    },
}
BASE = ("capital", "capital", "capital", "country", "country", "continent", "within")
_BY_NAME = {(language, country.name[language]): country for country in COUNTRIES for language in CONTINENTS}
_BY_CAPITAL = {(language, country.capital[language]): country for country in COUNTRIES for language in CONTINENTS}


def answer_of(ask: str, country: Country, language: str) -> str:
    """What a question about a country has for an answer."""
    if ask == "capital":
        return country.capital[language]
    return CONTINENTS[language][country.continent] if ask == "continent" else country.name[language]


def item_of(ask: str, country: Country, language: str) -> str:
    """How a question names a country: by its capital where the country is the answer."""
    return country.capital[language] if ask == "country" else country.name[language]


class TaskFamily(RecallFamily):
    id = "capitals"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Geography"
    checker = "capitals"
    asks = ASKS

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 3
        max_choices: int = 4

        def __post_init__(self) -> None:
            if not 2 <= self.min_choices <= self.max_choices <= 6:
                raise ValueError("capitals: need 2 <= min_choices <= max_choices <= 6 (countries to choose from)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        ask, target = rng.choice(BASE), ""
        if ask == "within":
            continent = rng.randrange(len(CONTINENTS[language]))
            target = CONTINENTS[language][continent]
            count = rng.randint(self.config.min_choices, self.config.max_choices)
            items = self._choices(rng, continent, 1, count, language)
        else:
            items = [item_of(ask, rng.choice(COUNTRIES), language)]
        return {
            "language": language,
            "setting": occasion(rng, language, OCCASIONS),
            "ask": ask,
            "items": items,
            "target": target,
            "several": False,
        }

    @staticmethod
    def _choices(rng: random.Random, continent: int, right: int, count: int, language: str) -> list[str]:
        """Countries to choose from, `right` of them on that continent."""
        here = [country for country in COUNTRIES if country.continent == continent]
        elsewhere = [country for country in COUNTRIES if country.continent != continent]
        drawn = rng.sample(here, right) + rng.sample(elsewhere, count - right)
        rng.shuffle(drawn)
        return [country.name[language] for country in drawn]

    def shown(self, item: str, language: str) -> str:
        return f"the {item}" if item in WITH_ARTICLE else item

    def _country(self, args: Args, item: str, language: str) -> Country:
        return (_BY_CAPITAL if args["ask"] == "country" else _BY_NAME)[language, item]

    def answers(self, args: Args, language: str) -> list[str]:
        countries = [self._country(args, item, language) for item in args["items"]]
        if args["ask"] == "within":
            continent = CONTINENTS[language].index(args["target"])
            countries = [country for country in countries if country.continent == continent]
        return [answer_of(args["ask"], country, language) for country in countries]

    def rivals(self, args: Args, right: str, language: str) -> Sequence[str]:
        """For a city or a country, those of the same continent first, nearest in the alphabet."""
        ask = args["ask"]
        if ask == "continent":
            return [name for name in CONTINENTS[language] if name != right]
        if ask == "within":
            taken = self.answers(args, language)
            return [item for item in args["items"] if item not in taken]
        (place,) = (number for number, country in enumerate(COUNTRIES) if answer_of(ask, country, language) == right)
        near = sorted(range(len(COUNTRIES)), key=lambda number: abs(number - place))
        return [answer_of(ask, COUNTRIES[number], language) for number in near[1:]]

    def other_form(self, args: Args, right: str, language: str) -> str:
        """The country for its capital, the capital for its country or its continent."""
        ask = args["ask"]
        for item in args["items"]:
            country = self._country(args, item, language)
            if answer_of(ask, country, language) == right:
                return (country.name if ask == "capital" else country.capital)[language]
        raise ValueError(f"capitals: {right!r} answers none of {args['items']}; it must come from `answers`")

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One or two countries more at once, or a list of which several fit."""
        ask, items = args["ask"], args["items"]
        if ask == "within":
            if args["several"]:
                return None
            continent, right = CONTINENTS[language].index(args["target"]), rng.randint(2, 3)
            chosen = self._choices(rng, continent, right, right + rng.randint(2, 3), language)
            return {**args, "items": chosen, "several": True}
        if len(items) == MOST_ITEMS:
            return None
        fresh = [item_of(ask, country, language) for country in rng.sample(COUNTRIES, 2 * MOST_ITEMS)]
        more = [item for item in fresh if item not in items][: rng.randint(1, MOST_ITEMS - len(items))]
        return {**args, "items": [*items, *more], "several": True}
