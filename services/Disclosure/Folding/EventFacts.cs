using System.Globalization;
using System.Text.Json;
using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>What an event says, as names and texts that need no translation. Values of a year only once it is disclosed.</summary>
internal static class EventFacts
{
    public static IReadOnlyDictionary<string, string> Of(ParkEvent happened, ParkHistory park) => Pairs(happened, park)
        .Where(p => p.Value is not null).ToDictionary(p => p.Name, p => Text(p.Value!));

    /// <summary>The reasons of a decision; null when the event decides nothing.</summary>
    public static string? Reasons(ParkEvent happened) => happened switch
    {
        ApplicationReturned e => e.Reasons,
        ApplicationRecommended e => e.Reasons,
        ApplicationRefused e => e.Reasons,
        ParkListed e => e.Reasons,
        BoundaryChanged e => e.Reasons,
        SelfEvaluationConcluded e => e.Reasons,
        AcceptanceGranted e => e.Reasons,
        AcceptanceRefused e => e.Reasons,
        _ => null,
    };

    private static IEnumerable<(string Name, object? Value)> Pairs(ParkEvent happened, ParkHistory park) => happened switch
    {
        ApplicationSubmitted e => [("round", e.Round), .. e.KeyProjects is { } projects ? Plan(projects) : []],
        ApplicationRecommended e => [("batch", e.Batch), ("reasons", e.Reasons)],
        ApplicationRefused e => [("by", e.By), ("reasons", e.Reasons)],
        ParkListed e =>
        [
            ("batch", e.Batch), ("listNumber", e.ListNumber), ("document", e.Document), ("publishedOn", e.PublishedOn),
            ("source", e.Source), ("reasons", e.Reasons),
        ],
        BoundaryChanged e =>
        [
            ("validFrom", e.ValidFrom), ("fourBounds", e.FourBounds), ("boundaryHash", e.Boundary is { } outline ? CanonicalJson.Hash(outline) : null),
            ("document", e.Document), ("publishedOn", e.PublishedOn), ("source", e.Source), ("reasons", e.Reasons),
        ],
        KeyProjectProgressed e =>
        [
            ("project", e.Number), ("name", e.Name), ("state", e.State), ("investedWanYuan", e.InvestedWanYuan), ("asOf", e.AsOf), ("note", e.Note),
        ],
        YearSubmitted e => [("year", e.Year), ("version", e.Version), ("reason", e.Reason)],
        BodyEngaged e => [("year", e.Year), ("version", e.SubmissionVersion), ("body", e.BodyName)],
        StatementSigned e =>
        [
            ("year", e.Year), ("version", e.SubmissionVersion), ("body", e.BodyName), ("opinion", e.Opinion),
            ("assurance", e.Assurance), ("findings", e.Findings),
        ],
        YearDisclosed e =>
        [
            ("year", e.Year), ("version", e.Version),
            ("reportedEmissionsT", e.Reported?.EmissionsT), ("reportedEnergyTce", e.Reported?.EnergyTce), ("reportedCoreTPerTce", e.Reported?.CoreTPerTce),
            ("verifiedEmissionsT", e.Verified?.EmissionsT), ("verifiedEnergyTce", e.Verified?.EnergyTce), ("verifiedCoreTPerTce", e.Verified?.CoreTPerTce),
        ],
        AcceptanceRequested e => [("year", e.Year), .. Core(e.Year, e.Core, park)],
        SelfEvaluationConcluded e => [("passed", e.Passed), ("reasons", e.Reasons)],
        AcceptanceGranted e => [("year", e.Year), .. Core(e.Year, e.Core, park), ("reasons", e.Reasons)],
        RestatementNoted e => [("year", e.Year), ("version", e.Version), ("by", e.Role), ("reasons", e.Reasons)],
        DisputeRaised e => [.. Dispute(e.Number, e.Year, e.Figure), ("version", e.Version), ("dueOn", e.DueOn)],
        DisputeTakenUp e => [.. Dispute(e.Number, e.Year, e.Figure), ("respondent", e.Respondent), ("reasons", e.Reasons), ("dueOn", e.DueOn)],
        DisputeDeclined e => [.. Dispute(e.Number, e.Year, e.Figure), ("reasons", e.Reasons)],
        DisputeAnswered e => [.. Dispute(e.Number, e.Year, e.Figure), ("respondent", e.Respondent), ("text", e.Text), ("dueOn", e.DueOn)],
        DisputeConcluded e => [.. Dispute(e.Number, e.Year, e.Figure), ("outcome", e.Outcome), ("reasons", e.Reasons)],
        _ => [("reasons", Reasons(happened))],
    };

    /// <summary>What the log holds of the table, also before it is shown.</summary>
    private static IEnumerable<(string Name, object? Value)> Plan(IReadOnlyList<KeyProject> projects) => [("keyProjectsHash", CanonicalJson.Hash(projects))];

    private static IEnumerable<(string Name, object? Value)> Dispute(string number, int year, string figure) =>
        [("number", number), ("year", year), ("figure", figure)];

    private static IEnumerable<(string Name, object? Value)> Core(int year, CoreIndicator core, ParkHistory park) =>
        park.IsDisclosed(year) ? [("core", core.Value), ("target", core.Target)] : [];

    /// <summary>As it would stand in JSON, without quotes.</summary>
    private static string Text(object value) => value switch
    {
        string text => text,
        decimal or Enum or DateOnly => JsonSerializer.SerializeToElement(value, value.GetType(), RegistryJson.Events).GetString()!,
        bool passed => passed ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
