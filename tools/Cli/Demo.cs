namespace PilotRegistry.Cli;

/// <summary>
/// Plays one park's whole life through the HTTP API, from application to acceptance, a line per step with its link. Every
/// step is done by the persona whose work it is.
/// </summary>
public static class Demo
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var api = RegistryApi.FromEnvironment();
        var play = new DemoPlay(api);
        await play.ApplyAsync();
        await play.ListAsync();
        await play.ReportAsync();
        await play.VerifyAsync();
        await play.DiscloseAsync();
        await play.AcceptAsync();
        await play.SeeItPublicAsync();
        if (args.Contains("--json"))
        {
            Console.WriteLine(play.Ids.ToJsonString());
        }

        return 0;
    }
}
