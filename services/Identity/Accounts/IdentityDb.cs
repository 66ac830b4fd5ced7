using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>Accounts as ASP.NET Core Identity keeps them, and what the issuer remembers. The tables are made by <c>Schema/*.sql</c>.</summary>
public sealed partial class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Client> Clients => Set<Client>();

    public DbSet<MachineClient> MachineClients => Set<MachineClient>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AuthorizationCode> Codes => Set<AuthorizationCode>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Organisation>().ToTable("organisations");
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasOne(a => a.Organisation).WithMany().HasForeignKey(a => a.OrganisationId);
        });
        builder.Entity<Client>().ToTable("clients").Ignore(client => client.ParkId);
        builder.Entity<MachineClient>().ToTable("machine_clients");
        builder.Entity<Session>().ToTable("sessions");
        builder.Entity<AuthorizationCode>().ToTable("authorization_codes").HasKey(code => code.Hash);
        builder.Entity<Grant>().ToTable("grants");
        builder.Entity<RefreshToken>().ToTable("refresh_tokens").HasKey(token => token.Hash);

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(entity.GetTableName()?.Replace("AspNetUser", "account_", StringComparison.Ordinal).ToLowerInvariant());
            if (entity.IsMappedToJson()) continue;
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
