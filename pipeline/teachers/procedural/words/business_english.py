"""Scenes of business writing in English: letters, advertisements, contracts, bids, vacancies and posts."""

from pipeline.teachers.procedural.solving.drafting import Scene

W = "Creation/Specialized writing/"

SCENES = (
    Scene(
        W + "Email",
        "email_absence",
        "an e-mail",
        "{writer} cannot come to the {event} on {day} and gives this reason: "
        "“{reason}”. {writer} writes to {reader}, who leads it, with the offer to “{offer}”.",
        "Subject: [Absent from the {event} on {day}|{Day}: I will miss the {event}|The {event} on {day}]\n\n"
        "[Dear|Hello] {reader},\n\n"
        "[I am sorry to say that I cannot attend|Unfortunately I have to miss|I am afraid that I will not make it "
        "to] the "
        "{event} on {day}[,| at {time},] because {reason}. [I only learned of this today|This came up at short "
        "notice|I had "
        "hoped to find a way around it], and [I know it is inconvenient|I apologise for the trouble|I did not "
        "want to leave "
        "you guessing].\n\n"
        "[So that nothing is delayed|To make up for it|So that my part is not missing], I can {offer}. [The "
        "figures for "
        "{topic} are ready|My notes on {topic} are finished|I have already prepared the part on {topic}], and "
        "[{deputy} has "
        "agreed to present them|{deputy} knows them well and can answer questions|I have given {deputy} a "
        "copy].{extra}\n\n"
        "[Would you let me know whether that suits you?|Please tell me whether this works for you.|Is that all "
        "right with you?] "
        "[I can be reached by phone in the evening|I will read my mail tonight|A short reply is enough].\n\n"
        "[Kind regards|Best regards|With thanks],\n{writer}",
        {
            "writer": "@person",
            "reader": "@person",
            "deputy": "@first",
            "event": "budget meeting|project review|safety training|team workshop|sales briefing|planning session|"
            "audit "
            "talk",
            "day": "@day",
            "time": "@time",
            "reason": "my train was cancelled|my daughter is ill|I have a hearing at court|the dentist had no other "
            "date|"
            "a customer has moved a visit forward|my flight lands too late|I have to look after my father",
            "offer": "send my report the evening before|join the last half hour by phone|write up the minutes "
            "afterwards|"
            "answer all questions in writing|meet you on the following morning|record my part as a video",
            "topic": "the new prices|the spring campaign|the delivery times|the open complaints|the training budget|"
            "the move to the new office|the supplier contracts",
        },
        "day event reason offer deputy",
        {"opens": "Subject:", "closes": "{writer}"},
        extras=(
            ("room 12|the blue folder|the shared drive|my assistant's desk", "You will find the papers here: {more}."),
            ("#110-990", "My extension is {more}."),
        ),
    ),
    Scene(
        W + "Email",
        "email_order",
        "an e-mail to a supplier",
        "{firm} ordered {count} {goods} from {seller} under the number {order}. {problem_said} {writer} of {firm} "
        "asks for "
        "{wish} by {date}.",
        "Subject: [Order {order}|Your delivery, order {order}|Order {order}: {goods}]\n\n"
        "[Dear|Hello] {seller} team,\n\n"
        "[Thank you for your delivery|We refer to our order|I am writing about our order], number {order}, [of|"
        "for] {count} "
        "{goods}. [On unpacking|When we checked the boxes|This morning], we found a problem: {problem}. [Our own "
        "customers are "
        "waiting|We need the goods for a job that has begun|Our stock is used up], so [the matter is urgent|we "
        "cannot wait "
        "long|time is short].\n\n"
        "[We therefore ask for|May we ask you for|We would be glad of] {wish} by {date}. [The delivery note is "
        "attached|I "
        "attach photographs and the delivery note|You can collect the faulty pieces at any time], and [I can answer "
        "questions at {phone}|my number is {phone}|you reach me under {phone}].{extra}\n\n"
        "[We have always been glad to work with you|Until now your deliveries were faultless|We are sure that "
        "this can be "
        "settled quickly][.| and look forward to your answer.]\n\n"
        "[Yours sincerely|Kind regards|Regards],\n{writer}\n{firm}",
        {
            "writer": "@person",
            "firm": "@firm",
            "seller": "@firm",
            "count": "#12-480",
            "order": "#10040-98760",
            "goods": "office chairs|desk lamps|paper rolls|water filters|oak shelves|steel brackets|phone cases|wool "
            "blankets",
            "problem": "part of the goods came in the wrong colour|several boxes were crushed|a whole pallet is "
            "missing|"
            "the screws do not fit|the labels name another product|the invoice shows twice the price agreed",
            "problem_said": "Something went wrong with the delivery.|The goods have come, but not as agreed.",
            "wish": "a replacement|a refund|a corrected invoice|a credit note|a visit by your technician",
            "date": "@date",
            "phone": "@phone",
        },
        "order count goods wish date phone",
        {"opens": "Subject:", "closes": "{firm}"},
        extras=(
            ("@evening", "Our warehouse takes deliveries until {more}."),
            ("@first", "In my absence, ask for {more}."),
        ),
    ),
    Scene(
        W + "Advertising",
        "advert_shop",
        "an advertisement",
        "{name} in {town} opens on {date} and sells {goods}. On the first day customers get {percent} percent off. The "
        "shop wants an advertisement for the local paper.",
        "[{Goods} in {town}|New in {town}: {name}|Here comes {name}]\n\n"
        "[Good {goods} should not be hard to find.|You love {goods}?|Tired of shops where nobody knows you?] [From "
        "{date} there "
        "is a place for you|On {date}, we open our doors|Our doors open on {date}]: {name}, {street}. [Everything "
        "on our "
        "shelves is|All that we sell is|Each piece is] {virtue}, and [our staff takes time for you|we explain "
        "what we sell|you "
        "may try before you buy].\n\n"
        "[Come on the first day|Be there when we open|Our gift for the opening], and [you pay {percent} percent "
        "less|we take "
        "{percent} percent off every price|enjoy {percent} percent off]. [The first fifty guests get a coffee|There is "
        "coffee, cake and music|Children are welcome; there is a corner to play in].{extra}\n\n"
        "[Open from Monday to Saturday until|Every weekday until|We are here for you until] {time}. [Questions? "
        "Call|Call "
        "us at|Telephone:] {phone}.\n{name}, [{street}, {town}|where {town} shops]",
        {
            "name": "@firm",
            "town": "@town",
            "date": "@date",
            "goods": "bread and cakes|second-hand books|bicycles|garden plants|handmade toys|tea and coffee|shoes|"
            "cheese|"
            "lamps",
            "percent": "10|15|20|25|30",
            "virtue": "made nearby|checked by hand|chosen with care|fairly priced|made to last|from makers we know "
            "by name",
            "street": "Mill Lane 4|Station Road 18|Market Square 7|Bridge Street 22|Church Walk 3|Canal Street 51",
            "time": "@evening",
            "phone": "@phone",
        },
        "date percent street phone virtue time",
        {"closes": "{name}"},
        extras=(("Sunday walks|a free workshop|a loyalty card|home delivery", "New with us: {more}."),),
    ),
    Scene(
        W + "Advertising",
        "advert_product",
        "a product advertisement",
        "{firm} sells the {product} “{model}” for {price}. Its strong points are to be listed. It is meant for "
        "{people}.",
        "“{model}”: [the {product} for {people}|a {product} that thinks along|the {product} you were waiting for]\n\n"
        "[Made for {people}|What {people} asked for|For {people} who expect more]: the {product} “{model}” by "
        "{firm}. [We "
        "tested it for {months} months|It took us {months} months to build|{Months} months of work are in it], "
        "[until every "
        "detail was right|and we are proud of it|so that you can rely on it].{extra}\n\n"
        "[What it offers|Your advantages|Why people choose it]:\n{items}\n\n"
        "[Yours for|The price:|All this for] {price}[.|, delivered to your door.]\n[Order at|Write to|Ask at] {mail}",
        {
            "firm": "@firm",
            "product": "backpack|kettle|desk lamp|rain jacket|bicycle pump|headset|thermos flask|office chair|torch",
            "model": "Lark|Otter|Breeze|Atlas|Comet|Pebble|Nova|Swift|Badger|Finch|Ridge|Tern",
            "price": "@price",
            "people": "commuters|students|hikers|night workers|parents|travellers|gardeners",
            "months": "#4-30",
            "mail": "@mail",
        },
        "model price people mail months",
        {"opens": "“{model}”", "closes": "{mail}"},
        items=(
            "[light enough for every day|so light that you forget it]",
            "[repairs at cost for ten years|spare parts for ten years]",
            "[made of recycled material|half of it is recycled]",
            "[tested in rain and snow|proof against rain and dust]",
            "[ready in a minute, without tools|set up without a single tool]",
            "[quiet, even at night|so quiet that nobody wakes up]",
            "[thirty days to send it back|a month to change your mind]",
            "[in six colours|choose from six colours]",
        ),
        style="bullets",
        noun="strong points",
        counts=(3, 6),
        extras=(("#2-9", "The guarantee runs for {more} years."), ("@town", "It is put together in {more}.")),
    ),
    Scene(
        W + "Contract",
        "contract_rent",
        "a short rental contract",
        "{owner} lets {thing} in {town} to {tenant} from {date}. The rent is {rent} a month and the deposit {deposit}. "
        "Notice is {weeks} weeks.",
        "Rental Contract\n\n[Between|This contract is made between] {owner} ([the owner|“the Owner”]) and "
        "{tenant} ([the "
        "tenant|“the Tenant”]).\n\n{items}\n\n[Made in two copies in {town}, one for each party|Both parties have "
        "read this "
        "contract and agree to it|Each party receives one signed copy].{extra}\n\nSigned: {owner} and {tenant}",
        {
            "owner": "@person",
            "tenant": "@person",
            "thing": "a garage|a studio|a workshop|a garden plot|a store room|a flat of two rooms|an office|a boat "
            "house",
            "town": "@town",
            "date": "@date",
            "rent": "@rent",
            "deposit": "@deposit",
            "weeks": "4|6|8|10|12",
        },
        "thing date rent deposit weeks",
        {"opens": "Rental Contract", "closes": "{tenant}"},
        items=(
            "The owner lets {thing} in {town} to the tenant[, as seen| in good order|].",
            "[The lease begins on {date}|From {date} on, the tenant may use it] [and has no fixed end|until "
            "notice is given].",
            "The rent is {rent} a month, [due on the first day of the month|to be paid in advance|to be paid by "
            "transfer].",
            "The tenant pays a deposit of {deposit}, [returned at the end if nothing is damaged|which bears no "
            "interest].",
            "Either party may end this contract in writing with {weeks} weeks' notice.",
            "[The tenant keeps the place clean and dry|The place must be kept clean and free of rubbish].",
            "[Small repairs are paid by the tenant, others by the owner|The owner pays for repairs of walls and roof].",
            "[The tenant may not let it to others|Subletting needs the owner's written consent].",
            "[Keys are returned on the last day|All keys go back to the owner on the last day].",
            "[Changes to this contract must be in writing|Nothing is agreed beyond this text].",
        ),
        style="numbered",
        noun="clauses",
        counts=(6, 9),
        core=5,
        extras=(("@person", "{more} was present as a witness."), ("#2-5", "Keys handed over: {more}.")),
    ),
    Scene(
        W + "Contract",
        "contract_service",
        "a service contract",
        "{client} hires {worker} to {work}, for {fee} in all. The work begins on {start} and must be done by {end}.",
        "Service Contract\n\n[The parties are|Parties to this contract:] {client}, the client, and {worker}, the "
        "contractor."
        "\n\n{items}\n\n[Both sides sign of their own free will|This contract holds from the day of signing|Two "
        "copies have "
        "been made].{extra}\n\nSigned: {client}, {worker}",
        {
            "client": "@firm",
            "worker": "@person",
            "work": "paint the entrance hall|design a catalogue|translate a manual|film a product video|repair "
            "the fence|"
            "build a web shop|plan the staff party|catalogue the archive",
            "fee": "@money",
            "start": "@date",
            "end": "@date",
            "percent": "10|20|25|30|40",
        },
        "work fee start end percent",
        {"opens": "Service Contract", "closes": "{worker}"},
        items=(
            "The contractor undertakes to {work}.",
            "[Work begins on {start}|The contractor starts on {start}] and [ends by {end}|is to be complete by {end}].",
            "The fee is {fee}, [all taxes included|which covers all costs|not counting travel].",
            "{Percent} percent of the fee is paid [in advance|on signing], the rest [on completion|after acceptance].",
            "[The client provides what the work needs|Tools and material are supplied by the contractor].",
            "[Faults are put right free of charge for six months|The contractor mends faults within two weeks].",
            "[What the contractor learns of the client stays secret|Both parties keep each other's papers secret].",
            "[All rights in the result pass to the client on payment|The contractor may show the result as a sample].",
            "[If the work is late, the fee falls by one percent a day|Delays must be reported at once].",
            "[Disputes go first to a mediator|The courts at the client's seat decide disputes].",
        ),
        style="numbered",
        noun="clauses",
        counts=(6, 9),
        core=4,
        extras=(("@person", "The client is represented by {more}."), ("@phone", "Contact for questions: {more}.")),
    ),
    Scene(
        W + "Bid",
        "bid_tender",
        "a bid",
        "{client} in {town} has invited bids to {work}. {firm} offers to do it for {price} within {weeks} weeks, "
        "with a "
        "team of {team}. {boss} signs.",
        "[Bid to {work}|Our bid: to {work}]\n\nOffer\n[{firm} offers|We, {firm}, offer] to {work} for {client} in "
        "{town}, at "
        "a fixed price of {price}. [The price holds for ninety days|All material is included|There are no further "
        "costs].\n\n"
        "Schedule\n[The work takes|We need] {weeks} weeks [from the day of the order|after the order]. [We begin "
        "within ten "
        "days|A detailed calendar follows|Noise is kept to the mornings], and [your daily business can go on|you "
        "get a report "
        "every Friday|no part of the site is closed for long].\n\n"
        "Team\n[A team of {team} people does the work|We send {team} people, all trained], [led by|under] "
        "{leader}. [In the "
        "last years they have done|Their latest jobs include] [two schools and a library|nine jobs of this size|a "
        "similar "
        "project in a hospital].\n\n"
        "Guarantee\n[For {years} years we repair every fault free of charge|Our guarantee runs for {years} "
        "years]. [Our "
        "insurance covers damage to your building|References are attached|You are welcome to visit earlier "
        "sites].{extra}\n\n"
        "For {firm}: {boss}",
        {
            "client": "the town library|the primary school|the county hospital|the sports club|the housing office|the "
            "museum",
            "town": "@town",
            "work": "renew the roof|paint the corridors|replace the windows|lay new floors|renew the lighting|"
            "plant the "
            "yard",
            "firm": "@firm",
            "price": "@money",
            "weeks": "#3-16",
            "team": "#3-14",
            "years": "2|5|10",
            "leader": "@person",
            "boss": "@person",
        },
        "price weeks leader team years work",
        {"headings": ("Offer", "Schedule", "Team", "Guarantee"), "closes": "{boss}"},
        extras=(("@phone", "Questions are answered at {more}."), ("@date", "This bid is valid until {more}.")),
    ),
    Scene(
        W + "Recruitment manuscript",
        "job_offer",
        "a job advertisement",
        "{firm} in {town} is looking for {job} from {date}. The pay is {pay} a month. Applications go to {mail} by "
        "{deadline}.",
        "[We are hiring|Join {firm}|Wanted in {town}]: {job}\n\n"
        "{firm} [is a family business in {town}|has worked in {town} for {years} years|employs people from nine "
        "countries]. "
        "[To strengthen our team|Because our orders are growing|As a colleague is retiring], we are looking for "
        "{job} from "
        "{date}.\n\nYour tasks\n[You plan your work yourself|You work in a team of five] and {task}. [No two days "
        "are the "
        "same|You are trained for the first two months|You report to {boss}].\n\nWhat you bring\n[We expect|You "
        "have] {skill}. "
        "[Experience is welcome but not required|A school certificate matters less to us than curiosity|Beginners are "
        "welcome, too].\n\nWhat we offer\n[You earn {pay} a month|Your pay: {pay} a month], [with thirty days of "
        "leave|with a "
        "ticket for bus and train|plus a share of the profit]. [Hours are flexible|We close at four on Fridays|"
        "Overtime is "
        "paid].{extra}\n\n[Write to us|Send us a few lines|We look forward to your letter] by {deadline}.\n"
        "[{boss}, {mail}|"
        "Contact: {mail}]",
        {
            "firm": "@firm",
            "town": "@town",
            "job": "a bookkeeper|a driver|a web developer|a sales assistant|a gardener|a designer|a cook|an "
            "electrician",
            "deadline": "@date",
            "date": "@date",
            "pay": "@pay",
            "years": "#8-90",
            "boss": "@person",
            "mail": "@mail",
            "task": "look after our regular customers|keep our tools in order|prepare offers|train our apprentices|"
            "plan the week with the others|check what goes out",
            "skill": "patience and a driving licence|a good eye and steady hands|a feeling for numbers|two languages|"
            "pleasure in working with people|some knowledge of our trade",
        },
        "date deadline pay task skill",
        {"headings": ("Your tasks", "What you bring", "What we offer"), "closes": "{mail}"},
        extras=(("@phone", "For a first talk, ring {more}."), ("#20-40", "The post is for {more} hours a week.")),
    ),
    Scene(
        W + "Official account article",
        "account_post",
        "an article for a public account",
        "The public account of {place} announces {event} on {date}, {time}, led by {host}. Entry costs {price} "
        "dollars, and there "
        "are {seats} places.",
        "[{Event} at {place}|Come to {place}: {event}|Save the date: {event}]\n\n[Dear readers|Dear friends|Hello "
        "neighbours],\n\n[many of you asked for it|we have news for you|the season begins], and here it is: "
        "{event}. On "
        "{date} at {time}, [we meet at|the doors open at] {place}, and {host} [leads the evening|shows how it is "
        "done|will be "
        "our host].\n\n"
        "What awaits you\n[You will learn|In two hours we show you|{Host} explains] {content}. [No knowledge is "
        "needed|You "
        "can take part or just listen|Bring a friend and an open mind]. [Afterwards there is tea|We take "
        "photographs for "
        "those who stay at home|There is time for questions].\n\n"
        "How to join\n[There are {seats} places|We have room for {seats} guests], and [entry costs|a ticket costs|"
        "you pay] "
        "{price} dollars. [Leave a comment below|Send us a message|Tap the link] to [book|reserve a seat].{extra}\n"
        "\n[See you "
        "there|We look forward to you|Until then]: {place}",
        {
            "place": "the city library|the old mill|the youth centre|the botanical garden|the village hall|the art "
            "school",
            "event": "an evening of jazz|a course in bread baking|a night of stories|a plant exchange|a repair café|"
            "a workshop in drawing|a talk on bees",
            "date": "@date",
            "time": "@evening",
            "host": "@person",
            "price": "#2-25",
            "seats": "#15-120",
            "content": "what beginners get wrong|why patience pays|which tools you really need|how it was done a "
            "century ago|"
            "three tricks that you can use at once",
        },
        "event date time host seats",
        {"headings": ("What awaits you", "How to join"), "closes": "{place}"},
        extras=(("bus 4|tram 11|the night bus|line 27", "You get here by {more}."), ("@phone", "Information: {more}.")),
    ),
)
