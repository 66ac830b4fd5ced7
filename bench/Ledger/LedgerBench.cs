using System.Diagnostics;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Bench.Ledger;

/// <summary>The public log: what it costs a command, how fast it grows, how soon it is public, how fast it is proven and audited.</summary>
internal static class LedgerBench
{
    private const int Batch = 1000, Entries = 200_000, Rounds = 5;

    /// <summary>Leaves of one second while the delay is measured, and for how long.</summary>
    private const int LeavesPerSecond = 200, Seconds = 15;

    private const int WarmProofs = 2_000, Proofs = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private const string Method =
        """
        One log with a database, a folder on this disk (every file forced to it), guard, two keys and no witness. Leaves have about
        520 bytes: three facts, two commitments, streams of four events.

        - **Leaf**: the same append by the store with and without its leaf, in turns within one run; difference of the medians.
        - **Growth**: what the sequencer does with batches of 1,000 (profile, succession, one transaction), and the publication of
          every five of them: files, self-check, guard, signatures.
        - **Delay**: leaves arrive evenly; from arrival to the checkpoint that covers it, with the sequencer's own pauses.
        - **Proof**: a receipt from the tiles on the disk, for random entries, on one thread; per core by processor time.
        - **Audit**: the whole log as `./registry verify audit` reads it from a folder, on one thread, by processor time.
        - **Ten million**: hashes appended to the tree up to the root; the tree resumed from the files of its edge; what both hold.
        """;

    public static async Task<Findings> RunAsync()
    {
        var measured = new List<Measurement> { await LeafBench.RunAsync() };
        await using (var log = await BenchLog.CreateAsync())
        {
            measured.Add(await GrowAsync(log));
            measured.AddRange(await ProveAsync(log));
            measured.Add(await AuditAsync(log));
        }

        await using (var log = await BenchLog.CreateAsync())
        {
            measured.Add(await DelayAsync(log));
        }

        return new("Public log", Method, [.. measured, .. TenMillion.Measure()]);
    }

    private static async Task<Measurement> GrowAsync(BenchLog log)
    {
        var (epoch, batches) = (await log.Table.BeginAsync(default), BenchLog.Leaves(Entries).Chunk(Batch).ToArray());
        var since = Stopwatch.StartNew();
        foreach (var round in batches.Chunk(Rounds))
        {
            foreach (var batch in round)
            {
                await log.TakeAsync(epoch, batch);
            }

            await log.Publisher.PublishAsync(await log.Table.SizeAsync(default));
        }

        var rate = Entries / since.Elapsed.TotalSeconds;
        return new("growth with self-check", (decimal)Math.Round(rate), "entries/s", Target.NoLessThan(10_000), $"{Entries:N0} entries in {since.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task<Measurement> DelayAsync(BenchLog log)
    {
        var (epoch, delays, waiting) = (await log.Table.BeginAsync(default), new List<double>(), new List<(byte[] Leaf, TimeSpan Arrived)>());
        using var arriving = BenchLog.Leaves(LeavesPerSecond * Seconds).GetEnumerator();
        var (clock, given) = (Stopwatch.StartNew(), 0);
        while (delays.Count < LeavesPerSecond * Seconds)
        {
            // Whatever has arrived meanwhile, each at its own moment.
            for (; given < LeavesPerSecond * Seconds && clock.Elapsed.TotalSeconds * LeavesPerSecond > given && arriving.MoveNext(); given++)
            {
                waiting.Add((arriving.Current, TimeSpan.FromSeconds((double)given / LeavesPerSecond)));
            }

            if (waiting.Count > 0)
            {
                await log.TakeAsync(epoch, [.. waiting.Take(Batch).Select(w => w.Leaf)]);
                await log.Publisher.PublishAsync(await log.Table.SizeAsync(default));
                delays.AddRange(waiting.Take(Batch).Select(w => (clock.Elapsed - w.Arrived).TotalSeconds));
                waiting.RemoveRange(0, Math.Min(Batch, waiting.Count));
            }

            await Task.Delay(waiting.Count > 0 ? TimeSpan.Zero : Pause);
        }

        return new("published, p99", (decimal)delays.Slow(), "s", Target.NoMoreThan(2), $"{LeavesPerSecond} leaves/s for {Seconds} s, median {delays.Middle():0.00} s");
    }

    private static async Task<IEnumerable<Measurement>> ProveAsync(BenchLog log)
    {
        var (last, chance, times, known) = (log.Publisher.Last!, new Random(1), new List<double>(), new KnownSubtrees());
        var note = SignedNote.Parse(log.Folder.Read("checkpoint"));
        var before = TimeSpan.Zero;
        for (var n = 0; n < WarmProofs + Proofs; n++)
        {
            before = n == WarmProofs ? Environment.CpuUsage.TotalTime : before;
            var index = (ulong)chance.NextInt64((long)last.Size);
            var since = Stopwatch.GetTimestamp();
            var proof = new LogProof([1], index, await new TiledTree(last.Size, log.Folder.ReadAsync, known).InclusionAsync(index), note).ToString();
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            GC.KeepAlive(proof);
        }

        var (warm, worked) = (times[WarmProofs..], Environment.CpuUsage.TotalTime - before);
        return
        [
            new("proof, p99", (decimal)warm.Slow(), "ms", Target.NoMoreThan(1), $"median {warm.Middle():0.000} ms"),
            new("proofs on one core", (decimal)Math.Round(Proofs / worked.TotalSeconds), "proofs/s", Target.NoLessThan(5_000)),
        ];
    }

    private static async Task<Measurement> AuditAsync(BenchLog log)
    {
        await new LogAudit(log.Publisher.Last!, log.Folder.ReadAsync).RunAsync();
        var before = Environment.CpuUsage.TotalTime;
        var report = await new LogAudit(log.Publisher.Last!, log.Folder.ReadAsync).RunAsync();
        if (report.Faults.Count > 0)
        {
            throw new InvalidOperationException($"The log of this bench is broken: {report.Faults[0].What}");
        }

        return new("audit on one core", (decimal)Math.Round(report.Entries / (Environment.CpuUsage.TotalTime - before).TotalSeconds), "entries/s", Target.NoLessThan(200_000), $"{report.Entries:N0} entries");
    }
}
