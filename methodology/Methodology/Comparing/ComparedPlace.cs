namespace PilotRegistry.Methodology;

/// <summary>Where a comparison stands: the pointer, the list and line it is in, and the member.</summary>
internal sealed record ComparedPlace(string Pointer, string List, string Name, Placed? Current, RulePack? Pack)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Members that name the line and are therefore no differences.</summary>
    public IReadOnlyList<string> Keys => Current is null ? [] : LineKeys.Of(List);

    private IReadOnlyDictionary<string, string> Codes => Current is { Json: var line }
        ? Keys.Select(key => (key, LineKeys.TextOf(line, key))).Where(code => code.Item2.Length > 0).ToDictionary(code => code.key, code => code.Item2)
        : None;

    /// <summary>A member of what stands here; lists and objects within a line keep the line's codes out of their own.</summary>
    public ComparedPlace Below(string name) => this with
    {
        Pointer = $"{Pointer}/{name}",
        List = Current is null || LineKeys.Of(name).Count > 0 ? name : List,
        Name = Pointer.Length == 0 ? "" : Name.Length > 0 ? $"{Name}/{name}" : name,
    };

    public ComparedPlace Line(Placed line) => this with { Pointer = $"{Pointer}/{line.Index}", Current = line, Name = "" };

    public void Add(string? older, string? newer, List<Difference> found)
    {
        if (older == newer) return;
        var kind = older is null ? DifferenceKind.Added : newer is null ? DifferenceKind.Removed : DifferenceKind.Changed;
        found.Add(new(kind, Pointer, ListName, Codes, Name, Blank(older), Blank(newer), UnitOf()));
    }

    private string ListName => Current is null ? Pointer.TrimStart('/').Split('/')[0] : List;

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string? UnitOf() => Name switch
    {
        "mwh" or "availableMwh" or "deliveredMwh" or "userConsumptionMwh" => "MWh",
        "gj" => "GJ",
        "quantity" or "opening" or "purchased" or "produced" or "sold" or "closing" => NaturalUnit(),
        "factor" when List is "heat" => "t/GJ",
        "factor" when List is "products" => $"t/{NaturalUnit() ?? "t"}",
        "factor" => "t/TJ",
        "heatValue" => NaturalUnit() is { } unit ? $"GJ/{unit}" : "GJ",
        _ => null
    };

    private string? NaturalUnit() => Codes.TryGetValue("fuel", out var fuel) ? Pack?.Fuels.GetValueOrDefault(fuel)?.Unit
        : Codes.TryGetValue("product", out var product) ? Pack?.Products.GetValueOrDefault(product)?.Unit
        : null;
}
