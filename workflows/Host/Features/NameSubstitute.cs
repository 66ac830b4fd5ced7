using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// 代理: who will be away names who does its tasks, from one day to another; an operator does it for who cannot. The substitute decides
/// by its own role and its own name.
/// </summary>
public static class NameSubstitute
{
    /// <summary>Longer absences are another person's office.</summary>
    private const int MostDays = 366;

    public static readonly Refusal Yourself = new("substitute-is-the-same", "Another person stands in.");
    public static readonly Refusal NotYourAbsence = new("not-your-absence", "You name a substitute for yourself; for others an operator does.");
    public static readonly Refusal WrongDays = new("substitute-days", "The last day is the first or later, not over yet, and at most 366 days after it.");

    /// <param name="Person">Who stands in.</param>
    /// <param name="Absent">For whom; null for the caller.</param>
    public sealed record Request(Guid Person, DateOnly From, DateOnly Until, [Required, StringLength(1000, MinimumLength = 2)] string Reason, Guid? Absent = null);

    public sealed record Recall([Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Mine(IReadOnlyList<SubstituteRow> Items);

    /// <param name="today">In Beijing.</param>
    public static Decision Decide(Request request, ClaimsPrincipal user, DateOnly today) => request switch
    {
        { Absent: { } absent } when absent != user.Id() && user.Role() != Roles.Operator => NotYourAbsence,
        _ when request.Person == (request.Absent ?? user.Id()) => Yourself,
        _ when request.Until < request.From || request.Until < today || request.Until.DayNumber - request.From.DayNumber > MostDays => WrongDays,
        _ => new SubstituteNamed(request.Absent ?? user.Id(), request.Person, request.From, request.Until, request.Reason)
    };

    public static Decision DecideRecall(SubstituteState state, Recall request, ClaimsPrincipal user) => state switch
    {
        { Recalled: true } => Decision.Nothing,
        { Named: { } named } when named.Absent != user.Id() && user.Role() != Roles.Operator => NotYourAbsence,
        _ => new SubstituteRecalled(request.Reason)
    };

    public static void MapNameSubstitute(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/substitutes", Handle).RequireAuthorization("Insider").WithName(nameof(NameSubstitute)).WithSummary("Let another person do my tasks on some days");
        routes.MapPost("/substitutes/{id:guid}/recall", RecallAsync).RequireAuthorization("Insider").WithName("RecallSubstitute").WithSummary("Do my tasks myself again");
        routes.MapGet("/substitutes", ListAsync).RequireAuthorization("Insider").WithName("ListSubstitutes").WithSummary("Who stands in for me, and for whom I do");
    }

    private static async Task<CommandAnswer<Done>> Handle(Request request, Substitutes substitutes, Store store, Envelope by, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var id = store.NewId("substitute");
        var outcome = await substitutes.ActAsync(id, seen: null, by, state => state.Named is null ? Decide(request, user, Contracts.Beijing.Today(clock)) : Decision.Nothing, cancel);
        return new(outcome, done => new(done.Id, done.Version), $"/substitutes/{id}");
    }

    private static Task<CommandAnswer<Done>> RecallAsync(Guid id, Recall request, IfMatch seen, Substitutes substitutes, Envelope by, ClaimsPrincipal user, CancellationToken cancel) =>
        substitutes.ActAsync(id, seen, by, state => DecideRecall(state, request, user), cancel).ToHttpAsync();

    private static async Task<JsonAnswer<Mine>> ListAsync(Substitutes substitutes, ClaimsPrincipal user, CancellationToken cancel) =>
        Answer.Of(new Mine(await substitutes.OfAsync(user.Id(), cancel)));
}
