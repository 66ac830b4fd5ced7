using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>An outcome that the drawing allowed only so often.</summary>
/// <param name="Most">How often it was allowed, and was taken.</param>
public sealed record UsedUp(string Outcome, int Most);

/// <summary>
/// What a limited way of a drawing (<c>mostRounds</c>, e.g. two returns for correction) no longer lets a task decide. Without this a
/// decision would be recorded by its service and the process would go another way.
/// </summary>
public sealed class Rounds(Instances instances, Releases releases, Calendars calendars, TimeProvider clock)
{
    /// <summary>Of an open task as it stands now; none where its case has ended.</summary>
    public async Task<IReadOnlyList<UsedUp>> OfAsync(TaskRow task, CancellationToken cancel) => await instances.ReadAsync(task.Instance, cancel) is { State.Process: var process }
        ? Of(await releases.LoadAsync(process.Release, cancel), process, task.Element, clock.GetUtcNow(), calendars.Current)
        : [];

    public async Task<bool> AreUsedUpAsync(TaskRow task, string outcome, CancellationToken cancel) => (await OfAsync(task, cancel)).Any(each => each.Outcome == outcome);

    public static IReadOnlyList<UsedUp> Of(Release release, ProcessState process, int element, DateTimeOffset now, WorkingCalendar calendar)
    {
        var spent = process.Elements.Values
            .SelectMany(scope => scope.Rounds.Select(taken => (Scope: scope.Key, Flow: release[scope.Process].Flow(taken.Key), Taken: taken.Value)))
            .Where(each => each.Flow.MostRounds <= each.Taken)
            .ToDictionary(each => (each.Scope, each.Flow.Id), each => each.Taken);
        if (spent.Count == 0 || !process.Tasks.TryGetValue(element, out var task)) return [];

        // The process as if nothing had been used up: which outcome would go the way that is closed?
        var fresh = process with { Elements = process.Elements.SetItems(process.Elements.Select(each => KeyValuePair.Create(each.Key, each.Value with { Rounds = Counts.None }))) };
        return
        [
            .. from outcome in Kinds.Find(task.Form ?? task.Node).Outcomes.Keys
               let step = Step.Take(release, fresh, new Command.CompleteTask(element, Completions.Results(outcome, Variables.None)), now, calendar)
               from round in step.Events.OfType<RoundTaken>().Take(1)
               where spent.ContainsKey((round.Scope, round.Flow))
               select new UsedUp(outcome, spent[(round.Scope, round.Flow)])
        ];
    }

    public static bool AreUsedUp(HeldTask task, string outcome) =>
        Of(task.Turn.Release, task.Turn.State.Process, task.Row.Element, task.Turn.Now, task.Turn.Calendar).Any(each => each.Outcome == outcome);
}
