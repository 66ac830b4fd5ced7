using System.Text.Json;
using DocumentFormat.OpenXml.Validation;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook.Tests;

/// <summary>What the registry knows of a year comes back from its own template as it was.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Examples => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "examples"), "*.json").Select(path => Path.GetFileName(path))];

    [Theory, MemberData(nameof(Examples))]
    public void An_example_park_comes_back_with_the_same_result(string name)
    {
        var data = Example.Named(name);
        using var template = Example.Of(data);

        var reading = template.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal((Example.Park, data.Year), (reading.Park, reading.Year));
        Assert.Equal(Figures(data), Figures(reading.Data!));
    }

    [Fact]
    public void An_empty_template_is_an_empty_year()
    {
        using var template = Example.Empty();

        var reading = template.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(JsonSerializer.Serialize(new ActivityData { Year = 2025, RulePack = "national/2025-trial@1.0.0" }, MethodologyJson.Options),
            JsonSerializer.Serialize(reading.Data, MethodologyJson.Options));
    }

    [Fact]
    public void Last_year_stands_beside_each_field_and_is_never_read()
    {
        using var template = Example.Of(new ActivityData { Year = 2025 }, last: Example.Named("steel-park.json"));

        Assert.Empty(template.Read().Data!.Fuels);
        template.Change("能源消费", data => Assert.Contains(data.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>(), v => v.Text.Length > 0));
    }

    [Fact]
    public void The_file_follows_the_format_to_the_letter()
    {
        using var template = Example.Of(Example.Named("steel-park.json"));

        template.Change(document => Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")));
    }

    /// <summary>Emissions, energy and indicators; the order of lines may differ.</summary>
    private static string Figures(ActivityData data)
    {
        var result = Calculation.Run(data, Example.Packs).Result!;
        return JsonSerializer.Serialize(new { result.Emissions, result.Memo, result.Energy, result.DirectSupplyShare, result.Indicators }, MethodologyJson.Options);
    }
}
