using System.Text;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// What a log says in its own entries about its keys. Whoever trusts the key that signed these entries learns from them which keys follow,
/// and goes on without asking anybody.
/// </summary>
public sealed class KeyNews
{
    public const string Source = "ledger", Announced = "ledger.key-announced.v1", Retired = "ledger.key-retired.v1";

    private readonly List<VerifierKey> announced = [], retired = [];

    /// <summary>Takes an entry of the profile; most say nothing of keys.</summary>
    /// <param name="origin">The log: keys of another name are not its own.</param>
    /// <returns>What is wrong with it; null when all is well.</returns>
    public string? Add(LeafHead head, ReadOnlySpan<byte> entry, string origin)
    {
        if (head.Source != Source || Leaf.Read(entry) is not { Type: Announced or Retired } leaf)
        {
            return null;
        }

        // A witness's key among the log's would make a policy that nobody can read.
        if (Read(leaf.Public["key"]) is not { Type: SignatureType.Ed25519 or SignatureType.EcdsaP256 } key || key.Name != origin)
        {
            return $"It says {leaf.Type} of what is no key of {origin}.";
        }

        (leaf.Type == Announced ? announced : retired).Add(key);
        return null;
    }

    private static VerifierKey? Read(JsonNode? fact)
    {
        try
        {
            return fact is JsonValue value && value.TryGetValue(out string? text) ? VerifierKey.Parse(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The policy with the keys that followed and without those that went; the same when there is no news.</summary>
    /// <param name="policy">C2SP tlog-policy.</param>
    public string Follow(string policy)
    {
        var known = LogPolicy.Parse(policy).Logs;
        var gone = known.Where(retired.Contains).Select(k => k.ToString()).ToHashSet(StringComparer.Ordinal);
        var fresh = announced.Except(known).Except(retired).ToArray();
        if (known.Count - gone.Count + fresh.Length == 0)
        {
            return policy;
        }

        var text = new StringBuilder().AppendJoin("", fresh.Select(k => $"log {k}\n"));
        return text.AppendJoin('\n', policy.Split('\n').Where(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not ["log", var key, ..] || !gone.Contains(key))).ToString();
    }
}
