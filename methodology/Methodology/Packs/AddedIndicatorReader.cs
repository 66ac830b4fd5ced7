using System.Text.RegularExpressions;

namespace PilotRegistry.Methodology;

/// <summary>Indicators that a refinement or a title brings along.</summary>
internal static partial class AddedIndicatorReader
{
    public static List<AddedIndicator> Read(IReadOnlyList<PackYaml.Added> indicators, PackFaults faults)
    {
        var read = new List<AddedIndicator>();
        for (var at = 0; at < indicators.Count; at++)
        {
            var path = $"indicators/{at}";
            var place = faults.Yaml(path);
            if (read.Exists(other => other.Id == indicators[at].Id)) faults.Add(place, $"{indicators[at].Id} stands there twice");
            if (Read(indicators[at], path, faults) is { } indicator) read.Add(indicator);
        }
        return read;
    }

    private static AddedIndicator? Read(PackYaml.Added yaml, string path, PackFaults faults)
    {
        var place = faults.Yaml(path);
        if (!Id().IsMatch(yaml.Id)) faults.Add(place, $"the id must look like nonFossilShare: {yaml.Id}");
        if (yaml.Id == IndicatorIds.Core || IndicatorIds.Guiding.Contains(yaml.Id)) faults.Add(place, $"{yaml.Id} is a national indicator");
        if (yaml.Label.Zh.Length == 0 || yaml.Label.En.Length == 0) faults.Add(place, "the label must be given in zh and en");
        if (yaml.Unit.Length == 0) faults.Add(place, "the unit is missing");
        if (yaml is { AtLeast: not null, AtMost: not null }) faults.Add(place, "gives atLeast or atMost, not both");
        faults.CheckOrigin(place, yaml.Source, yaml.Mark);
        if (FormulaReader.Read(yaml.Formula, out var fault) is not { } formula)
        {
            faults.Add(place, $"the formula {fault}");
            return null;
        }
        return new()
        {
            Id = yaml.Id,
            Label = yaml.Label.Wording,
            Formula = yaml.Formula,
            Unit = yaml.Unit,
            Target = (yaml.AtLeast ?? yaml.AtMost) is { } target
                ? PackReader.Number(path, $"indicators/{yaml.Id}", yaml.Unit, target, yaml.Source, yaml.Mark, faults)
                : null,
            Bound = yaml.AtMost is null ? TargetBound.AtLeast : TargetBound.AtMost,
            Source = yaml.Source,
            Mark = yaml.Mark,
            Reading = formula
        };
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{1,39}\z")]
    private static partial Regex Id();
}
