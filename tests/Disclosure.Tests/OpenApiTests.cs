using System.Text.Json;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class OpenApiTests(DisclosureService service)
{
    [Fact]
    public async Task The_public_contract_is_described()
    {
        var document = JsonElement.Parse(await service.Anonymous().GetStringAsync("/openapi/v1.json"));
        Assert.Equal("/api/public/v1", document.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal(
            [
                "/calculate", "/decisions", "/figures", "/open-data/events.jsonl", "/open-data/parks.csv", "/open-data/years.csv", "/parks",
                "/parks/{id}", "/parks/{id}/disputes", "/parks/{id}/timeline", "/parks/{id}/years/{year}", "/rule-packs",
                "/rule-packs/{kind}/{name}/{version}",
            ],
            document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }
}
