using PilotRegistry.Cli;
using PilotRegistry.Cli.Verification;
using PilotRegistry.Methodology;

try
{
    return args switch
    {
        ["calculate", .. var options] => await Calculate.RunAsync(options),
        ["packs", .. var options] => await Packs.RunAsync(options),
        ["verify", .. var options] => await Verify.RunAsync(options),
        ["seed"] => await Seed.RunAsync(),
        ["demo", .. var options] => await Demo.RunAsync(options),
        _ => Usage()
    };
}
catch (Exception refused) when (refused is RegistryException or HttpRequestException or RulePackException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: calculate FILE [--pack ID] [--provincial ID] [--json] | packs [diff A B] | verify … | seed | demo [--json]");
    return 2;
}
