using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class ReadFiguresTests(DisclosureService service)
{
    [Fact]
    public async Task Every_figure_counts_what_its_query_lists()
    {
        await service.DeliverAsync([.. Life.Accepted().All, .. new Life(demo: true).Listed().All]);
        var figures = (await ReadAsync("/figures")).GetProperty("items").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);
        Assert.Equal(["listedParks", "provinces", "disclosedYears", "acceptedParks"], figures.Keys);
        foreach (var id in new[] { "listedParks", "acceptedParks" })
        {
            var listed = await ReadAsync(figures[id].GetProperty("query").GetString() + "&pageSize=200");
            Assert.Equal(listed.GetProperty("total").GetInt64(), figures[id].GetProperty("value").GetInt64());
            var demo = listed.GetProperty("items").EnumerateArray().Count(i => i.GetProperty("demo").GetBoolean());
            Assert.Equal(demo, figures[id].GetProperty("demo").GetInt64());
        }

        var years = await ReadAsync(figures["disclosedYears"].GetProperty("query").GetString() + "?pageSize=200");
        Assert.Equal(years.GetProperty("total").GetInt64(), figures["disclosedYears"].GetProperty("value").GetInt64());
        Assert.Equal(years.GetProperty("items").EnumerateArray().Count(y => y.GetProperty("demo").GetBoolean()), figures["disclosedYears"].GetProperty("demo").GetInt64());
        var provinces = (await ReadAsync(figures["provinces"].GetProperty("query").GetString()!)).GetProperty("items").EnumerateArray();
        Assert.Equal(provinces.Count(p => p.GetProperty("listed").GetInt64() > 0), figures["provinces"].GetProperty("value").GetInt64());
        Assert.Equal(1, figures["provinces"].GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task The_latest_decisions_come_first_with_park_and_reasons()
    {
        var life = Life.Accepted("最新决定园区");
        await service.DeliverAsync(life.All);
        var items = (await ReadAsync("/decisions?limit=200")).GetProperty("items").EnumerateArray()
            .Where(d => d.GetProperty("parkId").GetGuid() == life.Park).ToArray();
        Assert.Equal(["达到验收要求", "自评估意见", "专家评审通过", "基础条件符合"], items.Select(d => d.GetProperty("reasons").GetString()));
        Assert.Equal(
            ["parkId", "parkName", "demo", "eventId", "at", "type", "title", "actor", "reasons", "document", "source", "publishedOn"],
            items[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-04-01", items[2].GetProperty("publishedOn").GetString());
    }

    [Theory]
    [InlineData("limit=0", "/limit out-of-range")]
    [InlineData("limit=all", "/limit wrong-type")]
    public async Task A_wrong_limit_is_named(string query, string expected)
    {
        using var answer = await service.Anonymous().GetAsync($"/decisions?{query}");
        Assert.Equal([expected], await answer.FieldErrorsAsync());
    }

    private async Task<JsonElement> ReadAsync(string path) => JsonElement.Parse(await service.Anonymous().GetStringAsync(path));
}
