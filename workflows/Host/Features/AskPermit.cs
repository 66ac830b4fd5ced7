using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A service asks, with the token of who decides, whether a decision goes through a task: one of these kinds, on this case, that is being
/// recorded under this command or is open, this person's to decide and free to end so. Without one it refuses with <c>no-open-task</c>,
/// or with <c>rounds-used-up</c> where a task is open and its drawing allows this outcome no more.
/// </summary>
public static class AskPermit
{
    public static void MapAskPermit(this IEndpointRouteBuilder routes) => routes
        .MapGet("/permits", Handle)
        .RequireAuthorization("Insider").WithName(nameof(AskPermit)).WithSummary("Whether my decision goes through a task");

    private static async Task<JsonAnswer<Permit>> Handle(
        [MinLength(1), MaxLength(20)] string[] kind, Guid @case, [MaxLength(100)] string? outcome, Guid? command, TaskTable tasks, Rounds rounds, ClaimsPrincipal user, CancellationToken cancel)
    {
        var own = await tasks.PermittingAsync(kind, @case, user, command, cancel);
        foreach (var task in own)
        {
            if (task.Recording || outcome is null || !await rounds.AreUsedUpAsync(task, outcome, cancel)) return Answer.Of(new Permit(Granted: true));
        }

        return Answer.Of(new Permit(Granted: false, UsedUp: own.Count > 0));
    }
}
