"""The shapes of what the pipeline writes: seeds, records, preference pairs, rejected and failed rows.

Plain dicts move through the stages; these Arrow schemas are their contract, and what a trainer or any other reader of
the shards may rely on. Columns that training needs (`messages`, `category`, `language`, `split`, …) are plain lists and
structs, readable without unpacking. Open-ended values (a checker's arguments) are JSON text.
"""

from typing import Any

import pyarrow as pa

SCHEMA_VERSION = 4

Row = dict[str, Any]
"""One row of any of the tables below."""

MESSAGES = pa.list_(pa.struct([("role", pa.string()), ("content", pa.string())]))

SEED = pa.schema(
    [
        ("id", pa.string()),  # hash of content and occurrence
        ("kind", pa.string()),  # document | code | none
        ("text", pa.string()),
        ("title", pa.string()),  # heading path, or module:qualified.name
        ("language", pa.string()),
        ("uri", pa.string()),  # relative to the root given in the recipe
        ("hash", pa.string()),  # of the text alone
        ("span", pa.list_(pa.int64(), 2)),  # start and end character in the decoded file
        ("licence", pa.string()),
        ("split", pa.string()),  # train | test; every record of a seed goes where its seed goes
    ]
)
"""What instructions are drawn from. `text` of the train split is also pretraining text."""

SOURCE = pa.struct(
    [
        ("kind", pa.string()),
        ("seed", pa.string()),
        ("uri", pa.string()),
        ("hash", pa.string()),
        ("span", pa.list_(pa.int64(), 2)),
        ("title", pa.string()),
        ("licence", pa.string()),
    ]
)

STEP = pa.struct(
    [
        ("operator", pa.string()),  # generate | evolve | respond | …
        ("id", pa.string()),  # id of what the step made
        ("parent", pa.string()),  # id of what it was made from
        ("template", pa.string()),  # family or prompt id, with the wording
        ("template_hash", pa.string()),
        ("teacher", pa.string()),
        ("seed", pa.string()),  # key of the generator, or the sampling seed of a model
        ("call", pa.string()),  # key of the answer in the call log; "" where no model was asked
    ]
)

CRITERIA = ("accuracy", "relevance", "completeness", "usefulness", "clarity")

CRITIQUE = pa.struct(
    [
        ("tier", pa.int32()),  # overall, 1 (worst) to 4
        ("criteria", pa.struct([(name, pa.int32()) for name in CRITERIA])),
        ("rationale", pa.string()),
        ("judge", pa.string()),
        ("call", pa.string()),  # key of the verdict in the call log
    ]
)

CANDIDATE = pa.struct(
    [
        ("content", pa.string()),
        ("answer", pa.string()),  # the final answer alone, as extracted
        ("passed", pa.bool_()),
        ("reason", pa.string()),
        ("detail", pa.string()),
        ("slip", pa.string()),  # the kind of mistake planted on purpose; "" if none
        ("engine", pa.string()),  # which engine gave it; "" if it was computed
        ("call", pa.string()),  # key of the answer in the call log; "" if it was computed
        ("critiques", pa.list_(CRITIQUE)),  # one of each judge
        ("tier", pa.int32()),  # the one that counts of the critiques, 1 to 4; null if there are none
        ("vote_share", pa.float32()),  # of its final answer; null if it cast no vote
        ("chosen", pa.bool_()),
    ]
)

VERIFICATION = pa.struct(
    [
        ("level", pa.string()),  # proved | executed | constraint | agreed | judged
        ("checker", pa.string()),
        ("arguments", pa.string()),  # JSON
        ("passed", pa.bool_()),
        ("detail", pa.string()),
        ("seal", pa.string()),  # binds the turns before the answer to checker and arguments (pipeline/seal.py)
    ]
)

