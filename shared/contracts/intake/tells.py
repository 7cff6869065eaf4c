"""What intake tells: its entries."""

from shared.contracts.intake import events
from shared.contracts.language import Event, Words

EVENTS = (
    Event("case_registered", events.RegisteredData, Words("登记了案件", "Case registered")),
    Event("party_recorded", events.PartyData, Words("登记了当事人", "Party recorded")),
    Event("case_triaged", events.TriagedData, Words("已分流", "Case triaged")),
    Event("contact_recorded", events.ContactData, Words("联系了当事人", "Contact recorded")),
    Event("consent_recorded", events.ConsentData, Words("当事人已表态", "Consent recorded")),
    Event("case_accepted", events.AcceptedData, Words("已受理", "Case accepted")),
    Event("case_assigned", events.AssignedData, Words("已指定调解员", "Case assigned")),
    Event("sector_confirmed", events.SectorData, Words("行业审查已确认", "Sector check confirmed")),
    Event("case_refused", events.RefusedData, Words("不予受理", "Case refused")),
    Event("number_cancelled", events.CancelledData, Words("编号作废", "Number cancelled")),
    Event("case_ended", events.EndedData, Words("案件已办结", "Case ended")),
    Event("referral_answered", events.ReferralData, Words("已答复移送单位", "Referral answered")),
    Event("escalation_reported", events.EscalationData, Words("已上报", "Escalation reported")),
    Event("receipt_recorded", events.EscalationData, Words("收到回执", "Receipt recorded")),
    Event(
        "escalation_followed_up", events.EscalationData,
        Words("跟进了上报事项", "Escalation followed up"),
    ),
    Event("unit_asked", events.UnitData, Words("请单位协调", "Unit asked")),
    Event("unit_replied", events.UnitData, Words("单位已答复", "Unit replied")),
    Event(
        "field_revealed", events.RevealedData, Words("查看了完整信息", "Field revealed"), "audit"
    ),
)  # fmt: skip
