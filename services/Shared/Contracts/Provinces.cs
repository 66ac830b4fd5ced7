namespace PilotRegistry.Contracts;

/// <summary>The 31 provincial units of the mainland and 新疆生产建设兵团, from <c>provinces.csv</c>.</summary>
public static class Provinces
{
    /// <summary>By six-digit code (GB/T 2260); 660000 is an internal key, since 兵团 has no code there.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(Provinces).Assembly.GetManifestResourceStream("provinces.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => cells[1], cells => cells[0]);
    }
}
