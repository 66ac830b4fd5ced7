using System.Text.Json;

namespace PilotRegistry.Bench.Installation;

/// <summary>The public pages beside static files of the same size, both through the gateway.</summary>
public static class PublicBench
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

        The list is that of a fresh installation, the 52 parks of the first national list. *Filtered* and *searched* lists are made
        when they are asked for; a file cannot do that, so there is no target for them.
        """;

    private static readonly Target TwoFifths = Target.NoLessThan(0.4m);

    public static async Task<Findings> RunAsync()
    {
        var park = await FirstParkAsync();
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
            measured.Add(await MeasureAsync(name, path, isReady ? TwoFifths : null));
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

    private static async Task<string> FirstParkAsync()
    {
        using var visitor = await Visitor.ComeAsync(new Uri(Installation.Address, "/api/public/v1/parks?pageSize=1"));
        using var list = JsonDocument.Parse(await visitor.BodyOfFirstAsync());
        return list.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
