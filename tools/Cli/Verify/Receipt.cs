using System.Diagnostics;
using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>A receipt, without asking anybody: the entry is in the log that the keys of the policy signed.</summary>
public static class Receipt
{
    /// <param name="disclosure">What somebody was shown of the entry, as the owning service gave it.</param>
    public static async Task<Findings> CheckAsync(string file, string? policy, string state, string? disclosure = null)
    {
        if (!File.Exists(file))
        {
            throw new RegistryException($"There is no file {file}.");
        }

        var trusted = policy is null ? PinnedLog.Read(state)?.Policy : await File.ReadAllTextAsync(policy);
        if (trusted is null)
        {
            throw new RegistryException("No keys are known yet: give --policy FILE, or visit the log once with 'verify consistency'.");
        }

        var time = Stopwatch.StartNew();
        try
        {
            var proof = LogProof.Parse(await File.ReadAllTextAsync(file));
            var (checkpoint, signatures) = LogPolicy.Parse(trusted).Check(proof.Checkpoint);
            var leaf = LeafHead.Read(proof.Extra ?? throw new FormatException("The receipt does not carry its entry."));
            return MerkleProof.IncludesLeaf(proof.Index, checkpoint.Size, Merkle.Leaf(proof.Extra), proof.Hashes, checkpoint.Root)
                ? Of([
                    $"entry {proof.Index}: {leaf.Stream} version {leaf.Version} at {leaf.At:u}", $"{proof.Hashes.Count} hashes lead from the entry to the signed root",
                    Encoding.UTF8.GetString(proof.Extra), .. Opened(proof.Extra, disclosure)], [])
                : Of([], [new(proof.Index, "The hashes do not lead from this entry to the signed root: it is another entry or another place.")]);

            Findings Of(IReadOnlyList<string> done, IReadOnlyList<AuditFault> faults) => new(
                faults.Count == 0, checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToString(), [.. signatures.Select(s => s.Key.Name)], done, faults, time.Elapsed.TotalSeconds);
        }
        catch (FormatException wrong)
        {
            return new(Ok: false, null, null, null, [], [], [new(Index: null, wrong.Message)], time.Elapsed.TotalSeconds);
        }
    }

    /// <summary>What a disclosure shows, once the entry commits to it.</summary>
    /// <exception cref="FormatException">It belongs to another entry, or was changed.</exception>
    private static IEnumerable<string> Opened(byte[] entry, string? disclosure)
    {
        if (disclosure is null)
        {
            return [];
        }

        var digest = new Commitment("", disclosure).Digest;
        var field = Leaf.Read(entry).Commitments.FirstOrDefault(c => c.Value == digest).Key
            ?? throw new FormatException("The disclosure opens no field of this entry: it belongs to another one, or was changed.");
        return [$"the entry commits to {field}: {Commitment.Open(field, digest, disclosure).ToJsonString()}"];
    }
}
