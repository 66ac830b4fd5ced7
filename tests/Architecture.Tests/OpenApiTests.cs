using System.Text.Json;
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

    [Fact]
    public async Task Every_route_says_which_errors_its_callers_must_expect()
    {
        foreach (var route in await RoutesAsync())
        {
            int[] wanted =
            [
                .. route.Policy == Access.Anonymous ? [] : new[] { 401, 403 },
                .. route.Path.Contains('{', StringComparison.Ordinal) ? new[] { 404 } : [],
                .. route.Operation.TryGetProperty("requestBody", out _) ? new[] { 400, 422 } : [],
                .. route.Has("query") ? new[] { 422 } : [],
                .. route.Takes("If-Match") ? new[] { 409, 412, 428 } : [],
                .. route.Takes("Idempotency-Key") ? new[] { 400, 409, 422 } : [],
            ];
            Assert.Empty(wanted.Except(route.Errors.Keys).Select(status => $"{route.Path} does not say {status}"));
            Assert.All(route.Errors.Values, error => Assert.Equal(
                "#/components/schemas/Problem",
                error.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
        }
    }

    [Fact]
    public async Task Every_post_that_changes_something_takes_a_key_unless_it_holds_a_secret()
    {
        string[] without =
        [
            .. from route in await RoutesAsync()
               where route.Path.Contains(" post ", StringComparison.Ordinal) && !route.Path.EndsWith("/settlement", StringComparison.Ordinal) && !route.Takes("Idempotency-Key")
               select route.Path,
        ];
        Assert.Equal(
            [
                "submission post /submissions/{id}/import", "disclosure post /calculate", "disclosure post /disputes/followed",
                "disclosure post /subscriptions", "disclosure post /subscriptions/confirmation", "disclosure post /subscriptions/cancellation", "identity post /sessions",
                "identity post /me/password", "identity post /accounts", "identity post /accounts/{id}/password", "identity post /clients", "identity post /clients/{id}/secret",
            ],
            without);
    }

    private async Task<IReadOnlyList<Described>> RoutesAsync()
    {
        var all = new List<Described>();
        foreach (var service in installation.Services)
        {
            using var document = JsonDocument.Parse(await service.Anonymous().GetStringAsync("/openapi/v1.json"));
            var policies = Access.Of(service).ToLookup(a => a.Name, a => a.Policy);
            all.AddRange(
                from path in document.RootElement.GetProperty("paths").EnumerateObject()
                from operation in path.Value.EnumerateObject()
                let id = operation.Value.GetProperty("operationId").GetString()!
                select new Described($"{service.Name} {operation.Name} {path.Name}", policies[id].Single(), operation.Value.Clone()));
        }

        return all;
    }

    private sealed record Described(string Path, string? Policy, JsonElement Operation)
    {
        public IReadOnlyDictionary<int, JsonElement> Errors => Operation.GetProperty("responses").EnumerateObject()
            .Where(r => r.Name[0] >= '4').ToDictionary(r => int.Parse(r.Name, null), r => r.Value);

        public bool Has(string place) => Parameters.Any(p => p.GetProperty("in").GetString() == place);

        public bool Takes(string header) => Parameters.Any(p => p.GetProperty("name").GetString() == header);

        private IEnumerable<JsonElement> Parameters => Operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];
    }
}
