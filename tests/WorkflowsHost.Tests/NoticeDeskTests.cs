using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>Notices on the desk: whom they reach, and what of them is read.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class NoticeDeskTests(WorkflowsService service)
{
    private readonly NoticedCase @case = new(service);

    [Fact]
    public async Task A_task_that_opens_is_told_to_those_whom_it_is_for_and_to_nobody_else()
    {
        var task = await @case.OpenAsync();
        var told = await OnlyAsync(@case.Reviewer);
        Assert.Equal($"task-opened {task} {NoticedCase.ParkName} application-completeness False", told.Line("template", "task", "name", "kind", "read"));
        foreach (var stranger in new[] { Persona.OtherProvince, Persona.OfPark, Persona.National, Persona.Operator })
        {
            Assert.DoesNotContain(task.ToString(), (await service.As(stranger).ReadAsync("/notices")).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_read_is_read_for_this_person_only()
    {
        await @case.OpenAsync();
        var colleague = @case.Reviewer with { Id = Guid.CreateVersion7() };
        var other = await @case.OpenAsync();
        var first = (await service.As(@case.Reviewer).ReadAsync("/notices")).GetProperty("items")[1].GetProperty("id").GetGuid();
        Assert.Equal(1, await MarkAsync(new { notices = new[] { first } }));
        Assert.Equal(other, (await service.As(@case.Reviewer).ReadAsync("/notices?unread=true")).GetProperty("items")[0].GetProperty("task").GetGuid());
        Assert.Equal(0, await MarkAsync(new { }));
        Assert.Equal(2, (await service.As(colleague).ReadAsync("/notices")).GetProperty("unread").GetInt32());
        Assert.Equal(2, (await service.As(@case.Reviewer).ReadAsync("/notices")).GetProperty("items").EnumerateArray().Count(item => item.GetProperty("read").GetBoolean()));
    }

    [Fact]
    public async Task Who_is_urged_given_a_task_or_a_copy_of_it_is_told()
    {
        var task = await @case.OpenAsync();
        var (next, reader) = (@case.Reviewer with { Id = Guid.CreateVersion7() }, Persona.Auditor with { Id = Guid.CreateVersion7() });
        await DoAsync(@case.Reviewer, task, "claim", null, 1);
        await DoAsync(Persona.National, task, "urging", new { reason = "批次将截止。" }, 2);
        await DoAsync(Persona.National, task, "urging", new { reason = "批次将截止。" }, 2);
        await DoAsync(@case.Reviewer, task, "copies", new { person = reader.Id, reason = "抄送。" }, 2);
        await DoAsync(@case.Reviewer, task, "delegation", new { person = next.Id, reason = "委派。" }, 2);
        await DoAsync(next, task, "resolution", new { text = "已核对。" }, 3);
        await DoAsync(@case.Reviewer, task, "reassignment", new { person = next.Id, reason = "转办。" }, 4);
        Assert.Equal(["task-opened", "task-urged", "task-urged", "task-resolved"], await TemplatesAsync(@case.Reviewer));
        Assert.Equal(["task-opened", "task-delegated", "task-reassigned"], await TemplatesAsync(next));
        Assert.Equal(["task-copied"], await TemplatesAsync(reader));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task How_one_is_told_is_ones_own_choice()
    {
        Assert.Equal("True False zh True", (await service.As(@case.Reviewer).ReadAsync("/notices/settings")).Line("mail", "daily", "language", "mailIsOn"));
        await @case.ChooseAsync(@case.Reviewer, mail: false, daily: true, language: "en");
        Assert.Equal("False True en True", (await service.As(@case.Reviewer).ReadAsync("/notices/settings")).Line("mail", "daily", "language", "mailIsOn"));
        using var wrong = await service.As(@case.Reviewer).SendAsync(HttpMethod.Put, "/notices/settings", new { mail = true, daily = true, language = "fr" });
        Assert.Equal(["/language wrong-form"], await wrong.FieldErrorsAsync());
    }

    [Fact]
    public async Task Health_says_where_mail_goes()
    {
        using var anybody = service.Anonymous();
        Assert.Contains("Mail is written to the folder", await anybody.GetStringAsync("/healthz"), StringComparison.Ordinal);
    }

    private async Task<JsonElement> OnlyAsync(Persona who) => Assert.Single((await service.As(who).ReadAsync("/notices")).GetProperty("items").EnumerateArray());

    private async Task<IEnumerable<string>> TemplatesAsync(Persona who) =>
        (await service.As(who).ReadAsync("/notices")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("template").GetString()!).Reverse();

    private async Task<int> MarkAsync(object which)
    {
        using var answer = await service.As(@case.Reviewer).SendAsync(HttpMethod.Put, "/notices/read", which);
        return (await answer.BodyAsync()).GetProperty("unread").GetInt32();
    }

    private async Task DoAsync(Persona by, Guid task, string command, object? body, long version)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, $"/tasks/{task}/{command}", body, version);
        Assert.Equal("200", await answer.VerdictAsync());
    }
}
