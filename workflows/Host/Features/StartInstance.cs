using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>An operator starts a process by hand; the ordinary way is a message.</summary>
public static class StartInstance
{
    /// <param name="BusinessKey">What the case is known by: a park, or a park and a year.</param>
    /// <param name="Province">Whose drawings stand before the nation's.</param>
    public sealed record Request(
        [Required, StringLength(200)] string Process, [StringLength(200)] string? BusinessKey, [RegularExpression("^[0-9]{6}$")] string? Province, Variables? Variables);

    public static void MapStartInstance(this IEndpointRouteBuilder routes) => routes
        .MapPost("/instances", Handle)
        .RequireAuthorization("Operator").WithName(nameof(StartInstance)).WithSummary("Start a process");

    private static async Task<CommandAnswer<Done>> Handle(Request request, Instances instances, StartFacts facts, Store store, Envelope by, CancellationToken cancel)
    {
        var id = store.NewId("instance");
        var said = await facts.OfAsync(request.Process, request.BusinessKey, request.Variables ?? Variables.None, cancel);
        var start = new Command.Start(id, request.Process, said, request.BusinessKey);
        var turned = await instances.StartAsync(start, request.Province, by, cancel: cancel);
        return new(turned.Outcome, done => new(done.Id, done.Version), $"/instances/{id}");
    }
}
