"""Questions about a passage, the form of their answers, and what goes before the evidence: several ways to say each."""

VARIANTS = 5

QUESTIONS = {
    "sentence": (
        'Which sentence of the passage mentions "{term}"?',
        'Where in the passage does "{term}" come up?',
        'Find the one sentence with the word "{term}".',
        'In which of the sentences can "{term}" be read?',
        'Point out the sentence that uses "{term}".',
    ),
    "word": (
        "What is the {which} word of {where}?",
        "Which word is the {which} one in {where}?",
        "Take {where}: what is its {which} word?",
        "Name the {which} word that {where} has.",
        "Tell me the {which} word in {where}.",
    ),
    "next": (
        'Which is the {nth}word after the phrase "{phrase}"?',
        'The phrase "{phrase}" occurs once; what is the {nth}word behind it?',
        'Continue from "{phrase}": which is the {nth}word that follows?',
        'Find "{phrase}" in the text. What {nth}word comes next?',
        'What does the text have as the {nth}word following "{phrase}"?',
    ),
    "mentioned": (
        "Does the passage mention {terms}?",
        "Can you find {terms} in the passage?",
        "Is there any mention of {terms}?",
        "Check whether the text has {terms}.",
        "Do we read {terms} anywhere here?",
    ),
    "count": (
        "How many times does the passage use {terms}{total} (whole words)?",
        "Count the occurrences of {terms}{total}, as whole words.",
        "As a whole word, how often do we find {terms}{total}?",
        "What is the number of times that {terms} can be read here{total} (whole words only)?",
        "Go through the passage and count {terms}{total}; parts of longer words do not matter.",
    ),
}
_WORD_FORMS = (
    'Quote only the sentence it stands in, whole, and end with a line "Answer: …" that gives the word alone.',
    'Copy out the full sentence that holds it, no other one, and close with "Answer: …" and just that word.',
    'Cite its sentence in full (only that one). Last line: "Answer: " and the word by itself.',
    'I want to see the whole sentence it comes from, nothing else, then a final line "Answer: …" with the bare word.',
    'As evidence give the complete sentence around it and no further one; finish on "Answer: …", the word only.',
)
FORMS = {
    "sentence": (
        'Quote it whole and no other, then end with a line "Answer: …" that gives its number.',
        'Copy that sentence in full, no other one, and close with "Answer: …" and its number, counting from 1.',
        'Cite the complete sentence alone. Last line: "Answer: " and which one it is (1, 2, …).',
        'I want to read the sentence itself, whole, nothing besides; then a final line "Answer: …" with its number.',
        'As evidence give the full sentence and no further one; finish on "Answer: …", its place as a number.',
    ),
    "word": _WORD_FORMS,
    "next": _WORD_FORMS,
    "mentioned": (
        "For each word, quote the whole first sentence that has it; if a word does not occur, name it and "
        'quote nothing. End with a line "Answer: yes" (all occur) or "Answer: no".',
        "Copy out in full the first sentence with each word, unless one is missing: then say which and copy nothing. "
        'Close with "Answer: yes" if all are there, else "Answer: no".',
        'Last line: "Answer: yes" or "Answer: no" (no if any is missing). Before a yes, cite the first complete '
        "sentence for each word; before a no, name what is missing and cite nothing.",
        "A yes needs proof: the whole sentence where each word first stands. For a no, just tell which word is absent, "
        'with no quotation. Put the result in a final line "Answer: yes" or "Answer: no".',
        'Finish on "Answer: yes" only where every word occurs, else on "Answer: no". The evidence: for yes the first '
        "sentence with each word, complete; for no the missing word and no sentence.",
    ),
    "count": (
        'Give one line such as "Sentence 2: 1" for each sentence that has any, then end with the total in a line '
        '"Answer: …".',
        'List the counts as "Sentence 2: 1", only for sentences with at least one, and close with "Answer: …" and the '
        "sum.",
        'Last line: "Answer: " and the total. Above it, a line "Sentence 2: 1" (number, then count) for every sentence '
        "that is concerned.",
        'I want to see it sentence by sentence, in lines like "Sentence 2: 1" without the zeros, then a final line '
        '"Answer: …" with the whole number.',
        'As evidence write "Sentence 2: 1" and so on where the count is not zero; finish on "Answer: …", all added up.',
    ),
}
EVIDENCE = (
    'The passage says: "{}"',
    'It stands here: "{}"',
    'The sentence reads: "{}"',
    'This is the place: "{}"',
    'In the words of the passage: "{}"',
)
COUNTING = (
    "Counting {}:",
    "Here is how often each sentence has {}:",
    "The sentences with {} are these:",
    "I looked for {} sentence by sentence:",
    "Occurrences of {}:",
)
MISSING = (
    "No sentence mentions {}.",
    "The passage never has {}.",
    "I do not find {} anywhere in it.",
    "There is no {} in any of its sentences.",
    "Nowhere does the text use {}.",
)
