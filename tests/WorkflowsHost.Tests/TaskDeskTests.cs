using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Claim, release, 转办, 委派: each recorded, each by who may.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class TaskDeskTests(WorkflowsService service)
{
    private static readonly object Because = new { reason = "本人出差。" };

    [Fact]
    public async Task A_task_of_the_group_is_claimed_once_and_given_back()
    {
        var id = await OpenAsync();
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "claim", null, 1));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "claim", null, 2));
        Assert.Equal("409 task-not-for-you", await GiveAsync(Persona.OtherProvince, id, "claim", null, 2));
        Assert.Equal("409 task-not-yours", await GiveAsync(Persona.National, id, "release", Because, 2));
        Assert.Equal("412 stale", await GiveAsync(Persona.OfProvince, id, "release", Because, 1));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "release", Because, 2));
        Assert.Null((await service.StateAsync(id)).Work.Values.Single().Assignee);
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_task_is_reassigned_by_who_has_it_or_by_an_operator()
    {
        var id = await OpenAsync();
        await GiveAsync(Persona.OfProvince, id, "claim", null, 1);
        var to = new { person = Persona.OtherProvince.Id, reason = "转办：分管不同。" };
        Assert.Equal("409 task-not-yours", await GiveAsync(Persona.National, id, "reassignment", to, 2));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "reassignment", to, 2));
        Assert.Equal("409 task-not-yours", await GiveAsync(Persona.OfProvince, id, "completion", new { outcome = "complete", reasons = "材料齐全。" }, 3));
        Assert.Equal("409 task-not-for-you", await GiveAsync(Persona.OtherProvince, id, "completion", new { outcome = "complete", reasons = "材料齐全。" }, 3));
        Assert.Equal("200", await GiveAsync(Persona.Operator, id, "reassignment", new { person = Persona.OfProvince.Id, reason = "退回原经办人。" }, 3));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "completion", new { outcome = "complete", reasons = "材料齐全。" }, 4));
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(id)).Process.Status);
    }

    [Fact]
    public async Task A_delegate_reports_and_the_owner_decides()
    {
        var id = await OpenAsync();
        await GiveAsync(Persona.OfProvince, id, "claim", null, 1);
        Assert.Equal("409 delegated-to-yourself", await GiveAsync(Persona.OfProvince, id, "delegation", new { person = Persona.OfProvince.Id, reason = "委派办理。" }, 2));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "delegation", new { person = Persona.Expert.Id, reason = "请专家先看。" }, 2));
        Assert.Equal("409 task-delegated", await GiveAsync(Persona.Expert, id, "completion", new { outcome = "complete", reasons = "材料齐全。" }, 3));
        Assert.Equal("200", await GiveAsync(Persona.Expert, id, "resolution", new { text = "已核对，建议通过。" }, 3));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "completion", new { outcome = "complete", reasons = "材料齐全。" }, 4));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_person_sees_its_own_tasks_and_those_that_nobody_has()
    {
        var id = await OpenAsync();
        Assert.Contains(id.ToString(), (await service.As(Persona.OfProvince).ReadAsync("/tasks")).GetProperty("unclaimed").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), (await service.As(Persona.OtherProvince).ReadAsync("/tasks")).ToString(), StringComparison.Ordinal);
        await GiveAsync(Persona.OfProvince, id, "claim", null, 1);
        Assert.Contains(id.ToString(), (await service.As(Persona.OfProvince).ReadAsync("/tasks")).GetProperty("mine").ToString(), StringComparison.Ordinal);
    }

    private Task<Guid> OpenAsync() => service.StartedAsync(
        d => d.Start().Decision("check", "application-completeness", "province").End().Paths("start check end"), ("province", FeelValue.Of(Persona.Jiangsu)));

    private async Task<string> GiveAsync(Persona by, Guid id, string command, object? body, long version)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, $"/tasks/{OpenRows.TaskId(id, 2)}/{command}", body, version);
        return await answer.VerdictAsync();
    }
}
