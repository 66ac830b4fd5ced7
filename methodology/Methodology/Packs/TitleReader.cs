using System.Text.RegularExpressions;

namespace PilotRegistry.Methodology;

/// <summary>From a pack's files to a <see cref="ProvincialTitle"/> that has passed every check.</summary>
public static partial class TitleReader
{
    internal const string Prefix = "provincial/";

    /// <exception cref="RulePackException">The title is faulty; every fault is named.</exception>
    public static ProvincialTitle Read(PackFiles files)
    {
        var yaml = PackYaml.Parse(files);
        var faults = new PackFaults(files);
        faults.CheckFiles(["pack.yaml"]);
        PackChecks.CheckHead(yaml.Id, yaml.Version, yaml.Title.Wording, yaml.Source, faults);
        if (!Id().IsMatch(yaml.Id)) faults.Add(faults.Yaml("id"), "must look like provincial/440000, with the six digits of the province");
        foreach (var (member, count) in new[] { ("settings", yaml.Settings.Count), ("thresholds", yaml.Thresholds.Count), ("targets/guiding", yaml.Targets.Guiding.Count) })
            if (count > 0) faults.Add(faults.Yaml(member), "has no place in a title: it judges the nationally computed year by core bands and indicators");
        var title = new ProvincialTitle
        {
            Id = yaml.Id,
            Version = yaml.Version,
            Hash = files.Hash(),
            Title = yaml.Title.Wording,
            Source = yaml.Source,
            FirstYear = yaml.FirstYear,
            Core = PackReader.Core(yaml.Targets.Core, faults),
            Indicators = AddedIndicatorReader.Read(yaml.Indicators, faults)
        };
        PackChecks.CheckCoreBands(title.Core, faults);
        faults.ThrowIfAny();
        return title;
    }

    [GeneratedRegex(@"^provincial/[1-9][0-9]{5}\z")]
    private static partial Regex Id();
}
