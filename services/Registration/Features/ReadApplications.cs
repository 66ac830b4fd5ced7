using System.Collections.Immutable;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Registration.Views;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>What a caller may see of applications, and what he may do with each.</summary>
public static class ReadApplications
{
    /// <param name="Changes">What the last submission changed in the one before it; empty in the first round.</param>
    /// <param name="Actions">The commands that this caller may give now; the web shows a button for each.</param>
    /// <param name="KeyProjects">重点项目, by number.</param>
    /// <param name="Progress">Every report on them, oldest first.</param>
    public sealed record Application(
        Guid Id, long Version, Guid ParkId, ParkFacts Park, ApplicationStatus Status, ImmutableSortedDictionary<Chapter, string> Chapters,
        string? Batch, int Round, string? Awaits, DateTimeOffset Since, IReadOnlyList<ReviewNote> Notes, IReadOnlyList<RoundChange> Changes, IReadOnlyList<string> Actions,
        IReadOnlyList<KeyProject> KeyProjects, IReadOnlyList<ProgressReport> Progress);

    public sealed record Summary(
        Guid Id, long Version, Guid ParkId, string Name, string Province, ApplicationStatus Status, string? Batch, string? Awaits, DateTimeOffset Since, bool Demo);

    /// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
    /// <param name="Actions">What this caller may begin: an application, a list.</param>
    public sealed record Page(IReadOnlyList<Summary> Items, Guid? Next, IReadOnlyList<string> Actions);

    private const int PageSize = 100;

    /// <summary>Drafts are the park's own; what is submitted is the reviewers' business, each province its own.</summary>
    public static bool MaySee(ApplicationRow row, ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Park => user.AsBody().ActsFor(row.ManagementBodyId, row.ParkId),
        Roles.Province or Roles.City => row.Round > 0 && row.Province == user.Province(),
        Roles.National or Roles.Expert or Roles.Auditor or Roles.Operator => row.Round > 0,
        _ => false
    };

    public static IReadOnlyList<string> Actions(ApplicationRow row, ClaimsPrincipal user) => (user.Role(), row.Status) switch
    {
        (Roles.Park, ApplicationStatus.Draft or ApplicationStatus.Returned) => ["correctFacts", "writeChapter", "writeKeyProjects", "submit"],
        (Roles.Park, ApplicationStatus.Listed) => ["reportProgress"],
        (Roles.Province, ApplicationStatus.Submitted) => ["recommend", "return", "refuse"],
        (Roles.National, ApplicationStatus.Recommended) => ["list", "refuse"],
        _ => []
    };

    public static void MapReadApplications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/applications/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadApplication")
            .WithSummary("One application").Produces<Application>();
        routes.MapGet("/applications", ListAsync).RequireAuthorization("Insider").WithName("ListApplications")
            .WithSummary("The applications this caller may see");
    }

    private static async Task<IResult> OneAsync(Guid id, ViewReader views, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(ApplicationDossier.View, id, cancel) is { } seen && MaySee(seen.Row.Row, user)
            ? Answer.One(Show(seen, user), seen.Version)
            : Results.NotFound();

    /// <summary>The query narrows, so that pages are full; <see cref="MaySee"/> decides.</summary>
    private static async Task<JsonAnswer<Page>> ListAsync(
        ViewReader views, ClaimsPrincipal user, CancellationToken cancel, Code<ApplicationStatus>? status = null, Guid? after = null)
    {
        var wanted = status?.ToString();
        var (body, province) = (user.Role() == Roles.Park ? user.Organisation().ToString() : null, user.Role() == Roles.Park ? null : user.Province());
        var rows = await views.ListAsync(
            ApplicationRow.View,
            $"""
             ({wanted}::text is null or row->>'status' = {wanted})
             and ({body}::text is null or row->>'managementBodyId' = {body}) and ({body}::text is not null or (row->>'round')::int > 0)
             and ({province}::text is null or row->>'province' = {province})
             """,
            after, PageSize, cancel);
        return Answer.Of(new Page(
            [.. rows.Where(r => MaySee(r.Row, user)).Select(Summarise)], rows.Count == PageSize ? rows[^1].Id : null, Beginnings(user)));
    }

    private static IReadOnlyList<string> Beginnings(ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Park => ["start"],
        Roles.National => ["publishList"],
        _ => []
    };

    private static Application Show(Seen<ApplicationDossier> seen, ClaimsPrincipal user) => new(
        seen.Id, seen.Version, seen.Row.Row.ParkId, seen.Row.Park, seen.Row.Row.Status, seen.Row.Chapters, seen.Row.Row.Batch, seen.Row.Row.Round,
        seen.Row.Row.Awaits, seen.Row.Row.Since, seen.Row.Notes, RoundChanges.Of(seen.Row.Before, seen.Row.Submitted), Actions(seen.Row.Row, user), seen.Row.KeyProjects ?? [], seen.Row.Progress ?? []);

    private static Summary Summarise(Seen<ApplicationRow> seen) => new(
        seen.Id, seen.Version, seen.Row.ParkId, seen.Row.Name, seen.Row.Province, seen.Row.Status, seen.Row.Batch,
        seen.Row.Awaits, seen.Row.Since, seen.Row.Demo);
}
