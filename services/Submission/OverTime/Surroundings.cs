using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.OverTime;

/// <summary>Gathers what is around a year: everything lies in this service already, since every park reports here.</summary>
public sealed class Surroundings(ViewReader views, KnownVerifications verifications, CertificateTable certificates, EvidenceTable evidence, HourlyTable hourly,
    TimeProvider clock)
{
    /// <summary>So many peers are enough to tell an outlier.</summary>
    private const int MostPeers = 500;

    public async Task<YearSurroundings> OfAsync(Guid id, SubmissionContents year, CancellationToken cancel) => new(
        await EarlierAsync(year.Row, cancel),
        await PeersAsync(year.Row, cancel),
        [.. year.Versions.Select(v => new EarlierVersion(v.At, v.Result))],
        year.Promised,
        await BeganAsync(id, year.Row.ParkId, cancel),
        new NamedCertificates(await certificates.DraftedAsync(id, cancel)).Seen(year.Row.Year),
        ListingOf(year),
        YearEvidence.Of(await evidence.OfYearAsync(id, cancel)),
        clock.GetUtcNow(),
        (await hourly.DraftedAsync(id, cancel)).Matched);

    /// <summary>An application says nothing about indicators that cannot apply: what years before the list said is all that was known.</summary>
    private static Listing? ListingOf(SubmissionContents year) => year.ListedOn is { } on ? new(on.Year, []) : null;

    private async Task<IReadOnlyList<EarlierYear>> EarlierAsync(SubmissionRow year, CancellationToken cancel)
    {
        var (park, before) = (year.ParkId.ToString(), year.Year);
        var rows = await views.ListAsync(
            SubmissionContents.View,
            $"row->'row'->>'parkId' = {park} and (row->'row'->>'year')::int < {before} and row->'row'->>'disclosedVersion' is not null",
            cancel: cancel);
        return [.. rows.Select(r => Disclosed(r.Row))];
    }

    /// <summary>With what its context said about enterprises, which the published data leaves out.</summary>
    private static EarlierYear Disclosed(SubmissionContents year)
    {
        var version = year.Versions.Single(v => v.Version == year.Row.DisclosedVersion);
        var rows = year.Enterprises.Find(e => e.Version == version.Version);
        return new(rows is null ? version.Data : version.Data with { Context = rows.Own.Context }, version.Result);
    }

    /// <summary>A park that is played for demonstration is no peer of a real one.</summary>
    private async Task<IReadOnlyList<Peer>> PeersAsync(SubmissionRow year, CancellationToken cancel)
    {
        var (group, park, same, demo) = (year.IndustryGroup, year.ParkId.ToString(), year.Year, year.Park.Demo);
        var rows = await views.ListAsync(
            SubmissionRow.View,
            $"""
             row->>'industryGroup' = {group} and row->>'parkId' <> {park} and (row->>'year')::int = {same} and row->>'disclosedCore' is not null
             and (row->'park'->>'demo')::boolean = {demo}
             """,
            limit: MostPeers, cancel: cancel);
        return [.. rows.Select(r => new Peer(r.Row.DisclosedCore!.Value))];
    }

    private async Task<DateTimeOffset?> BeganAsync(Guid id, Guid park, CancellationToken cancel) =>
        (await verifications.OfParksAsync([park], cancel)).Where(v => v.SubmissionId == id).Min(v => (DateTimeOffset?)v.EngagedAt);
}
