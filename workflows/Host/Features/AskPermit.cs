using System.ComponentModel.DataAnnotations;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A service asks whether a decision goes through a task: of one of these kinds, on this case, by this person, under this command.
/// Without one it refuses with <c>no-open-task</c>. Asked without a command, for a decision that ends the tasks of several cases, it
/// says whether such a task is open.
/// </summary>
public static class AskPermit
{
    public sealed record Permit(bool Granted);

    public static void MapAskPermit(this IEndpointRouteBuilder routes) => routes
        .MapGet("/permits", Handle)
        .RequireAuthorization("Service").WithName(nameof(AskPermit)).WithSummary("Whether a decision goes through a task");

    private static async Task<JsonAnswer<Permit>> Handle(
        [MinLength(1), MaxLength(20)] string[] kind, Guid @case, Guid person, Guid? command, TaskTable tasks, CancellationToken cancel) =>
        Answer.Of(new Permit(await tasks.IsPermittedAsync(kind, @case, person, command, cancel)));
}
