using Npgsql;

namespace PilotRegistry.Testing;

/// <summary>
/// A fresh database of one service on a real PostgreSQL, dropped afterwards. Roles belong to the whole server,
/// so their names carry the database's suffix; the service's migration creates them from these connection strings.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string server;

    private TestDatabase(string server, string service)
    {
        this.server = server;
        var suffix = Guid.NewGuid().ToString("N")[..12];
        Name = $"{service}_{suffix}";
        Admin = With(server, builder => builder.Database = Name);
        Owner = As($"{service}_owner_{suffix}");
        Serving = As($"{service}_{suffix}");
    }

    public string Name { get; }

    /// <summary>Superuser in the fresh database: what only <c>--migrate</c> may see.</summary>
    public string Admin { get; }

    /// <summary>The role that owns the schema; exists after the migration.</summary>
    public string Owner { get; }

    /// <summary>The role that serves requests and owns nothing; exists after the migration.</summary>
    public string Serving { get; }

    public static async Task<TestDatabase> CreateAsync(string service)
    {
        var database = new TestDatabase(await TestServer.ConnectionString, service);
        await database.ExecuteAsync($"CREATE DATABASE \"{database.Name}\"");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pooled in new[] { Admin, Owner, Serving })
        {
            await using var connection = new NpgsqlConnection(pooled);
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)");
        foreach (var role in new[] { Owner, Serving })
        {
            await ExecuteAsync($"DROP ROLE IF EXISTS \"{new NpgsqlConnectionStringBuilder(role).Username}\"");
        }
    }

    private string As(string role) => With(Admin, builder => (builder.Username, builder.Password) = (role, Guid.NewGuid().ToString("N")));

    private static string With(string connectionString, Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        change(builder);
        return builder.ConnectionString;
    }

    // Without a pool: these commands are rare, and a pooled connection would outlive the test run's last database.
    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(With(server, builder => builder.Pooling = false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
