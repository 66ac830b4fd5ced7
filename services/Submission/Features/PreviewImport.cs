using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Views;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// What a filled-in workbook would make of the year. Nothing is saved: the caller looks at it and then saves the data as a
/// draft, or mends the cells that are named and sends the file again.
/// </summary>
public static class PreviewImport
{
    /// <param name="Data">The year as the workbook has it; null when the file cannot be read at all.</param>
    /// <param name="Result">What the official method makes of it; null while there are problems.</param>
    /// <param name="Problems">Every cell that cannot be taken, by sheet and cell.</param>
    public sealed record Preview(Guid Id, int Year, ActivityData? Data, Result? Result, IReadOnlyList<CellProblem> Problems);

    public static void MapPreviewImport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/{id:guid}/import", Handle)
        .RequireAuthorization("Park")
        .ChangesNothing()
        .WithName(nameof(PreviewImport))
        .WithSummary("Look at a filled-in workbook without saving it")
        .Accepts<Stream>("*/*")
        .Produces<Preview>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Handle(
        Guid id, Stream body, ViewReader views, RulePacks packs, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await views.FindAsync(SubmissionRow.View, id, cancel) is not { } opened || !ReadSubmissions.MaySee(opened.Row, user))
        {
            return Results.NotFound();
        }

        using var file = new MemoryStream();
        await body.CopyToAsync(file, cancel);
        return Answer.Of(Look(id, opened.Row, YearWorkbook.Read(file, packs), packs));
    }

    public static Preview Look(Guid id, SubmissionRow year, WorkbookReading reading, RulePacks packs)
    {
        IReadOnlyList<CellProblem> problems = reading.Data is null ? reading.Problems : [.. Foreign(year, reading), .. reading.Problems];
        return new(id, year.Year, reading.Data, problems.Count == 0 ? Calculation.Run(reading.Data!, packs).Result : null, problems);
    }

    /// <summary>A template of another park or year was filled in: nothing of it belongs here.</summary>
    private static IEnumerable<CellProblem> Foreign(SubmissionRow year, WorkbookReading reading)
    {
        if (reading.Park != year.ParkId)
        {
            yield return new("说明", "B3", reading.Park?.ToString() ?? "", "other-park", new(
                $"这是另一个园区的模板：请下载“{year.Park.Name}”的模板填写。", $"This is another park's template: download the one of {year.Park.Name} and fill it in."));
        }

        if (reading.Year != year.Year)
        {
            yield return new("说明", "B4", $"{reading.Year}", "other-year", new(
                $"这是 {reading.Year} 年的模板，本页为 {year.Year} 年：请下载本年度的模板填写。", $"This template is for {reading.Year} and this page for {year.Year}: download the template of this year."));
        }
    }
}
