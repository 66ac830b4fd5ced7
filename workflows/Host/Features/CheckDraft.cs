using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// A draft of a slot's drawing is tried against everything that publishing asks: subset, advice, contract, soundness with the way that
/// fails, longest time; and compared with another version. Nothing is stored.
/// </summary>
public static class CheckDraft
{
    public static readonly Refusal NotASlot = new("not-a-slot", "No slot of the national processes has this name.");

    /// <param name="Slot">The id of the process that the nation calls, e.g. <c>provincial-review</c>.</param>
    /// <param name="Before">SHA-256 of the published version to compare with; null for none.</param>
    public sealed record Request([Required, StringLength(100)] string Slot, [Required] string Xml, [RegularExpression("^[0-9a-f]{64}$")] string? Before = null);

    /// <param name="States">How many states of the process were looked at.</param>
    /// <param name="WorkingDays">How long it takes at worst; null when that was not reached.</param>
    /// <param name="MostWorkingDays">How long the slot allows.</param>
    /// <param name="Differences">From <c>Before</c>; null when there is none, or the draft cannot be read.</param>
    public sealed record Checked(
        bool Accepted, IReadOnlyList<SlotProblem> Problems, int States, int? WorkingDays, int MostWorkingDays, IReadOnlyList<string> Outcomes, IReadOnlyList<ModelDifference>? Differences);

    public static void MapCheckDraft(this IEndpointRouteBuilder routes) => routes
        .MapPost("/drafts/check", Handle).RequireAuthorization("Designer").WithName(nameof(CheckDraft)).WithSummary("Check a slot's drawing without publishing it").Produces<Checked>();

    private static async Task<IResult> Handle(Request request, Shipped shipped, Releases releases, CancellationToken cancel)
    {
        if (!shipped.Contracts.TryGetValue(request.Slot, out var contract)) return CommandAnswers.From(new Outcome.Refused(NotASlot));
        var outcome = SlotCheck.Run(request.Xml, contract);
        return Results.Json(
            new Checked(outcome.Accepted, outcome.Problems, outcome.States, outcome.WorkingDays, contract.MostWorkingDays, contract.Outcomes, await DifferencesAsync(outcome.File, request, releases, cancel)),
            Contracts.RegistryJson.Http);
    }

    private static async Task<IReadOnlyList<ModelDifference>?> DifferencesAsync(BpmnFile? draft, Request request, Releases releases, CancellationToken cancel)
    {
        if (request.Before is null || draft?.Processes is not [var after] || await releases.TextAsync(request.Before, cancel) is not { } text) return null;
        return BpmnReader.Read(text).File?.Processes.FirstOrDefault(each => each.Id == after.Id) is { } before ? ModelDifference.Between(before, after) : null;
    }
}
