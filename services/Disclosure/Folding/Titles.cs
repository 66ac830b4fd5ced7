using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>What happened, in a few words of both languages.</summary>
internal static class Titles
{
    public static Wording Of(ParkEvent happened) => happened switch
    {
        ApplicationSubmitted { Round: > 1 } => new("再次提交申报", "Application submitted again"),
        ApplicationSubmitted => new("提交申报", "Application submitted"),
        ApplicationReturned => new("退回补正", "Returned for correction"),
        ApplicationRecommended => new("省级推荐", "Recommended by the province"),
        ApplicationRefused { By: "province" } => new("省级不予推荐", "Not recommended by the province"),
        ApplicationRefused => new("未列入建设名单", "Not taken into the construction list"),
        ParkListed => new("列入国家级零碳园区建设名单", "Named on the national construction list"),
        BoundaryChanged => new("调整园区边界", "Boundary changed"),
        KeyProjectProgressed { State: ProjectState.Commissioned } => new("重点项目投产", "Key project commissioned"),
        KeyProjectProgressed { State: ProjectState.Suspended } => new("重点项目停建", "Key project suspended"),
        KeyProjectProgressed { State: ProjectState.Cancelled } => new("重点项目取消", "Key project cancelled"),
        KeyProjectProgressed => new("报告重点项目进展", "Progress of a key project reported"),
        YearSubmitted { Version: > 1 } => new("重新报送年度数据", "Year reported again"),
        YearSubmitted => new("报送年度数据", "Year reported"),
        BodyEngaged => new("委托第三方核查机构", "Verification body engaged"),
        StatementSigned => new("签署核查声明", "Verification statement signed"),
        YearDisclosed => new("披露年度数据", "Year disclosed"),
        AcceptanceRequested => new("申请验收", "Acceptance requested"),
        SelfEvaluationConcluded { Passed: true } => new("自评估通过", "Provincial self-evaluation passed"),
        SelfEvaluationConcluded => new("自评估未通过", "Provincial self-evaluation not passed"),
        AcceptanceGranted => new("验收通过", "Accepted as a national zero-carbon park"),
        AcceptanceRefused => new("验收未通过", "Acceptance refused"),
        RestatementNoted => new("对重新报送的意见", "Note on the year reported again"),
        DisputeRaised => new("数字受到质疑", "Figure disputed"),
        DisputeTakenUp => new("受理质疑", "Dispute taken up"),
        DisputeDeclined => new("不予受理质疑", "Dispute declined"),
        DisputeAnswered => new("答复质疑", "Dispute answered"),
        DisputeConcluded { Outcome: DisputeOutcome.Upheld } => new("质疑成立", "Dispute upheld"),
        DisputeConcluded { Outcome: DisputeOutcome.PartlyUpheld } => new("质疑部分成立", "Dispute partly upheld"),
        DisputeConcluded => new("质疑不成立", "Dispute not upheld"),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no title."),
    };
}
