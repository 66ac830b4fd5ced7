using System.Net;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Reviewers' notes and the reason for a last day: for who works on the task, for nobody else.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class NoteTests(WorkflowsService service)
{
    private const string InTenDays = "<userTask id=\"check\"><extensionElements><z:userTask/><z:formDefinition formKey=\"application-completeness\"/><z:assignmentDefinition candidateGroups=\"province\"/><z:taskSchedule dueDate=\"=&quot;P10WD&quot;\"/></extensionElements></userTask>";

    [Fact]
    public async Task Colleagues_read_a_note_and_the_park_does_not()
    {
        var task = await OpenAsync();
        Assert.Equal("200", await KeepAsync(Persona.OfProvince, task, "目标依据不足，待核。"));
        Assert.Contains("待核", (await service.As(Persona.OfProvince).ReadAsync($"/tasks/{task}/notes")).ToString(), StringComparison.Ordinal);
        foreach (var stranger in new[] { Persona.OfPark, Persona.OtherProvince, Persona.National })
        {
            using var answer = await service.As(stranger).GetAsync($"/tasks/{task}/notes");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.StartsWith("404", await KeepAsync(stranger, task, "不应写入。"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_note_is_written_over_thrown_away_and_gone_with_its_task()
    {
        var task = await OpenAsync();
        await KeepAsync(Persona.OfProvince, task, "一");
        await KeepAsync(Persona.OfProvince, task, "二");
        Assert.Equal("二", (await service.As(Persona.OfProvince).ReadAsync($"/tasks/{task}/notes")).GetProperty("items")[0].GetProperty("text").GetString());
        await KeepAsync(Persona.OfProvince, task, "");
        Assert.Equal(0, (await service.As(Persona.OfProvince).ReadAsync($"/tasks/{task}/notes")).GetProperty("items").GetArrayLength());
        await KeepAsync(Persona.OfProvince, task, "三");
        using var done = await service.As(Persona.OfProvince).SendAsync(HttpMethod.Post, $"/tasks/{task}/completion", new { outcome = "complete", reasons = "材料齐全。" }, 1);
        Assert.Equal("200", await done.VerdictAsync());
        Assert.Equal("409 task-not-open", await KeepAsync(Persona.OfProvince, task, "四"));
        Assert.Equal(0L, await service.AsOwnerAsync("select count(*) from notes where task = $1", task));
    }

    [Fact]
    public async Task A_last_day_is_explained_day_by_day()
    {
        var why = await service.As(Persona.OfProvince).ReadAsync($"/tasks/{await OpenAsync()}/deadline");
        Assert.Equal("P10WD workingDays 10", why.Line("period", "clock", "workingDays"));
        Assert.Equal(10, why.GetProperty("days").EnumerateArray().Count(day => day.GetProperty("kind").GetString() is "working" or "madeUp"));
        Assert.Equal(why.GetProperty("last").GetString(), why.GetProperty("days").EnumerateArray().Last().GetProperty("day").GetString());
    }

    private async Task<Guid> OpenAsync() => OpenRows.TaskId(
        await service.StartedAsync(d => d.Start().Raw(InTenDays).End().Paths("start check end"), ("province", FeelValue.Of(Persona.Jiangsu))), 2);

    private async Task<string> KeepAsync(Persona by, Guid task, string text)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Put, $"/tasks/{task}/note", new { text });
        return await answer.VerdictAsync();
    }
}
