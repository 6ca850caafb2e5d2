"""How the shipped records stand to each other, and their words, against the five documents."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from data.model import Records, RelationKind

LANGUAGES = {"es", "en"}
ORDER = ("VIR", "PAN", "BER", "REP", "NOTE")
"""The documents, from the earliest to the latest."""
REPETITION = {
    ("PAN-1", "reiterates", "VIR-7"),
    ("PAN-12", "narrows", "VIR-1"),
    ("BER-1", "reiterates", "PAN-4"),
    ("BER-2", "reiterates", "PAN-2"),
    ("BER-6", "reiterates", "PAN-11"),
    ("BER-7", "widens", "PAN-12"),
    ("BER-9", "reiterates", "VIR-5"),
    ("BER-10", "reiterates", "PAN-6"),
    ("BER-11", "reiterates", "PAN-7"),
    ("BER-13", "reiterates", "PAN-13"),
    ("REP-7", "reiterates", "VIR-5"),
    ("REP-7", "reiterates", "VIR-6"),
    ("REP-7", "reiterates", "VIR-8"),
    ("REP-9", "reiterates", "PAN-9"),
    ("REP-10", "reiterates", "PAN-11"),
    ("REP-11", "reiterates", "PAN-12"),
}
CONFLICTS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "D-1": (
        "PAN-11 BER-5 BER-6 BER-14 NOTE",
        ("Panamá", "26 y 27 de septiembre de 2017", "Montevideo", "8 y 9 de mayo de 2018", "ningún documento"),
        ("Panama", "26–27 September 2017", "Montevideo", "8–9 May 2018", "no document"),
    ),
    "D-2": (
        "VIR PAN-7 BER-11 NOTE",
        ("primera semana de diciembre", "Guadalajara", "Puerto Vallarta"),
        ("first week of December", "Guadalajara", "Puerto Vallarta"),
    ),
    "D-3": ("PAN-12 BER-7", ("20 de junio", "8 de septiembre"), ("20 June", "8 September")),
    "D-4": ("PAN-9 BER-12", ("12 de junio", "14 de julio", "se infiere"), ("12 June", "14 July", "is inferred")),
    "D-5": (
        "PAN-11 BER-6 NOTE",
        ("versión definitiva", "ad referéndum", "no son vinculantes"),
        ("definitive version", "ad referendum", "not binding"),
    ),
    "D-6": ("VIR-5 BER-9", ("30 y 31 de agosto", "sin fecha", "CEPAL"), ("30–31 August", "undated", "ECLAC")),
    "D-7": (
        "VIR VIR-4 BER",
        ("un día antes", "29 de junio de 2017", "márgenes"),
        ("one day before", "29 June 2017", "margins"),
    ),
    "D-8": (
        "PAN BER REP",
        ("El Salvador, Panamá y México", "El Salvador, Honduras y México"),
        ("El Salvador, Panama and Mexico", "El Salvador, Honduras and Mexico"),
    ),
    "D-9": (
        "NOTE",
        ("22 de febrero de 2018", "10:00", "13:00", "15:00", "18:00", "9:00 a. m.", "10:00 p. m."),
        ("22 February 2018", "10:00", "13:00", "15:00", "18:00", "9:00 a.m.", "“10:00 p.m.”"),
    ),
    "D-10": ("BER REP NOTE", ("Berlín", "Ginebra"), ("Berlin", "Geneva")),
    "D-11": (
        "VIR-3 PAN REP NOTE",
        ("Panamá y Chile", "El Salvador y México", "dos veces"),
        ("Panama and Chile", "El Salvador and Mexico", "twice"),
    ),
    "D-12": (
        "VIR PAN-13 BER-13 NOTE",
        ("7 y 8 de julio", "Cuarta Reunión", "30 de marzo", "11 de mayo", "8 de junio"),
        ("7–8 July", "Fourth Meeting", "30 March", "11 May", "8 June"),
    ),
    "D-13": (
        "VIR-1 PAN-12 BER-7",
        ("reunir insumos", "definiciones", "a la CRM", "a la ST de la CRM"),
        ("collect inputs", "definitions", "to the RCM", "to the RCM's TS"),
    ),
}
ACRONYMS = {
    "G-GCM": ("PMM", "GCM"),
    "G-RCM": ("CRM", "RCM"),
    "G-SACM": ("CSM", "SACM"),
    "G-TS": ("ST", "TS"),
    "G-PPT": ("PPT", "PPT"),
    "G-CAM": ("CAM", "CAM"),
    "G-OAS": ("OEA", "OAS"),
    "G-IOM": ("OIM", "IOM"),
    "G-ECLAC": ("CEPAL", "ECLAC"),
    "G-CELAC": ("CELAC", "CELAC"),
    "G-RCP": ("PCR", "RCP"),
    "G-ISCM": ("ISCM", "ISCM"),
    "G-SICA": ("SICA", "SICA"),
    "G-TROIKA": ("Troika", "Troika"),
    "G-EXTRAREGIONAL": ("extrarregional", "extra-regional"),
    "G-EXTRACONTINENTAL": ("extracontinental", "extra-continental"),
    "G-NNA": ("NNA", "NNA"),
    "G-ECOSOC": ("ECOSOC", "ECOSOC"),
    "G-UN": ("ONU", "UN"),
    "G-PARLATINO": ("Parlatino", "Parlatino"),
}


def test_what_repeats_what(shipped: Records) -> None:
    found = [(a.id, r.kind.value, r.to) for a in shipped.agreements for r in a.relations]
    assert len(found) == len(set(found))
    assert {relation for relation in found if relation[1] != RelationKind.CONFLICTS} == REPETITION
    assert ("BER-6", "conflicts", "PAN-11") in found


def test_what_fulfils_what(shipped: Records) -> None:
    found = [(d.id, r.kind.value, r.to) for d in shipped.documents for r in d.relations]
    found += [(m.id, r.kind.value, r.to) for m in shipped.meetings for r in m.relations]
    assert sorted(found) == [("BER", "fulfils", "VIR-4a"), ("PAN", "fulfils", "VIR-3a")]


@pytest.mark.parametrize("id_", CONFLICTS)
def test_a_conflict_names_both_sides(shipped: Records, id_: str) -> None:
    (found,) = [d for d in shipped.discrepancies if d.id == id_]
    sources, spanish, english = CONFLICTS[id_]
    assert set(sources.split()) <= set(found.sources)
    assert [words for words in spanish if words not in found.says["es"]] == []
    assert [words for words in english if words not in found.says["en"]] == []
    for language, text in found.says.items():
        assert [code for code in found.sources if not re.search(rf"\b{code}\b", text)] == [], language


def test_the_sources_of_the_conflicts_exist_and_go_from_the_earlier_to_the_later(shipped: Records) -> None:
    known = {r.id for each in (shipped.documents, shipped.agreements) for r in each}
    assert len(shipped.discrepancies) >= 13
    for found in shipped.discrepancies:
        assert set(found.sources) <= known
        ages = [ORDER.index(source.partition("-")[0]) for source in found.sources]
        assert ages == sorted(ages), found.id


def test_the_terms(shipped: Records) -> None:
    found = {term.id: (term.acronym["es"], term.acronym["en"]) for term in shipped.terms}
    assert len(found) >= 16
    assert {id_: found.get(id_) for id_ in ACRONYMS} == ACRONYMS


def texts(value: object, where: str = "") -> Iterator[tuple[str, str, Mapping[str, object]]]:
    """Everything by language in a record: where it stands, in which field, and the words."""
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from texts(item, f"{where}[{getattr(item, 'id', position)}]")
    elif is_dataclass(value):
        for field in fields(value):
            content = getattr(value, field.name)
            if isinstance(content, Mapping):
                yield where, field.name, content
            else:
                yield from texts(content, f"{where}.{field.name}")


def test_every_text_is_there_in_both_languages(shipped: Records) -> None:
    found = list(texts(shipped))
    assert len(found) > 500
    assert [(where, field) for where, field, words in found if words and set(words) != LANGUAGES] == []
    assert [(where, field) for where, field, words in found if not all(words.values())] == []


def test_a_text_keeps_to_the_acronyms_of_its_language(shipped: Records) -> None:
    foreign = {"es": r"\b(RCM|SACM|GCM|IOM|OAS|ECLAC)\b", "en": r"\b(CRM|CSM|PMM|OIM|OEA|CEPAL)\b"}
    wrong = [
        (where, field, text)
        for where, field, words in texts(shipped)
        for language, text in words.items()
        if isinstance(text, str) and re.search(foreign[language], text)
    ]
    assert wrong == []


def test_nothing_of_the_conversion_is_left(shipped: Records) -> None:
    marks = re.compile(r"<sup>|\*\*|\[bookmark|footnoteRef|_GoBack|�|  ")
    every = [text for _, _, words in texts(shipped) for text in words.values() if isinstance(text, str)]
    assert [text for text in every if marks.search(text)] == []
    assert [text for text in every if text != text.strip()] == []
