using System.Text.Json.Nodes;

namespace PilotRegistry.Cli;

/// <summary>The demo's boundary, and the small change that is approved for the year after the first: a strip in the west is added, a corner left out.</summary>
internal static class DemoBoundary
{
    public const string Words = "（演示）东至海堤，南至港区路，西至通榆河，北至纬一路";

    public static JsonNode Outline => JsonNode.Parse(
        """{ "type": "Polygon", "coordinates": [[[120.58, 33.36], [120.64, 33.36], [120.64, 33.40], [120.58, 33.40], [120.58, 33.36]]] }""")!;

    private static JsonNode ChangedOutline => JsonNode.Parse(
        """{ "type": "Polygon", "coordinates": [[[120.57, 33.36], [120.64, 33.36], [120.64, 33.385], [120.62, 33.40], [120.57, 33.40], [120.57, 33.36]]] }""")!;

    public static async Task ChangeAsync(RegistryApi api, Guid park)
    {
        var address = $"/api/registration/v1/parks/{park}";
        await api.PostAsync("national", $"{address}/boundary-changes", new
        {
            fourBounds = "（演示）东至海堤，南至港区路，西至串场河，北至纬一路，东北角湿地除外",
            boundary = ChangedOutline,
            validFrom = DemoYear.Year + 1,
            document = "演示文号〔2026〕2号",
            publishedOn = DateOnly.FromDateTime(DateTime.UtcNow),
            source = "演示图件，不是测绘成果。",
            reasons = "（演示）西侧储能电站并入园区，东北角湿地划出，同意调整边界。",
        }, await api.VersionAsync("national", address));
    }
}
