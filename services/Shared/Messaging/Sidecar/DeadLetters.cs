using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>An operator looks at what subscribers refused too often, mends the cause, and has it offered again.</summary>
internal static class DeadLetters
{
    private const int PageSize = 100;

    /// <param name="Next">What to send as <c>after</c> for the following page; null on the last.</param>
    public sealed record Page(IReadOnlyList<DeadLetter> Items, long? Next);

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dead-letters", ListAsync).RequireAuthorization("Operator")
            .WithName("ListDeadLetters").WithSummary("Events that a subscriber refused too often");
        routes.MapPost("/dead-letters/{id:long}/retry", RetryAsync).RequireAuthorization("Operator")
            .WithName("RetryDeadLetter").WithSummary("Offer a dead letter again")
            .Produces(StatusCodes.Status202Accepted);
    }

    private static async Task<JsonAnswer<Page>> ListAsync(Queue queue, CancellationToken cancel, long after = 0)
    {
        var items = await queue.DeadAsync(after, PageSize, cancel);
        return Answer.Of(new Page(items, items.Count == PageSize ? items[^1].Id : null));
    }

    private static async Task<IResult> RetryAsync(long id, Queue queue, CancellationToken cancel) =>
        await queue.ReviveAsync(id, cancel) ? Results.Accepted() : Results.NotFound();
}
