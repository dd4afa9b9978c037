"""What readers see as the name of an input that has no label: its id, whatever else has that name."""

from tests.pages.told import drawn, judged, view


def test_an_input_with_the_id_of_a_quantity_has_not_its_name() -> None:
    raw = drawn()
    raw["inputs"]["net_cost"] = {
        "value": 5, "unit": "EUR", "context": "yes", "source": "books", "quote": "5",
    }  # fmt: skip
    shown = str(view(judged(raw)).sections["inputs"])
    assert "Net cost" in shown
    assert "Net cost (undiscounted)" not in shown
