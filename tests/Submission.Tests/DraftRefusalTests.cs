using System.Text.Json;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>What cannot be a draft: each wrong place is named, and nothing is saved.</summary>
[Collection(nameof(SubmissionService))]
public sealed class DraftRefusalTests(SubmissionService service)
{
    [Theory]
    [InlineData("{}", "/year missing")]
    [InlineData("{\"year\":2024}", "/year wrong-year")]
    [InlineData("{\"year\":2025,\"colour\":\"green\"}", "/colour unknown-member")]
    [InlineData("{\"year\":2025,\"rulePack\":\"national/2099\"}", "/rulePack unknown-pack")]
    [InlineData("{\"year\":2025,\"fuels\":[{\"fuel\":\"PHLOGISTON\",\"use\":\"terminal\",\"quantity\":1}]}", "/fuels/0/fuel unknown-fuel")]
    [InlineData("{\"year\":2025,\"fuels\":[{\"fuel\":\"NG\",\"use\":\"terminal\",\"quantity\":-1}]}", "/fuels/0/quantity negative")]
    [InlineData("{\"year\":2025,\"electricity\":[{\"direction\":\"in\",\"kind\":\"grid\"}]}", "/electricity/0/mwh missing")]
    [InlineData("{\"year\":2025,\"electricity\":[{\"direction\":\"in\",\"kind\":\"grid\",\"mwh\":\"1\",\"note\":\"a\\u0000b\"}]}", "/electricity/0/note not-text")]
    public async Task Each_wrong_place_is_named_and_nothing_is_saved(string body, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await PutAsync(id, body);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        await AssertNothingSavedAsync(id);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_callers_language()
    {
        var (id, _) = await service.OpenedAsync();
        var chinese = service.As(Persona.OfPark);
        chinese.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var refused = await chinese.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new { year = 2024 }, version: 0);
        Assert.Equal("这里填报的是 2025 年：请填写 2025。", (await refused.BodyAsync()).GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{\"year\":", "400 not-json")]
    [InlineData("", "400 not-json")]
    public async Task What_is_not_JSON_is_refused_as_such(string body, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await PutAsync(id, body);
        Assert.Equal(expected, await refused.VerdictAsync());
    }

    [Fact]
    public async Task Two_hundred_thousand_lines_are_no_draft()
    {
        var (id, _) = await service.OpenedAsync();
        var line = "{\"direction\":\"in\",\"kind\":\"grid\",\"mwh\":1}";
        using var refused = await PutAsync(id, $"{{\"year\":2025,\"electricity\":[{string.Join(',', Enumerable.Repeat(line, 200_000))}]}}");
        Assert.Equal("413 draft-too-large", await refused.VerdictAsync());
        await AssertNothingSavedAsync(id);
    }

    [Fact]
    public async Task A_draft_just_below_the_limit_is_saved()
    {
        var (id, _) = await service.OpenedAsync();
        var line = $"{{\"direction\":\"in\",\"kind\":\"grid\",\"mwh\":1,\"note\":\"{new string('n', 150)}\"}}";
        var lines = (YearDraftBody.MostBytes / (line.Length + 1)) - 2;
        using var saved = await PutAsync(id, $"{{\"year\":2025,\"electricity\":[{string.Join(',', Enumerable.Repeat(line, lines))}]}}");
        Assert.Equal("200", await saved.VerdictAsync());
    }

    private Task<HttpResponseMessage> PutAsync(Guid id, string body) =>
        service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new StringContent(body, null, "application/json"), version: 0);

    private async Task AssertNothingSavedAsync(Guid id)
    {
        var shown = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}");
        Assert.Equal("0", shown.Line("draftVersion"));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("draft").ValueKind);
    }
}
