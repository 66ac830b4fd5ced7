using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Whoever came the protected way comes back with the key: sees what reviewers ask, and adds words, without an account. The key
/// travels in the body, never in an address, so that no log and no history keeps it.
/// </summary>
public static class FollowDispute
{
    public static readonly Refusal Full = new("dispute-words-full", "As much as can be said here was said; raise another dispute for more.");

    /// <param name="Key">As it was shown when the dispute was raised.</param>
    public sealed record Request([Required, MaxLength(60)] string Key);

    public sealed record Words([Required, MaxLength(60)] string Key, [Required, StringLength(4000, MinimumLength = 2)] string Text);

    /// <param name="Talk">What reviewers asked and what was added, oldest first.</param>
    public sealed record Followed(string Number, Guid ParkId, int Year, string Figure, DisputeStatus State, DateOnly? DueOn, IReadOnlyList<Spoken> Talk);

    public static void MapFollowDispute(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/disputes/followed", FollowAsync).AllowAnonymous().RequireRateLimiting(PublicLimits.Follows).ChangesNothing()
            .WithName(nameof(FollowDispute)).WithSummary("Come back to a dispute with its key")
            .Produces<Followed>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapPost("/disputes/followed/words", AddAsync).AllowAnonymous().RequireRateLimiting(PublicLimits.Follows)
            .WithName("AddWords").WithSummary("Add words to a dispute with its key")
            .Produces<Followed>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> FollowAsync(Request request, DisputeTexts texts, DisputeTalk talk, ViewReader views, CancellationToken cancel) =>
        await FindAsync(request.Key, texts, views, cancel) is { } found ? await ShowAsync(found, talk, cancel) : new NoSuchKey();

    private static async Task<IResult> AddAsync(Words request, DisputeTexts texts, DisputeTalk talk, ViewReader views, CancellationToken cancel) =>
        await FindAsync(request.Key, texts, views, cancel) switch
        {
            null => new NoSuchKey(),
            { Row.IsOpen: false } => CommandAnswers.From(new Outcome.Refused(DisputeRules.IsClosed)),
            var found when await talk.AddAsync(found.Id, asked: false, request.Text, cancel) => await ShowAsync(found, talk, cancel),
            _ => CommandAnswers.From(new Outcome.Refused(Full))
        };

    private static async Task<Seen<DisputeRow>?> FindAsync(string typed, DisputeTexts texts, ViewReader views, CancellationToken cancel) =>
        ReturnKey.Read(typed) is { } key && await texts.OpenedByAsync(key, cancel) is { } dispute ? await views.FindAsync(DisputeRow.View, dispute, cancel) : null;

    private static async Task<IResult> ShowAsync(Seen<DisputeRow> found, DisputeTalk talk, CancellationToken cancel)
    {
        var row = found.Row;
        return Results.Json(new Followed(row.Number, row.ParkId, row.Year, row.Figure, row.State, row.DueOn, await talk.ReadAsync(found.Id, cancel))).Unstored();
    }

    private sealed class NoSuchKey : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, 404, "dispute-key-unknown", "No dispute has this key. Check each letter; the register cannot give it again.");
    }
}
