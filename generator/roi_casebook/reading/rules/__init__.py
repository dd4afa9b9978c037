"""What must hold in a sound case: small rules, one module a subject.

A rule takes the sound parts of a case and its surroundings and yields findings; `RULES` holds all
of them. What must hold across cases is in `library_rules`.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from roi_casebook.reading.document import Finding
from roi_casebook.reading.rules import (
    clocks,
    codes,
    deductions,
    formulas,
    lanes,
    left_over,
    number_forms,
    references,
    shadows,
    shares,
    soft_texts,
    states,
    times,
    use,
    words,
)
from roi_casebook.reading.rules.surroundings import Surroundings
from roi_casebook.reading.sound import Sound

Rule = Callable[[Sound, Surroundings], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    left_over.nothing_left_to_do,
    states.withdrawn_says_why,
    states.checked_by_now,
    states.years_within_horizon,
    clocks.observed_before_the_check,
    clocks.lines_by_their_time,
    clocks.prices_of_their_time,
    clocks.time_to_effect_is_a_time,
    clocks.maturity_can_be_judged,
    times.observed_for_some_time,
    times.checked_after_start,
    times.sources_by_the_check,
    codes.known_codes,
    number_forms.points_are_decimal,
    states.shares_have_a_basis,
    words.known_sector,
    words.known_initiative,
    words.known_measures,
    words.measures_in_their_accounts,
    words.social_says_for_whom,
    words.margin_where_needed,
    soft_texts.no_money_in_soft_texts,
    references.known_sources,
    references.line_ids_once,
    references.known_lines_in_readings,
    references.headline_with_readings,
    references.known_headline,
    references.known_claims,
    references.known_negative,
    references.known_bridges,
    formulas.units_are_readable,
    formulas.formulas_hold,
    shares.shares_are_shares,
    shadows.constants_keep_their_names,
    shadows.words_keep_their_meaning,
    deductions.one_haircut_a_line,
    deductions.margin_taken_once,
    deductions.design_takes_off_once,
    lanes.bridges_are_deducted,
    lanes.counted_in_one_lane,
    lanes.time_is_paid,
    lanes.made_to_measure,
    use.inputs_are_used,
    use.sources_are_used,
    use.sources_are_quoted,
)


def broken_rules(case: Sound, site: Surroundings) -> Iterator[Finding]:
    """Give what is wrong with the sound parts of a case."""
    return chain.from_iterable(rule(case, site) for rule in RULES)
