"""A table of English words by grammatical kind, so that one word can be put for another of its kind.

Plurals and verb forms are derived, so only regular nouns and verbs are listed. A word that serves as noun and as verb
("file", "test") counts as a noun; the verbs and the adverbs serve as nothing else.
"""

import random
from functools import cache

NOUNS = """
account address agent algorithm alias anchor application archive area argument arrow artist attribute author badge
balance banner barrier basket battery beacon benefit border bottle boundary branch bridge browser bucket bug builder
bundle button cable calendar camera candidate capital card carrier castle catalogue category cell chain chapter
character chart circle class client clock cluster code column command comment community company compiler component
computer concept condition connection constant container contract corner country course customer dashboard database
date decision decoder definition delay description desk detail developer device diagram dictionary digit directory
document domain door driver editor effect element email engine entry envelope environment error event example exception
expression extension factor farmer feature field figure file filter flag folder formula forest format fragment framework
function garden gateway generator goal grammar graph group guide handler harbour header history host hour house icon
idea identifier image index inspector instance instruction instrument integer interface interval island issue item
journal journey kernel key keyboard keyword kitchen label ladder lamp language layer layout leader lesson letter library
licence limit line link list listener location log loop machine manager map marker market mask meadow measure member
memory menu message meter method minute mirror mode model module moment month morning mountain museum name namespace
neighbour network node note notebook number object offset operation operator option orchard order origin orphan output
owner package packet page painter panel paragraph parameter parser part partner password pattern pencil period
permission picture pilot pipeline planet platform player plugin pocket point pointer policy pool port position prefix
problem procedure process product profile program project prompt property protocol provider proxy queue quote range
reader reason receipt recipe record reference region registry release report repository request resource response result
river road robot role room root route router row rule runner sample scanner schedule scheduler scope screen script
season second section segment sensor sequence server service session setting shadow shape shelter signal singer size
socket solution sound source space speaker stage standard statement station step stone storage store stream string
structure student style subject suffix suggestion summary surface symbol system table tag target task teacher team
template terminal test text theme thread ticket tile timer title token tool topic tower town trace track transaction
tree trigger tuple tunnel type umbrella unit update user utility value variable vector vehicle vendor version vessel
video view village visitor volume warning website weight wheel widget window word worker workflow writer year zone
""".split()

VERBS = """
accept add adjust allow appear append apply arrange assemble attach avoid borrow calculate carry collect combine
compare compute configure connect consider consume contain convert create decide declare decode define delete deliver
depend describe destroy detect determine discard discover divide edit eliminate enable encode encourage enforce
enjoy ensure enter establish evaluate examine exclude execute exist expand expect explain explore extend extract fetch
finish follow gather generate happen identify ignore imagine implement improve include increase indicate inform inherit
initialize inject insert inspect install introduce invent invoke join learn listen locate maintain merge modify move
multiply observe obtain operate organize paint parse perform populate prepare preserve prevent proceed protect publish
push raise receive recommend reduce reject remain remember remove rename repair replace represent require resolve
respond restore retain retrieve return reveal reverse rotate satisfy select separate serialize simplify specify start
subtract succeed suggest suppose terminate touch transform translate traverse treat unpack validate vanish verify wait
walk warn watch yield
""".split()

ADJECTIVES = """
absolute abstract active actual additional alternative ancient anonymous arbitrary asynchronous atomic automatic
available bad basic big binary bold brief bright broken busy careful central certain cheap clean clear clever closed
cold common compact compatible complex concrete consistent convenient correct curious current custom dangerous dark deep
dense different difficult digital direct distinct distant dry dynamic eager early easy efficient eligible empty enormous
entire equivalent essential exact excellent explicit external extra fair familiar famous fast final fine finite flat
flexible formal fragile free frequent fresh full general generic gentle global golden good graphical great green happy
hard harmless heavy helpful hidden high honest huge human ideal identical illegal immediate immutable implicit important
impossible independent individual infinite initial inner innocent internal invalid invisible irregular large late lazy
legal light likely linear literal little local logical lonely long loud low lucky main major manual maximum mean minimal
minimum minor mixed modern modest mutable mysterious narrow native natural necessary negative new nice noisy normal
numeric obsolete obvious odd old open optional ordinary original outer painful parallel partial particular patient
permanent persistent personal physical plain pleasant popular portable positive possible powerful precise previous
primary private proper public pure quick quiet random rare raw ready real recent recursive red regular related relative
relevant reliable remote rich rigid rough round safe secure sensible serious shallow sharp short shy silent similar
simple single slow small smooth soft solid special specific stable static steady strange strict strong stubborn sudden
suitable sure sweet symbolic synchronous temporary tense thin tidy tiny tired total trivial true typical ugly unable
unique universal unknown unusual upper urgent useful useless usual vague valid various verbose virtual visible warm weak
weird whole wide wild wise wooden wrong young
""".split()

ADVERBS = """
actually again almost already also always automatically away carefully certainly clearly closely completely commonly
correctly currently deliberately directly eagerly easily effectively efficiently entirely equally especially eventually
exactly explicitly finally frequently fully generally gently gradually hardly immediately implicitly independently
initially instead internally lately later loudly mainly manually merely mostly nearly neatly never normally often once
originally otherwise partially perhaps permanently possibly precisely previously primarily privately probably properly
quickly quietly randomly rarely really recently recursively reliably repeatedly safely seldom separately silently
similarly simply slightly slowly sometimes soon still strictly suddenly temporarily together twice typically usually
well yet
""".split()


def with_s(word: str) -> str:
    """The plural of a regular noun, or the third person of a regular verb."""
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def with_ed(word: str) -> str:
    """The past participle of a regular verb that doubles no letter."""
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2] not in "aeiou" else word + "ed"


def with_ing(word: str) -> str:
    """The present participle of a regular verb that doubles no letter."""
    return (word[:-1] if word.endswith("e") else word) + "ing"


@cache
def kinds() -> dict[str, str]:
    """The kind of each word of the table: noun, plural, verb, verb_s, verb_ed, verb_ing, adjective or adverb."""
    table: dict[str, str] = {}
    for kind, words in (
        ("noun", NOUNS),
        ("plural", map(with_s, NOUNS)),
        ("adjective", ADJECTIVES),
        ("adverb", ADVERBS),
        ("verb", VERBS),
        ("verb_s", map(with_s, VERBS)),
        ("verb_ed", map(with_ed, VERBS)),
        ("verb_ing", map(with_ing, VERBS)),
    ):
        for word in words:
            table.setdefault(word, kind)
    return table


@cache
def _alike() -> dict[tuple[str, bool], tuple[str, ...]]:
    groups: dict[tuple[str, bool], list[str]] = {}
    for word, kind in kinds().items():
        groups.setdefault((kind, word[0] in "aeiou"), []).append(word)
    return {key: tuple(words) for key, words in groups.items()}


def alike(rng: random.Random, word: str, without: str) -> str:
    """Another word of the same kind that does not occur in the lower-case text `without`; it begins with a vowel if
    `word` does, so that an article before it still fits. A word outside the table counts as a noun."""
    pool = _alike()[kinds().get(word, "noun"), word[0] in "aeiou"]
    start = rng.randrange(len(pool))
    for drawn in pool[start:] + pool[:start]:
        if drawn != word and drawn not in without:
            return drawn
    raise LookupError(f"every word that could stand for {word!r} occurs in the text of {len(without)} characters")
