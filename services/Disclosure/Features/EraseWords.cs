namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// A reviewer erases what somebody wrote with a dispute, because they ask for it or because it names a person: reason, evidence, contact
/// and what was said since. Number, figure and course stay, and a key still opens them.
/// </summary>
public static class EraseWords
{
    public static void MapEraseWords(this IEndpointRouteBuilder routes) => routes
        .MapPost("/disputes/{id:guid}/erasure", HandleAsync)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(EraseWords))
        .WithSummary("Erase what somebody wrote with a dispute, for good")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> HandleAsync(Guid id, DisputeTexts texts, CancellationToken cancel) =>
        await texts.EraseAsync(id, cancel) ? Results.NoContent() : Results.NotFound();
}
