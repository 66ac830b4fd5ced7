using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Messaging.Publishing;
using PilotRegistry.Messaging.Receiving;
using PilotRegistry.Messaging.Sidecar;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Messaging;

/// <summary>Sends a service's published events and takes in others': one call each to register and to map.</summary>
public static class MessagingSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Publishes what Contracts declares. After <c>AddRegistryService</c>.</summary>
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var identity = services.Select(s => s.ImplementationInstance).OfType<ServiceIdentity>().Single();
        identity.Scripts.Add(typeof(MessagingSetup).Assembly);
        services.AddOptions<DaprOptions>().BindConfiguration("Dapr").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<SidecarClient>(http => http.Timeout = Patience);
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<Outgoing>(p, identity.Name));
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<Forwarder>(p, identity.Name));
        services.AddHostedService<ForwarderLoop>();
        if (HasSidecar(builder.Configuration))
        {
            services.AddOptions<SidecarOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
            services.AddHttpClient<Subscribers>(http => http.Timeout = Patience);
            services.AddHttpClient<Invocation>();
            services.AddSingleton<Queue>().AddHostedService<Deliverer>();
        }

        return builder;
    }

    /// <summary>Also listens to <paramref name="topics"/>: the names of the services whose events <typeparamref name="TSubscriber"/> takes in.</summary>
    public static WebApplicationBuilder AddMessaging<TSubscriber>(this WebApplicationBuilder builder, params IReadOnlyList<string> topics)
        where TSubscriber : class, ISubscriber
    {
        builder.Services.AddSingleton<ISubscriber, TSubscriber>().AddSingleton<Reception>().AddSingleton(new Topics(topics));
        return builder.AddMessaging();
    }

    /// <summary>Dapr's routes, for the sidecar only; and, without daprd, the sidecar's own and the operator's.</summary>
    public static IEndpointRouteBuilder MapMessaging(this WebApplication app)
    {
        app.MapTopics();
        app.MapRepublication();
        if (HasSidecar(app.Configuration))
        {
            app.MapSidecar();
            app.MapDeadLetters();
        }

        return app;
    }

    private static bool HasSidecar(IConfiguration configuration) => configuration.GetSection("Messaging:Subscribers").Exists();
}
