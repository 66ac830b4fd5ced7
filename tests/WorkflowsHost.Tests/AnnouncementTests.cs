using System.Net.Http.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What comes to a case from outside the registry, and the campaign that opens a year.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class AnnouncementTests(WorkflowsService service)
{
    [Fact]
    public async Task A_campaign_opens_a_year_for_every_listed_park_once_and_hears_that_it_was_submitted()
    {
        var (c, year) = (await ListedAsync(), 2031);
        Assert.Equal("409 days-out-of-order", await OpenAsync(year, "2060-04-01", "2060-03-31"));
        Assert.Equal("201", await OpenAsync(year, "2060-03-20", "2060-03-31"));
        Assert.Equal("200", await OpenAsync(year, "2060-03-20", "2060-03-31"));
        var id = await c.InstanceAsync("annual-report");
        Assert.Equal($"{c.Park}/{year}", (await service.StateAsync(id)).Process.BusinessKey);
        var submission = StableId.Of("submission", c.Park, year);
        Assert.Equal(FeelValue.Of(submission.ToString()), (await service.StateAsync(id)).Process.Elements[1].Variables.Find("case"));
        await c.OpenAsync("annual-submission");
        await c.PublishAsync("/submission", "submission.year-submitted.v1", new { parkId = c.Park, year, version = 1 }, submission);
        await c.OpenAsync("body-engagement");
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task A_cause_that_the_province_brings_begins_surveillance()
    {
        var c = await ListedAsync();
        Assert.Equal("409 not-yours-to-say", await AnnounceAsync(Persona.OtherProvince, c.Park, "surveillance-cause"));
        Assert.Equal("409 not-yours-to-say", await AnnounceAsync(Persona.OfPark, c.Park, "surveillance-cause"));
        Assert.Equal("409 park-unknown", await AnnounceAsync(Persona.OfProvince, Guid.CreateVersion7(), "surveillance-cause"));
        Assert.Equal("201", await AnnounceAsync(Persona.OfProvince, c.Park, "surveillance-cause"));
        await c.InstanceAsync("surveillance");
        await c.DoAsync(Persona.OfPark, "inquiry-statement");
        await c.DoAsync(Persona.OfProvince, "inquiry-finding:unfounded");
        Assert.Equal(InstanceStatus.Completed, (await service.StateAsync(await c.InstanceAsync("surveillance"))).Process.Status);
    }

    [Fact]
    public async Task A_parks_wish_for_more_time_goes_to_its_province_and_the_nation()
    {
        var c = await ListedAsync();
        Assert.Equal("409 not-yours-to-say", await AnnounceAsync(Persona.OtherPark, c.Park, "extension-requested"));
        Assert.Equal("201", await AnnounceAsync(Persona.OfPark, c.Park, "extension-requested"));
        await c.DoAsync(Persona.OfProvince, "extension-opinion");
        Assert.Equal("200", await c.DecideAsync(Persona.National, "extension-decision", "granted", new { newEnd = "2031-12-31" }));
        var watch = await service.UntilAsync(await c.InstanceAsync("construction-watch"), s => s.Process.Timers.Count > 0);
        Assert.Equal(FeelValue.Of("2031-12-31"), watch.Process.Elements[1].Variables.Find("constructionEnd"));
    }

    private async Task<ShippedCase> ListedAsync()
    {
        var c = new ShippedCase(service);
        await c.HearAsync("/registration", new ParkListed(c.Park, c.Facts, "2026-demo", 1, "演示文号", new(2026, 6, 30), "演示", "同意。"), stream: c.Park);
        await c.InstanceAsync("construction-watch");
        return c;
    }

    private async Task<string> OpenAsync(int year, string remindOn, string dueOn)
    {
        using var answer = await service.As(Persona.National).PostAsJsonAsync("/campaigns", new { year, remindOn, dueOn, finalOn = "2060-04-20", reasons = "开展年度报送。" });
        return await answer.VerdictAsync();
    }

    private async Task<string> AnnounceAsync(Persona by, Guid park, string message)
    {
        using var answer = await service.As(by).PostAsJsonAsync("/announcements", new { message, park, reasons = "情况说明。" });
        return await answer.VerdictAsync();
    }
}
