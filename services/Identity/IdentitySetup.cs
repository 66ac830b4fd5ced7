using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>What runs in this process.</summary>
public static class IdentitySetup
{
    public const string Schema = "identity";

    /// <summary>Where the SQL of the schema lies.</summary>
    public static readonly IReadOnlyList<Assembly> Scripts = [typeof(ServiceIdentity).Assembly, typeof(IdentitySetup).Assembly];

    /// <param name="builder">The host.</param>
    /// <param name="asOwner">Maintenance connects as the schema's owner; serving never does.</param>
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder, bool asOwner)
    {
        builder.AddServiceDefaults(Schema);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddValidation();
        builder.Services.AddOptions<IdentitySettings>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(provider => EventDatabase.Connect(ConnectionString(provider, asOwner), Schema));
        builder.Services.AddDbContext<IdentityDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<IdentityDb>();
        // OWASP's figure for PBKDF2 with SHA-512.
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        builder.Services.AddSingleton<KeyEncryption>().AddSingleton<SigningKeys>().AddSingleton<TokenWriter>().AddSingleton<SignInAttempts>();
        builder.Services.AddScoped<Sessions>().AddScoped<ClientAuthentication>();
        builder.Services.AddScoped<RedeemCode>().AddScoped<RotateRefreshToken>().AddScoped<ActAsClient>();
        builder.Services.AddIdempotency(provider => provider.GetRequiredService<NpgsqlDataSource>());
        if (!asOwner) builder.Services.AddHostedService<Housekeeping>();
        return builder;
    }

    /// <summary>Names as people type them; length counts, not composition (NIST SP 800-63B, 3.1.1.2).</summary>
    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._@-";
        options.Password = new() { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
        options.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5), AllowedForNewUsers = true };
    }

    private static string ConnectionString(IServiceProvider provider, bool asOwner)
    {
        var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return asOwner
            ? database.Owner ?? throw new InvalidOperationException("Set Database__Owner to the connection string of the schema's owner.")
            : database.Serving;
    }
}
