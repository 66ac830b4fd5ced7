using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody sees which figures of a park are disputed and how each dispute stands.</summary>
public static class ReadDisputes
{
    public sealed record Disputes(IReadOnlyList<Dispute> Items);

    public sealed record Dispute(string Number, int Year, string Figure, DisputeStatus State, DateTimeOffset At);

    public static void MapReadDisputes(this IEndpointRouteBuilder routes) => routes
        .MapGet("/parks/{id:guid}/disputes", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadDisputes))
        .WithSummary("Disputes about a park: number, figure and state");

    private static async Task<JsonAnswer<Disputes>> HandleAsync(Guid id, ViewReader views, CancellationToken cancel)
    {
        var rows = await views.ListAsync(DisputeRow.View, $"row->>'parkId' = {id.ToString()}", cancel: cancel);
        return Answer.Of(new Disputes([.. rows.Select(r => new Dispute(r.Row.Number, r.Row.Year, r.Row.Figure, r.Row.State, r.Row.At))]));
    }
}
