"""A script keeps nothing of a reader, asks nobody, and writes no markup."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from builder.content.problems import Problem
from builder.content.project import Project
from builder.content.rules import Fault, rule
from builder.content.scripts import Script, said, scripts, words

# All that this site keeps in a reader's browser, which docs/about/accessibility.md tells.
_KEPT = {"called-to-account.scheme"}
_KEEPS = "docs/about/accessibility.md says what is kept in a browser, and it is one word; keep nothing else"
_ASKS = "the site asks nobody anything while it is read; what a script needs stands in its page"
_MARKUP = "set textContent, or make elements with document.createElement"
_LEFT = "delete it; it was for whoever wrote the script"
# Names that no script of ours uses, and what to do instead.
_NEVER = {
    **dict.fromkeys(("cookie", "cookieStore", "sessionStorage", "indexedDB", "caches", "openDatabase"), _KEEPS),
    **dict.fromkeys(("fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "sendBeacon"), _ASKS),
    **dict.fromkeys(("RTCPeerConnection", "importScripts", "serviceWorker", "Worker", "SharedWorker", "Image"), _ASKS),
    **dict.fromkeys(("innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc", "setHTMLUnsafe"), _MARKUP),
    **dict.fromkeys(("writeln", "createContextualFragment", "DOMParser"), _MARKUP),
    **dict.fromkeys(("eval", "Function"), "write what has to be done; text is never run"),
    **dict.fromkeys(("console", "alert", "confirm", "prompt"), _LEFT),
    **dict.fromkeys(
        ("geolocation", "userAgent", "userAgentData", "plugins", "mediaDevices"), "ask nothing of a reader"
    ),
    **dict.fromkeys(("keyCode", "which", "charCode"), "compare event.key"),
}
# Where one of them is what the script is for.
_MAY = {
    "docs/assets/on-demand.js": {"XMLHttpRequest", "Worker"},
    "builder/publishing/search/worker.js": {"importScripts", "fetch"},
}
_NAMES = ("identifier", "property_identifier")
MESSAGE = "the script uses {name}"


@rule(
    "records",
    message=MESSAGE,
    fault=Fault("docs/assets/filter.js", r"^  showTarget\(\)", "  console.log(items)\n  showTarget()"),
)
def script_habits(project: Project) -> Iterator[Problem]:
    """What the site promises on accessibility and privacy is kept by every script, or by none."""
    for script in scripts(project.root):
        for node in script.nodes():
            for wrong, right in _faults(script, node):
                yield Problem(script.file, script.line(node), "", wrong, right)


def _faults(script: Script, node: Node) -> Iterator[tuple[str, str]]:
    if node.type == "debugger_statement":
        yield MESSAGE.format(name="debugger"), _LEFT
    elif node.type in _NAMES:
        name = words(node)
        if name in _NEVER and name not in _MAY.get(script.file, ()) and not _is_key(node):
            yield MESSAGE.format(name=name), _NEVER[name]
        elif name == "localStorage" and (fault := _kept(node)):
            yield fault, _KEEPS
    elif node.type == "call_expression":
        yield from _call(node)
    elif node.type in ("binary_expression", "switch_case"):
        yield from _key(node)


def _is_key(node: Node) -> bool:
    """Whether a name is that of a part of an object which the script makes: {prompt: 1}."""
    return node.parent is not None and node.parent.type == "pair"


def _kept(node: Node) -> str | None:
    """What is wrong with a use of localStorage."""
    call = node.parent.parent if node.parent else None
    arguments = call.child_by_field_name("arguments") if call else None
    key = said(arguments.named_children[0]) if arguments and arguments.named_children else None
    if key in _KEPT:
        return None
    return f"the script keeps {key or 'something'} in the reader’s browser"


def _call(node: Node) -> Iterator[tuple[str, str]]:
    called = words(node.child_by_field_name("function"))
    arguments = node.child_by_field_name("arguments")
    first = arguments.named_children[0] if arguments and arguments.named_children else None
    name = called.rpartition(".")[2]
    if name in ("setTimeout", "setInterval") and said(first) is not None:
        yield f"{called} runs a text", "give it a function"
    if called in ("document.write", "document.open", "window.open", "open"):
        yield MESSAGE.format(name=called), _MARKUP if called.startswith("document") else "leave windows to the reader"


def _key(node: Node) -> Iterator[tuple[str, str]]:
    """A key of one letter, which those who speak to their device press unawares (WCAG 2.1.4)."""
    if node.type == "switch_case":
        over = node.parent.parent.child_by_field_name("value") if node.parent and node.parent.parent else None
        sides = [over, node.child_by_field_name("value")]
    else:
        sides = [node.child_by_field_name("left"), node.child_by_field_name("right")]
    texts = [said(side) for side in sides]
    named = any(words(side).strip("()").endswith((".key", ".code")) for side in sides)
    letter = next((text for text in texts if text and (len(text) == 1 or text.startswith("Key"))), None)
    if named and letter and letter.strip():
        yield (
            f"the key {letter} does something by itself",
            "use a key of no letter, as Escape, or a button (WCAG 2.1.4)",
        )
