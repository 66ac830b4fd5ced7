using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>Where a case stands: what is open, what is stuck.</summary>
public static class ReadInstance
{
    /// <param name="Active">Nodes that a token is at, with the key of each.</param>
    public sealed record Shown(
        Guid Id, string Process, string Release, string? BusinessKey, InstanceStatus Status, IReadOnlyList<Place> Active, IReadOnlyList<Incident> Incidents,
        long Version);

    public sealed record Place(int Key, string Process, string Node, Guid? Task);

    public static void MapReadInstance(this IEndpointRouteBuilder routes) => routes
        .MapGet("/instances/{id:guid}", Handle)
        .RequireAuthorization("Operator").WithName(nameof(ReadInstance)).WithSummary("Where a case stands").Produces<Shown>();

    private static async Task<IResult> Handle(Guid id, Instances instances, CancellationToken cancel)
    {
        if (await instances.ReadAsync(id, cancel) is not { State.Process: var process, Version: var version }) return Results.NotFound();
        Place[] places =
        [
            .. process.Elements.Values.Where(element => element.Kind == ElementKind.Node)
                .Select(element => new Place(element.Key, element.Process, element.Node, process.Tasks.ContainsKey(element.Key) ? OpenRows.TaskId(id, element.Key) : null))
        ];
        return Answer.One(new Shown(id, process.Process, process.Release, process.BusinessKey, process.Status, places, [.. process.Incidents.Values], version), version);
    }
}
