"""Scenes of riddles, roles and jokes in English."""

from pipeline.teachers.procedural.solving.drafting import Scene

RIDDLES, ROLES, JOKES = (
    "Creation/Thematic creation/Riddles",
    "Creation/Simulation creation/Role-playing",
    "Creation/Thematic creation/Jokes",
)
ANSWERS = {
    "clock": ("I have a face but no eyes|I have hands but hold nothing|I run all day and stay in my place", "the wall"),
    "candle": ("I am tall when I am young|I weep while I work|A breath is enough to end me", "the table"),
    "river": ("I have a bed but never sleep|I have a mouth but never eat|I run but have no feet", "the valley"),
    "book": ("I have leaves but no branches|I have a spine but no bones|I speak without a voice", "the shelf"),
    "mirror": ("I show you everything and keep nothing|Raise your right, I raise my left|I never lie", "the hall"),
    "shadow": ("I follow you without a sound|At noon I am small|In the dark I leave you", "the street"),
    "needle": ("I have one eye but cannot see|I am thin and I mend things|I drag my tail behind me", "the drawer"),
    "umbrella": ("I open when others go home|I am wet so that you are dry|I have ribs but no heart", "the door"),
    "stamp": ("I travel the world in a corner|I am licked and never bite|I pay for every journey", "the post"),
    "bell": ("I have a tongue but cannot taste|Strike me and I sing|I wake you and stay where I am", "the tower"),
    "comb": ("I have teeth but never eat|I visit every head in the house|I tame what is wild", "the bath"),
    "snowman": ("I am born from cold|My nose may be a carrot|The sun is my enemy", "the yard"),
    "kite": ("I fly without wings of my own|I am tied and still dance|No wind, no joy", "the hill"),
    "ladder": ("I have many steps and go nowhere|I lean so that you rise|Walk under me if you dare", "the shed"),
}


def riddle(answer: str, clues: str, place: str) -> Scene:
    first, second, third = clues.split("|")
    return Scene(
        RIDDLES,
        f"riddle_{answer}",
        f"a riddle whose answer is “{answer}” (the riddle itself must not say so)",
        "{asker} wants to puzzle {listener} and {friends} {when}.",
        "[A riddle|Here is a riddle|Guess this] for {listener}[ from {asker}|, asked by {asker}]:\n\n"
        f"[{first}.\n{second}.|{second}.\n{first}.]\n{third}[|, {{listener}}].\n"
        f"[You find me at {place}|Look for me near {place}|I am often seen by {place}] {{when}}[| in {{town}}].\n"
        "[{Friends} know me well|I am known to {friends}|Ask {friends} about me].{extra}\n"
        "[What am I?|Who am I?|Tell me, what am I?]",
        {
            "asker": "@first",
            "listener": "@first",
            "town": "@town",
            "friends": "poets|children|grandmothers|sailors|teachers|travellers|bakers|soldiers|farmers",
            "when": "in the morning|at night|in winter|on Sundays|in the rain|after school|in the holidays",
        },
        "listener asker friends when",
        {"avoids": (answer,), "closes": "am I"},
        extras=(("@first", "\nEven {more} was fooled by me."),),
    )


