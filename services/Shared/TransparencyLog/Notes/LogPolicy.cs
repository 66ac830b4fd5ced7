using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>Whose signatures make a checkpoint count (C2SP tlog-policy): any of the logs' keys, and a quorum of witnesses.</summary>
public sealed class LogPolicy
{
    private readonly Dictionary<string, Group> groups = new(StringComparer.Ordinal);
    private readonly List<PolicyWitness> witnesses = [];
    private readonly List<VerifierKey> logs = [];
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private string? quorum;

    private LogPolicy()
    {
    }

    public IReadOnlyList<VerifierKey> Logs => logs;

    public IReadOnlyList<PolicyWitness> Witnesses => witnesses;

    /// <exception cref="FormatException">Not a policy; says which line and why.</exception>
    public static LogPolicy Parse(string text)
    {
        var policy = new LogPolicy();
        foreach (var (number, line) in text.Split('\n').Index())
        {
            try
            {
                policy.Read(line);
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"Line {number + 1}: {wrong.Message}", wrong);
            }
        }

        return policy.quorum is null ? throw new FormatException("A policy says which quorum it demands, or 'quorum none'.") : policy;
    }

    /// <summary>The checkpoint, once the policy is content with its signatures.</summary>
    /// <exception cref="FormatException">A signature is wrong or missing, too few witnesses saw it, or it is another log's.</exception>
    public (Checkpoint Checkpoint, IReadOnlyList<VerifiedSignature> Signatures) Check(SignedNote note)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        var signatures = note.Verify([.. logs.Where(l => l.Name == checkpoint.Origin), .. witnesses.Select(w => w.Key)]);
        if (!signatures.Any(s => logs.Contains(s.Key)))
        {
            throw new FormatException($"The checkpoint of {checkpoint.Origin} is not signed by a log that the policy names.");
        }

        var seenBy = witnesses.Where(w => signatures.Any(s => s.Key == w.Key)).Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
        return quorum == "none" || IsMet(quorum!, seenBy)
            ? (checkpoint, signatures)
            : throw new FormatException($"The checkpoint has {seenBy.Count} of {witnesses.Count} witnesses: the quorum '{quorum}' is not met.");
    }

    private bool IsMet(string name, HashSet<string> seenBy) => groups.TryGetValue(name, out var group)
        ? group.Members.Count(m => IsMet(m, seenBy)) >= group.Least
        : seenBy.Contains(name);

    private void Read(string line)
    {
        if (line.Any(c => c < ' ' && c != '\t') || line.Contains('\u007f', StringComparison.Ordinal))
        {
            throw new FormatException("A policy has no control characters but tabs and line ends.");
        }

        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case [] or [['#', ..], ..]: break;
            case ["log", var key, .. { Length: <= 1 }]: logs.Add(Unlisted(VerifierKey.Parse(key), SignatureType.Ed25519, SignatureType.EcdsaP256)); break;
            case ["witness", var name, var key]: Add(name, new(name, Unlisted(VerifierKey.Parse(key), SignatureType.Cosignature), Url: null)); break;
            case ["witness", var name, var key, var url]: Add(name, new(name, Unlisted(VerifierKey.Parse(key), SignatureType.Cosignature), new Uri(url))); break;
            case ["group", var name, var least, .. { Length: > 0 } of]: AddGroup(name, least, of); break;
            case ["quorum", var name] when quorum is null && (name == "none" || IsKnown(name)): quorum = name; break;
            default: throw new FormatException($"'{line.Trim()}' is none of: log, witness, group, quorum (once, of names defined above).");
        }
    }

    private void Add(string name, PolicyWitness witness)
    {
        New(name);
        witnesses.Add(witness);
    }

    private void AddGroup(string name, string least, string[] of)
    {
        New(name);
        var count = least switch
        {
            "any" => 1,
            "all" => of.Length,
            _ => int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= of.Length && least[0] != '0' ? n : 0
        };
        if (count == 0 || !of.All(m => IsKnown(m) && members.Add(m)))
        {
            throw new FormatException($"The group '{name}' wants 1 to {of.Length} of names that are defined above and in no other group.");
        }

        groups.Add(name, new(count, of));
    }

    private void New(string name)
    {
        if (name == "none" || IsKnown(name))
        {
            throw new FormatException($"The name '{name}' is taken.");
        }
    }

    private bool IsKnown(string name) => groups.ContainsKey(name) || witnesses.Exists(w => w.Name == name);

    private VerifierKey Unlisted(VerifierKey key, params SignatureType[] types) =>
        types.Contains(key.Type) && !logs.Concat(witnesses.Select(w => w.Key)).Any(k => k.Key.AsSpan().SequenceEqual(key.Key))
            ? key
            : throw new FormatException($"The key of {key.Name} is listed twice or is not of a kind that can sign here.");

    private sealed record Group(int Least, string[] Members);
}

/// <summary>Someone who watches that the log only grows.</summary>
/// <param name="Url">Where it takes checkpoints; null when only its signatures matter.</param>
public sealed record PolicyWitness(string Name, VerifierKey Key, Uri? Url);
