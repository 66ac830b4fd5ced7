using System.Diagnostics;
using System.Net.Http.Json;
using System.Xml.Linq;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What anybody may send: far too long, far too large, unknown, or made to be executed.</summary>
[Collection(nameof(DisclosureService))]
public sealed class BadInputTests(DisclosureService service) : DisputeCalls(service)
{
    private const string Script = "<script>alert(1)</script>", Other = "\"'><img src=x onerror=alert(1)></title></script>";
    private const string Nobody = "018f0000-0000-7000-8000-000000000000";

    private static readonly string Long = new('字', 10_000);

    [Theory]
    [InlineData("/parks?q={0}", "/q too-long")]
    [InlineData("/parks?industry={0}", "/industry too-long")]
    [InlineData("/parks?batch={0}", "/batch too-long")]
    [InlineData("/parks?province={0}", "/province wrong-form")]
    [InlineData("/parks?stage=<script>", "/stage wrong-form")]
    [InlineData("/parks?page=1000000000", "/page out-of-range")]
    [InlineData("/parks?page=0", "/page out-of-range")]
    [InlineData("/parks?pageSize=1000000000", "/pageSize out-of-range")]
    [InlineData("/disputes?page=1000000000", "/page out-of-range")]
    [InlineData("/disputes?state={0}", "/state wrong-form")]
    [InlineData("/feeds/search.atom?q={0}", "/q too-long")]
    [InlineData("/feeds/search.atom?province=<script>", "/province wrong-form")]
    public async Task A_question_that_cannot_be_asked_is_refused_with_its_field(string path, string expected)
    {
        using var answer = await QuickAsync(path);
        Assert.Equal("422", (await answer.VerdictAsync())[..3]);
        Assert.Equal([expected], await answer.FieldErrorsAsync());
    }

    [Theory]
    [InlineData("/parks?page=1000000")]
    [InlineData("/disputes?page=1000000")]
    [InlineData("/parks?q=<svg onload=alert(2)>")]
    [InlineData("/parks?q='; drop table public_parks; --")]
    public async Task A_page_that_nothing_is_on_is_empty(string path)
    {
        using var answer = await QuickAsync(path);
        Assert.Equal(0, (await answer.BodyAsync()).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData($"/parks/{Nobody}")]
    [InlineData($"/parks/{Nobody}/years/2025")]
    [InlineData("/parks/<script>")]
    [InlineData($"/parks/{Nobody}/disputes")]
    [InlineData("/disputes/D-2020-000001")]
    [InlineData("/disputes/<script>")]
    [InlineData($"/feeds/parks/{Nobody}.atom")]
    public async Task What_is_not_known_is_not_found(string path)
    {
        using var answer = await QuickAsync(path);
        Assert.Equal("404 not-found", await answer.VerdictAsync());
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_page_asked_with_ten_thousand_characters_answers_and_executes_nothing(string language)
    {
        foreach (var question in new[] { Long, Script, Other })
        {
            using var answer = await QuickAsync($"/pages/{language}?q={Uri.EscapeDataString(question)}");
            Assert.Equal("200", await answer.VerdictAsync());
            Harmless(await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("reason", 4000, "wrong-length")]
    [InlineData("evidence", 2000, "too-long")]
    [InlineData("contact", 200, "too-long")]
    public async Task No_field_of_a_dispute_takes_more_than_it_says(string field, int most, string expected)
    {
        var request = new Dictionary<string, object> { ["year"] = 2025, ["figure"] = "core", ["reason"] = Words, [field] = new string('字', most + 1) };
        using var refused = await Service.Anonymous().PostAsJsonAsync($"/parks/{Nobody}/disputes", request);
        Assert.Equal([$"/{field} {expected}"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Whatever_is_written_with_a_dispute_is_text_wherever_it_is_shown()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "verified.total", $"{Script} 夜间燃煤。", Other, Script, WordsPublic: true))).GetProperty("number").GetString()!;
        var id = await IdAsync(number);
        await CommandAsync(Persona.National, $"/disputes/{id}/triage", new { takenUp = true, reasons = Script + Other }, 1, "200");
        await CommandAsync(Persona.Lead, $"/disputes/{id}/answer", new { text = Script + Other }, 2, "200");
        await CommandAsync(Persona.National, $"/disputes/{id}/conclusion", new { outcome = "upheld", reasons = Script + Other }, 3, "200");
        foreach (var path in new[] { $"/disputes/{number}", "/disputes", $"/parks/{life.Park}", $"/parks/{life.Park}/years/2025" })
        {
            foreach (var language in new[] { "zh", "en" })
            {
                using var page = await QuickAsync($"/pages/{language}{path}");
                Harmless(await page.Content.ReadAsStringAsync());
            }
        }

        using var json = await QuickAsync($"/disputes/{number}");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(Script, (await json.BodyAsync()).GetProperty("reason").GetString(), StringComparison.Ordinal);
        using var feed = await QuickAsync($"/feeds/parks/{life.Park}.atom");
        Assert.DoesNotContain(XDocument.Parse(await feed.Content.ReadAsStringAsync()).Descendants(), e => e.Name.LocalName is "script" or "img");
    }

    /// <summary>Nothing that is asked takes long.</summary>
    private async Task<HttpResponseMessage> QuickAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        var answer = await Service.Anonymous().GetAsync(path.Replace("{0}", Uri.EscapeDataString(Long), StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{path[..Math.Min(60, path.Length)]}: {watch.Elapsed}");
        return answer;
    }

    private static void Harmless(string page)
    {
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }
}
