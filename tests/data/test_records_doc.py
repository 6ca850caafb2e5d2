"""docs/records.md describes every field, and its example and identifiers are those of the records."""

import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest
import yaml

from data import model
from data.shipped import load_records

DOC = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
SECTIONS = {
    heading: body
    for part in re.split(r"^##+ ", DOC, flags=re.MULTILINE)[1:]
    for heading, _, body in [part.partition("\n")]
}
HEADINGS = {
    model.Agreement: "`agreements`",
    model.Commitment: "`commitments`",
    model.Due: "`due`",
    model.Relation: "`relations`",
    model.Document: "`documents`",
    model.Meeting: "`meetings`",
    model.Party: "`parties` and `outsiders`",
    model.Outsider: "`parties` and `outsiders`",
    model.Membership: "`parties` and `outsiders`",
    model.Term: "`terms`",
    model.Topic: "`topics` and `discrepancies`",
    model.Discrepancy: "`topics` and `discrepancies`",
}


def words_of(text: str) -> set[str]:
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in re.findall(r"[a-z-]+", code)}


def test_every_dataclass_has_its_section() -> None:
    found = {value for value in vars(model).values() if isinstance(value, type) and is_dataclass(value)}
    assert set(HEADINGS) == found - {model.Records}
    assert {field.name for field in fields(model.Records)} <= words_of(DOC.partition("##")[0])


@pytest.mark.parametrize("kind", HEADINGS, ids=lambda kind: kind.__name__)
def test_every_field_is_named_in_its_section(kind: type) -> None:
    assert {field.name for field in fields(kind)} - words_of(SECTIONS[HEADINGS[kind]]) == set()


def test_every_value_of_an_enum_is_named() -> None:
    enums = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, StrEnum)]
    assert {member.value for enum in enums if enum is not StrEnum for member in enum} - words_of(DOC) == set()


def test_the_example_is_the_shipped_record_with_fewer_keywords(tmp_path: Path) -> None:
    example = re.findall(r"```yaml\n(.*?)```", SECTIONS["`agreements`"], flags=re.DOTALL)[0]
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    known = {"document BER", "topic inputs", "party CL", "party RCM-PPT", "party RCM-TS"}
    (shown,) = load_records([path], known=known).agreements
    shipped = Path(model.__file__).parent / "records" / "agreements.yaml"
    (record,) = [
        item for item in yaml.safe_load(shipped.read_text(encoding="utf-8"))["agreements"] if item["id"] == shown.id
    ]
    (given,) = yaml.safe_load(example)["agreements"]
    for language, keywords in given.pop("keywords").items():
        assert set(keywords) <= set(record["keywords"][language])
    assert {key: record[key] for key in given} == given
