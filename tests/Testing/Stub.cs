using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PilotRegistry.Contracts;

namespace PilotRegistry.Testing;

/// <summary>Another service as a small server on real HTTP: it answers what the test tells it to.</summary>
public sealed class Stub : IAsyncDisposable
{
    private WebApplication? server;

    public string Address { get; private set; } = "";

    public static async Task<Stub> StartAsync(Action<IEndpointRouteBuilder> routes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var stub = new Stub { server = builder.Build() };
        routes(stub.server);
        await stub.server.StartAsync();
        stub.Address = stub.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return stub;
    }

    /// <summary>Answers as a service of ours would write it.</summary>
    public static IResult Json<T>(T value) => Results.Json(value, RegistryJson.Http);

    public ValueTask DisposeAsync() => server!.DisposeAsync();
}
