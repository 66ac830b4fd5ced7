using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>
/// The operator erases what opens a field of a leaf, such as the person after whom the law says to forget. The erasure is recorded first
/// and done then, so that nothing disappears unseen; sent again, it is done again.
/// </summary>
public static class EraseField
{
    public sealed record Request(LeafField Field, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    /// <param name="isHeld">Whether there is anything to erase.</param>
    public static Decision Decide(LeafFields state, Guid id, Request request, bool isHeld) => state switch
    {
        _ when state.Erased.Contains(request.Field) => Decision.Nothing,
        _ when !isHeld => DiscloseField.NotHeld,
        _ => new FieldErased(id, request.Field, request.Reasons)
    };

    public static void MapEraseField(this IEndpointRouteBuilder routes) => routes
        .MapPost("/leaves/{eventId:guid}/erasure", HandleAsync)
        .RequireAuthorization("Operator")
        .WithName(nameof(EraseField))
        .WithSummary("Erase what opens a field of a leaf");

    private static async Task<CommandAnswer<Done>> HandleAsync(
        Guid eventId, Request request, Disclosures disclosures, Store store, CancellationToken cancel)
    {
        var field = LeafFields.NameOf(request.Field);
        if (await disclosures.FindAsync(eventId, field, cancel) is not var (disclosure, _))
        {
            return CommandAnswers.From(new Outcome.NotFound());
        }

        var outcome = await store.StartAsync(LeafFields.Stream, eventId, state => Decide(state, eventId, request, disclosure is not null), cancel);
        await (outcome is Outcome.Done ? disclosures.EraseAsync(eventId, field, cancel) : Task.CompletedTask);
        return CommandAnswers.From(outcome);
    }
}
