"""English news lines of the `topic` family."""

from pipeline.teachers.procedural.words.labelled_texts import LabelledTexts, lines, listed
from pipeline.teachers.procedural.words.names import NAMES

TOPICS_ENGLISH = LabelledTexts(
    patterns={
        "sport": lines("""
            {city} wins the final {score}
            goalkeeper {name} saves two penalties in {city}
            {name} breaks the {count} hundred metre record
            {city} coach steps down after {number} defeats
            the {city} marathon draws {number} thousand runners
            striker {name} scores {count} goals
            {name} reaches the tennis semi-finals in {city}
            {city} loses the derby {score}
            swimmer {name} takes gold in {city}"""),
        "finance": lines("""
            shares in {city} fall by {number} percent
            the central bank raises interest rates {day}
            {company} doubles its profit
            inflation in {city} drops to {number} percent
            investors sell {company} stock
            the budget of {city} has a deficit of {number} million
            {company} issues bonds for {number} million
            banks in {city} lend {number} percent less
            dividend of {company} rises by {number} percent"""),
        "weather": lines("""
            heavy rain floods {city} {day}
            storm warning for {city} {day}
            {number} centimetres of snow fall on {city}
            heat wave in {city} lasts {count} weeks
            fog and drizzle expected in {city} {day}
            thunder and hail hit {city}
            clear skies over {city} {day}
            hurricane moves towards {city}
            frost covers {city} {day}"""),
        "health": lines("""
            {city} hospital opens {number} new beds
            doctors in {city} warn of flu
            vaccine protects {number} percent of patients
            nurses in {city} treat {number} cases of measles
            short walks lower blood pressure, finds {name}
            {city} clinic offers free eye tests {day}
            new drug eases back pain within {count} weeks
            surgeon {name} operates for {count} hours
            too little sleep harms the heart, finds {name}"""),
        "travel": lines("""
            {number} thousand tourists visit {city}
            airline opens a route from {city} to {town}
            {city} hotels are full until {month}
            guidebook names {city} the best place for a weekend
            cruise ships return to {city} in {month}
            night train links {city} and {town}
            backpackers discover the beaches near {city}
            holidaymakers wait {count} hours at {city} airport
            visa rules for visitors to {city} change in {month}"""),
        "food": lines("""
            chef {name} opens a noodle bar in {city}
            the best {dish} in {city} costs {number} crowns
            baker {name} wins a prize for rye bread
            recipe of the week: {dish} by {name}
            new restaurant in {city} serves {dish} {day}
            street kitchen in {city} fries {number} kilos of dumplings
            how {name} seasons {dish}
            {city} celebrates its {dish} with a tasting
            {name} cooks {dish} for {number} guests"""),
        "music": lines("""
            {name} releases a new album in {month}
            the {city} orchestra plays Brahms {day}
            singer {name} fills the hall in {city}
            jazz festival in {city} ends {day}
            drummer {name} leaves the band after {number} years
            choir from {city} tours {town}
            violinist {name} gives a concert in {city}
            {name} tops the charts with {count} songs
            pianist {name} records all the sonatas"""),
        "law": lines("""
            court in {city} sentences {name} to {count} years
            judge dismisses the case against {company}
            {company} sues {name} for {number} million
            jury in {city} finds {name} guilty
            lawyers of {name} appeal against the verdict
            {name} is acquitted in {city} {day}
            prosecutor in {city} charges {company} with fraud
            trial of {name} opens in {city} {day}
            witness {name} testifies for {count} hours"""),
        "science": lines("""
            physicists in {city} measure a new particle
            telescope near {city} finds {number} distant galaxies
            researchers from {city} decode the genes of a moss
            fossil of a {count}-metre dinosaur found near {city}
            chemist {name} makes a molecule with {number} atoms
            biologists describe {number} new species of beetle
            astronomer {name} discovers a comet
            laboratory in {city} repeats the experiment of {name}
            probe reaches the orbit of Mars {day}"""),
        "school": lines("""
            pupils in {city} go back to class {day}
            {city} hires {number} teachers
            exams in {city} start {day}
            {city} university admits {number} percent more students
            homework is banned at {count} schools in {city}
            teacher {name} retires after {number} years
            kindergarten in {city} gets a new playground
            {number} students graduate in {city} {day}
            headmaster {name} shortens the lessons in {city}"""),
        "politics": lines("""
            parliament votes on the reform {day}
            minister {name} resigns {day}
            {name} wins the election in {city}
            mayor {name} presents a plan for {city}
            opposition in {city} calls for a referendum
            president meets the premier of {city} {day}
            {number} senators reject the bill
            voters in {city} go to the polls {day}
            party elects {name} as its leader"""),
        "technology": lines("""
            {company} presents a phone with {count} cameras
            software update closes {number} security holes
            robot sorts parcels in {city}
            {company} builds a chip factory in {city}
            hackers attack the servers of {company}
            new app of {company} reaches {number} million downloads
            {city} tests {number} driverless buses
            laptop by {company} runs {number} hours on one battery
            {company} launches a faster internet in {city}"""),
        "film": lines("""
            director {name} shoots a thriller in {city}
            actress {name} plays a spy
            the comedy by {name} comes to cinemas in {month}
            {name} gets an Oscar for a first screenplay
            {city} film festival opens {day}
            sequel of the year starts in cinemas {day}
            actor {name} returns to the screen in {month}
            documentary about {city} premieres {day}
            {name} directs a remake in {city}"""),
        "farming": lines("""
            farmers near {city} harvest {number} percent more wheat
            drought ruins the maize crop near {city}
            cows near {city} give more milk in {month}
            tractors block the road to {city} {day}
            {name} breeds sheep on {number} hectares
            potato growers near {city} fear beetles
            new barn for {number} goats near {city}
            ploughing starts near {city} in {month}
            orchards near {city} yield {number} tonnes of pears"""),
    },
    fillers={
        "city": tuple(
            "Paris Rome Lima Oslo Cairo Delhi Tokyo Madrid Vienna Dublin Boston Nairobi Lagos Seoul Quito Athens "
            "Lisbon Zurich Havana Accra Dakar Perth Sydney Toronto Chicago Denver Hanoi Kyoto Warsaw Riga".split()
        ),
        "town": tuple("Malmo Turin Ghent Leeds Porto Graz Bergen Basel Lyon Bonn Cork Split Seville Osaka".split()),
        "day": listed(
            "today/tomorrow/on Monday/on Tuesday/on Wednesday/on Thursday/on Friday/on Saturday/on Sunday/this week/"
            "tonight/at noon"
        ),
        "month": tuple("January February March April June July August September October November December".split()),
        "name": NAMES["en"],
        "company": tuple(
            "Norvia Altec Brightway Corvex Delmar Elvano Ferrum Galdor Hexona Ilmaris Jorvik Kelda".split()
        ),
        "count": tuple("two three four five six seven".split()),
        "number": tuple("11 12 13 14 15 16 18 20 22 24 25 27 30 32 35 36 40 44 48 50 60 75 80 90".split()),
        "score": listed("two to one/three to nil/four to two/five to three/one to nil/three to two/six to four"),
        "dish": listed(
            "lentil soup/apple pie/fried rice/onion tart/fish curry/mushroom pasta/bean stew/pumpkin soup/goulash"
        ),
    },
    frames=(
        *("{text}.", "{text}.", "Just in: {text}.", "Morning paper: {text}.", "{text}, writes the Herald."),
        *("Page {number}: {text}.", "{text}, reports Radio {town}.", "Read today: {text}.", "Headline: {text}."),
    ),
    openings=("{text}",),
    asides=lines("""
        Read more on page five.
        The photo is from our archive.
        Our reporter was there.
        Details will follow.
        Nobody expected it.
        It is the talk of the town.
        Many people were surprised.
        That was not all.
        It has been so for years.
        Letters to the editor are welcome.
        A crowd gathered in the street.
        The neighbours had known it before.
        There is more to come.
        This line has been corrected."""),
    joint=" ",
)
