"""Scenes of forms and personal papers in English: questionnaires, résumés, letters of authority, leave."""

from pipeline.teachers.procedural.solving.drafting import Scene

W = "Creation/Specialized writing/"

SCENES = (
    Scene(
        W + "Questionnaire",
        "questionnaire",
        "a questionnaire",
        "{firm} wants to know what {people} think of {thing}. Answers are due by {date}; {contact} collects them.",
        "Questionnaire: {thing}\n\n[Dear participant|Thank you for taking part|Hello],\n[{firm} would like to "
        "know what you "
        "think of {thing}|we at {firm} want to improve {thing}|your view of {thing} matters to {firm}]. [It takes "
        "{minutes} minutes|You will need {minutes} minutes], and [your answers stay anonymous|no names are "
        "stored]. [Please "
        "choose one answer to each question|Mark one answer a question].{extra}\n\n{items}\n\n[Please return it|"
        "Hand it in|"
        "Answers are welcome] by {date}.\nContact: {contact}",
        {
            "firm": "@firm",
            "people": "customers|employees|visitors|parents|members|residents",
            "thing": "the canteen|the new website|the opening hours|the car park|the newsletter|the repair service|"
            "the app",
            "date": "@date",
            "contact": "@person",
            "minutes": "3|4|5|6|8|10",
        },
        "firm date minutes thing",
        {"opens": "Questionnaire", "closes": "{contact}", "asked": True, "options": 3},
        items=(
            "How often do you use {thing}? / [Every day|Daily] / [Every week|Weekly] / [Rarely|Hardly ever]",
            "How [satisfied|content] are you with {thing}? / Very / [Somewhat|Partly] / Not at all",
            "How did you [hear of|get to know] {thing}? / [From friends|By chance] / [By post|From a poster] / On "
            "the net",
            "What would you [change|improve] first? / The [price|cost] / The [service|staff] / [Nothing|Nothing "
            "at all]",
            "Has {thing} become better [this year|lately]? / Yes / No / I cannot say",
            "Would you recommend {thing} to [others|a friend]? / Yes / [Perhaps|Maybe] / No",
            "When do you [mostly|usually] use {thing}? / [Mornings|In the morning] / [At noon|Around noon] / Evenings",
            "How [clear|helpful] is our information on {thing}? / [Clear|Fully] / [Partly|In part] / [Unclear|Not "
            "at all]",
            "How [old|young] are you? / Under 25 / 25 to 60 / Over 60",
            "May we [ask|write to] you again? / Yes / Once a year / No",
        ),
        style="options",
        noun="questions",
        counts=(4, 8),
        extras=(("@mail", "You can also answer by mail to {more}."), ("@money", "Among all answers we draw {more}.")),
    ),
    Scene(
        W + "Resume",
        "resume",
        "a résumé",
        "{name} from {town} applies as {job}: at {firm} since {year}, before that {years} years at {earlier}; studied "
        "{subject}; speaks {tongue}. Reached under {phone}.",
        "{name}\n{town} · {phone}\n\nProfile\n[{Job} with a sense for order|Reliable and quick to learn|Calm, "
        "exact and glad "
        "to work with others]. [I look for|I am looking for] [a post with responsibility|a team that shares what "
        "it knows|"
        "work close to people], as {job}.\n\nExperience\n- {firm}, since {year}: [in charge of|responsible for] "
        "{duty}\n- "
        "{earlier}, {years} years: [helped with|took part in] {before}\n\nEducation\n- [Degree in|Studied] {subject}, "
        "[finished with honours|with a thesis on local firms|with a term abroad]\n- [Course in first aid|Evening "
        "course in "
        "project planning|Certificate in data protection]\n\nSkills\n- {tongue}[, fluent|, spoken and written]\n- "
        "[Office "
        "programs|Spreadsheets and databases|Photography and layout]{extra}\n\n[References on request|References are "
        "available]: {phone}",
        {
            "name": "@person",
            "town": "@town",
            "job": "an office manager|a museum guide|a warehouse manager|an accountant|a youth worker|a project "
            "assistant",
            "firm": "@firm",
            "earlier": "@firm",
            "year": "#2014-2024",
            "years": "2|3|4|5|6",
            "subject": "economics|history|chemistry|social work|logistics|linguistics|mathematics",
            "tongue": "Spanish|French|Arabic|Polish|Mandarin|Portuguese|Turkish|Dutch",
            "phone": "@phone",
            "duty": "a team of six|the yearly accounts|all purchases|guided tours|training new staff|the customer desk",
            "before": "stocktaking|events for families|moving the archive|market research|planning shifts|writing "
            "reports",
        },
        "firm year subject tongue duty earlier",
        {"opens": "{name}", "headings": ("Profile", "Experience", "Education", "Skills"), "closes": "{phone}"},
        extras=(("chess|rowing|choir singing|gardening|long walks", "\n- In my free time: {more}"),),
    ),
    Scene(
        W + "Personal documents",
        "personal_proxy",
        "a letter of authority",
        "{giver} authorises {holder} to {act} at {office} on {date}, because {giver} will be {away}. The paper's "
        "number is "
        "{number}.",
        "Letter of Authority\n\n[I, {giver}|I, the undersigned {giver}], [authorise|give full power to] {holder} "
        "to {act} [on "
        "my behalf|in my name]. [This concerns|It concerns] {office}, number {number}.\n\n[I will be {away} at "
        "the time|As I "
        "am {away}, I cannot come myself]. [The authority holds for {date} only|It is valid on {date} and ends "
        "that evening]. "
        "[{Holder} may sign all papers that this needs|{Holder} may not pass it on to anybody else|{Holder} "
        "carries proof of "
        "identity].{extra}\n\n[Questions can be put to me at|I can be reached under] {phone}.\n\nSigned: {giver}",
        {
            "giver": "@person",
            "holder": "@person",
            "act": "collect a parcel|pick up a passport|hand in an application|sign for the keys|fetch test results",
            "office": "the post office|the town hall|the registry|the housing office|the clinic",
            "away": "abroad|in hospital|at a conference|on a ship|at a family wedding",
            "date": "@date",
            "number": "#10010-99990",
            "phone": "@phone",
        },
        "holder act office date number",
        {"opens": "Letter of Authority", "closes": "{giver}"},
        extras=(("@money", "{Holder} may pay fees of up to {more}."), ("@person", "Witness: {more}.")),
    ),
    Scene(
        W + "Personal documents",
        "personal_leave",
        "a request for leave",
        "{writer}, who works in {section} at {firm}, asks {boss} for {days} days of leave from {date} for "
        "{cause}. {deputy} "
        "will stand in.",
        "Request for Leave\n\nTo: {boss}, {firm}\n\n[I hereby ask for|May I ask for|I would like to take] {days} "
        "days of leave "
        "from {date}. [The reason is|I need them for] {cause}. [I know that this is a busy season|The date could "
        "not be "
        "chosen freely|I have not taken any leave since spring], [but it cannot be moved|so I ask for your "
        "understanding|and I "
        "plan with care].\n\n[{Deputy} will stand in for me|My work is taken over by {deputy}] in {section}. [We "
        "went through "
        "all open tasks|A list of open tasks is on my desk|Nothing is due in those days], and [I can be called in an "
        "emergency|I will be back on time|calls are passed on].{extra}\n\n[Thank you for your decision|I hope for your "
        "consent|With thanks in advance],\n{writer}",
        {
            "writer": "@person",
            "firm": "@firm",
            "boss": "@person",
            "deputy": "@first",
            "section": "the sales office|accounting|the warehouse|customer service|the laboratory|the print shop",
            "days": "#2-15",
            "date": "@date",
            "cause": "a move|an operation|a family visit|an exam|a wedding|a course abroad|the birth of a child",
        },
        "days date cause deputy section",
        {"opens": "Request for Leave", "closes": "{writer}"},
        extras=(("@phone", "My number is {more}."),),
    ),
)
