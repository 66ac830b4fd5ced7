using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>Where anybody reads disputes: list, timeline, feed, open data, pages without a script.</summary>
[Collection(nameof(DisclosureService))]
public sealed class DisputePublicTests(DisclosureService service) : DisputeCalls(service)
{
    [Fact]
    public async Task The_list_is_filtered_by_state_and_by_what_is_late()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "reported.core", Words))).GetProperty("number").GetString()!;
        Assert.Contains(number, await NumbersAsync("?state=received&overdue=false"));
        Assert.Contains(number, await NumbersAsync("?state=open&pageSize=200"));
        Assert.DoesNotContain(number, await NumbersAsync("?state=closed&pageSize=200"));
        Assert.DoesNotContain(number, await NumbersAsync("?overdue=true&pageSize=200"));
        using var wrong = await Service.Anonymous().GetAsync("/disputes?state=lost");
        Assert.Equal("422 invalid", await wrong.VerdictAsync());
    }

    [Fact]
    public async Task A_dispute_stands_on_the_timeline_in_the_feed_and_in_the_open_data_with_what_corrected_it()
    {
        var life = Life.Accepted().Disputed().DisputeUpheld().Reported(2, "更正燃煤量").VerifiedAnew().Engaged(2).Signed(2).Disclosed(2);
        await Service.DeliverAsync(life.All);
        var titles = (await Service.Anonymous().ReadAsync($"/parks/{life.Park}/timeline")).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("type").GetString()!.StartsWith("disclosure.", StringComparison.Ordinal)).Select(e => e.GetProperty("title").GetProperty("zh").GetString());
        Assert.Equal(["数字受到质疑", "受理质疑", "质疑成立"], titles);
        Assert.Contains("质疑成立", await Service.Anonymous().GetStringAsync($"/feeds/parks/{life.Park}.atom"), StringComparison.Ordinal);
        var line = (await Service.Anonymous().GetStringAsync("/open-data/disputes.jsonl")).Split('\n').Single(l => l.Contains(life.Park.ToString(), StringComparison.Ordinal));
        Assert.Equal("D-2026-000007 verified.total upheld body 2", JsonElement.Parse(line).Line("number", "figure", "state", "respondent", "correctedByVersion"));
        Assert.Contains($"D-2026-000007,{life.Park}", await Service.Anonymous().GetStringAsync("/open-data/disputes.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "已受理，待答复")]
    [InlineData("en", "taken up, awaiting answer")]
    public async Task It_is_read_without_a_script_and_nothing_of_it_is_executed(string language, string state)
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "verified.total", "<script>alert(1)</script> 夜间燃煤。", Evidence: "https://example.org/?a=1&b=<b>", WordsPublic: true))).GetProperty("number").GetString()!;
        await CommandAsync(Persona.National, $"/disputes/{await IdAsync(number)}/triage", new { takenUp = true, reasons = "<img src=x onerror=alert(1)>" }, 1, "200");
        var page = await Service.Anonymous().GetStringAsync($"/pages/{language}/disputes/{number}");
        Assert.Contains(state, page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
        Assert.Contains("https://example.org/?a=1&amp;b=&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains(number, await Service.Anonymous().GetStringAsync($"/pages/{language}/disputes"), StringComparison.Ordinal);
        Assert.Contains("SHA-256", await Service.Anonymous().GetStringAsync($"/pages/{language}/disputes/new"), StringComparison.Ordinal);
        using var missing = await Service.Anonymous().GetAsync($"/pages/{language}/disputes/D-2020-000001");
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Theory]
    [InlineData("zh", "受理 {0} 日，答复 {1} 日，结论 {2} 日")]
    [InlineData("en", "{0} for triage, {1} for the answer, {2} for the conclusion")]
    public async Task The_page_names_the_periods_that_hold(string language, string words)
    {
        var periods = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "services/Disclosure/Disputes/periods.csv"))).Skip(1).Select(line => (object)line.Split(',')[1]).ToArray();
        Assert.Contains(string.Format(null, words, periods), await Service.Anonymous().GetStringAsync($"/pages/{language}/disputes"), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string?>> NumbersAsync(string query) =>
        [.. (await Service.Anonymous().ReadAsync($"/disputes{query}")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString())];
}
