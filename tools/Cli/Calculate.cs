using System.Text.Json;
using PilotRegistry.Methodology;

namespace PilotRegistry.Cli;

/// <summary>
/// <c>calculate FILE [--pack ID] [--provincial ID] [--json]</c>: ActivityData (JSON or the Excel template) to Result, offline. With <c>--json</c> the bytes
/// are those a server answers for the same data and packs.
/// </summary>
public static class Calculate
{
    private const int BadInput = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Options.Of(args) is not { } asked)
            return await RefuseAsync("usage: calculate FILE [--pack ID] [--provincial ID] [--json]   (FILE - reads standard input)");
        var file = asked.File;
        if (file != "-" && !File.Exists(file)) return await RefuseAsync($"There is no file {file}.");

        var packs = RulePackLoader.LoadInstalled();
        var reading = ActivityDataFile.Read(await ReadAsync(file), packs);
        if (!reading.Succeeded) return await ListAsync(file, reading.Problems);

        var outcome = Calculation.Run(asked.ApplyTo(reading.Data), packs);
        if (!outcome.Succeeded) return await ListAsync(file, outcome.Problems);

        if (asked.AsJson) await WriteJsonAsync(outcome.Result);
        else await Console.Out.WriteAsync(CalculationReport.Of(outcome.Result));
        return 0;
    }

    /// <param name="Pack">Instead of the one in the file.</param>
    /// <param name="Provincial">Instead of the one in the file.</param>
    private sealed record Options(string File, string? Pack, string? Provincial, bool AsJson)
    {
        public static Options? Of(string[] args)
        {
            var options = new Options("", null, null, AsJson: false);
            for (var at = 0; at < args.Length; at++)
                if (args[at] == "--json") options = options with { AsJson = true };
                else if (args[at] == "--pack" && at + 1 < args.Length) options = options with { Pack = args[++at] };
                else if (args[at] == "--provincial" && at + 1 < args.Length) options = options with { Provincial = args[++at] };
                else if (options.File.Length == 0 && (args[at] == "-" || !args[at].StartsWith('-'))) options = options with { File = args[at] };
                else return null;
            return options.File.Length > 0 ? options : null;
        }

        public ActivityData ApplyTo(ActivityData data) =>
            data with { RulePack = Pack ?? data.RulePack, ProvincialPack = Provincial ?? data.ProvincialPack };
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        if (file != "-") return await File.ReadAllBytesAsync(file);
        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task WriteJsonAsync(Result result)
    {
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, result, MethodologyJson.Options);
        // A file gets the server's bytes and no more; a person gets a new line.
        if (!Console.IsOutputRedirected) output.WriteByte((byte)'\n');
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return BadInput;
    }

    private static async Task<int> ListAsync(string file, IReadOnlyList<InputProblem> problems)
    {
        await Console.Error.WriteLineAsync($"{file}: {problems.Count} problem(s), nothing computed.");
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(
                $"  {(problem.Pointer.Length == 0 ? "/" : problem.Pointer)}  [{problem.Code}]\n    {problem.Message.En}\n    {problem.Message.Zh}");
        return BadInput;
    }
}
