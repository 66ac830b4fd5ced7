using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>Which log this is: its keys, and whose signatures a reader should ask for.</summary>
public sealed class LogIdentity(IOptions<LedgerSettings> options, IOptions<PromiseSettings> promises)
{
    private readonly LedgerSettings settings = options.Value;

    public string Origin => settings.Origin;

    /// <summary>Both sign every checkpoint.</summary>
    public IReadOnlyList<NoteSigner> Signers { get; } =
    [
        NoteSigner.Ed25519(options.Value.Origin, Convert.FromBase64String(options.Value.Ed25519Key)),
        NoteSigner.EcdsaP256(options.Value.Origin, Convert.FromBase64String(options.Value.EcdsaKey)),
    ];

    /// <summary>As <c>/policy</c> shows it (C2SP tlog-policy).</summary>
    public string PolicyText => $"{string.Concat(Signers.Select(s => $"log {s.Key}\n"))}{(settings.Witnesses.Length == 0 ? "quorum none\n" : $"{settings.Witnesses.Trim()}\n")}";

    /// <summary>As <c>/keys.txt</c> shows them, a line each; the last one signs promises and no checkpoint.</summary>
    public string KeysText => $"{string.Concat(Signers.Select(s => $"{s.Key}\n"))}{promises.Value.Signer.Key}\n";

    public LogPolicy Policy => LogPolicy.Parse(PolicyText);
}
