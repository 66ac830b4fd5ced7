using Npgsql;

namespace PilotRegistry.Identity.Tests;

/// <summary>What <c>--migrate</c> leaves behind: accounts, files, rights.</summary>
[Collection(nameof(Issuer))]
public sealed class InstallationTests(Issuer issuer)
{
    [Fact]
    public async Task Migrating_again_keeps_every_secret()
    {
        var before = await File.ReadAllTextAsync(issuer.AccountsFile);
        Assert.Equal(0, issuer.Run("--migrate"));

        Assert.Equal(before, await File.ReadAllTextAsync(issuer.AccountsFile));
        using var browser = await issuer.SignedInAsync("city");
    }

    [Fact]
    public async Task A_lost_file_is_written_anew_with_new_secrets_that_work()
    {
        var before = issuer.Account("auditor").Text("password");
        File.Delete(issuer.AccountsFile);
        Assert.Equal(0, issuer.Run("--migrate"));

        Assert.NotEqual(before, issuer.Account("auditor").Text("password"));
        using var browser = await issuer.SignedInAsync("auditor");
    }

    [Fact]
    public void The_file_of_the_accounts_is_for_its_owner_only_and_has_exactly_the_promised_members()
    {
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(issuer.AccountsFile));
        Assert.Equal(
            ["persona", "role", "province", "parkId", "username", "password", "clientId", "clientSecret"],
            issuer.Account("park").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void The_first_operator_of_an_installation_can_be_made_without_any_account() =>
        Assert.Equal(0, issuer.Run("--create-operator", $"root-{Guid.NewGuid():N}"));

    [Theory]
    [InlineData("insert into identity.clients (id, subject, secret_hash) values ('x', gen_random_uuid(), '')")]
    [InlineData("update identity.clients set redirect_uri = 'http://evil.test'")]
    [InlineData("insert into identity.signing_keys (id, private_key, signs_from) values ('x', '', now())")]
    [InlineData("delete from identity.signing_keys")]
    [InlineData("delete from identity.accounts")]
    [InlineData("update identity.refresh_tokens set hash = ''")]
    [InlineData("update identity.grants set account_id = gen_random_uuid()")]
    [InlineData("update identity.authorization_codes set expires = now() + interval '1 year'")]
    [InlineData("update identity.schema_version set script = ''")]
    [InlineData("create table identity.mine (id int)")]
    [InlineData("truncate identity.sessions")]
    public async Task The_serving_role_cannot_change_what_only_the_owner_may(string sql)
    {
        await using var source = NpgsqlDataSource.Create(issuer.Database.Serving);
        await using var command = source.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task No_secret_code_or_token_can_be_read_from_the_database()
    {
        var tokens = await issuer.TokensAsync("park");
        await using var source = NpgsqlDataSource.Create(issuer.Database.Admin);
        foreach (var table in (string[])["accounts", "clients", "sessions", "authorization_codes", "grants", "refresh_tokens", "signing_keys"])
        {
            await using var command = source.CreateCommand($"select coalesce(string_agg(t::text, ' '), '') from identity.{table} t");
            var all = (string)(await command.ExecuteScalarAsync())!;
            foreach (var secret in (string[])[tokens.Text("refresh_token"), tokens.Text("access_token"), issuer.Secret, issuer.Account("park").Text("password"), issuer.Account("park").Text("clientSecret")])
                Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }
    }
}
