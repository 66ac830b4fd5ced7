using System.Collections.Immutable;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Verification.Views;

namespace PilotRegistry.Verification.Features;

/// <summary>Verifications for those who may see them.</summary>
public static class ReadVerifications
{
    public sealed record Finding(
        int Number, FindingKind Kind, string Text, string? Pointer, FindingStatus Status, DateTimeOffset RaisedAt, DateOnly AnswerBy,
        string? Answer, string? Closing, ImmutableList<FindingNote> Notes, IReadOnlyList<string> Actions);

    /// <param name="Leader">Who signs; null until the team is named.</param>
    /// <param name="Members">The whole team, leader first.</param>
    /// <param name="Data">The submitted data that is verified, and <paramref name="Reported"/> what the official method made of it.</param>
    /// <param name="Signals">What the register noticed about the submitted version, with the park's answers.</param>
    /// <param name="Materiality">From which difference on a misstatement is material; share of the reported total.</param>
    /// <param name="Actions">The commands that this caller may give now; the web shows a button for each.</param>
    public sealed record Verification(
        Guid Id, long Version, Guid SubmissionId, int SubmissionVersion, Guid ParkId, string ParkName, string Province, int Year, bool Demo,
        Guid BodyId, string BodyName, VerificationStatus Status, DateTimeOffset Since, Guid? Leader, ImmutableList<Guid> Members,
        IReadOnlyList<Finding> Findings, ActivityData Data, Result Reported, IReadOnlyList<AnsweredSignal> Signals, StatementEntry? Statement, Setting Materiality,
        IReadOnlyList<string> Actions);

    public sealed record Summary(
        Guid Id, long Version, Guid SubmissionId, int SubmissionVersion, Guid ParkId, string ParkName, int Year, bool Demo, Guid BodyId,
        string BodyName, VerificationStatus Status, bool Signed, DateTimeOffset Since);

    /// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Summary> Items, Guid? Next);

    private const int PageSize = 100;

    public static void MapReadVerifications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verifications/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadVerification")
            .WithSummary("One verification").Produces<Verification>();
        routes.MapGet("/verifications", ListAsync).RequireAuthorization("Insider").WithName("ListVerifications")
            .WithSummary("The verifications this caller may see");
    }

    private static async Task<IResult> OneAsync(Guid id, ViewReader views, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var reader = await Reader.OfAsync(user, views, clock, cancel);
        return await views.FindAsync(VerificationContents.View, id, cancel) is { } seen && reader.MaySee(seen.Row.Row)
            ? Answer.One(Show(seen, reader, clock.Today()), seen.Version)
            : Results.NotFound();
    }

    private static async Task<JsonAnswer<Page>> ListAsync(
        ViewReader views, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel, Guid? submissionId = null, Guid? after = null)
    {
        var reader = await Reader.OfAsync(user, views, clock, cancel);
        var rows = await reader.RowsAsync(views, submissionId, unsignedOnly: false, after, PageSize, cancel);
        return Answer.Of(new Page([.. rows.Where(r => reader.MaySee(r.Row)).Select(Summarise)], rows.Count == PageSize ? rows[^1].Id : null));
    }

    private static Verification Show(Seen<VerificationContents> seen, Reader reader, DateOnly today)
    {
        var (row, contents) = (seen.Row.Row, seen.Row);
        return new(
            seen.Id, seen.Version, row.SubmissionId, row.SubmissionVersion, row.ParkId, row.Park!.Name, row.Park.Province, row.Year, row.Park.Demo,
            row.BodyId, row.BodyName, row.Status, row.Since, row.Team.IsEmpty ? null : row.Team[0], row.Team,
            [.. contents.Findings.Select(f => Show(f, reader.Actions(row, f, today)))],
            contents.Data!, contents.Reported!, contents.Signals, contents.Statement, Settings.Materiality, reader.Actions(row));
    }

    private static Finding Show(FindingEntry entry, IReadOnlyList<string> actions) => new(
        entry.Number, entry.Kind, entry.Text, entry.Pointer, entry.Status, entry.RaisedAt, entry.AnswerBy, entry.Answer, entry.Closing, entry.Notes, actions);

    private static Summary Summarise(Seen<VerificationRow> seen) => new(
        seen.Id, seen.Version, seen.Row.SubmissionId, seen.Row.SubmissionVersion, seen.Row.ParkId, seen.Row.Park!.Name, seen.Row.Year,
        seen.Row.Park.Demo, seen.Row.BodyId, seen.Row.BodyName, seen.Row.Status, seen.Row.Status == VerificationStatus.Signed, seen.Row.Since);
}
