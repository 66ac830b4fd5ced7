using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Configuration section <c>Idempotency</c>.</summary>
public sealed class IdempotencySettings
{
    /// <summary>How long a key and its answer are kept; afterwards the same key is a new command.</summary>
    [Range(1, 24 * 30)]
    public int KeptForHours { get; init; } = 24;
}

public static class IdempotencySetup
{
    /// <param name="database">Where the service's own schema is.</param>
    public static IServiceCollection AddIdempotency(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> database)
    {
        services.AddOptions<IdempotencySettings>().BindConfiguration("Idempotency").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(p => new IdempotencyTable(database(p), p.GetRequiredService<TimeProvider>())).AddSingleton<IdempotencyStep>();
        return services.AddHostedService<ForgetKeys>();
    }

    /// <summary>After authorisation, so that only who may give a command takes a key for it.</summary>
    public static IApplicationBuilder UseIdempotency(this WebApplication app) => app.Use(app.Services.GetRequiredService<IdempotencyStep>().RunAsync);
}

/// <summary>Every hour, forgets keys that are old, and with them which commands were recorded under them.</summary>
internal sealed class ForgetKeys(
    IdempotencyTable table, IOptions<IdempotencySettings> settings, TimeProvider clock, ILogger<ForgetKeys> log, EventDatabase? record = null) : RepeatedWork(clock, log)
{
    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        await SweepAsync(Clock.GetUtcNow(), cancel);
        return TimeSpan.FromHours(1);
    }

    /// <summary>Keys first: one that is still known must find what it recorded.</summary>
    internal async Task SweepAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - TimeSpan.FromHours(settings.Value.KeptForHours);
        await table.ForgetAsync(before, cancel);
        await (record is null ? Task.CompletedTask : Store.ForgetCommandsAsync(record, before, cancel));
    }
}
