using System.Net;
using System.Text;
using System.Text.Json;
using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class OpenDataTests(DisclosureService service)
{
    [Fact]
    public async Task Parks_are_a_table_that_Excel_reads()
    {
        var life = Life.Accepted("=HYPERLINK(\"http://x\",\"园区\")");
        await service.DeliverAsync(life.All);
        var bytes = await service.Anonymous().GetByteArrayAsync("/open-data/parks.csv");
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal(
            "id,listNumber,name,provinceAdcode,provinceName,city,scope,constructionStart,constructionEnd,stage,latitude,longitude,industryGroup,demo,coreValue,coreTarget,coreVerdict,disclosedYears,batch",
            lines[0][1..]);
        Assert.Equal(
            $"{life.Park},,\"'=HYPERLINK(\"\"http://x\"\",\"\"园区\"\")\",320000,江苏省,泰州市,partial,2025,2028,accepted,32.5,119.9,新能源装备与材料型,false,0.186,0.2,met,2025,2026-1",
            lines.Single(l => l.StartsWith(life.Park.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Years_hold_reported_and_verified_values_of_disclosed_years_only()
    {
        var disclosed = Life.Accepted();
        var closed = new Life().Listed().Reported().Engaged().Signed();
        await service.DeliverAsync(disclosed.All.Concat(closed.All));
        var years = await service.Anonymous().GetStringAsync("/open-data/years.csv");
        var head = years.Split("\r\n")[0].Split(',');
        var line = years.Split("\r\n").Single(l => l.StartsWith(disclosed.Park.ToString(), StringComparison.Ordinal)).Split(',');
        Assert.Equal(head.Length, line.Length);
        Assert.Equal(("18000", "18600"), (line[Array.IndexOf(head, "reportedTotal")], line[Array.IndexOf(head, "verifiedTotal")]));
        Assert.DoesNotContain(closed.Park.ToString(), years, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_a_line_each_and_follow_the_rule_of_the_timeline()
    {
        var life = new Life().Listed().Reported().Engaged().Signed();
        await service.DeliverAsync(life.All);
        var line = JsonElement.Parse(Assert.Single(await LinesOfAsync(life.Park)));
        Assert.Equal(
            ["eventId", "at", "type", "parkId", "parkName", "demo", "title", "actor", "facts", "logIndex"],
            line.EnumerateObject().Select(p => p.Name));
        await service.DeliverAsync(life.Disclosed().All);
        Assert.Equal(5, (await LinesOfAsync(life.Park)).Length);
    }

    [Theory]
    [InlineData("/open-data/parks.csv")]
    [InlineData("/open-data/years.csv")]
    [InlineData("/open-data/events.jsonl")]
    public async Task A_file_is_not_sent_twice(string path)
    {
        var reader = service.Anonymous();
        using var first = await reader.GetAsync(path);
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a\"b,c", "\"a\"\"b,c\"")]
    [InlineData("园区", "园区")]
    public void A_text_is_never_a_formula(string text, string cell) => Assert.Equal(cell + "\r\n", Csv.Line([text]));

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Equal("-0.5,true,\r\n", Csv.Line([-0.5m, true, null]));

    [Theory]
    [InlineData("parks")]
    [InlineData("years")]
    [InlineData("events")]
    [InlineData("disputes")]
    [InlineData("key-projects")]
    public async Task Every_column_is_explained_in_both_languages(string table)
    {
        var csv = (await service.Anonymous().GetStringAsync($"/open-data/{table}.csv")).Split("\r\n")[0].TrimStart((char)0xFEFF).Split(',');
        var dictionary = JsonElement.Parse(await service.Anonymous().GetStringAsync("/open-data/dictionary"));
        var columns = dictionary.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == table).GetProperty("columns").EnumerateArray().ToArray();
        Assert.Equal(csv, columns.Select(c => c.GetProperty("name").GetString()!));
        Assert.All(columns, c => Assert.All(new[] { "zh", "en" }, language => Assert.NotEmpty(c.GetProperty("meaning").GetProperty(language).GetString()!)));
        Assert.Contains($"{table},{csv[^1]},", await service.Anonymous().GetStringAsync("/open-data/dictionary.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_forms_of_a_table_say_the_same()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        foreach (var (table, id) in new[] { ("parks", "id"), ("years", "parkId") })
        {
            var json = JsonElement.Parse((await service.Anonymous().GetStringAsync($"/open-data/{table}.jsonl")).Split('\n').Single(l => l.Contains(life.Park.ToString(), StringComparison.Ordinal)));
            var csv = await service.Anonymous().GetStringAsync($"/open-data/{table}.csv");
            Assert.Equal(csv.Split("\r\n")[0].TrimStart((char)0xFEFF).Split(','), json.EnumerateObject().Select(p => p.Name));
            Assert.Equal(life.Park, json.GetProperty(id).GetGuid());
        }
    }

    private async Task<string[]> LinesOfAsync(Guid park) => [.. (await service.Anonymous().GetStringAsync("/open-data/events.jsonl"))
        .Split('\n').Where(l => l.Contains(park.ToString(), StringComparison.Ordinal))];
}
