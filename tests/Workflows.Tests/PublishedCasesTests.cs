using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>
/// The 65 published cases, by name. Decided once: a cycle on an intermediate timer is refused at deployment; a default flow and a
/// flow without condition are both taken; a join that an exclusive choice starves is found to be stuck.
/// </summary>
public sealed class PublishedCasesTests
{
    private const string Refused = "Timer_IntermediateTimeCycleEvent";
    private const string Stuck = "ExclusiveDiverging_ParallelConverging";

    public static TheoryData<string> Named => PublishedModels.Folder is null ? [""] : [.. PublishedModels.Cases.Select(each => each.ToString())];

    [VectorTheory]
    [MemberData(nameof(Named))]
    public void Ends_as_published(string name)
    {
        var published = PublishedModels.Cases.Single(each => each.ToString() == name);
        if (published.Name == Refused)
        {
            Assert.Contains("cycle-not-here", BpmnReader.Read(PublishedModels.Translated(published.File)).Problems.Select(problem => problem.Code));
            return;
        }

        var run = PublishedRun.Of(published);
        var trace = run.Trace.Where(entry => entry.Length > 0).ToList();
        Assert.Equal(published.Expected.Order(StringComparer.Ordinal), trace.Order(StringComparer.Ordinal));
        Assert.True(Ordered(published.Order, trace), $"{published.Order}: {string.Join(" ", trace)}");
        var errors = trace.Exists(entry => entry.StartsWith("ERROR", StringComparison.Ordinal));
        if (published.Name == Stuck) Assert.Contains("deadlock@", run.Incidents, StringComparison.Ordinal);
        else if (!errors) Assert.True(run.Completed, run.Incidents);
    }

    [VectorTheory]
    [InlineData(65)]
    public void Are_all_there(int published) => Assert.Equal(published, PublishedModels.Cases.Count);

    /// <summary><c>a → b</c> is the whole order, <c>a ≺ b</c> and <c>a ≺ last(b)</c> a part of it.</summary>
    private static bool Ordered(string order, List<string> trace) => order.Split(';', StringSplitOptions.TrimEntries).All(claim =>
    {
        if (claim.Contains('→', StringComparison.Ordinal))
        {
            var whole = claim.Split('→', StringSplitOptions.TrimEntries).SelectMany(step => step.Split('×') is [var task, var times] ? Enumerable.Repeat(task, times[0] - '0') : [step]);
            return trace.SequenceEqual(whole);
        }

        if (claim.Split('≺', StringSplitOptions.TrimEntries) is not [var before, var after]) return true;
        return after.StartsWith("last(", StringComparison.Ordinal)
            ? trace.IndexOf(before) < trace.LastIndexOf(after["last(".Length..^1])
            : trace.IndexOf(before) < trace.IndexOf(after);
    });
}

/// <summary>A test of published cases: without their folder it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VectorTheoryAttribute : TheoryAttribute
{
    public VectorTheoryAttribute() => Skip = PublishedModels.Folder is null ? "REGISTRY_VECTORS does not name the folder of the published cases." : null;
}
