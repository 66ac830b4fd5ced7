using System.Diagnostics;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>
/// kill -9 of the real program at each step on the way to the public. A pipe in the place of the file that a step opens holds the program
/// there: opening a pipe waits for the other end, and there is none.
/// </summary>
public sealed class KilledPublisherTests : IAsyncLifetime
{
    private const int First = 298, Second = 698;

    private LedgerProcess ledger = null!;

    public async Task InitializeAsync() => ledger = await LedgerProcess.PrepareAsync();

    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Theory]
    [InlineData("public/tile/entries/001.new")]
    [InlineData("public/tile/entries/002.p/188.new")]
    [InlineData("public/tile/0/001.new")]
    [InlineData("public/tile/1/000.p/2.new")]
    [InlineData("guard/signed")]
    [InlineData("guard/signed.new")]
    [InlineData("public/checkpoints/700.new")]
    [InlineData("public/checkpoint.new")]
    public async Task Whatever_the_step_the_log_goes_on_whole_and_nothing_is_signed_twice_differently(string step)
    {
        var killed = ledger.Start();
        await ledger.PublishedAsync(ledger.Give(First));
        var before = await ReadAsync();

        var pipe = Path.Combine(ledger.Works.Home, step);
        var kept = File.Exists(pipe) ? await File.ReadAllBytesAsync(pipe) : null;
        await HoldAsync(pipe);
        var size = ledger.Give(Second);
        await ledger.UntilAsync(() => WaitsForPipe(killed));
        await LedgerProcess.KillAsync(killed);
        Assert.Equal(before, await ReadAsync());

        // What a killed program leaves of a file that it was writing.
        File.Delete(pipe);
        await File.WriteAllBytesAsync(pipe, kept ?? "half"u8.ToArray());
        await GoesOnAsync(before, size);
    }

    [Fact]
    public async Task Killed_while_the_witness_is_asked_it_asks_again_for_the_same()
    {
        var killed = ledger.Start();
        await ledger.PublishedAsync(ledger.Give(First));
        var before = await ReadAsync();
        ledger.WitnessWaits = true;
        var size = ledger.Give(Second);
        await ledger.WitnessIsAsked;
        await LedgerProcess.KillAsync(killed);
        Assert.Equal(before, await ReadAsync());
        ledger.WitnessWaits = false;
        await GoesOnAsync(before, size);
    }

    [Fact]
    public async Task Of_two_processes_one_advances_and_the_other_takes_over_when_it_dies()
    {
        var one = ledger.Start();
        await ledger.PublishedAsync(ledger.Give(First));
        var before = await ReadAsync();
        var other = ledger.Start();
        await ledger.PublishedAsync(ledger.Give(400));
        await LedgerProcess.KillAsync(one);
        await ledger.PublishedAsync(ledger.Give(Second));
        Assert.False(other.HasExited);
        await CheckAsync(before, Second + LedgerProcess.Own);
    }

    private async Task GoesOnAsync(Checkpoint before, int size)
    {
        ledger.Start();
        await ledger.PublishedAsync(size);
        await CheckAsync(before, size);
    }

    /// <summary>What a reader finds, and one who remembers the log from before.</summary>
    private async Task CheckAsync(Checkpoint before, int size)
    {
        var report = await ledger.Works.AuditAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((ulong)size, report.Entries);
        Assert.Equal((ulong)size, await ledger.Database.Table.SizeAsync(default));
        var proof = await new TiledTree((ulong)size, ledger.Works.Folder.ReadAsync).ConsistencyAsync(before.Size);
        Assert.True(MerkleProof.Extends(before.Size, (ulong)size, proof, before.Root, report.Root));
        Assert.Equal(ledger.Signed.Count, ledger.Signed.Select(s => s.Size).Distinct().Count());
    }

    private async Task<Checkpoint> ReadAsync() => Checkpoint.Parse(SignedNote.Parse(await File.ReadAllBytesAsync(Path.Combine(ledger.Works.Folder.Root, "checkpoint"))).Text);

    private static async Task HoldAsync(string pipe)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(pipe)!);
        File.Delete(pipe);
        using var made = Process.Start("mkfifo", [pipe]);
        await made.WaitForExitAsync();
        Assert.Equal(0, made.ExitCode);
    }

    /// <summary>Whether one of its threads opens a pipe that nobody holds at the other end.</summary>
    private static bool WaitsForPipe(Process process) => Directory.EnumerateDirectories($"/proc/{process.Id}/task").Any(task =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "wchan")) == "wait_for_partner";
        }
        catch (IOException)
        {
            // A thread that ended meanwhile.
            return false;
        }
    });
}
