using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The engaged body reads what single enterprises contributed to the version it verifies. Confidential: besides it only the park,
/// its province, the nation and the auditor read them, with the year (<see cref="ReadSubmissions"/>).
/// </summary>
public static class ReadEnterprises
{
    /// <param name="EnterprisesHash">The public commitment; <paramref name="Reported"/> repeats it (SHA-256 of its canonical JSON).</param>
    /// <param name="Reported">Null when nothing was entered per enterprise.</param>
    public sealed record Rows(int Version, string? EnterprisesHash, EnterprisesReported? Reported);

    public static void MapReadEnterprises(this IEndpointRouteBuilder routes) => routes
        .MapGet("/submissions/{id:guid}/verifications/{verification:guid}/enterprises", Handle)
        .RequireAuthorization("Verifier")
        .WithName(nameof(ReadEnterprises))
        .WithSummary("What single enterprises contributed to the version under verification")
        .Produces<Rows>();

    private static async Task<IResult> Handle(
        Guid id, Guid verification, ViewReader views, EngagedBody engaged, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await engaged.OfAsync(verification, id, user, cancel) is not { } verified || await views.FindAsync(SubmissionContents.View, id, cancel) is not { } seen)
        {
            return Results.NotFound();
        }

        var version = seen.Row.Versions.Find(v => v.Version == verified.SubmissionVersion);
        return version is null
            ? Results.NotFound()
            : Answer.Of(new Rows(version.Version, version.EnterprisesHash, seen.Row.Enterprises.Find(e => e.Version == version.Version)));
    }
}
