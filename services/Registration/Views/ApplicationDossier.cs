using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Registration.Views;

/// <summary>A review decision as the park reads it.</summary>
/// <param name="Kind">returned, recommended, refused or listed.</param>
/// <param name="By">The role that decided.</param>
public sealed record ReviewNote(string Kind, string By, DateTimeOffset At, string? Reasons);

/// <summary>What stood in an application when it was submitted.</summary>
public sealed record SubmittedRound(ParkFacts Park, ImmutableSortedDictionary<Chapter, string> Chapters, IReadOnlyList<KeyProject>? KeyProjects = null);

/// <summary>A report on a key project as it was recorded.</summary>
/// <param name="At">When it was reported.</param>
public sealed record ProgressReport(int Number, ProjectState State, decimal InvestedWanYuan, DateOnly AsOf, string? Note, DateTimeOffset At);

/// <summary>All that an application says, and what was decided on it: apart from the row, so that lists stay light.</summary>
/// <param name="Submitted">As it was submitted last; null before.</param>
/// <param name="Before">As it was submitted the time before: what a return was about.</param>
/// <param name="KeyProjects">重点项目 as written last; null until the park writes any.</param>
/// <param name="Progress">Every report on them, oldest first; null before the first.</param>
public sealed record ApplicationDossier(
    ApplicationRow Row, ParkFacts Park, ImmutableSortedDictionary<Chapter, string> Chapters, ImmutableList<ReviewNote> Notes,
    SubmittedRound? Submitted = null, SubmittedRound? Before = null, IReadOnlyList<KeyProject>? KeyProjects = null, ImmutableList<ProgressReport>? Progress = null)
{
    public static readonly View<ApplicationDossier> View = new("application_dossiers", ApplicationState.Stream.Name, Apply, revision: 3);

    private static ApplicationDossier? Apply(ApplicationDossier? dossier, Recorded recorded) =>
        (ApplicationRow.Apply(dossier?.Row, recorded), dossier, recorded.Event) switch
        {
            ({ } row, null, ApplicationStarted e) => new(row, e.Park, ImmutableSortedDictionary<Chapter, string>.Empty, []),
            ({ } row, { }, _) => (dossier with { Row = row }).Next(recorded),
            _ => dossier
        };

    private ApplicationDossier Next(Recorded recorded) => recorded.Event switch
    {
        FactsCorrected e => this with { Park = e.Park },
        ChapterWritten e => this with { Chapters = Chapters.SetItem(e.Chapter, e.Text) },
        KeyProjectsWritten e => this with { KeyProjects = e.Projects },
        ApplicationSubmitted e => this with { Submitted = new(e.Park, Chapters, e.KeyProjects), Before = Submitted },
        ApplicationReturned e => Note("returned", recorded, e.Reasons),
        ApplicationRecommended e => Note("recommended", recorded, e.Reasons),
        ApplicationRefused e => Note("refused", recorded, e.Reasons),
        ApplicationListed => Note("listed", recorded, reasons: null),
        KeyProjectProgressed e => this with { Progress = (Progress ?? []).Add(new(e.Number, e.State, e.InvestedWanYuan, e.AsOf, e.Note, recorded.At)) },
        _ => this
    };

    private ApplicationDossier Note(string kind, Recorded recorded, string? reasons) =>
        this with { Notes = Notes.Add(new(kind, recorded.Envelope.Role, recorded.At, reasons)) };
}
