from i18n.phrases import Found, Phrases, longest


def found(phrases: Phrases[str], text: str) -> set[Found[str]]:
    return set(phrases.find([(word,) for word in text.split()]))


def test_a_phrase_is_found_wherever_it_stands() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(["due", "date"], "deadline")
    assert found(phrases, "the due date is a due date") == {Found(1, 3, "deadline"), Found(5, 7, "deadline")}


def test_overlapping_and_shorter_phrases_are_found_too() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(["new", "york"], "city")
    phrases.add(["york"], "duke")
    phrases.add(["york", "town"], "town")
    assert found(phrases, "new york town") == {Found(0, 2, "city"), Found(1, 2, "duke"), Found(1, 3, "town")}


def test_a_phrase_may_stand_for_several_values_and_for_each_once() -> None:
    phrases: Phrases[str] = Phrases()
    for value in ("a", "b", "a"):
        phrases.add(["x"], value)
    assert sorted(each.value for each in phrases.find([("x",)])) == ["a", "b"]


def test_a_word_is_found_by_any_of_its_keys() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(["entreg", "=hoy"], "today")
    assert list(phrases.find([("entrega", "entreg"), ("hoy", "=hoy")])) == [Found(0, 2, "today")]


def test_a_phrase_without_words_is_never_found() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add([], "nothing")
    assert list(phrases.find([("x",), ()])) == []


def test_a_phrase_that_is_cut_off_is_not_found() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(["a", "b", "c"], "abc")
    assert list(phrases.find([("a",), ("b",)])) == []


def test_the_longest_wins_then_the_first() -> None:
    a, b, c, d = Found(0, 1, "a"), Found(0, 3, "b"), Found(2, 4, "c"), Found(3, 5, "d")
    assert longest([a, b, c, d]) == (b, d)
    assert longest([Found(0, 2, "x"), Found(1, 3, "y")]) == (Found(0, 2, "x"),)


def test_phrases_on_the_same_words_all_stay() -> None:
    same = (Found(0, 2, "x"), Found(0, 2, "y"))
    assert longest(same) == same
    assert longest([]) == ()
