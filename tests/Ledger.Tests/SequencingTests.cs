using Npgsql;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>Numbers without a hole, streams without a break, one process at a time.</summary>
public sealed class SequencingTests : IAsyncLifetime
{
    private LedgerDatabase ledger = null!;

    private LogTable Table => ledger.Table;

    public async Task InitializeAsync() => ledger = await LedgerDatabase.CreateAsync();

    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Fact]
    public async Task Leaves_get_numbers_in_the_order_they_come_and_the_source_goes_on_where_it_was()
    {
        var (epoch, leaves) = (await Table.BeginAsync(default), LogWorks.EntriesOf(30));
        await AppendAsync(epoch, leaves[..10], "7.10");
        await AppendAsync(epoch, leaves[10..], "7.30");
        Assert.Equal(30UL, await Table.SizeAsync(default));
        Assert.Equal("7.30", await Table.PlaceAsync("verification", default));
        Assert.Equal(leaves[5..25], await Table.ReadAsync(5, 20, default));
        Assert.Equal((12UL, leaves[12]), await Table.FindAsync(LeafHead.Read(leaves[12]).Id, default));
        Assert.Null(await Table.FindAsync(Guid.Empty, default));
    }

    [Fact]
    public async Task What_was_taken_already_is_not_taken_twice()
    {
        var (epoch, leaves) = (await Table.BeginAsync(default), LogWorks.EntriesOf(10));
        await AppendAsync(epoch, leaves, "7.10");
        await Assert.ThrowsAsync<BrokenSourceException>(() => AppendAsync(epoch, leaves[3..4], "7.11"));
        Assert.Equal((10UL, "7.10"), (await Table.SizeAsync(default), await Table.PlaceAsync("verification", default)));
    }

    [Fact]
    public async Task An_older_process_is_shut_out_by_a_newer_one()
    {
        var (older, leaves) = (await Table.BeginAsync(default), LogWorks.EntriesOf(10));
        await AppendAsync(older, leaves[..5], "7.5");
        var newer = await Table.BeginAsync(default);
        await Assert.ThrowsAsync<SupersededException>(() => AppendAsync(older, leaves[5..], "7.10"));
        await AppendAsync(newer, leaves[5..], "7.10");
        Assert.Equal(10UL, await Table.SizeAsync(default));
    }

    [Fact]
    public void A_leaf_that_skips_a_version_names_another_leaf_or_comes_from_elsewhere_stops_its_source()
    {
        var first = Leaf.Read(LogWorks.EntriesOf(1)[0]);
        var second = first with { Id = Guid.CreateVersion7(), Version = 2, Previous = Merkle.Leaf(first.Write()) };
        Assert.Equal(2, Check(first, second).Count);
        Assert.Throws<BrokenSourceException>(() => Check(second));
        Assert.Throws<BrokenSourceException>(() => Check(first, second with { Previous = Merkle.EmptyRoot }));
        Assert.Throws<BrokenSourceException>(() => Check(first, second with { Version = 3 }));
        Assert.Throws<BrokenSourceException>(() => Check(first with { Source = "acceptance" }));
        Assert.Throws<BrokenSourceException>(() => Succession.Read("verification", ["{}"u8.ToArray()]));
    }

    [Theory]
    [InlineData("update entries set leaf = ''")]
    [InlineData("delete from entries")]
    [InlineData("truncate entries")]
    [InlineData("delete from tips")]
    public async Task The_serving_role_cannot_change_what_was_numbered(string sql)
    {
        await using var command = ledger.Serving.CreateCommand(sql);
        var denied = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
    }

    private static IReadOnlyList<Guid> Check(params Leaf[] leaves) =>
        Succession.Check("verification", Succession.Read("verification", [.. leaves.Select(l => l.Write())]), new Dictionary<string, StreamTip>()).Events;

    private async Task AppendAsync(long epoch, IReadOnlyList<byte[]> leaves, string next)
    {
        var read = Succession.Read("verification", leaves);
        var (events, moved) = Succession.Check("verification", read, await Table.TipsAsync("verification", read.Select(l => l.Head.Stream), default));
        await Table.AppendAsync(epoch, new("verification", leaves, next), events, moved, default);
    }
}
