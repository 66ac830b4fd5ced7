using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// All that is known about one park, in the order it happened, and the one rule of what the public may see of it: a park from
/// the submission of its application (or from a published list), its key projects once it is listed, a year from its disclosure.
/// </summary>
public sealed class ParkHistory(Guid parkId, IReadOnlyList<Happening> events)
{
    public Guid ParkId { get; } = parkId;

    /// <summary>What the latest submission, the list or an approved change says about the park; null while it is not public.</summary>
    public ParkFacts? Facts { get; } = events.Aggregate((ParkFacts?)null, (facts, e) => FactsAfter(facts, e.Event));

    /// <summary>The boundary in its versions, oldest first.</summary>
    public IReadOnlyList<BoundaryVersion> Boundaries { get; } = BoundaryVersions.Of(events);

    public Stage Stage { get; } = Stages.Of(events.Select(e => e.Event));

    public Listing? List { get; } = events.Select(e => e.Event).OfType<ParkListed>()
        .Select(l => new Listing(l.Batch, l.ListNumber, l.Document, l.PublishedOn, l.Source)).LastOrDefault();

    /// <summary>
    /// 重点项目 as the park last submitted them before it was listed, with what it reported since. Null until the park is listed, and where no
    /// application lies here: a park taken over from a published list.
    /// </summary>
    public KeyProjectsAnswer? KeyProjects { get; } =
        events.Any(e => e.Event is ParkListed) && events.TakeWhile(e => e.Event is not ParkListed).LastOrDefault(e => e.Event is ApplicationSubmitted) is { } planned
            ? Folding.KeyProjects.Of(planned, [.. events.Where(e => e.Event is KeyProjectProgressed)])
            : null;

    /// <summary>The disclosed years, oldest first.</summary>
    public IReadOnlyList<DisclosedYear> Years { get; } =
        [.. from happening in events
            where happening.Event is YearDisclosed
            group happening by ((YearDisclosed)happening.Event).Year into year
            orderby year.Key
            select new DisclosedYear(year.Key, [.. year], events)];

    /// <summary>What the public may see happen.</summary>
    public IEnumerable<Happening> Public => events.Where(IsPublic);

    /// <summary>Whether values of this year may be shown, or of this version of it.</summary>
    public bool IsDisclosed(int year, int? version = null) =>
        Years.FirstOrDefault(y => y.Year == year) is { } disclosed && (version is null || disclosed.Versions.Contains(version.Value));

    /// <summary>What the park is after an event.</summary>
    internal static ParkFacts? FactsAfter(ParkFacts? facts, ParkEvent happened) => happened switch
    {
        ApplicationSubmitted submitted => submitted.Park,
        ParkListed listed => listed.Park,
        BoundaryChanged changed => facts is null ? null : facts with { FourBounds = changed.FourBounds, Boundary = changed.Boundary },
        _ => facts,
    };

    private bool IsPublic(Happening happening) => happening.Event switch
    {
        KeyProjectProgressed => List is not null,
        YearSubmitted e => IsDisclosed(e.Year, e.Version),
        BodyEngaged e => IsDisclosed(e.Year, e.SubmissionVersion),
        StatementSigned e => IsDisclosed(e.Year, e.SubmissionVersion),
        RestatementNoted e => IsDisclosed(e.Year, e.Version),
        _ => true,
    };
}
