using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A year that the park disclosed, perhaps more than once.</summary>
/// <param name="disclosures">Its YearDisclosed events, oldest first; the last one counts.</param>
/// <param name="all">Everything about the park.</param>
public sealed class DisclosedYear(int year, IReadOnlyList<Happening> disclosures, IReadOnlyList<Happening> all)
{
    public int Year { get; } = year;

    public IReadOnlyList<int> Versions { get; } = [.. disclosures.Select(d => ((YearDisclosed)d.Event).Version)];

    public DateTimeOffset DisclosedAt => disclosures[^1].At;

    public YearSubmitted Reported => Submission(Latest.Version);

    /// <summary>The statement that the disclosure names; null while it is still on its way here.</summary>
    public StatementSigned? Signed => Statement(Latest)?.Event as StatementSigned;

    /// <summary>The verified result; the reported one while the statement is on its way.</summary>
    public Result Best => Signed?.Verified ?? Reported.Reported;

    public Indicator? Core => CoreOf(Best);

    private YearDisclosed Latest => (YearDisclosed)disclosures[^1].Event;

    public YearLine Line() => new(Year, Core?.Value, Core?.Target, Core?.Verdict, DisclosedAt);

    public YearPage Page(ParkHistory park) => new(
        park.ParkId, Year, Latest.Version, DisclosedAt, Reported.Reported, Signed?.Verified,
        Statement(Latest) is { Event: StatementSigned s } signed
            ? new(Latest.VerificationId, s.BodyId, s.BodyName, s.Opinion, s.Assurance, s.Findings, s.Text, signed.At)
            : null,
        Signals(), Reported.Coverage, Reported.EnterprisesHash, [.. Restatements()], EvidenceList.Of(Reported.Data), Reported.Matching,
        [.. all.Where(IsOfRecord).Select(e => Entry(e, park))],
        new(park.Boundaries.In(Year)?.Number, (Signed?.Data ?? Reported.Data).Context?.BoundaryVersion));

    /// <summary>What the page rests on: the disclosed version, its statement, its disclosure, and what was decided on it.</summary>
    private bool IsOfRecord(Happening happening) => happening.Event switch
    {
        YearSubmitted e => e.Year == Year && e.Version == Latest.Version,
        StatementSigned => happening.StreamId == Latest.VerificationId,
        YearDisclosed e => e.Year == Year && e.Version == Latest.Version,
        AcceptanceGranted e => e.Year == Year,
        AcceptanceRefused => all.Any(e => e.StreamId == happening.StreamId && e.Event is AcceptanceRequested asked && asked.Year == Year),
        _ => false,
    };

    private static RecordEntry Entry(Happening e, ParkHistory park) => new(
        e.Id, e.At, e.Type, Titles.Of(e.Event), e.Actor, EventFacts.Of(e.Event, park), e.LogIndex, e.LogIndex is null ? null : $"/proof/inclusion?event={e.Id}");

    /// <summary>Of the verified values with those over time, each beside what the park said to it.</summary>
    private IReadOnlyList<AnsweredSignal> Signals() =>
        SignalAnswers.To([.. Best.AllSignals(), .. Reported.OverTime], Reported.Answers, Signed?.Data ?? Reported.Data);

    private static Indicator? CoreOf(Result result) => result.Indicators.FirstOrDefault(i => i.Id == IndicatorIds.Core);

    private static RestatedValues Values(Result result)
    {
        var figures = YearFigures.Of(result);
        return new(figures.EmissionsT, figures.EnergyTce, figures.CoreTPerTce);
    }

    private YearSubmitted Submission(int version) =>
        all.Select(e => e.Event).OfType<YearSubmitted>().Last(s => s.Year == Year && s.Version == version);

    private Happening? Statement(YearDisclosed disclosed) =>
        all.LastOrDefault(e => e.Event is StatementSigned && e.StreamId == disclosed.VerificationId);

    private IEnumerable<Restatement> Restatements() => disclosures.Zip(disclosures.Skip(1), (before, after) =>
    {
        var (old, renewed) = ((YearDisclosed)before.Event, (YearDisclosed)after.Event);
        return new Restatement(renewed.Version, after.At, Submission(renewed.Version).Reason, Values(ResultOf(old)), Values(ResultOf(renewed)));
    });

    private Result ResultOf(YearDisclosed disclosed) =>
        (Statement(disclosed)?.Event as StatementSigned)?.Verified ?? Submission(disclosed.Version).Reported;
}
