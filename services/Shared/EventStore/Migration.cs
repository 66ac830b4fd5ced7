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
    public static Task RunAsync(EventDatabase owned, string serving, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default) =>
        SchemaScripts.ApplyAsync(owned.Source, serving, WithOurs(scripts), () => EnsureViewsAsync(owned, serving, cancel), cancel);

    /// <summary>Refuses to serve on a schema that is not this program's, or on a database that lost transactions.</summary>
    /// <exception cref="InvalidOperationException">Says what is wrong and what to do.</exception>
    public static async Task VerifyAsync(EventDatabase database, IReadOnlyList<Assembly> scripts, CancellationToken cancel = default)
    {
        await SchemaScripts.VerifyAsync(database.Source, WithOurs(scripts), cancel);
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

    private static IReadOnlyList<Assembly> WithOurs(IReadOnlyList<Assembly> scripts) => [typeof(Migration).Assembly, .. scripts];

    private static async Task EnsureViewsAsync(EventDatabase owned, string serving, CancellationToken cancel)
    {
        foreach (var view in owned.Views)
        {
            await EnsureViewAsync(owned, view, serving, cancel);
        }
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
