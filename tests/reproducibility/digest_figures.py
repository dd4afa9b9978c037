"""Print one line for all figures of the real cases and of the reference case: their digest.

Run by `test_same_bytes.py` under several versions of numpy and kinds of processor.
"""

import sys
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from roi_casebook.appraisal import appraise
from roi_casebook.reading import read_library
from roi_casebook.roi.appraising import appraised
from roi_casebook.roi.flows import Flows, Line, Place
from roi_casebook.roi.ranges import Range
from roi_casebook.roi.simulation import simulated

Draws = NDArray[np.float64]


def reference() -> str:
    """Give the figures of a made case that uses every shape of range, mid-year, with draws."""
    flows = Flows(
        3,
        (Line("spending", (50e3, 20e3, 20e3, 20e3)),),
        (
            Line(
                "sales",
                (0.0, 60e3, 90e3, 120e3),
                {"margin": 0.6, "deadweight": 0.25, "drop_off": 0.1},
            ),
        ),
        discount_rate=0.08,
        timing="mid-year",
    )
    ranges = {
        "margin": Range(0.5, 0.65, 0.6),
        "deadweight": Range(0.1, 0.5),
        "volume": Range(0.7, 1.3, stated_shape="lognormal"),
        "wages": Range(0.9, 1.1, ends="p2.5-p97.5"),
    }
    draws = {name: stated.draws("reference", name) for name, stated in ranges.items()}
    places: dict[Place, Draws] = {
        ("sales", share): draws[share] for share in ("margin", "deadweight")
    }
    places |= {
        ("sales", year): draws["volume"] * amount
        for year, amount in ((1, 60e3), (2, 90e3), (3, 120e3))
    }
    places |= {("spending", year): draws["wages"] * 20e3 for year in (1, 2, 3)}
    result = simulated(appraised(flows), places)
    return f"{sorted(result.figures.items())}{result.dots}"


def real_cases(site: Path) -> str:
    """Give all figures of the cases of a site."""
    read = read_library(site)
    assert read.config is not None
    judged = (
        appraise(slug, case, read.config, read.vocabulary) for slug, case in read.cases.items()
    )
    return "".join(
        f"{sorted(appraisal.figures.items())}{appraisal.drawn.dots}"
        for each in judged
        for appraisal in each.readings.values()
    )


print(np.__version__, sha256((reference() + real_cases(Path(sys.argv[1]))).encode()).hexdigest())  # noqa: T201 -- what the test reads
