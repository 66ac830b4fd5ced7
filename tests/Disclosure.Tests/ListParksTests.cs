using System.Net;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class ListParksTests(DisclosureService service)
{
    [Fact]
    public async Task An_item_has_the_fields_of_the_contract()
    {
        var life = Life.Accepted("契约零碳园区");
        await service.DeliverAsync(life.All);
        var list = await ListAsync("q=契约零碳园区");
        Assert.Equal(["total", "page", "pageSize", "items"], Names(list));
        var item = list.GetProperty("items")[0];
        Assert.Equal(
            [
                "id", "listNumber", "name", "province", "city", "scope", "constructionStart", "constructionEnd", "stage", "latitude",
                "longitude", "industryGroup", "demo", "coreValue", "coreTarget", "coreVerdict", "disclosedYears",
                "batch",
            ],
            Names(item));
        Assert.Equal("""{"adcode":"320000","name":"江苏省"}""", item.GetProperty("province").GetRawText());
        Assert.Equal(("accepted", "partial", "32.5", "0.186"), (Text("stage"), Text("scope"), Text("latitude"), Text("coreValue")));

        string? Text(string name) => item.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("province=320000&q=筛选园区", 1)]
    [InlineData("province=330000&q=筛选园区", 0)]
    [InlineData("stage=applied&q=筛选园区", 1)]
    [InlineData("stage=selfEvaluation&q=筛选园区", 0)]
    [InlineData("scope=partial&q=筛选园区", 1)]
    [InlineData("scope=whole&q=筛选园区", 0)]
    [InlineData("listed=false&q=筛选园区", 1)]
    [InlineData("listed=true&q=筛选园区", 0)]
    [InlineData("disclosed=false&q=筛选园区", 1)]
    [InlineData("q=筛选 泰州", 1)]
    [InlineData("q=　筛选·园区（江苏）", 0)]
    [InlineData("q=Ａｂｃ筛选", 1)]
    [InlineData("q=abc 筛选", 1)]
    [InlineData("q=筛选%25", 1)]
    [InlineData("q=筛_园", 0)]
    public async Task Filters_and_search_narrow_the_list(string query, int expected)
    {
        await service.DeliverAsync(Once.All);
        Assert.Equal(expected, (await ListAsync(query)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Pages_divide_the_list_in_the_order_of_list_numbers()
    {
        foreach (var number in new[] { 3, 1, 2 })
        {
            await service.DeliverAsync(new Life($"分页园区{number}").Listed(number).All);
        }

        var first = await ListAsync("q=分页园区&pageSize=2");
        var second = await ListAsync("q=分页园区&pageSize=2&page=2");
        Assert.Equal([1, 2], Numbers(first));
        Assert.Equal([3], Numbers(second));
        Assert.Equal(3, second.GetProperty("total").GetInt32());
        Assert.Equal(3, (await ListAsync("q=分页园区&page=9")).GetProperty("total").GetInt32());

        static IEnumerable<int> Numbers(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("listNumber").GetInt32());
    }

    [Theory]
    [InlineData("page=-1", "/page out-of-range")]
    [InlineData("page=0", "/page out-of-range")]
    [InlineData("page=two", "/page wrong-type")]
    [InlineData("pageSize=1000000000", "/pageSize out-of-range")]
    [InlineData("pageSize=99999999999999", "/pageSize wrong-type")]
    [InlineData("pageSize=0", "/pageSize out-of-range")]
    [InlineData("province=js", "/province wrong-form")]
    [InlineData("stage=3", "/stage wrong-form")]
    [InlineData("stage=Listed", "/stage wrong-form")]
    [InlineData("scope=half", "/scope wrong-form")]
    [InlineData("listed=maybe", "/listed wrong-type")]
    public async Task A_wrong_value_is_named(string query, string expected)
    {
        using var answer = await service.Anonymous().GetAsync($"/parks?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([expected], await answer.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_refused()
    {
        using var answer = await service.Anonymous().GetAsync($"/parks?q={new string('x', 10_000)}");
        Assert.Equal(["/q too-long"], await answer.FieldErrorsAsync());
    }

    [Fact]
    public async Task The_list_is_not_sent_twice()
    {
        var reader = service.Anonymous();
        using var first = await reader.GetAsync("/parks?q=没有这样的园区");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/parks?q=没有这样的园区");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("""{"total":0,"page":1,"pageSize":20,"items":[]}""", await first.Content.ReadAsStringAsync());
    }

    private static readonly Life Once = new Life("ABC 筛选园区").Submitted();

    private async Task<JsonElement> ListAsync(string query) => JsonElement.Parse(await service.Anonymous().GetStringAsync($"/parks?{query}"));

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);
}
