using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using PilotRegistry.Bench.StaticFloor;

[assembly: HostingStartup(typeof(ServeFiles))]

namespace PilotRegistry.Bench.StaticFloor;

/// <summary>The floor of the public pages: ASP.NET's own static files, before anything else in the pipeline.</summary>
public sealed class ServeFiles : IHostingStartup, IStartupFilter
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var folder = Environment.GetEnvironmentVariable("REGISTRY_BENCH_FILES")
            ?? throw new InvalidOperationException("REGISTRY_BENCH_FILES must name the folder of the files to serve.");
        Directory.CreateDirectory(folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/bench" });
        next(app);
    };
}
