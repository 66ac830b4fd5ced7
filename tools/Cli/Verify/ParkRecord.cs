using System.Globalization;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// <c>verify park</c>: whether a park's timeline tells what the log holds of it. The whole log is audited; each of its entries that names the
/// park must be on the timeline once it is public, and each event of the timeline must be in the log and say the same there.
/// </summary>
public static class ParkRecord
{
    /// <exception cref="RegistryException">The park's id is none, or there is no timeline to read.</exception>
    public static async Task<Findings> RunAsync(string place, string id, Question asked)
    {
        if (!Guid.TryParseExact(id, "D", out var park))
        {
            throw new RegistryException($"'{id}' is not the id of a park: it stands in the address of the park's page.");
        }

        using var log = new PublicLog(place);

        // The timeline first: whatever it shows, a later log must hold.
        var shown = await ShownTimeline.ReadAsync(place, log, park, asked.Timeline);
        var visit = new LogVisit(log, asked);
        return await visit.RunAsync(readsAll: true, look: async (checkpoint, evidence) =>
        {
            var entries = new ParkEntries(park, shown.Items.Select(i => i.EventId));
            var faults = await Verify.AuditAsync(visit, checkpoint, evidence, async address =>
            {
                var bytes = await log.ReadAsync(address);
                entries.Look(address, bytes);
                return bytes;
            });
            return [.. faults, .. Compare(visit, park, shown, entries)];
        });
    }

    private static IEnumerable<AuditFault> Compare(LogVisit visit, Guid park, ShownTimeline shown, ParkEntries entries)
    {
        var comparison = new ParkComparison(park, entries.Found, DateTimeOffset.UtcNow);
        var faults = comparison.Of(shown).ToArray();
        visit.Done(string.Create(CultureInfo.InvariantCulture, $"{entries.Found.Count(e => e.Leaf.Names(park))} entries name the park, {shown.Items.Count} events are on its timeline"));
        comparison.Notes.ToList().ForEach(visit.Done);
        return faults;
    }
}

/// <summary>An entry of the log with its place.</summary>
public sealed record LoggedEvent(ulong Index, Leaf Leaf);

/// <summary>Picks out of the log's entries, as they are read, those that name a park and those that its timeline shows.</summary>
internal sealed class ParkEntries(Guid park, IEnumerable<Guid> shown)
{
    private readonly HashSet<Guid> events = [.. shown];
    private readonly byte[] name = System.Text.Encoding.ASCII.GetBytes(park.ToString());

    public List<LoggedEvent> Found { get; } = [];

    public void Look(TileAddress address, ReadOnlyMemory<byte> bytes)
    {
        if (address.Level is not null)
        {
            return;
        }

        try
        {
            foreach (var (place, entry) in EntryBundle.Read(bytes, address.Width).Index())
            {
                if (entry.Span.IndexOf(name) >= 0 || events.Contains(LeafHead.Read(entry.Span).Id))
                {
                    Found.Add(new((address.Index * TileAddress.FullWidth) + (ulong)place, Leaf.Read(entry.Span)));
                }
            }
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException)
        {
            // The audit reads the same bytes and names what is wrong with them.
        }
    }
}
