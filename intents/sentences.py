"""A sentence with variables: Jinja2 in its sandbox, and of its language only names and two filters.

    {{ title | quote | josa('을/를') }} 접수했어요.

Statements, calls, attributes and arithmetic are refused by their syntax tree, before anything is
run: what a seller writes can neither reach an object nor take more time than its length.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Generic, ParamSpec

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from intents.particles import PAIRS, is_pair, josa, subject

P = ParamSpec("P")

#: Every variable, with what it may be: a sentence is tried with these before it is used.
SAMPLES: Final[Mapping[str, str]] = {
    "ask": "주문번호를 알려 주시겠어요?",
    "button": "답변 확인",
    "details": "주문번호와 언제 있었던 일인지",
    "filed": "어제",
    "last": "3",
    "matter": "환불 요청",
    "new": "320호",
    "number": "2026112512345678",
    "old": "302호",
    "opening": "내일 오전 10시",
    "closing": "오후 6시",
    "score": "4",
    "ticket": "7",
    "title": "환불 요청",
    "titles": "‘환불 요청’, ‘환불 시기’",
    "topic": "제주",
    "wish": "교환",
}

_USE: Final = "'{{ }}' 안에는 변수와 quote, josa만 쓸 수 있어요"
_EXAMPLE: Final = "'{{ title }}'나 '{{ title | quote | josa(\"을/를\") }}'처럼 써 주세요"


class SentenceError(ValueError):
    """A sentence that cannot be said: what is wrong, and what to write instead (Korean)."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message, fix)
        self.message = message
        self.fix = fix


def quote(word: object) -> str:
    """The filter that sets a name apart from the sentence around it."""
    return f"‘{word}’"


def _attach(word: object, pair: str) -> str:
    return josa(str(word), pair)


def _sandbox() -> ImmutableSandboxedEnvironment:
    # Messengers show plain text; the pages that show it escape it themselves.
    sandbox = ImmutableSandboxedEnvironment(autoescape=False, undefined=StrictUndefined)
    sandbox.globals.clear()
    sandbox.tests.clear()
    sandbox.filters.clear()
    sandbox.filters.update(quote=quote, josa=_attach)
    return sandbox


_SANDBOX: Final = _sandbox()
#: Sayings of one sentence that are kept.
_SAID_LATELY: Final = 16


class Sentence(Generic[P]):
    """What the bot says with variables; called with their values in the order of `variables`.

    `required` are those without which it would not say what it is for. Compiled here, once: saying
    it takes microseconds. Raises SentenceError.
    """

    __slots__ = ("_again", "_template", "required", "source", "variables")

    def __init__(self, source: str, *variables: str, required: tuple[str, ...] = ()) -> None:
        self.source = source
        self.variables = variables
        self.required = required
        check(source, variables, required)
        self._template = _SANDBOX.from_string(source)
        # The same few numbers and titles are said again and again.
        self._again = lru_cache(maxsize=_SAID_LATELY)(self._once)

    def __call__(self, *values: P.args, **_none: P.kwargs) -> str:
        return self._again(*values)

    def _once(self, *values: object) -> str:
        return self._say(dict(zip(self.variables, values, strict=True)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sentence) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def __repr__(self) -> str:
        return f"Sentence({self.source!r})"

    def reworded(self, source: str) -> "Sentence[P]":
        """The same with other words. Raises SentenceError."""
        return Sentence(source, *self.variables, required=self.required)

    def sample(self) -> str:
        """The sentence with values as they may be."""
        return self._say({name: SAMPLES[name] for name in self.variables})

    def _say(self, values: dict[str, object]) -> str:
        # What `render` does, in half the time: the dialogue says three of these a message.
        template = self._template
        return "".join(template.root_render_func(template.new_context(values)))

    def _identity(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        return self.source, self.variables, self.required


def check(source: str, variables: tuple[str, ...], required: tuple[str, ...] = ()) -> None:
    """Raise SentenceError unless `source` is text with these variables and nothing else."""
    if "{%" in source or "{#" in source:
        raise SentenceError("'{% %}'와 '{# #}'는 쓸 수 없어요", _EXAMPLE)
    try:
        tree = _SANDBOX.parse(source)
    except (TemplateSyntaxError, RecursionError) as exc:  # a thousand brackets are both
        raise SentenceError("'{{'와 '}}' 사이를 읽을 수 없어요", _EXAMPLE) from exc
    used = {_variable(part, variables) for part in _expressions(tree)}
    for name in required:
        if name not in used:
            wanted = subject(f"'{{{{ {name} }}}}'")
            raise SentenceError(
                f"{wanted} 빠져서 손님이 무엇에 답할지 알 수 없어요", "글 안에 꼭 넣어 주세요"
            )


def _expressions(tree: nodes.Template) -> Iterator[nodes.Expr]:
    """What stands in braces."""
    for output in tree.find_all(nodes.Output):
        for part in output.nodes:
            if not isinstance(part, nodes.TemplateData):
                yield part


def _variable(part: nodes.Expr, variables: tuple[str, ...]) -> str:
    """The variable of an expression: a name, perhaps `| quote`, perhaps `| josa(…)`."""
    with_josa = isinstance(part, nodes.Filter) and part.name == "josa"
    if isinstance(part, nodes.Filter) and with_josa:
        _check_pair(part)
        part = part.node or part
    if isinstance(part, nodes.Filter) and part.name == "quote" and not _arguments(part):
        part = part.node or part
    if not isinstance(part, nodes.Name):
        raise SentenceError(_USE, _EXAMPLE)
    if part.name not in variables:
        raise SentenceError(f"이 글에 없는 변수예요: {part.name[:40]}", _usable(variables))
    if with_josa and part.name == "ticket":
        # A ticket gets its number only when it is stored, after the sentence is made.
        raise SentenceError(
            "접수번호에는 josa를 쓸 수 없어요", "'{{ ticket }}번을'처럼 '번'을 붙여 주세요"
        )
    return part.name


def _check_pair(part: nodes.Filter) -> None:
    arguments = _arguments(part)
    pair = arguments[0].value if arguments and isinstance(arguments[0], nodes.Const) else None
    if len(arguments) != 1 or not isinstance(pair, str) or not is_pair(pair):
        message = "josa에는 조사 한 쌍을 적어야 해요"
        raise SentenceError(
            message, f"josa('을/를')처럼 써 주세요. 쓸 수 있는 쌍: {', '.join(PAIRS)}"
        )


def _arguments(part: nodes.Filter) -> list[nodes.Node]:
    extra = [one for one in (part.dyn_args, part.dyn_kwargs) if one is not None]
    return [*part.args, *part.kwargs, *extra]


def _usable(variables: tuple[str, ...]) -> str:
    if not variables:
        return "이 글에는 변수가 없어요. '{{ }}' 없이 써 주세요"
    return f"쓸 수 있는 변수: {', '.join(variables)}"
