using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A dispute as a row of the open data: what its events and the year's versions say, never who raised it or in which words.</summary>
public sealed record PublicDispute(string Number, string Csv, string Json)
{
    /// <summary>All disputes about the park, by number.</summary>
    internal static IReadOnlyList<PublicDispute> Of(ParkItem park, IReadOnlyList<Happening> events, IReadOnlyList<YearPage> years) =>
    [
        .. from happening in events
           where happening.Event is DisputeRaised or DisputeTakenUp or DisputeDeclined or DisputeAnswered or DisputeConcluded
           group happening by happening.StreamId into dispute
           let steps = dispute.ToArray()
           where steps[0].Event is DisputeRaised
           let row = Of(park, steps, years)
           orderby row.Number
           select row
    ];

    private static PublicDispute Of(ParkItem park, Happening[] steps, IReadOnlyList<YearPage> years)
    {
        var raised = (DisputeRaised)steps[0].Event;
        var (taken, answered) = (Find<DisputeTakenUp>(steps), Find<DisputeAnswered>(steps));
        var concluded = Find<DisputeConcluded>(steps);
        var state = steps.Aggregate(DisputeState.Stream.Initial, (s, step) => DisputeState.Evolve(s, step.Event)).Status;
        var correction = state?.IsUpheld() == true ? years.FirstOrDefault(y => y.Year == raised.Year)?.AfterVersion(raised.Version) : null;
        object?[] cells =
        [
            raised.Number, park.Id, park.Name, park.Demo, raised.Year, raised.Version, raised.Figure, CsvColumns.Code(state), steps[0].At, raised.DueOn,
            (taken?.At ?? Find<DisputeDeclined>(steps)?.At), CsvColumns.Code(taken?.Event.Respondent), taken?.Event.DueOn, answered?.At, answered?.Event.DueOn,
            concluded?.At, correction?.Version, correction?.At,
        ];
        return new(raised.Number, Folding.Csv.Line(cells), JsonLine.Of(CsvColumns.Disputes, cells));
    }

    private static Found<T>? Find<T>(Happening[] steps)
        where T : ParkEvent => steps.Where(s => s.Event is T).Select(s => new Found<T>((T)s.Event, s.At)).FirstOrDefault();

    private sealed record Found<T>(T Event, DateTimeOffset At);
}
