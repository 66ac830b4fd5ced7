using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class CalculateTests(DisclosureService service)
{
    [Fact]
    public async Task A_year_is_computed_without_an_account()
    {
        using var answer = await service.Anonymous().PostAsJsonAsync("/calculate", new
        {
            year = 2025,
            electricity = new[] { new { direction = "in", kind = "grid", mwh = "1000" } },
        });
        var result = await answer.BodyAsync();
        Assert.Equal("832.5", result.GetProperty("emissions").GetProperty("total").GetString());
        Assert.Equal("core", result.GetProperty("indicators")[0].GetProperty("id").GetString());
        Assert.Equal(["Accept-Language"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData("""{"year":2025,"colour":"green"}""", "/colour")]
    [InlineData("""{"year":2025,"fuels":[{"fuel":"WOOL","use":"heat","quantity":"1"}]}""", "/fuels/0/fuel")]
    [InlineData("""{"year":1999}""", "/year")]
    [InlineData("""{"year":"soon"}""", "/year")]
    [InlineData("{}", "/year")]
    [InlineData("[]", "")]
    public async Task A_wrong_place_is_named(string body, string pointer)
    {
        using var answer = await PostAsync(service.Anonymous(), body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var error = (await answer.BodyAsync()).GetProperty("errors")[0];
        Assert.Equal(pointer, error.GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Messages_come_in_the_callers_language()
    {
        var chinese = service.Anonymous();
        chinese.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var zh = await PostAsync(chinese, """{"year":1999}""");
        using var en = await PostAsync(service.Anonymous(), """{"year":1999}""");
        Assert.Contains((await MessageAsync(zh))!, c => c > '\u4e00');
        Assert.DoesNotContain((await MessageAsync(en))!, c => c > '\u4e00');

        static async Task<string?> MessageAsync(HttpResponseMessage answer) =>
            (await answer.BodyAsync()).GetProperty("errors")[0].GetProperty("message").GetString();
    }

    [Theory]
    [InlineData("{\"year\":", "400 not-json")]
    [InlineData("", "400 not-json")]
    public async Task What_is_not_JSON_is_refused_as_such(string body, string verdict)
    {
        using var answer = await PostAsync(service.Anonymous(), body);
        Assert.Equal(verdict, await answer.VerdictAsync());
    }

    [Fact]
    public async Task One_address_may_not_compute_without_end()
    {
        var busy = service.Anonymous();
        busy.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7, 203.0.113.9");
        HttpResponseMessage last;
        var calculations = 0;
        do
        {
            last = await PostAsync(busy, """{"year":2025}""");
            calculations++;
        }
        while (last.StatusCode == HttpStatusCode.OK && calculations < 200);

        Assert.Equal((61, "429 too-many-requests"), (calculations, await last.VerdictAsync()));
        Assert.NotNull(last.Headers.RetryAfter);

        // The caller cannot step aside by inventing the part of the header that the gateway did not write.
        busy.DefaultRequestHeaders.Remove("X-Forwarded-For");
        busy.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.8, 203.0.113.9");
        using var again = await PostAsync(busy, """{"year":2025}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }

    [Fact]
    public async Task Rule_packs_are_listed_and_read_with_every_source()
    {
        var list = JsonElement.Parse(await service.Anonymous().GetStringAsync("/rule-packs")).GetProperty("items")[0];
        Assert.Equal("national/2025-trial", list.GetProperty("id").GetString());
        var pack = JsonElement.Parse(await service.Anonymous().GetStringAsync($"/rule-packs/national/2025-trial/{list.GetProperty("version").GetString()}"));
        Assert.Equal(list.GetProperty("hash").GetString(), pack.GetProperty("hash").GetString());
        using var unknown = await service.Anonymous().GetAsync("/rule-packs/national/2025-trial/99.0.0");
        Assert.Equal("404 not-found", await unknown.VerdictAsync());
    }

    [Fact]
    public async Task A_provincial_title_is_listed_after_the_national_packs_read_and_computed_by()
    {
        var item = JsonElement.Parse(await service.Anonymous().GetStringAsync("/rule-packs")).GetProperty("items").EnumerateArray().Last();
        Assert.Equal(("provincial", "provincial/440000"), (item.GetProperty("kind").GetString(), item.GetProperty("id").GetString()));
        var title = JsonElement.Parse(await service.Anonymous().GetStringAsync("/rule-packs/provincial/440000/1"));
        Assert.Equal(item.GetProperty("hash").GetString(), title.GetProperty("hash").GetString());
        Assert.Equal("0.3", title.GetProperty("core")[0].GetProperty("target").GetProperty("value").GetString());
        using var unknown = await service.Anonymous().GetAsync("/rule-packs/provincial/440000/2");
        Assert.Equal("404 not-found", await unknown.VerdictAsync());

        using var answer = await PostAsync(service.Anonymous(), """{"year":2025,"provincialPack":"provincial/440000@1"}""");
        var provincial = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("provincial");
        Assert.Equal("noTarget", provincial.GetProperty("verdicts").GetProperty("core").GetString());
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        client.PostAsync("/calculate", new StringContent(body, null, "application/json"));
}
