using System.Security.Cryptography;
using System.Text;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Each event with the leaf that the public log will show of it: in one transaction, each upon the one before.</summary>
public sealed class SealTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    private const int Writers = 16;

    [Fact]
    public async Task Every_event_has_a_leaf_that_names_the_leaf_before_it()
    {
        await using var database = Sealing();
        var id = await InstallAsync(database);
        await StoreOf(database).ExecuteAsync(MeterState.Stream, id, seen: null, s => Meter.Read(s, 7));
        await CommitAsync(database, id, new ReadingTaken(8, 1.5m, "manual"), new MeterSealed("End of its life"));
        var first = Hash("meter v1 after nothing tests.meter-installed.v1");
        var second = Hash($"meter v2 after {first} tests.reading-taken.v3");
        var third = Hash($"meter v3 after {second} tests.reading-taken.v3");
        Assert.Equal(
            string.Join('\n', $"(1,{first})", $"(2,{second})", $"(3,{third})", $"(4,{Hash($"meter v4 after {third} tests.meter-sealed.v1")})"),
            await metering.TextAsync("select version, encode(hash, 'hex') from leaves where stream_id = $1 order by version", id));
        Assert.Equal("(4)", await metering.TextAsync("select count(*) from disclosures d join leaves l on l.event_id = d.event_id where l.stream_id = $1", id));
    }

    [Fact]
    public async Task Writers_that_race_on_one_stream_leave_one_unbroken_chain()
    {
        await using var database = Sealing();
        var id = await InstallAsync(database);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => StoreOf(database).ExecuteAsync(MeterState.Stream, id, seen: null, s => Meter.Read(s, n))));
        var leaves = (await metering.TextAsync("select convert_from(leaf, 'utf8') from leaves where stream_id = $1 order by version", id)).Split('\n');
        Assert.Equal(1 + Writers, leaves.Length);
        var previous = "nothing";
        foreach (var leaf in leaves.Select(l => l.Trim('(', ')', '"')))
        {
            Assert.Contains($" after {previous} ", leaf, StringComparison.Ordinal);
            previous = Hash(leaf);
        }
    }

    [Fact]
    public async Task An_event_that_cannot_be_sealed_is_not_recorded()
    {
        await using var database = Sealing(_ => throw new InvalidOperationException("No words for it."));
        var id = Guid.CreateVersion7();
        await Assert.ThrowsAsync<InvalidOperationException>(() => StoreOf(database).StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East")));
        Assert.Empty(await metering.Store().ReadAsync(id));
    }

    [Fact]
    public async Task What_was_recorded_before_there_was_a_log_is_sealed_later_as_it_would_have_been_and_says_so()
    {
        var id = await metering.InstallAsync();
        await metering.ReadMeterAsync(id, 1);
        await metering.ReadMeterAsync(id, 2);
        await using var owned = new EventDatabase(EventDatabase.Connect(metering.Server.Owner, Metering.Schema), Metering.Catalogue, []) { Seal = Write };
        await LateSeals.RunAsync(owned);
        Assert.Equal(0, await LateSeals.RunAsync(owned));
        var first = Hash("late meter v1 after nothing tests.meter-installed.v1");
        Assert.Equal(
            string.Join('\n', $"(1,{first})", $"(2,{Hash($"late meter v2 after {first} tests.reading-taken.v3")})"),
            await metering.TextAsync("select version, encode(hash, 'hex') from leaves where stream_id = $1 and version < 3 order by version", id));

        // And what follows goes on from there.
        await using var database = Sealing();
        await StoreOf(database).ExecuteAsync(MeterState.Stream, id, seen: null, s => Meter.Read(s, 3));
        Assert.Equal("(4)", await metering.TextAsync("select count(*) from leaves where stream_id = $1", id));
    }

    [Theory]
    [InlineData("update leaves set leaf = ''")]
    [InlineData("delete from leaves")]
    [InlineData("truncate leaves")]
    [InlineData("update disclosures set disclosure = ''")]
    public async Task The_serving_role_cannot_change_a_leaf_nor_what_opens_it(string sql)
    {
        var denied = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => metering.AsServingAsync(sql));
        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
    }

    [Fact]
    public async Task What_opens_a_leaf_can_be_erased_and_the_leaf_stays()
    {
        await using var database = Sealing();
        var id = await InstallAsync(database);
        await metering.AsServingAsync("delete from disclosures where event_id in (select event_id from leaves where stream_id = $1)", id);
        Assert.Equal("(1)", await metering.TextAsync("select count(*) from leaves where stream_id = $1", id));
    }

    private static Seal Write(Unsealed unsealed)
    {
        var (late, happened) = (unsealed.Late ? "late " : "", unsealed.Event);
        var leaf = $"{late}{unsealed.StreamType} v{happened.Version} after {unsealed.Previous ?? "nothing"} {happened.Alias}";
        return new(Encoding.UTF8.GetBytes(leaf), Hash(leaf), new Dictionary<string, string> { ["body"] = unsealed.Body });
    }

    private static string Hash(string leaf) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(leaf)));

    private EventDatabase Sealing(SealEvent? seal = null) =>
        new(EventDatabase.Connect(metering.Server.Serving, Metering.Schema), Metering.Catalogue, Metering.Views) { Seal = seal ?? Write };

    private Store StoreOf(EventDatabase database) => metering.Store(database: database);

    private async Task<Guid> InstallAsync(EventDatabase database)
    {
        var id = Guid.CreateVersion7();
        await StoreOf(database).StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));
        return id;
    }

    private async Task CommitAsync(EventDatabase database, Guid id, params DomainEvent[] events) =>
        await StoreOf(database).CommitAsync([new("meter", id, await StoreOf(database).ReadAsync(id), events)]);
}
