using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PilotRegistry.Cli;

/// <summary>
/// Fills a fresh registry through its own API, by the same rules as everybody: the first national list and, for local
/// runs, an accredited demo body. Repeating it changes nothing.
/// </summary>
public static class Seed
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        using var api = RegistryApi.FromEnvironment();
        await RunAsync(api, LongestWait);
        return 0;
    }

    public static async Task RunAsync(RegistryApi api, TimeSpan longestWait)
    {
        var list = await ReadListAsync("2025-1");
        var parks = list["parks"]!.AsArray().Count;
        await api.PostAsync("national", "/api/registration/v1/lists/published", list);
        Console.WriteLine($"{(string)list["document"]!}: {parks} parks");
        await AccreditDemoBodyAsync(api);
        await UntilPublicAsync(api, parks, longestWait);
    }

    /// <summary>Decisions reach the public pages a moment after they are taken: whoever opens them after this finds every park.</summary>
    private static async Task UntilPublicAsync(RegistryApi api, int parks, TimeSpan longest)
    {
        var (began, said) = (Stopwatch.GetTimestamp(), 0L);
        while (true)
        {
            var now = (int)(await api.GetAsync(null, "/api/public/v1/parks?pageSize=1"))["total"]!;
            if (now >= parks || said == 0 || Stopwatch.GetElapsedTime(said) > BetweenWords)
            {
                Console.WriteLine($"public: {Math.Min(now, parks)} of {parks} parks");
                said = Stopwatch.GetTimestamp();
            }

            if (now >= parks)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(began) >= longest)
            {
                throw new RegistryException(
                    $"After {longest.TotalSeconds:0} s the public list shows {now} of {parks} parks: see the logs of Registration, which publishes, and Disclosure, which receives.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>A list as the repository holds it: a heading (JSON) and its lines (CSV).</summary>
    private static async Task<JsonObject> ReadListAsync(string batch)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Lists");
        var list = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, $"{batch}.json")))!.AsObject();
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, $"{batch}.csv"));
        var names = lines[0].Split(',');
        list["parks"] = new JsonArray([.. lines.Skip(1).Select(line => Park(names, line.Split(',')))]);
        return list;
    }

    private static JsonObject Park(string[] names, string[] cells)
    {
        string[] numbers = ["listNumber", "constructionStart", "constructionEnd"];
        return new(names.Zip(cells, (name, cell) =>
            KeyValuePair.Create<string, JsonNode?>(name, numbers.Contains(name) ? int.Parse(cell, null) : cell)));
    }

    private static async Task AccreditDemoBodyAsync(RegistryApi api)
    {
        var body = (await api.GetAsync("verifier-lead", "/api/identity/v1/me"))["organisation"]!;
        await api.PostAsync("national", "/api/verification/v1/bodies", new
        {
            organisationId = (Guid)body["id"]!,
            name = (string)body["name"]!,
            scope = "演示：园区碳排放核查",
            validUntil = new DateOnly(2030, 12, 31),
            demo = true,
        });
        Console.WriteLine($"{(string)body["name"]!}: accredited for demonstration until 2030-12-31");
    }
}
