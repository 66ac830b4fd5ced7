using System.Net.Http.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class RecordPublishedListTests(RegistrationService service)
{
    private static readonly RecordPublishedList.Request Request = new(
        "2025-1", "发改办环资〔2025〕1082号", new(2025, 12, 26), "官方名单（V）。", "国家发展改革委公布。",
        [new(1, "北京经济技术开发区", "110000", "北京市", ParkScope.Partial, 2025, 2028, 39.79m, 116.5m, "高新/先进制造型")]);

    [Fact]
    public void A_published_list_is_taken_over_with_ids_that_follow_from_batch_and_number() => Spec.For(ListState.Stream)
        .Given()
        .When(state => RecordPublishedList.Decide(state, Request))
        .Then(new NationalListPublished(
            Request.Batch, Request.Document, Request.PublishedOn, Request.Source, Request.Reasons,
            [new(RecordPublishedList.ParkId("2025-1", 1), 1, "北京经济技术开发区")]));

    [Fact]
    public void Taken_over_it_is_not_taken_over_again() => Spec.For(ListState.Stream)
        .Given(new NationalListPublished("2025-1", "发改办环资〔2025〕1082号", new(2025, 12, 26), "官方名单（V）。", "公布。", []))
        .When(state => RecordPublishedList.Decide(state, Request))
        .ThenNothing();

    [Fact]
    public async Task Recording_the_same_list_again_changes_nothing()
    {
        using var recorded = await PostAsync(Body("2024-again"));
        Assert.Equal("201", await recorded.VerdictAsync());
        using var again = await PostAsync(Body("2024-again"));
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(await recorded.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(1, await service.EventCountAsync(RecordPublishedList.ListId("2024-again")));
        Assert.Equal(1, await service.EventCountAsync(RecordPublishedList.ParkId("2024-again", 2)));
        var park = await service.As(Persona.Auditor).ReadAsync($"/parks/{RecordPublishedList.ParkId("2024-again", 2)}");
        Assert.Equal("2 2024-again 2025-12-26", park.Line("listNumber", "batch", "publishedOn"));
        Assert.Equal("whole", park.GetProperty("facts").GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Two_who_record_it_at_the_same_time_record_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(Body("2024-race"))));
        Assert.All(answers, a => Assert.Contains((int)a.StatusCode, new[] { 200, 201 }));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        Assert.Equal(1, await service.EventCountAsync(RecordPublishedList.ListId("2024-race")));
    }

    [Theory]
    [InlineData("name", "", "/parks/1/name required")]
    [InlineData("province", "999999", "/parks/1/province unknown-province")]
    [InlineData("listNumber", 1, "/parks listed-twice")]
    [InlineData("listNumber", 0, "/parks/1/listNumber out-of-range")]
    [InlineData("constructionEnd", 2024, "/parks/1/constructionEnd end-before-start")]
    [InlineData("latitude", "north", "/parks/1/latitude wrong-type")]
    [InlineData("colour", "green", "/parks/1/colour unknown-member")]
    public async Task One_wrong_line_is_named_and_nothing_is_written(string field, object value, string expected)
    {
        using var refused = await PostAsync(Body("2024-wrong", line => line[field] = value));
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        Assert.Equal(0, await service.EventCountAsync(RecordPublishedList.ListId("2024-wrong")));
        Assert.Equal(0, await service.EventCountAsync(RecordPublishedList.ParkId("2024-wrong", 1)));
    }

    [Fact]
    public async Task Only_the_nation_takes_lists_over()
    {
        foreach (var persona in Persona.All.Where(p => p != Persona.National))
        {
            using var refused = await service.As(persona).PostAsJsonAsync("/lists/published", Body("2024-role"));
            Assert.Equal("403 not-allowed", await refused.VerdictAsync());
        }
    }

    /// <summary>A list of two parks, the second of them as <paramref name="change"/> makes it.</summary>
    private static object Body(string batch, Action<Dictionary<string, object>>? change = null)
    {
        var second = Line(2);
        change?.Invoke(second);
        return new
        {
            batch,
            document = "测试文号〔2024〕1号",
            publishedOn = "2025-12-26",
            source = "测试。",
            reasons = "公布。",
            parks = new[] { Line(1), second },
        };
    }

    private static Dictionary<string, object> Line(int number) => new()
    {
        ["listNumber"] = number,
        ["name"] = $"测试园区{number}",
        ["province"] = "330000",
        ["city"] = "宁波市",
        ["scope"] = "whole",
        ["constructionStart"] = 2025,
        ["constructionEnd"] = 2029,
        ["latitude"] = "29.9",
        ["longitude"] = "121.5",
        ["industryGroup"] = "化工/石化型",
    };

    private async Task<HttpResponseMessage> PostAsync(object body) => await service.As(Persona.National).PostAsJsonAsync("/lists/published", body);
}
