"""Between our requests and vLLM's: text and token ids on the way in, completions on the way out."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.engines.base import Choice, Completion, EngineError, Request, Result, Sampling

PLACEHOLDER = "GRISTMILL-USER-TURN"
"""Stands where the user's words would be, to find where they begin."""
FAILED = {"error", "abort"}
"""Reasons to finish, in vLLM's words, that leave no answer."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A request as vLLM takes it: the prompt's token ids, and vLLM's SamplingParams."""

    tokens: list[int]
    parameters: Any


class Preparer:
    """Renders and tokenizes for one model. Threads may share it: one at a time uses the tokenizer."""

    def __init__(self, tokenizer: Any, longest: int) -> None:
        self.tokenizer, self.longest = tokenizer, longest
        self.lock = threading.Lock()

    def prepare(self, requests: Sequence[Request]) -> list[Prepared | EngineError]:
        """One value for each request, in order; what is wrong with one is an error of its own."""
        texts = [self._text(request) for request in requests]
        tokens = self._tokens(texts)
        return [
            text if isinstance(text, EngineError) else self._prepared(request, tokens[place])
            for place, (request, text) in enumerate(zip(requests, texts, strict=True))
        ]

    def _prepared(self, request: Request, tokens: list[int]) -> Prepared | EngineError:
        if len(tokens) >= self.longest:
            return EngineError(
                kind="too_long",
                message=f"the prompt has {len(tokens)} tokens, and the model takes {self.longest} with the answer: "
                "shorten the prompt or raise max_model_len of the engine",
            )
        try:
            return Prepared(tokens, parameters(request.sampling))
        except Exception as error:  # vLLM has several classes for settings that it does not take
            return bad_request(error)

    def _text(self, request: Request) -> "Text | EngineError":
        try:
            text = self._rendered(request)
            text.content.encode()  # a lone surrogate would stop the tokenizer for all
        except Exception as error:  # a chat template is a program: it raises what it likes
            return bad_request(error)
        return text

    def _rendered(self, request: Request) -> "Text":
        if bool(request.messages) == (request.prompt is not None):
            raise ValueError("a request has either messages or a prompt")
        if request.prompt:
            begins = self.tokenizer.bos_token
            return Text(request.prompt, special=not (begins and request.prompt.startswith(begins)))
        with self.lock:
            content = user_prefix(self.tokenizer) if request.prompt == "" else chat(self.tokenizer, request)
        return Text(content, special=False)  # the template writes the special tokens itself

    def _tokens(self, texts: Sequence["Text | EngineError"]) -> dict[int, list[int]]:
        """Token ids by place. Many texts at once: the tokenizer works on them in parallel."""
        found: dict[int, list[int]] = {}
        for special in (False, True):
            group = {
                place: text.content
                for place, text in enumerate(texts)
                if not isinstance(text, EngineError) and text.special is special
            }
            if group:
                with self.lock:
                    ids = self.tokenizer(list(group.values()), add_special_tokens=special)["input_ids"]
                found.update(zip(group, ids, strict=True))
        return found


@dataclass(frozen=True, slots=True)
class Text:
    """A prompt, and whether the tokenizer still has to add the model's special tokens."""

    content: str
    special: bool


def chat(tokenizer: Any, request: Request) -> str:
    """Messages in the model's own template. After a user's turn the assistant's is opened; a conversation that ends
    with the assistant's words is gone on with where it stops."""
    goes_on = request.messages[-1]["role"] == "assistant"
    text: str = tokenizer.apply_chat_template(
        [dict(message) for message in request.messages],
        tokenize=False,
        add_generation_prompt=not goes_on,
        continue_final_message=goes_on,
    )
    return text


def user_prefix(tokenizer: Any) -> str:
    """The chat template up to the first word of the user's turn. Magpie (arXiv 2406.08464) gives a model this, and it
    writes the user's turn itself. Raises ValueError if the template does not write the user's words down."""
    text: str = tokenizer.apply_chat_template(
        [{"role": "user", "content": PLACEHOLDER}], tokenize=False, add_generation_prompt=False
    )
    before, found, _ = text.partition(PLACEHOLDER)
    if not found:
        raise ValueError("the chat template of this model leaves the user's words out: Magpie cannot be used with it")
    return before


def parameters(sampling: Sampling) -> Any:
    """vLLM's SamplingParams. Raises what vLLM raises for settings that it does not take."""
    from vllm import SamplingParams
    from vllm.sampling_params import RequestOutputKind, StructuredOutputsParams

    schema = sampling.json_schema
    return SamplingParams(
        n=sampling.n,
        temperature=sampling.temperature,
        top_p=sampling.top_p,
        max_tokens=sampling.max_tokens,
        seed=sampling.seed,
        stop=list(sampling.stop),
        logprobs=0 if sampling.logprobs else None,  # of the token that was drawn, and of no others
        structured_outputs=None if schema is None else StructuredOutputsParams(json=schema),
        output_kind=RequestOutputKind.FINAL_ONLY,
    )


def result(output: Any, request: Request, seconds: float, retries: int) -> Result:
    """vLLM's RequestOutput as ours."""
    samples = sorted(output.outputs, key=lambda sample: sample.index)
    if failed := [sample.finish_reason for sample in samples if sample.finish_reason in FAILED]:
        if request.sampling.json_schema is not None:
            return EngineError(
                kind="bad_request", message="vLLM could not make a grammar of the JSON schema", retries=retries
            )
        return EngineError(kind="server_error", message=f"vLLM gave the request up: {failed[0]}", retries=retries)
    return Completion(
        choices=tuple(
            Choice(text=sample.text, finish=sample.finish_reason, logprobs=_logprobs(sample)) for sample in samples
        ),
        prompt_tokens=len(output.prompt_token_ids),
        completion_tokens=sum(len(sample.token_ids) for sample in samples),
        seconds=seconds,
        retries=retries,
    )


def _logprobs(sample: Any) -> tuple[float, ...]:
    if not sample.logprobs:
        return ()
    return tuple(at[token].logprob for token, at in zip(sample.token_ids, sample.logprobs, strict=True))


def bad_request(error: Exception) -> EngineError:
    return EngineError(kind="bad_request", message=f"{type(error).__name__}: {error}")
