using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PilotRegistry.Disclosure.LogIndexes;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure;

/// <summary>What the public pages say of the log: where each event stands in it, once the log has said so.</summary>
[Collection(nameof(DisclosureService))]
public sealed class LogIndexTests(DisclosureService service)
{
    [Fact]
    public async Task A_page_does_not_wait_for_the_log_and_has_another_tag_once_it_has_answered()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        using var reader = service.Anonymous();
        using var before = await reader.GetAsync($"/parks/{life.Park}/timeline");
        Assert.All(await IndexesAsync(life), Assert.Null);
        await LearnAsync(new() { [life.All[0].Id] = 41, [life.All[3].Id] = 77 });
        using var after = await reader.GetAsync($"/parks/{life.Park}/timeline");
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal([41, null, null, 77, .. Enumerable.Repeat<long?>(null, life.All.Count - 4)], await IndexesAsync(life));
        Assert.Contains($$"""{"eventId":"{{life.All[3].Id}}",""", await OpenLineAsync(life.All[3].Id, "\"logIndex\":77}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_names_submission_statement_disclosure_and_acceptance_with_their_receipts()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        await LearnAsync(life.All.Select((e, n) => (e.Id, Place: 100L + n)).Skip(4).ToDictionary(e => e.Id, e => e.Place));
        var record = (await ReadAsync($"/parks/{life.Park}/years/2025")).GetProperty("record").EnumerateArray().ToArray();
        Assert.Equal(
            ["submission.year-submitted.v1", "verification.statement-signed.v1", "submission.year-disclosed.v1", "acceptance.acceptance-granted.v1"],
            record.Select(r => r.GetProperty("type").GetString()));
        Assert.Equal(["eventId", "at", "type", "title", "actor", "facts", "logIndex", "receipt"], record[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, record[0].GetProperty("receipt").ValueKind);
        var signed = life.All[5].Id;
        Assert.Equal(
            (signed, 105, $"/proof/inclusion?event={signed}"),
            (record[1].GetProperty("eventId").GetGuid(), record[1].GetProperty("logIndex").GetInt64(), record[1].GetProperty("receipt").GetString()));
    }

    [Fact]
    public async Task A_refused_acceptance_is_of_the_record_of_its_year()
    {
        var life = new Life().Listed().Reported().Engaged().Signed().Disclosed().Requested().SelfEvaluated().NotGranted();
        await service.DeliverAsync(life.All);
        var record = (await ReadAsync($"/parks/{life.Park}/years/2025")).GetProperty("record").EnumerateArray();
        Assert.Equal("acceptance.acceptance-refused.v1", record.Last().GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_year_that_was_disclosed_again_names_its_last_version_only()
    {
        var life = new Life().Listed().Reported().Engaged().Signed().Disclosed().Reported(2, "更正").VerifiedAnew().Engaged(2).Signed(2).Disclosed(2);
        await service.DeliverAsync(life.All);
        var record = (await ReadAsync($"/parks/{life.Park}/years/2025")).GetProperty("record").EnumerateArray();
        Assert.Equal(["2", "2", "2"], record.Select(r => r.GetProperty("facts").GetProperty("version").GetString()));
    }

    [Fact]
    public async Task What_is_known_of_the_log_outlives_the_pages()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        await LearnAsync(new() { [life.All[2].Id] = 9 });
        await Maintenance.RebuildAsync(service.Services, "public");
        Assert.Equal(9, (await IndexesAsync(life))[2]);
        await service.DeliverAsync(life.Noted(1).All[^1]);
        Assert.Equal(9, (await IndexesAsync(life))[2]);
    }

    [Fact]
    public async Task Only_what_is_public_and_not_known_is_asked_for()
    {
        var life = new Life().Listed().Reported();
        await service.DeliverAsync(life.All);
        var (listed, reported) = (life.All[0].Id, life.All[1].Id);
        var first = await LearnAsync(new() { [listed] = 1 });
        Assert.Contains(listed, first);
        Assert.DoesNotContain(reported, first);
        await service.DeliverAsync(life.Engaged().Signed().Disclosed().All);
        var second = await LearnAsync(new() { [reported] = 2 });
        Assert.DoesNotContain(listed, second);
        Assert.Equal([1, 2, null, null, null], await IndexesAsync(life));
    }

    [Fact]
    public async Task Events_that_are_not_in_the_log_do_not_keep_those_behind_them_waiting()
    {
        var lost = Enumerable.Range(0, LearnIndexes.Batch + 5).Select(_ => new Life().Submitted()).ToArray();
        var found = new Life().Submitted();
        await service.DeliverAsync(lost.Append(found).SelectMany(l => l.All));
        await LearnAsync(new() { [found.All[0].Id] = 5 });
        Assert.Equal([5], await IndexesAsync(found));
    }

    [Fact]
    public async Task A_log_that_is_away_changes_nothing()
    {
        var life = new Life().Submitted();
        await service.DeliverAsync(life.All);
        await Assert.ThrowsAsync<HttpRequestException>(() => Learner((_, _) => throw new HttpRequestException("away")).RoundAsync(Guid.Empty, default));
        Assert.Equal([null], await IndexesAsync(life));
    }

    /// <summary>Goes around once with a log that knows these places, and says what it was asked for, never more at once than an address holds.</summary>
    private async Task<IReadOnlyList<Guid>> LearnAsync(Dictionary<Guid, long> places)
    {
        var asked = new List<Guid>();
        using var learner = Learner((events, _) =>
        {
            Assert.InRange(events.Count, 1, LearnIndexes.Batch);
            asked.AddRange(events);
            return Task.FromResult<IReadOnlyDictionary<Guid, long>>(events.Where(places.ContainsKey).ToDictionary(e => e, e => places[e]));
        });
        var at = Guid.Empty;
        do
        {
            at = await learner.RoundAsync(at, default);
        }
        while (at != Guid.Empty);
        return asked;
    }

    private LearnIndexes Learner(FindIndexes find) =>
        new(service.Services.GetRequiredService<IndexTable>(), find, TimeProvider.System, NullLogger<LearnIndexes>.Instance);

    private async Task<IReadOnlyList<long?>> IndexesAsync(Life life) =>
    [
        .. (await ReadAsync($"/parks/{life.Park}/timeline")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("logIndex") is { ValueKind: JsonValueKind.Number } place ? place.GetInt64() : (long?)null)
    ];

    private async Task<string> OpenLineAsync(Guid id, string end) => (await service.Anonymous().GetStringAsync("/open-data/events.jsonl"))
        .Split('\n').Single(l => l.Contains(id.ToString(), StringComparison.Ordinal) && l.EndsWith(end, StringComparison.Ordinal));

    private async Task<JsonElement> ReadAsync(string path) => JsonElement.Parse(await service.Anonymous().GetStringAsync(path));
}
