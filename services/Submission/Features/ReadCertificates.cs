using System.Globalization;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>The certificates of a year for those who may see it, and one certificate for everybody.</summary>
public static class ReadCertificates
{
    /// <param name="Count">Certificates in the range, 1 MWh each.</param>
    public sealed record Line(
        string First, string Last, long Count, CertificateKind Kind, string ProductionMonth, string Beneficiary, DateOnly CancelledOn, EnergySource Source);

    /// <param name="Version">Of the list, to be sent as If-Match; 0 before anything was named, and for a submitted version.</param>
    public sealed record List(Guid Id, long Version, IReadOnlyList<Line> Items);

    /// <summary>Public: for whose year a certificate is claimed.</summary>
    public sealed record Claim(string Number, Guid ParkId, string ParkName, int Year, bool Demo);

    public static void MapReadCertificates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/submissions/{id:guid}/certificates", ListAsync).RequireAuthorization("Insider")
            .WithName("ListCertificates").WithSummary("The year's green certificates").Produces<List>();
        routes.MapGet("/certificates/{number}", FindAsync).AllowAnonymous()
            .WithName("FindCertificate").WithSummary("For which disclosed year a certificate is claimed").Produces<Claim>();
    }

    /// <param name="version">A submitted version; left out, what the park has drafted (the park alone).</param>
    private static async Task<IResult> ListAsync(
        Guid id, ViewReader views, CertificateTable certificates, ClaimsPrincipal user, CancellationToken cancel, int? version = null)
    {
        var opened = await views.FindAsync(SubmissionRow.View, id, cancel);
        if (opened is null || !ReadSubmissions.MaySee(opened.Row, user) || (version is null && user.Role() != Roles.Park))
        {
            return Results.NotFound();
        }

        var ranges = version is { } submitted ? await certificates.OfVersionAsync(id, submitted, cancel) : await certificates.DraftedAsync(id, cancel);
        var stands = version is null ? await certificates.VersionAsync(id, cancel) : 0;
        return Answer.One(new List(id, stands, [.. ranges.Select(Show)]), stands);
    }

    /// <summary>A claim is public with the version that makes it. Before that, not even that the number is taken.</summary>
    private static async Task<IResult> FindAsync(string number, ViewReader views, CertificateTable certificates, CancellationToken cancel)
    {
        if (CertificateNumber.Parse(number) is { } parsed)
        {
            foreach (var (submission, version) in await certificates.VersionsNamingAsync(parsed, cancel))
            {
                if (await views.FindAsync(SubmissionRow.View, submission, cancel) is { } year && year.Row.DisclosedVersion == version)
                {
                    return Answer.Of(new Claim(parsed.Text, year.Row.ParkId, year.Row.Park.Name, year.Row.Year, year.Row.Park.Demo));
                }
            }
        }

        return Results.NotFound();
    }

    private static Line Show(CertificateRange range) => new(
        range.First.Text, range.Last.Text, range.Count, range.Kind, range.ProductionMonth.ToString("yyyy-MM", CultureInfo.InvariantCulture), range.Beneficiary,
        range.CancelledOn, range.Source);
}
