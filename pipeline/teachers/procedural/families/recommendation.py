"""Recommend from a stated catalogue what fits stated wishes, the best by a stated rule (English and Chinese)."""

import random
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.catalogues import CATALOGUES, MODELS
from pipeline.teachers.procedural.words.names import NAMES

RULES = {
    "cheapest": {"en": "the cheapest", "zh": "最便宜的"},
    "rated": {"en": "the best rated", "zh": "评分最高的"},
    "dearest": {"en": "the most expensive", "zh": "价格最高的"},
}
COMMA = {"en": ", ", "zh": "，"}

Offer = dict[str, Any]
"""name, price, rating (in tenths of a star) and offers, a list."""


def fits(offer: Offer, args: Args) -> bool:
    return (
        offer["price"] <= args["budget"]
        and set(args["wishes"]) <= set(offer["offers"])
        and not set(args["refused"]) & set(offer["offers"])
    )


def ranked(args: Args, *, wishes: bool = True) -> list[str]:
    """Names of what fits, the best first; with `wishes` false, of everything."""
    found = [offer for offer in args["catalogue"] if not wishes or fits(offer, args)]
    key = "rating" if args["rule"] == "rated" else "price"
    found.sort(key=lambda offer: int(offer[key]), reverse=args["rule"] != "cheapest")
    return [offer["name"] for offer in found]


class TaskFamily(WorkedFamily):
    id = "recommendation"
    category = "Knowledge Utilization/Open-book Questions/Brainstorming/Recommendations"
    checker = "recommendation"
    wordings = {
        "en": (
            "{name} looks for a {kind} that {wishes}. The choice:\n{catalogue}\n{rule} {form}",
            "Recommend a {kind} to {name}. It should be one that {wishes}.\n{catalogue}\n{rule} {form}",
            "Catalogue of the {kind} guide:\n{catalogue}\n{name} wants one that {wishes}. {rule} {form}",
            "Which {kind} would you recommend to {name}, who needs one that {wishes}? {rule}\n{catalogue}\n{form}",
            "{form}\nTask: advise {name}, who asks for a {kind} that {wishes}. {rule}\nOn offer:\n{catalogue}",
            "{rule} That is how {name} will choose a {kind} that {wishes}:\n{catalogue}\n{form}",
        ),
        "zh": (
            "{name}想找一个{kind}，要求：{wishes}。可选的有：\n{catalogue}\n{rule}{form}",
            "请给{name}推荐{kind}，条件是{wishes}。\n{catalogue}\n{rule}{form}",
            "{kind}目录：\n{catalogue}\n{name}的要求是{wishes}。{rule}{form}",
            "{name}需要的{kind}要满足：{wishes}。{rule}你会推荐哪一个？\n{catalogue}\n{form}",
            "{form}\n任务：为{name}挑选{kind}，条件：{wishes}。{rule}\n备选：\n{catalogue}",
        ),
    }
    slip_kinds = ("wishes_ignored", "wrong_choice", "second_best", "outside_catalogue", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_offers: int = 4
        max_offers: int = 6

        def __post_init__(self) -> None:
            if not 3 <= self.min_offers <= self.max_offers <= 8:
                raise ValueError("recommendation: need 3 <= min_offers <= max_offers <= 8")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        count = rng.randint(self.config.min_offers, self.config.max_offers)
        return self._draw(rng, language, count, rng.randint(1, 2), 0, 1)

    @staticmethod
    def _draw(rng: random.Random, language: str, count: int, wishes: int, refused: int, wanted: int) -> Args:
        kind = rng.choice(list(CATALOGUES[language]))
        text, (low, high) = CATALOGUES[language][kind]
        features = text.split("|")
        asked = rng.sample(features, wishes + refused)
        budget = rng.randrange((low + high) // 2, high, 10)
        prices, ratings = rng.sample(range(low, high), count), rng.sample(range(25, 50), count)
        catalogue = []
        for place, name in enumerate(rng.sample(MODELS[language], count)):
            offers = rng.sample(features, rng.randint(2, 4))
            if place < wanted + 1:  # some fit for certain
                offers = [*asked[:wishes], *[one for one in offers if one not in asked][:2]]
                while prices[place] > budget or prices.count(prices[place]) > 1:
                    prices[place] = rng.randint(low, budget)
            catalogue.append({"name": name, "price": prices[place], "rating": ratings[place], "offers": offers})
        rng.shuffle(catalogue)
        return {
            "kind": kind,
            "name": rng.choice(NAMES[language]),
            "budget": budget,
            "wishes": asked[:wishes],
            "refused": asked[wishes:],
            "rule": rng.choice(list(RULES)),
            "wanted": wanted,
            "catalogue": catalogue,
        }

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rule, several = RULES[args["rule"]][language], args["wanted"] > 1
        if language == "en":
            lines = [
                f"- {o['name']}: {o['price']} euros, {o['rating'] / 10} stars, with {', '.join(o['offers'])}"
                for o in args["catalogue"]
            ]
            wishes = f"costs at most {args['budget']} euros and has {' and '.join(args['wishes'])}"
            wishes += f" but not {' or '.join(args['refused'])}" if args["refused"] else ""
            rule = (
                f"If several fit, take {rule}." if not several else f"Name the two that fit and are {rule}, in order."
            )
            form = (
                'End with "Answer: " and the name.'
                if not several
                else 'End with "Answer: " and both names, with a comma.'
            )
        else:
            lines = [
                f"- {o['name']}：{o['price']}元，{o['rating'] / 10}星，有{'、'.join(o['offers'])}"
                for o in args["catalogue"]
            ]
            wishes = f"不超过{args['budget']}元，有{'和'.join(args['wishes'])}"
            wishes += f"，不要{'或'.join(args['refused'])}" if args["refused"] else ""
            rule = f"如有几个合适，选{rule}。" if not several else f"依次写出合适的当中{rule}两个。"
            form = "最后写“答案：”和名称。" if not several else "最后写“答案：”和两个名称，用逗号隔开。"
        kind = args["kind"]
        return {
            "name": args["name"],
            "kind": kind,
            "wishes": wishes,
            "catalogue": "\n".join(lines),
            "rule": rule,
            "form": form,
        }

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        fitting = [offer for offer in args["catalogue"] if fits(offer, args)]
        key = "rating" if args["rule"] == "rated" else "price"
        shown = [f"{offer['name']} ({offer[key] / 10 if key == 'rating' else offer[key]})" for offer in fitting]
        line = f"These fit: {', '.join(shown)}." if language == "en" else f"合适的有：{'、'.join(shown)}。"
        return [line], COMMA[language].join(ranked(args)[: args["wanted"]])

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        best, everything, wanted = ranked(args), ranked(args, wishes=False), args["wanted"]
        right = best[:wanted]
        others = [name for name in everything if name not in right]
        match kind:
            case "wishes_ignored":
                chosen = everything[:wanted]
            case "wrong_choice":
                chosen = rng.sample(others, min(wanted, len(others)))
            case "second_best":
                chosen = best[1 : wanted + 1] if len(best) > wanted else others[:wanted]
            case "outside_catalogue":
                outside = [name for name in MODELS[language] if name not in everything]
                chosen = [*right[:-1], rng.choice(outside)]
            case _:
                chosen = [*right[:-1], f"{right[-1]} {'or' if language == 'en' else '或'} {others[0]}"]
        return COMMA[language].join(chosen)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A longer catalogue, something that is refused, and the two best asked for."""
        if args["wanted"] > 1:
            return None
        return self._draw(rng, language, rng.randint(6, 8), rng.randint(1, 2), 1, 2)
