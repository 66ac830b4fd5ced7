using System.Diagnostics;

namespace PilotRegistry.Methodology.Tests;

/// <summary><c>./registry packs</c>: what there is, and what differs.</summary>
public sealed class PacksCommandTests
{
    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PilotRegistry.Cli.dll"), "packs", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    [Fact]
    public async Task Packs_are_listed_with_their_hashes()
    {
        var run = await RunAsync();

        Assert.Equal(0, run.Code);
        Assert.Contains($"national/2025-trial@1.0.0  {Given.Pack.Hash}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"provincial/440000@1  {Given.Packs.Titles[0].Hash}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_compared_with_an_installed_pack()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var guangdong = Path.Combine(AppContext.BaseDirectory, "packs", "provincial", "440000", "pack.yaml");
        await File.WriteAllTextAsync(Path.Combine(folder, "pack.yaml"), (await File.ReadAllTextAsync(guangdong)).Replace("value: 0.3", "value: 0.25", StringComparison.Ordinal));
        var run = await RunAsync("diff", "provincial/440000@1", folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, run.Code);
        Assert.Contains("targets/core/100000 (core target): 0.3 t/tce becomes 0.25 t/tce.", run.Output, StringComparison.Ordinal);
        Assert.Contains("由 0.3 t/tce 改为 0.25 t/tce", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_pack_ends_with_0() => Assert.Equal(0, (await RunAsync("diff", "national/2025-trial", "national/2025-trial@1.0.0")).Code);

    [Fact]
    public async Task A_faulty_folder_says_what_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "pack.yaml"), "id: refinement/1\nversion: 1\nrefines: national/none@1\n");
        var run = await RunAsync("diff", "national/2025-trial", folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, run.Code);
        Assert.Contains("pack.yaml:3 refines: there is no national pack national/none@1", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff", "national/2025-trial")]
    [InlineData("diff", "national/2025-trial", "national/none")]
    [InlineData("compare")]
    public async Task A_wrong_call_says_how_and_ends_with_2(params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Errors);
    }
}
