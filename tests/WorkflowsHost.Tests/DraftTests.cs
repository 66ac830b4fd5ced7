using System.Text.Json;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A province tries a drawing before anybody publishes it, and an unsound one is published by nobody.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class DraftTests(WorkflowsService service)
{
    private readonly string drawn = service.Of<Shipped>().Drawings.Single(drawing => drawing.Name == "slots/provincial-review/370000.bpmn").Xml;

    [Fact]
    public async Task A_sound_slot_is_accepted_with_its_longest_time_and_what_differs_from_the_base()
    {
        var checkedDraft = await CheckAsync(drawn, before: await BaseAsync());
        Assert.Equal("True", checkedDraft.Line("accepted"));
        Assert.True(checkedDraft.GetProperty("workingDays").GetInt32() <= checkedDraft.GetProperty("mostWorkingDays").GetInt32());
        Assert.NotEmpty(checkedDraft.GetProperty("differences").EnumerateArray());
    }

    [Fact]
    public async Task An_unsound_slot_shows_the_way_that_fails()
    {
        var unsound = drawn.Replace("<bpmn:parallelGateway id=\"departments-answered\">", "<bpmn:exclusiveGateway id=\"departments-answered\">", StringComparison.Ordinal)
            .Replace("<bpmn:exclusiveGateway id=\"summed-up\"", "<bpmn:parallelGateway id=\"summed-up\"", StringComparison.Ordinal);
        unsound = ClosedAs(ClosedAs(unsound, "departments-answered", "parallelGateway", "exclusiveGateway"), "summed-up", "exclusiveGateway", "parallelGateway").Replace(" default=\"refuses-on-paper\"", "", StringComparison.Ordinal);
        var checkedDraft = await CheckAsync(unsound);
        Assert.Equal("False", checkedDraft.Line("accepted"));
        var problem = checkedDraft.GetProperty("problems")[0];
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("problem").GetProperty("message").GetProperty("zh").GetString()));
    }

    [Fact]
    public async Task What_breaks_the_contract_is_named_with_its_element()
    {
        var checkedDraft = await CheckAsync(drawn.Replace("source=\"refused\" target=\"outcome\"", "source=\"thrown-away\" target=\"outcome\"", StringComparison.Ordinal));
        Assert.Contains("outcome-not-allowed", checkedDraft.GetProperty("problems").ToString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(checkedDraft.GetProperty("problems")[0].GetProperty("problem").GetProperty("element").GetString()));
    }

    [Fact]
    public async Task An_unknown_slot_a_stranger_and_an_unsound_publication_are_refused()
    {
        Assert.Equal("409 not-a-slot", await VerdictAsync(Persona.OfProvince, "/drafts/check", new { slot = "no-such-slot", xml = drawn }));
        Assert.StartsWith("403", await VerdictAsync(Persona.OfPark, "/drafts/check", new { slot = "provincial-review", xml = drawn }), StringComparison.Ordinal);
        var broken = drawn.Replace("source=\"refused\" target=\"outcome\"", "source=\"thrown-away\" target=\"outcome\"", StringComparison.Ordinal);
        Assert.StartsWith("422", await VerdictAsync(Persona.Operator, "/definitions", new { xml = broken, province = "370000" }), StringComparison.Ordinal);
        var national = service.Of<Shipped>().Drawings.First(drawing => drawing.Contract is null).Xml;
        Assert.StartsWith("422", await VerdictAsync(Persona.Operator, "/definitions", new { xml = national, province = "370000" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Virtual_people_play_a_draft_and_nothing_is_stored()
    {
        var variables = new { experts = new[] { "一", "二" }, quota = 2 };
        var before = await service.AsOwnerAsync("select count(*) from instances");
        var run = await BodyAsync("/drafts/dry-run", new { xml = drawn, variables, acts = Array.Empty<object>(), begin = "2026-03-02T09:00:00+08:00" });
        Assert.Equal(3, run.GetProperty("open").EnumerateArray().Count(open => open.GetProperty("kind").GetString() == "task"));
        var first = run.GetProperty("open")[0];
        run = await BodyAsync("/drafts/dry-run", new { xml = drawn, variables, acts = new[] { new { did = "done", element = first.GetProperty("element").GetInt32() } }, begin = "2026-03-02T09:00:00+08:00" });
        Assert.Equal(2, run.GetProperty("open").EnumerateArray().Count(open => open.GetProperty("kind").GetString() == "task"));
        Assert.Equal(2, run.GetProperty("path").GetArrayLength());
        Assert.Equal(before, await service.AsOwnerAsync("select count(*) from instances"));
    }

    [Fact]
    public async Task A_text_that_is_no_drawing_is_told_so_and_cannot_be_played()
    {
        Assert.Contains("not-xml", (await CheckAsync("nonsense")).ToString(), StringComparison.Ordinal);
        Assert.Equal("409 draft-unreadable", await VerdictAsync(Persona.OfProvince, "/drafts/dry-run", new { xml = "nonsense", acts = Array.Empty<object>() }));
    }

    private static string ClosedAs(string xml, string id, string from, string to)
    {
        var at = xml.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        var end = xml.IndexOf($"</bpmn:{from}>", at, StringComparison.Ordinal);
        return string.Concat(xml.AsSpan(0, end), $"</bpmn:{to}>", xml.AsSpan(end + $"</bpmn:{from}>".Length));
    }

    private async Task<string> BaseAsync()
    {
        var xml = service.Of<Shipped>().Drawings.Single(drawing => drawing.Name == "slots/provincial-review/_base.bpmn").Xml;
        var file = BpmnReader.Read(xml).File!;
        await service.Of<Publishing>().PublishAsync(file, null, TimeProvider.System.GetUtcNow(), WorkflowsService.Operator, default);
        return file.Hash;
    }

    private async Task<JsonElement> CheckAsync(string xml, string? before = null) => await BodyAsync("/drafts/check", new { slot = "provincial-review", xml, before });

    private async Task<JsonElement> BodyAsync(string path, object body)
    {
        using var answer = await service.As(Persona.OfProvince).SendAsync(HttpMethod.Post, path, body);
        Assert.Equal("200", await answer.VerdictAsync());
        return await answer.BodyAsync();
    }

    private async Task<string> VerdictAsync(Persona by, string path, object body)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, path, body);
        return await answer.VerdictAsync();
    }
}
