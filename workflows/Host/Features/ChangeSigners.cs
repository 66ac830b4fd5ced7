using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>加签/减签: one more, or one less, signs while it runs.</summary>
public static class ChangeSigners
{
    /// <param name="Body">The key of the multi-instance activity.</param>
    /// <param name="Value">The item, as the drawing's collection holds them.</param>
    public sealed record Added([Range(1, int.MaxValue)] int Body, FeelValue Value, [Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public sealed record Removed([Required, StringLength(1000, MinimumLength = 2)] string Reason);

    public static void MapChangeSigners(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/instances/{id:guid}/signers", AddAsync).RequireAuthorization("CaseKeeper").WithName("AddSigner").WithSummary("Let one more sign");
        routes.MapPost("/instances/{id:guid}/signers/{element:int}/removal", RemoveAsync).RequireAuthorization("CaseKeeper").WithName("RemoveSigner").WithSummary("Let one less sign");
    }

    private static Task<CommandAnswer<Done>> AddAsync(Guid id, Added added, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) => steering
        .ActAsync(id, seen, by, user, turn => turn.Step(new Command.AddItem(added.Body, added.Value, added.Reason), "add-signer", added.Reason), cancel).ToHttpAsync();

    private static Task<CommandAnswer<Done>> RemoveAsync(Guid id, int element, Removed removed, IfMatch seen, Steering steering, Envelope by, ClaimsPrincipal user, CancellationToken cancel) => steering
        .ActAsync(id, seen, by, user, turn => turn.Step(new Command.RemoveItem(element, removed.Reason), "remove-signer", removed.Reason), cancel).ToHttpAsync();
}
