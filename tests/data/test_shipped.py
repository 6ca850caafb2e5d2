from pathlib import Path

import pytest
from sqlite_utils import Database

from data.merging import known_ids
from data.model import Records
from data.record_checks import RecordError
from data.shipped import RecordsInvalid, load_records, shipped_records


def errors(text: str, tmp_path: Path, known: frozenset[str] = frozenset()) -> tuple[RecordError, ...]:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordsInvalid) as refusal:
        load_records([path], known)
    assert str(refusal.value).splitlines() == [str(error) for error in refusal.value.errors]
    return refusal.value.errors


@pytest.mark.parametrize(
    ("old", "new", "record", "field", "what"),
    [
        ("performance: each", "perfomance: each", "MIN-1", "commitments[0].perfomance", "unknown key"),
        ("number: 1\n    topic: information", "topic: information", "MIN-1", "number", "missing"),
        ("{es: Foro, en: Forum}, kind", "{es: Foro}, kind", "E-FORUM", "title", "missing language en"),
        ("{es: Foro, en: Forum}, kind", "{es: Foro, en: ' '}, kind", "E-FORUM", "title", "missing language en"),
        ("{es: Foro, en: Forum}, kind", "{es: F, en: F, pt: F}, kind", "E-FORUM", "title", "unknown language pt"),
        ("{es: [mexicana]", "{fr: [mexicaine]", "MX", "names", "unknown language fr"),
        (
            "event: {es: antes del foro, en: before the forum}",
            "event: {en: before the forum}",
            "MIN-3",
            "commitments[0].due.event",
            "missing language es",
        ),
        ("responsible: [CL]", "responsible: [XX]", "MIN-1", "commitments[0].responsible", "unknown party XX"),
        ("responsible: [CL]", "responsible: [NO]", "MIN-1", "commitments[0].responsible", "unknown party NO"),
        ("responsible: [CL]", "responsible: []", "MIN-1", "commitments[0].responsible", "names nobody"),
        ("[RCM, IOM]", "[RCM, OAS]", "MIN-1", "commitments[0].counterparties", "unknown party OAS"),
        ("parties: [CL]", "parties: [XX]", "M-2017-05-10", "parties", "unknown party XX"),
        ("conference: RCM, names", "conference: '', names", "MX", "conference", None),
        ("conference: RCM, names", "conference: XXX, names", "MX", "conference", "unknown party XXX"),
        ("{party: CL, source: MIN}", "{party: XX, source: MIN}", "SACM", "members[0].party", "unknown party XX"),
        (
            "{party: CL, source: MIN}",
            "{party: CL, source: XXX}",
            "SACM",
            "members[0].source",
            "unknown agreement or document XXX",
        ),
        ("party: IOM", "party: OAS", "G-IOM", "party", "unknown party OAS"),
        ("event: M-2017-09,", "event: M-2018,", "MIN-2", "commitments[0].due.event", "unknown meeting M-2018"),
        ("meeting: M-2017-05-10", "meeting: M-2017", "MIN", "meeting", "unknown meeting M-2017"),
        ("sources: [MIN-3]", "sources: [MIN-9]", "E-FORUM", "sources", "unknown agreement or document MIN-9"),
        ("reported: [REP]", "reported: [RAP]", "M-2017-09", "reported", "unknown agreement or document RAP"),
        ("to: MIN-2}", "to: MIN-9}", "LAT-1", "relations[0].to", "unknown agreement MIN-9"),
        ("to: MIN-3a}", "to: MIN-3b}", "LAT", "relations[0].to", "unknown commitment MIN-3b"),
        ("topic: information\n    title: {es: P", "topic: x\n    title: {es: P", "REP-2", "topic", "unknown topic x"),
        ("about: [M-2017-09, MIN-2]", "about: [M-2017]", "D-1", "about", None),
        (
            "start: 2017-09-01, end: 2017-09-30}",
            "start: 2017-09-01, end: 2017-08-30}",
            "LAT-1",
            "commitments[0].due.end",
            "2017-08-30 is before the start, 2017-09-01",
        ),
        ("until: 2017-05-31", "until: 2017-04-30", "SACM", "members[1].until", None),
        ("start: 2017-09\n", "start: 2017-09\n    end: 2017-08-31\n", "M-2017-09", "end", None),
        ("title: {es: Foro, en: Forum}, kind", "end: 2017-08-31, title: {es: F, en: F}, kind", "E-FORUM", "end", None),
        ("end: 2017-09-02}", "end: 2017-09-31}", "LAT-1", "commitments[1].due.end", "no ISO date: '2017-09-31'"),
        ("end: 2017-09-02}", "end: 20170902}", "LAT-1", "commitments[1].due.end", "no ISO date: 20170902"),
        ("end: 2017-09-02}", "end: 2.9.2017}", "LAT-1", "commitments[1].due.end", "no ISO date: '2.9.2017'"),
        ("adopted: 2017-06\n", "adopted: 2017-13\n", "LAT", "adopted", "no ISO day or month: '2017-13'"),
        ("adopted: 2017-06\n", "adopted: '2017'\n", "LAT", "adopted", "no ISO day or month: '2017'"),
        ("start: 2017-09\n", "start: 2017-9\n", "M-2017-09", "start", "no ISO day or month: '2017-9'"),
        ("id: LAT-1a", "id: LAT-1b", "LAT-1", "commitments[0].id", "LAT-1b is not LAT-1a, the next letter"),
        ("id: LAT-1b", "id: LAT-1c", "LAT-1", "commitments[1].id", "LAT-1c is not LAT-1b, the next letter"),
        ("document: REP\n    number: 2", "document: REP\n    number: 3", "REP-2", "id", "is not REP-3"),
        ("id: M-2017-05-10", "id: M-2017-05-11", "M-2017-05-11", "id", None),
        ("id: E-FORUM", "id: FORUM", "FORUM", "id", "is not E- and a word, as for a meeting without a date"),
        ("- {id: PE,", "- {id: PA,", "PA", "id", "given twice"),
        ("strength: asks", "strength: begs", "MIN-1", "commitments[1].strength", None),
        ("kind: report,", "kind: rapport,", "REP", "kind", None),
        ("number: 3", "number: three", "MIN-3", "number", None),
        ("[chilena]", "[mexicana]", "CL", "names", "'mexicana' is also a name of MX"),
        ("[noruega]", "[' Mexicaná']", "NO", "names", "' Mexicaná' is also a name of MX"),
        ("sources: [MIN]\n    party", "sources: MIN\n    party", "G-IOM", "sources", None),
        ("{id: PE,", "{id: XX,", "XX", "id", "is no ISO 3166 code of a state"),
        ("{id: PE,", "{id: XK,", "XK", "id", "is no ISO 3166 code of a state"),
        ("id: 'NO',", "id: NOR,", "NOR", "id", "is no ISO 3166 code of a state"),
        ("kind: organisation, name: {es: OIM, en: IOM},", "kind: organisation,", "IOM", "name", "missing"),
        (", short: {es: OIM, en: IOM}}", "}", "IOM", "short", "missing"),
        ("{id: PE,", "{name: {es: a, en: b}, id: PE,", "PE", "name", "stands with a state, whose name comes from CLDR"),
        (
            "{kind: by, start: 2017-06-20, end: 2017-06-20}",
            "{kind: by, start: 2017-06-20}",
            "MIN-1",
            "commitments[0].due.end",
            "missing beside a start; of one day it is the same",
        ),
        ("start: 2017-09\n", "start: 2017-09\n    end: 2017-10\n", "M-2017-09", "end", "no ISO day: '2017-10'"),
        ("number: 3", "number: 0", "MIN-3", "number", "is not from 1 to 999"),
        ("number: 3", "number: 1000", "MIN-3", "number", "is not from 1 to 999"),
        ("number: 3", f"number: {'9' * 30}", "MIN-3", "number", "is not from 1 to 999"),
        ("number: 3", f"number: {'9' * 5000}", "MIN-3", "number", None),
        ("number: 3", "number: 1.5", "MIN-3", "number", "Input should be a valid integer, not '1.5'"),
        ("{id: REP, kind", "{id: RE-P, kind", "RE-P", "id", "is not two or more upper-case letters and digits"),
        ("{id: REP, kind", "{id: Rep, kind", "Rep", "id", "is not two or more upper-case letters and digits"),
        ("{id: REP, kind", "{id: D, kind", "D", "id", "is not two or more upper-case letters and digits"),
        ("{id: REP, kind", '{id: "REP\\n", kind', "REP\n", "id", "is not two or more upper-case letters and digits"),
        ("id: G-IOM", "id: IOM-1", "IOM-1", "id", "is not G- and an acronym in upper case"),
        ("id: G-IOM", "id: G-iom", "G-iom", "id", "is not G- and an acronym in upper case"),
        ("- {id: information,", "- {id: In formation,", "In formation", "id", "is not a lower-case word"),
        ("id: D-1", "id: D-01", "D-01", "id", "is not D- and a number"),
        ("id: D-1", "id: D1", "D1", "id", "is not D- and a number"),
        ("{id: IOM,", "{id: iom,", "iom", "id", "is not upper-case letters and digits, with or without hyphens"),
        ("{id: IOM,", "{id: IT,", "IT", "id", "is the ISO 3166 code of a state"),
        ("id: E-FORUM", "id: E-forum", "E-forum", "id", "is not E- and a word, as for a meeting without a date"),
        ("- id: M-2017-09\n", "- id: M-2017-09a\n", "M-2017-09a", "id", "is not M-2017-09, with or without a letter"),
    ],
)
def test_an_error_names_file_record_and_field(
    tiny_text: str, tmp_path: Path, old: str, new: str, record: str, field: str, what: str | None
) -> None:
    assert tiny_text.count(old) == 1
    found = errors(tiny_text.replace(old, new), tmp_path)
    matching = [error for error in found if (error.file, error.record, error.field) == ("own.yaml", record, field)]
    assert matching, found
    assert what is None or what in [error.what for error in matching]


