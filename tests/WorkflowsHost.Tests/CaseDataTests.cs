using System.Text.RegularExpressions;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Quotas, ministries and dates are data, each with its source.</summary>
[Collection(nameof(WorkflowsService))]
public sealed partial class CaseDataTests(WorkflowsService service)
{
    [Fact]
    public void Every_line_says_where_it_comes_from_and_how_sure_that_is()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "workflows", "facts"), "*.csv");
        Assert.Equal(3, files.Length);
        Assert.All(files.SelectMany(file => File.ReadLines(file).Skip(1)), line => Assert.Matches(Sourced(), line));
    }

    [Fact]
    public async Task An_application_begins_with_its_batch_experts_and_ministries()
    {
        var (provincial, national) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        service.Others.Experts = [(provincial, Persona.Jiangsu), (national, null)];
        var facts = await OfAsync("application", ("province", FeelValue.Of(Persona.Jiangsu)), ("demo", FeelValue.True));
        Assert.Equal("\"2026-demo\" 1000", $"{facts.Find("batch")!.Written()} {facts.Find("quota")!.Written()}");
        Assert.Equal($"[\"{provincial}\"] [\"{national}\"]", $"{facts.Find("provincialExperts")!.Written()} {facts.Find("nationalExperts")!.Written()}");
        Assert.Contains("国家能源局", facts.Find("ministries")!.Written(), StringComparison.Ordinal);
        Assert.Equal("\"2026-1\"", (await OfAsync("application", ("province", FeelValue.Of(Persona.Zhejiang)))).Find("batch")!.Written());
        Assert.Equal($"[\"{national}\"]", (await OfAsync("application", ("province", FeelValue.Of(Persona.Zhejiang)))).Find("provincialExperts")!.Written());
    }

    [Theory]
    [InlineData(Persona.Jiangsu, "2029-12-31")]
    [InlineData("510000", "2027-03-02")]
    public async Task Construction_is_watched_until_the_last_day_of_its_last_year_and_mid_term_is_the_provinces(string province, string midterm)
    {
        var facts = await OfAsync("construction-watch", ("province", FeelValue.Of(province)), ("constructionEnd", FeelValue.Of(2029m)), ("publishedOn", FeelValue.Of("2026-03-02")));
        Assert.Equal($"\"2029-12-31\" \"{midterm}\"", $"{facts.Find("constructionEnd")!.Written()} {facts.Find("midterm")!.Written()}");
    }

    private Task<Variables> OfAsync(string process, params (string, FeelValue)[] said) => service.Of<StartFacts>().OfAsync(process, "park", Variables.Of(said), default);

    [GeneratedRegex("[一-鿿].*,(V|V2|S|U)$")]
    private static partial Regex Sourced();
}

internal static class Values
{
    public static string Written(this FeelValue value) => System.Text.Json.JsonSerializer.Serialize(value, PilotRegistry.Contracts.RegistryJson.Events);
}
