using PilotRegistry.Cli;

try
{
    return args switch
    {
        ["calculate", .. var options] => await Calculate.RunAsync(options),
        ["seed"] => await Seed.RunAsync(),
        ["demo", .. var options] => await Demo.RunAsync(options),
        _ => Usage()
    };
}
catch (Exception refused) when (refused is RegistryException or HttpRequestException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: calculate FILE [--pack ID] [--json] | seed | demo [--json]");
    return 2;
}
