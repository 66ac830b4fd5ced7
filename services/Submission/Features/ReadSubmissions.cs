using System.Collections.Immutable;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.OverTime;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// A park's years for those who may see them: drafts for the park alone, submitted versions for reviewers. A verification
/// body reads the version that it is engaged for in Verification, and here only what is too confidential to be copied there
/// (<see cref="ReadEnterprises"/>, <see cref="KeepEvidence"/>).
/// </summary>
public static class ReadSubmissions
{
    /// <param name="Draft">What the park works on; null for everybody else, and when nothing is drafted since the last submission.</param>
    /// <param name="DraftVersion">Send it as If-Match when you save the draft; 0 for everybody else.</param>
    /// <param name="DraftSavedBy">The account that saved the draft.</param>
    /// <param name="Start">What the park's form begins with: its draft, else what it submitted last; null for everybody else.</param>
    /// <param name="Previous">What the park submitted for the newest year before this one, to read beside the fields; null for everybody else.</param>
    /// <param name="Signals">Of the draft for the park, of the newest version for others; each with the park's answer.</param>
    /// <param name="Coverage">Of what the result is of; null when nothing is entered per enterprise.</param>
    /// <param name="Enterprises">What single enterprises contributed to each version; null for those who may not see it.</param>
    /// <param name="Result">Of the draft for the park, of the newest version for others.</param>
    /// <param name="Versions">Submitted versions, oldest first; they never change.</param>
    /// <param name="Actions">The commands that this caller may give now; the web shows a button for each.</param>
    public sealed record Submission(
        Guid Id, long Version, Guid ParkId, string ParkName, ReportingPark Park, int Year, SubmissionStatus Status, YearDraft? Draft,
        long DraftVersion, DateTimeOffset? DraftSavedAt, Guid? DraftSavedBy, YearDraft? Start, YearDraft? Previous, Result? Result,
        IReadOnlyList<AnsweredSignal> Signals, EnterpriseCoverage? Coverage, ImmutableList<ReportedVersion> Versions, int? DisclosedVersion,
        ImmutableList<SubmissionContents.Disclosure> Disclosures, IReadOnlyList<EnterprisesReported>? Enterprises, DateTimeOffset Since,
        IReadOnlyList<string> Actions);

    /// <param name="Drafted">Whether there is a draft; only the park is told.</param>
    public sealed record Summary(
        Guid Id, long Version, Guid ParkId, string ParkName, string Province, int Year, SubmissionStatus Status, bool Drafted, int LastVersion,
        int? DisclosedVersion, DateTimeOffset Since, bool Demo);

    /// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Summary> Items, Guid? Next);

    private const int PageSize = 100;

    /// <summary>A year is the park's own until it is submitted; from then on also the reviewers', each province its own.</summary>
    public static bool MaySee(SubmissionRow row, ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Park => user.AsBody().ActsFor(row.Park.ManagementBodyId, row.ParkId),
        Roles.Province => row.LastVersion > 0 && row.Park.Province == user.Province(),
        Roles.National or Roles.Auditor or Roles.Operator => row.LastVersion > 0,
        _ => false
    };

    public static IReadOnlyList<string> Actions(SubmissionRow row, bool changed, ClaimsPrincipal user, DateOnly today) => user.Role() != Roles.Park
        ? []
        :
        [
            "saveDraft",
            .. changed && row.IsFinished(today) ? ["submit"] : Array.Empty<string>(),
            .. row.Status switch
            {
                SubmissionStatus.Submitted => ["engageBody", "disclose"],
                SubmissionStatus.Disclosed => ["requestAcceptance"],
                _ => Array.Empty<string>()
            },
        ];

