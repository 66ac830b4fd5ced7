using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>How far a park has come, as the public sees it.</summary>
public enum Stage
{
    /// <summary>申报: before the province, also while returned for correction.</summary>
    Applied,

    /// <summary>推荐: recommended by the province.</summary>
    Recommended,

    /// <summary>在建: on the national construction list.</summary>
    Listed,

    /// <summary>自评估: asked for acceptance; the province evaluates.</summary>
    SelfEvaluation,

    /// <summary>验收: before the national commission.</summary>
    Acceptance,

    /// <summary>验收通过.</summary>
    Accepted,

    /// <summary>暂停.</summary>
    Suspended,

    /// <summary>退出.</summary>
    Withdrawn,

    /// <summary>未通过: the application was refused.</summary>
    Rejected,
}

public static class Stages
{
    /// <summary>
    /// The stage after these events. An application's fate no longer moves a park that is on the list; a refused acceptance
    /// or a failed self-evaluation puts the park back to building. Nothing suspends or withdraws a park yet.
    /// </summary>
    public static Stage Of(IEnumerable<DomainEvent> events) => events.Aggregate(Stage.Applied, After);

    private static Stage After(Stage stage, DomainEvent happened) => (happened, stage) switch
    {
        (ApplicationSubmitted or ApplicationReturned, Stage.Recommended or Stage.Rejected) => Stage.Applied,
        (ApplicationRecommended, Stage.Applied) => Stage.Recommended,
        (ApplicationRefused, Stage.Applied or Stage.Recommended) => Stage.Rejected,
        (ParkListed, Stage.Applied or Stage.Recommended or Stage.Rejected) => Stage.Listed,
        (AcceptanceRequested, Stage.Listed) => Stage.SelfEvaluation,
        (SelfEvaluationConcluded e, Stage.Listed or Stage.SelfEvaluation) => e.Passed ? Stage.Acceptance : Stage.Listed,
        (AcceptanceGranted, _) => Stage.Accepted,
        (AcceptanceRefused, not Stage.Accepted) => Stage.Listed,
        _ => stage,
    };
}
