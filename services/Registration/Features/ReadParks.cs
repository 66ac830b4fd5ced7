using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Registration.Views;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>Parks on the national list, and the lists themselves, for everybody who is signed in.</summary>
public static class ReadParks
{
    /// <param name="Actions">The commands that this caller may give; the web shows a way to each.</param>
    public sealed record Park(
        Guid ParkId, long Version, ParkFacts Facts, string Batch, int? ListNumber, string Document, DateOnly PublishedOn, string Source, IReadOnlyList<string> Actions);

    public sealed record Parks(IReadOnlyList<Park> Items, Guid? Next);

    public sealed record PublishedList(Guid Id, ListRow List);

    public sealed record Lists(IReadOnlyList<PublishedList> Items, Guid? Next);

    private const int ParksOnPage = 500;
    private const int ListsOnPage = 100;

    public static void MapReadParks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/parks/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadPark").WithSummary("One listed park").Produces<Park>();
        routes.MapGet("/parks", ListAsync).RequireAuthorization("Insider").WithName("ListParks").WithSummary("Listed parks");
        routes.MapGet("/lists", ListsAsync).RequireAuthorization("Insider").WithName("ReadLists").WithSummary("Published lists");
    }

    private static async Task<IResult> OneAsync(Guid id, ViewReader views, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(ParkRow.View, id, cancel) is { } seen ? Answer.One(Show(seen, user), seen.Version) : Results.NotFound();

    private static async Task<JsonAnswer<Parks>> ListAsync(
        ViewReader views, ClaimsPrincipal user, CancellationToken cancel, string? province = null, Guid? managementBody = null, Guid? after = null)
    {
        var body = managementBody?.ToString();
        var rows = await views.ListAsync(
            ParkRow.View,
            $"({province}::text is null or row->'facts'->>'province' = {province}) and ({body}::text is null or row->'facts'->>'managementBodyId' = {body})",
            after, ParksOnPage, cancel);
        return Answer.Of(new Parks([.. rows.Select(row => Show(row, user))], rows.Count == ParksOnPage ? rows[^1].Id : null));
    }

    private static async Task<JsonAnswer<Lists>> ListsAsync(ViewReader views, CancellationToken cancel, Guid? after = null)
    {
        var rows = await views.ListAsync(ListRow.View, $"true", after, ListsOnPage, cancel);
        return Answer.Of(new Lists([.. rows.Select(r => new PublishedList(r.Id, r.Row))], rows.Count == ListsOnPage ? rows[^1].Id : null));
    }

    private static Park Show(Seen<ParkRow> seen, ClaimsPrincipal user) => new(
        seen.Id, seen.Version, seen.Row.Facts, seen.Row.Batch, seen.Row.ListNumber, seen.Row.Document, seen.Row.PublishedOn, seen.Row.Source,
        user.Role() == Roles.National ? ["changeBoundary"] : []);
}