    public static void MapReadSubmissions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/submissions/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadSubmission")
            .WithSummary("One park's year").Produces<Submission>();
        routes.MapGet("/submissions", ListAsync).RequireAuthorization("Insider").WithName("ListSubmissions")
            .WithSummary("The years this caller may see");
    }

    private static async Task<IResult> OneAsync(
        Guid id, ViewReader views, DraftTable drafts, CertificateTable certificates, HourlyTable hourly, Surroundings surroundings, RulePacks packs, ClaimsPrincipal user,
        TimeProvider clock, CancellationToken cancel)
    {
        if (await views.FindAsync(SubmissionContents.View, id, cancel) is not { } seen || !MaySee(seen.Row.Row, user))
        {
            return Results.NotFound();
        }

        var draft = user.Role() == Roles.Park ? await drafts.FindAsync(id, cancel) : Draft.None;
        // Certificates and hours are kept beside the draft; other ones for the same data are a change too.
        var last = user.Role() == Roles.Park && seen.Row.Row.LastVersion > 0 && await IsOtherBesideAsync() ? seen.Row.LastAsDraft() : null;
        var computed = (draft.Data ?? last) is { } data ? ComputedDraft.Of(data, seen.Row.Row.Year, packs, await surroundings.OfAsync(id, seen.Row, cancel)) : null;
        var previous = user.Role() == Roles.Park ? await PreviousYear.OfAsync(views, seen.Row.Row, cancel) : null;
        return Answer.One(Show(seen, draft, previous, computed, user, Actions(seen.Row.Row, computed is not null, user, clock.Today())), seen.Version);

        async Task<bool> IsOtherBesideAsync() =>
            seen.Row.HasOther((await hourly.DraftedAsync(id, cancel)).Matched) || await certificates.DiffersAsync(id, seen.Row.Row.LastVersion, cancel);
    }

    private static async Task<JsonAnswer<Page>> ListAsync(
        ViewReader views, DraftTable drafts, ClaimsPrincipal user, CancellationToken cancel, Guid? parkId = null, int? year = null, Guid? after = null)
    {
        var (body, province) = (user.Role() == Roles.Park ? user.Organisation().ToString() : null, user.Role() == Roles.Province ? user.Province() : null);
        var rows = await views.ListAsync(
            SubmissionRow.View,
            $"""
             ({parkId?.ToString()}::text is null or row->>'parkId' = {parkId?.ToString()}) and ({year}::int is null or (row->>'year')::int = {year})
             and ({body}::text is null or row->'park'->>'managementBodyId' = {body})
             and ({province}::text is null or row->'park'->>'province' = {province})
             """,
            after, PageSize, cancel);
        var drafted = user.Role() == Roles.Park ? await drafts.AmongAsync(rows.Select(r => r.Id), cancel) : new Dictionary<Guid, Draft>();
        return Answer.Of(new Page([.. rows.Where(r => MaySee(r.Row, user)).Select(r => Summarise(r, drafted.GetValueOrDefault(r.Id)))], rows.Count == PageSize ? rows[^1].Id : null));
    }

    private static Submission Show(
        Seen<SubmissionContents> seen, Draft draft, YearDraft? previous, ComputedDraft? computed, ClaimsPrincipal user, IReadOnlyList<string> actions)
    {
        var (row, contents, last) = (seen.Row.Row, seen.Row, seen.Row.Versions.LastOrDefault());
        return new(
            seen.Id, seen.Version, row.ParkId, row.Park.Name, row.Park, row.Year, row.Status, draft.Data, draft.Version,
            draft.Data is null ? null : draft.SavedAt, draft.Data is null ? null : draft.SavedBy,
            user.Role() == Roles.Park ? draft.Data ?? contents.LastAsDraft() : null, previous,
            computed is null ? last?.Result : computed.Result, (computed is null ? last?.Signals : computed.Signals) ?? [],
            computed is null ? last?.Coverage : computed.Coverage, contents.Versions, row.DisclosedVersion, contents.Disclosures,
            user.Role() is Roles.Park or Roles.Province or Roles.National or Roles.Auditor ? contents.Enterprises : null, row.Since, actions);
    }

    private static Summary Summarise(Seen<SubmissionRow> seen, Draft? draft) => new(
        seen.Id, seen.Version, seen.Row.ParkId, seen.Row.Park.Name, seen.Row.Park.Province, seen.Row.Year, seen.Row.Status,
        draft?.Data is not null, seen.Row.LastVersion, seen.Row.DisclosedVersion, seen.Row.Since, seen.Row.Park.Demo);
}
