using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>The files of C2SP tlog-tiles.</summary>
public sealed class TileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(300)]
    public async Task Give_the_roots_and_proofs_of_the_definitions(int size)
    {
        var tiled = Trees.Tiled(size);
        Assert.Equal(Trees.Root(0, size), await tiled.RootAsync());
        for (var n = 0; n < size; n++)
        {
            Assert.Equal(Trees.Path(n, 0, size), await tiled.InclusionAsync((ulong)n));
            Assert.Equal(Trees.Proof(n + 1, size), await tiled.ConsistencyAsync((ulong)n + 1));
        }
    }

    [Fact]
    public async Task What_is_known_of_smaller_logs_changes_no_proof_of_larger_ones()
    {
        var known = new KnownSubtrees();
        foreach (var size in new[] { 20, 255, 256, 257, 300 })
        {
            for (var n = 0; n < size; n++)
            {
                Assert.Equal(Trees.Path(n, 0, size), await Trees.Tiled(size, known).InclusionAsync((ulong)n));
                Assert.Equal(Trees.Proof(n + 1, size), await Trees.Tiled(size, known).ConsistencyAsync((ulong)n + 1));
            }
        }
    }

    /// <summary>The example of the specification.</summary>
    [Fact]
    public void Of_a_tree_of_70000_are_those_that_the_specification_counts()
    {
        var files = Trees.Files(70_000).Keys;
        Assert.Equal(273, files.Count(f => f.StartsWith("tile/0/", StringComparison.Ordinal) && !f.Contains(".p/", StringComparison.Ordinal)));
        Assert.Equal(
            ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"],
            files.Where(f => f.Contains(".p/", StringComparison.Ordinal) || f.StartsWith("tile/1", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), Enumerable.Range(0, 3).SelectMany(l => TileAddress.OfLevel(l, 70_000)).Select(a => a.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public async Task A_tree_that_was_resumed_goes_on_as_if_it_had_never_stopped(int stopped)
    {
        var files = Trees.Files(stopped);
        var tree = GrowingTree.Resume((ulong)stopped, address => files[address.Path]);
        for (var n = stopped; n < stopped + 300; n++)
        {
            tree.Append(Trees.Leaf(n));
        }

        Assert.Equal(await Trees.Tiled(stopped + 300).RootAsync(), tree.Root());
    }

    [Fact]
    public void A_tree_knows_its_root_after_every_entry()
    {
        var tree = new GrowingTree();
        for (var size = 0; size < Trees.Largest; size++)
        {
            Assert.Equal(Trees.Root(0, size), tree.Root());
            tree.Append(Trees.Leaf(size));
        }
    }

    [Theory]
    [InlineData("tile/0/x001/x234/067", 0, 1234067, 256)]
    [InlineData("tile/3/005.p/7", 3, 5, 7)]
    [InlineData("tile/entries/x001/000.p/255", null, 1000, 255)]
    public void An_address_is_read_as_it_is_written(string path, int? level, ulong index, int width)
    {
        Assert.True(TileAddress.TryParse(path, out var address));
        Assert.Equal(new(level, index, width), address);
        Assert.Equal(path, address.Path);
    }

    [Theory]
    [InlineData("tile/0/67")]
    [InlineData("tile/0/x000/067")]
    [InlineData("tile/00/067")]
    [InlineData("tile/64/067")]
    [InlineData("tile/0/067.p/0")]
    [InlineData("tile/0/067.p/256")]
    [InlineData("tile/0/067.p/007")]
    [InlineData("tile/0/067/")]
    [InlineData("tile/0/../067")]
    [InlineData("tile/0/x018/x446/x744/x073/x709/x551/616")]
    [InlineData("tile/0/067\n")]
    public void An_address_has_one_spelling(string other) => Assert.False(TileAddress.TryParse(other, out _));

    [Fact]
    public void A_bundle_gives_back_its_entries_and_is_read_whole_or_not_at_all()
    {
        ReadOnlyMemory<byte>[] entries = [Encoding.UTF8.GetBytes("零"), Array.Empty<byte>(), new byte[300]];
        var bundle = EntryBundle.Write(entries);
        Assert.Equal(entries.Select(e => e.ToArray()), EntryBundle.Read(bundle, 3).Select(e => e.ToArray()));
        Assert.Throws<InvalidDataException>(() => EntryBundle.Read(bundle, 2));
        Assert.Throws<InvalidDataException>(() => EntryBundle.Read(bundle.AsMemory()[..^1], 3));
        Assert.Throws<InvalidDataException>(() => EntryBundle.Read(new byte[] { 0 }, 1));
    }
}
