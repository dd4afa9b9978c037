"""What must hold in a sound case: small rules, one module a subject.

A rule takes the sound parts of a case and its surroundings and yields findings; `RULES` holds all
of them. What must hold across cases is in `library`.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from roi_casebook.reading.model.valid_parts import Surroundings, ValidParts
from roi_casebook.reading.rules import (
    claimed_numbers,
    counted_results,
    counterfactuals,
    formulas,
    known_words,
    lanes,
    money,
    named_numbers,
    quoted_numbers,
    references,
    states,
    time,
    unit_names,
    use,
    when,
)
from roi_casebook.reading.rules.for_readers import cited_sources, prose
from roi_casebook.yaml_places.document import Finding

Rule = Callable[[ValidParts, Surroundings], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    use.nothing_left_to_do,
    states.withdrawn_says_why,
    states.checked_by_now,
    states.years_within_horizon,
    when.one_way_of_counting,
    when.nothing_before_the_first_outlay,
    when.starts_with_its_money,
    when.dated_money_has_its_timing,
    time.observed_before_the_check,
    time.lines_by_their_time,
    time.amounts_of_one_year,
    time.prices_of_their_time,
    time.prices_of_inputs,
    time.time_to_effect_is_a_time,
    time.maturity_can_be_judged,
    time.observed_for_some_time,
    time.checked_after_start,
    time.sources_by_the_check,
    money.present_values_have_no_time,
    money.schedule_reaches_the_horizon,
    money.published_schedules_are_real,
    known_words.known_codes,
    known_words.points_are_decimal,
    states.horizon_has_flows,
    states.shares_have_a_basis,
    known_words.known_sector,
    known_words.known_initiative,
    known_words.known_measures,
    known_words.measures_in_their_accounts,
    known_words.social_says_for_whom,
    known_words.margin_where_needed,
    prose.no_money_in_soft_texts,
    references.known_sources,
    cited_sources.known_citations,
    references.line_ids_once,
    references.known_lines_in_readings,
    references.headline_with_readings,
    references.known_headline,
    states.horizons_hold_their_lines,
    states.horizons_of_years,
    references.instead_of_another,
    references.known_claims,
    references.known_negative,
    references.known_bridges,
    formulas.units_are_readable,
    unit_names.units_have_names,
    formulas.formulas_hold,
    named_numbers.series_cover_their_lines,
    named_numbers.one_number_where_one_is_needed,
    named_numbers.numbers_are_inputs,
    named_numbers.constants_are_definitions,
    named_numbers.checks_cover_inputs,
    claimed_numbers.claims_have_their_unit,
    claimed_numbers.counterparts_fit,
    claimed_numbers.revenue_holds_its_parts,
    money.shares_are_shares,
    references.constants_keep_their_names,
    references.words_keep_their_meaning,
    money.one_haircut_a_line,
    money.margin_taken_once,
    money.design_takes_off_once,
    counterfactuals.deadweight_is_stated,
    counted_results.known_costs_of_results,
    counted_results.one_result_leads,
    counted_results.results_within_horizon,
    counted_results.counts_have_their_year,
    counted_results.leading_results_say_what_came_anyway,
    lanes.bridges_are_deducted,
    lanes.bridges_count_once,
    lanes.counted_in_one_lane,
    lanes.amounts_count_once,
    lanes.harms_are_meant,
    lanes.time_is_paid,
    lanes.made_to_measure,
    use.inputs_are_used,
    use.sources_are_used,
    use.sources_are_quoted,
    quoted_numbers.numbers_stand_in_their_quotes,
    quoted_numbers.claims_stand_in_their_quotes,
    quoted_numbers.hedges_are_kept,
)


def broken_rules(case: ValidParts, site: Surroundings) -> Iterator[Finding]:
    """Give what is wrong with the sound parts of a case."""
    return chain.from_iterable(rule(case, site) for rule in RULES)