VOTES = pa.struct(
    [
        ("held", pa.bool_()),  # whether the vote decided; no checker did, and enough candidates cast one
        ("answers", pa.int32()),  # candidates that cast a vote: those that state a short final answer
        ("agreeing", pa.int32()),  # those that say the same as the chosen one
        ("agreement", pa.float32()),  # their share of the weight; null if the chosen one cast no vote
        (
            "distribution",  # heaviest first
            pa.list_(pa.struct([("answer", pa.string()), ("count", pa.int32()), ("weight", pa.float32())])),
        ),
    ]
)

DEDUP = pa.struct([("cluster", pa.string()), ("size", pa.int32()), ("similarity", pa.float32())])

RECORD = pa.schema(
    [
        ("id", pa.string()),
        ("messages", MESSAGES),
        ("answer", pa.string()),  # the final answer alone; "" for free text
        ("category", pa.string()),  # path in the category tree
        ("family", pa.string()),
        ("language", pa.string()),
        ("difficulty", pa.int32()),  # 1 as generated, one more for each round of evolution that was kept
        ("source", SOURCE),
        ("lineage", pa.list_(STEP)),
        ("candidates", pa.list_(CANDIDATE)),
        ("verification", VERIFICATION),
        ("votes", VOTES),
        ("tier", pa.int32()),  # of the chosen candidate's critiques; null if nobody judged it
        ("dedup", DEDUP),
        ("prompt_tokens", pa.int32()),
        ("response_tokens", pa.int32()),
        ("split", pa.string()),
    ],
    metadata={"schema_version": str(SCHEMA_VERSION)},
)
"""A kept record. `prompt_tokens` and `response_tokens` count words and CJK characters until a tokenizer is named."""

CURATED = RECORD.append(pa.field("extra", pa.string()))
"""A record of a set that was curated: `extra` holds as JSON what else its row held, "" if nothing."""

PREFERENCE = pa.schema(
    [
        ("id", pa.string()),  # the record's
        ("prompt", MESSAGES),
        ("chosen", MESSAGES),
        ("rejected", MESSAGES),
        ("margin", pa.float32()),  # by how much the chosen side is better, in (0, 1]: filters/preferences.py
        ("category", pa.string()),
        ("language", pa.string()),
        ("level", pa.string()),  # how the chosen side was verified
        ("rejected_level", pa.string()),  # how the rejected side was found to be worse
        ("reason", pa.string()),  # why the rejected side is worse
        ("detail", pa.string()),
        ("chosen_candidate", pa.string()),  # the record's id and the place among its candidates
        ("rejected_candidate", pa.string()),
        ("chosen_tier", pa.int32()),  # null if nobody judged it
        ("rejected_tier", pa.int32()),
        ("split", pa.string()),
    ],
    metadata={"schema_version": str(SCHEMA_VERSION)},
)
"""Preference pairs in the form that DPO trainers read: `prompt`, `chosen` and `rejected` are what TRL calls a
conversational preference data set with an explicit prompt. Its DPOTrainer drops the other columns; its RewardTrainer
takes `margin` for the margin of its loss."""

REJECTED = pa.schema(
    [
        ("id", pa.string()),
        ("stage", pa.string()),
        ("reason", pa.string()),  # machine-readable
        ("figure", pa.string()),  # what it was judged by: a measured value, a sentence, the kept one's id
        ("category", pa.string()),
        ("family", pa.string()),
        ("uri", pa.string()),
        ("row", pa.string()),  # the whole row as JSON, as it was when it was dropped
    ],
    metadata={"schema_version": str(SCHEMA_VERSION)},
)

FAILED = pa.schema(
    [
        ("id", pa.string()),
        ("stage", pa.string()),
        ("error", pa.string()),
        ("uri", pa.string()),
        ("request", pa.string()),  # JSON: what was being done, enough to do it again
    ],
    metadata={"schema_version": str(SCHEMA_VERSION)},
)


def said_by_user(row: Row) -> str:
    """What the user says in an instruction row: in a conversation all turns, for the last may be "And in French?"."""
    return "\n".join([*(turn["content"] for turn in row["earlier"] if turn["role"] == "user"), row["prompt"]])
