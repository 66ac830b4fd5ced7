using System.Text.Json;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>
/// The cases that transparency-dev/merkle publishes (Apache-2.0), read from the folder that REGISTRY_VECTORS names. One of the 196
/// cannot be expressed here: it calls two equal texts of 12 bytes roots, and a root has 32.
/// </summary>
public sealed class PublishedCasesTests
{
    private const string Inexpressible = "sizes-are-equal-one-and-proof-is-empty.json";

    private static readonly string? Folder = Environment.GetEnvironmentVariable("REGISTRY_VECTORS") is { Length: > 0 } vectors
        ? Path.Combine(vectors, "ledger")
        : null;

    public static TheoryData<string> Cases => Folder is null
        ? [""]
        : [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    [VectorTheory]
    [MemberData(nameof(Cases))]
    public void Are_judged_as_published(string file)
    {
        var published = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file))).RootElement;
        var holds = file.StartsWith("inclusion", StringComparison.Ordinal) ? Includes(published) : Extends(published);
        Assert.Equal(published.GetProperty("wantErr").GetBoolean() || Path.GetFileName(file) == Inexpressible, !holds);
    }

    [VectorTheory]
    [InlineData(196)]
    public void Are_all_there(int published) => Assert.Equal(published, Cases.Count);

    private static bool Includes(JsonElement c) =>
        Hash(c, "leafHash") is { } leaf && Hash(c, "root") is { } root && Hashes(c) is { } proof
        && MerkleProof.IncludesLeaf(c.GetProperty("leafIdx").GetUInt64(), c.GetProperty("treeSize").GetUInt64(), leaf, proof, root);

    private static bool Extends(JsonElement c) =>
        Hash(c, "root1") is { } old && Hash(c, "root2") is { } grown && Hashes(c) is { } proof
        && MerkleProof.Extends(c.GetProperty("size1").GetUInt64(), c.GetProperty("size2").GetUInt64(), proof, old, grown);

    private static List<Digest>? Hashes(JsonElement c)
    {
        var proof = c.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(h => h.GetString()!).ToList() : [];
        return proof.TrueForAll(h => Digest.TryParse(h, out _)) ? proof.ConvertAll(Digest.Parse) : null;
    }

    private static Digest? Hash(JsonElement c, string name) => Digest.TryParse(c.GetProperty(name).GetString()!, out var digest) ? digest : null;
}

/// <summary>A test of published cases: without their folder it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VectorTheoryAttribute : TheoryAttribute
{
    public VectorTheoryAttribute() =>
        Skip = Environment.GetEnvironmentVariable("REGISTRY_VECTORS") is { Length: > 0 } ? null : "REGISTRY_VECTORS does not name the folder of the published cases.";
}
