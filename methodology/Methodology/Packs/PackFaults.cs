namespace PilotRegistry.Methodology;

/// <summary>Everything wrong with a pack, gathered so that its author sees all of it at once.</summary>
internal sealed class PackFaults
{
    private static readonly string[] Marks = ["V", "V2", "S", "U"];
    private readonly List<string> faults = [];

    public void Add(string place, string fault) => faults.Add($"{place}: {fault}.");

    public void CheckOrigin(string place, string source, string mark)
    {
        if (string.IsNullOrWhiteSpace(source)) Add(place, "has no source");
        if (!Marks.Contains(mark)) Add(place, $"has no known mark ({string.Join(", ", Marks)})");
    }

    public void ThrowIfAny()
    {
        if (faults.Count > 0) throw new RulePackException(faults);
    }
}
