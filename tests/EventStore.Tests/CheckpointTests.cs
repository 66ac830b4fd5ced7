using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>How far consumers have come, and that two copies of one never work at once.</summary>
public sealed class CheckpointTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>, IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly string consumer = $"consumer-{Guid.NewGuid()}";

    private Checkpoints Checkpoints => new(metering.Serving);

    /// <summary>Where effects of these tests go.</summary>
    public Task InitializeAsync() => metering.AsOwnerAsync(
        $"""
         create table if not exists effects (consumer varchar not null, what varchar not null unique);
         grant select, insert on effects to "{metering.ServingRole}"
         """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_consumer_begins_at_the_start() =>
        Assert.Equal(Position.Start, (await Checkpoints.ClaimAsync(consumer, Hour))!.Position);

    [Fact]
    public async Task A_checkpoint_that_another_copy_holds_cannot_be_claimed()
    {
        await Checkpoints.ClaimAsync(consumer, Hour);

        Assert.Null(await Checkpoints.ClaimAsync(consumer, Hour));
    }

    [Fact]
    public async Task Of_many_copies_one_gets_the_checkpoint()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Checkpoints.ClaimAsync(consumer, Hour)));

        Assert.Single(claims, c => c is not null);
    }

    [Fact]
    public async Task A_copy_does_not_wait_for_another_that_is_just_claiming()
    {
        await Checkpoints.ReleaseAsync((await Checkpoints.ClaimAsync(consumer, Hour))!);
        await using var other = await metering.Serving.Source.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var claiming = new NpgsqlCommand("select from mt_event_progression where name = $1 for update", other, transaction)
        {
            Parameters = { new() { Value = consumer } },
        };
        await claiming.ExecuteNonQueryAsync();

        Assert.Null(await Checkpoints.ClaimAsync(consumer, Hour));
    }

    [Fact]
    public async Task Consumers_do_not_know_of_each_other()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Checkpoints.ClaimAsync($"{consumer}-{n}", Hour)));

        Assert.All(leases, Assert.NotNull);
        Assert.True(await Checkpoints.AdvanceAsync(leases[0]!, new(5, 5), []));
        Assert.Equal(Position.Start, leases[1]!.Position);
    }

    [Fact]
    public async Task What_was_advanced_is_where_the_next_one_begins()
    {
        var lease = (await Checkpoints.ClaimAsync(consumer, Hour))!;
        Assert.True(await Checkpoints.AdvanceAsync(lease, new(ulong.MaxValue / 4, 8), [Effect("one")]));
        Assert.True(await Checkpoints.AdvanceAsync(lease, new(ulong.MaxValue / 2, 9), [Effect("two")]));
        await Checkpoints.ReleaseAsync(lease);

        Assert.Equal(new Position(ulong.MaxValue / 2, 9), (await Checkpoints.ClaimAsync(consumer, Hour))!.Position);
        Assert.Equal("(one)\n(two)", await EffectsAsync());
    }

    [Fact]
    public async Task When_an_effect_fails_the_checkpoint_stays()
    {
        var lease = (await Checkpoints.ClaimAsync(consumer, Hour))!;

        await Assert.ThrowsAsync<PostgresException>(() => Checkpoints.AdvanceAsync(lease, new(7, 8), [Effect("same"), Effect("same")]));

        await Checkpoints.ReleaseAsync(lease);
        Assert.Equal(Position.Start, (await Checkpoints.ClaimAsync(consumer, Hour))!.Position);
        Assert.Equal("", await EffectsAsync());
    }

    [Fact]
    public async Task The_lease_of_a_copy_that_died_is_taken_over_when_its_time_is_up()
    {
        var dead = (await Checkpoints.ClaimAsync(consumer, Hour))!;
        await Checkpoints.AdvanceAsync(dead, new(7, 8), []);
        await ExpireAsync();

        var next = (await Checkpoints.ClaimAsync(consumer, Hour))!;

        Assert.Equal(new Position(7, 8), next.Position);
        Assert.NotEqual(dead.Token, next.Token);
    }

    [Fact]
    public async Task Who_has_lost_the_lease_writes_nothing()
    {
        var slow = (await Checkpoints.ClaimAsync(consumer, Hour))!;
        await ExpireAsync();
        var next = (await Checkpoints.ClaimAsync(consumer, Hour))!;

        Assert.False(await Checkpoints.AdvanceAsync(slow, new(7, 8), [Effect("late")]));
        await Checkpoints.ReleaseAsync(slow);

        Assert.Equal("", await EffectsAsync());
        Assert.Null(await Checkpoints.ClaimAsync(consumer, Hour));
        Assert.True(await Checkpoints.AdvanceAsync(next, new(3, 4), []));
    }

    [Fact]
    public async Task Advancing_prolongs_the_lease()
    {
        var lease = (await Checkpoints.ClaimAsync(consumer, Hour))!;
        await ExpireAsync();
        Assert.True(await Checkpoints.AdvanceAsync(lease, new(1, 1), []));

        Assert.Null(await Checkpoints.ClaimAsync(consumer, Hour));
    }

    [Fact]
    public async Task A_consumer_that_is_stopped_anywhere_applies_every_event_once()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => metering.InstallAsync()));

        // Several copies: each works for one page, then dies with its lease or gives it back.
        for (var n = 0; !await AppliedAsync(ids); n++)
        {
            var lease = (await Checkpoints.ClaimAsync(consumer, Hour))!;
            if (await metering.Feed.ReadAsync(lease.Position, limit: 3) is { Count: > 0 } page)
            {
                await Checkpoints.AdvanceAsync(lease, page[^1].Position, page.Select(r => Effect($"{r.StreamId} {r.Version} {consumer}")));
            }

            await (n % 2 == 0 ? Checkpoints.ReleaseAsync(lease) : ExpireAsync());
        }

        var applied = (await EffectsAsync()).Split('\n');
        Assert.Equal(ids.Order(), ids.Where(id => applied.Count(line => line.Contains($"{id} 1")) == 1).Order());
    }

    private async Task<bool> AppliedAsync(Guid[] ids)
    {
        var effects = await EffectsAsync();
        return ids.All(id => effects.Contains(id.ToString(), StringComparison.Ordinal));
    }

    private NpgsqlBatchCommand Effect(string what) => new("insert into effects (consumer, what) values ($1, $2)")
    {
        Parameters = { new() { Value = consumer }, new() { Value = what } },
    };

    private Task<string> EffectsAsync() => metering.TextAsync("select what from effects where consumer = $1 order by what", consumer);

    /// <summary>As if the lease's time had passed on the database's clock.</summary>
    private Task ExpireAsync() =>
        metering.AsOwnerAsync("update mt_event_progression set lease_until = now() - interval '1 second' where name = $1", consumer);
}
