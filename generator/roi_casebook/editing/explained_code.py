"""`casebook check --explain CODE`: the rule behind a problem, with an example of it."""

from roi_casebook.editing.chosen_case import UnknownNameError
from roi_casebook.problems import did_you_mean
from roi_casebook.shipped.problem_codes import examples, rules
from roi_casebook.wording.catalogue import Catalogue


def explained_code(code: str, words: Catalogue) -> str:
    """Give what a code stands for, with an example where one is shipped. Errors: UnknownNameError."""
    if code not in rules():
        raise UnknownNameError(f"no problem has the code {code!r}; {did_you_mean(code, rules())}")
    lines = [f"{code}: {rules()[code]}"]
    if example := examples().get(code):
        lines += ["", words.t("command.example")]
        lines += [f"      {example['line']}"] if "line" in example else []
        lines += [f"  {example['message']}"]
        lines += [f"  -> {example['hint']}"] if "hint" in example else []
    return "\n".join(lines)
