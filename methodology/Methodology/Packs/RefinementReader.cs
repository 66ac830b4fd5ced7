namespace PilotRegistry.Methodology;

/// <summary>
/// A refinement of a national pack: tighter targets, further indicators, stricter answers where the national pack lets them
/// be chosen. Whatever would loosen anything is a fault with its line.
/// </summary>
public static class RefinementReader
{
    internal const string Prefix = "refinement/";

    /// <exception cref="RulePackException">The refinement is faulty or loosens something; every fault is named.</exception>
    public static RulePack Read(PackFiles files, RulePacks national)
    {
        var yaml = PackYaml.Parse(files);
        var faults = new PackFaults(files);
        faults.CheckFiles(["pack.yaml"]);
        CheckHead(yaml, faults);
        if (yaml.Refines?.Split('@') is not [var id, var version] || national.Find(id, version) is not { Refines: null } refined)
        {
            faults.Add(faults.Yaml("refines"), $"there is no national pack {yaml.Refines}");
            throw faults.ToException();
        }
        var pack = refined with
        {
            Id = yaml.Id,
            Version = yaml.Version,
            Hash = files.Hash(),
            Title = yaml.Title.Wording,
            Source = yaml.Source,
            FirstYear = Math.Max(yaml.FirstYear, refined.FirstYear),
            Refines = refined.Reference,
            Targets = new() { Core = Core(yaml, refined, faults), Guiding = Guiding(yaml, refined, faults) },
            Settings = Settings(yaml, refined, faults),
            Indicators = AddedIndicatorReader.Read(yaml.Indicators, faults)
        };
        PackChecks.Check(pack, faults);
        faults.ThrowIfAny();
        return pack;
    }

    private static void CheckHead(PackYaml yaml, PackFaults faults)
    {
        if (!yaml.Id.StartsWith(Prefix, StringComparison.Ordinal)) faults.Add(faults.Yaml("id"), "must look like refinement/310000");
        if (yaml.Thresholds.Count > 0) faults.Add(faults.Yaml("thresholds"), "when a signal speaks is the national pack's");
    }

    /// <summary>
    /// Every consumption that has a target nationally keeps one, no higher. Where the nation sets none, none may be set either:
    /// a target makes a pass possible, and below the first national band there is none.
    /// </summary>
    private static IReadOnlyList<CoreBand> Core(PackYaml yaml, RulePack refined, PackFaults faults)
    {
        if (yaml.Targets.Core.Count == 0) return refined.Targets.Core;
        var bands = PackReader.Core(yaml.Targets.Core, faults);
        foreach (var tce in bands.Concat(refined.Targets.Core).Select(band => band.FromTce).Distinct().Order())
        {
            var (before, now) = (refined.Targets.CoreFor(tce), Targets.CoreFor(tce, bands));
            var band = bands.ToList().FindLastIndex(each => each.FromTce <= tce);
            if (before is null && now is not null)
                faults.Add(faults.Yaml($"targets/core/{band}"), $"loosens: from {NumberText.Format(tce)} tce the nation sets no target, so nothing is passed there; a province's own target belongs in a title (provincial/<adcode>)");
            else if (before is null)
                continue;
            else if (now is null)
                faults.Add(faults.Yaml("targets/core"), $"loosens: from {NumberText.Format(tce)} tce the national target {NumberText.Format(before.Value)} t/tce is gone");
            else if (now.Value > before.Value)
                faults.Add(faults.Yaml($"targets/core/{band}"), $"loosens: from {NumberText.Format(tce)} tce the target would be {NumberText.Format(now.Value)} instead of {NumberText.Format(before.Value)} t/tce");
        }
        return bands;
    }

    private static Dictionary<string, SourcedNumber> Guiding(PackYaml yaml, RulePack refined, PackFaults faults)
    {
        var guiding = new Dictionary<string, SourcedNumber>(refined.Targets.Guiding);
        foreach (var (id, number) in yaml.Targets.Guiding)
        {
            var place = faults.Yaml($"targets/guiding/{id}");
            var target = PackReader.Number($"targets/guiding/{id}", $"targets/{id}", "1", number.Value, number.Source, number.Mark, faults);
            if (!guiding.TryGetValue(id, out var before)) faults.Add(place, "is no national indicator: add it under indicators");
            else if (target.Value < before.Value) faults.Add(place, $"loosens: {NumberText.Format(target.Value)} instead of {NumberText.Format(before.Value)}");
            else if (target.Value > 1) faults.Add(place, "is a share, and no share is above 1");
            else guiding[id] = target;
        }
        return guiding;
    }

    private static Dictionary<string, Setting> Settings(PackYaml yaml, RulePack refined, PackFaults faults)
    {
        var settings = new Dictionary<string, Setting>(refined.Settings);
        foreach (var (name, choice) in yaml.Settings)
        {
            var place = faults.Yaml($"settings/{name}");
            if (!settings.TryGetValue(name, out var before)) faults.Add(place, "is no setting of the national pack");
            else if (choice.Value != before.Value && !before.Overridable.Contains(choice.Value))
                faults.Add(place, $"loosens or changes what is not open: {choice.Value} instead of {before.Value} (open: {(before.Overridable.Count == 0 ? "nothing" : string.Join(", ", before.Overridable))})");
            else settings[name] = before with { Value = choice.Value, Mark = choice.Mark, Reason = choice.Reason.Wording, Alternatives = [.. choice.Alternatives.Where(other => other != choice.Value)] };
        }
        return settings;
    }
}
