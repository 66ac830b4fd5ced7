using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>The record is immutable in the database too: what the role that serves may not do, tried as that role.</summary>
public sealed class RolesTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("delete from mt_streams")]
    [InlineData("delete from mt_event_progression")]
    [InlineData("update views set revision = 9")]
    [InlineData("insert into schema_version (script) values ('mine')")]
    [InlineData("insert into mt_events (seq_id) values (1) on conflict (seq_id) do update set data = '{}'")]
    [InlineData("merge into mt_events e using mt_streams s on s.id = e.stream_id when matched then delete")]
    [InlineData("select from mt_events for update")]
    [InlineData("select setval('mt_events_sequence', 1)")]
    public Task It_cannot_change_what_was_recorded(string sql) => IsDeniedAsync(sql);

    [Theory]
    [InlineData("create table mine (id int)")]
    [InlineData("create function mine() returns int language sql as 'select 1'")]
    [InlineData("create schema mine")]
    [InlineData("alter table mt_events add column mine int")]
    [InlineData("alter table mt_events disable trigger all")]
    [InlineData("alter table mt_events owner to current_user")]
    [InlineData("create index on mt_events (type)")]
    [InlineData("create rule mine as on insert to mt_events do instead nothing")]
    [InlineData("create trigger mine before insert on mt_events for each row execute function suppress_redundant_updates_trigger()")]
    [InlineData("create or replace function advance_checkpoint(p_name varchar, p_token uuid, p_transaction xid8, p_sequence bigint, p_lease interval) returns void language sql as ''")]
    [InlineData("drop table mt_events cascade")]
    [InlineData("drop table view_meters_1")]
    [InlineData("drop schema metering cascade")]
    public Task It_cannot_change_how_it_is_recorded(string sql) => IsDeniedAsync(sql);

    [Fact]
    public async Task It_cannot_become_the_owner_or_anybody_else()
    {
        await IsDeniedAsync($"set role \"{metering.OwnerRole}\"");
        await IsDeniedAsync("set role postgres");
        await IsDeniedAsync($"set session authorization \"{metering.OwnerRole}\"");
        await IsDeniedAsync($"grant \"{metering.OwnerRole}\" to current_user");
        await IsDeniedAsync("alter role current_user superuser");
        await IsDeniedAsync($"alter role \"{metering.OwnerRole}\" password 'mine'");
    }

    [Fact]
    public async Task It_owns_nothing_and_is_a_member_of_nobody() => Assert.Equal(
        "(0,0)",
        await metering.TextAsync(
            """
            select (select count(*) from pg_shdepend where refobjid = current_user::regrole and deptype = 'o'),
                   (select count(*) from pg_auth_members where member = current_user::regrole)
            """));

    [Fact]
    public async Task It_may_do_what_it_needs_and_no_more() => Assert.Equal(
        """
        (commands,"DELETE, INSERT, SELECT")
        (disclosures,"DELETE, INSERT, SELECT")
        (leaves,"INSERT, SELECT")
        (mt_event_progression,"INSERT, SELECT, UPDATE")
        (mt_events,"INSERT, SELECT")
        (mt_streams,"INSERT, SELECT, UPDATE")
        (schema_version,SELECT)
        (view_meters_1,"DELETE, INSERT, SELECT, UPDATE")
        (view_open_meters_1,"DELETE, INSERT, SELECT, UPDATE")
        (views,SELECT)
        """,
        await metering.TextAsync(
            """
            select table_name, string_agg(privilege_type, ', ' order by privilege_type)
            from information_schema.role_table_grants where grantee = current_user group by table_name order by table_name
            """));

    [Fact]
    public async Task Another_services_role_sees_nothing_of_this_one()
    {
        var stranger = $"stranger_{metering.Server.Name}";
        await using var admin = NpgsqlDataSource.Create(metering.Server.Admin);
        await using var create = admin.CreateCommand($"create role {stranger} login password 'for this test'");
        await create.ExecuteNonQueryAsync();
        try
        {
            var login = new NpgsqlConnectionStringBuilder(metering.Server.Serving) { Username = stranger, Password = "for this test", Pooling = false };
            await using var theirs = EventDatabase.Connect(login.ConnectionString, Metering.Schema);
            foreach (var table in new[] { "mt_events", "mt_streams", "view_meters_1" })
            {
                await using var look = theirs.CreateCommand($"select from {Metering.Schema}.{table}");
                Assert.Equal(
                    PostgresErrorCodes.InsufficientPrivilege,
                    (await Assert.ThrowsAsync<PostgresException>(() => look.ExecuteNonQueryAsync())).SqlState);
            }
        }
        finally
        {
            await using var drop = admin.CreateCommand($"drop role {stranger}");
            await drop.ExecuteNonQueryAsync();
        }
    }

    private async Task IsDeniedAsync(string sql) => Assert.Equal(
        PostgresErrorCodes.InsufficientPrivilege,
        (await Assert.ThrowsAsync<PostgresException>(() => metering.AsServingAsync(sql))).SqlState);
}
