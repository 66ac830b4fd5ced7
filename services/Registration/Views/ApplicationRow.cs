using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Views;

/// <summary>A review decision as the park reads it.</summary>
/// <param name="Kind">returned, recommended, refused or listed.</param>
public sealed record ReviewNote(string Kind, string By, DateTimeOffset At, string? Reasons);

/// <summary>An application as its park and its reviewers see it.</summary>
/// <param name="Awaits">The role whose turn it is; null when nothing is to be done.</param>
/// <param name="Since">Since when it is that role's turn.</param>
public sealed record ApplicationRow(
    Guid ParkId, ParkFacts Park, ApplicationStatus Status, ImmutableSortedDictionary<Chapter, string> Chapters, string? Batch, int Round,
    string? Awaits, DateTimeOffset Since, ImmutableList<ReviewNote> Notes)
{
    public static readonly View<ApplicationRow> View = new(
        "applications", ApplicationState.Stream.Name, Apply, revision: 1,
        "((row->>'awaits'), (row->'park'->>'province'))", "((row->'park'->>'managementBodyId'))");

    private static ApplicationRow? Apply(ApplicationRow? row, Recorded recorded) => (row, recorded.Event) switch
    {
        (null, ApplicationStarted e) => new(
            e.ParkId, e.Park, ApplicationStatus.Draft, ImmutableSortedDictionary<Chapter, string>.Empty, null, 0, Roles.Park, recorded.At, []),
        ({ }, FactsCorrected e) => row with { Park = e.Park },
        ({ }, ChapterWritten e) => row with { Chapters = row.Chapters.SetItem(e.Chapter, e.Text) },
        ({ }, ApplicationSubmitted e) => row.Pass(recorded, ApplicationStatus.Submitted, Roles.Province) with { Round = e.Round },
        ({ }, ApplicationReturned e) => row.Pass(recorded, ApplicationStatus.Returned, Roles.Park, "returned", e.Reasons),
        ({ }, ApplicationRecommended e) => row.Pass(recorded, ApplicationStatus.Recommended, Roles.National, "recommended", e.Reasons) with { Batch = e.Batch },
        ({ }, ApplicationRefused e) => row.Pass(recorded, ApplicationStatus.Refused, null, "refused", e.Reasons),
        ({ }, ApplicationListed) => row.Pass(recorded, ApplicationStatus.Listed, null, "listed"),
        _ => row
    };

    private ApplicationRow Pass(Recorded recorded, ApplicationStatus status, string? awaits, string? note = null, string? reasons = null) => this with
    {
        Status = status,
        Awaits = awaits,
        Since = recorded.At,
        Notes = note is null ? Notes : Notes.Add(new(note, recorded.Envelope.Role, recorded.At, reasons)),
    };
}
