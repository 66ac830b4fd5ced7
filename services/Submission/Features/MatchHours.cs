using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.Views;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park brings its hours: load and green supply, so that everybody sees how far green power came when it was used. The file is
/// stored under its SHA-256, what it amounts to belongs to the draft and becomes part of the record with the version that has it.
/// </summary>
public static class MatchHours
{
    /// <summary>Files are read one row at a time, so many of them at once, whatever comes in.</summary>
    private static readonly SemaphoreSlim Reading = new(2);

    public static void MapMatchHours(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/submissions/{id:guid}/matching", HandleAsync).RequireAuthorization("Park")
            .WithName(nameof(MatchHours)).WithSummary("Bring the year's hours of load and green supply").Accepts<Stream>("*/*")
            .Produces<ReadHours.Matched>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).WithBodyLimit(HourlyFile.MostBytes);
        routes.MapDelete("/submissions/{id:guid}/matching", RemoveAsync).RequireAuthorization("Park")
            .WithName("RemoveHours").WithSummary("Take the year's hours away").Produces<ReadHours.Matched>();
        routes.MapGet("/submissions/{id:guid}/matching/template.csv", TemplateAsync).RequireAuthorization("Park")
            .WithName("DownloadHourlyTemplate").WithSummary("A file of the year's hours to fill in").Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    /// <param name="name">What the file is called where it comes from.</param>
    private static async Task<IResult> HandleAsync(
        Guid id, Stream body, IfMatch seen, [MaxLength(200), MinLength(1)] string name, ViewReader views, EvidenceStore store, HourlyTable hourly,
        ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        if (opened is null) return Results.NotFound();
        if (SaveDraft.Check(opened.Row, user.AsBody()) is { } refusal) return CommandAnswers.From(new Outcome.Refused(refusal));

        await using var file = await ReceivedFile.OfAsync(body, store, cancel);
        var read = await ReadAsync(file, opened.Row.Year, cancel);
        if (read is not { Sums: { } sums, Result: { } result }) return read.Problems.ToHttp();

        file.Keep();
        await hourly.KeepAsync(id, new(file.Sha256, name, file.Size, clock.GetUtcNow()), user.Id(), cancel);
        return await SaveAsync(id, seen, new(file.Sha256, sums, result), hourly, cancel);
    }

    private static async Task<IResult> RemoveAsync(Guid id, IfMatch seen, ViewReader views, HourlyTable hourly, ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        return (opened, opened is null ? null : SaveDraft.Check(opened.Row, user.AsBody())) switch
        {
            (null, _) => Results.NotFound(),
            (_, { } refusal) => CommandAnswers.From(new Outcome.Refused(refusal)),
            _ => await SaveAsync(id, seen, matched: null, hourly, cancel)
        };
    }

    private static async Task<IResult> TemplateAsync(Guid id, ViewReader views, ClaimsPrincipal user, CancellationToken cancel) =>
        await views.FindAsync(SubmissionRow.View, id, cancel) is { } opened && ReadSubmissions.MaySee(opened.Row, user)
            ? Results.Bytes(
                HourlyTemplate.Csv(opened.Row.Year), "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"{opened.Row.Park.Name} {opened.Row.Year} 逐时匹配.csv"),
                entityTag: new(string.Create(CultureInfo.InvariantCulture, $"\"hours-{opened.Row.Year}\"")))
            : Results.NotFound();

    private static async Task<HourlyReading> ReadAsync(ReceivedFile file, int year, CancellationToken cancel)
    {
        await Reading.WaitAsync(cancel);
        try
        {
            return HourlyFile.Read(file.Content, year);
        }
        finally
        {
            Reading.Release();
        }
    }

    private static async Task<IResult> SaveAsync(Guid id, IfMatch seen, HourlyMatched? matched, HourlyTable hourly, CancellationToken cancel)
    {
        var saved = await hourly.DraftAsync(id, seen.Version, matched, cancel);
        var stands = await hourly.DraftedAsync(id, cancel);
        var shown = await ReadHours.ShowAsync(id, stands with { Matched = matched }, hourly, cancel);
        return new CommandAnswer<ReadHours.Matched>(
            saved is { } version ? new Outcome.Done(id, version, Changed: true) : new Outcome.Stale(stands.Version),
            done => shown with { Version = done.Version }, location: null);
    }
}
