using System.Text.Json;
using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure;

/// <summary>What a year's hours amount to is public with the year; the hours are not.</summary>
[Collection(nameof(DisclosureService))]
public sealed class MatchedHoursTests(DisclosureService service)
{
    private static readonly HourlyMatched Matched = new(
        new string('5', 64), new(100, Direct: 90),
        new(1, 0.75m, 0.9995m, 4, 100, 90, 75, [new(1, 100, 75, 25)], [new(0, 1, 0.9m)], [new(1, [new(0, 1, 0.9m)])]));

    [Fact]
    public async Task A_disclosed_year_shows_share_coverage_months_and_the_files_hash()
    {
        var life = new Life().Listed().Reported(matching: Matched).Engaged().Signed().Disclosed();
        await service.DeliverAsync(life.All);
        using var answer = await service.Anonymous().GetAsync($"/parks/{life.Park}/years/2025");
        var matching = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("matching");
        Assert.Equal((new string('5', 64), "0.75", "0.9995"), (
            matching.GetProperty("sha256").GetString(), matching.GetProperty("result").GetProperty("share").GetString(), matching.GetProperty("result").GetProperty("coverage").GetString()));
        Assert.Equal("""[{"month":1,"load":"100","matched":"75","unmatched":"25"}]""", matching.GetProperty("result").GetProperty("months").GetRawText());

        var years = (await service.Anonymous().GetStringAsync("/open-data/years.csv")).Split("\r\n");
        var line = years.Single(l => l.StartsWith(life.Park.ToString(), StringComparison.Ordinal)).Split(',');
        Assert.Equal(["0.75", "0.9995", new string('5', 64)], line[^7..^4]);
        Assert.Contains("hourlyMatchedShare,hourlyCoverage,hourlyFile", years[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_year_is_disclosed_nothing_of_its_hours_is_public()
    {
        var life = new Life().Listed().Reported(matching: Matched).Engaged().Signed();
        await service.DeliverAsync(life.All);
        using var year = await service.Anonymous().GetAsync($"/parks/{life.Park}/years/2025");
        Assert.Equal(404, (int)year.StatusCode);
        var events = await service.Anonymous().GetStringAsync("/open-data/events.jsonl");
        Assert.DoesNotContain(Matched.Sha256, string.Concat(events.Split('\n').Where(l => l.Contains(life.Park.ToString(), StringComparison.Ordinal))), StringComparison.Ordinal);
    }
}
