using Microsoft.Extensions.Options;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Witness;

/// <summary>The logs that this witness watches, and the key it signs with.</summary>
public sealed class WatchedLogs(IOptions<WitnessSettings> settings, TimeProvider clock)
{
    private readonly ILookup<string, VerifierKey> keys = LogPolicy.Parse(File.ReadAllText(settings.Value.Policy)).Logs.ToLookup(l => l.Name, StringComparer.Ordinal);

    public NoteSigner Signer { get; } = WitnessKey.Read(settings.Value.KeyFile, clock);

    public IEnumerable<string> Origins => keys.Select(k => k.Key);

    /// <summary>Empty for a log that is not watched.</summary>
    public IEnumerable<VerifierKey> KeysOf(string origin) => keys[origin];
}
