"""What slogans are made of, by the kind of thing that is praised."""

from dataclasses import dataclass

from pipeline.teachers.procedural.words.labelled_texts import listed


@dataclass(frozen=True, slots=True)
class Theme:
    """A slogan is a verb, one of the words, and an ending that may be missing: "Taste joy in every bite"."""

    things: tuple[str, ...]
    verbs: tuple[str, ...]
    words: tuple[str, ...]
    endings: tuple[str, ...]


COMMON_VERBS = listed("Find/Discover/Enjoy/Share/Choose/Meet/Love/Bring/Catch/Welcome/Trust/Expect")
COMMON_ENDINGS = listed(
    "every day/with us/all year long/for everyone/right now/at your own pace/made for you/from the first minute/"
    "today and tomorrow/without the wait/and come back soon/the easy way/for the whole family/and tell your friends/"
    "day after day/in good company/and never look back/together"
)

THEMES = {
    "food": Theme(
        listed(
            "a bakery/a pizzeria/an ice cream shop/a noodle bar/a juice bar/a tea house/a coffee roaster/a cheese shop/"
            "a chocolate maker/a soup kitchen/a burger stand/a honey farm"
        ),
        listed("Taste/Savour/Sip/Smell/Serve/Order"),
        listed(
            "joy/sunshine/comfort/freshness/happiness/flavour/warmth/summer/spice/sweetness/crunch/magic/delight/"
            "tradition/harmony/goodness/honesty/passion/colour/bliss"
        ),
        listed(
            "in every bite/at our table/from dawn to dusk/on a plate/spoon by spoon/straight from the oven/"
            "round the corner/before it is gone/with a smile"
        ),
    ),
    "place": Theme(
        listed(
            "a museum/a city park/a zoo/a mountain hotel/a library/a castle/a botanical garden/an aquarium/"
            "a lighthouse/a planetarium/a beach resort/a ski village"
        ),
        listed("Visit/Explore/See/Breathe/Follow/Feel"),
        listed(
            "wonder/adventure/history/beauty/silence/freedom/nature/peace/mystery/curiosity/light/surprise/wildlife/"
            "knowledge/space/calm/legends/stories/treasures/memories"
        ),
        listed(
            "behind every door/under the open sky/step by step/beyond the map/where the road ends/close to home/"
            "through new eyes/hour after hour/in every corner"
        ),
    ),
    "product": Theme(
        listed(
            "running shoes/a backpack/an umbrella/a reading lamp/a city bicycle/a mattress/headphones/a wrist watch/"
            "a raincoat/a garden chair/a pocket knife/a school bag"
        ),
        listed("Own/Carry/Feel/Wear/Give/Unpack"),
        listed(
            "quality/speed/style/strength/power/ease/safety/balance/precision/lightness/energy/elegance/confidence/"
            "value/endurance/simplicity/luxury/focus/softness/design"
        ),
        listed(
            "wherever you go/in any weather/mile after mile/built to last/from morning to night/in your hands/"
            "at a fair price/that lasts for years/out of the box"
        ),
    ),
    "event": Theme(
        listed(
            "a jazz festival/a book fair/a marathon/a night market/a film week/a science fair/a flower show/"
            "a dance gala/a chess open/a kite festival/a poetry night/a street carnival"
        ),
        listed("Celebrate/Join/Hear/Live/Cheer/Experience"),
        listed(
            "talent/rhythm/excitement/culture/friendship/laughter/creativity/spirit/courage/unity/dreams/fun/ideas/"
            "brilliance/imagination/hope/skill/victory/poetry/champions"
        ),
        listed(
            "all night long/under the stars/in the heart of town/this weekend/side by side/from start to finish/"
            "on the big stage/once a year/in the front row"
        ),
    ),
}
