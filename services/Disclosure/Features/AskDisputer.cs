using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>A reviewer asks whoever came the protected way something; they see it when they come back with their key.</summary>
public static class AskDisputer
{
    public static readonly Refusal NoKey = new("dispute-without-key", "Nobody can come back to this dispute: it was raised without a key.");

    public sealed record Request([Required, StringLength(4000, MinimumLength = 2)] string Text);

    public static void MapAskDisputer(this IEndpointRouteBuilder routes) => routes
        .MapPost("/disputes/{id:guid}/questions", HandleAsync)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(AskDisputer))
        .WithSummary("Ask whoever raised a dispute the protected way")
        .Produces<Done>()
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> HandleAsync(Guid id, Request request, ViewReader views, DisputeTexts texts, DisputeTalk talk, CancellationToken cancel) =>
        (await views.FindAsync(DisputeRow.View, id, cancel), await texts.FindAsync(id, cancel)) switch
        {
            (null, _) => Results.NotFound(),
            (_, not { IsProtected: true }) => CommandAnswers.From(new Outcome.Refused(NoKey)),
            ({ Row.IsOpen: false }, _) => CommandAnswers.From(new Outcome.Refused(DisputeRules.IsClosed)),
            var (seen, _) when await talk.AddAsync(id, asked: true, request.Text, cancel) => Results.Json(new Done(id, seen.Version)),
            _ => CommandAnswers.From(new Outcome.Refused(FollowDispute.Full))
        };
}
