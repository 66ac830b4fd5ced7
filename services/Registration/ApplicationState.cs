using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Registration;

/// <summary>The six chapters of the application outline (910号 附件2).</summary>
public enum Chapter
{
    /// <summary>基本情况: boundary, body, industries; energy and emissions of three years.</summary>
    Basis,

    /// <summary>可行性: trend, reachability, supply plan.</summary>
    Feasibility,

    /// <summary>建设目标: base year, construction period, indicator targets by year.</summary>
    Goals,

    /// <summary>重点任务与重点项目.</summary>
    Tasks,

    /// <summary>经济性: cost, income, payback.</summary>
    Economics,

    /// <summary>保障措施.</summary>
    Safeguards,
}

/// <summary>A park management body began an application (申报).</summary>
[StoredAs("registration.application-started.v1")]
public sealed record ApplicationStarted(Guid ParkId, ParkFacts Park) : DomainEvent;

/// <summary>The park corrected its basic facts before submitting.</summary>
[StoredAs("registration.facts-corrected.v1")]
public sealed record FactsCorrected(ParkFacts Park) : DomainEvent;

/// <summary>The park wrote a chapter of its application.</summary>
[StoredAs("registration.chapter-written.v1")]
public sealed record ChapterWritten(Chapter Chapter, string Text) : DomainEvent;

/// <summary>The park wrote its table of key projects (重点项目), whole.</summary>
[StoredAs("registration.key-projects-written.v1")]
public sealed record KeyProjectsWritten(IReadOnlyList<KeyProject> Projects) : DomainEvent;

/// <summary>The nation took the application into a published list.</summary>
[StoredAs("registration.application-listed.v1")]
public sealed record ApplicationListed(Guid ListId, string Batch) : DomainEvent;

public enum ApplicationStatus
{
    NotStarted,
    Draft,
    Submitted,
    Returned,
    Recommended,
    Refused,
    Listed,
}

/// <summary>What the rules need to know about an application.</summary>
/// <param name="KeyProjects">Null until the park writes its table.</param>
/// <param name="Progress">The latest report on each key project, by its number.</param>
public sealed record ApplicationState(
    ApplicationStatus Status, Guid ParkId, ParkFacts? Park, ImmutableDictionary<Chapter, string> Chapters, string? Batch, int Round, Guid? ListId,
    IReadOnlyList<KeyProject>? KeyProjects, ImmutableDictionary<int, KeyProjectProgressed> Progress)
{
    public static readonly StreamType<ApplicationState> Stream = new(
        "application",
        new(ApplicationStatus.NotStarted, Guid.Empty, null, ImmutableDictionary<Chapter, string>.Empty, null, Round: 0, ListId: null,
            KeyProjects: null, ImmutableDictionary<int, KeyProjectProgressed>.Empty),
        Evolve);

    /// <summary>Only a draft or a returned application may be written on.</summary>
    public bool IsOpen => Status is ApplicationStatus.Draft or ApplicationStatus.Returned;

    public static ApplicationState Evolve(ApplicationState state, DomainEvent happened) => happened switch
    {
        ApplicationStarted e => state with { Status = ApplicationStatus.Draft, ParkId = e.ParkId, Park = e.Park },
        FactsCorrected e => state with { Park = e.Park },
        ChapterWritten e => state with { Chapters = state.Chapters.SetItem(e.Chapter, e.Text) },
        KeyProjectsWritten e => state with { KeyProjects = e.Projects },
        ApplicationSubmitted e => state with { Status = ApplicationStatus.Submitted, Round = e.Round },
        ApplicationReturned => state with { Status = ApplicationStatus.Returned },
        ApplicationRecommended e => state with { Status = ApplicationStatus.Recommended, Batch = e.Batch },
        ApplicationRefused => state with { Status = ApplicationStatus.Refused },
        ApplicationListed e => state with { Status = ApplicationStatus.Listed, ListId = e.ListId },
        KeyProjectProgressed e => state with { Progress = state.Progress.SetItem(e.Number, e) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in an application stream.")
    };

    /// <summary>Whether this account acts for the park that applies.</summary>
    public bool Is(ManagementBody body) => body.ActsFor(Park?.ManagementBodyId, ParkId);
}
