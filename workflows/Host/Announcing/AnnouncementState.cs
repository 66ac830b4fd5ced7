using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>An official or a park brought something to a case that no service publishes; the process that waits for it goes on, or begins.</summary>
/// <param name="Message">As the drawings call it, e.g. <c>objection-raised</c>.</param>
[StoredAs("workflows.case-announced.v1")]
public sealed record CaseAnnounced(Guid ParkId, string Message, string Reasons) : DomainEvent;

/// <summary>The nation opened the reporting of a year: every listed park is asked for it.</summary>
/// <param name="Year">The year that is reported.</param>
/// <param name="RemindOn">Parks that have not submitted are reminded.</param>
/// <param name="DueOn">The last day in time.</param>
/// <param name="FinalOn">The last day at all; then the province decides.</param>
[StoredAs("workflows.campaign-opened.v1")]
public sealed record CampaignOpened(int Year, DateOnly RemindOn, DateOnly DueOn, DateOnly FinalOn, string Reasons) : DomainEvent;

/// <summary>Something that was announced, or a campaign: made once.</summary>
public sealed record AnnouncementState(bool IsMade)
{
    public static readonly StreamType<AnnouncementState> Stream = new("announcement", new(IsMade: false), Evolve);

    public static AnnouncementState Evolve(AnnouncementState state, DomainEvent happened) => happened switch
    {
        CaseAnnounced or CampaignOpened => new(IsMade: true),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in an announcement stream.")
    };
}
