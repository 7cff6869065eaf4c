"""Judge one dispute text (分流研判): the single door to this room."""

from services.intake.triage.acceptance import acceptance_doubt
from services.intake.triage.amounts import disputed, sums
from services.intake.triage.category import category
from services.intake.triage.judgement import Judgement
from services.intake.triage.level import level
from services.intake.triage.people import groups, involved
from services.intake.triage.risks import risks
from services.intake.triage.sector import sector
from services.intake.triage.thresholds import DEFAULT, Thresholds
from services.intake.triage.words import passage


def judge(text: str, voice: str = "applicant", thresholds: Thresholds = DEFAULT) -> Judgement:
    """Suggest category, sector, level, risks, sum and people of a dispute told in plain words.

    Any text is judged, an empty one as "other" and ordinary. Pure: the same text, voice and
    thresholds give the same judgement. `voice` is who tells it: applicant, grid or mediator.
    """
    read = passage(text)
    all_sums, all_groups = sums(read), groups(read)
    first, second, why_category = category(read)
    field, why_sector = sector(read, first)
    amount = disputed(read, all_sums)
    people, why_people = involved(read, all_groups, voice)
    found = risks(read, all_sums, all_groups, thresholds)
    grade, why_level = level(read, found, all_groups, amount, thresholds)
    doubt, why_doubt = acceptance_doubt(read)
    why_amount = amount.reason() if amount else None
    single = [each for each in (why_sector, why_amount, why_people, why_doubt) if each]
    return Judgement(
        category=first,
        runner_up=second,
        sector=field,
        level=grade,
        risks=tuple(risk.code for risk in found),
        amount_fen=amount.fen if amount else None,
        people_count=people,
        acceptance_doubt=doubt,
        reasons=(*why_category, *single, *(risk.reason() for risk in found), *why_level),
    )
