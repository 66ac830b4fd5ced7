using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Views;

/// <summary>What the province said.</summary>
public sealed record SelfEvaluation(bool Passed, string Reasons, DateTimeOffset At);

/// <summary>What the nation decided.</summary>
public sealed record NationalDecision(bool Accepted, string Reasons, DateTimeOffset At);

/// <summary>What a reviewer said to a newer version of the year.</summary>
public sealed record Note(int Version, string Role, string Reasons, DateTimeOffset At);

/// <summary>A park's acceptance as it stands; what was said on earlier requests is in the park's timeline.</summary>
/// <param name="Awaits">The role whose turn it is; null when nothing is to be done.</param>
/// <param name="Since">Since when it is that role's turn.</param>
public sealed record AcceptanceRow(
    Guid ParkId, string ParkName, string Province, Guid ManagementBodyId, int Year, Guid VerificationId, CoreIndicator Core, bool Demo,
    AcceptanceStatus Status, string? Awaits, DateTimeOffset Since, SelfEvaluation? SelfEvaluation = null, NationalDecision? Decision = null,
    ImmutableList<Note>? Noted = null)
{
    [JsonIgnore]
    public ImmutableList<Note> Notes => Noted ?? [];

    public static readonly View<AcceptanceRow> View = new(
        "acceptances", AcceptanceState.Stream.Name, Apply, revision: 3,
        "((row->>'awaits'), (row->>'province'))", "((row->>'managementBodyId'))", "((row->>'parkId'))");

    private static AcceptanceRow? Apply(AcceptanceRow? row, Recorded recorded) => (row, recorded.Event, recorded.At) switch
    {
        (_, AcceptanceRequested e, var at) => new(
            e.ParkId, e.ParkName, e.Province, e.ManagementBodyId, e.Year, e.VerificationId, e.Core, e.Demo,
            AcceptanceStatus.Requested, Roles.Province, at),
        ({ }, SelfEvaluationConcluded { Passed: true } e, var at) =>
            row.Pass(AcceptanceStatus.SelfEvaluated, Roles.National, at) with { SelfEvaluation = new(e.Passed, e.Reasons, at) },
        ({ }, SelfEvaluationConcluded e, var at) =>
            row.Pass(AcceptanceStatus.SelfEvaluationFailed, Roles.Park, at) with { SelfEvaluation = new(e.Passed, e.Reasons, at) },
        ({ }, AcceptanceGranted e, var at) => row.Pass(AcceptanceStatus.Granted, null, at) with { Decision = new(true, e.Reasons, at) },
        ({ }, AcceptanceRefused e, var at) => row.Pass(AcceptanceStatus.Refused, Roles.Park, at) with { Decision = new(false, e.Reasons, at) },
        ({ }, RestatementNoted e, var at) => row with { Noted = row.Notes.Add(new(e.Version, e.Role, e.Reasons, at)) },
        _ => row
    };

    private AcceptanceRow Pass(AcceptanceStatus status, string? awaits, DateTimeOffset at) => this with { Status = status, Awaits = awaits, Since = at };
}
