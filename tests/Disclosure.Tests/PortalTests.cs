using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class PortalTests(DisclosureService service)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("江苏常州溧阳高新技术产业开发区", "jsczlygxjscykfq")]
    [InlineData("重庆两江新区", "cqljxq")]
    [InlineData("苏州工业园区", "szgyyq")]
    [InlineData("A区·2号", "aq2h")]
    [InlineData("", "")]
    public void A_name_has_the_first_letters_of_its_pinyin(string name, string letters) => Assert.Equal(letters, Initials.Of(name));

    [Theory]
    [InlineData("q=bslltyq", 1)]
    [InlineData("q=BSLLTYQ", 1)]
    [InlineData("q=白山绿陵&batch=2026-1", 1)]
    [InlineData("q=白山绿陵&batch=2025-1", 0)]
    [InlineData("q=白山绿陵&industry=新能源装备与材料型", 1)]
    [InlineData("q=白山绿陵&industry=综合/其他型", 0)]
    [InlineData("q=白山绿陵&verdict=met", 1)]
    [InlineData("q=白山绿陵&verdict=notMet", 0)]
    public async Task Parks_are_found_by_letters_list_industry_and_verdict(string query, int expected)
    {
        await service.DeliverAsync(Once.All);
        Assert.Equal(expected, (await ReadAsync($"/parks?{query}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Disclosed_years_stand_side_by_side()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var list = await ReadAsync($"/years?park={life.Park}");
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        var year = list.GetProperty("items")[0];
        Assert.Equal(("2025", "18600", "测试核查机构"), (year.GetProperty("year").GetRawText(), year.GetProperty("emissions").GetProperty("total").GetString(), year.GetProperty("bodyName").GetString()));
        Assert.Equal("0.186", year.GetProperty("indicators")[0].GetProperty("value").GetString());
        Assert.Equal(0, (await ReadAsync($"/years?park={life.Park}&year=2024")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Provinces_lists_and_bodies_count_what_the_lists_hold()
    {
        await service.DeliverAsync(Life.Accepted().All);
        var province = Find(await ReadAsync("/provinces"), p => p.GetProperty("province").GetProperty("adcode").GetString() == "320000");
        Assert.Equal((await ReadAsync("/parks?province=320000&pageSize=1")).GetProperty("total").GetInt32(), province.GetProperty("parks").GetInt32());
        Assert.Equal((await ReadAsync("/parks?province=320000&stage=accepted&pageSize=1")).GetProperty("total").GetInt32(), province.GetProperty("accepted").GetInt32());
        Assert.Equal((await ReadAsync("/parks?province=320000&verdict=met&pageSize=1")).GetProperty("total").GetInt32(), province.GetProperty("met").GetInt32());

        var batch = Find(await ReadAsync("/batches"), b => b.GetProperty("list").GetProperty("batch").GetString() == "2026-1");
        Assert.Equal((await ReadAsync("/parks?batch=2026-1&pageSize=1")).GetProperty("total").GetInt32(), batch.GetProperty("parks").GetInt32());
        Assert.Equal(("测试名单〔2026〕1号", JsonValueKind.Null), (batch.GetProperty("list").GetProperty("document").GetString(), batch.GetProperty("list").GetProperty("listNumber").ValueKind));

        var body = Find(await ReadAsync("/bodies"), b => b.GetProperty("id").GetGuid() == Persona.VerificationBody);
        Assert.Equal((await ReadAsync($"/years?body={Persona.VerificationBody}&pageSize=1")).GetProperty("total").GetInt32(), body.GetProperty("years").GetInt32());
    }

    [Fact]
    public async Task Of_each_park_the_latest_disclosed_year_is_to_be_had()
    {
        var life = Life.Accepted().NextYear().Reported().Engaged().Signed().Disclosed();
        await service.DeliverAsync(life.All);
        Assert.Equal(2, (await ReadAsync($"/years?park={life.Park}")).GetProperty("total").GetInt32());
        var latest = await ReadAsync($"/years?park={life.Park}&latest=true");
        Assert.Equal((1, 2026), (latest.GetProperty("total").GetInt32(), latest.GetProperty("items")[0].GetProperty("year").GetInt32()));
    }

    [Fact]
    public async Task A_feed_tells_what_happened_newest_first()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var feed = XDocument.Parse(await service.Anonymous().GetStringAsync($"/feeds/parks/{life.Park}.atom?language=en")).Root!;
        var entries = feed.Elements(Atom + "entry").ToArray();
        Assert.Equal(life.All.Count, entries.Length);
        Assert.Equal("海陵零碳园区: Accepted as a national zero-carbon park", entries[0].Element(Atom + "title")!.Value);
        Assert.Equal($"urn:uuid:{life.All[^1].Id}", entries[0].Element(Atom + "id")!.Value);
        Assert.EndsWith($"/en/parks/{life.Park}", entries[0].Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries[0].Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task A_search_is_followed_like_a_park()
    {
        var (wanted, other) = (Life.Accepted("鹤鸣洲探源区"), Life.Accepted("石塘湾探源区"));
        await service.DeliverAsync([.. wanted.All, .. other.All]);
        var feed = XDocument.Parse(await service.Anonymous().GetStringAsync("/feeds/search.atom?q=鹤鸣洲 探源&language=en")).Root!;
        Assert.Equal(wanted.All.Count, feed.Elements(Atom + "entry").Count());
        Assert.EndsWith($"/feeds/search.atom?q={Uri.EscapeDataString("鹤鸣洲 探源")}&language=en", feed.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<entry>", await service.Anonymous().GetStringAsync("/feeds/search.atom?q=鹤鸣洲&stage=rejected"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feeds/search.atom?stage=accepted")]
    [InlineData("/feeds/all.atom")]
    [InlineData("/feeds/provinces/320000.atom")]
    [InlineData("/open-data/events.csv")]
    [InlineData("/open-data/parks.jsonl")]
    [InlineData("/open-data/years.jsonl")]
    [InlineData("/years")]
    [InlineData("/provinces")]
    [InlineData("/batches")]
    [InlineData("/bodies")]
    public async Task What_the_reader_has_is_not_sent_again(string path)
    {
        var reader = service.Anonymous();
        using var first = await reader.GetAsync(path);
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task A_badge_says_how_things_stand_now()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        using var answer = await service.Anonymous().GetAsync($"/badges/{life.Park}.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var badge = XDocument.Parse(await answer.Content.ReadAsStringAsync()).ToString();
        foreach (var words in new[] { "已通过验收", "0.186", "达到", "#1d6f42" })
        {
            Assert.Contains(words, badge, StringComparison.Ordinal);
        }

        Assert.Contains("Accepted", await service.Anonymous().GetStringAsync($"/badges/{life.Park}.svg?language=en"), StringComparison.Ordinal);
        Assert.Equal("404 not-found", await (await service.Anonymous().GetAsync($"/badges/{Guid.CreateVersion7()}.svg")).VerdictAsync());
    }

    [Theory]
    [InlineData("/years?park=x")]
    [InlineData("/years?year=1900")]
    [InlineData("/years?page=0")]
    [InlineData("/parks?verdict=best")]
    [InlineData("/feeds/all.atom?language=fr")]
    [InlineData("/feeds/search.atom?stage=best")]
    public async Task A_senseless_question_is_422(string path) => Assert.StartsWith("422", await (await service.Anonymous().GetAsync(path)).VerdictAsync(), StringComparison.Ordinal);

    private static readonly Life Once = Life.Accepted("白山绿陵探源区");

    private static JsonElement Find(JsonElement list, Func<JsonElement, bool> wanted) => list.GetProperty("items").EnumerateArray().Single(wanted);

    private async Task<JsonElement> ReadAsync(string path) => JsonElement.Parse(await service.Anonymous().GetStringAsync(path));
}
