using System.Reflection;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// The numbered SQL files that a program carries inside, each applied once in its own transaction. Also for the schemas
/// that hold no events: accounts and browser sessions.
/// </summary>
public static class SchemaScripts
{
    /// <summary>Applies what is missing, in order. Run by the owner; safe to repeat and to run twice at once.</summary>
    /// <param name="serving">The name of the role that will serve; scripts grant to <c>:serving</c>.</param>
    /// <param name="afterwards">What else must not run twice at once.</param>
    public static async Task ApplyAsync(
        NpgsqlDataSource owned, string serving, IReadOnlyList<Assembly> assemblies, Func<Task>? afterwards = null, CancellationToken cancel = default)
    {
        // Ends with this transaction, however that ends. It writes nothing, so it holds no feed back.
        await using var alone = await owned.OpenConnectionAsync(cancel);
        await using var locked = await alone.BeginTransactionAsync(cancel);
        await using var locking = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext(current_schema))", alone, locked) { CommandTimeout = 0 };
        await locking.ExecuteNonQueryAsync(cancel);

        await ExecuteAsync(owned, "create table if not exists schema_version (script varchar primary key, applied timestamptz not null default now())", cancel);
        await ExecuteAsync(owned, $"grant select on schema_version to {DatabaseRoles.Name(serving)}", cancel);
        var applied = await AppliedAsync(owned, cancel);
        foreach (var script in Of(assemblies).Where(s => !applied.Contains(s.Name)))
        {
            await using var connection = await owned.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var text = script.Text.Replace(":serving", DatabaseRoles.Name(serving), StringComparison.Ordinal);
            await using var command = new NpgsqlCommand($"{text};\ninsert into schema_version (script) values ('{script.Name}')", connection, transaction);
            await command.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await (afterwards?.Invoke() ?? Task.CompletedTask);
    }

    /// <summary>Refuses to serve on a schema that is older than this program.</summary>
    /// <exception cref="InvalidOperationException">Names what is missing and what to do.</exception>
    public static async Task VerifyAsync(NpgsqlDataSource source, IReadOnlyList<Assembly> assemblies, CancellationToken cancel = default)
    {
        var applied = await AppliedAsync(source, cancel);
        var missing = Of(assemblies).Select(s => s.Name).Where(n => !applied.Contains(n)).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException($"The schema is older than this program (missing: {string.Join(", ", missing)}). Run it with --migrate first.");
        }
    }

    private static IEnumerable<(string Name, string Text)> Of(IReadOnlyList<Assembly> assemblies) =>
        from assembly in assemblies.Distinct()
        from resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        select (resource, TextOf(assembly, resource));

    private static string TextOf(Assembly assembly, string resource)
    {
        using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }

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

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
