using System.Diagnostics;

namespace PilotRegistry.Testing;

/// <summary>
/// The PostgreSQL that tests use: <c>REGISTRY_TEST_DB</c> (connection string of an administrator) when set,
/// otherwise the embedded server of this checkout, which starts once and is left running for the next test run.
/// </summary>
internal static class TestServer
{
    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    public static Task<string> ConnectionString => Found.Value;

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("REGISTRY_TEST_DB") is { Length: > 0 } given)
        {
            return given;
        }

        var start = new ProcessStartInfo("node", ["deploy/local/test-postgres.mjs"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && printed.Length > 0
            ? printed
            : throw new InvalidOperationException(
                $"Tests need PostgreSQL: set REGISTRY_TEST_DB, or see why the embedded server does not start:\n{await errors}");
    }
}
