using System.Globalization;
using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Views;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The year as an Excel workbook: what the park has entered so far stands in it, last year's values beside each field. It can
/// be filled in, uploaded and previewed (<see cref="PreviewImport"/>).
/// </summary>
public static class DownloadTemplate
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDownloadTemplate(this IEndpointRouteBuilder routes) => routes
        .MapGet("/submissions/template.xlsx", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(DownloadTemplate))
        .WithSummary("The year as an Excel workbook")
        .Produces(StatusCodes.Status200OK, contentType: ContentType);

    /// <param name="park">The park whose year it is.</param>
    /// <param name="year">A year that the park has begun to report.</param>
    private static async Task<IResult> Handle(
        Guid park, int year, ViewReader views, DraftTable drafts, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        var id = SubmissionState.IdOf(park, year);
        var opened = await views.FindAsync(SubmissionContents.View, id, cancel);
        if (opened is null || !ReadSubmissions.MaySee(opened.Row.Row, user))
        {
            return Results.NotFound();
        }

        var before = await views.FindAsync(SubmissionContents.View, SubmissionState.IdOf(park, year - 1), cancel);
        var draft = await drafts.FindAsync(id, cancel);
        var data = draft.Data ?? opened.Row.Versions.LastOrDefault()?.Data ?? new ActivityData { Year = year };
        using var file = new MemoryStream();
        YearWorkbook.Write(
            file, new YearTemplate(park, opened.Row.Row.Park.Name, data, before?.Row.Versions.LastOrDefault()?.Data), PackOf(data, packs));
        return Results.Bytes(
            file.ToArray(), ContentType, string.Create(CultureInfo.InvariantCulture, $"{opened.Row.Row.Park.Name} {year}.xlsx"),
            entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{opened.Version}.{draft.Version}.{before?.Version ?? 0}\"")));
    }

    private static RulePack PackOf(ActivityData data, RulePacks packs) =>
        (data.RulePack is { } named ? packs.Find(named, data.Year) : null) ?? packs.NewestNational(data.Year)
        ?? throw new InvalidOperationException("No national rule pack is installed.");
}
