using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure;

/// <summary>The open data of a day, released when it has ended.</summary>
public sealed class ReleaseTests(DisclosureService service) : IClassFixture<DisclosureService>
{
    private static readonly string[] Tables =
        ["dictionary.csv", "disputes.csv", "disputes.jsonl", "events.csv", "events.jsonl", "key-projects.csv", "key-projects.jsonl", "parks.csv", "parks.jsonl", "years.csv", "years.jsonl"];

    [Fact]
    public async Task A_day_is_released_ten_minutes_after_it_has_ended_and_once()
    {
        var (life, day) = (new Life().Listed(), new DateOnly(2031, 1, 10));
        await service.DeliverAsync(life.All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day, 23, 59);
        Assert.Equal([day.AddDays(-1)], await works.CatchUpAsync());
        works.Now(day.AddDays(1), 0, 9);
        Assert.Empty(await works.CatchUpAsync());
        works.Now(day.AddDays(1));
        Assert.Equal([day], await works.CatchUpAsync());
        Assert.Empty(await works.CatchUpAsync());
        Assert.Equal([.. Tables.Append("manifest").Order(StringComparer.Ordinal)], works.Stored(day.AddDays(-1)));
        Assert.Equal(Tables, works.Manifest(day.AddDays(-1)).Files.Select(f => f.Name));
        Assert.Equal(Tables, works.Manifest(day).Files.Select(f => f.Name).Where(name => !name.StartsWith("changes", StringComparison.Ordinal)));
        Assert.StartsWith($"{life.Park},,海陵零碳园区,", works.Line(day, "parks.csv", life.Park), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_day_with_something_public_an_empty_one_is_released_so_that_its_difference_is_all_of_it()
    {
        var (life, day) = (new Life().Listed(), new DateOnly(2025, 6, 1));
        await service.DeliverAsync(life.All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day, 11);
        Assert.Equal([day.AddDays(-1)], await works.CatchUpAsync());
        Assert.All(works.Manifest(day.AddDays(-1)).Files.Where(f => f.Name != "dictionary.csv"), file => Assert.Equal(0, file.Rows));
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        Assert.Contains($"\r\nadded,{life.Park},", works.Text(day, "changes-parks.csv"), StringComparison.Ordinal);
        Assert.Equal(works.Text(day, "parks.csv").Split("\r\n").Length, works.Text(day, "changes-parks.csv").Split("\r\n").Length);
    }

    [Fact]
    public async Task Missed_days_are_made_up_in_order_each_as_it_had_ended()
    {
        var (life, day) = (new Life().Submitted().Recommended().Listed(), new DateOnly(2031, 2, 10));
        await service.DeliverAsync(life.All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        await service.DeliverAsync(life.All[1].On(day.AddDays(1)), life.All[2].On(day.AddDays(3), hour: 0));
        works.Now(day.AddDays(4));
        Assert.Equal([day.AddDays(1), day.AddDays(2), day.AddDays(3)], await works.CatchUpAsync());
        Assert.Equal(["applied", "recommended", "recommended", "listed"], Enumerable.Range(0, 4).Select(n => works.Line(day.AddDays(n), "parks.csv", life.Park).Split(',')[9]));
    }

    [Fact]
    public async Task A_day_without_changes_says_so_and_is_its_manifest_alone()
    {
        var day = new DateOnly(2031, 3, 10);
        await service.DeliverAsync(new Life().Listed().All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        works.Now(day.AddDays(3));
        await works.CatchUpAsync();
        var quiet = works.Manifest(day.AddDays(2));
        Assert.Equal(["manifest"], works.Stored(day.AddDays(2)));
        Assert.True(quiet.IsUnchanged);
        Assert.False(works.Manifest(day).IsUnchanged);
        Assert.All(quiet.Files, file => Assert.Equal(day, file.In));
        Assert.Equal(works.Text(day, "parks.csv"), works.Text(day.AddDays(2), "parks.csv"));
    }

    [Fact]
    public async Task A_release_names_the_one_before_it_by_the_hash_of_its_signed_manifest()
    {
        var day = new DateOnly(2031, 4, 10);
        await service.DeliverAsync(new Life().Listed().All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        works.Now(day.AddDays(2));
        await works.CatchUpAsync();
        Assert.Null(works.Manifest(day).Before);
        var signed = await File.ReadAllBytesAsync(works.Archive().PathOf(day, "manifest"));
        Assert.Equal(new ReleaseBefore(day, ReleaseFile.HashOf(signed)), works.Manifest(day.AddDays(1)).Before);
    }

    [Fact]
    public async Task The_same_facts_give_the_same_bytes()
    {
        var (life, day) = (Life.Accepted(), new DateOnly(2031, 5, 10));
        await service.DeliverAsync(life.All.Select(e => e.On(day)));
        using var one = await ReleaseWorks.BeginAsync(service);
        one.Now(day.AddDays(1));
        await one.CatchUpAsync();
        using var other = await ReleaseWorks.BeginAsync(service);
        other.Now(day.AddDays(1), 17, 30);
        await other.CatchUpAsync();
        Assert.Equal(one.Archive().Find(day)!.Note, other.Archive().Find(day)!.Note);
        Assert.All(Tables, name => Assert.Equal(one.Text(day, name), other.Text(day, name)));
    }

    [Fact]
    public async Task A_file_has_the_bytes_that_anybody_could_read_at_that_time()
    {
        var day = new DateOnly(2039, 12, 30);
        await service.DeliverAsync(Life.Accepted().All.Concat(new Life().Listed(7).All));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        foreach (var name in Tables)
        {
            Assert.Equal(await service.Anonymous().GetByteArrayAsync($"/open-data/{name}"), works.Archive().Read(works.Archive().Find(day)!, name));
        }
    }

    [Fact]
    public async Task What_arrives_late_stands_in_the_next_release_and_no_release_is_written_again()
    {
        var (life, late, day) = (new Life().Listed(), new Life().Listed(), new DateOnly(2031, 6, 10));
        await service.DeliverAsync(life.All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(day.AddDays(1));
        await works.CatchUpAsync();
        var signed = works.Archive().Find(day)!.Note;
        await service.DeliverAsync(late.All[0].On(day, hour: 23));
        works.Now(day.AddDays(2));
        Assert.Equal([day.AddDays(1)], await works.CatchUpAsync());
        Assert.Equal(signed, works.Archive().Find(day)!.Note);
        Assert.DoesNotContain(late.Park.ToString(), works.Text(day, "parks.csv"), StringComparison.Ordinal);
        Assert.Contains($"added,{late.Park}", works.Text(day.AddDays(1), "changes-parks.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_an_hour_at_most_until_the_log_has_said_where_everything_stands_and_names_the_logs_state()
    {
        var (checkpoint, day) = (new Checkpoint("registry.example", 41, Merkle.EmptyRoot), new DateOnly(2031, 7, 10));
        await service.DeliverAsync(new Life().Listed().All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Log = _ => Task.FromResult(checkpoint);
        works.Now(day.AddDays(1), 0, 59);
        Assert.Empty(await works.CatchUpAsync());
        works.Now(day.AddDays(1), 1, 0);
        Assert.Equal([day], await works.CatchUpAsync());
        Assert.Equal(checkpoint, works.Manifest(day).Log);
    }

    [Fact]
    public async Task A_log_that_is_away_is_waited_for()
    {
        var day = new DateOnly(2031, 8, 10);
        await service.DeliverAsync(new Life().Listed().All[0].On(day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Log = _ => throw new HttpRequestException("away");
        works.Now(day.AddDays(1), 2, 0);
        await Assert.ThrowsAsync<HttpRequestException>(() => works.CatchUpAsync());
        Assert.Empty(works.Archive().Days);
    }
}
