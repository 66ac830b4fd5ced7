using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// The two roles of a service: an owner that only <c>--migrate</c> uses, and a serving role that owns nothing. Creating
/// them needs an administrator; where none is given (production), somebody has already done it.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>One service at a time creates what they share.</summary>
    private const long CreationLock = 5202512261082;

    /// <summary>Creates database, roles and schema when missing and sets the roles' passwords.</summary>
    public static async Task EnsureAsync(
        string admin, string owner, string serving, string schema, CancellationToken cancel = default)
    {
        var (ownerLogin, servingLogin) = (new NpgsqlConnectionStringBuilder(owner), new NpgsqlConnectionStringBuilder(serving));
        await using (var server = await OpenAsync(new NpgsqlConnectionStringBuilder(admin), cancel))
        {
            await ExecuteAsync(server, $"select pg_advisory_lock({CreationLock})", cancel);
            await EnsureDatabaseAsync(server, ownerLogin.Database!, cancel);
            await EnsureLoginAsync(server, ownerLogin, cancel);
            await EnsureLoginAsync(server, servingLogin, cancel);
        }

        await using var database = await OpenAsync(new(admin) { Database = ownerLogin.Database }, cancel);
        await ExecuteAsync(database, $"select pg_advisory_lock({CreationLock})", cancel);
        await ExecuteAsync(database, $"grant {Name(ownerLogin.Username!)} to current_user", cancel);
        await ExecuteAsync(database, $"create schema if not exists {Name(schema)} authorization {Name(ownerLogin.Username!)}", cancel);
        await ExecuteAsync(database, $"grant usage on schema {Name(schema)} to {Name(servingLogin.Username!)}", cancel);
    }

    /// <summary>An identifier as SQL writes it.</summary>
    internal static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancel)
    {
        settings.Pooling = false;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task EnsureDatabaseAsync(NpgsqlConnection server, string name, CancellationToken cancel)
    {
        if (!await ExistsAsync(server, "select exists (select from pg_database where datname = $1)", name, cancel))
        {
            await ExecuteAsync(server, $"create database {Name(name)}", cancel);
        }
    }

    private static async Task EnsureLoginAsync(NpgsqlConnection server, NpgsqlConnectionStringBuilder login, CancellationToken cancel)
    {
        var verb = await ExistsAsync(server, "select exists (select from pg_roles where rolname = $1)", login.Username!, cancel)
            ? "alter"
            : "create";
        await ExecuteAsync(server, $"{verb} role {Name(login.Username!)} login password {Literal(login.Password!)}", cancel);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection server, string question, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(question, server) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
