using System.Globalization;
using System.Net;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// What witnesses say of a log: who signed its newest checkpoint and when; and a witness that is asked itself signs only what extends
/// all it ever signed, so its signature shows that it was shown the same past.
/// </summary>
public static class WitnessVisit
{
    private const int Attempts = 2;

    /// <param name="address">A witness's own address; null to look at signatures only.</param>
    public static async Task<Findings> RunAsync(string place, string? address, Question asked)
    {
        using var log = new PublicLog(place);
        var visit = new LogVisit(log, asked);
        return await visit.RunAsync(async (checkpoint, _) =>
        {
            foreach (var witness in visit.Policy!.Witnesses)
            {
                visit.Done(visit.Signatures.Any(s => s.Key == witness.Key) ? $"{witness.Name} signed" : $"{witness.Name} did not sign this checkpoint");
            }

            visit.Done(visit.Policy.Witnesses.Count == 0 ? "the policy names no witness: a log that shows you another past than others is found only by comparing checkpoints" : "the quorum of the policy is met");
            return address is null ? [] : await AskAsync(new Uri($"{address.TrimEnd('/')}/"), log, visit, checkpoint);
        });
    }

    private static async Task<IEnumerable<AuditFault>> AskAsync(Uri witness, PublicLog log, LogVisit visit, Checkpoint checkpoint)
    {
        using var http = new HttpClient { BaseAddress = witness, Timeout = TimeSpan.FromSeconds(30) };
        var (key, size) = Read(await http.GetStringAsync(new Uri("", UriKind.Relative)), checkpoint.Origin);
        if (visit.Policy!.Witnesses.All(w => w.Key != key))
        {
            visit.Done($"{key.Name} is no witness of the policy: what it says counts only for who trusts {key}");
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (size > checkpoint.Size)
            {
                return [new(Index: null, $"{key.Name} has seen {size} entries, here are {checkpoint.Size}: a past taken back, or two pasts (a fork).")];
            }

            var proof = await new TiledTree(checkpoint.Size, log.ReadAsync).ConsistencyAsync(size);
            using var body = new StringContent(ExtendingNote.Write(size, proof, visit.Note!));
            using var answer = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), body);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.Conflict || !ulong.TryParse(text.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out var told))
            {
                return Judge(key, size, answer.StatusCode, text, visit);
            }

            size = told;
        }

        return [new(Index: null, $"{key.Name} moves on while it is asked: ask again.")];
    }

    private static IEnumerable<AuditFault> Judge(VerifierKey key, ulong size, HttpStatusCode status, string text, LogVisit visit)
    {
        switch (status)
        {
            case HttpStatusCode.OK when SignedNote.Parse($"{visit.Note!.Text}\n{text}").Verify([key]) is [{ At: { } at }, ..]:
                visit.Done(string.Create(CultureInfo.InvariantCulture, $"{key.Name} signs it at {at:u}: it begins with the {size} entries that this witness saw before"));
                return [];
            case HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity:
                return [new(Index: null, $"{key.Name} was shown another past of {size} entries: the log shows two pasts (a fork). It says: {text.Trim()}")];
            default:
                return [new(Index: null, $"{key.Name} does not sign: {(int)status} {text.Trim()}")];
        }
    }

    /// <summary>Its key, and how far it has seen this log.</summary>
    private static (VerifierKey Key, ulong Size) Read(string page, string origin)
    {
        var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var seen = lines.Skip(1).Select(l => l.Split(' ')).FirstOrDefault(w => w is [var name, _] && name == origin);
        return lines.Length > 0 && seen is [_, var size] && ulong.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            ? (VerifierKey.Parse(lines[0]), entries)
            : throw new RegistryException($"The witness does not watch {origin}.");
    }
}
