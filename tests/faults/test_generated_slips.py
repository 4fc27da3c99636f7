"""Slips made from every field of every real record: refused with the place named, or of a kind that is right as it is.

`SLIPS` in the environment raises how many are tried; each run tries the same ones.
"""

import copy
import functools
import os
import random
import re

import pytest
import yaml

from builder.content.project import Project
from builder.content.records import MODELS, Case
from builder.content.records.load import Records, _take
from builder.content.rules import all_rules
from builder.content.yaml_files import Loader, Raw
from tests.conftest import ROOT
from tests.faults.conftest import COUNTED

TRIED = int(os.environ.get("SLIPS", "20"))
DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
# Rules that look at one record and those it names; the others look at pages, settings or files.
RULES = [rule for rule in all_rules() if rule.stage == "records" or rule.name in ("citations", "future")]


@functools.cache
def project():
    return Project.read(ROOT)


def fields(value, way=()):
    """Every field of a record as it was typed, and every item of a list, with the way to it."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield (*way, step), inner
        yield from fields(inner, (*way, step))


def changed(record, way, value):
    record = copy.deepcopy(record)
    *before, last = way
    part = functools.reduce(lambda part, step: part[step], before, record)
    part[last] = value
    return record


def problems_of(kind, name, record):
    """What is wrong with the project once a record is another, as far as the records alone show it."""
    whole = project().records
    records = Records({file: dict(found) for file, found in whole.by_file.items()}, raw=dict(whole.raw))
    order = list(records.by_file[kind.file])
    del records.raw[kind.file, name]
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    node = Loader(text).get_single_node()
    found = list(_take(Raw(record, node), kind, records))
    if found:
        return found
    taken = records.by_file[kind.file]
    records.by_file[kind.file] = {
        key: taken[key] for key in [str(record["id"]) if key == name else key for key in order]
    }
    whole_again = Project(ROOT, records, {})
    return next((found for rule in RULES if (found := list(rule.check(whole_again)))), [])


def every(wanted):
    """Every field that a slip is for, over all records: (kind, id, way, what stands there)."""
    for (file, name), raw in project().records.raw.items():
        for way, value in fields(raw.value):
            if wanted(file, way, value):
                yield MODELS[file], name, way, value


def sample(found):
    found = list(found)
    return random.Random(26).sample(found, min(TRIED, len(found)))


def refused(kind, name, way, value):
    COUNTED.append("tried")
    record = changed(project().records.raw[kind.file, name].value, way, value)
    problems = problems_of(kind, name, record)
    assert problems, f"{kind.kind} {name}, {way}: {value!r} was accepted"
    assert all(problem.file.endswith(".yml") and problem.line and problem.wrong for problem in problems)
    assert not any(
        re.search(r"\^|\\\\[dswb]|\(\?|unable to|should (be|have|match)", problem.wrong) for problem in problems
    )
    COUNTED.extend(("caught", "named"))


def test_every_field_left_empty_is_refused():
    for kind, name, way, _ in sample(every(lambda file, way, value: True)):
        refused(kind, name, way, None)


@pytest.mark.parametrize("typed", [{"a": "b"}, [["a"]], True, 1.5], ids=str)
def test_something_of_another_kind_is_refused(typed):
    for kind, name, way, value in sample(every(lambda file, way, value: type(value) is not type(typed)))[: TRIED // 4]:
        # A measure may be 1.5, and a figure's value some other number: what its source's words say decides.
        if not (isinstance(value, int | float) and isinstance(typed, float)):
            refused(kind, name, way, typed)


def test_a_date_moved_a_century_on_is_refused():
    def dated(file, way, value):
        return way[-1] in DATES and DATE.fullmatch(str(value)) and str(value).startswith("20")

    for kind, name, way, value in sample(every(dated)):
        # As far as dates go at all.
        refused(kind, name, way, str(min(int(str(value)[:4]) + 74, 2100)))


DATES = {"date", "asof", "issued", "read", "confirmed", "on", "from", "to"}


def test_a_digit_changed_in_a_figure_with_words_is_refused():
    def worded(file, way, value):
        return file == "figures" and way in (("value",), ("low",), ("high",)) and "unread" not in way

    for kind, name, way, value in sample(every(worded)):
        raw = project().records.raw[kind.file, name].value
        if not raw.get("unread"):
            refused(kind, name, way, value + 1)


def test_a_record_pasted_again_under_another_id_is_refused():
    kinds = ("cases", "sources", "quotes", "timeline", "recognitions", "people", "places", "glossary", "claims")
    for kind, name, _, _ in sample(every(lambda file, way, value: file in kinds and way == ("id",)))[: TRIED // 4]:
        raw = project().records.raw[kind.file, name]
        if kind is Case and "not named" in raw.value["defendant"] and "docket" not in raw.value:
            continue
        whole = project().records
        records = Records({file: dict(found) for file, found in whole.by_file.items()}, raw=dict(whole.raw))
        again = {**raw.value, "id": f"{name}-again"}
        assert list(_take(Raw(again, raw.node), kind, records)) == []
        problems = [problem for rule in RULES for problem in rule.check(Project(ROOT, records, {}))]
        assert any(f"{name}-again" in problem.where for problem in problems), name


def test_every_conviction_that_is_added_to_what_stands_or_taken_from_it_is_refused():
    crimes = [
        {"crime": crime, "mode": mode} for crime in ("genocide", "terrorism") for mode in ("committing", "complicity")
    ]
    for name, raw in ((key[1], raw) for key, raw in project().records.raw.items() if key[0] == "cases"):
        standing = raw.value["standing"]
        for position in range(len(standing)):
            refused(Case, name, ("standing",), standing[:position] + standing[position + 1 :])
        for crime in crimes:
            if crime not in standing:
                refused(Case, name, ("standing",), [*standing, crime])


def test_two_letters_changed_over_in_an_id_that_is_named_are_refused():
    named = {"speaker", "interviewer", "supersedes", "part_of", "source", "places", "sources"}

    def names(file, way, value):
        return isinstance(value, str) and (way[-1] in named or (way[-2:-1] and way[-2] in named))

    for kind, name, way, value in sample(every(names)):
        swapped = value[1] + value[0] + value[2:]
        if swapped != value:
            refused(kind, name, way, swapped)
