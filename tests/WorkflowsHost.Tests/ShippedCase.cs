using System.Reflection;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Workflows.Host;

/// <summary>A case on the shipped drawings, from what the services publish and what people decide over HTTP.</summary>
internal sealed class ShippedCase(WorkflowsService service)
{
    private readonly Dictionary<Guid, long> sequences = [];

    public Guid Park { get; } = Guid.CreateVersion7();

    /// <summary>The thing in the owning service.</summary>
    public Guid Thing { get; } = Guid.CreateVersion7();

    public ParkFacts Facts { get; } = new(
        "演示零碳园区", Persona.Jiangsu, "盐城市", ParkScope.Partial, 2026, 2029, 33.2m, 120.4m, "新能源装备与材料型", Persona.ParkBody, "东至海堤", null, 2025, [], Demo: true);

    /// <summary>A service published it; the id of the event.</summary>
    public async Task<Guid> HearAsync(string source, ParkEvent happened, Guid? stream = null)
    {
        return await PublishAsync(source, happened.GetType().GetCustomAttribute<StoredAsAttribute>()!.Alias, happened, stream ?? Thing);
    }

    /// <summary>The same with no more of the event than the processes read.</summary>
    public async Task<Guid> PublishAsync(string source, string alias, object happened, Guid stream)
    {
        var id = Guid.CreateVersion7();
        sequences[stream] = sequences.GetValueOrDefault(stream) + 1;
        await service.HearAsync(new(
            id, source, alias, TimeProvider.System.GetUtcNow(), Park, stream, source[1..], sequences[stream], "park", JsonSerializer.SerializeToElement(happened, RegistryJson.Events)));
        return id;
    }

    public Task<Guid> SubmittedAsync(int round = 1) => HearAsync("/registration", new ApplicationSubmitted(Park, Facts, round));

    /// <summary>Decides an open task of a node with the park's case; the answer's verdict.</summary>
    public async Task<string> DecideAsync(Persona by, string node, string outcome = "done", object? data = null)
    {
        var (task, version) = await OpenAsync(node);
        using var answer = await service.As(by).CommandAsync($"/tasks/{task}/completion", new { outcome, reasons = "（演示）同意。", data }, version);
        return await answer.VerdictAsync();
    }

    public async Task DoAsync(Persona by, params string[] steps)
    {
        foreach (var step in steps.Select(step => step.Split(':')))
        {
            Assert.Equal((step[0], "200"), (step[0], await DecideAsync(by, step[0], step.Length > 1 ? step[1] : "done")));
        }
    }

    /// <summary>Waits until a task of the node is open.</summary>
    public async Task<(Guid Task, int Version)> OpenAsync(string node)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (await service.AsOwnerAsync("select id || ' ' || version from tasks where park = $1 and node = $2 order by element limit 1", Park, node) is string found)
            {
                return (Guid.Parse(found.Split(' ')[0]), int.Parse(found.Split(' ')[1], null));
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{node} did not open.");
    }

    /// <summary>The instance of a process.</summary>
    public async Task<Guid> InstanceAsync(string process)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (await service.AsOwnerAsync("select id from instances where park = $1 and process = $2", Park, process) is Guid id) return id;
            await Task.Delay(50);
        }

        throw new TimeoutException($"{process} did not start.");
    }

    /// <summary>An official moves the token past a wait.</summary>
    public async Task MoveAsync(string process, string from, string to)
    {
        var id = await InstanceAsync(process);
        var state = await service.UntilAsync(id, s => s.Process.Elements.Values.Any(element => element.Node == from));
        var element = state.Process.Elements.Values.Single(each => each.Node == from).Key;
        Assert.Null((await service.Instances.TakeAsync(id, new Command.MoveToken(element, null, to, "演示"), WorkflowsService.Operator)).Refusal);
    }
}
