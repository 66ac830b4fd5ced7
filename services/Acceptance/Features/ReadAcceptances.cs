using System.Security.Claims;
using PilotRegistry.Acceptance.Restatements;
using PilotRegistry.Acceptance.Views;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>What a caller may see of acceptances, and what he may do with each.</summary>
public static class ReadAcceptances
{
    /// <param name="Restatements">Newer versions of the year than the one this rests on; no decision changes by them.</param>
    /// <param name="Actions">The commands that this caller may give now; the web shows a button for each.</param>
    public sealed record ParkAcceptance(
        Guid Id, long Version, Guid ParkId, string ParkName, string Province, int Year, Guid VerificationId, CoreIndicator Core, bool Demo,
        AcceptanceStatus Status, string? Awaits, DateTimeOffset Since, SelfEvaluation? SelfEvaluation, NationalDecision? Decision,
        IReadOnlyList<Restatement> Restatements, IReadOnlyList<string> Actions);

    /// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<ParkAcceptance> Items, Guid? Next);

    private const int PageSize = 100;

    public static bool MaySee(AcceptanceRow row, ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Park => user.AsBody().ActsFor(row.ManagementBodyId, row.ParkId),
        Roles.Province or Roles.City => row.Province == user.Province(),
        Roles.National or Roles.Expert or Roles.Auditor or Roles.Operator => true,
        _ => false
    };

    public static IReadOnlyList<string> Actions(AcceptanceRow row, ClaimsPrincipal user) => (user.Role(), row.Status) switch
    {
        (Roles.Province, AcceptanceStatus.Requested) => ["concludeSelfEvaluation"],
        (Roles.National, AcceptanceStatus.SelfEvaluated) => ["decide"],
        (Roles.Park, AcceptanceStatus.SelfEvaluationFailed or AcceptanceStatus.Refused) => ["request"],
        _ => []
    };

    public static void MapReadAcceptances(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/acceptances/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadAcceptance")
            .WithSummary("One park's acceptance").Produces<ParkAcceptance>();
        routes.MapGet("/acceptances", ListAsync).RequireAuthorization("Insider").WithName("ListAcceptances")
            .WithSummary("The acceptances this caller may see");
    }

    private static async Task<IResult> OneAsync(
        Guid id, ViewReader views, KnownVersions versions, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(AcceptanceRow.View, id, cancel) is { } seen && MaySee(seen.Row, user)
            ? Answer.One(Show(seen, await versions.OfParksAsync([seen.Row.ParkId], cancel), user), seen.Version)
            : Results.NotFound();

    /// <summary>The query narrows, so that pages are full; <see cref="MaySee"/> decides.</summary>
    private static async Task<JsonAnswer<Page>> ListAsync(
        ViewReader views, KnownVersions versions, ClaimsPrincipal user, CancellationToken cancel, Guid? parkId = null, Guid? after = null)
    {
        var (park, body, province) = (parkId?.ToString(), BodyOf(user), ProvinceOf(user));
        var rows = await views.ListAsync(
            AcceptanceRow.View,
            $"""
             ({park}::text is null or row->>'parkId' = {park}) and ({body}::text is null or row->>'managementBodyId' = {body})
             and ({province}::text is null or row->>'province' = {province})
             """,
            after, PageSize, cancel);
        var known = await versions.OfParksAsync(rows.Select(r => r.Row.ParkId), cancel);
        return Answer.Of(new Page(
            [.. rows.Where(r => MaySee(r.Row, user)).Select(r => Show(r, known, user))], rows.Count == PageSize ? rows[^1].Id : null));
    }

    internal static string? BodyOf(ClaimsPrincipal user) => user.Role() == Roles.Park ? user.Organisation().ToString() : null;

    internal static string? ProvinceOf(ClaimsPrincipal user) => user.Role() is Roles.Province or Roles.City ? user.Province() : null;

    private static ParkAcceptance Show(Seen<AcceptanceRow> seen, IEnumerable<KnownVersion> known, ClaimsPrincipal user)
    {
        var row = seen.Row;
        var restated = Restatement.Of(row, known);
        return new(
            seen.Id, seen.Version, row.ParkId, row.ParkName, row.Province, row.Year, row.VerificationId, row.Core, row.Demo, row.Status,
            row.Awaits, row.Since, row.SelfEvaluation, row.Decision, restated,
            [.. Actions(row, user), .. restated.Any(r => r.Awaits(user.Role(), row)) ? ["noteRestatement"] : Array.Empty<string>()]);
    }
}
