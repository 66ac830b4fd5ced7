using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>Reads what pages show of cases.</summary>
public sealed class Pictures(EventDatabase database, Instances instances, Releases releases, TimeProvider clock)
{
    private static readonly Envelope Reader = new(null, "service", nameof(Pictures));

    public async Task<Picture?> OfAsync(Guid id, CancellationToken cancel)
    {
        if (await instances.ReadAsync(id, cancel) is not { } known) return null;
        var record = await new Store(database, Reader, clock).ReadAsync(InstanceState.Stream, id, cancel);
        return Picture.Of(record, known, await releases.LoadAsync(known.State.Process.Release, cancel), clock.GetUtcNow());
    }

    /// <summary>Cases of a park, the latest first.</summary>
    public async Task<IReadOnlyList<Guid>> OfParkAsync(Guid park, int most, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select id from instances where park = $1 order by started desc limit $2", Sql.Of(park), Sql.Of(most));
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>The instance's version; null when there is none.</summary>
    public async Task<long?> VersionAsync(Guid id, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select version from instances where id = $1", Sql.Of(id));
        return (long?)await command.ExecuteScalarAsync(cancel);
    }
}
