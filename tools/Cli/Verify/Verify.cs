using System.Globalization;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// <c>verify</c>: whether the record was rewritten, from public files alone. Ends with 0 when everything held, 1 when something did not
/// (it is named), 2 when the question was not understood, 3 when the log does not answer.
/// </summary>
public static class Verify
{
    private const int Broken = 1;
    private const int BadInput = 2;
    private const int Unreachable = 3;

    private const string Usage =
        """
        usage: verify audit PLACE          every entry, every hash, every signature
               verify consistency PLACE    the newest checkpoint against the last one seen
               verify proof FILE           a receipt (.tlog-proof)
               verify mirror PLACE FOLDER  audit, and keep a copy that others can audit
               PLACE is an address or a folder. Options: --policy FILE  --state FILE  --json
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (await CheckAsync(args) is not { } findings)
            {
                await Console.Error.WriteLineAsync(Usage);
                return BadInput;
            }

            await Console.Out.WriteAsync(args.Contains("--json") ? findings.ToJson() + "\n" : findings.ToText());
            return findings.Ok ? 0 : Broken;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The log does not answer: {unreachable.Message}");
            return Unreachable;
        }
    }

    /// <summary>What the check that was asked for found; null when none was.</summary>
    public static async Task<Findings?> CheckAsync(string[] args) => Options.Of(args) switch
    {
        { Words: ["audit", var place] } asked => await AuditAsync(place, asked),
        { Words: ["consistency", var place] } asked => await ConsistencyAsync(place, asked),
        { Words: ["proof", var file] } asked => await Receipt.CheckAsync(file, asked.Policy, asked.State),
        { Words: ["mirror", var place, var folder] } asked => await Mirror.RunAsync(place, folder, asked.Policy, asked.State),
        _ => null
    };

    private static async Task<Findings> ConsistencyAsync(string place, Options asked)
    {
        using var log = new PublicLog(place);
        return await new LogVisit(log, asked.State).RunAsync(asked.Policy);
    }

    private static async Task<Findings> AuditAsync(string place, Options asked)
    {
        using var log = new PublicLog(place);
        var visit = new LogVisit(log, asked.State);
        return await visit.RunAsync(asked.Policy, checkpoint => AuditAsync(visit, checkpoint, log.ReadAsync));
    }

    /// <summary>The whole log, from its entries up.</summary>
    internal static async Task<IEnumerable<AuditFault>> AuditAsync(LogVisit visit, Checkpoint checkpoint, Func<TileAddress, ValueTask<ReadOnlyMemory<byte>>> read)
    {
        var report = await new LogAudit(checkpoint, read).RunAsync();
        visit.Done(string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries against the profile, their streams, their hashes and the signed root"));
        return report.Faults;
    }

    private sealed record Options(List<string> Words, string? Policy, string State)
    {
        public static Options? Of(string[] args)
        {
            var (words, policy, state) = (new List<string>(), (string?)null, DefaultState);
            for (var at = 0; at < args.Length; at++)
            {
                switch (args[at])
                {
                    case "--json": break;
                    case "--policy" when at + 1 < args.Length: policy = args[++at]; break;
                    case "--state" when at + 1 < args.Length: state = args[++at]; break;
                    case ['-', ..]: return null;
                    default: words.Add(args[at]); break;
                }
            }

            return new(words, policy, state);
        }

        /// <summary>In the user's own data: what one person saw is nobody else's.</summary>
        private static string DefaultState => Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PilotRegistry", "log.json");
    }
}
