using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>The national commission accepts the park or refuses it, with its reasons.</summary>
public static class DecideAcceptance
{
    public static readonly Refusal NotEvaluated = new("not-evaluated", "The province has not passed the park in its self-evaluation; there is nothing before the nation.");

    public sealed record Request(bool Accepted, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(AcceptanceState state, Request request) => state switch
    {
        { Status: AcceptanceStatus.Granted } when request.Accepted => Decision.Nothing,
        { Status: AcceptanceStatus.Refused } when !request.Accepted => Decision.Nothing,
        { Status: not AcceptanceStatus.SelfEvaluated } => NotEvaluated,
        { Request: var asked } when !request.Accepted => new AcceptanceRefused(asked!.ParkId, request.Reasons),
        { Request: var asked } when CoreVeto.Against(asked!.Core) is { } veto => veto,
        { Request: var asked } => new AcceptanceGranted(asked!.ParkId, asked.Year, asked.Core, request.Reasons)
    };

    public static void MapDecideAcceptance(this IEndpointRouteBuilder routes) => routes
        .MapPost("/acceptances/{id:guid}/decision", Handle)
        .RequireAuthorization("NationalReviewer")
        .RequiresTask("acceptance-decision", "condition-review")
        .WithName(nameof(DecideAcceptance))
        .WithSummary("Accept the park or refuse it");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store) => store
        .ExecuteAsync(AcceptanceState.Stream, id, seen.Version, state => Decide(state, request))
        .ToHttpAsync();
}
