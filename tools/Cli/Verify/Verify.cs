using System.Globalization;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// <c>verify</c>: whether the record was rewritten, from public files alone. Ends with 0 when everything held, 1 when something did not
/// (it is named), 2 when the question or what was brought along is none, 3 when the log does not answer.
/// </summary>
public static class Verify
{
    private const int Broken = 1;
    private const int BadInput = 2;
    private const int Unreachable = 3;

    private const string Usage =
        """
        usage: verify audit PLACE              every entry, every hash, every signature, every promise given along
               verify consistency PLACE        the newest checkpoint against the last one seen
               verify proof FILE               a receipt (.tlog-proof)
               verify mirror PLACE FOLDER      audit, and keep a copy that others can audit
               verify park PLACE PARK-ID       audit, and whether the park's timeline tells all that the log holds
               verify witness PLACE [ADDRESS]  who of the policy's witnesses signed; the one at ADDRESS is asked itself
               verify release PLACE [--log LOG]  a day's open data: manifest, signature, files; LOG must hold the log that it names
               PLACE is an address or a folder. Options: --policy FILE  --keys FILE  --state FILE  --json
               --checkpoint FILE…  what other readers were shown     --promise FILE|FOLDER…  what services promised
               --timeline FILE     a park's timeline that was saved; without it PLACE is asked
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
        catch (RegistryException question)
        {
            await Console.Error.WriteLineAsync(question.Message);
            return BadInput;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The log does not answer: {unreachable.Message}");
            return Unreachable;
        }
    }

    /// <summary>What the check that was asked for found; null when none was.</summary>
    /// <exception cref="RegistryException">What was brought along cannot be used.</exception>
    public static async Task<Findings?> CheckAsync(string[] args) => Question.Of(args) switch
    {
        { Words: ["audit", var place] } asked => await AuditAsync(place, asked),
        { Words: ["consistency", var place] } asked => await ConsistencyAsync(place, asked),
        { Words: ["proof", var file] } asked => await Receipt.CheckAsync(file, asked.Policy, asked.State),
        { Words: ["proof", var file, var disclosure] } asked => await Receipt.CheckAsync(file, asked.Policy, asked.State, disclosure),
        { Words: ["mirror", var place, var folder] } asked => await Mirror.RunAsync(place, folder, asked),
        { Words: ["park", var place, var park] } asked => await ParkRecord.RunAsync(place, park, asked),
        { Words: ["witness", var place] } asked => await WitnessVisit.RunAsync(place, address: null, asked),
        { Words: ["witness", var place, var address] } asked => await WitnessVisit.RunAsync(place, address, asked),
        { Words: ["release", var place] } asked => await ReleaseCheck.RunAsync(place, asked),
        _ => null
    };

    private static async Task<Findings> ConsistencyAsync(string place, Question asked)
    {
        using var log = new PublicLog(place);
        return await new LogVisit(log, asked).RunAsync();
    }

    private static async Task<Findings> AuditAsync(string place, Question asked)
    {
        using var log = new PublicLog(place);
        var visit = new LogVisit(log, asked);
        return await visit.RunAsync((checkpoint, evidence) => AuditAsync(visit, checkpoint, evidence, log.ReadAsync), readsAll: true);
    }

    /// <summary>The whole log, from its entries up.</summary>
    internal static async Task<IEnumerable<AuditFault>> AuditAsync(
        LogVisit visit, Checkpoint checkpoint, AuditEvidence evidence, Func<TileAddress, ValueTask<ReadOnlyMemory<byte>>> read)
    {
        var report = await new LogAudit(checkpoint, read, evidence).RunAsync();
        visit.Done(string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries against the profile, their streams, their hashes and the signed root"));
        report.Remarks.ToList().ForEach(visit.Done);
        visit.Keys = report.Keys;
        return report.Faults;
    }
}
