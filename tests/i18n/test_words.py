from itertools import pairwise

import pytest

from i18n.words import clean, plain, split, stem, stems


@pytest.mark.parametrize(
    ("text", "plain_forms"),
    [
        ("¿Qué debe México?", ["que", "debe", "mexico"]),
        ("what's due", ["whats", "due"]),
        ("the RCM’s troika", ["the", "rcms", "troika"]),
        ("EE.UU. y R.D.", ["eeuu", "y", "rd."]),
        ("the U.S. and us", ["the", "us.", "and", "us"]),
        ("BER-7a", ["ber", "7a"]),
        ("8/9/2017", ["8", "9", "2017"]),
        ("holaaaaa", ["holaa"]),
        ("2000000", ["2000000"]),
        ("a_b", ["a", "b"]),
        ("😀 ?!", []),
        ("", []),
    ],
)
def test_split(text: str, plain_forms: list[str]) -> None:
    assert [word.plain for word in split(text)] == plain_forms


@pytest.mark.parametrize("text", ["¿Qué debe México, EE.UU. y R.D.?", "what's due 8/9?", "  a\u0301b  ñ "])
def test_a_word_knows_where_it_stands(text: str) -> None:
    text = clean(text)
    words = split(text)
    assert [text[word.start : word.end] for word in words] == [word.typed for word in words]
    assert all(before.end <= after.start for before, after in pairwise(words))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Me\u0301xico", "México"),
        ("\uff22\uff25\uff32\uff0d\uff17", "BER-7"),
        ("a\nb\tc", "a b c"),
        ("Chi\u00adle", "Chile"),
        ("\u202eChile\u202c", "Chile"),
        ("\ufeffChile", "Chile"),
        ("a\x00b", "a b"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("word", "form"),
    [("México", "mexico"), ("ÑANDÚ", "nandu"), ("Straße", "strasse"), ("what's", "whats"), ("U.S", "us")],
)
def test_plain(word: str, form: str) -> None:
    assert plain(word) == plain(form) == form


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ["entregar", "entregó", "entregado", "entregas"]),
        ("es", ["declaración", "declaraciones"]),
        ("en", ["deliver", "delivered", "delivering"]),
        ("en", ["agreement", "agreements"]),
    ],
)
def test_inflected_words_share_a_stem(language: str, words: list[str]) -> None:
    assert len({stem(word, language) for word in words}) == 1


def test_a_word_without_its_accent_meets_the_one_with_it() -> None:
    assert set(stems("declaración", "es")) & set(stems("declaracion", "es"))
    assert stems("chile", "en") == ("chile"[: len(stems("chile", "en")[0])],)
