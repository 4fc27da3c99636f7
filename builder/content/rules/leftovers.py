"""Nothing that a tool, a word processor or an editor left behind reaches a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cache import by_text
from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.statements import own_words

# Looked for in small letters, each beginning with a letter of its own, so that most places are passed at a glance.
_WORDS = re.compile(
    r"""\b(?:
      (?:citation|source|reference)\ (?:is\ )?(?:needed|required|to\ (?:follow|come))\b
    | fact[- ]check\ (?:this|needed|me)\b | to\ be\ (?:added|checked|confirmed|completed|translated|updated|written|verified)\ (?:later|soon|before|by\ me)
    | please\ (?:check|verify|confirm|add|insert|update|review|note)\b | placeholder\b | dummy\ text | work\ in\ progress
    | insert\ \w+\ here | your\ (?:text|name)\ here | as\ an\ ai\b | as\ a\ (?:large\ )?language\ model | i\ cannot\ (?:browse|verify|access)
    | my\ (?:knowledge\ cut-?off|training\ data) | i\ hope\ this | certainly[!,] | of\ course! | sure[!,]
    | here(?:\ is|’s|'s)\ (?:the|an?|your)\ (?:\w+\ )?(?:version|paragraph|sentence|text|translation|summary|rewrite|draft|revision)\b
    | let\ me\ know\ if | feel\ free\ to | regenerate\ response | contentreference | oai_?cite | grok_?(?:card|render)
    | turn\d+(?:search|view|news|file|fetch)\d+ | cite(?:turn|start|end)\w* | attached_file
    | (?:commented|formatted|deleted|inserted|comment)\ ?\[ | track\ changes | error!\ \w+ | undefined\b | read\ more\b | click\ here\b
    | share\ this\b | advertisement\b | sign\ up\ (?:for|to)\b | cookie\ (?:policy|settings) | sent\ from\ my\b | best\ regards | kind\ regards | dear\ all\b
    | asdf | qwert | foo\ bar | blah\ blah | lorem\b | draft:| note\ to\ (?:self|editor) | edit:| update:| nan\b(?=[ .,])
    | [\w-]+\.(?:docx?|odt|xlsx?|pages)\b(?<!\.md)
    )""",
    re.VERBOSE,
)
_SIGNS = re.compile(
    r"\?{2,}|!{2,}|\?!|\(\?\)|(?<=\s)\?(?=\s)|#(?:ref|n/a|value|name|div/0)\b|%[sd]\b|\$\{[^}]*\}|\[object object\]"
    r"|[({] ?(?:check|source|ref|cite|who|when|which|sic|tk|to (?:be )?(?:check|confirm|verif|add|do|translat)\w*)\b[^)}\n]{0,40}[)}?]"
    r"|\u3010[^\u3011]*\u3011|[\u00b9\u00b2\u00b3]"
)
MESSAGE = "there is {words!r}, which belongs to nobody’s text"


@rule("pages", message=MESSAGE, fault=Fault("docs/background/isis.md", "^ISIS is", "Certainly! ISIS is"))
def leftovers(project: Project) -> Iterator[Problem]:
    """A note to oneself, an answer of a program or a mark of a comment tells a reader that nobody read the page."""
    for statement in own_words(project):
        for start, end in _left(statement.unquoted):
            words = statement.words[start:end].strip()
            yield statement.at(start, MESSAGE.format(words=words), "finish the sentence, or delete it")


@by_text
def _left(words: str) -> tuple[tuple[int, int], ...]:
    text = words.lower()
    return tuple(found.span() for pattern in (_WORDS, _SIGNS) for found in pattern.finditer(text))
