using System.Text.Json;

namespace PilotRegistry.Bench.Installation;

/// <summary>The public pages beside static files of the same size, both through the gateway.</summary>
public static class PortalBench
{
    private const int Visitors = 8;

    private const string Method =
        """
        Eight visitors on connections of their own read one page again and again through the gateway, without `If-None-Match` and
        without compression, in turns of 50 ms that alternate; the value is the median of 51 turns of ours ÷ floor. The gateway's
        limit of requests per address is raised, nothing else; no side keeps answers in memory.

        - **Ours**: the route of the public API, which reads the page from PostgreSQL.
        - **Floor**: a file with the same bytes, served by ASP.NET's static files in the same Disclosure process before anything
          else in its pipeline, through the same gateway.

        The list is that of a fresh installation, the 52 parks of the first national list, one of them with the demo's whole life.
        *Filtered* and *searched* lists are made when they are asked for; a file cannot do that, so there is no target for them.

        - **At half of the load**: the first page of the list, asked for evenly at half of the rate that eight visitors reached, for
          five seconds; time from when a request was due to its last byte.
        - **With 2,543 parks**, as many as China's development zones, each with ten disclosed years: rows of the demo's park under
          other ids and names; one visitor, through the gateway, so that the service's own time is less.
        """;

    private static readonly Target Half = Target.NoLessThan(0.5m);

    public static async Task<Findings> RunAsync()
    {
        var park = await DemoParkAsync();
        var measured = new List<Measurement>();
        foreach (var (name, path, isReady) in new[]
        {
            ("list, first page", "parks", true),
            ("list, all 52", "parks?pageSize=100", true),
            ("list, filtered", "parks?province=320000", false),
            ("list, searched", "parks?q=%E5%BC%80%E5%8F%91%E5%8C%BA", false),
            ("park page", $"parks/{park}", true),
            ("park timeline", $"parks/{park}/timeline", true),
        })
        {
            measured.Add(await MeasureAsync(name, path, isReady ? Half : null));
        }

        measured.Add(await PacedAsync());
        await ManyParks.SeedAsync();
        foreach (var (name, path) in new[]
        {
            ("list, page 20", "parks?pageSize=100&page=20"),
            ("search", "parks?q=%E5%BC%80%E5%8F%91%E5%8C%BA"),
            ("compare, latest year of each", "years?latest=true&pageSize=200"),
            ("years of a province", "years?province=320000&pageSize=50"),
        })
        {
            measured.Add(await TimeAsync(name, path));
        }

        return new Findings("Public pages", Method, measured);
    }

    private static async Task<Measurement> MeasureAsync(string name, string path, Target? target)
    {
        var page = new Uri(Installation.Address, $"/api/public/v1/{path}");
        var size = await CopyAsync(page, FileOf(name));
        var file = new Uri(Installation.Address, $"/api/public/v1/bench/{FileOf(name)}");
        var ours = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Visitor.ComeAsync(page)));
        var floor = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Visitor.ComeAsync(file)));
        try
        {
            return await Contest.RunAsync(
                $"{name}, {size / 1024.0:0.0} kB", "requests",
                [.. ours.Select<Visitor, Func<Task>>(v => v.ReadAsync)], [.. floor.Select<Visitor, Func<Task>>(v => v.ReadAsync)],
                target);
        }
        finally
        {
            Array.ForEach([.. ours, .. floor], v => v.Dispose());
        }
    }

    private static string FileOf(string name) => $"{name.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}.json";

    /// <summary>Puts the page where the static files are; answers its size in bytes.</summary>
    private static async Task<int> CopyAsync(Uri page, string file)
    {
        using var visitor = await Visitor.ComeAsync(page);
        var body = await visitor.BodyOfFirstAsync();
        await File.WriteAllBytesAsync(Path.Combine(Installation.Files, file), body);
        return body.Length;
    }

    /// <summary>Half of what the machine can do, evenly: nobody waits for an answer before the next is asked for.</summary>
    private static async Task<Measurement> PacedAsync()
    {
        var page = new Uri(Installation.Address, "/api/public/v1/parks");
        var visitors = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Visitor.ComeAsync(page)));
        try
        {
            var most = (await Pace.AsFastAsTheyCanAsync(visitors, TimeSpan.FromSeconds(3))).Count / 3.0;
            var times = await Pace.EvenlyAsync(visitors, most / 2, TimeSpan.FromSeconds(5));
            return new("list, first page, p99 at half of the load", (decimal)times.Slow(), "ms", Target.NoMoreThan(25), $"{most / 2:N0} requests/s, median {times.Middle():0.0} ms");
        }
        finally
        {
            Array.ForEach(visitors, v => v.Dispose());
        }
    }

    private static async Task<Measurement> TimeAsync(string name, string path)
    {
        using var visitor = await Visitor.ComeAsync(new Uri(Installation.Address, $"/api/public/v1/{path}"));
        var times = await Pace.AsFastAsTheyCanAsync([visitor], TimeSpan.FromSeconds(3));
        return new($"{ManyParks.Count:N0} parks: {name}, p99", (decimal)times.Slow(), "ms", Target.NoMoreThan(50), $"median {times.Middle():0.0} ms, {(await visitor.BodyOfFirstAsync()).Length / 1024.0:0} kB");
    }

    private static async Task<string> DemoParkAsync()
    {
        using var visitor = await Visitor.ComeAsync(new Uri(Installation.Address, "/api/public/v1/parks?disclosed=true&pageSize=1"));
        using var list = JsonDocument.Parse(await visitor.BodyOfFirstAsync());
        return list.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
