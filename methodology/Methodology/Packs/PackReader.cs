namespace PilotRegistry.Methodology;

/// <summary>From a pack's files to a <see cref="RulePack"/> that has passed every check.</summary>
public static class PackReader
{
    /// <exception cref="RulePackException">The pack is faulty; every fault is named with file and line.</exception>
    public static RulePack Read(PackFiles files)
    {
        var yaml = PackYaml.Parse(files);
        var faults = new PackFaults(files);
        if (!yaml.Id.StartsWith("national/", StringComparison.Ordinal)) faults.Add(faults.Yaml("id"), "must look like national/2025-trial");
        if (yaml.Indicators.Count > 0) faults.Add(faults.Yaml("indicators"), "are for refinements and titles; the national six are in code");
        var tables = new PackTables(files, faults);
        var pack = new RulePack
        {
            Id = yaml.Id,
            Version = yaml.Version,
            Hash = files.Hash(),
            Title = yaml.Title.Wording,
            Source = yaml.Source,
            FirstYear = yaml.FirstYear,
            Targets = Targets(yaml.Targets, faults),
            Settings = yaml.Settings.ToDictionary(setting => setting.Key, setting => Setting(setting.Value)),
            Thresholds = Shares("thresholds", "thresholds", yaml.Thresholds, faults),
            Fuels = tables.Fuels(),
            Products = tables.Products(),
            Limits = tables.Limits(),
            Electricity = tables.Electricity(),
            Heat = tables.Heat(),
            EquivalentValues = tables.EquivalentValues(),
            GridFactors = tables.GridFactors()
        };
        faults.CheckFiles(["pack.yaml", .. PackTables.Names]);
        PackChecks.Check(pack, faults);
        faults.ThrowIfAny();
        return pack;
    }

    internal static Targets Targets(PackYaml.TargetLists targets, PackFaults faults) => new()
    {
        Core = Core(targets.Core, faults),
        Guiding = Shares("targets/guiding", "targets", targets.Guiding, faults)
    };

    internal static IReadOnlyList<CoreBand> Core(IReadOnlyList<PackYaml.Band> bands, PackFaults faults) =>
    [
        .. bands.Select((band, at) => new CoreBand(
            Decimal($"targets/core/{at}/fromTce", band.FromTce, faults),
            band.BelowTce is null ? null : Decimal($"targets/core/{at}/belowTce", band.BelowTce, faults),
            Number($"targets/core/{at}", $"targets/core/{band.FromTce}", "t/tce", band.Value, band.Source, band.Mark, faults)))
    ];

    internal static Setting Setting(PackYaml.Choice choice) =>
        new(choice.Value, choice.Alternatives, choice.Overridable, choice.Mark, choice.Reason.Wording);

    private static Dictionary<string, SourcedNumber> Shares(string path, string list, Dictionary<string, PackYaml.Number> numbers, PackFaults faults) =>
        numbers.ToDictionary(
            number => number.Key,
            number => Number($"{path}/{number.Key}", $"{list}/{number.Key}", "1", number.Value.Value, number.Value.Source, number.Value.Mark, faults));

    /// <param name="path">Where it stands in <c>pack.yaml</c>.</param>
    internal static SourcedNumber Number(string path, string id, string unit, string value, string source, string mark, PackFaults faults)
    {
        faults.CheckOrigin(faults.Yaml(path), source, mark);
        return new() { Id = id, Value = Decimal(path, value, faults), Unit = unit, Source = source, Mark = mark };
    }

    private static decimal Decimal(string path, string text, PackFaults faults)
    {
        if (!NumberText.TryParse(text, out var value)) faults.Add(faults.Yaml(path), $"is no number: {text}");
        return value;
    }
}
