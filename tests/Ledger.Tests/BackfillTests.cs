using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>A database from before there was a log: its events get their leaves once, in the order of the feed, and say that they are older.</summary>
public sealed class BackfillTests : IAsyncLifetime
{
    private const int All = OldDatabase.Streams * OldDatabase.EventsPerStream;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private OldDatabase old = null!;

    public async Task InitializeAsync() => old = await OldDatabase.CreateAsync();

    public async Task DisposeAsync() => await old.DisposeAsync();

    [Fact]
    public async Task Every_event_gets_a_leaf_with_its_own_time_in_the_order_of_the_feed()
    {
        await old.MigrateAsync();
        var leaves = (await old.LeavesAsync()).Select(l => Leaf.Read(l)).ToArray();
        Assert.Equal(All, leaves.Length);
        Assert.All(leaves, l => Assert.True((bool)l.Public["backfilled"]!));
        Assert.Equal(
            await old.TextAsync("select id, to_char(timestamp at time zone 'utc', 'YYYY-MM-DD HH24:MI') from mt_events order by transaction_id, seq_id"),
            string.Join('\n', leaves.Select(l => $"({l.Id},\"{l.At:yyyy-MM-dd HH:mm}\")")));
        Assert.Equal(["park"], leaves.Select(l => l.Actor).Distinct());
        Assert.All(leaves, l => Assert.Equal(["body", "person"], l.Commitments.Keys.Order()));
        await AuditAsync();
    }

    [Fact]
    public async Task A_second_migration_changes_nothing()
    {
        const string whole = "select l.event_id, l.leaf, l.hash, d.name, d.disclosure from leaves l join disclosures d using (event_id) order by 1, 4";
        await old.MigrateAsync();
        var before = await old.TextAsync(whole);
        await old.MigrateAsync();
        Assert.Equal(before, await old.TextAsync(whole));
    }

    [Fact]
    public async Task A_migration_that_is_killed_in_the_middle_goes_on_where_it_was()
    {
        // Whoever seals an event of the second batch waits for the test.
        await old.ApplyAsync(script => script.Contains("leaves", StringComparison.Ordinal));
        await old.AsOwnerAsync(
            $"""
             create function wait_for_the_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1203); raise 'This batch is lost.'; end $$;
             create trigger waits before insert on leaves for each row when (new.version = {OldDatabase.EventsPerStream}) execute function wait_for_the_test();
             """);
        await using var held = await HoldAsync();
        using (var killed = old.Migrate())
        {
            await UntilAsync("select exists (select from pg_locks where locktype = 'advisory' and objid = 1203 and not granted)");
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        await held.DisposeAsync();
        await UntilAsync("select not exists (select from pg_locks where locktype = 'advisory' and objid = 1203)");
        await old.AsOwnerAsync("drop trigger waits on leaves");
        var half = await old.LeavesAsync();
        Assert.InRange(half.Count, 1, All - 1);

        await old.MigrateAsync();
        var whole = await old.LeavesAsync();
        Assert.Equal(half, whole.Take(half.Count));
        Assert.Equal(All, whole.Count);
        await AuditAsync();
    }

    /// <summary>The log of it, published and audited as a stranger would.</summary>
    private async Task AuditAsync()
    {
        var leaves = await old.LeavesAsync();
        var (events, _) = Succession.Check("registration", Succession.Read("registration", leaves), new Dictionary<string, StreamTip>());
        Assert.Equal(leaves.Count, events.Count);
        using var log = new LogWorks { Entries = leaves };
        await log.PublishAsync(leaves.Count);
        Assert.Empty((await log.AuditAsync()).Faults);
    }

    private async Task<Npgsql.NpgsqlConnection> HoldAsync()
    {
        var connection = await old.OpenAsync();
        await using var hold = new Npgsql.NpgsqlCommand("select pg_advisory_lock(1203)", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task UntilAsync(string holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await old.TextAsync(holds) != "(t)")
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
