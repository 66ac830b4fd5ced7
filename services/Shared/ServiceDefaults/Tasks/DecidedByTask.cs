using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>On a route: the kinds of task that may end with its decision (docs/processes.md).</summary>
public sealed record TaskRequired(IReadOnlyList<string> Kinds);

/// <summary>On a route: the one outcome of these tasks that its decision is.</summary>
public sealed record TaskEnds(string Outcome);

/// <summary>
/// No decision beside the process: a command is executed only while its giver has an open task of the right kind on the case. The host
/// of the processes is asked with the person's own token, so that it answers about this person and nobody else.
/// </summary>
public static class DecidedByTask
{
    public static readonly Refusal NoOpenTask = new("no-open-task", "There is no open task for this decision on this case that is yours to decide.");
    public static readonly Refusal RoundsUsedUp = new("rounds-used-up", "The process allows this only so often, and it was taken as often; decide otherwise.");

    /// <summary>The case is the thing that the address names.</summary>
    public static RouteHandlerBuilder RequiresTask(this RouteHandlerBuilder route, params string[] kinds) =>
        route.Guarded(kinds, call => [Guid.Parse((string)call.HttpContext.Request.RouteValues["id"]!)]);

    /// <summary>One decision on several cases: a task on each.</summary>
    public static RouteHandlerBuilder RequiresTask<TRequest>(this RouteHandlerBuilder route, Func<TRequest, IEnumerable<Guid>> cases, params string[] kinds) =>
        route.Guarded(kinds, call => cases(call.Arguments.OfType<TRequest>().Single()));

    /// <summary>How the decision ends its task, so that the host can say when the drawing allows that no more (<c>mostRounds</c>).</summary>
    public static RouteHandlerBuilder EndingTaskWith(this RouteHandlerBuilder route, string outcome) => route.WithMetadata(new TaskEnds(outcome));

    private static RouteHandlerBuilder Guarded(this RouteHandlerBuilder route, string[] kinds, Func<EndpointFilterInvocationContext, IEnumerable<Guid>> cases) => route
        .WithMetadata(new TaskRequired(kinds))
        .AddEndpointFilter(async (call, next) =>
        {
            var (http, host) = (call.HttpContext, call.HttpContext.RequestServices.GetRequiredService<IWorkflows>());
            var outcome = http.GetEndpoint()?.Metadata.GetMetadata<TaskEnds>()?.Outcome;
            foreach (var each in cases(call))
            {
                var permit = await host.AskPermitAsync(kinds, each, outcome, IdempotencyKey.Of(http)?.Id, http.RequestAborted).FoundAsync();
                if (permit is not { Granted: true }) return CommandAnswers.From(new Outcome.Refused(permit is { UsedUp: true } ? RoundsUsedUp : NoOpenTask));
            }

            return await next(call);
        });
}
