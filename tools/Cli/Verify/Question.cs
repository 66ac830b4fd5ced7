namespace PilotRegistry.Cli.Verification;

/// <summary>What was asked, and what the asker brought along.</summary>
/// <param name="Words">What to check, and where.</param>
/// <param name="Policy">Whose signatures count; null for what is remembered, or the log's own on the first visit.</param>
/// <param name="Keys">The log's keys, for promises; null as above.</param>
/// <param name="State">What is remembered from one visit to the next.</param>
/// <param name="Promises">Files or folders of promises.</param>
/// <param name="Checkpoints">Checkpoints that other readers were shown.</param>
/// <param name="Timeline">A park's timeline that somebody saved; null to ask for it.</param>
/// <param name="Log">The log that a release is compared with; null to leave that out.</param>
public sealed record Question(
    IReadOnlyList<string> Words, string? Policy, string? Keys, string State, IReadOnlyList<string> Promises, IReadOnlyList<string> Checkpoints, string? Timeline, string? Log = null)
{
    /// <summary>Null for words that are none of this program's.</summary>
    public static Question? Of(string[] args)
    {
        var given = new Dictionary<string, List<string>>(StringComparer.Ordinal)
        {
            ["--policy"] = [],
            ["--keys"] = [],
            ["--state"] = [],
            ["--timeline"] = [],
            ["--log"] = [],
            ["--promise"] = [],
            ["--checkpoint"] = [],
            [""] = [],
        };
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--json": break;
                case "--promise" or "--checkpoint" when IsValue(args, at + 1):
                    for (var option = args[at]; IsValue(args, at + 1); at++)
                    {
                        given[option].Add(args[at + 1]);
                    }

                    break;
                case "--policy" or "--keys" or "--state" or "--timeline" or "--log" when IsValue(args, at + 1) && given[args[at]].Count == 0: given[args[at]].Add(args[++at]); break;
                case ['-', ..]: return null;
                default: given[""].Add(args[at]); break;
            }
        }

        return new(
            given[""], given["--policy"].SingleOrDefault(), given["--keys"].SingleOrDefault(), given["--state"].SingleOrDefault() ?? DefaultState,
            [.. given["--promise"].SelectMany(FilesOf)], given["--checkpoint"], given["--timeline"].SingleOrDefault(), given["--log"].SingleOrDefault());
    }

    private static bool IsValue(string[] args, int at) => at < args.Length && args[at] is not ['-', ..];

    private static IEnumerable<string> FilesOf(string place) => Directory.Exists(place) ? Directory.EnumerateFiles(place).Order(StringComparer.Ordinal) : [place];

    /// <summary>In the user's own data: what one person saw is nobody else's.</summary>
    private static string DefaultState => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PilotRegistry", "log.json");
}
