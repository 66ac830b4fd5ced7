using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission;

/// <summary>
/// A year comes by the form, by Excel or by a machine, and the same validators look at it: the same faulty year is refused by each
/// with the same codes, at the same places, in the same words.
/// </summary>
[Collection(nameof(SubmissionService))]
public sealed class ThreeDoorsTests(SubmissionService service)
{
    private static readonly RulePacks Packs = RulePackLoader.LoadInstalled();

    private static readonly IReadOnlyDictionary<string, ActivityData> Faulty = new Dictionary<string, ActivityData>
    {
        ["numbers below zero"] = new()
        {
            Year = Fixtures.Year,
            Fuels = [new() { Fuel = "NG", Use = FuelUse.Terminal, Quantity = -1 }, new() { Fuel = "DIESEL", Use = FuelUse.Terminal, Quantity = -2 }],
            Bunkers = [new() { Fuel = "KEROSENE", Quantity = -3 }],
        },
        ["what the method does not take"] = new()
        {
            Year = Fixtures.Year,
            Fuels = [new() { Fuel = "NG", Use = FuelUse.Terminal, Quantity = 10, Factor = 56 }, new() { Fuel = "BIO_GAS", Use = FuelUse.Terminal, Quantity = 2, Factor = 1 }],
            Electricity = [new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = 100 }, new() { Direction = FlowDirection.Out, Kind = ElectricityKind.Own, Mwh = 7 }],
            Indicators = new() { SolidWaste = new() { Generated = 10, OldStockUtilised = 0, Utilised = 20 } },
        },
    };

    [Theory]
    [InlineData("numbers below zero", 3)]
    [InlineData("what the method does not take", 3)]
    public async Task A_faulty_year_is_refused_by_each_with_the_same_codes_places_and_words(string fault, int atLeast)
    {
        var (id, park) = await service.OpenedAsync();
        var data = Faulty[fault];
        var asEntered = JsonSerializer.SerializeToNode(data, RegistryJson.Events)!;

        var form = await SaveAsync(id, asEntered);
        var machine = await SaveAsync(id, AsNumbers(asEntered));
        var excel = await ImportAsync(id, Workbook(data, park));

        Assert.InRange(form.Count, atLeast, int.MaxValue);
        Assert.Equal(form, machine);
        Assert.Equal(Said(form), excel);
    }

    /// <summary>Pointer, code and message of each thing that is wrong.</summary>
    private async Task<IReadOnlyList<(string Pointer, string Code, string Message)>> SaveAsync(Guid id, JsonNode data)
    {
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", data, version: 0);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        return [.. (await refused.BodyAsync()).GetProperty("errors").EnumerateArray().Select(e => (Text(e, "pointer"), Text(e, "code"), Text(e, "message")))];
    }

    /// <summary>Code and message of each cell that is wrong; the pointer is what says which cell it is.</summary>
    private async Task<IReadOnlyList<(string Code, string Message)>> ImportAsync(Guid id, byte[] workbook)
    {
        using var content = new ByteArrayContent(workbook) { Headers = { ContentType = new MediaTypeHeaderValue(DownloadTemplate.ContentType) } };
        using var answer = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, $"/submissions/{id}/import", content);
        var problems = (await answer.BodyAsync()).GetProperty("problems").EnumerateArray().ToList();
        Assert.All(problems, problem => Assert.NotEmpty(Text(problem, "cell")));
        return Sorted(problems.Select(p => (Text(p, "code"), Text(p.GetProperty("message"), "en"))));
    }

    private static IReadOnlyList<(string Code, string Message)> Said(IReadOnlyList<(string Pointer, string Code, string Message)> problems) =>
        Sorted(problems.Select(p => (p.Code, p.Message)));

    private static IReadOnlyList<(string Code, string Message)> Sorted(IEnumerable<(string Code, string Message)> said) => [.. said.Order()];

    private static byte[] Workbook(ActivityData data, Guid park)
    {
        using var file = new MemoryStream();
        YearWorkbook.Write(file, new YearTemplate(park, "演示园区", data, LastYear: null), Packs.Find("national/2025-trial", data.Year)!);
        return file.ToArray();
    }

    /// <summary>A machine sends numbers where the form sends what was typed.</summary>
    private static JsonNode AsNumbers(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, (JsonNode?)AsNumbers(m.Value!)))),
        JsonArray a => new JsonArray([.. a.Select(item => AsNumbers(item!))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String && decimal.TryParse(v.GetValue<string>(), out var number) => JsonValue.Create(number),
        _ => node.DeepClone()
    };

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
