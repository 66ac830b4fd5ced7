using System.Diagnostics;
using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>
/// 300 drawings from fixed seeds, through this engine and through bpmn-engine of npm. How often each task is done is known by construction, so that
/// where the two differ it is clear who is right.
/// </summary>
public sealed class DifferentialTests
{
    private const int Models = 300;

    /// <summary>Where bpmn-engine 25.0.1 does other tasks than the drawing says.</summary>
    private static readonly int[] TheirsApart = [21, 207, 246];

    private static readonly List<RandomModel> Drawn = [.. Enumerable.Range(1, Models).Select(seed => new RandomModel(seed))];

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory[..AppContext.BaseDirectory.LastIndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)], "Differential");

    private sealed record Outcome(string Id, string[] Trace, string? Error);

    [Fact]
    public void This_engine_does_every_task_as_often_as_the_drawing_says() => Assert.All(Drawn, model => Assert.Equal(Expected(model), Sorted(Ours(model))));

    [Fact]
    public async Task The_other_engine_does_the_same_tasks_with_known_exceptions()
    {
        var theirs = await TheirsAsync(Drawn);
        Assert.All(theirs, outcome => Assert.Null(outcome.Error));
        Assert.Empty(Drawn.Zip(theirs).Where(pair => Expected(pair.First) != Sorted(pair.Second.Trace)).Select(pair => pair.First.Seed).Except(TheirsApart));
        Assert.True(theirs.Sum(outcome => outcome.Trace.Length) > Models * 5);
    }

    private static string Expected(RandomModel model) => Sorted(model.Expected.SelectMany(task => Enumerable.Repeat(task.Key, task.Value)));

    private static string Sorted(IEnumerable<string> trace) => string.Join(" ", trace.Order(StringComparer.Ordinal));

    private static List<string> Ours(RandomModel model)
    {
        var release = Release.Of(Case.Models(model.Ours));
        var (state, trace, counts) = (ProcessState.Initial, new List<string>(), new Dictionary<string, int>());
        void Do(Command command) => state = Step.Take(release, state, command, Case.Monday, Case.Calendar) is { Refusal: null } outcome ? outcome.State : throw new InvalidOperationException();
        Do(new Command.Start(Guid.Empty, "p", Case.Values([.. model.Conditions.Select(condition => (condition.Key, (object?)condition.Value))])));
        while (state.Jobs.Values.FirstOrDefault() is { } job)
        {
            trace.Add(job.Node);
            counts[job.Node] = counts.GetValueOrDefault(job.Node) + 1;
            Do(new Command.CompleteJob(job.Element, model.Times.TryGetValue(job.Node, out var times) ? Case.Values(($"more_{job.Node}", counts[job.Node] % times != 0)) : Variables.None));
        }

        return state.Status == InstanceStatus.Completed ? trace : [.. trace, "never ended"];
    }

    private static async Task<Outcome[]> TheirsAsync(List<RandomModel> models)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "");
        var input = JsonSerializer.Serialize(models.Select(model => new { id = $"{model.Seed}", xml = model.Theirs, variables = model.Conditions, times = model.Times }));
        return JsonSerializer.Deserialize<Outcome[]>(await RunAsync("node", ["run.mjs"], input), JsonSerializerOptions.Web)!;
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }
}
