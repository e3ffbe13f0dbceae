"""Titles that can stand over anything: {topic} is one capitalised noun, or two with "And" between."""

TITLES = tuple(
    title.strip()
    for title in """
    Notes On {topic}|Understanding {topic}|A Guide To {topic}|{topic} Explained|All About {topic}
    |First Steps With {topic}|Working With {topic}|The Role Of {topic}|A Closer Look At {topic}|{topic} In Practice
    |{topic} In A Nutshell|What To Know About {topic}|The Truth About {topic}|Thoughts On {topic}|A Word About {topic}
    |Living With {topic}|The Meaning Of {topic}|How To Think About {topic}|A Short Guide To {topic}
    |{topic} Made Simple
    |{topic} Step By Step|The Story Of {topic}|An Introduction To {topic}|Getting To Know {topic}
    |Questions About {topic}|{topic} At A Glance
    |{topic} For Beginners|The Essence Of {topic}|Lessons On {topic}|{topic} And Why It Matters|Remarks On {topic}
    |The Little Book Of {topic}|On {topic}|More About {topic}|A Few Words On {topic}|Making Sense Of {topic}
    |{topic} From The Ground Up|Some Facts About {topic}|{topic} In Plain Words|Learning About {topic}
    |The Basics Of {topic}|{topic} In Detail|A First Look At {topic}|Everything You Need To Know About {topic}
    |A Beginner's View Of {topic}|What Everybody Should Know About {topic}|Facing {topic}|{topic} Today
    |Two Minutes On {topic}|The Long Road To {topic}""".split("|")
)
