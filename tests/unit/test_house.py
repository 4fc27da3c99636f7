"""The house keeps its order: one direction of imports, nothing unused, every rule and function told."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from builder.content.pages import FrontMatter
from builder.content.records import KINDS
from builder.content.yaml_files import StrictModel
from builder.editions import FILES
from builder.rendering.functions import all_functions
from builder.reports.reference import reference, schemas
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
# What MkDocs, PyYAML, Python-Markdown, the standard library and templates call by name.
CALLED_BY_NAME = ("on_*", "construct_mapping", "yaml_implicit_resolvers", "model_config", "handle*", "log_message", "compress_type", "RE", "end_headers", "kilometres",
                  "label_at", "protocol_version", "disable_nagle_algorithm", "pytest_*", "dirty", "_*", "do_GET", "do_HEAD", "load_bytecode", "dump_bytecode", "update_date", "updatepos", "undefined")  # fmt: skip


def run(*command):
    return subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_rooms_import_in_one_direction():
    result = run("lint-imports", "--no-cache")
    assert result.returncode == 0, result.stdout


def fields(model):
    """Templates and downloads read a record's fields and properties by name."""
    yield from vars(model)
    yield from model.model_fields
    for below in model.__subclasses__():
        yield from fields(below)


def test_nothing_is_unused():
    ignored = ",".join([*CALLED_BY_NAME, *sorted(set(fields(StrictModel)))])
    options = [
        "--min-confidence",
        "60",
        "--ignore-names",
        ignored,
        "--ignore-decorators",
        "@rule*,@page_*,@pytest*",
    ]
    result = run("vulture", "builder", "hooks.py", "artwork", "tests", *options)
    assert result.returncode == 0, result.stdout


def test_every_module_of_ours_says_what_it_is_for():
    for path in sorted((ROOT / "builder").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not text.strip() or text.startswith('"""'), path


def test_every_page_function_is_documented_and_used():
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    for function in all_functions().values():
        assert function.does.endswith("."), function.name
        assert re.search(rf"\b{function.name}\(", pages), f"no page asks for {function.name}()"


def test_each_kind_of_record_has_its_file_and_no_other_has_it():
    files = [kind.file for kind in KINDS]
    assert len(set(files)) == len(files)
    assert all((ROOT / "data" / f"{file}.yml").exists() for file in files)


def test_the_reference_and_the_schemas_are_those_of_the_models():
    assert (ROOT / "REFERENCE.md").read_text(encoding="utf-8") == reference(), "make reference writes it anew"
    for name, text in schemas().items():
        assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == text, "make reference writes it anew"


def properties(schema, way=""):
    """Every field in a JSON Schema, with the way to it."""
    for name, field in schema.get("properties", {}).items():
        yield f"{way}{name}", field
    for name, part in schema.get("$defs", {}).items():
        yield from properties(part, f"{way}{name}.")
    if "items" in schema:
        yield from properties(schema["items"], way)


def test_every_field_that_people_write_says_in_words_what_it_holds():
    found = {name: dict(properties(json.loads(text))) for name, text in schemas().items()}
    found["pages"] = dict(properties(FrontMatter.model_json_schema()))
    assert all(found.values())
    silent = [
        f"{file}: {way}"
        for file, fields in found.items()
        for way, field in fields.items()
        if not field.get("description", "").endswith(".")
    ]
    assert not silent, "write Field(description=...) in its model; make new, REFERENCE.md and editors show it"


def test_the_library_that_readers_run_is_the_one_that_was_released():
    text = (ROOT / "builder/publishing/search/minisearch.js").read_bytes()
    # dist/umd/index.js of minisearch 7.2.0, as npm has it.
    assert hashlib.sha256(text).hexdigest() == "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"


def test_the_architecture_names_every_room_and_nothing_that_is_not_there():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in sorted(
        path.parent for path in (ROOT / "builder").rglob("__init__.py") if path.parent != ROOT / "builder"
    ):
        assert f"`{room.relative_to(ROOT).as_posix()}/`" in text, f"ARCHITECTURE.md does not name {room.name}"
    for path in re.findall(r"`((?:builder|tests|templates|data|docs)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), f"ARCHITECTURE.md names {path}"
    for target in re.findall(r"`make (\w+)`", text):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), target


def test_no_script_holds_words_that_readers_see():
    """They are in templates, overrides and data, so that the site is translated without touching a script."""
    shown = re.compile(r"""(?:textContent|innerText|innerHTML|title|placeholder|ariaLabel)\s*=\s*["'`][^"'`]*[^\W\d]""")
    # Two words beside each other, in no selector.
    sentence = re.compile(
        r"""["'`](?=[^"'`\n]*[^\W\d]{2,}[ .]+[^\W\d]{2})(?:[^"'`.#:>\[\]{}()=\n]|[.:](?=[\s"'`]))+["'`]"""
    )
    for path in sorted((ROOT / "docs" / "assets").glob("*.js")):
        code = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        code = re.sub(r"\$\{[^}]*\}", "", code)
        assert [*shown.findall(code), *sentence.findall(code)] == [], path.name


def test_style_sheets_know_no_left_or_right():
    """Logical properties only: the day a page is translated into Arabic, it turns by itself."""
    physical = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom"
        r"|(?:min-|max-)?(?:width|height)|float|clear)\s*:|text-align:\s*(?:left|right)"
    )
    for sheet in sorted((ROOT / "docs" / "assets").glob("*.css")):
        text = re.sub(
            r"/\*.*?\*/|@media[^{]*",
            lambda kept: "\n" * kept[0].count("\n"),
            sheet.read_text(encoding="utf-8"),
            flags=re.S,
        )
        found = [f"{sheet.name}:{text.count(chr(10), 0, hit.start()) + 1} {hit[0]}" for hit in physical.finditer(text)]
        assert found == []


def test_an_edition_is_offered_under_its_own_setting():
    """They are promised together where the site is published, and each by itself where somebody makes one."""
    frame = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "overrides").rglob("*.html")))
    offers = re.findall(rf"if config\.extra\.({'|'.join(FILES)})\b(.*?)\{{%-? endif", frame, re.DOTALL)
    assert sorted((name, *re.findall(r"[\w-]+\.(?:pdf|epub|zip)", offer)) for name, offer in offers) == sorted(
        FILES.items()
    )
