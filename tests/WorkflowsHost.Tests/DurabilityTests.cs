using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;

namespace PilotRegistry.Workflows.Host;

/// <summary>One command is one transaction, and what is kept beside the events is what they say.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class DurabilityTests(WorkflowsService service)
{
    [Fact]
    public async Task An_instance_runs_from_start_to_end_and_its_snapshot_is_the_fold_of_its_events()
    {
        var id = await service.StartedAsync(d => d.Start().Task("a").Task("b").End().Paths("start a b end"), ("share", FeelValue.Of(0.250m)), ("park", FeelValue.Of("ZC-01")));
        Assert.Equal("Running", await service.CompleteAsync(id, "a"));
        Assert.Equal("Completed", await service.CompleteAsync(id, "b"));
        Assert.Equal(3, await service.EventCountAsync(id));
        Assert.Equal(0, await service.CountAsync("tasks", id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_refused_command_writes_nothing()
    {
        var id = await service.StartedAsync(d => d.Start().Task("a").End().Paths("start a end"));
        var turned = await service.Instances.TakeAsync(id, new Command.CompleteJob(99, Variables.None), WorkflowsService.Operator);
        Assert.Equal("job-not-open", turned.Refusal?.Code);
        Assert.Equal(1, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Fifty_writers_on_one_instance_wait_for_each_other_and_none_fails()
    {
        var id = await service.StartedAsync(d => d.Start().Task("a", inner: Parts.Each("=items")).End().Paths("start a end"), ("items", FeelValue.Of(Enumerable.Range(1, 50).Select(n => FeelValue.Of(n)))));
        var open = (await service.StateAsync(id)).Process.Tasks.Keys.ToArray();
        Assert.Equal(50, open.Length);
        var turned = await Task.WhenAll(open.Select(element => service.Instances.TakeAsync(id, new Command.CompleteTask(element, Variables.None), WorkflowsService.Operator)));
        Assert.All(turned, each => Assert.Null(each.Refusal));
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(id)).Process.Status);
        Assert.Equal(51, await service.EventCountAsync(id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task The_check_names_an_instance_whose_snapshot_is_not_its_events()
    {
        var id = await service.StartedAsync(d => d.Start().Task("a").End().Paths("start a end"));
        await service.AsOwnerAsync("update instances set snapshot = jsonb_set(snapshot, '{process,businessKey}', '\"another\"') where id = $1", id);
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(service.AssertLawAsync);
        Assert.Contains(id.ToString(), broken.Message, StringComparison.Ordinal);
        await service.AsOwnerAsync("update instances set snapshot = jsonb_set(snapshot, '{process,businessKey}', to_jsonb(business_key)) where id = $1", id);
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task An_instance_is_started_once_under_its_id()
    {
        var id = Guid.CreateVersion7();
        var process = await service.DrawnAsync(d => d.Start().Task("a").End().Paths("start a end"));
        var start = new Command.Start(id, process, Variables.None);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.Instances.StartAsync(start, null, WorkflowsService.Operator)));
        Assert.Equal(1, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task A_running_instance_stays_on_its_release_and_a_province_has_its_own()
    {
        var old = await service.StartedAsync(d => d.Start().Task("a").End().Paths("start a end"));
        var process = (await service.StateAsync(old)).Process.Process;
        await service.DrawnAsync(d => d.Start().Task("b").End().Paths("start b end"), process, province: "370000");
        var inShandong = Guid.CreateVersion7();
        await service.Instances.StartAsync(new Command.Start(inShandong, process, Variables.None), "370000", WorkflowsService.Operator);
        Assert.Equal("b", (await service.StateAsync(inShandong)).Process.Tasks.Values.Single().Node);
        Assert.Equal("Completed", await service.CompleteAsync(old, "a"));
    }
}
