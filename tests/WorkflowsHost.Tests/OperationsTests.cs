using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;

namespace PilotRegistry.Workflows.Host;

/// <summary>What officials do beside deciding: 代理, 催办, 抄送, 加签, 减签, 挂起, 恢复, moves and repairs, each by who may, with its reason in the record.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class OperationsTests(WorkflowsService service)
{
    private static readonly object Because = new { reason = "依法中止。" };

    private static DateOnly Today => Contracts.Beijing.Today(TimeProvider.System);

    [Fact]
    public async Task A_substitute_does_the_tasks_of_who_is_away_in_its_own_name_and_on_its_days_only()
    {
        var (away, standing) = (Persona.OfProvince with { Id = Guid.CreateVersion7() }, Persona.OfProvince with { Id = Guid.CreateVersion7() });
        var id = await CheckAsync();
        Assert.Equal("200", await GiveAsync(away, $"/tasks/{TaskOf(id)}/claim", null, 1));
        Assert.Equal("409 task-not-yours", await GiveAsync(standing, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        await NameAsync(away, standing, Today.AddDays(1), Today.AddDays(5));
        Assert.Equal("409 task-not-yours", await GiveAsync(standing, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        var named = await NameAsync(away, standing, Today.AddDays(-1), Today.AddDays(5));
        Assert.Contains(id.ToString(), (await service.As(standing).ReadAsync("/tasks")).GetProperty("mine").ToString(), StringComparison.Ordinal);
        Assert.Equal("409 not-your-absence", await GiveAsync(standing, $"/substitutes/{named}/recall", Because, 1));
        Assert.Equal("200", await GiveAsync(away, $"/substitutes/{named}/recall", Because, 1));
        Assert.Equal("409 task-not-yours", await GiveAsync(standing, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        await NameAsync(away, standing, Today, Today);
        Assert.Equal("200", await GiveAsync(standing, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        var asked = (await RecordAsync(id)).OfType<CompletionRequested>().Single();
        Assert.Equal((standing.Id, away.Id), (asked.Person, asked.For));
    }

    [Theory]
    [InlineData(1, 0, false, "409 substitute-days")]
    [InlineData(-5, -1, false, "409 substitute-days")]
    [InlineData(0, 400, false, "409 substitute-days")]
    [InlineData(0, 1, true, "409 substitute-is-the-same")]
    public async Task A_substitute_is_another_person_for_days_that_come(int from, int until, bool itself, string verdict)
    {
        var person = itself ? Persona.OfProvince.Id : Persona.National.Id;
        Assert.Equal(verdict, await GiveAsync(Persona.OfProvince, "/substitutes", new { person, from = Today.AddDays(from), until = Today.AddDays(until), reason = "出差。" }, null));
    }

    [Fact]
    public async Task Who_waits_for_a_task_urges_it_and_disturbs_nobody()
    {
        var id = await CheckAsync();
        await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/claim", null, 1);
        Assert.Equal("409 task-is-yours", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/urging", Because, 2));
        Assert.Equal("409 not-your-case", await GiveAsync(Persona.OtherProvince, $"/tasks/{TaskOf(id)}/urging", Because, 2));
        Assert.Equal("200", await GiveAsync(Persona.National, $"/tasks/{TaskOf(id)}/urging", new { reason = "批次将截止。" }, 2));
        Assert.Equal(1, (await service.As(Persona.OfProvince).ReadAsync($"/tasks/{TaskOf(id)}")).GetProperty("task").GetProperty("urged").GetInt32());
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_task_is_given_to_another_person_to_read_who_may_do_nothing_with_it()
    {
        var (id, reader) = (await CheckAsync(), Persona.OtherProvince with { Id = Guid.CreateVersion7() });
        await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/claim", null, 1);
        var copy = new { person = reader.Id, reason = "抄送知悉。" };
        Assert.Equal("409 task-not-yours", await GiveAsync(Persona.National, $"/tasks/{TaskOf(id)}/copies", copy, 2));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/copies", copy, 2));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/copies", copy, 2));
        Assert.Equal(TaskOf(id), (await service.As(reader).ReadAsync("/copies")).GetProperty("items")[0].GetProperty("task").GetGuid());
        Assert.Equal("409 task-not-yours", await GiveAsync(reader, $"/tasks/{TaskOf(id)}/completion", Complete, 2));
        Assert.Single((await RecordAsync(id)).OfType<TaskCopied>());
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_case_rests_with_its_clocks_and_goes_on_by_its_own_province()
    {
        var id = await CheckAsync(Parts.Due("P5D"));
        Assert.Equal("409 not-your-province", await GiveAsync(Persona.OtherProvince, $"/instances/{id}/suspension", Because, 1));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/suspension", Because, 1));
        Assert.Equal("409 instance-suspended", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/claim", null, 1));
        Assert.True(await service.AsOwnerAsync("select due is null from tasks where instance = $1", id) is true);
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/resumption", new { reason = "事由消除。" }, 3));
        Assert.True(await service.AsOwnerAsync("select due > now() + interval '4 days' from tasks where instance = $1", id) is true);
        Assert.Equal(["suspend 依法中止。", "resume 事由消除。"], await OrderedAsync(id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_signer_is_added_and_another_taken_off_while_it_runs()
    {
        var id = await service.StartedAsync(
            d => d.Start().Task("sign", inner: Parts.Each("=departments")).End().Paths("start sign end"),
            ("departments", FeelValue.Of(new[] { FeelValue.Of("industry"), FeelValue.Of("energy") })), ("province", FeelValue.Of(Persona.Jiangsu)));
        var body = (await service.StateAsync(id)).Process.Elements.Values.Single(each => each.Kind == ElementKind.Body).Key;
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/signers", new { body, value = "finance", reason = "涉及资金。" }, 1));
        Assert.Equal(3, await service.CountAsync("tasks", id));
        var last = (await service.StateAsync(id)).Process.Tasks.Keys.Max();
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/signers/{last}/removal", new { reason = "改由书面征求。" }, 3));
        Assert.Equal(2, await service.CountAsync("tasks", id));
        Assert.Equal(["add-signer 涉及资金。", "remove-signer 改由书面征求。"], await OrderedAsync(id));
    }

    [Fact]
    public async Task An_incident_is_tried_again_or_skipped_and_a_token_moved_by_an_operator_with_a_reason()
    {
        var stuck = await service.StartedAsync(
            d => d.Start().Exclusive("way").Task("a").Task("b").End().Flow("yes", "way", "a", "=missing = 1").Flow("no", "way", "b", "=missing = 2").Paths("start way", "a end", "b end"));
        var incident = (await service.StateAsync(stuck)).Process.Incidents.Keys.Single();
        Assert.Equal("403 not-allowed", await GiveAsync(Persona.OfProvince, $"/instances/{stuck}/incidents/{incident}/retry", new { reason = "已修正。" }, 1));
        Assert.Equal("422", (await GiveAsync(Persona.Operator, $"/instances/{stuck}/incidents/{incident}/retry", new { variables = new { missing = 1 } }, 1))[..3]);
        Assert.Equal("200", await GiveAsync(Persona.Operator, $"/instances/{stuck}/incidents/{incident}/retry", new { reason = "已修正。", variables = new { missing = 1 } }, 1));
        var at = (await service.StateAsync(stuck)).Process.Tasks.Values.Single();
        Assert.Equal("a", at.Node);
        Assert.Equal("200", await GiveAsync(Persona.Operator, $"/instances/{stuck}/moves", new { element = at.Element, to = "b", reason = "特别许可。" }, 3));
        Assert.Equal("b", (await service.StateAsync(stuck)).Process.Tasks.Values.Single().Node);
        Assert.Equal(["retry-incident 已修正。", "move-token 特别许可。"], await OrderedAsync(stuck));
        await service.AssertLawAsync();
    }

    private static object Complete => new { outcome = "complete", reasons = "材料齐全。" };

    private static Guid TaskOf(Guid id, int element = 2) => OpenRows.TaskId(id, element);

    private Task<Guid> CheckAsync(string extensions = "") => service.StartedAsync(
        d => d.Start().Raw($"<userTask id=\"check\"><extensionElements><z:userTask/><z:formDefinition formKey=\"application-completeness\"/><z:assignmentDefinition candidateGroups=\"province\"/>{extensions}</extensionElements></userTask>").End().Paths("start check end"),
        ("province", FeelValue.Of(Persona.Jiangsu)));

    private async Task<Guid> NameAsync(Persona away, Persona standing, DateOnly from, DateOnly until)
    {
        using var answer = await service.As(away).SendAsync(HttpMethod.Post, "/substitutes", new { person = standing.Id, from, until, reason = "出差。" });
        Assert.Equal("201", await answer.VerdictAsync());
        return (await answer.BodyAsync()).GetProperty("id").GetGuid();
    }

    private async Task<string> GiveAsync(Persona by, string path, object? body, long? version)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, path, body, version);
        return await answer.VerdictAsync();
    }

    private async Task<IEnumerable<DomainEvent>> RecordAsync(Guid id) =>
        (await new Store(service.Of<EventDatabase>(), WorkflowsService.Operator, TimeProvider.System).ReadAsync(InstanceState.Stream, id, default)).Select(each => each.Event);

    private async Task<IEnumerable<string>> OrderedAsync(Guid id) => (await RecordAsync(id)).OfType<OperationOrdered>().Select(each => $"{each.Operation} {each.Reason}");
}
