"""Words that verses are made of: openings by letter, and by theme what things do and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Plural subjects, what they do, and where or how: any subject goes with any verb and any tail."""

    word: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    tails: tuple[str, ...]


def theme(word: str, nouns: str, verbs: str, tails: str) -> Theme:
    return Theme(word, tuple(nouns.split()), tuple(verbs.split()), tuple(tail.strip() for tail in tails.split(",")))


THEMES = {
    "the sea": theme(
        "sea",
        "waves gulls sails tides shells currents sailors dolphins harbours islands pearls anchors whales beaches",
        "roll shine drift call rise sway gleam return sing wander rest breathe",
        "by the sea, across the sea, in salt wind, on silver sand, under the moon, with the tide, "
        "near the harbour wall, beyond the last lighthouse, along a quiet shore, far from land, over deep water, "
        "at dawn",
    ),
    "the forest": theme(
        "forest",
        "oaks ferns foxes owls leaves roots pines squirrels mosses branches brambles deer acorns paths",
        "whisper grow sleep listen bend hide wait tremble rustle stand dream shelter",
        "in the forest, through the forest, under old branches, beside the stream, in green light, "
        "among the roots, without a sound, where no one walks, after the storm, in deep shade, "
        "along a mossy trail, for a hundred years",
    ),
    "the night": theme(
        "night",
        "stars owls shadows lanterns dreams bats moths windows comets moons whispers crickets planets clouds",
        "glow wander shimmer sleep drift flicker watch hum rise fade listen gather",
        "in the night, through the night, above the roofs, over sleeping towns, without a word, beyond the hills, "
        "until morning comes, in silver light, behind closed doors, across the sky, near my window, in the dark",
    ),
    "winter": theme(
        "winter",
        "snowflakes icicles sleighs foxes footprints pines embers mittens frosts lakes robins chimneys "
        "blankets candles",
        "fall glitter sleep freeze drift shine wait glow whirl settle sparkle rest",
        "in winter, all winter long, on the frozen lake, over white fields, beside the fire, in the cold air, "
        "without a sound, under heavy snow, along the icy lane, until the thaw, near warm windows, at dusk",
    ),
    "spring": theme(
        "spring",
        "blossoms lambs robins buds showers meadows tulips bees streams seeds daisies nests breezes swallows",
        "wake dance sing open grow return bloom play laugh stretch flutter shine",
        "in spring, with the spring, in warm rain, over green hills, along the hedge, after the frost, "
        "in the sun, beside the brook, under blue skies, at first light, among the apple trees, once again",
    ),
    "autumn": theme(
        "autumn",
        "leaves pumpkins orchards geese mists chestnuts apples bonfires harvests fields acorns vines spiders barns",
        "fall turn glow ripen drift fade gather crackle wander rest tumble shine",
        "in autumn, every autumn, on the wet grass, in golden light, across the valley, down the lane, "
        "before the cold, under grey skies, by the old gate, in cool air, over the stubble, toward the south",
    ),
    "rain": theme(
        "rain",
        "puddles clouds umbrellas drops rooftops gutters rivers frogs gardens storms boots streets windows rainbows",
        "sing gather shine fill dance patter gleam wait splash murmur glisten grow",
        "in the rain, after the rain, on the tin roof, down the street, all afternoon, with a soft drum, "
        "over the town, against the glass, beneath dark skies, in every lane, before supper, without end",
    ),
    "the city": theme(
        "city",
        "towers trams markets bridges lights crowds taxis pigeons fountains alleys engines cafes clocks parks",
        "hum wake hurry glow rattle shine wait rush whisper meet rise wander",
        "in the city, across the city, on every corner, under neon signs, over the river, past the station, "
        "at noon, until late, between tall walls, along the avenue, with coffee in hand, before sunrise",
    ),
    "the garden": theme(
        "garden",
        "roses bees beans sparrows tulips worms herbs snails peonies ladders sunflowers butterflies pots hedges",
        "grow hum climb bloom rest wait nod open hide ripen sway thrive",
        "in the garden, around the garden, by the stone wall, in morning dew, beneath the plum tree, "
        "in neat rows, near the shed, under a straw hat, along the path, all summer, with patient care, after rain",
    ),
    "the mountains": theme(
        "mountain",
        "peaks eagles glaciers valleys goats boulders climbers pines ridges streams echoes clouds trails summits",
        "rise call wait gleam stand wander echo soar sleep tower shine climb",
        "on the mountain, above the mountain, in thin air, over the pass, beneath old snow, toward the summit, "
        "with steady steps, far from home, between the clouds, at sunrise, along the ridge, in silence",
    ),
    "music": theme(
        "music",
        "drums violins voices melodies flutes strings pianos choirs rhythms trumpets echoes dancers cellos bells",
        "ring soar hum rise answer play tremble swell whisper wander begin shine",
        "with music, in the music, through the hall, in perfect time, beneath bright lights, one by one, "
        "on the stage, for the crowd, until midnight, from the balcony, in gentle thirds, after the silence",
    ),
    "friendship": theme(
        "friend",
        "friends letters secrets smiles hands stories promises jokes neighbours memories songs hearts gifts talks",
        "last grow help wait shine listen return stay heal laugh travel remain",
        "with a friend, for every friend, through hard times, in good times, side by side, year after year, "
        "at the table, without asking why, across the miles, on long walks, when days are dark, close to home",
    ),
    "school": theme(
        "school",
        "pencils teachers books lessons bells questions pupils friends desks maps answers numbers notebooks ideas",
        "begin wait grow listen ring help gather learn travel matter open shine",
        "at school, after school, in the classroom, before the bell, on the blackboard, with open minds, "
        "in every lesson, near the window, until three, along the corridor, page by page, in bright ink",
    ),
    "a journey": theme(
        "journey",
        "trains roads travellers maps suitcases rivers bridges boats wheels stations strangers horizons tickets horses",
        "wait turn roll depart wander lead hum arrive call carry pass return",
        "on the journey, for the journey, over the border, into the unknown, with light bags, past small towns, "
        "before the rain, under wide skies, at every crossing, toward home, mile after mile, by moonlight",
    ),
    "the morning": theme(
        "morning",
        "roosters kettles sunbeams sparrows windows bakers dewdrops bells gardens bicycles curtains larks "
        "streets mists",
        "wake shine sing rise open stir glow begin hum stretch laugh gleam",
        "in the morning, this morning, at first light, over the rooftops, with warm bread, on the kitchen table, "
        "through thin curtains, before the rush, in fresh air, across the fields, without hurry, by the well",
    ),
}
"""By theme as a prompt names it. Each theme's own word stands in two of its tails."""

