"""Every printed form is read as what it says, or not at all."""

from __future__ import annotations

from collections import Counter
from functools import cache

from industry.vocabulary import printed
from tests.vocabulary.printed_forms import Form, forms


def told(form: Form) -> str:
    said = printed.read(form.text, form.unit, form.measure)
    if said is None:
        return "unreadable"
    right = (said.value, said.qualifier) == form.truth and said.value_to == form.high
    return "right" if right else "wrong"


@cache
def read() -> dict[Form, str]:
    """What becomes of each, read once for all who ask."""
    return {form: told(form) for form in dict.fromkeys(forms())}


def test_there_are_many_forms() -> None:
    assert len({(form.text, form.unit) for form in read()}) > 5000


def test_no_form_is_read_wrong() -> None:
    assert [form for form, how in read().items() if how == "wrong"] == []


def test_nearly_all_that_says_something_is_read() -> None:
    count = Counter(how for form, how in read().items() if form.truth is not None)
    assert count["right"] > 0.98 * count.total(), count
