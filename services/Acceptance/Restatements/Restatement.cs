using PilotRegistry.Acceptance.Views;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Restatements;

/// <summary>
/// The park submitted the year again after somebody decided, or began to decide, on an older version. It is listed beside
/// the decision; it changes none.
/// </summary>
/// <param name="Core">What the new version makes of the core indicator; null where there is no value or no target.</param>
/// <param name="Flips">Whether the core verdict is no longer the one that was decided on.</param>
/// <param name="Noted">Who has taken note of it, and what they make of it.</param>
public sealed record Restatement(
    int Version, DateTimeOffset At, string? Reason, VersionStage Stage, CoreIndicator? Core, bool Flips, IReadOnlyList<Note> Noted)
{
    /// <summary>The versions after the one that the acceptance rests on, oldest first.</summary>
    public static IReadOnlyList<Restatement> Of(AcceptanceRow row, IEnumerable<KnownVersion> known)
    {
        var versions = known.Where(v => v.ParkId == row.ParkId && v.Year == row.Year).OrderBy(v => v.Version).ToArray();
        var decidedOn = versions.FirstOrDefault(v => v.Statements.Contains(row.VerificationId))?.Version ?? int.MaxValue;
        return
        [
            .. from version in versions
               where version.Version > decidedOn
               select new Restatement(
                   version.Version, version.At, version.Reason, version.Stage, version.Core,
                   version.Core?.Verdict is not Verdict.Met, [.. row.Notes.Where(n => n.Version == version.Version)])
        ];
    }

    /// <summary>Whether this role has decided on the old numbers, or is about to, and has not taken note yet.</summary>
    public bool Awaits(string role, AcceptanceRow row) => Noted.All(n => n.Role != role) && role switch
    {
        Roles.Province => row.SelfEvaluation is not null || row.Status == AcceptanceStatus.Requested,
        Roles.National => row.Decision is not null || row.Status == AcceptanceStatus.SelfEvaluated,
        _ => false
    };
}
