using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>What the gateway is made of, and in which order a request meets it.</summary>
public static class GatewaySetup
{
    public const string Schema = "gateway";

    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder, bool asOwner)
    {
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "routes.json"));
        builder.AddServiceDefaults(Schema);
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        var services = builder.Services;
        services.AddOptions<GatewaySettings>().BindConfiguration("Gateway").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => EventDatabase.Connect(ConnectionString(provider, asOwner), Schema));
        services.AddSingleton<TokenCipher>().AddSingleton<BrowserSessions>().AddSingleton<SignInAttempt.Cookie>();
        services.AddSingleton<FinishSignIn>().AddSingleton<ClusterAddresses>().AddSingleton<ShowHealth>().AddSingleton<SecurityHeaders>().AddSingleton<WebFiles>();
        services.AddHttpClient(nameof(Issuer), http => http.Timeout = TimeSpan.FromSeconds(5));
        services.AddHttpClient(nameof(ShowHealth), http => http.Timeout = TimeSpan.FromSeconds(3));
        services.AddHttpClient(nameof(ShowSession), http => http.Timeout = TimeSpan.FromSeconds(5));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Issuer>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Issuer))));
        services.AddGatewayPolicies();
        services.AddRouting(options => options.SetParameterPolicy<ServeWeb.IsOurs>(ServeWeb.IsOurs.Name));
        services.AddLimits();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy")).AddTransforms(Forwarding.Change);
        if (!asOwner) services.AddHostedService<Housekeeping>();
        return builder;
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseForwardedHeaders(Trusted(app.Services.GetRequiredService<IOptions<GatewaySettings>>().Value));
        app.Use(app.Services.GetRequiredService<SecurityHeaders>().SetAsync);
        app.UseExceptionHandler().UseStatusCodePages();
        app.Use(InsidePaths.RefuseAsync);
        // Answers of /bff hold a secret beside what a request can choose; compressed, their length could tell it (BREACH).
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/bff") && !http.Request.Path.StartsWithSegments("/connect"), open => open.UseResponseCompression());
        app.UseRouting();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthentication().UseAuthorization();

        ShowHealth.Map(app);
        FinishSignIn.Map(app);
        app.MapBeginSignIn();
        app.MapShowSession();
        app.MapEndSignIn();
        app.MapTakeCspReport();
        app.MapReverseProxy(proxy => proxy.Use(Forwarding.TellWhenUnavailableAsync));
        app.MapServeWeb();
    }

    private static ForwardedHeadersOptions Trusted(GatewaySettings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = settings.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.TrustedProxies) options.KnownProxies.Add(IPAddress.Parse(proxy));
        return options;
    }

    private static string ConnectionString(IServiceProvider provider, bool asOwner)
    {
        var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return asOwner
            ? database.Owner ?? throw new InvalidOperationException("Set Database__Owner to the connection string of the schema's owner.")
            : database.Serving;
    }
}
