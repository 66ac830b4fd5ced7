using System.Reflection;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// Brings a service's schema to this program's version: numbered SQL files embedded in the assemblies (ours first, then
/// the service's), each applied once in its own transaction, then the tables of the views.
/// </summary>
public static class Migration
{
    /// <summary>Applies what is missing. Run by the owner, with <c>--migrate</c>; safe to repeat.</summary>
    /// <param name="serving">The name of the role that will serve; scripts grant to <c>:serving</c>.</param>
    public static async Task RunAsync(EventDatabase owned, string serving, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default)
    {
        await using var alone = await owned.Source.OpenConnectionAsync(cancel);
        await using var locking = new NpgsqlCommand("select pg_advisory_lock(hashtext(current_schema))", alone);
        await locking.ExecuteNonQueryAsync(cancel);

        await ExecuteAsync(owned.Source, "create table if not exists schema_version (script varchar primary key, applied timestamptz not null default now())", cancel);
        await ExecuteAsync(owned.Source, $"grant select on schema_version to {DatabaseRoles.Name(serving)}", cancel);
        var applied = await AppliedAsync(owned.Source, cancel);
        foreach (var script in Scripts(scripts).Where(s => !applied.Contains(s.Name)))
        {
            await using var connection = await owned.Source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var text = script.Text.Replace(":serving", DatabaseRoles.Name(serving), StringComparison.Ordinal);
            await using var command = new NpgsqlCommand($"{text};\ninsert into schema_version (script) values ('{script.Name}')", connection, transaction);
            await command.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        foreach (var view in owned.Views)
        {
            await EnsureViewAsync(owned, view, serving, cancel);
        }

        await using var unlocking = new NpgsqlCommand("select pg_advisory_unlock_all()", alone);
        await unlocking.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Refuses to serve on a schema that is not this program's, or on a database that lost transactions.</summary>
    /// <exception cref="InvalidOperationException">Says what is wrong and what to do.</exception>
    public static async Task VerifyAsync(EventDatabase database, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default)
    {
        var applied = await AppliedAsync(database.Source, cancel);
        var missing = Scripts(scripts).Select(s => s.Name).Where(n => !applied.Contains(n)).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException($"The schema is older than this program (missing: {string.Join(", ", missing)}). Run it with --migrate first.");
        }

        foreach (var view in database.Views)
        {
            if (await RevisionAsync(database.Source, view, cancel) != view.Revision)
            {
                throw new InvalidOperationException($"The view '{view.Name}' is not of this program's revision. Run it with --migrate first.");
            }
        }

        await using var command = database.Source.CreateCommand(
            "select coalesce(max(transaction_id) >= pg_snapshot_xmax(pg_current_snapshot()), false) from mt_events");
        if ((bool)(await command.ExecuteScalarAsync(cancel))!)
        {
            throw new InvalidOperationException(
                "The record holds transactions from the future of this server: it was restored from something that is not a physical backup. New events would sort before old ones, so this service does not start.");
        }
    }

    private static IEnumerable<(string Name, string Text)> Scripts(IReadOnlyList<Assembly> assemblies) =>
        from assembly in assemblies.Prepend(typeof(Migration).Assembly)
        from resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        select (resource, new StreamReader(assembly.GetManifestResourceStream(resource)!).ReadToEnd());

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await using var command = source.CreateCommand("select script from schema_version");
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                applied.Add(reader.GetString(0));
            }
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // Nothing was ever migrated here: the caller says so.
        }

        return applied;
    }

    private static async Task EnsureViewAsync(EventDatabase owned, View view, string serving, CancellationToken cancel)
    {
        if (await RevisionAsync(owned.Source, view, cancel) == view.Revision)
        {
            return;
        }

        var indexes = view.Indexes.Select((on, n) => $"create index {view.Table}_{n} on {view.Table} {on};");
        await ExecuteAsync(
            owned.Source,
            $"""
             drop table if exists {view.Table};
             create table {view.Table} (id uuid primary key, version bigint not null, row jsonb not null);
             {string.Join('\n', indexes)}
             grant select, insert, update, delete on {view.Table} to {DatabaseRoles.Name(serving)};
             """,
            cancel);
        await ViewWriter.RebuildAsync(owned, view, cancel);
        await ExecuteAsync(owned.Source, $"insert into views (name, revision) values ('{view.Name}', {view.Revision}) on conflict (name) do update set revision = excluded.revision", cancel);
    }

    private static async Task<int?> RevisionAsync(NpgsqlDataSource source, View view, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select revision from views where name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = view.Name });
        return (int?)await command.ExecuteScalarAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
