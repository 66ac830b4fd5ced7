using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>A copy of the log that was audited while it was made, for a stick, an archive or a web server of one's own.</summary>
public static class Mirror
{
    private static readonly string[] Beside = ["policy", "keys.txt"];

    public static async Task<Findings> RunAsync(string place, string folder, Question asked)
    {
        using var log = new PublicLog(place);
        var visit = new LogVisit(log, asked);
        return await visit.RunAsync(readsAll: true, look: async (checkpoint, evidence) =>
        {
            var faults = await Verify.AuditAsync(visit, checkpoint, evidence, async address =>
            {
                var bytes = await log.ReadAsync(address);
                Keep(folder, address.Path, bytes.Span);
                return bytes;
            });
            foreach (var path in Beside)
            {
                Keep(folder, path, await log.ReadAsync(path));
            }

            // Last: a copy that was interrupted still ends in the checkpoint it had before.
            Keep(folder, "checkpoint", visit.Note!.ToBytes());
            visit.Done($"a copy lies in {folder}");
            return faults;
        });
    }

    private static void Keep(string folder, string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        DurableFile.Replace(file, bytes);
    }
}
