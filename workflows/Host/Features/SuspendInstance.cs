using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>挂起/恢复: a case rests and its clocks stand (法定时限中止), goes on, or is ended with a reason.</summary>
public static class SuspendInstance
{
    public sealed record Because([Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static Decision Suspend(Turn turn, Because because) =>
        turn.State.Process.Status == InstanceStatus.Suspended ? Decision.Nothing : turn.Step(new Command.Suspend(because.Reason), "suspend", because.Reason);

    public static Decision Resume(Turn turn, Because because) => turn.State.Process.Status == InstanceStatus.Running ? Decision.Nothing : turn.Step(new Command.Resume(), "resume", because.Reason);

    public static Decision Cancel(Turn turn, Because because) =>
        turn.State.Process.Status == InstanceStatus.Cancelled ? Decision.Nothing : turn.Step(new Command.Cancel(because.Reason), "cancel", because.Reason);

    public static void MapSuspendInstance(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/instances/{id:guid}/suspension", SuspendAsync).RequireAuthorization("CaseKeeper").WithName(nameof(SuspendInstance)).WithSummary("Stop a case and its clocks");
        routes.MapPost("/instances/{id:guid}/resumption", ResumeAsync).RequireAuthorization("CaseKeeper").WithName("ResumeInstance").WithSummary("Let a case go on");
        routes.MapPost("/instances/{id:guid}/cancellation", CancelAsync).RequireAuthorization("Operator").WithName("CancelInstance").WithSummary("End a case with everything in it");
    }

    private static Task<CommandAnswer<Done>> SuspendAsync(Guid id, Because because, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        steering.ActAsync(id, seen, by, user, turn => Suspend(turn, because), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> ResumeAsync(Guid id, Because because, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        steering.ActAsync(id, seen, by, user, turn => Resume(turn, because), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> CancelAsync(Guid id, Because because, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        steering.ActAsync(id, seen, by, user, turn => Cancel(turn, because), cancel).ToHttpAsync();
}
