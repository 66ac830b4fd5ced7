using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// What a year's hours amount to, and the file itself, for the park, those who review the year, and the body that is engaged to
/// verify a version of it. The sums and shares become public with the year; the file never does.
/// </summary>
public static class ReadHours
{
    /// <param name="Version">Of the year's hours; send it as If-Match with the next change. 0 for a submitted version.</param>
    /// <param name="File">Null when there is none.</param>
    public sealed record Matched(Guid Id, long Version, HourlyUpload? File, HourlyMatched? Matching);

    public static void MapReadHours(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/submissions/{id:guid}/matching", LookAsync).RequireAuthorization("Insider")
            .WithName(nameof(ReadHours)).WithSummary("What the year's hours amount to").Produces<Matched>();
        routes.MapGet("/submissions/{id:guid}/matching/{sha256:length(64)}", OpenAsync).RequireAuthorization("Insider")
            .WithName("OpenHours").WithSummary("A file of the year's hours").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    internal static async Task<Matched> ShowAsync(Guid id, DraftedHours hours, HourlyTable hourly, CancellationToken cancel) => new(
        id, hours.Version, hours.Matched is { } matched ? await hourly.FileAsync(id, matched.Sha256, cancel) : null, hours.Matched);

    /// <param name="version">A submitted version; left out, what the park has drafted (the park alone).</param>
    /// <param name="verification">By which the caller's body is engaged; others leave it out.</param>
    private static async Task<IResult> LookAsync(
        Guid id, ViewReader views, HourlyTable hourly, EngagedBody engaged, ClaimsPrincipal user, CancellationToken cancel, int? version = null, Guid? verification = null)
    {
        var (isPark, versions) = await SeenAsync(id, verification, views, engaged, user, cancel);
        var hours = isPark && version is null ? await hourly.DraftedAsync(id, cancel)
            : versions.FirstOrDefault(v => v.Version == version) is { } submitted ? new(0, submitted.Matching)
            : null;
        return hours is null ? Results.NotFound() : Answer.One(await ShowAsync(id, hours, hourly, cancel), hours.Version);
    }

    /// <summary>Always as a download. Others than the park open only what a submitted version rests on.</summary>
    private static async Task<IResult> OpenAsync(
        Guid id, string sha256, ViewReader views, EvidenceStore store, HourlyTable hourly, EngagedBody engaged, ClaimsPrincipal user,
        HttpResponse response, CancellationToken cancel, Guid? verification = null)
    {
        var (isPark, versions) = await SeenAsync(id, verification, views, engaged, user, cancel);
        if ((!isPark && versions.All(v => v.Matching?.Sha256 != sha256))
            || await hourly.FileAsync(id, sha256, cancel) is not { } file || store.Open(sha256) is not { } content) return Results.NotFound();

        response.Headers.CacheControl = "private, no-cache";
        return Results.Stream(content, "application/octet-stream", file.Name, entityTag: new($"\"{sha256}\""));
    }

    /// <summary>The submitted versions that the caller may see: all of them, or the one that its body verifies.</summary>
    private static async Task<(bool IsPark, IReadOnlyList<ReportedVersion> Versions)> SeenAsync(
        Guid id, Guid? verification, ViewReader views, EngagedBody engaged, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(SubmissionContents.View, id, cancel) switch
        {
            null => (false, []),
            { Row: var year } when ReadSubmissions.MaySee(year.Row, user) => (user.Role() == Roles.Park, year.Versions),
            { Row: var year } when await engaged.OfAsync(verification, id, user, cancel) is { } verified => (false, year.Versions.FindAll(v => v.Version == verified.SubmissionVersion)),
            _ => (false, [])
        };
}
