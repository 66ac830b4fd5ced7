using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>An operator puts right what a process cannot by itself: tries it again, counts it as done, or moves its token.</summary>
public static class RepairIncident
{
    /// <param name="Variables">Put right first.</param>
    public sealed record Retry([Required, StringLength(1000, MinimumLength = 2)] string Reason, Variables? Variables = null, [Range(1, 10)] int Retries = 1);

    /// <param name="Results">What the element would have given.</param>
    public sealed record Skip([Required, StringLength(1000, MinimumLength = 2)] string Reason, Variables? Results = null);

    /// <param name="Flow">Of a token that is stranded at a join; null otherwise.</param>
    public sealed record Move([Range(1, int.MaxValue)] int Element, [Required, StringLength(200)] string To, [Required, StringLength(1000, MinimumLength = 2)] string Reason, string? Flow = null);

    public static void MapRepairIncident(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/instances/{id:guid}/incidents/{number:int}/retry", RetryAsync).RequireAuthorization("Operator").WithName("RetryIncident").WithSummary("Try again what is stuck");
        routes.MapPost("/instances/{id:guid}/incidents/{number:int}/skip", SkipAsync).RequireAuthorization("Operator").WithName("SkipIncident").WithSummary("Count what is stuck as done");
        routes.MapPost("/instances/{id:guid}/moves", MoveAsync).RequireAuthorization("Operator").WithName("MoveToken").WithSummary("Move a token to another node");
    }

    private static Task<CommandAnswer<Done>> RetryAsync(Guid id, int number, Retry retry, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) => steering
        .ActAsync(id, seen, by, user, turn => turn.Step(new Command.RetryIncident(number, retry.Variables ?? Variables.None, retry.Retries), "retry-incident", retry.Reason), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> SkipAsync(Guid id, int number, Skip skip, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) => steering
        .ActAsync(id, seen, by, user, turn => turn.Step(new Command.SkipIncident(number, skip.Results ?? Variables.None), "skip-incident", skip.Reason), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> MoveAsync(Guid id, Move move, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) => steering
        .ActAsync(id, seen, by, user, turn => turn.Step(new Command.MoveToken(move.Element, move.Flow, move.To, move.Reason), "move-token", move.Reason), cancel).ToHttpAsync();
}
