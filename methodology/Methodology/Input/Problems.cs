namespace PilotRegistry.Methodology;

/// <summary>Gathers what stands in the way, so that a park sees all of it at once.</summary>
internal sealed class Problems
{
    private readonly List<InputProblem> found = [];

    public bool Any => found.Count > 0;
    public IReadOnlyList<InputProblem> All => found;

    public void Add(string pointer, string code, string zh, string en) => found.Add(new(pointer, code, new(zh, en)));

    /// <summary>Something required is not there.</summary>
    public void Missing(string pointer, string whatZh, string whatEn) =>
        Add(pointer, "missing", $"缺少：请填写{whatZh}。", $"Missing: enter {whatEn}.");
}
