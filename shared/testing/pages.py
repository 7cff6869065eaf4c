"""`docs/services/<service>.md`, made from the contracts so that no page says what is not so.
Rewritten together with the samples by `python -m shared.testing`.
"""

from collections.abc import Iterator
from pathlib import Path

from shared.contracts.contract import Contract
from shared.contracts.language import Verb
from shared.testing.shapes import contracts

HOME = Path(__file__).parents[2] / "docs" / "services"


def page(contract: Contract) -> str:
    """The page of one service: verbs, events, refusals."""
    return "\n".join(_lines(contract)) + "\n"


def _lines(contract: Contract) -> Iterator[str]:
    yield f"# {contract.service}（{contract.words.zh}）"
    yield ""
    yield "Made from the contract by `make contracts`. Shapes: `shared/contracts/samples/`."
    yield from ("", "## Verbs", "", "| verb | 说明 | command line | roles |", "|---|---|---|---|")
    yield from (_verb(verb) for verb in contract.verb_list)
    yield from ("", "## Events", "", "| event | 说明 | audience |", "|---|---|---|")
    for event in contract.event_list:
        yield f"| `{contract.type_of(event.name)}` | {event.words.zh} | {event.audience} |"
    yield from ("", "## Refusals", "", "| code | 说明 | |", "|---|---|---|")
    for code, words in contract.refusals.items():
        yield f"| `{code}` | {words.zh} | {words.en} |"


def _verb(verb: Verb) -> str:
    command = f"`tiaojie {' '.join(verb.command)}`" if verb.command else ""
    kind = "" if verb.writes else "（读）"
    return f"| `{verb.name}` | {verb.words.zh}{kind} | {command} | {' '.join(verb.roles)} |"


def rewrite() -> None:
    """Write every page anew."""
    HOME.mkdir(parents=True, exist_ok=True)
    for contract in contracts():
        (HOME / f"{contract.service}.md").write_text(page(contract), "utf-8")
