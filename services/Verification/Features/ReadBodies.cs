using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Verification.Views;

namespace PilotRegistry.Verification.Features;

/// <summary>Verification bodies, for everybody who is signed in: a park chooses from them.</summary>
public static class ReadBodies
{
    /// <param name="Accredited">Whether the accreditation is in force today.</param>
    public sealed record Body(Guid Id, long Version, string Name, string Scope, DateOnly ValidUntil, bool Accredited, bool Demo);

    public sealed record Bodies(IReadOnlyList<Body> Items);

    public static void MapReadBodies(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bodies/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadBody").WithSummary("One body").Produces<Body>();
        routes.MapGet("/bodies", ListAsync).RequireAuthorization("Insider").WithName("ListBodies").WithSummary("Verification bodies");
    }

    private static async Task<IResult> OneAsync(Guid id, ViewReader views, TimeProvider clock, CancellationToken cancel) =>
        await views.FindAsync(BodyRow.View, id, cancel) is { } seen ? Answer.One(Show(seen, clock.Today()), seen.Version) : Results.NotFound();

    private static async Task<JsonAnswer<Bodies>> ListAsync(ViewReader views, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await views.ListAsync(BodyRow.View, $"true", cancel: cancel);
        return Answer.Of(new Bodies([.. rows.Select(r => Show(r, today)).OrderBy(b => b.Name, StringComparer.Ordinal)]));
    }

    private static Body Show(Seen<BodyRow> seen, DateOnly today) => new(
        seen.Id, seen.Version, seen.Row.Name, seen.Row.Scope, seen.Row.ValidUntil, today <= seen.Row.ValidUntil, seen.Row.Demo);
}
