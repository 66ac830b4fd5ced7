using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission;

/// <summary>A listed park began to report a year.</summary>
/// <param name="IndustryGroup">As the list says; parks of one group are peers.</param>
/// <param name="Promised">The core indicator that the park promised, by year.</param>
/// <param name="ListedOn">When the list that holds the park was published; null where it was not kept.</param>
[StoredAs("submission.year-opened.v1")]
public sealed record YearOpened(Guid ParkId, int Year, ReportingPark Park, string IndustryGroup, IReadOnlyList<Target> Promised, DateOnly? ListedOn = null) : DomainEvent;

/// <summary>What the rules need to know about a park's year.</summary>
/// <param name="Last">The newest submitted version.</param>
public sealed record SubmissionState(Guid ParkId, int Year, ReportingPark? Park, YearSubmitted? Last, int? DisclosedVersion)
{
    public static readonly StreamType<SubmissionState> Stream = new(
        "submission", new(Guid.Empty, Year: 0, Park: null, Last: null, DisclosedVersion: null), Evolve);

    public static SubmissionState Evolve(SubmissionState state, DomainEvent happened) => happened switch
    {
        YearOpened e => state with { ParkId = e.ParkId, Year = e.Year, Park = e.Park },
        EnterprisesReported => state,
        YearSubmitted e => state with { Last = e },
        YearDisclosed e => state with { DisclosedVersion = e.Version },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a submission stream.")
    };

    /// <summary>One stream for a park and year, so that a year cannot be reported twice side by side.</summary>
    public static Guid IdOf(Guid parkId, int year) => StableId.Of("submission", parkId, year);

    /// <summary>Whether this account acts for the park that reports.</summary>
    public bool Is(ManagementBody body) => body.ActsFor(Park?.ManagementBodyId, ParkId);
}
