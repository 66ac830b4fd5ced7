using System.Net;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class ReadParkTests(DisclosureService service)
{
    [Fact]
    public async Task A_park_page_adds_what_the_contract_names()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var page = await ReadAsync($"/parks/{life.Park}");
        Assert.Equal(
            ["fourBounds", "boundary", "boundaries", "baseYear", "targets", "decisions", "years", "list", "managementBody", "keyProjects"],
            page.EnumerateObject().Select(p => p.Name).Skip(18));
        Assert.Equal("""[{"year":2025,"core":"0.9"},{"year":2028,"core":"0.2"}]""", page.GetProperty("targets").GetRawText());
        Assert.Equal("""{"type":"Point","coordinates":[119.9,32.5]}""", page.GetProperty("boundary").GetRawText());
        var year = page.GetProperty("years")[0];
        Assert.Equal(["year", "core", "target", "verdict", "disclosedAt"], year.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["province 基础条件符合", "national 专家评审通过", "province 自评估意见", "national 达到验收要求"],
            page.GetProperty("decisions").EnumerateArray().Select(d => $"{d.GetProperty("actor")} {d.GetProperty("reasons")}"));
        Assert.Equal("测试名单〔2026〕1号", page.GetProperty("list").GetProperty("document").GetString());
    }

    [Fact]
    public async Task A_timeline_tells_everything_in_order()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var items = (await ReadAsync($"/parks/{life.Park}/timeline")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(life.All.Select(e => e.Id), items.Select(i => i.GetProperty("eventId").GetGuid()));
        Assert.Equal(["eventId", "at", "type", "title", "actor", "facts", "logIndex"], items[0].EnumerateObject().Select(p => p.Name));
        var signed = items[5];
        Assert.Equal("verification.statement-signed.v1", signed.GetProperty("type").GetString());
        Assert.Equal("签署核查声明", signed.GetProperty("title").GetProperty("zh").GetString());
        Assert.Equal("verifier-lead", signed.GetProperty("actor").GetString());
        Assert.Equal(
            """{"year":"2025","version":"1","body":"测试核查机构","opinion":"unmodified","assurance":"reasonable","findings":"1"}""",
            signed.GetProperty("facts").GetRawText());
        Assert.Equal(JsonValueKind.Null, signed.GetProperty("logIndex").ValueKind);
    }

    [Fact]
    public async Task The_timeline_tells_the_figures_of_a_year_when_it_is_disclosed()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var items = (await ReadAsync($"/parks/{life.Park}/timeline")).GetProperty("items").EnumerateArray();
        var facts = items.Single(i => i.GetProperty("type").GetString() == "submission.year-disclosed.v1").GetProperty("facts");
        Assert.Equal(["18000", "0.18"], new[] { "reportedEmissionsT", "reportedCoreTPerTce" }.Select(name => facts.GetProperty(name).GetString()));
        Assert.Equal(["18600", "0.186"], new[] { "verifiedEmissionsT", "verifiedCoreTPerTce" }.Select(name => facts.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task A_year_has_the_fields_of_the_contract()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var year = await ReadAsync($"/parks/{life.Park}/years/2025");
        foreach (var name in new[] { "year", "reported", "verified", "statement", "signals", "restatements", "evidence", "record" })
        {
            Assert.True(year.TryGetProperty(name, out _), name);
        }

        Assert.Equal("0.186", year.GetProperty("verified").GetProperty("indicators")[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("/parks/018f0000-0000-7000-8000-000000000000")]
    [InlineData("/parks/018f0000-0000-7000-8000-000000000000/timeline")]
    [InlineData("/parks/018f0000-0000-7000-8000-000000000000/years/2025")]
    [InlineData("/parks/018f0000-0000-7000-8000-000000000000/years/last")]
    [InlineData("/parks/苏州")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await service.Anonymous().GetAsync(path);
        Assert.Equal("404 not-found", await answer.VerdictAsync());
    }

    [Fact]
    public async Task A_year_is_not_there_before_its_disclosure()
    {
        var life = new Life().Listed().Reported().Engaged().Signed();
        await service.DeliverAsync(life.All);
        using var answer = await service.Anonymous().GetAsync($"/parks/{life.Park}/years/2025");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_is_not_sent_twice_until_something_happens()
    {
        var life = new Life().Submitted();
        await service.DeliverAsync(life.All);
        var reader = service.Anonymous();
        using var first = await reader.GetAsync($"/parks/{life.Park}");
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await reader.GetAsync($"/parks/{life.Park}");
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await service.DeliverAsync(life.Recommended().All[^1]);
        using var changed = await reader.GetAsync($"/parks/{life.Park}");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private async Task<JsonElement> ReadAsync(string path) => JsonElement.Parse(await service.Anonymous().GetStringAsync(path));
}