def test_all_errors_are_collected(tiny_text: str, tmp_path: Path) -> None:
    broken = tiny_text.replace("strength: asks", "strength: begs").replace("[chilena]", "[mexicana]")
    found = errors(broken + "\nrules: []\n", tmp_path)
    assert {(error.record, error.field) for error in found} >= {
        ("MIN-1", "commitments[1].strength"),
        ("CL", "names"),
        ("", "rules"),
    }


def test_a_record_with_a_mistake_is_checked_for_all_others(tiny_text: str, tmp_path: Path) -> None:
    broken = tiny_text
    for old, new in (
        ("    number: 1\n    topic: information", "    topic: nothing"),
        ("        performance: each", "        perfomance: each"),
        ("[RCM, IOM]", "[RCM, OAS, 5]"),
        ("start: 2017-06-20, end: 2017-06-20", "start: 2017-06-20, end: 2017-06-19"),
        ("id: MIN-1b, responsible: [RCM], strength: asks", "responsible: [RCX], strength: begs"),
        ("adopted: 2017-06\n", "adopted: 2017-13\n    kind: rapport\n    size: 1\n"),
        ("    kind: minutes\n    title: {es: Acta posterior, en: Later minutes}", "    title: {es: 5}"),
        ("to: MIN-3a", "to: MIN-3b"),
    ):
        assert broken.count(old) == 1, old
        broken = broken.replace(old, new)
    assert sorted((error.record, error.field) for error in errors(broken, tmp_path)) == [
        ("LAT", "adopted"),
        ("LAT", "kind"),
        ("LAT", "relations[0].to"),
        ("LAT", "size"),
        ("LAT", "title"),
        ("LAT", "title.es"),
        ("MIN-1", "commitments[0].counterparties"),
        ("MIN-1", "commitments[0].counterparties[2]"),
        ("MIN-1", "commitments[0].due.end"),
        ("MIN-1", "commitments[0].perfomance"),
        ("MIN-1", "commitments[1].id"),
        ("MIN-1", "commitments[1].responsible"),
        ("MIN-1", "commitments[1].strength"),
        ("MIN-1", "number"),
        ("MIN-1", "topic"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: report,", "", "REP: kind: missing"),
        ("{id: IOM, kind: organisation,", "{id: IOM,", "IOM: kind: missing"),
        ("kind: working, start: 2017-05-10", "kind: working, start: 5", "M-2017-05-10: start: "),
        ("- id: D-1\n    about", "- about", "discrepancies[0]: id: missing"),
        ("kind: reiterates, to: MIN-2", "to: MIN-2", "LAT-1: relations[0].kind: missing"),
        ("kind: before, end: 2017-09-02", "end: 2017-09-02", "LAT-1: commitments[1].due.kind: missing"),
        ("    meaning: {es: Una organización., en: An organization.}\n", "", "G-IOM: meaning: missing"),
        ("relations: [{kind: reiterates, to: LAT-1}]", "relations: [5]", "REP-1: relations[0]: "),
        ("document: REP\n    number: 2", "number: 2", "REP-2: document: missing"),
    ],
)
def test_nothing_else_is_told_of_what_only_follows(
    tiny_text: str, tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert tiny_text.count(old) == 1
    (error,) = errors(tiny_text.replace(old, new), tmp_path)
    assert str(error).startswith(f"own.yaml: {message}")


def test_one_mistake_is_one_error(tiny_text: str, tmp_path: Path) -> None:
    (error,) = errors(tiny_text.replace("kind: report,", "kind: report, x: 1,"), tmp_path)
    assert str(error) == "own.yaml: REP: x: unknown key"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parties: {", "own.yaml: line 2: while parsing a flow node"),
        ("", "own.yaml: holds no lists of records"),
        ("- id: CL", "own.yaml: holds no lists of records"),
        ("parties: CL", "own.yaml: parties: is no list"),
        ("parties: [CL]", "own.yaml: parties[0]"),
        ("parties: [{kind: state}]", "own.yaml: parties[0]: id: missing"),
        ("parties: []\nparties: []", "own.yaml: line 2: key 'parties' given twice"),
        ("parties: [{id: CL, kind: state, id: PE}]", "own.yaml: line 1: key 'id' given twice"),
        (
            "parties: [{id: !!python/name:os.system , kind: state}]",
            "own.yaml: line 1: tags (tag:yaml.org,2002:python/name:os.system)",
        ),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, text: str, message: str) -> None:
    assert str(errors(text, tmp_path)[0]).startswith(message)


def test_files_may_refer_to_each_other(tmp_path: Path, tiny: Records, tiny_text: str) -> None:
    first, second = tmp_path / "1.yaml", tmp_path / "2.yaml"
    head, tail = tiny_text.split("agreements:\n")
    first.write_text(f"agreements:\n{tail}", encoding="utf-8")
    second.write_text(head, encoding="utf-8")
    assert load_records([first, second]) == tiny


def test_an_import_may_refer_to_what_is_known(tmp_path: Path) -> None:
    text = """
agreements:
  - id: NEW-1
    document: NEW
    number: 1
    topic: plenary
    title: {es: a, en: b}
    summary: {es: a, en: b}
documents:
  - {id: NEW, kind: minutes, title: {es: a, en: b}, language: es}
"""
    assert [error.what for error in errors(text, tmp_path)] == ["unknown topic plenary"]
    assert len(load_records([tmp_path / "own.yaml"], known={"topic plenary"}).agreements) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("topic", "CL"), ("document", "CL"), ("topic", "MIN-1")],
)
def test_what_is_known_as_something_else_is_unknown(tmp_path: Path, store: Database, field: str, value: str) -> None:
    given = {"topic": "plenary", "document": "MIN", field: value}
    text = f"""
agreements:
  - id: {given["document"]}-9
    document: {given["document"]}
    number: 9
    topic: {given["topic"]}
    title: {{es: a, en: b}}
    summary: {{es: a, en: b}}
"""
    assert [error.what for error in errors(text, tmp_path, known_ids(store))] == [f"unknown {field} {value}"]


def test_norway_is_a_word_and_true_is_not(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("outsiders: [{id: NO, names: {es: [no, yes, on]}}]", encoding="utf-8")
    (outsider,) = load_records([path]).outsiders
    assert (outsider.id, outsider.names) == ("NO", {"es": ("no", "yes", "on")})


def test_the_shipped_records_are_valid() -> None:
    records = shipped_records()
    assert len({agreement.document for agreement in records.agreements}) == 4
