"""Each of the ten invariants that the rules keep, by what tests it: a rule's fault, or a slip that must be caught."""

import pytest

from builder.content.rules import all_rules
from tests.faults.slips import FAULTS

INVARIANTS = {
    "1. A case cannot contradict itself": ["judgments_in_words", "a conviction that stands without a judgment", "a trial in absence that nobody speaks of", "courts_and_bodies", "verdicts_in_texts", "finality"],
    "2. Time is one line": ["future", "as_of_evidence", "sources_in_time", "dates_in_ids", "order_of_events", "weekdays", "dates_in_texts", "lapses_of_time", "events_of_cases", "years_in_words"],
    "3. A number is the number that was typed": ["whole_numbers", "numbers_in_evidence", "what_is_counted", "qualifiers", "votes", "typed_numbers", "instruments", "numbers_in_texts"],
    "4. A thing stands once": ["one_record_each", "spellings", "one_copy", "names_in_texts", "countries_in_ids", "vocabulary_words"],
    "5. What was typed reaches the reader as meant, or is refused": ["characters", "half_markup", "cut_texts", "languages"],
    "6. A link leads where it says": ["addresses", "source_addresses", "links", "anchors"],
    "7. Nothing is published that was not meant to be": ["files", "private_data", "a relative named whom no source names", "style_sheets", "classes", "scripts"],
    "8. A place is where it is and no closer than a village": ["places_on_the_map", "places_in_words", "a place more exact than a village"],
    "9. The frame keeps its promises": ["settings", "a page that cannot be enlarged", "a page in another language"],
    "10. A hostile record cannot stall or swell a build": ["a page that repeats without end", "a line of ten megabytes in data"],
}  # fmt: skip


@pytest.mark.parametrize("invariant", INVARIANTS)
def test_an_invariant_has_its_rules_and_each_has_a_fault_that_is_tried(invariant):
    tried = {rule.name for rule in all_rules()} | {fault.name for fault in FAULTS}
    assert set(INVARIANTS[invariant]) <= tried
