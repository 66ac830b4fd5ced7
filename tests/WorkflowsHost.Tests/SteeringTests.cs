using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;

namespace PilotRegistry.Workflows.Host;

/// <summary>What a page offers for a case is what its commands allow: no button that is refused, none that is missing.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class SteeringTests(WorkflowsService service)
{
    [Fact]
    public async Task Each_is_offered_what_it_may_do_with_a_case()
    {
        var id = await CheckAsync();
        Assert.Equal("suspend", await ActionsAsync(Persona.OfProvince, id));
        Assert.Equal("suspend repair cancel", await ActionsAsync(Persona.Operator, id));
        Assert.Equal("", await ActionsAsync(Persona.Auditor, id));
        using var other = await service.As(Persona.OtherProvince).GetAsync($"/instances/{id}/steering");
        Assert.Equal("404 not-found", await other.VerdictAsync());
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/suspension", Because, 1));
        Assert.Equal("resume", await ActionsAsync(Persona.OfProvince, id));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/resumption", Because, 3));
        Assert.Equal("200", await GiveAsync(Persona.Operator, $"/instances/{id}/cancellation", Because, 5));
        Assert.Equal("", await ActionsAsync(Persona.Operator, id));
    }

    [Fact]
    public async Task Who_waits_is_offered_to_urge_and_who_has_the_task_is_not()
    {
        var id = await CheckAsync();
        Assert.Equal("open", await TaskActionsAsync(Persona.OfProvince, id));
        Assert.Equal("urge", await TaskActionsAsync(Persona.National, id));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/claim", null, 1));
        Assert.Equal("open", await TaskActionsAsync(Persona.OfProvince, id));
        Assert.Equal("open urge", await TaskActionsAsync(Persona.OfProvince with { Id = Guid.CreateVersion7() }, id));
        Assert.Equal("200", await GiveAsync(Persona.National, $"/tasks/{TaskOf(id)}/urging", Because, 2));
        Assert.Equal(1, (await ReadAsync(Persona.National, id)).GetProperty("tasks")[0].GetProperty("urged").GetInt32());
    }

    [Fact]
    public async Task Signers_are_named_with_who_could_sign_too()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        service.Others.Experts = [(first, Persona.Jiangsu), (second, Persona.Jiangsu)];
        var id = await service.StartedAsync(
            d => d.Start().Task("sign", inner: Parts.Each("=experts")).End().Paths("start sign end"),
            ("experts", FeelValue.Of(new[] { FeelValue.Of(first.ToString()) })), ("province", FeelValue.Of(Persona.Jiangsu)));
        Assert.Equal("suspend signers", await ActionsAsync(Persona.OfProvince, id));
        var panel = (await ReadAsync(Persona.OfProvince, id)).GetProperty("panels")[0];
        Assert.Equal(first.ToString(), panel.GetProperty("signers")[0].GetProperty("value").GetString());
        Assert.Equal(second.ToString(), panel.GetProperty("candidates")[0].GetString());
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/signers", new { body = panel.GetProperty("body").GetInt32(), value = second, reason = "补充一位。" }, 1));
        var signers = (await ReadAsync(Persona.OfProvince, id)).GetProperty("panels")[0].GetProperty("signers");
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/instances/{id}/signers/{signers[0].GetProperty("element").GetInt32()}/removal", Because, 3));
        signers = (await ReadAsync(Persona.OfProvince, id)).GetProperty("panels")[0].GetProperty("signers");
        Assert.Equal(JsonValueKind.Null, signers[0].GetProperty("element").ValueKind);
    }

    [Fact]
    public async Task The_operator_asks_for_the_cases_that_cannot_go_on_alone()
    {
        var (stuck, running) = (await StuckAsync(), await CheckAsync());
        var found = (await service.As(Persona.Operator).ReadAsync("/instances?stuck=true")).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("id").GetGuid()).ToList();
        Assert.Contains(stuck, found);
        Assert.DoesNotContain(running, found);
    }

    [Fact]
    public async Task Every_place_that_is_offered_to_a_token_takes_it()
    {
        var stuck = await StuckAsync();
        var token = (await ReadAsync(Persona.Operator, stuck)).GetProperty("tokens")[0];
        Assert.Equal("way", token.GetProperty("node").GetString());
        Assert.Equal(["a", "b", "end"], token.GetProperty("to").EnumerateArray().Select(each => each.GetString()!).Order());
        var version = 1;
        foreach (var to in new[] { "a", "b", "end" })
        {
            token = (await ReadAsync(Persona.Operator, stuck)).GetProperty("tokens")[0];
            Assert.Equal("200", await GiveAsync(Persona.Operator, $"/instances/{stuck}/moves", new { element = token.GetProperty("element").GetInt32(), to, reason = "特别许可。" }, version));
            version += 2;
        }
    }

    [Fact]
    public async Task Whom_a_task_was_copied_to_reads_it_and_finds_its_kind_in_the_list()
    {
        var (id, reader) = (await CheckAsync(), Persona.OtherProvince with { Id = Guid.CreateVersion7() });
        await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/claim", null, 1);
        using var before = await service.As(reader).GetAsync($"/tasks/{TaskOf(id)}");
        Assert.Equal("404 not-found", await before.VerdictAsync());
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/copies", new { person = reader.Id, reason = "抄送知悉。" }, 2));
        Assert.Equal(0, (await service.As(reader).ReadAsync($"/tasks/{TaskOf(id)}")).GetProperty("actions").GetArrayLength());
        Assert.Equal("application-completeness", (await service.As(reader).ReadAsync("/copies")).GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, $"/tasks/{TaskOf(id)}/completion", new { outcome = "complete", reasons = "材料齐全。" }, 2));
        Assert.Equal(JsonValueKind.Null, (await service.As(reader).ReadAsync("/copies")).GetProperty("items")[0].GetProperty("kind").ValueKind);
    }

    [Fact]
    public async Task A_return_that_is_used_up_is_not_offered_says_how_often_it_was_and_is_refused()
    {
        var c = new ShippedCase(service);
        await c.SubmittedAsync();
        for (var round = 1; round <= 2; round++)
        {
            Assert.Empty((await CompletenessAsync(c)).GetProperty("usedUp").EnumerateArray());
            await c.HearAsync("/registration", new ApplicationReturned(c.Park, "请补充四至。"));
            await c.OpenAsync("application-correction");
            await c.SubmittedAsync(round + 1);
        }

        var shown = await CompletenessAsync(c);
        Assert.Equal(["complete", "refuse"], shown.GetProperty("outcomes").EnumerateArray().Select(each => each.GetString()!).Order());
        Assert.Equal("return 2", shown.GetProperty("usedUp")[0].Line("outcome", "most"));
        Assert.Equal("409 rounds-used-up", await c.DecideAsync(Persona.OfProvince, "completeness", "return"));
        Assert.Equal("False True", await PermitAsync(c, "return"));
        Assert.Equal("True False", await PermitAsync(c, "refuse"));
        Assert.Equal("200", await c.DecideAsync(Persona.OfProvince, "completeness", "complete"));
    }

    /// <summary>What a service hears that is asked directly for a decision of this outcome.</summary>
    private async Task<string> PermitAsync(ShippedCase c, string outcome) =>
        (await service.As(Persona.OfProvince).ReadAsync($"/permits?kind=application-completeness&case={c.Thing}&outcome={outcome}")).Line("granted", "usedUp");

    private static object Because => new { reason = "依法中止。" };

    private static Guid TaskOf(Guid id, int element = 2) => OpenRows.TaskId(id, element);

    private Task<Guid> StuckAsync() => service.StartedAsync(
        d => d.Start().Exclusive("way").Task("a").Task("b").End().Flow("yes", "way", "a", "=missing = 1").Flow("no", "way", "b", "=missing = 2").Paths("start way", "a end", "b end"));

    private Task<Guid> CheckAsync() => service.StartedAsync(
        d => d.Start().Decision("check", "application-completeness", "province").End().Paths("start check end"), ("province", FeelValue.Of(Persona.Jiangsu)));

    private async Task<JsonElement> CompletenessAsync(ShippedCase c) => await service.As(Persona.OfProvince).ReadAsync($"/tasks/{(await c.OpenAsync("completeness")).Task}");

    private Task<JsonElement> ReadAsync(Persona by, Guid id) => service.As(by).ReadAsync($"/instances/{id}/steering");

    private async Task<string> ActionsAsync(Persona by, Guid id) => Said(await ReadAsync(by, id));

    private async Task<string> TaskActionsAsync(Persona by, Guid id) => Said((await ReadAsync(by, id)).GetProperty("tasks")[0]);

    private static string Said(JsonElement offered) => string.Join(' ', offered.GetProperty("actions").EnumerateArray().Select(each => each.GetString()));

    private async Task<string> GiveAsync(Persona by, string path, object? body, long? version)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, path, body, version);
        return await answer.VerdictAsync();
    }
}
