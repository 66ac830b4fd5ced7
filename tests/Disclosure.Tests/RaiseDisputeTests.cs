using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class RaiseDisputeTests(DisclosureService service)
{
    private const string Words = "附近居民看到夜间仍在燃煤。";

    private static readonly Guid Park = Persona.Named(201);
    private static readonly RaiseDispute.Request Doubt = new(2025, DisputeExamples.Figure, Words, "https://example.org/photo", "resident@example.org");

    private static int addresses;

    [Fact]
    public void A_figure_of_a_disclosed_year_may_be_disputed() => Spec.For(DisputeState.Stream)
        .Given()
        .When(state => RaiseDispute.Decide(state, Park, Doubt, DisputeExamples.Number, version: 1, DisputeExamples.Raised.DueOn))
        .Then(DisputeExamples.Raised);

    [Fact]
    public void What_is_not_disclosed_cannot_be_disputed() => Spec.For(DisputeState.Stream)
        .Given()
        .When(state => RaiseDispute.Decide(state, Park, Doubt, "", version: null, dueOn: null))
        .ThenRefused("year-not-disclosed");

    [Fact]
    public void A_dispute_is_raised_once() => Spec.For(DisputeState.Stream)
        .Given(DisputeExamples.Raised)
        .When(state => RaiseDispute.Decide(state, Park, Doubt, "D-2026-000002", version: 1, dueOn: null))
        .ThenNothing();

    [Fact]
    public async Task It_gets_a_public_number_and_nothing_else_of_it_is_public()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        using var first = await RaiseAsync(life.Park, Doubt);
        using var second = await RaiseAsync(life.Park, Doubt with { Figure = "core", Contact = null, Evidence = null });
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var numbers = new[] { await NumberAsync(first), await NumberAsync(second) };
        Assert.All(numbers, n => Assert.Matches("^D-20[0-9]{2}-[0-9]{6}$", n));

        var text = await service.Anonymous().GetStringAsync($"/parks/{life.Park}/disputes");
        var items = JsonElement.Parse(text).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(numbers, items.Select(i => i.GetProperty("number").GetString()));
        Assert.Equal(
            ["number", "parkId", "parkName", "year", "version", "figure", "state", "at", "respondent", "dueOn", "overdue", "corrected"],
            items[0].EnumerateObject().Select(p => p.Name));
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", items[0].GetProperty("dueOn").GetString());
        Assert.Equal("received", items[0].GetProperty("state").GetString());
        Assert.DoesNotContain("resident", text, StringComparison.Ordinal);
        Assert.DoesNotContain("夜间", text, StringComparison.Ordinal);

        static async Task<string?> NumberAsync(HttpResponseMessage answer) => (await answer.BodyAsync()).GetProperty("number").GetString();
    }

    [Fact]
    public async Task A_year_that_is_not_disclosed_is_refused()
    {
        var life = new Life().Listed().Reported();
        await service.DeliverAsync(life.All);
        using var refused = await RaiseAsync(life.Park, Doubt);
        Assert.Equal("409 year-not-disclosed", await refused.VerdictAsync());
    }

    [Theory]
    [InlineData("year", 1999, "/year out-of-range")]
    [InlineData("year", "x", "/year wrong-type")]
    [InlineData("figure", "<script>", "/figure wrong-form")]
    [InlineData("figure", "", "/figure required")]
    [InlineData("reason", "short", "/reason wrong-length")]
    [InlineData("reason", "a\u0001bcdefghijkl", "/reason not-text")]
    [InlineData("name", "x", "/name unknown-member")]
    public async Task Each_wrong_field_is_named(string field, object value, string expected)
    {
        var request = new Dictionary<string, object> { ["year"] = 2025, ["figure"] = "core", ["reason"] = Words, [field] = value };
        using var refused = await RaiseAsync(Park, request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_thousand_a_minute_from_one_address_are_answered_at_once_and_nothing_of_them_is_kept_after_the_tenth()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var verdicts = new List<string>();
        foreach (var batch in Enumerable.Range(0, 1000).Chunk(50))
        {
            var answers = await Task.WhenAll(batch.Select(_ => RaiseAsync(life.Park, Doubt, "192.0.2.200")));
            foreach (var answer in answers)
            {
                verdicts.Add(await answer.VerdictAsync());
                answer.Dispose();
            }
        }

        Assert.Equal(["202 10", "429 too-many-requests 990"], verdicts.GroupBy(v => v).Select(g => $"{g.Key} {g.Count()}").Order(StringComparer.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        var kept = await service.Anonymous().ReadAsync($"/parks/{life.Park}/disputes");
        Assert.Equal(10, kept.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Whoever_hops_about_in_a_network_of_ipv6_is_one_caller()
    {
        for (var n = 1; n <= 10; n++)
        {
            using var refused = await RaiseAsync(Park, Doubt, $"2001:db8:0:7::{n:x}");
            Assert.Equal("409 year-not-disclosed", await refused.VerdictAsync());
        }

        using var hopped = await RaiseAsync(Park, Doubt, "2001:db8:0:7:ffff::1");
        Assert.Equal("429 too-many-requests", await hopped.VerdictAsync());
        using var neighbour = await RaiseAsync(Park, Doubt, "2001:db8:0:8::1");
        Assert.Equal("409 year-not-disclosed", await neighbour.VerdictAsync());
    }

    /// <summary>Each call from an address of its own, unless the test is about that.</summary>
    private async Task<HttpResponseMessage> RaiseAsync(Guid park, object request, string? address = null)
    {
        var client = service.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? $"192.0.2.{Interlocked.Increment(ref addresses)}");
        return await client.PostAsJsonAsync($"/parks/{park}/disputes", request);
    }
}
