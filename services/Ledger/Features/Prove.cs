using System.Globalization;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Features;

/// <summary>Receipts: that an event is in the log, and that a log begins with an earlier one. Everybody could make them from the tiles.</summary>
public static class Prove
{
    private const string Soon = "2";

    public static void MapProve(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/proof/inclusion", InclusionAsync).AllowAnonymous().WithName("ProveInclusion").WithSummary("The receipt of an event (.tlog-proof)");
        routes.MapGet("/proof/consistency", ConsistencyAsync).AllowAnonymous().WithName("ProveConsistency").WithSummary("That the log of one size begins with that of another");
        routes.MapGet("/indexes", IndexesAsync).AllowAnonymous().WithName("FindIndexes").WithSummary("Where events stand in the log");
    }

    /// <param name="event">The event's id.</param>
    private static async Task<IResult> InclusionAsync(
        Guid @event, LogTable log, LogFolder folder, KnownSubtrees known, HttpResponse response, CancellationToken cancel)
    {
        if (Newest(folder) is not { } note || await log.FindAsync(@event, cancel) is not var (index, leaf) || index >= note.Checkpoint.Size)
        {
            response.Headers.RetryAfter = Soon;
            return ServeLog.NotThere(response);
        }

        var hashes = await new TiledTree(note.Checkpoint.Size, address => ReadAsync(folder, address), known).InclusionAsync(index);
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.ContentDisposition = $"attachment; filename=\"{@event}.tlog-proof\"";
        return Results.Text(new LogProof(leaf, index, hashes, note.Note).ToString(), "text/plain; charset=utf-8");
    }

    /// <param name="from">The smaller size.</param>
    /// <param name="to">A size of which there is a checkpoint; the newest when left out.</param>
    private static async Task<IResult> ConsistencyAsync(ulong from, LogFolder folder, KnownSubtrees known, HttpResponse response, ulong? to = null)
    {
        var note = to is { } size ? At(folder, string.Create(CultureInfo.InvariantCulture, $"checkpoints/{size}")) : Newest(folder);
        if (note is null || from > note.Checkpoint.Size)
        {
            return ServeLog.NotThere(response);
        }

        // Partial tiles of an older size may be gone: the newest tree has all that the older one had.
        var hashes = await new TiledTree(note.Checkpoint.Size, address => ReadAsync(folder, address), known).ConsistencyAsync(from);
        response.Headers.AccessControlAllowOrigin = "*";
        return Results.Text(ExtendingNote.Write(from, hashes, note.Note), "text/plain; charset=utf-8");
    }

    /// <summary>Event ids to places, of those that are public: the entries say the same. Asked within the installation, so that who shows places needs no secret.</summary>
    /// <param name="events">As many as an address holds, about a hundred.</param>
    private static async Task<IResult> IndexesAsync(Guid[] events, LogTable log, LogFolder folder, CancellationToken cancel)
    {
        var size = Newest(folder)?.Checkpoint.Size ?? 0;
        var found = await log.FindAllAsync(events, cancel);
        return Results.Ok(found.Where(f => f.Value < size).ToDictionary(f => f.Key.ToString(), f => f.Value));
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(LogFolder folder, TileAddress address)
    {
        if (folder.Has(address.Path))
        {
            return await folder.ReadAsync(address);
        }

        var whole = folder.Read((address with { Width = TileAddress.FullWidth }).Path);
        return whole.AsMemory(0, address.Width * Digest.Length);
    }

    private static Signed? Newest(LogFolder folder) => At(folder, "checkpoint");

    private static Signed? At(LogFolder folder, string path)
    {
        if (!folder.Has(path))
        {
            return null;
        }

        var note = SignedNote.Parse(folder.Read(path));
        return new(Checkpoint.Parse(note.Text), note);
    }

    private sealed record Signed(Checkpoint Checkpoint, SignedNote Note);
}
