using System.ComponentModel.DataAnnotations;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A service asks whether a decision goes through a task: of this kind, on this case, by this person, under this command. Without one
/// it refuses with <c>no-open-task</c>.
/// </summary>
public static class AskPermit
{
    public sealed record Permit(bool Granted);

    public static void MapAskPermit(this IEndpointRouteBuilder routes) => routes
        .MapGet("/permits", Handle)
        .RequireAuthorization("Service").WithName(nameof(AskPermit)).WithSummary("Whether a decision goes through a task");

    private static async Task<JsonAnswer<Permit>> Handle(
        [Required, StringLength(100)] string kind, Guid @case, Guid person, Guid command, TaskTable tasks, CancellationToken cancel) =>
        Answer.Of(new Permit(await tasks.IsPermittedAsync(kind, @case, person, command, cancel)));
}
