using PilotRegistry.EventStore;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>
/// What the database remembers of the releases: whoever has another folder, an empty one or an old copy, must not go on in it, or there would be
/// two releases of one day.
/// </summary>
public sealed class ReleasedDays(EventDatabase database)
{
    /// <summary>Compares the folder with what is remembered, and remembers what a process that was killed could not.</summary>
    /// <exception cref="InvalidDataException">The folder is not the one that the last release was put into.</exception>
    internal async Task CompareAsync(Archive archive, CancellationToken cancel)
    {
        var last = await LastAsync(cancel);
        if (last is not null && archive.Look(last.Day) != last)
        {
            throw new InvalidDataException(
                $"The folder of the releases does not hold the release of {ReleaseFile.NameOf(last.Day)} with the hash {last.Sha256}: it is another one, or an old copy. Bring back the newest; nothing is released until then.");
        }

        if (archive.Newest is { } newest && newest.Day != last?.Day)
        {
            await RememberAsync(newest.AsBefore, cancel);
        }
    }

    /// <summary>Called once a release is in the folder.</summary>
    internal async Task RememberAsync(ReleaseBefore released, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("insert into releases (day, manifest) values ($1, $2)");
        command.Parameters.Add(new() { Value = released.Day });
        command.Parameters.Add(new() { Value = released.Sha256 });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<ReleaseBefore?> LastAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select day, manifest from releases order by day desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(reader.GetFieldValue<DateOnly>(0), reader.GetString(1)) : null;
    }
}
