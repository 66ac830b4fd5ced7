using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Submission.Views;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Who sees which year, and what waits for whom.</summary>
[Collection(nameof(SubmissionService))]
public sealed class ReadingTests(SubmissionService service)
{
    private static readonly Persona Manager = new(Persona.Named(301), Persona.Named(302), "park");

    [Fact]
    public async Task A_year_that_is_not_submitted_is_its_parks_alone()
    {
        var (id, parkId) = await service.OpenedAsync();
        foreach (var persona in Persona.All)
        {
            using var one = await service.As(persona).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
            Assert.Equal(persona == Persona.OfPark ? "200" : "404 not-found", await one.VerdictAsync());
            Assert.Equal(persona == Persona.OfPark ? 1 : 0, (await ListAsync(persona, $"parkId={parkId}")).Count);
        }
    }

    [Fact]
    public async Task Lists_are_filtered_by_park_and_year()
    {
        var (id, parkId) = await service.SubmittedAsync();
        Assert.Equal(id, Assert.Single(await ListAsync(Persona.OfProvince, $"parkId={parkId}")).GetProperty("id").GetGuid());
        Assert.Empty(await ListAsync(Persona.OfProvince, $"parkId={parkId}&year=2024"));
        Assert.Single(await ListAsync(Persona.National, $"parkId={parkId}&year=2025"));
        Assert.Empty(await ListAsync(Persona.OtherProvince, $"parkId={parkId}"));
        Assert.Empty(await ListAsync(Persona.Lead, $"parkId={parkId}"));
    }

    [Fact]
    public async Task An_account_of_one_park_sees_only_that()
    {
        var (id, _) = await service.OpenedAsync();
        var narrowed = Persona.OfPark with { Park = Guid.CreateVersion7() };
        using var refused = await service.As(narrowed).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
        Assert.Equal("404 not-found", await refused.VerdictAsync());
    }

    [Fact]
    public async Task The_inbox_leads_a_park_from_its_listing_to_disclosure()
    {
        var park = service.ListedPark(Manager.Organisation);
        var id = SubmissionState.IdOf(park, LastYear);
        Assert.Equal(["open-year"], await InboxAsync(Manager));
        using var opened = await service.As(Manager).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = LastYear });
        Assert.Equal(["report-year"], await InboxAsync(Manager));
        using var saved = await service.As(Manager).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new { year = LastYear }, version: 0);
        Assert.Equal(["report-year"], await InboxAsync(Manager));
        using var submitted = await service.As(Manager).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal(["engage-body"], await InboxAsync(Manager));
        var verification = Guid.CreateVersion7();
        await service.HearsAsync(verification, 1, new BodyEngaged(park, LastYear, id, 1, Persona.VerificationBody, "演示核查机构"));
        Assert.Empty(await InboxAsync(Manager));
        await service.HearsAsync(verification, 2, new StatementSigned(
            park, LastYear, id, 1, Persona.VerificationBody, "演示核查机构", Opinion.Modified, Assurance.Limited, 0, Examples.Data, Examples.Result, "保留意见。", Persona.Lead.Id));
        Assert.Equal(["disclose-year"], await InboxAsync(Manager));
        service.Answers(Fixtures.Verified(1, id, Opinion.Modified, verification));
        using var disclosed = await service.As(Manager).CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Empty(await InboxAsync(Manager));
    }

    [Fact]
    public void A_year_that_still_runs_waits_for_nobody()
    {
        var row = new SubmissionRow(Fixtures.Park, Fixtures.Reporting, Fixtures.Year, SubmissionStatus.Opened, 0, null, default);
        Assert.Empty(ReadInbox.Of(new([new(Fixtures.Id, 2, row)], [], [], Fixtures.LastDayOfTheYear)).Items);
        Assert.Equal("report-year", Assert.Single(ReadInbox.Of(new([new(Fixtures.Id, 2, row)], [], [], Fixtures.Today)).Items).Kind);
    }

    [Fact]
    public async Task Nobody_else_has_work_here()
    {
        await service.SubmittedAsync();
        foreach (var persona in Persona.All.Where(p => p.Role != "park"))
        {
            Assert.Empty(await InboxAsync(persona));
        }
    }

    private static int LastYear => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year - 1;

    private async Task<IReadOnlyList<JsonElement>> ListAsync(Persona persona, string query)
    {
        using var answer = await service.As(persona).GetAsync(new Uri($"/submissions?{query}", UriKind.Relative));
        return [.. (await answer.BodyAsync()).GetProperty("items").EnumerateArray()];
    }

    private async Task<IReadOnlyList<string?>> InboxAsync(Persona persona)
    {
        using var answer = await service.As(persona).GetAsync(new Uri("/inbox", UriKind.Relative));
        return [.. (await answer.BodyAsync()).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString())];
    }
}
