namespace PilotRegistry.Cli;

/// <summary>
/// Plays one park's whole life through the HTTP API, from application to acceptance, a line per step with its link. Every
/// step is done by the persona whose work it is; the last by nobody in particular: the park's record is checked against the public log.
/// </summary>
public static class Demo
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var api = RegistryApi.FromEnvironment();
        var play = new DemoPlay(api);
        await play.ApplyAsync();
        await play.ListAsync();
        await play.ProgressAsync();
        await play.ReportAsync();
        await play.VerifyAsync();
        await play.DiscloseAsync();
        await play.AcceptAsync();
        await play.ChangeBoundaryAsync();
        await play.SeeItPublicAsync();
        var findings = await DemoCheck.RunAsync(api, play.ParkId);
        Console.Write($"\nThe park's whole history, checked from public files (./registry verify park {api.Address} {play.ParkId})\n{findings.ToText()}");
        if (args.Contains("--json"))
        {
            Console.WriteLine(play.Ids.ToJsonString());
        }

        return findings.Ok ? 0 : 1;
    }
}
