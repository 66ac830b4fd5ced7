using Npgsql;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Tables that a service folds from others' events, under one name: like a view they can be dropped and rebuilt to the same
/// bytes, and are rebuilt when the fold's revision has changed.
/// </summary>
/// <param name="revision">Raised when the fold changes.</param>
public sealed class FoldedTables(string name, int revision, Func<NpgsqlDataSource, CancellationToken, Task> rebuild)
{
    public string Name { get; } = name;

    public Task RebuildAsync(NpgsqlDataSource source, CancellationToken cancel) => rebuild(source, cancel);

    internal async Task BringUpAsync(NpgsqlDataSource owned)
    {
        if (await IsCurrentAsync(owned))
        {
            return;
        }

        await rebuild(owned, CancellationToken.None);
        await using var command = owned.CreateCommand(
            "insert into views (name, revision) values ($1, $2) on conflict (name) do update set revision = excluded.revision");
        command.Parameters.Add(new() { Value = Name });
        command.Parameters.Add(new() { Value = revision });
        await command.ExecuteNonQueryAsync();
    }

    internal async Task VerifyAsync(NpgsqlDataSource source)
    {
        if (!await IsCurrentAsync(source))
        {
            throw new InvalidOperationException($"The tables '{Name}' are not of this program's revision. Run it with --migrate first.");
        }
    }

    private async Task<bool> IsCurrentAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select revision from views where name = $1");
        command.Parameters.Add(new() { Value = Name });
        return (int?)await command.ExecuteScalarAsync() == revision;
    }
}
