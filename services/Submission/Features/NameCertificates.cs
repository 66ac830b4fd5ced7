using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park names the green certificates that its year counts on, as single numbers or ranges. They are part of the draft: taken
/// for the park only when the year is submitted.
/// </summary>
public static class NameCertificates
{
    public const int MostLines = 2000;

    /// <param name="Items">All of them: what is not named any more is given up.</param>
    public sealed record Request([MaxLength(MostLines)] IReadOnlyList<CertificateLine> Items);

    /// <param name="Version">Of the list; send it as If-Match with the next change.</param>
    /// <param name="Lines">How many ranges there are after neighbours are joined.</param>
    /// <param name="Certificates">How many numbers, and so MWh.</param>
    public sealed record Named(Guid Id, long Version, int Lines, long Certificates);

    public static void MapNameCertificates(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/submissions/{id:guid}/certificates", HandleAsync).RequireAuthorization("Park")
            .WithName(nameof(NameCertificates)).WithSummary("Name the year's green certificates").Produces<Named>();
        routes.MapPost("/submissions/{id:guid}/certificates/import", ImportAsync).RequireAuthorization("Park")
            .WithName("ImportCertificates").WithSummary("Name the year's green certificates by a CSV file")
            .Accepts<Stream>("*/*").Produces<Named>().WithBodyLimit(MostBytes);
    }

    private const long MostBytes = 100 * 1024 * 1024;

    public static (IReadOnlyList<CertificateRange> Ranges, IReadOnlyList<InputProblem> Problems) Read(IReadOnlyList<CertificateLine> lines, DateOnly today)
    {
        var problems = new List<InputProblem>();
        var read = lines.Select((line, n) => (Range: CertificateRules.Read(line, $"/items/{n}", today, problems), Pointer: $"/items/{n}")).ToArray();
        if (problems.Count > 0) return ([], problems);
        CertificateRules.RefuseOverlaps([.. read.Select(r => (r.Range!, r.Pointer))], problems);
        return (CertificateRules.Fold(read.Select(r => r.Range!)), problems);
    }

    private static async Task<IResult> HandleAsync(
        Guid id, Request request, IfMatch seen, CertificateTable certificates, ViewReader views, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var (ranges, problems) = Read(request.Items, clock.Today());
        return await SaveAsync(id, seen, ranges, problems, certificates, views, user, cancel);
    }

    /// <summary>The file goes through a temporary one: it may be large, and its encoding shows only when it is looked at twice.</summary>
    private static async Task<IResult> ImportAsync(
        Guid id, Stream body, IfMatch seen, CertificateTable certificates, ViewReader views, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await body.CopyToAsync(file, cancel);
        file.Position = 0;
        var (ranges, problems) = await CertificateFile.ReadAsync(file, clock.Today(), cancel);
        return await SaveAsync(id, seen, ranges, problems, certificates, views, user, cancel);
    }

    private static async Task<IResult> SaveAsync(
        Guid id, IfMatch seen, IReadOnlyList<CertificateRange> ranges, IReadOnlyList<InputProblem> problems, CertificateTable certificates, ViewReader views,
        ClaimsPrincipal user, CancellationToken cancel)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        return (opened, opened is null ? null : SaveDraft.Check(opened.Row, user.AsBody()), problems) switch
        {
            (null, _, _) => Results.NotFound(),
            (_, { } refusal, _) => CommandAnswers.From(new Outcome.Refused(refusal)),
            (_, _, { Count: > 0 }) => problems.ToHttp(),
            _ => Answered(id, ranges, await certificates.DraftAsync(id, seen.Version, ranges, cancel), await certificates.VersionAsync(id, cancel))
        };
    }

    private static IResult Answered(Guid id, IReadOnlyList<CertificateRange> ranges, long? saved, long now) => new CommandAnswer<Named>(
        saved is { } version ? new Outcome.Done(id, version, Changed: true) : new Outcome.Stale(now),
        done => new Named(id, done.Version, ranges.Count, ranges.Sum(r => r.Count)), location: null);
}
