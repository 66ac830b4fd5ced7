using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>The shipped drawings on the running host, from the services' events and people's decisions.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class ShippedProcessTests(WorkflowsService service)
{
    private static readonly string[] Opinions = ["opinion-development", "opinion-industry", "opinion-energy"];

    [Fact]
    public async Task An_application_goes_from_its_submission_to_the_list_and_its_construction_is_watched()
    {
        var c = await BeforeTheProvinceAsync();
        Assert.Equal("200", await c.DecideAsync(Persona.OfProvince, "provincial-recommendation", "recommend"));
        Assert.Contains("\"batch\":\"2026-demo\"", service.Others.Heard[c.Thing].Body, StringComparison.Ordinal);
        await c.HearAsync("/registration", new ApplicationRecommended(c.Park, "2026-demo", "同意推荐。"));
        await c.DoAsync(Persona.Expert, "expert-score");
        await c.DoAsync(Persona.National, "national-panel-conclusion:pass", "ministry-opinion:agree", "ministry-opinion:agree", "national-decision:list");
        await c.OpenAsync("list-publication");
        await c.HearAsync("/registration", new ParkListed(c.Park, c.Facts, "2026-demo", 1, "演示文号", new(2026, 6, 30), "演示", "同意。"), stream: c.Park);
        await service.UntilAsync(await c.InstanceAsync("application"), s => s.Process.Status == InstanceStatus.Completed);
        var watch = await service.UntilAsync(await c.InstanceAsync("construction-watch"), s => s.Process.Timers.Count > 0);
        Assert.Equal("\"2029-12-31\"", watch.Process.Elements[1].Variables.Find("constructionEnd")!.Written());
        Assert.Contains((await service.Anonymous().ReadAsync("/publicity")).GetProperty("items").EnumerateArray(), each => each.GetProperty("park").GetGuid() == c.Park);
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task What_is_returned_directly_is_heard_and_a_corrected_dossier_belongs_to_the_case_that_asked_for_it()
    {
        var c = new ShippedCase(service);
        await c.SubmittedAsync();
        await c.OpenAsync("completeness");
        await c.HearAsync("/registration", new ApplicationReturned(c.Park, "请补充四至。"));
        await c.OpenAsync("application-correction");
        await c.SubmittedAsync(round: 2);
        await c.OpenAsync("completeness");
        Assert.Equal(1L, await service.AsOwnerAsync("select count(*) from instances where park = $1", c.Park));
        Assert.Equal(2L, await service.AsOwnerAsync(
            "select count(*) from mt_events where stream_id = $1 and type = 'workflows.decision-heard.v1'", await c.InstanceAsync("application")));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task An_objection_that_the_province_brings_is_looked_into_before_publicity_ends()
    {
        var c = await BeforeTheProvinceAsync(published: false);
        using var brought = await service.As(Persona.OfProvince).SendAsync(HttpMethod.Post, "/announcements", new { message = "objection-raised", park = c.Park, reasons = "四至与规划不符。" });
        Assert.Equal("201", await brought.VerdictAsync());
        await c.OpenAsync("objection-handling");
        await c.MoveAsync("application", "period-over", "period-end");
        await c.DoAsync(Persona.OfProvince, "objection-handling");
        await c.OpenAsync("provincial-recommendation");
    }

    [Fact]
    public async Task What_is_not_corrected_in_time_lapses_and_the_park_is_told()
    {
        var c = new ShippedCase(service);
        await c.SubmittedAsync();
        await c.OpenAsync("completeness");
        await c.HearAsync("/registration", new ApplicationReturned(c.Park, "请补充四至。"));
        await c.OpenAsync("application-correction");
        await c.MoveAsync("application", "application-correction", "record-lapse");
        await service.UntilAsync(await c.InstanceAsync("application"), s => s.Process.Status == InstanceStatus.Completed);
        var told = await service.As(Persona.OfPark).ReadAsync("/notices");
        Assert.Contains(told.GetProperty("items").EnumerateArray(), each => each.Line("template", "park") == $"application-lapsed {c.Park}");
        Assert.DoesNotContain((await service.As(Persona.OtherPark).ReadAsync("/notices")).GetProperty("items").EnumerateArray(), each => each.GetProperty("park").GetGuid() == c.Park);
    }

    [Fact]
    public async Task An_event_about_an_earlier_task_does_not_end_a_later_one_of_its_kind()
    {
        var c = new ShippedCase(service);
        await c.SubmittedAsync();
        service.Others.Answers(c.Thing, () => Stub.Json(new { id = c.Thing, version = 3 }));
        await c.DoAsync(Persona.OfProvince, "completeness:return");
        await c.DoAsync(Persona.OfPark, "application-correction");
        var (second, _) = await c.OpenAsync("completeness");
        await service.AsOwnerAsync("update tasks set opened = opened + interval '1 hour' where id = $1", second);
        await c.HearAsync("/registration", new ApplicationReturned(c.Park, "请补充四至。"));
        await Task.WhenAny(service.UntilAsync(await c.InstanceAsync("application"), s => s.Process.Tasks.Values.All(task => task.Node != "completeness")), Task.Delay(1500));
        Assert.Equal(second, (await c.OpenAsync("completeness")).Task);
    }

    [Fact]
    public async Task The_services_event_ends_a_decision_whose_answer_was_not_heard()
    {
        var c = new ShippedCase(service);
        await c.SubmittedAsync();
        service.Others.Answers(c.Thing, () => Results.StatusCode(503));
        Assert.Equal("202", await c.DecideAsync(Persona.OfProvince, "completeness", "return"));
        var id = await c.InstanceAsync("application");
        await c.HearAsync("/registration", new ApplicationReturned(c.Park, "请补充四至。"));
        await c.OpenAsync("application-correction");
        Assert.Equal(1L, await service.AsOwnerAsync("select count(*) from mt_events where stream_id = $1 and type = 'workflows.completion-recorded.v1'", id));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_park_asks_for_acceptance_and_the_nation_accepts_it()
    {
        var c = new ShippedCase(service);
        service.Others.Experts = [(Persona.Expert.Id, null)];
        await c.HearAsync("/acceptance", new AcceptanceRequested(c.Park, c.Facts.Name, Persona.Jiangsu, Persona.ParkBody, 2026, Guid.CreateVersion7(), new(0.2m, 0.3m, Methodology.Verdict.Met), Demo: true));
        await c.DoAsync(Persona.OfPark, "self-evaluation-report");
        await c.DoAsync(Persona.OfProvince, "opinion-industry", "opinion-energy");
        await c.DoAsync(Persona.Expert, "expert-score");
        await c.OpenAsync("self-evaluation");
        await c.HearAsync("/acceptance", new SelfEvaluationConcluded(c.Park, Passed: true, "达标。"));
        await c.DoAsync(Persona.Expert, "expert-score");
        await c.DoAsync(Persona.National, "site-check");
        service.Others.Answers(c.Thing, () => Stub.Json(new { id = c.Thing, version = 3 }));
        Assert.Equal("200", await c.DecideAsync(Persona.National, "acceptance-decision", "accepted"));
        Assert.Contains("\"accepted\":true", service.Others.Heard[c.Thing].Body, StringComparison.Ordinal);
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(await c.InstanceAsync("acceptance"))).Process.Status);
        await service.AssertLawAsync();
    }

    /// <summary>A case whose publicity is over, with a place left.</summary>
    private async Task<ShippedCase> BeforeTheProvinceAsync(bool published = true)
    {
        var c = new ShippedCase(service);
        service.Others.Experts = [(Persona.Expert.Id, null)];
        service.Others.Answers(c.Thing, () => Stub.Json(new { id = c.Thing, version = 3 }));
        await c.SubmittedAsync();
        await c.DoAsync(Persona.OfProvince, ["completeness:complete", .. Opinions, "provincial-summary:proceed"]);
        await c.DoAsync(Persona.Expert, "expert-score");
        await c.DoAsync(Persona.OfProvince, "panel-conclusion:pass");
        if (published) await c.MoveAsync("application", "period-over", "period-end");
        return c;
    }
}
