using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>The documents that clients are generated from, as the running services serve them.</summary>
[Collection(nameof(Installation))]
public sealed class OpenApiTests(Installation installation)
{
    [Fact]
    public async Task Every_service_serves_the_document_that_clients_are_generated_from()
    {
        foreach (var service in installation.Services)
        {
            var document = await service.Anonymous().GetStringAsync("/openapi/v1.json");
            Approved.Matches($"docs/openapi/{service.Name}.json", document);
        }
    }
}
