"""What mediation_session tells: its entries."""

from shared.contracts.language import Event, Words
from shared.contracts.mediation_session import events

EVENTS = (
    Event("mediation_opened", events.OpenedData, Words("开始调解", "Mediation opened")),
    Event("notice_given", events.NoticeData, Words("告知了权利义务", "Notice given")),
    Event("session_scheduled", events.ScheduledData, Words("约定了调解时间", "Session scheduled")),
    Event("session_held", events.SessionData, Words("开展了一次调解", "Session held")),
    Event("mediation_paused", events.PausedData, Words("暂停计算期限", "Mediation paused")),
    Event("mediation_resumed", events.ResumedData, Words("恢复计算期限", "Mediation resumed")),
    Event("mediation_extended", events.ExtendedData, Words("延长了期限", "Mediation extended")),
    Event("mediation_overdue", events.OverdueData, Words("调解期限已过", "Mediation overdue")),
    Event("escalation_raised", events.EscalationData, Words("提出了上报", "Escalation raised")),
    Event(
        "escalation_passed_on", events.EscalationData, Words("上报已转交", "Escalation passed on")
    ),
    Event("agreement_drafted", events.DraftedData, Words("起草了协议", "Agreement drafted")),
    Event("agreement_frozen", events.FrozenData, Words("协议已定稿", "Agreement frozen")),
    Event("agreement_signed", events.SignedData, Words("协议有人签名", "Agreement signed")),
    Event("agreement_effective", events.EffectiveData, Words("协议已生效", "Agreement effective")),
    Event("mediation_ended", events.EndedData, Words("调解已结束", "Mediation ended")),
    Event(
        "performance_recorded", events.PerformanceData, Words("记录了履行", "Performance recorded")
    ),
    Event("follow_up_due", events.FollowUpDueData, Words("应当回访", "Follow-up due")),
    Event("follow_up_held", events.FollowUpData, Words("回访了当事人", "Follow-up held")),
)
