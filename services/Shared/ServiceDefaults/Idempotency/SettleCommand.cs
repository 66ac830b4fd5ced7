using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// A workflow that never heard what became of a command asks for it, under its own identity. The answer is final: what was not
/// recorded by then never is.
/// </summary>
public static class SettleCommand
{
    /// <param name="Done">Whether it was recorded.</param>
    /// <param name="Version">The version that it brought its stream to; null when it was not.</param>
    public sealed record Settled(bool Done, long? Version);

    public static void MapSettleCommand(this IEndpointRouteBuilder routes) => routes
        .MapPost("/commands/{id:guid}/settlement", SettleAsync)
        .RequireAuthorization("Service").WithName(nameof(SettleCommand)).WithSummary("Say for good whether a command was recorded").ChangesNothing();

    private static async Task<JsonAnswer<Settled>> SettleAsync(Guid id, EventDatabase database, TimeProvider clock, CancellationToken cancel)
    {
        var version = await Settlement.SettleAsync(database, id, clock.GetUtcNow(), cancel);
        return Answer.Of(new Settled(version is not null, version));
    }
}
