using System.Diagnostics;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Bench.Ledger;

/// <summary>A log of ten million entries: its root from nothing, and the tree as it is resumed after a restart.</summary>
internal static class TenMillion
{
    private const int Leaves = 10_000_000;

    public static IEnumerable<Measurement> Measure()
    {
        var hash = Merkle.Leaf("one"u8);
        var before = Held();
        var since = Stopwatch.StartNew();
        var tree = new GrowingTree();
        for (var n = 0; n < Leaves; n++)
        {
            tree.Append(hash);
        }

        var root = tree.Root();
        var rooted = since.Elapsed.TotalSeconds;
        var files = tree.Partial().ToDictionary(t => t.Address.Path, t => t.Bytes, StringComparer.Ordinal);

        since.Restart();
        var resumed = GrowingTree.Resume(Leaves, address => files[address.Path]);
        var restarted = resumed.Root() == root ? since.Elapsed.TotalSeconds : throw new InvalidOperationException("The tree was not resumed.");
        var each = (Held() - before) / (double)Leaves;
        GC.KeepAlive(tree);
        return
        [
            new("root of ten million", (decimal)rooted, "s", Target.NoMoreThan(5), $"{Leaves / rooted:N0} leaves/s on one core"),
            new("restart at ten million", (decimal)restarted, "s", Target.NoMoreThan(5), "the edge's files"),
            new("memory an entry", (decimal)Math.Max(0, each), "bytes", Target.NoMoreThan(100)),
        ];
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}
