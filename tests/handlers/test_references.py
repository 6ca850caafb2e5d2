"""Agreements, meetings and documents that are named outright."""

import pytest

from tests.handlers.conftest import Read
from tests.handlers.known import known


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        ("BER-7", ("BER-7",)),
        ("ber 7", ("BER-7",)),
        ("BER7", ("BER-7",)),
        ("ber-07", ("BER-7",)),
        ("BER–8", ("BER-8",)),
        ("PAN-12a", ("PAN-12",)),
        ("pan#3", ("PAN-3",)),
        ("VIR_5", ("VIR-5",)),
        ("¿qué dice el acuerdo BER-7?", ("BER-7",)),
        ("what does PAN-14 say about biometrics", ("PAN-14",)),
        ("BER-7 y PAN-12", ("BER-7", "PAN-12")),
        ("pan 5 por favor", ("PAN-5",)),
        ("BER-99", ("BER-99",)),
        ("tercero de Berlín", ("BER-3",)),
        ("el tercero de Berlín", ("BER-3",)),
        ("the eleventh of Panama", ("PAN-11",)),
        ("decimocuarto de Berlín", ("BER-14",)),
        ("item eleven of Panama", ("PAN-11",)),
        ("punto catorce de Berlín", ("BER-14",)),
        ("acuerdo número doce de Panamá", ("PAN-12",)),
        ("agreement no. 6 of Berlin", ("BER-6",)),
        ("el punto 8 de Berlín", ("BER-8",)),
        ("acuerdo 5 de la minuta de Panamá", ("PAN-5",)),
        ("item 3 of the virtual minutes", ("VIR-3",)),
        ("third item of the Panama minutes", ("PAN-3",)),
        ("Berlin 7", ("BER-7",)),
        ("Panama 11", ("PAN-11",)),
        ("virtual 5", ("VIR-5",)),
        ("agreements 3 and 4 of Panama", ("PAN-3", "PAN-4")),
        ("los puntos 7 y 8 de Berlín", ("BER-7", "BER-8")),
        ("report item 4", ("REP-4",)),
        ("punto 4 del informe", ("REP-4",)),
        known("nothing", "el último de Berlín", ("BER-14",)),
    ],
)
def test_an_item_is_named(read: Read, text: str, agreements: tuple[str, ...]) -> None:
    assert read(text).query.agreements == agreements


@pytest.mark.parametrize(
    "text",
    [
        "what is due from Panama on 11 June",
        "Panama 8 June",
        "reunión de Berlín el 29 de junio",
        "plenaria 26 y 27 de septiembre",
        "Panamá en 10 días",
        "los 12 países de la CSM",
        "the 23 countries",
        "quiero pan",
        "vir a ver",
        "los dos acuerdos de Chile",
    ],
)
def test_a_number_that_counts_or_dates_is_no_item(read: Read, text: str) -> None:
    reading = read(text)
    assert (reading.query.agreements, reading.item) == ((), None)


@pytest.mark.parametrize("text", ["acuerdo 7", "item 7", "el punto siete", "agreement number seven", "#7"])
def test_an_item_without_a_document_is_kept(read: Read, text: str) -> None:
    reading = read(text)
    assert (reading.query.agreements, reading.item) == ((), 7)


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("M-2017-09-26", "M-2017-09-26"),
        ("m-2018-02-22B", "M-2018-02-22b"),
        ("M-2017-11", "M-2017-11"),
        ("¿qué es E-ECLAC?", "E-ECLAC"),
    ],
)
def test_a_meeting_is_named(read: Read, text: str, meeting: str) -> None:
    assert read(text).query.meetings == (meeting,)


def test_a_meeting_that_is_not_on_record_is_not_named(read: Read) -> None:
    assert read("M-2019-01-01").query.meetings == ()


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("BER", ("BER",)),
        ("the Berlin minutes", ("BER",)),
        ("acta de Berlín", ("BER",)),
        ("acta de Panamá", ("PAN",)),
        ("minuta virtual", ("VIR",)),
        ("the concept note", ("NOTE",)),
        ("documento de Montevideo", ("NOTE",)),
        ("what was agreed in the Panama minutes", ("PAN",)),
        ("acuerdos de Berlín", ("BER",)),
    ],
)
def test_a_document_is_named(read: Read, text: str, documents: tuple[str, ...]) -> None:
    assert read(text).query.documents == documents
