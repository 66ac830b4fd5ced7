using System.Diagnostics;
using System.Text.Json;
using PilotRegistry.Workbook;

namespace PilotRegistry.Methodology.Tests;

/// <summary><c>./registry calculate</c>: the same bytes as a server's answer, a page to read, and problems with exit code 2.</summary>
public sealed class CalculateCommandTests
{
    private static readonly string Here = AppContext.BaseDirectory;

    private static async Task<(int Code, byte[] Output, string Errors)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Here, "PilotRegistry.Cli.dll"), "calculate", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await errors);
    }

    private static string Example(string name) => Path.Combine(Here, "examples", name);

    [Fact]
    public async Task Json_is_the_result_to_the_byte()
    {
        var run = await RunAsync(Example("steel-park.json"), "--json", "--pack", "national/2025-trial");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(Examples.Read("steel-park.json").Result(), MethodologyJson.Options), run.Output);
    }

    [Theory]
    [InlineData("steel-park.json")]
    [InlineData("exporting-park.json")]
    public async Task The_filled_in_workbook_gives_the_same_figures(string name)
    {
        var data = Examples.Read(name) with { RulePack = "national/2025-trial@1.0.0" };
        var file = Path.ChangeExtension(Path.GetTempFileName(), "xlsx");
        await using (var workbook = File.Create(file))
            YearWorkbook.Write(workbook, new YearTemplate(Guid.Empty, "示例园区", data, LastYear: null), Given.Packs.NewestNational(data.Year)!);

        var run = await RunAsync(file, "--json");
        File.Delete(file);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        using var result = JsonDocument.Parse(run.Output);
        Assert.Equal(NumberText.Format(data.Result().Emissions.Total), result.RootElement.GetProperty("emissions").GetProperty("total").GetString());
        Assert.Equal(NumberText.Format(data.Result().Energy.Tce), result.RootElement.GetProperty("energy").GetProperty("tce").GetString());
    }

    [Fact]
    public async Task A_page_shows_figures_signals_and_the_derivation_as_a_tree()
    {
        var run = await RunAsync(Example("small-park.json"));
        var page = System.Text.Encoding.UTF8.GetString(run.Output);

        Assert.Equal(0, run.Code);
        Assert.Contains("13245.65816 t        Total 合计", page, StringComparison.Ordinal);
        Assert.Contains("upstreamHydrogen", page, StringComparison.Ordinal);
        Assert.Contains("│  ├─ LPG 液化石油气: 12 × 1.7143 × 29.3076 × 63.1 ÷ 1000 = 38.043", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_and_the_quality_of_the_figures_stand_on_the_page()
    {
        var run = await RunAsync(Example("gas-and-heat-park.json"), "--provincial", "provincial/440000");
        var page = System.Text.Encoding.UTF8.GetString(run.Output);

        Assert.Equal(0, run.Code);
        Assert.Contains("core                 target 0.3   NotMet", page, StringComparison.Ordinal);
        Assert.Contains("CO2  measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_title_ends_with_2() =>
        Assert.Contains("/provincialPack  [unknown-title]", (await RunAsync(Example("gas-and-heat-park.json"), "--provincial", "provincial/1")).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "year": 2025, "fuels": [{ "fuel": "COAL_RAW", "use": "terminal", "quantity": 1 }] }""", "/fuels/0/fuel  [fuel-refused]")]
    [InlineData("""{ "year": 2025, "fuel": [] }""", "/fuel  [unknown-member]")]
    [InlineData("no json", "/  [not-json]")]
    public async Task Bad_input_is_listed_and_ends_with_2(string json, string problem)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, json);
        var run = await RunAsync(file, "--json");
        File.Delete(file);

        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains(problem, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "/fuels/0/quantity  [negative]", "请填写正数", "enter a positive number")]
    [InlineData("\"NaN\"", "/fuels/0/quantity  [not-a-number]", "只写半角数字和小数点", "digits and a point only")]
    [InlineData("1.2e3", "/fuels/0/quantity  [exponent]", "请写出全部数字", "write all digits")]
    [InlineData("\"12 t\"", "/fuels/0/quantity  [not-a-number]", "不加千分位、单位", "without thousands separators, units")]
    [InlineData("123456789012345", "/fuels/0/quantity  [too-many-digits]", "并核对单位", "check the unit")]
    public async Task A_quantity_that_is_none_is_refused_in_both_languages_with_what_to_enter(string literal, string problem, string zh, string en)
    {
        var run = await RunOnAsync($$"""{ "year": 2025, "fuels": [{ "fuel": "NG", "use": "terminal", "quantity": {{literal}} }] }""");

        Assert.Equal(2, run.Code);
        Assert.Contains(problem, run.Errors, StringComparison.Ordinal);
        Assert.Contains(zh, run.Errors, StringComparison.Ordinal);
        Assert.Contains(en, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_thousand_lines_are_refused_with_what_to_do()
    {
        var line = """{ "direction": "in", "kind": "grid", "mwh": 1 }""";
        var run = await RunOnAsync($$"""{ "year": 2025, "electricity": [{{string.Join(',', Enumerable.Repeat(line, 200_000))}}] }""");

        Assert.Equal(2, run.Code);
        Assert.Contains("/electricity  [too-many-lines]", run.Errors, StringComparison.Ordinal);
        Assert.True(run.Errors.Length < 2_000);
    }

    [Fact]
    public async Task A_year_that_no_pack_covers_is_refused() =>
        Assert.Contains("[year-not-covered]", (await RunOnAsync("""{ "year": 2019 }""")).Errors, StringComparison.Ordinal);

    private static async Task<(int Code, byte[] Output, string Errors)> RunOnAsync(string json)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, json);
        var run = await RunAsync(file, "--json");
        File.Delete(file);
        return run;
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("a.json", "b.json")]
    [InlineData("a.json", "--pack")]
    [InlineData("there-is-no-such-file.json")]
    public async Task A_wrong_call_says_how_and_ends_with_2(params string[] args)
    {
        var run = await RunAsync(args);

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Errors);
    }
}
