"""`casebook explain`: the working of a figure, from its formula down to inputs and their sources."""

from collections.abc import Iterator

from roi_casebook.appraisal import Appraisal, CaseAppraisal, Step, steps
from roi_casebook.appraisal.amounts import inputs_of, parsed
from roi_casebook.case import Case, Input
from roi_casebook.config import SiteConfig
from roi_casebook.editing.figures_listing import heading
from roi_casebook.roi.figures import Figure
from roi_casebook.wording import Wording
from roi_casebook.written.scalars import UNKNOWN


def explained(
    appraised: CaseAppraisal,
    appraisal: Appraisal,
    wanted: list[str],
    words: Wording,
    config: SiteConfig,
) -> str:
    """Explain the figures named in `wanted`, or all where it is empty; then the inputs, once."""
    names = wanted or list(appraisal.figures)
    blocks = [heading(appraised, appraisal, words), words.basis(appraisal.basis).sentence]
    blocks += [
        "\n".join(_figure(appraised, appraisal, appraisal.figures[name], words)) for name in names
    ]
    blocks += ["\n".join(_inputs(appraised, appraisal, words, config))]
    return "\n\n".join(blocks)


def _figure(
    appraised: CaseAppraisal, appraisal: Appraisal, figure: Figure, words: Wording
) -> Iterator[str]:
    shown = words.figure(figure, appraised.case.money.currency)
    if figure.reason:
        yield f"{figure.name}: {shown.name}"
        yield f"  {shown.reason}"
        return
    yield f"{figure.name}: {shown.name}: {shown.whole}"
    yield f"  {words.meaning(figure.name)}"
    for step in steps(appraisal, figure.name):
        yield from _step(appraised.case, step, words)


def _step(case: Case, step: Step, words: Wording) -> Iterator[str]:
    line = f" [{words.text(case.lines()[step.line].label)}]" if step.line else ""
    yield f"  {words.name(step.name)}{line}"
    yield f"    = {words.in_words(step.tree)}"
    for worked in words.with_numbers(step, case.money.currency):
        year = f"{worked.year}: " if worked.year else "= "
        yield f"    {year}{worked.formula} = {worked.result}"


def _inputs(
    appraised: CaseAppraisal, appraisal: Appraisal, words: Wording, config: SiteConfig
) -> Iterator[str]:
    case = appraised.case
    yield "Lines and inputs"
    for name in case.lines():
        if name in case.reading_lines(appraisal.reading):
            yield from _line(appraised, name, words)
    rate = (
        config.discount_rate.nominal
        if case.money.prices == "nominal"
        else config.discount_rate.real
    )
    why = case.money.discount_rate.why if case.money.discount_rate else rate.why if rate else None
    if appraisal.flows.discount_rate is not None and why is not None:
        yield f"  {words.name('discount_rate')}: {words.percent_exact(appraisal.flows.discount_rate)}: {words.text(why)}"


def _line(appraised: CaseAppraisal, name: str, words: Wording) -> Iterator[str]:
    case = appraised.case
    line = case.lines()[name]
    for formula in dict.fromkeys(line.amounts().values()):
        yield f"  {name} ({words.text(line.label)}) = {formula}"
        if formula == UNKNOWN:
            yield f"    {words.text(line.looked or line.needs or {'': ''})}"
            continue
        for used in inputs_of(parsed(formula)):
            if used in case.inputs:
                yield f"    {_input(case, used, case.inputs[used], words)}"


def _input(case: Case, name: str, given: Input, words: Wording) -> str:
    value = given.central()
    shown = UNKNOWN if value is None else words.quantity(value, given.unit, case.money.currency)
    spread = given.range()
    if spread is not None:
        ends = (
            words.quantity(end, given.unit, case.money.currency)
            for end in (spread.low, spread.high)
        )
        shown = f"{shown} ({' to '.join(ends)}, {words.label('shape', spread.shape)})"
    return f"{name} = {shown}; {_basis(case, given, words)}"


def _basis(case: Case, given: Input, words: Wording) -> str:
    if given.source:
        source = case.sources[given.source]
        quote = f": {words.quotation(given.quote, source.lang)}" if given.quote else ""
        return f"{source.by}, {source.work}{quote} <{source.read_at}>"
    return str(words.text(given.assumption or given.looked or given.needs or {"": ""}))
