using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park brings a file that proves a number: a bill, a meter reading, a laboratory report. It is stored by its SHA-256, which
/// the lines of the data then name; what its bytes show is a signal to reviewers. The content is never public: the park, those who
/// review the year and the body that is engaged to verify it read it.
/// </summary>
public static class KeepEvidence
{
    /// <summary>Files are looked at whole; so many at once, whatever comes in.</summary>
    private static readonly SemaphoreSlim Looking = new(2);

    /// <param name="Month"><c>yyyy-MM</c>, null for the whole year.</param>
    /// <param name="Signals">What a reviewer will see beside the file.</param>
    public sealed record Kept(string Sha256, string Name, string? Month, long Size, EvidenceFacts Facts, DateTimeOffset UploadedAt, IReadOnlyList<Signal> Signals);

    public static void MapKeepEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/submissions/{id:guid}/evidence", HandleAsync).RequireAuthorization("Park")
            .WithName(nameof(KeepEvidence)).WithSummary("Bring a file that proves a number").Accepts<Stream>("*/*")
            .Produces<Kept>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).WithBodyLimit(EvidenceStore.MostBytes);
        routes.MapGet("/submissions/{id:guid}/evidence", ListAsync).RequireAuthorization("Insider")
            .WithName("ListEvidence").WithSummary("The year's evidence files and what they show");
        routes.MapGet("/submissions/{id:guid}/evidence/{sha256}", OpenAsync).RequireAuthorization("Insider")
            .WithName("OpenEvidence").WithSummary("One evidence file").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    /// <param name="name">What the file is called where it comes from.</param>
    /// <param name="month">The month it is about, <c>yyyy-MM</c>; left out for the year.</param>
    private static async Task<IResult> HandleAsync(
        Guid id, Stream body, [MaxLength(200), MinLength(1)] string name, ViewReader views, EvidenceStore store, EvidenceTable evidence, ClaimsPrincipal user,
        TimeProvider clock, CancellationToken cancel, [RegularExpression("^20[0-9]{2}-(0[1-9]|1[0-2])$")] string? month = null)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        if (opened is null) return Results.NotFound();
        if (SaveDraft.Check(opened.Row, user.AsBody()) is { } refusal) return CommandAnswers.From(new Outcome.Refused(refusal));

        await Looking.WaitAsync(cancel);
        try
        {
            using var received = new MemoryStream();
            await body.CopyToAsync(received, cancel);
            var file = received.ToArray();
            var (facts, fault) = Inspection.Look(file);
            if (facts is null) return new[] { new InputProblem("", fault!.Code, fault.Message) }.ToHttp();

            var use = new EvidenceUse(
                await store.KeepAsync(file, cancel), id, opened.Row.ParkId, opened.Row.Year, name, month is null ? null : DateOnly.ParseExact(month + "-01", "yyyy-MM-dd"),
                file.Length, facts, clock.GetUtcNow());
            await evidence.AddAsync(use, user.Id(), cancel);
            var kept = (await evidence.OfYearAsync(id, cancel)).First(seen => seen.Use.Sha256 == use.Sha256 && seen.Use.Month == use.Month);
            return Results.Json(Show(kept), RegistryJson.Http);
        }
        finally
        {
            Looking.Release();
        }
    }

    /// <param name="verification">By which the caller's body is engaged; others leave it out.</param>
    private static async Task<IResult> ListAsync(
        Guid id, ViewReader views, EvidenceTable evidence, EngagedBody engaged, ClaimsPrincipal user, CancellationToken cancel, Guid? verification = null) =>
        await MaySeeAsync(id, verification, views, engaged, user, cancel)
            ? Answer.Of((await evidence.OfYearAsync(id, cancel)).Select(Show).ToList())
            : Results.NotFound();

    /// <summary>Always as a download: what a park sent is never shown as a page of ours.</summary>
    private static async Task<IResult> OpenAsync(
        Guid id, string sha256, ViewReader views, EvidenceStore store, EvidenceTable evidence, EngagedBody engaged, ClaimsPrincipal user, HttpResponse response,
        CancellationToken cancel, Guid? verification = null)
    {
        var use = !await MaySeeAsync(id, verification, views, engaged, user, cancel) ? null : (await evidence.OfYearAsync(id, cancel)).Select(seen => seen.Use).FirstOrDefault(u => u.Sha256 == sha256);
        if (use is null || store.Open(use.Sha256) is not { } file) return Results.NotFound();
        response.Headers.CacheControl = "private, no-cache";
        return Results.Stream(file, "application/octet-stream", use.Name, entityTag: new($"\"{use.Sha256}\""));
    }

    private static async Task<bool> MaySeeAsync(
        Guid id, Guid? verification, ViewReader views, EngagedBody engaged, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(SubmissionRow.View, id, cancel) is { } opened
        && (ReadSubmissions.MaySee(opened.Row, user) || await engaged.OfAsync(verification, id, user, cancel) is not null);

    private static Kept Show(EvidenceSeen seen) => new(
        seen.Use.Sha256, seen.Use.Name, seen.Use.Month?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), seen.Use.Size, seen.Use.Facts,
        seen.Use.UploadedAt, [.. EvidenceSignals.Of(seen.Use, seen.Reuses)]);
}
