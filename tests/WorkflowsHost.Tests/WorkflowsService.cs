using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Workflows.Host;

/// <summary>One running host for all tests; each test draws its own process and starts its own instances.</summary>
public sealed class WorkflowsService() : ServiceUnderTest<InstanceState>("workflows")
{
    private const string Secret = "of-the-host-in-tests-and-nowhere-else";

    public static readonly Envelope Operator = new(null, "operator", "test");

    public Instances Instances => Of<Instances>();

    /// <summary>Where this host's mails lie.</summary>
    public string Mails { get; } = Directory.CreateTempSubdirectory("registry-mail").FullName;

    public OwningServices Others { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Others = await OwningServices.StartAsync();
        Set("Workflows:ClientSecret", Secret);
        Set("Services:Registration", Others.Address);
        Set("Services:Acceptance", Others.Address);
        Set("Services:Identity", Others.Address);
        Set("Mail:Folder", Mails);
        Set("Mail:From", "desk@registry.example");
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Others.DisposeAsync();
    }

    /// <summary>Waits until the host's background work has brought an instance so far; fails after ten seconds.</summary>
    public async Task<InstanceState> UntilAsync(Guid id, Func<InstanceState, bool> holds)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (await Instances.ReadAsync(id) is { State: var state } && holds(state)) return state;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Instance {id} did not come so far.");
    }

    public T Of<T>()
        where T : notnull => (T)Services.GetService(typeof(T))!;

    /// <summary>Publishes a drawing whose process has an id of its own.</summary>
    internal async Task<string> DrawnAsync(Func<Drawing, Drawing> draw, string? id = null, string? province = null)
    {
        id ??= $"p{Guid.NewGuid():N}";
        var read = BpmnReader.Read(draw(Drawing.Of(id)).ToString());
        Assert.True(read.Succeeded, string.Join("\n", read.Problems));
        Assert.Null(await Of<Publishing>().PublishAsync(read.File, province, TimeProvider.System.GetUtcNow(), Operator, default));
        return id;
    }

    /// <summary>Draws and starts a process.</summary>
    internal async Task<Guid> StartedAsync(Func<Drawing, Drawing> draw, params (string Name, FeelValue Value)[] variables)
    {
        var id = Guid.CreateVersion7();
        var process = await DrawnAsync(draw);
        Assert.Null((await Instances.StartAsync(new Command.Start(id, process, Variables.Of(variables), $"{id}/2026"), null, Operator)).Refusal);
        return id;
    }

    public async Task<InstanceState> StateAsync(Guid id) => (await Instances.ReadAsync(id))!.State;

    /// <summary>Another service published this.</summary>
    public async Task HearAsync(CloudEvent happened)
    {
        using var sidecar = Anonymous();
        sidecar.DefaultRequestHeaders.Add("dapr-api-token", TestSidecar.Token);
        using var taken = await sidecar.PostAsync($"/events{happened.Source}", new StringContent(happened.ToJson(), null, CloudEvent.MediaType));
        Assert.True(taken.IsSuccessStatusCode);
    }

    /// <summary>Completes the open task or job of a node, as the engine knows it.</summary>
    public async Task<string> CompleteAsync(Guid id, string node)
    {
        var process = (await StateAsync(id)).Process;
        var element = process.Elements.Values.Single(each => each.Node == node && each.Kind == ElementKind.Node).Key;
        Command command = process.Tasks.ContainsKey(element) ? new Command.CompleteTask(element, Variables.None) : new Command.CompleteJob(element, Variables.None);
        var turned = await Instances.TakeAsync(id, command, Operator);
        return turned.Refusal?.Code ?? turned.State.Process.Status.ToString();
    }

    /// <summary>The law: every snapshot is the fold of its events.</summary>
    public async Task AssertLawAsync() => await Of<FoldCheck>().RunAsync(TextWriter.Null);

    public async Task<long> CountAsync(string table, Guid instance) => (long)(await AsOwnerAsync($"select count(*) from {table} where instance = $1", instance))!;
}

/// <summary>Parts of drawings that the host's tests need beyond the engine's.</summary>
internal static class Drawn
{
    /// <summary>A task of a kind, for a role.</summary>
    public static Drawing Decision(this Drawing drawing, string id, string kind, string role, string inner = "") => drawing.Raw(
        $"<userTask id=\"{id}\"><extensionElements><z:userTask/><z:formDefinition formKey=\"{kind}\"/><z:assignmentDefinition candidateGroups=\"{role}\"/></extensionElements>{inner}</userTask>");
}

[CollectionDefinition(nameof(WorkflowsService))]
public sealed class WorkflowsServiceTests : ICollectionFixture<WorkflowsService>;
