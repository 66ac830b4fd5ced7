using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody sees which figures are disputed, how each dispute stands, what was answered, and what corrected the figure.</summary>
public static class ReadDisputes
{
    private const string States = "received|takenUp|declined|answered|upheld|partlyUpheld|notUpheld";
    private const int Most = 1000;

    /// <summary>Oldest first.</summary>
    public sealed record Disputes(IReadOnlyList<DisputeItem> Items);

    /// <param name="Total">How many there are under this filter, at most 1000 of the newest.</param>
    /// <param name="Items">Newest first.</param>
    public sealed record DisputeList(int Total, int Page, int PageSize, IReadOnlyList<DisputeItem> Items);

    /// <param name="LogIndex">Its place in the public log; null while it is not known.</param>
    /// <param name="Receipt">Where its receipt is, at the root of this server; null as long as <paramref name="LogIndex"/> is.</param>
    public sealed record Step(
        Guid EventId, DateTimeOffset At, DisputeStatus State, string By, string? Text, DateOnly? DueOn, bool Late, long? LogIndex, string? Receipt);

    /// <param name="Reason">What was written, from triage on, where whoever wrote it agreed that it is shown.</param>
    /// <param name="Correction">The version that corrects the figure, once it is disclosed.</param>
    public sealed record Dispute(DisputeItem Item, IReadOnlyList<Step> Steps, string? Reason, string? Evidence, Restatement? Correction);

    public static void MapReadDisputes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/parks/{id:guid}/disputes", OfParkAsync).AllowAnonymous().WithName(nameof(ReadDisputes))
            .WithSummary("Disputes about a park: number, figure, state and deadline").Produces<Disputes>();
        routes.MapGet("/disputes", ListAsync).AllowAnonymous().WithName("ListDisputes").WithSummary("All disputes, filtered by state");
        routes.MapGet("/disputes/{number:regex(^D-[0-9]{{4}}-[0-9]{{6}}$)}", OneAsync).AllowAnonymous().WithName("ReadDispute")
            .WithSummary("One dispute: its steps, deadlines, answer, outcome and correction").Produces<Dispute>();
    }

    /// <summary>The dispute of that number as anybody may read it; null when there is none.</summary>
    public static async Task<Dispute?> FindAsync(
        string number, ViewReader views, DisputeFacts facts, DisputeTexts texts, DateOnly today, CancellationToken cancel)
    {
        if (await views.ListAsync(DisputeRow.View, $"row->>'number' = {number}", limit: 1, cancel: cancel) is not [var (id, _, row)])
        {
            return null;
        }

        var parks = await facts.ParksAsync([row.ParkId], cancel);
        var places = await facts.PlacesAsync(row.Steps.Select(s => s.EventId), cancel);
        var words = row.State != DisputeStatus.Received && await texts.FindAsync(id, cancel) is { IsPublic: true } agreed ? agreed : null;
        return new(
            DisputeItem.Of(row, parks, today), [.. row.Steps.Select(s => StepOf(s, places))], words?.Reason, words?.Evidence,
            await facts.CorrectionAsync(row, cancel));
    }

    /// <summary>The newest disputes under a filter, newest first.</summary>
    public static async Task<IReadOnlyList<DisputeItem>> NewestAsync(
        string[] states, bool? overdue, ViewReader views, DisputeFacts facts, DateOnly today, CancellationToken cancel)
    {
        var rows = overdue is { } isLate
            ? await views.NewestAsync(
                DisputeRow.View,
                $"row->>'state' = any({states}) and (row->>'state' = any({StatesOf("open")}) and coalesce(row->>'dueOn' < {today.ToString("O", CultureInfo.InvariantCulture)}, false)) = {isLate}",
                Most, cancel)
            : await views.NewestAsync(DisputeRow.View, $"row->>'state' = any({states})", Most, cancel);
        var parks = await facts.ParksAsync(rows.Select(r => r.Row.ParkId), cancel);
        return [.. rows.Select(r => DisputeItem.Of(r.Row, parks, today))];
    }

    private static Step StepOf(DisputeStep step, IReadOnlyDictionary<Guid, long> places)
    {
        long? place = places.TryGetValue(step.EventId, out var found) ? found : null;
        return new(step.EventId, step.At, step.State, step.By, step.Text, step.DueOn, step.Late, place, place is null ? null : $"/proof/inclusion?event={step.EventId}");
    }

    private static async Task<IResult> OfParkAsync(Guid id, ViewReader views, DisputeFacts facts, TimeProvider clock, CancellationToken cancel)
    {
        var rows = await views.ListAsync(DisputeRow.View, $"row->>'parkId' = {id.ToString()}", cancel: cancel);
        var parks = await facts.ParksAsync([id], cancel);
        return parks.Names.ContainsKey(id) ? Answer.Of(new Disputes([.. rows.Select(r => DisputeItem.Of(r.Row, parks, clock.Today()))])) : Results.NotFound();
    }

    private static async Task<JsonAnswer<DisputeList>> ListAsync(
        ViewReader views, DisputeFacts facts, TimeProvider clock, CancellationToken cancel,
        [RegularExpression(States + "|open|closed")] string? state = null, bool? overdue = null,
        [Range(1, 1_000_000)] int page = 1, [Range(1, 200)] int pageSize = 50)
    {
        var found = await NewestAsync(StatesOf(state), overdue, views, facts, clock.Today(), cancel);
        return Answer.Of(new DisputeList(found.Count, page, pageSize, [.. found.Skip((int)Math.Min((page - 1L) * pageSize, Most)).Take(pageSize)]));
    }

    /// <summary>The codes of the states that a filter names; all of them for null.</summary>
    public static string[] StatesOf(string? filter)
    {
        var open = DisputeRow.Open.Select(s => new Code<DisputeStatus>(s).ToString()).ToArray();
        return filter switch
        {
            null => States.Split('|'),
            "open" => open,
            "closed" => [.. States.Split('|').Except(open)],
            _ => [filter]
        };
    }

    private static async Task<IResult> OneAsync(
        string number, ViewReader views, DisputeFacts facts, DisputeTexts texts, TimeProvider clock, CancellationToken cancel) =>
        await FindAsync(number, views, facts, texts, clock.Today(), cancel) is { } found ? Answer.Of(found) : Results.NotFound();
}
