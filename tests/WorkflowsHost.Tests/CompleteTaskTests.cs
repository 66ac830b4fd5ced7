using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;

namespace PilotRegistry.Workflows.Host;

/// <summary>A decision is in the owning service's record and in the process, or in neither.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class CompleteTaskTests(WorkflowsService service)
{
    private static readonly object Accept = new { outcome = "accepted", reasons = "核心指标达标。" };

    [Fact]
    public async Task A_recorded_decision_moves_the_process_on()
    {
        var (id, thing) = await DecidableAsync();
        service.Others.Answers(thing, () => Stub.Json(new { id = thing, version = 3 }));
        using var answer = await DecideAsync(Persona.National, id, Accept, version: 1);
        Assert.Equal("200", await answer.VerdictAsync());
        Assert.Equal("recorded 3", (await answer.BodyAsync()).Line("state", "version"));
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(id)).Process.Status);
        var heard = service.Others.Heard[thing];
        Assert.Equal($"/acceptances/{thing}/decision", heard.Path);
        Assert.Contains("\"accepted\":true", heard.Body, StringComparison.Ordinal);
        Assert.StartsWith("Bearer ", heard.Bearer, StringComparison.Ordinal);
        Assert.NotNull(heard.Key);
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_refusal_of_the_service_leaves_the_task_open_and_says_why()
    {
        var (id, thing) = await DecidableAsync();
        service.Others.Answers(thing, () => Results.Json(new { code = "core-not-met", detail = "It misses its target." }, statusCode: 409));
        Assert.Equal("409 core-not-met", await VerdictAsync(Persona.National, id, Accept, version: 1));
        Assert.Equal(3, (await service.StateAsync(id)).Work.Values.Single().Version);
        Assert.Equal("412 stale", await VerdictAsync(Persona.National, id, Accept, version: 1));
    }

    [Fact]
    public async Task What_the_service_finds_wrong_is_told_in_the_readers_language_at_the_field_where_it_was_given()
    {
        var (id, thing) = await DecidableAsync();
        service.Others.Answers(thing, () => Results.Json(
            new { code = "invalid", detail = "Some fields are missing or wrong.", errors = new[] { new { pointer = "/batch", code = "pattern", message = "批次应为“年份-序号”。" } } }, statusCode: 422));
        var national = service.As(Persona.National);
        national.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var answer = await national.CommandAsync($"/tasks/{TaskOf(id)}/completion", Accept, version: 1);
        Assert.Equal("zh-CN", service.Others.Heard[thing].Language);
        Assert.Equal("422 invalid", await answer.VerdictAsync());
        Assert.Equal("/data/batch", (await answer.BodyAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Null((await service.StateAsync(id)).Work.Values.Single().Completion);
    }

    [Fact]
    public async Task What_the_service_recorded_without_being_heard_is_recorded_here_too()
    {
        var (id, _) = await DecidableAsync();
        Assert.Equal("202", await VerdictAsync(Persona.National, id, Accept, version: 1));
        var completion = (await service.StateAsync(id)).Work.Values.Single().Completion!;
        Assert.True((await service.As(Persona.National).ReadAsync($"/tasks/{TaskOf(id)}")).GetProperty("task").GetProperty("recording").GetBoolean());
        Assert.Equal("409 being-recorded", await VerdictAsync(Persona.National, id, Accept, version: 2));
        service.Others.Settles(completion.Command, version: 4);
        await AskNowAsync(id);
        Assert.Equal("accepted", ((FeelValue.Text)(await service.UntilAsync(id, s => s.Process.Status == InstanceStatus.Completed)).Process.Result.Find("outcome")!).Value);
    }

    [Fact]
    public async Task What_the_service_never_recorded_reopens_the_task()
    {
        var (id, _) = await DecidableAsync();
        Assert.Equal("202", await VerdictAsync(Persona.National, id, Accept, version: 1));
        service.Others.Settles((await service.StateAsync(id)).Work.Values.Single().Completion!.Command, version: null);
        await AskNowAsync(id);
        var work = (await service.UntilAsync(id, s => s.Work.Values.Single().Completion is null)).Work.Values.Single();
        Assert.Equal(3, work.Version);
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task What_would_end_the_task_waits_while_a_decision_is_being_recorded()
    {
        var (id, _) = await DecidableAsync(d => d.Boundary("late", "decide", Parts.Timer("PT1H")).End("overdue").Paths("late overdue"));
        Assert.Equal("202", await VerdictAsync(Persona.National, id, Accept, version: 1));
        var turned = await service.Instances.TakeAsync(id, new Engine.Command.Cancel("撤回"), WorkflowsService.Operator);
        Assert.Equal("being-recorded", turned.Refusal?.Code);
        service.Others.Settles((await service.StateAsync(id)).Work.Values.Single().Completion!.Command, version: 4);
        await AskNowAsync(id);
        Assert.Equal("accepted", ((FeelValue.Text?)(await service.UntilAsync(id, s => s.Process.Status == InstanceStatus.Completed)).Process.Result.Find("outcome"))?.Value);
    }

    [Fact]
    public async Task The_wrong_person_the_wrong_outcome_twice_and_late_are_refused()
    {
        var (id, thing) = await DecidableAsync();
        Assert.Equal("409 task-not-for-you", await VerdictAsync(Persona.OfProvince, id, Accept, version: 1));
        Assert.Equal("409 outcome-unknown", await VerdictAsync(Persona.National, id, new { outcome = "perhaps", reasons = "再看看。" }, version: 1));
        Assert.Equal("422", (await VerdictAsync(Persona.National, id, new { outcome = "accept" }, version: 1))[..3]);
        service.Others.Answers(thing, () => Stub.Json(new { id = thing, version = 3 }));
        Assert.Equal("200", await VerdictAsync(Persona.National, id, Accept, version: 1));
        Assert.Equal("409 task-not-open", await VerdictAsync(Persona.National, id, Accept, version: 1));
    }

    [Fact]
    public async Task A_decision_that_is_being_recorded_has_its_permit_under_its_command_alone()
    {
        var (id, thing) = await DecidableAsync();
        Assert.Equal("202", await VerdictAsync(Persona.National, id, Accept, version: 1));
        var command = StableId.Of("command", Persona.National.Id, "", service.Others.Heard[thing].Key!);
        Assert.True(await IsPermittedAsync(Persona.National, thing, command));
        Assert.False(await IsPermittedAsync(Persona.Expert, thing, command));
        Assert.False(await IsPermittedAsync(Persona.National, thing, command, "self-evaluation"));
        Assert.False(await IsPermittedAsync(Persona.National, thing, Guid.CreateVersion7()));
        Assert.False(await IsPermittedAsync(Persona.National, thing, command: null));
        service.Others.Settles(command, version: 4);
        await AskNowAsync(id);
        await service.UntilAsync(id, s => s.Process.Status == InstanceStatus.Completed);
        Assert.False(await IsPermittedAsync(Persona.National, thing, command));
    }

    [Fact]
    public async Task Whoever_an_open_task_is_for_may_decide_directly_unless_another_has_it()
    {
        var (id, thing) = await DecidableAsync();
        Assert.True(await IsPermittedAsync(Persona.National, thing, command: null));
        Assert.True(await IsPermittedAsync(Persona.National, thing, Guid.CreateVersion7(), "self-evaluation", "acceptance-decision"));
        Assert.False(await IsPermittedAsync(Persona.OfProvince, thing, command: null));
        Assert.False(await IsPermittedAsync(Persona.National, Guid.CreateVersion7(), command: null));
        Assert.Equal("200", await (await service.As(Persona.National).CommandAsync($"/tasks/{TaskOf(id)}/claim", new { }, version: 1)).VerdictAsync());
        Assert.True(await IsPermittedAsync(Persona.National, thing, command: null));
        await service.AsOwnerAsync("update tasks set assignee = $2 where instance = $1", id, Persona.Expert.Id);
        Assert.False(await IsPermittedAsync(Persona.National, thing, command: null));
    }

    private async Task<bool> IsPermittedAsync(Persona person, Guid thing, Guid? command, params string[] kinds)
    {
        var kind = string.Join('&', (kinds.Length > 0 ? kinds : ["acceptance-decision"]).Select(each => $"kind={each}"));
        return (await service.As(person).ReadAsync($"/permits?{kind}&case={thing}{(command is null ? "" : $"&command={command}")}")).GetProperty("granted").GetBoolean();
    }

    /// <summary>A case before the nation.</summary>
    private async Task<(Guid Id, Guid Thing)> DecidableAsync(Func<Drawing, Drawing>? more = null)
    {
        var thing = Guid.CreateVersion7();
        var id = await service.StartedAsync(
            d => (more ?? (same => same))(d.Start().Decision("decide", "acceptance-decision", "national").End().Paths("start decide end")), ("case", FeelValue.Of(thing.ToString())));
        return (id, thing);
    }

    private Task<HttpResponseMessage> DecideAsync(Persona by, Guid id, object body, long version) => service.As(by).CommandAsync($"/tasks/{TaskOf(id)}/completion", body, version);

    private async Task<string> VerdictAsync(Persona by, Guid id, object body, long version)
    {
        using var answer = await DecideAsync(by, id, body, version);
        return await answer.VerdictAsync();
    }

    /// <summary>The service's patience with the answer is over.</summary>
    private async Task AskNowAsync(Guid id) => await service.AsOwnerAsync("update tasks set settle_at = now() - interval '1 second' where instance = $1", id);

    private static Guid TaskOf(Guid id, int element = 2) => OpenRows.TaskId(id, element);
}
