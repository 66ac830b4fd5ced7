using System.ComponentModel.DataAnnotations;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;
using Migration = PilotRegistry.Workflows.Engine.Migration;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>
/// An operator takes running cases to the drawings that are valid now, by a plan that was tried on every one of them: all of them fit, or
/// none goes.
/// </summary>
public static class MigrateInstances
{
    public static readonly Refusal NotClean = new("migration-not-clean", "Some cases do not fit the drawings that are valid now; the dry run names them.");

    /// <param name="Process">Whose cases; null for all.</param>
    /// <param name="Moves">Nodes that are called otherwise in the new drawings.</param>
    /// <param name="DryRun">Only say what would happen.</param>
    public sealed record Plan([StringLength(200)] string? Process, [Required, StringLength(1000, MinimumLength = 2)] string Reason, IReadOnlyList<NodeMove>? Moves = null, bool DryRun = true);

    /// <param name="Fitting">Cases that go over, or went.</param>
    /// <param name="Faults">Those that do not, each with why.</param>
    public sealed record Report(bool DryRun, int Fitting, IReadOnlyList<Fault> Faults);

    public sealed record Fault(Guid Instance, string Code, string Message);

    public static Decision Decide(Turn turn, Release to, Plan plan)
    {
        if (turn.Release.Id == to.Id) return Decision.Nothing;
        var outcome = Migration.Take(turn.Release, to, turn.State.Process, [.. plan.Moves ?? []], plan.Reason);
        return outcome.Refusal is { } refusal
            ? new Refusal(refusal.Code, refusal.Message.En)
            : Decision.Of([new OperationOrdered("migrate", plan.Reason), new ProcessStepped(outcome.Events)]);
    }

    public static void MapMigrateInstances(this IEndpointRouteBuilder routes) => routes
        .MapPost("/migrations", Handle)
        .RequireAuthorization("Operator").WithName(nameof(MigrateInstances)).WithSummary("Take running cases to the drawings that are valid now").Produces<Report>();

    private static async Task<IResult> Handle(
        Plan plan, EventDatabase database, Instances instances, Releases releases, Calendars calendars, TimeProvider clock, Envelope by, CancellationToken cancel)
    {
        var (fitting, faults) = (new List<(Guid Id, Release To)>(), new List<Fault>());
        foreach (var id in await LiveAsync(database, plan.Process, cancel))
        {
            if (await instances.ReadAsync(id, cancel) is not { State: var state, Version: var version }) continue;
            var to = await releases.CurrentAsync(CaseFacts.Of(state.Process).Province, clock.GetUtcNow(), cancel);
            var decision = Decide(new(state, version, await releases.LoadAsync(state.Process.Release, cancel), clock.GetUtcNow(), calendars.Current), to, plan);
            if (decision.Refusal is { } refusal) faults.Add(new(id, refusal.Code, refusal.Message));
            if (decision.Events.Count > 0) fitting.Add((id, to));
        }

        if (plan.DryRun) return Answer.Of(new Report(true, fitting.Count, faults));
        if (faults.Count > 0) return CommandAnswers.From(new Outcome.Refused(NotClean));
        foreach (var (id, to) in fitting)
        {
            // What moved on since the dry run and fits no longer stays where it is, and is named.
            var turned = await instances.DecideAsync(id, by, turn => Decide(turn, to, plan), cancel: cancel);
            if (turned.Refusal is { } refusal) faults.Add(new(id, refusal.Code, refusal.Message));
        }

        return Answer.Of(new Report(false, fitting.Count - faults.Count, faults));
    }

    private static async Task<IReadOnlyList<Guid>> LiveAsync(EventDatabase database, string? process, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select id from instances where ended is null and ($1 is null or process = $1) order by id", Sql.Optional(process));
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) found.Add(reader.GetGuid(0));
        return found;
    }
}
