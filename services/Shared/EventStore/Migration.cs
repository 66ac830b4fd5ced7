using System.Reflection;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// Brings a service's schema to this program's version: numbered SQL files embedded in the assemblies (ours first, then
/// the service's), each applied once in its own transaction, then the tables of the views. No older program should run
/// meanwhile: it would not write rows of a view that is new.
/// </summary>
public static class Migration
{
    /// <summary>Applies what is missing. Run by the owner, with <c>--migrate</c>; safe to repeat.</summary>
    /// <param name="serving">The name of the role that will serve; scripts grant to <c>:serving</c>.</param>
    public static Task RunAsync(
        EventDatabase owned, string serving, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default) =>
        SchemaScripts.ApplyAsync(owned.Source, serving, WithOurs(scripts), () => EnsureViewsAsync(owned, serving, cancel), cancel);

    /// <summary>Refuses to serve on a schema that is not this program's, or on a database that lost transactions.</summary>
    /// <exception cref="InvalidOperationException">Says what is wrong and what to do.</exception>
    public static async Task VerifyAsync(EventDatabase database, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default)
    {
        await SchemaScripts.VerifyAsync(database.Source, WithOurs(scripts), cancel);
        foreach (var view in database.Views)
        {
            if (await RevisionAsync(database.Source, view.Name, cancel) != view.Revision || !await ExistsAsync(database.Source, view, cancel))
            {
                throw new InvalidOperationException($"The view '{view.Name}' is not of this program's revision. Run it with --migrate first.");
            }
        }

        await using var command = database.Source.CreateCommand(
            "select coalesce(max(transaction_id) >= pg_snapshot_xmax(pg_current_snapshot()), false) from mt_events");
        if ((bool)(await command.ExecuteScalarAsync(cancel))!)
        {
            throw new InvalidOperationException(
                "The record holds transactions from the future of this server: it was restored from something that is not a physical "
                + "backup. New events would sort before old ones, so this service does not start.");
        }
    }

    private static IReadOnlyList<Assembly> WithOurs(IReadOnlyList<Assembly> scripts) => [typeof(Migration).Assembly, .. scripts];

    private static async Task EnsureViewsAsync(EventDatabase owned, string serving, CancellationToken cancel)
    {
        // A view that this program does not have must not be found again, stale, by one that has it.
        foreach (var name in await RetiredAsync(owned, cancel))
        {
            await ExecuteAsync(owned.Source, await ForgetAsync(owned.Source, name, cancel), cancel);
        }

        foreach (var view in owned.Views)
        {
            if (await RevisionAsync(owned.Source, view.Name, cancel) != view.Revision || !await ExistsAsync(owned.Source, view, cancel))
            {
                await BuildAsync(owned, view, serving, cancel);
            }
        }
    }

    /// <summary>
    /// The old table goes first: an older program that still runs can from then on not append to these streams, so no row is
    /// missed. The new revision is written last: a build that was interrupted begins again.
    /// </summary>
    private static async Task BuildAsync(EventDatabase owned, View view, string serving, CancellationToken cancel)
    {
        var indexes = view.Indexes.Select((on, n) => $"create index {view.Table}_{n} on {view.Table} {on};");
        await ExecuteAsync(
            owned.Source,
            $"""
             {await ForgetAsync(owned.Source, view.Name, cancel)}
             drop table if exists {view.Table};
             create table {view.Table} (id uuid primary key, version bigint not null, row jsonb not null);
             {string.Join('\n', indexes)}
             grant select, insert, update, delete on {view.Table} to {DatabaseRoles.Name(serving)};
             """,
            cancel);
        await ViewWriter.RebuildAsync(owned, view, cancel);
        await ExecuteAsync(owned.Source, $"insert into views (name, revision) values ('{view.Name}', {view.Revision})", cancel);
    }

    /// <summary>SQL that removes what is known of a view.</summary>
    private static async Task<string> ForgetAsync(NpgsqlDataSource source, string name, CancellationToken cancel) =>
        await RevisionAsync(source, name, cancel) is { } revision
            ? $"drop table if exists {View.TableOf(name, revision)}; delete from views where name = '{name}';"
            : "";

    private static async Task<string[]> RetiredAsync(EventDatabase owned, CancellationToken cancel)
    {
        await using var command = owned.Source.CreateCommand("select coalesce(array_agg(name), '{}') from views where name <> all($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. owned.Views.Select(v => v.Name)] });
        return (string[])(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<int?> RevisionAsync(NpgsqlDataSource source, string view, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select revision from views where name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = view });
        return (int?)await command.ExecuteScalarAsync(cancel);
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource source, View view, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select to_regclass($1) is not null");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = view.Table });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
