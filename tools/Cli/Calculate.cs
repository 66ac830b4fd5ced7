using System.Text.Json;
using PilotRegistry.Methodology;

namespace PilotRegistry.Cli;

/// <summary>
/// <c>calculate FILE [--pack ID] [--json]</c>: ActivityData to Result, offline. With <c>--json</c> the bytes are those a server
/// answers for the same pack.
/// </summary>
public static class Calculate
{
    private const int BadInput = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryParse(args, out var file, out var pack, out var asJson))
            return await RefuseAsync("usage: calculate FILE [--pack ID] [--json]   (FILE - reads standard input)");
        if (file != "-" && !File.Exists(file)) return await RefuseAsync($"There is no file {file}.");

        var reading = ActivityDataReader.Read(await ReadAsync(file));
        if (!reading.Succeeded) return await ListAsync(file, reading.Problems);

        var outcome = Calculation.Run(pack is null ? reading.Data : reading.Data with { RulePack = pack }, RulePackLoader.LoadInstalled());
        if (!outcome.Succeeded) return await ListAsync(file, outcome.Problems);

        if (asJson) await WriteJsonAsync(outcome.Result);
        else await Console.Out.WriteAsync(CalculationReport.Of(outcome.Result));
        return 0;
    }

    private static bool TryParse(string[] args, out string file, out string? pack, out bool asJson)
    {
        (file, pack, asJson) = ("", null, false);
        for (var at = 0; at < args.Length; at++)
            if (args[at] == "--json") asJson = true;
            else if (args[at] == "--pack" && at + 1 < args.Length) pack = args[++at];
            else if (file.Length == 0 && (args[at] == "-" || !args[at].StartsWith('-'))) file = args[at];
            else return false;
        return file.Length > 0;
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
