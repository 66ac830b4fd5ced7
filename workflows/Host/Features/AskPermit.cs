using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A service asks, with the token of who decides, whether a decision goes through a task: one of these kinds, on this case, that is being
/// recorded under this command or is open and this person's to decide. Without one it refuses with <c>no-open-task</c>.
/// </summary>
public static class AskPermit
{
    public static void MapAskPermit(this IEndpointRouteBuilder routes) => routes
        .MapGet("/permits", Handle)
        .RequireAuthorization("Insider").WithName(nameof(AskPermit)).WithSummary("Whether my decision goes through a task");

    private static async Task<JsonAnswer<Permit>> Handle(
        [MinLength(1), MaxLength(20)] string[] kind, Guid @case, Guid? command, TaskTable tasks, ClaimsPrincipal user, CancellationToken cancel) =>
        Answer.Of(new Permit(await tasks.IsPermittedAsync(kind, @case, user, command, cancel)));
}
