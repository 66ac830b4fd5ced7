using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>Which log this is: its keys, and whose signatures a reader should ask for.</summary>
public sealed class LogIdentity(IOptions<LedgerSettings> options, IOptions<PromiseSettings> promises)
{
    private readonly LedgerSettings settings = options.Value;

    public string Origin => settings.Origin;

    /// <summary>The pair in use.</summary>
    public IReadOnlyList<NoteSigner> Current { get; } = Pair(options.Value.Origin, options.Value.Ed25519Key, options.Value.EcdsaKey);

    /// <summary>The pair that will follow, while both sign; empty otherwise.</summary>
    public IReadOnlyList<NoteSigner> Next { get; } = options.Value is { NextEd25519Key.Length: > 0, NextEcdsaKey.Length: > 0 } next
        ? Pair(next.Origin, next.NextEd25519Key, next.NextEcdsaKey)
        : [];

    /// <summary>All of them sign every checkpoint.</summary>
    public IReadOnlyList<NoteSigner> Signers => [.. Current, .. Next];

    /// <summary>As <c>/policy</c> shows it (C2SP tlog-policy).</summary>
    public string PolicyText => $"{string.Concat(Signers.Select(s => $"log {s.Key}\n"))}{(settings.Witnesses.Length == 0 ? "quorum none\n" : $"{settings.Witnesses.Trim()}\n")}";

    /// <summary>As <c>/keys.txt</c> shows them, a line each; the last one signs promises and no checkpoint.</summary>
    public string KeysText => $"{string.Concat(Signers.Select(s => $"{s.Key}\n"))}{promises.Value.Signer.Key}\n";

    public LogPolicy Policy => LogPolicy.Parse(PolicyText);

    private static IReadOnlyList<NoteSigner> Pair(string origin, string ed25519, string ecdsa) =>
        [NoteSigner.Ed25519(origin, Convert.FromBase64String(ed25519)), NoteSigner.EcdsaP256(origin, Convert.FromBase64String(ecdsa))];
}
