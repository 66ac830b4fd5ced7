using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Anybody disputes one figure of a disclosed year, with or without a name. The protected way keeps nothing but the words, and gives
/// a key to come back with.
/// </summary>
public static class RaiseDispute
{
    public static readonly Refusal NotDisclosed = new("year-not-disclosed", "This year is not disclosed; there is no figure to dispute.");

    /// <param name="Figure">Which figure, as the page names it; letters, digits and <c>. / _ -</c>.</param>
    /// <param name="Evidence">Where it can be checked, e.g. an address.</param>
    /// <param name="Contact">How to answer; never public, erased on request (<see cref="EraseWords"/>), and never kept on the protected way.</param>
    /// <param name="WordsPublic">Whether reason and evidence may be shown, once it is decided whether the dispute is taken up; number and figure are public in any case.</param>
    /// <param name="Protected">Come back with a key instead of a name.</param>
    public sealed record Request(
        [Range(2020, 2100)] int Year,
        [Required, RegularExpression("[A-Za-z0-9._/-]{1,120}")] string Figure,
        [Required, StringLength(4000, MinimumLength = 10)] string Reason,
        [MaxLength(2000)] string? Evidence = null,
        [MaxLength(200)] string? Contact = null,
        bool WordsPublic = false,
        bool Protected = false);

    /// <param name="Number">Under which the dispute is followed in public.</param>
    /// <param name="DueOn">Until when a reviewer says whether it is taken up.</param>
    /// <param name="Key">To come back with; shown this once, and a new one when the command is repeated. Null on the ordinary way.</param>
    public sealed record Received(string Number, DisputeStatus State, DateOnly? DueOn, string? Key);

    public static Decision Decide(DisputeState state, Guid park, Request request, string number, int? version, DateOnly? dueOn) => state switch
    {
        _ when version is null => NotDisclosed,
        { Status: not null } => Decision.Nothing,
        _ => new DisputeRaised(park, number, request.Year, request.Figure, version, dueOn)
    };

    public static void MapRaiseDispute(this IEndpointRouteBuilder routes) => routes
        .MapPost("/parks/{id:guid}/disputes", HandleAsync)
        .AllowAnonymous()
        .RequireRateLimiting(PublicLimits.Disputes)
        .WithName(nameof(RaiseDispute))
        .WithSummary("Dispute one figure of a disclosed year")
        .Produces<Received>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>The words are stored first: an event without its words would be worse than words without an event.</summary>
    private static async Task<IResult> HandleAsync(
        Guid id, Request request, DisputeFacts facts, DisputeTexts texts, Periods periods, Store store, TimeProvider clock, CancellationToken cancel)
    {
        var version = await facts.DisclosedVersionAsync(id, request.Year, cancel);
        var (dispute, key, dueOn) = (store.NewId("dispute"), request.Protected ? ReturnKey.New() : null, periods.Triage);
        var number = version is null ? "" : await texts.AddAsync(dispute, Beijing.Today(clock).Year, request, key, cancel);
        var outcome = await store.StartAsync(DisputeState.Stream, dispute, state => Decide(state, id, request, number, version, dueOn), cancel);
        return outcome is Outcome.Done
            ? Accepted(new(number, DisputeStatus.Received, dueOn, key?.ToString()))
            : CommandAnswers.From(outcome);
    }

    private static IResult Accepted(Received received)
    {
        var answer = Results.Accepted($"/disputes/{received.Number}", received);
        return received.Key is null ? answer : answer.Unstored();
    }
}
