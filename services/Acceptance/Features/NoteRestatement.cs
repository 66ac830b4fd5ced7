using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Acceptance.Restatements;
using PilotRegistry.Acceptance.Views;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>
/// A reviewer takes note that the year was submitted again after the decision, and says what follows from it. The decision
/// itself stays as it is: another one needs its own act.
/// </summary>
public static class NoteRestatement
{
    public static readonly Refusal Unknown = new("no-such-restatement", "No newer version of this year has been submitted under that number.");

    public sealed record Request([Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    /// <param name="restated">The versions after the one decided on.</param>
    public static Decision Decide(AcceptanceState state, int version, Request request, IReadOnlyList<Restatement> restated, string role, string? province) => state switch
    {
        _ when role == Roles.Province && state.Request?.Province != province => ConcludeSelfEvaluation.NotYourProvince,
        _ when restated.FirstOrDefault(r => r.Version == version) is null => Unknown,
        _ when state.Noted.Contains((version, role)) => Decision.Nothing,
        _ => new RestatementNoted(state.Request!.ParkId, state.Request.Year, version, role, request.Reasons)
    };

    public static void MapNoteRestatement(this IEndpointRouteBuilder routes) => routes
        .MapPost("/acceptances/{id:guid}/restatements/{number:int}/note", Handle)
        .RequireAuthorization("Reviewer")
        .WithName(nameof(NoteRestatement))
        .WithSummary("Take note that the year was submitted again");

    private static async Task<CommandAnswer<Done>> Handle(
        Guid id, int number, Request request, IfMatch seen, Store store, ViewReader views, KnownVersions versions, ClaimsPrincipal user, CancellationToken cancel)
    {
        var restated = await views.FindAsync(AcceptanceRow.View, id, cancel) is { Row: var row }
            ? Restatement.Of(row, await versions.OfParksAsync([row.ParkId], cancel))
            : [];
        return await store
            .ExecuteAsync(AcceptanceState.Stream, id, seen.Version, state => Decide(state, number, request, restated, user.Role(), user.Province()), cancel)
            .ToHttpAsync();
    }
}
