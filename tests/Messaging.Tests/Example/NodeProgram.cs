using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Messaging.Example;

/// <summary>
/// A service with nothing but messaging. Settings: <c>Node:Name</c>, <c>Node:Topics</c> (it listens), <c>Node:Loops=off</c>
/// (nothing runs by itself: the test takes each step).
/// </summary>
public static class NodeProgram
{
    public static Task<int> Main(string[] args) => Build(args).RunRegistryServiceAsync(args);

    /// <summary>What the public log says of its events.</summary>
    public static void Name(EventSeals seals) => seals
        .Of<ApplicationRecommended>(e => new Facts().With("park_id", e.ParkId))
        .Nothing<NoteTaken>();

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddRegistryService(builder.Configuration["Node:Name"]!, typeof(NodeProgram).Assembly, Name);
        builder.Services.AddSingleton<Mood>();
        if (builder.Configuration["Node:Topics"] is { } topics)
        {
            builder.AddMessaging<Recorder>(topics.Split(' '));
        }
        else
        {
            builder.AddMessaging();
        }

        if (builder.Configuration["Node:Loops"] == "off")
        {
            foreach (var loop in builder.Services.Where(s => s.ImplementationType?.Namespace?.StartsWith("PilotRegistry.Messaging", StringComparison.Ordinal) == true && s.ServiceType.Name == "IHostedService").ToArray())
            {
                builder.Services.Remove(loop);
            }

            builder.Services.AddSingleton<ManualClock>().AddSingleton<TimeProvider>(p => p.GetRequiredService<ManualClock>());
        }

        var app = builder.Build();
        app.MapRegistryService();
        app.MapMessaging();
        return app;
    }
}

/// <summary>Nobody outside learns of this one.</summary>
[StoredAs("registration.note-taken.v1")]
public sealed record NoteTaken(string Text) : DomainEvent;

/// <summary>A clock that the test moves.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
