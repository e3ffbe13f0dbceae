"""English requests of the `intent` family. Things, dishes and places are shared by intents: what is wanted tells."""

from pipeline.teachers.procedural.words.labelled_texts import LabelledTexts, lines, listed
from pipeline.teachers.procedural.words.names import NAMES

INTENTS_ENGLISH = LabelledTexts(
    patterns={
        "weather": lines("""
            check the weather in {city} {day}
            tell me the forecast for {city}
            find out how cold it gets in {city} {day}
            look up the temperature in {city}
            will it rain in {city} {day}?
            do I need an umbrella in {city} {day}?
            how warm is it in {city} right now?
            is it windy in {city} {day}?
            is snow expected in {city}?"""),
        "alarm": lines("""
            wake me {time} {day}
            set an alarm {time}
            set my alarm clock for {day}, {time}
            get me out of bed {time}
            move my alarm, it should ring {time}
            I have to get up {time} {day}.
            I must not oversleep {day}; beep {time}.
            can you wake {name} {time}?
            my alarm should go off {time} {day}."""),
        "flight": lines("""
            book a flight to {city} {day}
            find me a plane ticket from {city} to {town}
            reserve a seat on the plane to {city}
            compare airlines from {city} to {town}
            look for a cheap flight to {city}
            I need to fly to {city} {day}.
            is there a plane to {city} {day}?
            which airline goes to {city}?
            how much is a flight from {town} to {city}?"""),
        "hotel": lines("""
            book a double room in {city} {day}
            find a hotel near the station in {city}
            reserve a single room for {name} in {town}
            look for a guest house in {city}
            I need a bed for {count} nights in {city}.
            are there hotel rooms free in {city} {day}?
            I want to stay {count} nights in {town}.
            does the inn in {city} have a room {day}?"""),
        "table": lines("""
            book a table for {count} {day}
            reserve a table in {city} {time}
            find a restaurant in {city} that serves {dish}
            get us a table by the window {day}
            I want to eat out with {name} {day}.
            where can I go to eat {dish} in {city}?
            does the bistro in {city} have seats for {count}?
            is the restaurant in {town} open {day}?"""),
        "taxi": lines("""
            order a taxi to {place}
            get me a cab to {place} {time}
            send a driver to {place} {time}
            have a car pick me up {time}
            I need a ride to {place} {day}.
            how much is a cab to {place}?
            can a driver pick up {name} {time}?
            my taxi to {place} should be here {time}."""),
        "music": lines("""
            play some {genre} in the {room}
            put on a {genre} playlist
            shuffle my {genre} songs
            skip this song and go on with {genre}
            play the new album by {name}
            I feel like listening to {genre}.
            I want to hear {genre} in the {room}.
            what is this song by {name} called?"""),
        "recipe": lines("""
            find a recipe for {dish}
            show me how to cook {dish}
            explain how I make {dish} for {count}
            look up a quick recipe with {food}
            I want to cook {dish} for {name}.
            what goes into {dish}?
            which ingredients do I need for {dish}?
            how long does {dish} have to simmer?
            what can I cook with {food}?"""),
        "refund": lines("""
            give me my money back for the {item}
            refund the {item} that I bought {past}
            pay me back for the {item}
            I returned the {item} {past} and want my money.
            I would like to be reimbursed for the {item}.
            when do I get the refund for my {item}?
            I was charged twice for the {item}.
            how do I get my money back for a {item}?"""),
        "cancel": lines("""
            cancel my order for the {item}
            cancel the {item} that I chose {past}
            stop my order of a {item}
            take the {item} off my order
            I no longer want the {item} that I chose {past}.
            I have changed my mind about the {item}.
            can I still withdraw my order for a {item}?
            I do not want the {item} any more."""),
        "fault": lines("""
            report a fault in my {item}
            send somebody to repair the {item}
            log a defect in the {item} in the {room}
            the {item} in the {room} is broken.
            my {item} stopped working {past}.
            the {item} makes a strange noise.
            my {item} does not start any more.
            smoke comes out of the {item}.
            the {item} has been out of order since {past}."""),
        "translate": lines("""
            translate '{word}' into {language}
            put '{word}' into {language}
            translate this {language} letter for {name}
            give me the {language} word for '{word}'
            how do you say '{word}' in {language}?
            what does this {language} sign mean?
            what is '{word}' in {language}?"""),
        "call": lines("""
            call {name} {time}
            phone {name} in {city}
            dial the number of {name}
            ring up {name} for me
            get {name} on the line
            I have to speak to {name} on the phone.
            can you put me through to {name}?
            I want to phone {name} {day}."""),
        "news": lines("""
            read me the headlines from {city}
            give me the latest news from {city}
            show me today's front page
            sum up the news of the day in {city}
            what happened in {city} {past}?
            is there any news about {city}?
            what do the papers say about {city}?
            what are the top stories from {town}?"""),
        "light": lines("""
            turn off the light in the {room}
            switch on the lamp in the {room}
            dim the lights in the {room} {time}
            make the {room} a bit brighter
            it is too dark in the {room}.
            did I leave the lamp on in the {room}?
            the {room} should be lit {time}.
            all lights in the {room} should be out {time}."""),
        "delivery": lines("""
            track the parcel with my {item}
            tell me when my {item} arrives
            deliver the {item} to {place} instead
            find out whether the {item} has been shipped
            where is the {item} that I bought {past}?
            when will my {item} arrive?
            has my {item} been shipped yet?
            is the parcel for {name} on its way?"""),
    },
    fillers={
        "city": tuple(
            "Paris Rome Lima Oslo Cairo Delhi Tokyo Madrid Vienna Dublin Boston Nairobi Lagos Seoul Quito Athens "
            "Prague Lisbon Zurich Havana Accra Dakar Perth Sydney Toronto Chicago Denver Hanoi Kyoto".split()
        ),
        "town": tuple("Malmo Turin Ghent Leeds Porto Graz Bergen Basel Lyon Bonn Cork Split Seville Osaka".split()),
        "day": listed(
            "today/tomorrow/tonight/on Monday/on Tuesday/on Wednesday/on Thursday/on Friday/on Saturday/on Sunday/"
            "next week/this weekend/on the first of May/in two days"
        ),
        "past": listed("yesterday/last week/last Monday/last Friday/last month/this morning/last night/last weekend"),
        "time": listed(
            "at five/at six/at half past six/at seven/at a quarter to eight/at eight/at nine/at half past nine/at ten/"
            "at noon/at three/at midnight/at 5:40/at 6:15/at 7:20/at 8:45/at 10:30"
        ),
        "count": tuple("two three four five six seven eight".split()),
        "name": NAMES["en"],
        "dish": listed(
            "lentil soup/apple pie/fried rice/onion tart/fish curry/mushroom pasta/potato salad/bean stew/spring rolls/"
            "pumpkin soup/lemon chicken/noodle soup/cheese dumplings/paella/ramen/goulash/pancakes/risotto"
        ),
        "food": listed(
            "two eggs and rice/carrots and leeks/a tin of beans/old bread/minced beef/spinach/tofu/three potatoes/"
            "a cauliflower/red peppers"
        ),
        "place": listed(
            "the airport/the station/the museum/Mill Road/the harbour/the hospital/the town hall/Green Street/the zoo/"
            "the old bridge/the market/my office/the stadium/King's Square"
        ),
        "genre": listed(
            "jazz/blues/folk/old rock/piano pieces/techno/opera/samba/reggae/soul/string quartets/country/film scores"
        ),
        "item": listed(
            "toaster/kettle/printer/heater/camera/fan/blender/keyboard/hair dryer/drill/coffee maker/tablet/monitor/"
            "washing machine/mixer/scanner/rice cooker/lawn mower/bicycle pump/sewing machine/freezer/microwave"
        ),
        "room": listed("kitchen/hall/bedroom/garage/study/bathroom/cellar/living room/attic/nursery/workshop"),
        "word": listed(
            "good night/thank you/see you soon/two coffees/left turn/happy birthday/no smoking/mind the step/my friend/"
            "open daily/where is the exit/one moment/well done/what a day"
        ),
        "language": tuple(
            "French Spanish German Italian Polish Greek Turkish Hindi Swahili Korean Dutch Czech Arabic Danish".split()
        ),
    },
    frames=(
        *("{text}.", "Please {text}.", "Could you {text}?", "Can you {text}, please?", "I would like you to {text}."),
        *("Hey, {text}.", "Would you {text}?", "{text}, please.", "Be so kind and {text}.", "Now {text}."),
    ),
    openings=("{text}", "{text}", "Hello, {text}", "Excuse me, {text}", "Hi, {text}", "Good morning, {text}"),
    asides=lines("""
        I have just come home.
        My sister sends her regards.
        It has been a long day.
        The cat sleeps on the sofa.
        We moved here in spring.
        I am a bit tired.
        My glasses are upstairs.
        The children are at school.
        I have little time.
        This is my first message to you.
        My brother told me about you.
        I hope that you are well.
        I am sitting in the garden.
        The neighbours are away."""),
    joint=" ",
)
