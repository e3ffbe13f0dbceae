"""English statements of the `emotion` family."""

from pipeline.teachers.procedural.words.emotion_phrases import Phrases, lines

ENGLISH = Phrases(
    cues={
        "joy": lines("""
            I could not stop smiling
            I was so happy that I danced around the kitchen
            I laughed out loud with delight
            I hummed a cheerful tune all day
            my heart leapt for joy
            I felt like singing
            I was over the moon
            I jumped up and down and cheered
            I grinned from ear to ear
            I have rarely been so glad
            I felt light and merry
            I was in high spirits"""),
        "sadness": lines("""
            I cried myself to sleep
            tears ran down my cheeks
            my heart felt heavy
            I wept quietly by the window
            I was miserable for days
            I felt empty and full of sorrow
            I could not hold back my sobs
            I mourned for weeks
            I was heartbroken
            I was so unhappy that I could not eat
            grief sat on me like a stone
            I sighed and felt blue"""),
        "anger": lines("""
            I slammed the door
            I was furious
            my blood boiled
            I shouted and banged my fist on the table
            I clenched my fists and saw red
            I was fuming
            I lost my temper
            I was so cross that I threw down my pen
            I was livid
            rage rose in me
            I could have screamed with anger
            I was outraged"""),
        "fear": lines("""
            I trembled from head to foot
            my hands would not stop shaking
            I was terrified
            I was scared out of my wits
            a cold sweat ran down my back
            I dared not breathe
            my knees turned to jelly
            dread crept over me
            I was too frightened to move
            I looked for a place to hide from the danger
            panic gripped me
            I was so afraid that I kept the light on"""),
        "surprise": lines("""
            my jaw dropped
            I could hardly believe my eyes
            I stared with my mouth wide open
            I was astonished
            I had never expected it
            I was quite amazed
            it caught me completely unawares
            I blinked and looked again in disbelief
            I was taken aback
            it came out of the blue and stunned me
            I was dumbfounded
            I could only say that I had not seen it coming"""),
        "disgust": lines("""
            my stomach turned
            I felt sick at the sight
            I wrinkled my nose and backed away
            I found it revolting
            I nearly threw up
            I was disgusted
            I had to hold my nose
            I felt a wave of nausea
            I gagged
            I found it repulsive
            I shuddered with loathing
            I thought it too foul to touch"""),
        "pride": lines("""
            I held my head high
            I was proud of myself
            my chest swelled with pride
            I felt that I had truly earned it
            I showed everybody what I had achieved
            I felt ten feet tall
            I patted myself on the back
            I boasted about it all evening
            I told everyone about my own success
            I knew that my hard work had paid off
            I felt like a champion
            I thought what a fine job I had done"""),
        "shame": lines("""
            I wished that the ground would swallow me
            I blushed to the roots of my hair
            I was ashamed of myself
            I could not look anyone in the eye
            I hung my head
            I felt humiliated
            my cheeks burned with embarrassment
            I was mortified
            I wanted to cover my face
            I felt guilty and small
            I was so embarrassed that I left
            I felt like sinking through the floor"""),
        "gratitude": lines("""
            I thanked everyone with all my heart
            I was deeply grateful
            I knew that I would never forget their kindness
            I felt that I owed them so much
            I wrote a long thank-you card
            I could not thank them enough
            I felt indebted to all of them
            I blessed them for it
            my heart was full of gratitude
            I wanted to repay their help some day
            I said thanks again and again
            I appreciated it more than I can say"""),
        "boredom": lines("""
            I yawned again and again
            I kept looking at the clock
            I was bored stiff
            I nearly fell asleep
            time dragged
            I counted the tiles on the ceiling
            I found it utterly dull
            it was so tedious that I drew circles on my pad
            I doodled to pass the time
            nothing about it interested me
            the minutes crawled by
            I sat there and twiddled my thumbs"""),
    },
    situations=lines("""
        I opened the letter from the school
        my cousin came home
        the committee read out the list
        my sister showed me the photographs
        I looked into the old box
        the doctor called me in
        the neighbours moved out
        I tasted the soup
        the last bus pulled in
        I saw the new kitchen
        our teacher handed back the essays
        I found the note on the table
        the manager spoke to the team
        I heard the news on the radio
        my uncle told his story
        the guests sat down for dinner
        I walked into the empty house
        the film came to its end
        I read the report aloud
        the choir began its concert
        my brother unpacked his suitcase
        I lifted the lid of the pot
        the phone rang at midnight
        I met my old classmate
        the judge gave the decision
        I watched the second half of the match
        the plumber opened the wall
        I checked my bank account
        the captain spoke over the loudspeaker
        I finished the long course
        the children put on their play
        I cleaned out the cellar
        the parcel came at last
        I gave my talk in front of the class
        the boat left the harbour
        my daughter read her poem
        I stood on the stage
        the visitors walked through the garden
        I looked at the bill
        the lift stopped between two floors"""),
    times=(
        *("Yesterday", "Last night", "On Monday", "On Tuesday morning", "This morning", "Last week", "On Friday"),
        *("In March", "On my birthday", "On the first day of term", "Around noon", "Just before supper", "In spring"),
        *("At the weekend", "Two days ago", "After lunch", "On Sunday", "Last summer"),
    ),
    endings=lines("""
        That was about an hour ago.
        It was raining outside.
        The whole thing took ten minutes.
        My neighbour was there too.
        Then I went home by bus.
        It was a quarter past four.
        I put the kettle on afterwards.
        My coat was still on.
        There were nine of us in the room.
        Later I told my aunt about it.
        The windows were open.
        Nobody else was there.
        I wrote it down in my diary.
        The street lamps were already on.
        It happened in the west wing.
        After that I fed the cat.
        We talked about it at supper.
        The room was painted green.
        It was the third time this year.
        I had just parked the car."""),
    forms=(
        "When {situation}, {cue}.",
        "{situation}, and {cue}.",
        "{cue} when {situation}.",
        "{time} {situation}; {cue}.",
        "{time}, when {situation}, {cue}.",
    ),
    names=tuple(
        "Maria Omar Lena Victor Amina Jonas Priya Felix Nadia Tom Ingrid Samuel Chloe Rafael Yuki Daniel Fatima Hugo "
        "Elena Kwame Sofia Martin Leila Oscar Anna Pedro Ruth Ivan Clara Ahmed Greta Leo Mina Paul Zoe Karl".split()
    ),
    roles=tuple(
        "baker nurse student driver teacher gardener painter cook lawyer farmer tailor dentist clerk pilot sailor "
        "plumber waiter singer builder chemist editor grocer joiner miner porter".split()
    ),
    statement="{name} ({role}): {text}",
    joint=" ",
)
