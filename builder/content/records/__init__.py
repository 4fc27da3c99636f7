"""Every kind of record, one model a file. A new kind is added here, and gets its data file by that."""

from builder.content.records.body import Body
from builder.content.records.case import Case
from builder.content.records.change import Change
from builder.content.records.claim import Claim
from builder.content.records.editorial_ruling import Ruling
from builder.content.records.event import Event
from builder.content.records.figure import Figure
from builder.content.records.organisation import Organisation
from builder.content.records.person import Person
from builder.content.records.place import Place
from builder.content.records.quotation import Quote
from builder.content.records.reading import Reading
from builder.content.records.recognition import Recognition
from builder.content.records.record import Record
from builder.content.records.source import Source
from builder.content.records.synonym import Synonym
from builder.content.records.term import Term

__all__ = [
    "KINDS",
    "MODELS",
    "Body",
    "Case",
    "Change",
    "Claim",
    "Event",
    "Figure",
    "Organisation",
    "Person",
    "Place",
    "Quote",
    "Reading",
    "Recognition",
    "Record",
    "Ruling",
    "Source",
    "Synonym",
    "Term",
]

KINDS: tuple[type[Record], ...] = (
    Source,
    Figure,
    Quote,
    Claim,
    Event,
    Case,
    Recognition,
    Person,
    Term,
    Place,
    Body,
    Organisation,
    Reading,
    Change,
    Ruling,
    Synonym,
)
MODELS = {kind.file: kind for kind in KINDS}