SCENES = (
    *(riddle(answer, *rest) for answer, rest in ANSWERS.items()),
    Scene(
        ROLES,
        "role_host",
        "an answer in a role",
        "You are {role} named {name} in {place}. {guest} asks you: “{question}?” Stay in your role, greet "
        "{guest} with “{hello}” "
        "and take leave with “{bye}”. You have {thing} with you.",
        "{hello}, {guest}. [I am {name}, {role} in {place}|They call me {name}, {role} of {place}|{name} "
        "is my name, and {place} "
        "is my home].\n\n[So you ask: {question}|You want to know: {question}|“{question}” is what you "
        "ask]? [I have been asked "
        "that before|A good question|Sit down, this takes a moment]. [In all my years as {role}|Since I "
        "became {role}|As {role}], "
        "I have learned one thing: [{advice}|it is true that {advice}|never forget that {advice}]. [When "
        "I was young, I did not "
        "believe it|My mother told me so, and she was right|It cost me three winters to find out].\n\n"
        "[Look at {thing}|Do you see "
        "{thing}|Here, hold {thing}][.|, {guest}.] [I would not give it away for gold|It has been with me "
        "longer than any "
        "friend|It tells me more than maps and books]. [Take your time in {place}|Stay for a day in "
        "{place}|Ask in {place} for "
        "me] [if you need more|and you will see what I mean|when the weather turns].{extra}\n\n{bye}",
        {
            "role": "a ship's captain|a lighthouse keeper|an innkeeper|a court astronomer|a mountain guide|a "
            "robot butler|a "
            "village doctor|a retired detective|a dragon tamer|a museum ghost",
            "name": "@first",
            "guest": "@first",
            "place": "@town",
            "question": "what is courage|how do I find my way|what should I eat here|why is it so quiet|whom can I "
            "trust|when "
            "will the storm come|what is worth keeping",
            "advice": "the slow step arrives|bread tastes best when shared|a calm mind sees further|nobody is too "
            "old to learn|the "
            "wind tells no lies|small lamps drive out the dark",
            "thing": "this brass key|this old compass|this blue lantern|this cracked cup|this silver whistle|this "
            "worn coat",
            "hello": "Welcome, traveller|Good evening|Come in|Greetings|Ahoy|Well met",
            "bye": "Farewell and fair winds|Until we meet again|Mind the step on your way out|May your road be "
            "dry|Sleep well",
        },
        "name place thing role guest",
        {"opens": "{hello}", "closes": "{bye}"},
        extras=(("@first", "Give my regards to {more}."), ("@money", "It once cost me {more}.")),
    ),
    *(
        Scene(
            JOKES,
            f"joke_{word}",
            "a knock-knock joke",
            "{a} knocks and {b} answers, {where}. The name behind the door is “{word}”; in the end {a} is {reason}.",
            "{a}: Knock, knock!\n{b}: Who's there?\n{a}: {word}.\n{b}: {word} who?\n"
            f"{{a}}: {line}, {{b}}[! I am {{reason}}!|, I am {{reason}}!]",
            {
                "word": word,
                "a": "@first",
                "b": "@first",
                "where": "at the school door|at the hotel|at the castle gate|at the lift|at the bathroom door|at "
                "the tent",
                "reason": "soaked to the skin|late for dinner|standing here with a cake|freezing out here|holding "
                "three cats|on "
                "one leg already|too old for games|hungry as a wolf|carrying your parcel|losing my hat to "
                "the wind|waiting with "
                "the whole choir|afraid of the dark|missing the match",
            },
            "reason word",
            {"speakers": ("{a}", "{b}"), "turns": 5, "opens": "{a}"},
        )
        for word, line in {
            "Lettuce": "[Lettuce in|Lettuce in, please|Lettuce in right now|Oh, lettuce in]",
            "Olive": "[Olive here, let me in|Olive next door, open up|Olive you, so open up]",
            "Ice cream": "[Ice cream every time you ask|Ice cream if you do not open|Ice cream until you open]",
            "Justin": "[Justin time, as you see|Justin time for supper|Justin time, open up]",
            "Harry": "[Harry up and open|Harry up, please|Harry up in there]",
            "Wooden shoe": "[Wooden shoe like to know|Wooden shoe let me in|Wooden shoe open the door]",
            "Cash": "[No thanks, I prefer peanuts|No, thank you, but I like almonds|Rather walnuts, please]",
            "Anita": "[Anita get inside|Anita warm place|Anita key, quickly]",
            "Dishes": "[Dishes me, open up|Dishes the last time I knock|Dishes no joke]",
            "Water": "[Water you doing in there|Water you waiting for|Water you thinking]",
            "Orange": "[Orange you going to open|Orange you glad it is me|Orange you coming out]",
            "Boo": "[Do not cry, it is only me|No need to cry|Come on, no tears]",
        }.items()
    ),
)
