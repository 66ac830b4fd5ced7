using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.RedTeam;

/// <summary>Public files are changed where they lie. The signatures are the log's own.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private const int Flips = 40;

    private Registry registry = null!;
    private Auditor auditor = null!;

    public async Task InitializeAsync()
    {
        registry = await Registry.StartAsync();
        auditor = new(registry);
        await registry.GrowAsync(600);
        auditor.Keep(registry.Feed[123]);
        await auditor.VisitAsync();
    }

    public async Task DisposeAsync() => await registry.DisposeAsync();

    [Theory]
    [InlineData("tile/0/000", 0)]
    [InlineData("tile/0/002.p/88", 512)]
    [InlineData("tile/1/000.p/2", 0)]
    public async Task One_bit_of_the_hashes_names_the_entry_of_that_hash(string file, int first)
    {
        var each = file.StartsWith("tile/1", StringComparison.Ordinal) ? TileAddress.FullWidth : 1;
        await FlipAsync(file, (findings, place) =>
        {
            findings.Names(first + (place / Digest.Length * each), file, "another hash");
            Assert.Contains(findings.Checked, c => c.StartsWith("the entries are those that were signed", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("tile/entries/000", 0)]
    [InlineData("tile/entries/002.p/88", 512)]
    public async Task One_bit_of_the_entries_names_the_entry_or_the_file_that_cannot_be_read(string file, int first)
    {
        var original = await File.ReadAllBytesAsync(At(file));
        await FlipAsync(file, (findings, place) =>
        {
            var entry = first + EntryOf(original, place);
            Assert.True(findings.Faults.Any(f => f.Index == (ulong)entry || (f.Index == (ulong)first && f.What.Contains("cannot be read", StringComparison.Ordinal))), findings.ToText());
        });
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("policy")]
    public async Task One_bit_of_what_is_signed_or_of_who_signs_is_refused_or_makes_one_of_two_signatures_a_stranger_s(string file) => await FlipAsync(
        file, (findings, _) => Assert.True(!findings.Ok || findings.SignedBy.Count == 1, findings.ToText()), reader: n => new Auditor(registry, $"new reader {n}"));

    [Fact]
    public async Task One_bit_of_a_promise_is_no_promise()
    {
        var file = Path.Combine(registry.Home, "promise");
        var promise = registry.Promise(registry.Feed[123]).ToBytes();
        for (var bit = 0; bit < promise.Length * 8; bit += 41)
        {
            var flipped = promise.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(file, flipped);
            await Assert.ThrowsAsync<Cli.RegistryException>(() => Verify.CheckAsync(["audit", registry.Public, "--promise", file, "--state", Path.Combine(registry.Home, "state")]));
        }
    }

    [Fact]
    public async Task An_entry_and_its_hash_swapped_together_are_named()
    {
        var forged = Story.Of(600);
        forged[123] = Story.Honest(123).Accepted().WithPlaceOf(forged[123]);
        await WriteAsync("tile/entries/000", EntryBundle.Write([.. forged.Take(256).Select(e => new ReadOnlyMemory<byte>(e))]));
        await WriteAsync("tile/0/000", [.. forged.Take(256).SelectMany(e => Merkle.Leaf(e).ToArray())]);
        var findings = await auditor.AuditAsync();
        findings.Names(153, "entry 123 was changed");
        findings.Names(123, "changed after it was accepted");
        findings.Names(0, "tile/1/000.p/2", "another hash");
        findings.Names(null, "not the signed");
    }

    [Fact]
    public async Task A_whole_tree_of_files_swapped_under_the_signed_root_is_named()
    {
        var checkpoint = await File.ReadAllBytesAsync(At("checkpoint"));
        await registry.RewriteAsync(Story.Chained(Enumerable.Range(0, 600).Select(n => n == 123 ? Story.Honest(n).Accepted() : Story.Honest(n))));
        await WriteAsync("checkpoint", checkpoint);
        var findings = await auditor.AuditAsync();
        findings.Names(123, "changed after it was accepted");
        findings.Names(null, "not the signed");
    }

    [Theory]
    [InlineData("tile/entries/001")]
    [InlineData("tile/0/001")]
    [InlineData("tile/entries/002.p/88")]
    public async Task A_file_that_is_gone_is_named(string file)
    {
        File.Delete(At(file));
        (await auditor.AuditAsync()).Names(TileAddress.TryParse(file, out var address) ? (int)address.Index * 256 : -1, file, "cannot be read");
    }

    private string At(string file) => Path.Combine(registry.Public, file);

    private Task WriteAsync(string file, byte[] bytes) => File.WriteAllBytesAsync(At(file), bytes);

    /// <summary>Flips bits all over a file, one at a time.</summary>
    private async Task FlipAsync(string file, Action<Findings, int> judge, Func<int, Auditor>? reader = null)
    {
        var bytes = await File.ReadAllBytesAsync(At(file));
        for (var bit = 3; bit < bytes.Length * 8; bit += (bytes.Length * 8 / Flips) | 1)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            await WriteAsync(file, flipped);
            judge(await (reader?.Invoke(bit) ?? auditor).AuditAsync(), bit / 8);
        }

        await WriteAsync(file, bytes);
        await auditor.VisitAsync();
    }

    /// <summary>Which entry of a file a byte belongs to.</summary>
    private static int EntryOf(byte[] bundle, int place)
    {
        var (entry, at) = (0, 0);
        while ((at += 2 + (bundle[at] << 8) + bundle[at + 1]) <= place)
        {
            entry++;
        }

        return entry;
    }
}
