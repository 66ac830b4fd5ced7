using PilotRegistry.EventStore.Tests.Example;
using PilotRegistry.Testing;

namespace PilotRegistry.EventStore.Tests;

/// <summary><c>--migrate</c>, and what keeps a program from serving.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private const string WholeSchema =
        """
        select table_name, column_name, ordinal_position, data_type, column_default, is_nullable from information_schema.columns
        where table_schema = current_schema
        union all select tablename, indexname, 0, indexdef, '', '' from pg_indexes where schemaname = current_schema
        union all select proname, pg_get_functiondef(oid), 0, '', '', '' from pg_proc where pronamespace = current_schema::regnamespace
        order by 1, 2, 3
        """;

    private readonly MeteringDatabase metering = new();

    public Task InitializeAsync() => metering.InitializeAsync();

    public Task DisposeAsync() => metering.DisposeAsync();

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await metering.InstallAsync();
        var before = await WholeAsync();

        await metering.EnsureRolesAsync();
        await metering.MigrateAsync();

        Assert.Equal(before, await WholeAsync());
    }

    [Fact]
    public async Task Many_may_migrate_an_empty_server_at_once()
    {
        await using var fresh = await TestDatabase.CreateAsync("metering");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MigrateFromNothingAsync(fresh)));

        await using var serving = Metering.Connect(fresh.Serving);
        await Migration.VerifyAsync(serving, []);
        await new Store(serving, Metering.Vera, TimeProvider.System)
            .StartAsync(MeterState.Stream, Guid.CreateVersion7(), s => Meter.Install(s, "East"));
    }

    [Fact]
    public async Task A_program_does_not_serve_on_a_database_that_was_never_migrated()
    {
        await using var fresh = await TestDatabase.CreateAsync("metering");
        await DatabaseRoles.EnsureAsync(fresh.Admin, fresh.Owner, fresh.Serving, Metering.Schema);
        await using var serving = Metering.Connect(fresh.Serving);

        Assert.Equal(
            "The schema is older than this program (missing: PilotRegistry.EventStore.Schema.001-events.sql, PilotRegistry.EventStore.Schema.002-commands.sql, PilotRegistry.EventStore.Schema.003-leaves.sql, PilotRegistry.EventStore.Schema.004-causes.sql). Run it with --migrate first.",
            await RefusalAsync(serving));
    }

    [Fact]
    public async Task A_program_does_not_serve_on_a_view_of_another_revision()
    {
        await using var newer = Metering.Connect(metering.Server.Serving, [Revision(2)]);

        Assert.Equal("The view 'meters' is not of this program's revision. Run it with --migrate first.", await RefusalAsync(newer));
    }

    [Fact]
    public async Task A_new_revision_is_built_from_the_events_and_the_older_program_stops()
    {
        var id = await metering.InstallAsync();
        await metering.ReadMeterAsync(id, number: 1);

        await metering.MigrateAsync([Revision(2)]);

        Assert.Equal("(EAST)", await metering.TextAsync("select row->>'place' from view_meters_2 where id = $1", id));
        Assert.Contains("--migrate", await RefusalAsync(metering.Serving), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => metering.ReadMeterAsync(id, number: 2));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task A_view_that_was_retired_comes_back_with_what_happened_meanwhile()
    {
        var id = await metering.InstallAsync();
        await metering.MigrateAsync([]);
        await using var without = Metering.Connect(metering.Server.Serving, []);
        await metering.Store(database: without).ExecuteAsync(MeterState.Stream, id, 1, s => Meter.Read(s, 1));

        await metering.MigrateAsync();

        Assert.Equal(1, (await new ViewReader(metering.Serving).FindAsync(MeterViews.Meters, id))!.Row.Readings);
    }

    [Fact]
    public async Task A_migration_that_fails_can_be_repeated()
    {
        var id = await metering.InstallAsync();
        await using var owned = Metering.Connect(metering.Server.Owner, [new View<MeterRow>("meters", "meter", MeterViews.Apply, 2, "(nothing")]);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Migration.RunAsync(owned, metering.ServingRole, []));

        await metering.MigrateAsync();

        await Migration.VerifyAsync(metering.Serving, []);
        Assert.NotNull(await new ViewReader(metering.Serving).FindAsync(MeterViews.Meters, id));
    }

    [Fact]
    public async Task A_program_does_not_serve_on_a_logical_backup()
    {
        var id = await metering.InstallAsync();
        await Migration.VerifyAsync(metering.Serving, []);

        // A dump carries transaction ids along; the server it is loaded into may be younger than they are.
        await metering.AsOwnerAsync(
            "update mt_events set transaction_id = (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8 where stream_id = $1", id);

        Assert.StartsWith("The record holds transactions from the future of this server", await RefusalAsync(metering.Serving), StringComparison.Ordinal);
    }

    private static View<MeterRow> Revision(int revision) => new(
        "meters", "meter", (row, e) => MeterViews.Apply(row, e) is { } next ? next with { Place = next.Place.ToUpperInvariant() } : null, revision);

    private static async Task MigrateFromNothingAsync(TestDatabase fresh)
    {
        await DatabaseRoles.EnsureAsync(fresh.Admin, fresh.Owner, fresh.Serving, Metering.Schema);
        await using var owned = Metering.Connect(fresh.Owner);
        await Migration.RunAsync(owned, new Npgsql.NpgsqlConnectionStringBuilder(fresh.Serving).Username!, []);
    }

    private static async Task<string> RefusalAsync(EventDatabase database) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Migration.VerifyAsync(database, []))).Message;

    private async Task<string> WholeAsync() =>
        $"{await metering.TextAsync(WholeSchema)}\n{await metering.TextAsync("select * from view_meters_1")}\n{await metering.TextAsync("select * from views")}";
}
