"""Scenes of speeches, scripts, outlines, essays and stories in English."""

from pipeline.teachers.procedural.solving.drafting import Scene

W, T = "Creation/Specialized writing/", "Creation/Thematic creation/"

SCENES = (
    Scene(
        W + "Speech",
        "speech_farewell",
        "a short speech",
        "{speaker} speaks at {occasion} of {person}, who has been {role} in {place} for {years} years, "
        "and wants to recall "
        "{memory} and give thanks for {merit}.",
        "Dear {guests},\n\n[we have come together for|today we celebrate|this is the day of] {occasion} "
        "of {person}. [When I "
        "was asked to speak|On my way here|Last night], [I thought of|I had to think of|one thing came to "
        "my mind:] {memory}. "
        "[Those who were there still smile about it|I can still see it before me|Nobody in {place} has "
        "forgotten it].\n\n"
        "For {years} years, {person} has been {role} in {place}. [Years pass quickly|That is a long time], but {merit} "
        "[remains|stays with us|cannot be counted in years]. [When others hesitated, {person} began|"
        "{Person} listened before "
        "speaking|No question was ever too small for {person}]. [From that I learned a great deal|That is how a place "
        "becomes a home|We want to go on in the same way].{extra}\n\n[So I ask you to rise|Let us raise "
        "our glasses|Allow me one "
        "last sentence]: [thank you for {merit}|for {merit} we thank you|our thanks for {merit} come from the heart], "
        "{person}.\n\n{speaker}",
        {
            "speaker": "@person",
            "person": "@person",
            "occasion": "the farewell|the sixtieth birthday|the retirement|the anniversary|the honouring",
            "guests": "friends|colleagues|guests|neighbours|members",
            "role": "a teacher|a nurse|a coach|a librarian|a firefighter|a choir leader|a postman|a baker",
            "place": "@town",
            "years": "#8-45",
            "memory": "the winter when the heating failed|the day of the great flood|our first trip to the coast|"
            "the evening when the lights went out|the race that we nearly lost|the tree we planted in the rain",
            "merit": "the patience|the humour|the honest advice|the open door|the calm in bad hours|the curiosity",
        },
        "person role years memory merit",
        {"opens": "Dear {guests}", "closes": "{speaker}"},
        extras=(
            ("an old bell|a wooden bench|a photo album|a map of the world", "Our present is waiting outside: {more}."),
        ),
    ),
    Scene(
        W + "Video script",
        "video_howto",
        "a video script",
        "{host} makes a video of {seconds} seconds that shows {viewers} how to {do}. The tip at the end: {tip}.",
        "Title: [How to {do}|{Do} in {seconds} seconds|Anyone can {do}]\n\nOpening\n([Wide shot|Close-up] "
        "of {place}.) {host}: "
        "[Hello|Hi there]! [Have you ever wanted|Would you like] to {do}? [It is easier than it looks|You "
        "need less than you "
        "think|All it takes is {seconds} seconds].\n\nSteps\n{items}\n\nEnding\n([The camera moves back|"
        "Close-up of the result].) {host}: [My tip for {viewers}|One tip for {viewers}|And remember]: "
        "{tip}.{extra} [Write to me how it "
        "went|Show me your result|See you next week]!",
        {
            "host": "@first",
            "seconds": "45|60|75|90|120|150|180",
            "viewers": "beginners|students|children|busy parents|hobby cooks|grandparents",
            "do": "repot a plant|patch a tyre|wrap a present|fold a paper crane|sharpen a knife|iron a shirt|"
            "polish shoes|"
            "sew on a button|clean a keyboard",
            "place": "a kitchen table|a balcony|a workbench|a school desk|a bright window|a garden wall",
            "tip": "take your time|start with a cheap one|work in good light|count to ten before the last step|"
            "keep a dry cloth at hand|do it twice a year",
        },
        "do seconds tip viewers host",
        {"opens": "Title:", "headings": ("Opening", "Steps", "Ending")},
        items=(
            "[Lay everything out|Put everything in front of you][.| and count the parts.]",
            "[Look at it from all sides|Check both sides] [before you touch anything|and note what is worn].",
            "[Wipe off the dust|Clean it] with a [soft|dry] cloth.",
            "[Mark the right spot|Find the middle] with a [pencil|fingernail].",
            "[Hold it firmly|Keep one hand on it] and [work slowly|go on step by step].",
            "[Turn it round|Change sides] and [do the same again|repeat the step].",
            "[Press everything down|Fasten it] for [ten|twenty] seconds.",
            "[Compare it with the picture|Check the result] and [correct small things|smooth the edges].",
        ),
        style="numbered",
        noun="steps",
        counts=(3, 6),
        core=1,
        extras=(("@first", "Thanks to {more} for the idea."), ("@mail", "Questions go to {more}.")),
    ),
    Scene(
        W + "Thesis",
        "thesis_abstract",
        "the abstract of a thesis",
        "{author} has studied how {cause} changes {effect} among {count} {people} in {place}, by "
        "{method}. The value rose by "
        "{percent} percent.",
        "Title: [How {cause} changes {effect}|{Cause} and {effect}: a study in {place}|{Effect} and the "
        "role of {cause}]\n\n"
        "Background\n[It is often said|Many believe|Teachers and doctors report] that {cause} changes "
        "{effect}, [but figures "
        "are rare|yet few have measured it|but the evidence is thin]. [This thesis asks|The question of "
        "this thesis is] "
        "whether [the claim holds|this is true] for {people} in {place}.\n\nMethod\n[The data come from|"
        "It rests on|The study "
        "uses] {method} with {count} {people}, [held over {weeks} weeks|spread over {weeks} weeks]. [Half "
        "of them formed a "
        "control group|Each person was asked twice|The order was drawn by lot], and [the answers were "
        "read by two people|all "
        "records were made anonymous|the plan was published beforehand].\n\nResults\n[With more|Where "
        "there was more] {cause}, "
        "{effect} rose by {percent} percent [on average|in the group as a whole]. [The gain was larger among the "
        "young|Age made no difference|It was smaller at weekends].\n\nConclusion\n[The results support|"
        "The data speak for] a "
        "link, [though not for a cause|which has to be tested elsewhere|within the limits of a small "
        "sample].{extra} [Further "
        "work should|A next study could] [follow the group for a year|include other towns|use a larger "
        "sample].\n\nAuthor: "
        "{author}",
        {
            "author": "@person",
            "cause": "daily walking|reading aloud|early sleep|music at work|shared meals|garden work|quiet time",
            "effect": "memory|concentration|mood|trust|patience|punctuality|word knowledge",
            "people": "pupils|nurses|drivers|pensioners|clerks|students|apprentices",
            "count": "#24-480",
            "place": "@town",
            "weeks": "#4-30",
            "percent": "#4-38",
            "method": "interviews|diaries|a field test|a survey|paired tasks",
        },
        "cause effect count percent method place",
        {"opens": "Title:", "headings": ("Background", "Method", "Results", "Conclusion"), "closes": "{author}"},
        extras=(("noise|season|income|age", "One limit is that {more} was not controlled."),),
    ),
    Scene(
        W + "Outline/Thesis outline",
        "thesis_outline",
        "the outline of a thesis",
        "{author} plans a thesis about {topic} in {place} since {year}, based on {sources}; {teacher} supervises it.",
        "Thesis outline: {topic} in {place} since {year}\n\nQuestion: [How has {topic} changed in {place} "
        "since {year}?|What "
        "explains the change of {topic} in {place} since {year}?|Who gained and who lost by {topic} in "
        "{place}?]\nClaim: "
        "[{Topic} changed earlier than is believed|The change came from below, not from above|Money mattered less than "
        "habit].{extra}\n\n{items}\n\nSources: {sources}\n[Written by {author}, supervised by {teacher}|"
        "Author: {author}; "
        "supervisor: {teacher}]",
        {
            "author": "@person",
            "teacher": "@person",
            "topic": "public transport|school catering|street trade|social housing|the local press|river protection",
            "place": "@town",
            "year": "#1950-2010",
            "sources": "council minutes|newspaper archives|interviews with residents|maps and photographs|tax records",
        },
        "topic place year sources author",
        {"opens": "Thesis outline", "closes": "{teacher}"},
        items=(
            "Introduction: [why {topic} matters|an example from {place}] and [the question|what is asked]",
            "[State of research|What is known so far]: [three lines of argument|older and newer studies]",
            "Method: [how {sources} are used|working with {sources}]",
            "[Beginnings|The situation] [in {year}|around {year}]",
            "[The turning point|A decade of change]: [people and decisions|causes and first effects]",
            "[Who decided|Actors]: council, [firms and citizens|press and unions]",
            "[Comparison with a neighbouring town|A look at two other towns]",
            "[Effects on everyday life|What residents noticed]",
            "[Objections and limits|What the sources do not tell]",
            "[Conclusion and outlook|Conclusion: the claim reviewed]",
        ),
        style="numbered",
        noun="chapters",
        counts=(5, 9),
        core=4,
        extras=(("40 pages|60 pages|80 pages", "Planned length: {more}."), ("@date", "Date of delivery: {more}.")),
    ),
    Scene(
        W + "Outline/Story outline",
        "story_outline",
        "the outline of a story",
        "The story is about {hero}, {job} in {place}, who finds {object} and wants to {goal}; {rival} "
        "stands in the way. It "
        "ends with {ending}.",
        "Story outline: [{Hero} and {object}|{Object}|The secret of {place}]\n\nMain figure: {hero}, {job} in {place}\n"
        "Opponent: {rival}, [who wants it alone|who has lied for years|an old friend]\nTheme: [trust|"
        "courage|what we owe each "
        "other|the price of silence].{extra}\n\n{items}\n\nEnding: {ending}",
        {
            "hero": "@first",
            "rival": "@first",
            "job": "a lighthouse keeper|a piano tuner|a night nurse|a map maker|a young baker|a bus driver|a "
            "clockmaker",
            "place": "@town",
            "object": "a letter without a sender|an old key|a box of photographs|a coin with two heads|a torn map|a "
            "tape",
            "goal": "return it to its owner|find out who made it|sell it and travel|keep it from the wrong hands",
            "ending": "a reconciliation|a departure by ship|a confession in public|an empty chair|a wedding in the "
            "rain",
        },
        "hero job object rival ending goal",
        {"opens": "Story outline", "closes": "{ending}"},
        items=(
            "[On an ordinary morning|One rainy evening] {hero} finds {object}.",
            "{Hero} decides to {goal}, [against all advice|without telling anyone].",
            "{Rival} [hears of it|turns up] and [offers help|asks too many questions].",
            "[A first attempt fails|The first trail leads nowhere], and [time runs short|{hero} doubts].",
            "[An old woman in {place} remembers|A child notices] what [everybody overlooked|had been forgotten].",
            "[{Rival} steals {object}|{Object} disappears] [overnight|during a feast].",
            "{Hero} [follows {rival} to the harbour|sets a trap for {rival}].",
            "[The two talk at last|Both are caught in a storm], and [the truth comes out|they need each other].",
            "{Hero} [makes a choice that costs something|gives up what seemed most important].",
        ),
        style="numbered",
        noun="plot points",
        counts=(4, 8),
        core=3,
        extras=(("spring|autumn|midwinter|high summer", "The story takes place in {more}."),),
    ),
    Scene(
        T + "Dialogues",
        "dialogue",
        "a dialogue",
        "{a} and {b} talk {where} about {plan}. {A} is for it because {pro}; {b} hesitates because {con}. "
        "In the end they "
        "agree to sleep on it.",
        "{items}",
        {
            "a": "@first",
            "b": "@first",
            "where": "on the bus|in the kitchen|in front of the school|on a bench|at the market|in the lift",
            "plan": "buying a boat|moving to the country|keeping a dog|starting a band|learning to sail|opening a café",
            "pro": "life is short|we have talked of it for years|the price is good|it would do us good",
            "con": "we have no time|the money is gone|the neighbours will complain|last time it went wrong",
            "day": "@day",
        },
        "plan pro con",
        {"speakers": ("{a}", "{b}"), "opens": "{a}"},
        items=(
            "[Good that I meet you {where}, {b}.|I have been looking for you, {b}.|Do you have a minute, {b}?] "
            "[I keep thinking of|My head is full of|I want to talk about] {plan}. / [{Plan}? Again?|You "
            "mean {plan}? Here, "
            "{where}?|I knew "
            "that {plan} would come up.]",
            "[I am serious|Do not laugh]: {pro}[.|, and you know it.] / [Maybe|That may be], but {con}[.|"
            ", as you know.]",
            "[You always see the dark side.|There is a way round that.] / [And you never count.|I only "
            "want to be sure.]",
            "[Think of next summer.|Imagine our faces in a year.] / [I think of next winter.|I imagine the bills.]",
            "[My sister did it, too.|Others have done it with less.] / [Others have more luck than we do.|"
            "Others have no children.]",
            "[Tell me what you are afraid of.|What is it that worries you most?] / [That we do it in a "
            "hurry.|That we will regret it.]",
            "[We could start small.|Nobody says we must do it all at once.] / [Small is how it always "
            "starts.|Small sounds "
            "better.]",
            "[So what do we do?|How shall we leave it?] [Shall we sleep on it|Could we ask someone] and "
            "then try? / [Agreed:|"
            "All right:] let us sleep on it[.| and talk on {day}.]",
        ),
        style="turns",
        noun="lines",
        counts=(4, 8),
        core=2,
    ),
    Scene(
        T + "Diaries-Travel notes",
        "diary",
        "a diary entry",
        "{writer} spent {date} in {place} with {friend}: it was {weather}; in the morning “{morning}”, in "
        "the evening “{evening}”. "
        "{writer} spent {sum}.",
        "{date}, {place}\n\n[It was {weather} when I woke up|{Weather} weather again|The day began "
        "{weather}]. [{Friend} was "
        "already up|{Friend} made tea and said nothing|I heard {friend} sing in the next room], and "
        "[after breakfast|before "
        "nine|with bread in our pockets] we [set out|left the house]. [In the morning|Before noon] "
        "{morning}. [I had not "
        "expected that|My shoes are still wet|{Friend} took a picture of it].\n\n[We ate soup at a stall|"
        "Lunch was bread and "
        "cheese|We rested under a plane tree] and we [spent {sum} in all|counted our money: {sum} gone|"
        "paid {sum} for the whole day]. [In the evening|Towards night] {evening}. [Nobody wanted to go to "
        "bed|I was tired and "
        "content|We hardly spoke "
        "on the way back].{extra}\n\n[What stays of {place}|If I keep one thing of {place}|What I take "
        "home from {place}]: "
        "[the smell of rain on stone|a stranger's laugh|the light at six o'clock|the sound of bells].",
        {
            "writer": "@person",
            "friend": "@first",
            "date": "@date",
            "place": "@town",
            "weather": "foggy|windy|hot|frosty|clear and cold|grey",
            "morning": "we climbed the church tower|we got lost in the old town|we rowed across the lake|we saw a "
            "heron catch "
            "a fish|an old man showed us his clocks",
            "evening": "there was music in the square|we watched the boats come in|the power failed and we lit candles|"
            "we played cards with strangers|a storm broke over the hills",
            "sum": "@price",
        },
        "date place friend morning evening sum",
        {"opens": "{date}"},
        extras=(("@first", "Tomorrow I must write to {more}."), ("#2-19", "We walked {more} kilometres.")),
    ),
    Scene(
        T + "After reading-After watching-After listening feelings",
        "review",
        "a short text about one's impressions",
        "{writer} has {verb} “{title}”, {kind} of {length}, and liked {good} but not {bad}. The mark is {mark} of 10.",
        "“{title}”: [my impressions|what stays with me|a few thoughts]\n\n[On a quiet evening|On a long "
        "train journey|Over "
        "the weekend] I {verb} “{title}”, {kind} of {length}. [I knew nothing about it|{Friend} had "
        "recommended it|I picked "
        "it for the cover], [and I was curious|and I did not expect much].\n\n[What moved me most was|Its "
        "strength is|I "
        "will not forget] {good}. [It reminded me of my own childhood|More than once I had to stop and breathe|Here "
        "somebody knows what to leave out]. [Less convincing is|I could have done without|What I liked "
        "less was] {bad}. [It "
        "costs the middle part some force|There the tension drops|But that is soon forgiven].\n\n[Since "
        "then I look at my "
        "own street with other eyes|I called my brother afterwards|I have thought about it for days].{extra} [It suits "
        "people who|I recommend it to all who] [have time|like quiet things|can bear open questions]. [My "
        "mark|I give it]: "
        "{mark} of 10.",
        {
            "writer": "@person",
            "friend": "@first",
            "title": "The Salt Road|A House of Rain|Seven Lanterns|The Slow Train|Letters to Nobody|The Glass Orchard|"
            "Winter Bees|The Last Ferry",
            "verb": "read|watched|listened to",
            "kind": "a story|a tale|an epic|a comedy|a drama",
            "length": "two parts|three parts|four parts|five parts|six parts",
            "good": "the quiet ending|the voice of the mother|the scene on the bridge|the humour in dark moments|"
            "the slow "
            "opening|the way silence is used",
            "bad": "the long speeches|the sudden happy turn|the many names|the loud middle part|the villain "
            "without reasons",
            "mark": "5|6|7|8|9",
        },
        "title good bad mark kind",
        {"opens": "“{title}”", "closes": "{mark} of 10"},
        extras=(
            ("@first", "I will lend it to {more}."),
            ("the ferry|the red coat|the dog", "One image comes back: {more}."),
        ),
    ),
    Scene(
        T + "Stories-Novels-Scripts",
        "story",
        "a very short story",
        "{hero}, {job}, finds {object} {where} in {place} on {day}. {other} wants to {want}. Nobody gets "
        "hurt, and the story "
        "has a turn.",
        "[{Object}|What {hero} found|The {day} of {hero}]\n\nOn {day}, {hero}, {job}, [found|came upon|"
        "stumbled over] {object} "
        "{where}. [It had not been there the day before|It was wet and smelled of smoke|Somebody had "
        "wrapped it in newspaper]. "
        "[All {place} slept|{Place} lay in fog|The clocks of {place} struck six], and [there was nobody "
        "to ask|only a cat "
        "looked on|no light was on].\n\n[“Give it to me,”|“That is mine,”|“Do not touch it,”] said "
        "{other}, who [had come up "
        "without a sound|stood in the doorway|was out of breath]. [{Other} wanted to {want}|All that "
        "{other} wished was to "
        "{want}]. {Hero} [thought about it|said nothing for a while|looked from one to the other]. [“Tell "
        "me first why,” said "
        "{hero}.|“For whom?” asked {hero}.|“And then?” asked {hero}.]\n\n[So {other} told of a brother "
        "across the sea|So "
        "{other} spoke of a promise, forty years old|It was a long story, and {other} told it "
        "badly].{extra} [When it was "
        "over, the sun was up|At the end both were silent|Before it ended, they had bread and tea]. [Then "
        "{hero} handed it "
        "over, and {other} gave it back|They took it to the river together and let it go|{Hero} laughed, "
        "for it had been "
        "empty all along|In the end they found two names inside, and both were theirs].",
        {
            "hero": "@first",
            "other": "@first",
            "job": "a postman|a young vet|a retired sailor|a street musician|a gardener|a ticket collector",
            "object": "a locked suitcase|a violin|a glass jar|a birdcage|a wooden box|a silver watch",
            "where": "behind the station|under the bridge|on the church steps|at the bus stop|beside the well",
            "place": "@town",
            "day": "@day",
            "want": "burn it|sell it|hide it|send it away|bury it",
        },
        "hero job object where other place day want",
        {},
        extras=(("snow|thunder|a distant bell|a train whistle", "Outside there was {more}."),),
    ),
)