ADJECTIVES: dict[str, tuple[str, ...]] = {
    words.split()[0][0]: tuple(words.split())
    for words in (
        "amber ancient airy azure able ample artful",
        "bright brave blue bold busy brown better",
        "calm clear cool curious crisp clever careful",
        "deep distant dark dusty dear dreamy daring",
        "early eager endless even earnest easy elegant",
        "fair fresh faint free faithful fine fearless",
        "golden gentle grey green grand glad graceful",
        "happy humble hidden high hopeful honest hazy",
        "idle ivory innocent inviting icy immense",
        "jolly jade joyful just jaunty jubilant",
        "kind keen kindred knowing known",
        "little lively long lonely light lovely loyal",
        "misty mild many merry mellow modest mighty",
        "new narrow noble nimble nameless native",
        "old open orange outer odd olive ordinary",
        "pale patient proud plain peaceful purple playful",
        "quiet quick quaint quivering queenly quirky",
        "red rare restless rosy round radiant ready",
        "silver soft small silent slow sweet secret",
        "tall tender tiny tranquil true timeless thoughtful",
        "unseen upright unhurried useful unspoken untamed",
        "violet vast vivid vibrant velvet valiant",
        "white wild warm wise wide weary wonderful",
        "xenial xeric xanthic",
        "young yellow yearning youthful yielding",
        "zesty zealous zigzag zippy zany",
    )
}
"""By letter, words that may stand before any subject."""

ADVERBS: dict[str, tuple[str, ...]] = {
    words.split()[0][0]: tuple(words.split())
    for words in (
        "again always",
        "brightly boldly briefly",
        "calmly clearly closely",
        "daily deeply dimly",
        "early easily eagerly",
        "faintly forever freely",
        "gently gladly gracefully",
        "here happily hourly",
        "idly indeed",
        "joyfully jointly",
        "keenly kindly",
        "lately lightly lazily",
        "merrily mildly mostly",
        "nearby nightly now",
        "often overhead openly",
        "patiently peacefully proudly",
        "quickly quietly",
        "readily rarely",
        "slowly softly sometimes",
        "tenderly today tonight",
        "unseen upward usually",
        "vividly vigorously",
        "warmly wildly wisely",
        "yearly yonder",
        "zestfully zealously",
    )
}
"""By letter, words that may stand before "the" and a subject. None begins with x."""

WORDS = tuple(
    (
        "amber anchor angel apple april arrow autumn baker bamboo basil beach bell berry birch bird bloom boat book "
        "branch brave bread bridge brook candle canyon castle cedar chalk chess cherry circle cliff cloud clover "
        "coast cobalt comet copper coral corn crane creek crown daisy dance dawn deer delta desert dragon dream dusk "
        "eagle earth echo ember family feast fern field flame flute forest fox frost future garden ghost glade globe "
        "glow grace grain grape grove harbor hazel heart hearth heron hill home honey hope horse house island ivory "
        "jasmine jewel joy jungle kettle kite kitten knight lake lamp lark lemon light lily linen lion lotus magic "
        "mango maple march market meadow melon mercy mirror mist moon moss music nectar nest night north oak oasis "
        "ocean olive opal orchid otter owl paper peace peach pearl pebble piano pine planet plum pond poppy prism "
        "quartz quest quiet quilt rain raven reef river robin rose ruby sail sand school shell shore silk silver sky "
        "smile snow song south spark spice spring star stone storm summer sun swan thunder tiger topaz tower train "
        "travel tulip twig unity valley velvet violet walnut water whale wheat willow wind winter wolf wonder yarn "
        "year zebra zenith zephyr"
    ).split()
)
"""Words that an acrostic may spell."""
