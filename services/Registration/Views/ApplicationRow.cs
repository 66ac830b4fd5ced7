using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Views;

/// <summary>An application in lists; what it says is in <see cref="ApplicationDossier"/>.</summary>
/// <param name="Round">How often it was submitted.</param>
/// <param name="Awaits">The role whose turn it is; null when nothing is to be done.</param>
/// <param name="Since">Since when it is that role's turn.</param>
public sealed record ApplicationRow(
    Guid ParkId, string Name, string Province, Guid? ManagementBodyId, bool Demo, ApplicationStatus Status, string? Batch, int Round,
    string? Awaits, DateTimeOffset Since)
{
    public static readonly View<ApplicationRow> View = new(
        "applications", ApplicationState.Stream.Name, Apply, revision: 2, "((row->>'awaits'), (row->>'province'))", "((row->>'managementBodyId'))");

    internal static ApplicationRow? Apply(ApplicationRow? row, Recorded recorded) => (row, recorded.Event) switch
    {
        (null, ApplicationStarted { Park: var park } e) => new(
            e.ParkId, park.Name, park.Province, park.ManagementBodyId, park.Demo, ApplicationStatus.Draft, Batch: null, Round: 0, Roles.Park, recorded.At),
        ({ }, FactsCorrected { Park: var park }) => row with { Name = park.Name, Province = park.Province, Demo = park.Demo },
        ({ }, ApplicationSubmitted e) => row.Pass(recorded, ApplicationStatus.Submitted, Roles.Province) with { Round = e.Round },
        ({ }, ApplicationReturned) => row.Pass(recorded, ApplicationStatus.Returned, Roles.Park),
        ({ }, ApplicationRecommended e) => row.Pass(recorded, ApplicationStatus.Recommended, Roles.National) with { Batch = e.Batch },
        ({ }, ApplicationRefused) => row.Pass(recorded, ApplicationStatus.Refused, awaits: null),
        ({ }, ApplicationListed) => row.Pass(recorded, ApplicationStatus.Listed, awaits: null),
        _ => row
    };

    private ApplicationRow Pass(Recorded recorded, ApplicationStatus status, string? awaits) =>
        this with { Status = status, Awaits = awaits, Since = recorded.At };
}
