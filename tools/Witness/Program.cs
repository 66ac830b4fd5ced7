using Microsoft.Extensions.Options;
using PilotRegistry.Witness;

// A witness: dotnet PilotRegistry.Witness.dll --new-key NAME FILE makes a key; without arguments it serves.
try
{
    if (args is ["--new-key", var name, var file])
    {
        Console.WriteLine(WitnessKey.Create(name, file));
        return 0;
    }

    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddOptions<WitnessSettings>().BindConfiguration("Witness").ValidateDataAnnotations();
    builder.Services.AddSingleton(TimeProvider.System).AddSingleton<WatchedLogs>().AddSingleton<SeenCheckpoints>();
    builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = AddCheckpoint.MostBytes);

    var app = builder.Build();
    _ = app.Services.GetRequiredService<WatchedLogs>();
    _ = app.Services.GetRequiredService<SeenCheckpoints>();
    app.MapAddCheckpoint();
    app.MapReadWitness();
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (refused is OptionsValidationException or FormatException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>Named for tests, which start the whole program.</summary>
public partial class Program;
