using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A park brings its year hour by hour.</summary>
[Collection(nameof(SubmissionService))]
public sealed class HourTests(SubmissionService service)
{
    [Fact]
    public async Task Hours_are_kept_under_their_hash_and_come_back_as_they_were()
    {
        var (id, _) = await service.OpenedAsync();
        using var brought = await service.BringAsync(id, Hours.Usual, 0);
        Assert.Equal("200", await brought.VerdictAsync());

        var shown = await ReadAsync(Persona.OfPark, id);
        Assert.Equal((1, "逐时.csv"), (shown.GetProperty("version").GetInt64(), shown.GetProperty("file").GetProperty("name").GetString()));
        Assert.Equal("0.997510", Share(shown)?.PadRight(8, '0'));
        var sha256 = shown.GetProperty("matching").GetProperty("sha256").GetString();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Hours.Usual)), sha256);
        using var opened = await service.As(Persona.OfPark).GetAsync(new Uri($"/submissions/{id}/matching/{sha256}", UriKind.Relative));
        Assert.Equal(Hours.Usual, await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", opened.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task The_same_file_again_is_no_change_and_another_replaces_it()
    {
        var (id, _) = await service.OpenedAsync();
        using var first = await service.BringAsync(id, Hours.Usual, 0);
        using var again = await service.BringAsync(id, Hours.Usual, 1);
        Assert.Equal(1, (await again.BodyAsync()).GetProperty("version").GetInt64());
        using var stale = await service.BringAsync(id, Hours.File(1, 1), 0);
        Assert.Equal("412 stale", await stale.VerdictAsync());
        using var other = await service.BringAsync(id, Hours.File(1, 1), 1);
        Assert.Equal("1", Share(await other.BodyAsync()));

        using var removed = await service.As(Persona.OfPark).SendAsync(HttpMethod.Delete, $"/submissions/{id}/matching", null, version: 2);
        Assert.Equal("200", await removed.VerdictAsync());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(Persona.OfPark, id)).GetProperty("matching").ValueKind);
    }

    [Theory]
    [InlineData("zh-CN", "第 3 行“load (MWh)”列，值“-1”：")]
    [InlineData("en", "Row 3, column \"load (MWh)\", value \"-1\": ")]
    public async Task What_is_wrong_is_named_in_the_readers_language_and_nothing_is_kept(string language, string words)
    {
        var (id, _) = await service.OpenedAsync();
        var kept = Kept();
        using var sent = Hours.Request(id, Encoding.UTF8.GetBytes("start,load (MWh)\n2025-01-01 00:00,1\n2025-01-01 01:00,-1\n"), 0);
        sent.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var refused = await service.As(Persona.OfPark).SendAsync(sent);

        Assert.Equal("422 invalid", await refused.VerdictAsync());
        var error = Assert.Single((await refused.BodyAsync()).GetProperty("errors").EnumerateArray());
        Assert.Equal(("/rows/3/load", "negative"), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.StartsWith(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await ReadAsync(Persona.OfPark, id)).GetProperty("version").GetInt64());
        Assert.Equal(kept, Kept());
    }

    [Fact]
    public async Task Sums_that_differ_from_the_lines_are_a_warning_that_must_be_answered()
    {
        var (id, _) = await service.OpenedAsync();
        using var brought = await service.BringAsync(id, Hours.File(load: 50, direct: 45.662m), 0);
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), 0));
        var signal = Assert.Single(await SignalsAsync(id), s => s.GetProperty("id").GetString() == "hourlySumApart");
        Assert.Equal(("load", "438000", "401000"), (signal.GetProperty("key").GetString(), Fact(signal, "hoursMwh"), Fact(signal, "linesMwh")));
        Assert.Equal("409 warnings-unanswered", await service.SubmitAsync(id, 1));

        var answered = SubmissionService.Draft("1000");
        answered["answers"] = new[] { new { signal = "hourlySumApart", key = "load", reason = "含站用电。" } };
        Assert.Equal("200", await service.SaveAsync(id, answered, 1));
        Assert.Equal("200", await service.SubmitAsync(id, 1));
    }

    [Fact]
    public async Task What_the_hours_amount_to_is_part_of_the_submitted_version()
    {
        var (id, _) = await service.SubmittedWithHoursAsync();
        var version = Assert.Single((await service.As(Persona.OfProvince).ReadAsync($"/submissions/{id}")).GetProperty("versions").EnumerateArray());
        var matching = version.GetProperty("matching");
        Assert.Equal("400997.76", matching.GetProperty("sums").GetProperty("load").GetString());
        Assert.Equal((12, 12), (matching.GetProperty("result").GetProperty("months").GetArrayLength(), matching.GetProperty("result").GetProperty("meanDays").GetArrayLength()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Hours.Usual)), matching.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Other_hours_for_the_same_data_are_a_new_version_and_throwing_the_draft_away_brings_the_old_ones_back()
    {
        var (id, _) = await service.SubmittedWithHoursAsync();
        Assert.DoesNotContain("submit", await ActionsAsync(id));
        using var other = await service.BringAsync(id, Hours.File(45.7762m, 45.6622m), 1);
        Assert.Contains("submit", await ActionsAsync(id));

        using var withdrawn = await service.As(Persona.OfPark).SendAsync(HttpMethod.Delete, $"/submissions/{id}/draft", null, version: 2);
        Assert.DoesNotContain("submit", await ActionsAsync(id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Hours.Usual)), (await ReadAsync(Persona.OfPark, id)).GetProperty("matching").GetProperty("sha256").GetString());

        using var again = await service.BringAsync(id, Hours.File(45.7762m, 45.6622m), 3);
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal("200", await service.SubmitAsync(id, 2, "更换逐时数据。"));
        Assert.Equal(3, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task The_template_is_of_the_parks_year()
    {
        var (id, _) = await service.OpenedAsync();
        var template = await service.As(Persona.OfPark).GetByteArrayAsync(new Uri($"/submissions/{id}/matching/template.csv", UriKind.Relative));
        Assert.Contains("\r\n2025-12-31 23:00,", Encoding.UTF8.GetString(template), StringComparison.Ordinal);
        using var empty = await service.BringAsync(id, template, 0);
        Assert.Equal("no-rows", (await empty.BodyAsync()).GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private async Task<JsonElement> ReadAsync(Persona persona, Guid id) => await service.As(persona).ReadAsync($"/submissions/{id}/matching");

    private async Task<JsonElement[]> SignalsAsync(Guid id) =>
        [.. (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).GetProperty("signals").EnumerateArray()];

    private async Task<string[]> ActionsAsync(Guid id) =>
        [.. (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).GetProperty("actions").EnumerateArray().Select(a => a.GetString()!)];

    private int Kept() => service.Evidence.EnumerateFiles("*.part").Count();

    private static string? Share(JsonElement shown) => shown.GetProperty("matching").GetProperty("result").GetProperty("share").GetString();

    private static string? Fact(JsonElement signal, string name) => signal.GetProperty("facts").GetProperty(name).GetString();
}
