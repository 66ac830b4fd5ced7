using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Workflows.Host;

/// <summary>What happens without a person: timers fire, messages arrive, each once.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class TimerAndMessageTests(WorkflowsService service)
{
    private static readonly Guid Park = Guid.CreateVersion7();

    [Fact]
    public async Task A_timer_that_is_due_fires()
    {
        var id = await service.StartedAsync(d => d.Start().Catch("wait", Parts.Timer("PT1S")).End().Paths("start wait end"));
        await service.UntilAsync(id, s => s.Process.Status == InstanceStatus.Completed);
        Assert.Equal(0, await service.CountAsync("timers", id));
    }

    [Fact]
    public async Task The_timers_of_a_suspended_case_stand_still()
    {
        var id = await service.StartedAsync(d => d.Start().Catch("wait", Parts.Timer("PT1H")).End().Paths("start wait end"));
        await service.Instances.TakeAsync(id, new Command.Suspend("法定时限中止"), WorkflowsService.Operator);
        Assert.Equal(0, await service.CountAsync("timers", id));
        await service.Instances.TakeAsync(id, new Command.Resume(), WorkflowsService.Operator);
        Assert.Equal(1, await service.CountAsync("timers", id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_message_that_comes_before_somebody_waits_is_kept_and_delivered_once()
    {
        var name = $"m{Guid.NewGuid():N}";
        await service.Of<Postbox>().PublishAsync(new($"first-{name}", name, "k", Variables.None), TimeProvider.System.GetUtcNow());
        await service.Of<Postbox>().PublishAsync(new($"first-{name}", name, "k", Variables.None), TimeProvider.System.GetUtcNow());
        var id = await service.StartedAsync(
            d => d.Message(name).Start().Catch("one", Parts.Message(name)).Catch("two", Parts.Message(name)).End().Paths("start one two end"), ("key", FeelValue.Of("k")));
        await service.UntilAsync(id, s => s.Process.Subscriptions.Values.Any(wait => wait.Node == "two"));
        await service.Of<Postbox>().PublishAsync(new($"second-{name}", name, "k", Variables.None), TimeProvider.System.GetUtcNow());
        await service.UntilAsync(id, s => s.Process.Status == InstanceStatus.Completed);
    }

    [Fact]
    public async Task Another_services_event_starts_its_process_once()
    {
        var process = await service.DrawnAsync(
            d => d.Message("acceptance-requested").Start("asked", Parts.Message("acceptance-requested")).Task("a").End().Paths("asked a end"), "acceptance-by-message");
        var (park, stream) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var asked = new AcceptanceRequested(park, "示范园区", Persona.Jiangsu, Persona.ParkBody, 2026, Guid.CreateVersion7(), new(0.2m, 0.3m, Methodology.Verdict.Met), Demo: true);
        var delivered = new CloudEvent(
            Guid.CreateVersion7(), "/acceptance", "acceptance.acceptance-requested.v1", TimeProvider.System.GetUtcNow(), park, stream, "acceptance", 1, "park",
            JsonSerializer.SerializeToElement<object>(asked, RegistryJson.Events));
        await service.HearAsync(delivered);
        await service.HearAsync(delivered);
        var state = await service.UntilAsync(StableId.Of("instance", process, delivered.Id.ToString()), s => s.Process.Tasks.Count == 1);
        Assert.Equal($"{park}", state.Process.BusinessKey);
        Assert.Equal(FeelValue.Of(stream.ToString()), state.Process.Elements[1].Variables.Find("case"));
        Assert.Equal(FeelValue.Of(Persona.Jiangsu), state.Process.Elements[1].Variables.Find("province"));
        Assert.Equal(1L, await service.AsOwnerAsync("select count(*) from instances where park = $1 and process = $2", park, process));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_message_that_an_instance_sends_reaches_another()
    {
        var name = $"m{Guid.NewGuid():N}";
        var waits = await service.StartedAsync(d => d.Message(name).Start().Catch("one", Parts.Message(name)).End().Paths("start one end"), ("key", FeelValue.Of(Park.ToString())));
        await service.StartedAsync(
            d => d.Message(name).Start().Raw($"<intermediateThrowEvent id=\"tell\">{Parts.Message(name)}</intermediateThrowEvent>").End().Paths("start tell end"), ("key", FeelValue.Of(Park.ToString())));
        await service.UntilAsync(waits, s => s.Process.Status == InstanceStatus.Completed);
    }
}
