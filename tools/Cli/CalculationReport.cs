using System.Text.RegularExpressions;
using PilotRegistry.Methodology;

namespace PilotRegistry.Cli;

/// <summary>A Result as a page of text: figures first, then what looks odd, then every step as a tree.</summary>
public static partial class CalculationReport
{
    public static string Of(Result result)
    {
        var page = new List<string>();
        foreach (var pack in result.RulePacks) page.Add($"{result.Year}  {pack.Id}@{pack.Version}  {pack.Hash}");
        Emissions(page, result);
        Energy(page, result);
        Indicators(page, result.Indicators);
        Provincial(page, result.Provincial);
        Quality(page, result.Quality);
        Signals(page, [.. result.AllSignals()]);
        page.AddRange(["", "Derivation 推导"]);
        Branch(page, result.Derivation.ToLookup(entry => entry.Parent ?? ""), "", "");
        return string.Join('\n', page) + "\n";
    }

    private static void Emissions(List<string> page, Result result)
    {
        page.AddRange(["", "Emissions 排放"]);
        Figure(page, result.Emissions.Fuel, "t", "Fuel combustion 燃料燃烧");
        Figure(page, result.Emissions.Conversion, "t", "Energy conversion 加工转换");
        Figure(page, result.Emissions.Electricity, "t", "Net electricity 净调入电力");
        Figure(page, result.Emissions.Heat, "t", "Net heat 净调入热力");
        Figure(page, result.Emissions.Process, "t", "Industrial processes 工业过程");
        Figure(page, result.Emissions.Total, "t", "Total 合计");
        page.AddRange(["", "Memo 备忘"]);
        Figure(page, result.Memo.Bunkers, "t", "International bunkers, in the total 国际航空航海（已计入）");
        Figure(page, result.Memo.RawMaterialTce, "tce", "Raw material 原料用能");
        Figure(page, result.Memo.Biogenic, "t", "Biogenic CO2 生物质");
        Figure(page, result.Memo.Removals, "t", "Removals, not deducted 碳移除与抵消（不扣减）");
    }

    private static void Energy(List<string> page, Result result)
    {
        page.AddRange(["", "Energy 能源"]);
        Figure(page, result.Energy.Tce, "tce", "Consumption 消费量");
        Figure(page, result.Energy.CleanTce, "tce", "Of which clean 其中清洁能源");
        Figure(page, result.Energy.EquivalentValue, "tce/MWh", "Equivalent value of electricity 电力等价值");
        Figure(page, result.DirectSupplyShare, "1", "Direct supply share 绿电直供占比");
    }

    private static void Indicators(List<string> page, IReadOnlyList<Indicator> indicators)
    {
        page.AddRange(["", "Indicators 指标"]);
        foreach (var indicator in indicators)
            Figure(page, indicator.Value, indicator.Unit,
                $"{indicator.Id,-13} target {(indicator.Target is { } target ? NumberText.Format(target) : "-"),-4}  {indicator.Verdict}");
    }

    private static void Provincial(List<string> page, ProvincialResult? provincial)
    {
        if (provincial is null) return;
        page.AddRange(["", $"{provincial.Title.En} {provincial.Title.Zh}", $"  {provincial.Pack.Id}@{provincial.Pack.Version}  {provincial.Pack.Hash}"]);
        foreach (var indicator in provincial.Indicators)
            Figure(page, indicator.Value, indicator.Unit,
                $"{indicator.Id,-20} target {(indicator.Target is { } target ? NumberText.Format(target.Value) : "-"),-4}  {indicator.Verdict}");
    }

    private static void Quality(List<string> page, FigureQuality? quality)
    {
        if (quality is null) return;
        page.AddRange(["", "Data quality, share of absolute leaf values 数据质量（按绝对值占比）"]);
        foreach (var (name, shares) in new[] { ("CO2", quality.Co2), ("tce", quality.Tce) })
            if (shares is not null)
                page.Add($"  {name,-4} measured 实测 {NumberText.Format(shares.Measured)}, calculated 计算 {NumberText.Format(shares.Calculated)}, default 缺省 {NumberText.Format(shares.Default)}, estimated 估算 {NumberText.Format(shares.Estimated)}, unstated 未注明 {NumberText.Format(shares.Unstated)}");
    }

    private static void Signals(List<string> page, IReadOnlyList<Signal> signals)
    {
        page.AddRange(["", signals.Count == 0 ? "No signals 没有提示" : "Signals 提示"]);
        foreach (var signal in signals)
        {
            page.Add($"  {(signal.Severity is Severity.Warning ? '!' : 'i')} {signal.Id}: {signal.Message.En}");
            page.Add($"    {signal.Message.Zh}");
            page.Add($"    {string.Join(", ", signal.Facts.Select(fact => $"{fact.Key} = {fact.Value}"))}");
        }
    }

    private static void Branch(List<string> page, ILookup<string, DerivationEntry> children, string parent, string indent)
    {
        var entries = children[parent].ToList();
        foreach (var entry in entries)
        {
            var last = entry == entries[^1];
            var (stem, next) = parent.Length == 0 ? ("  ", "  ") : last ? ("└─ ", "   ") : ("├─ ", "│  ");
            page.Add($"{indent}{stem}{Step(entry)}");
            Branch(page, children, entry.Id, indent + next);
        }
    }

    private static string Step(DerivationEntry entry)
    {
        var formula = WithNumbers(entry);
        var number = NumberText.Format(entry.Value);
        var origin = entry.Factor is { } factor ? $"   [{factor.Mark}: {factor.Source}]" : "";
        return $"{entry.Label.En} {entry.Label.Zh}: {(formula == number || formula == "Σ" ? "" : $"{formula} = ")}{number}{(entry.Unit == "1" ? "" : $" {entry.Unit}")}{origin}";
    }

    /// <summary>The formula with its names replaced by what they stand for.</summary>
    private static string WithNumbers(DerivationEntry entry)
    {
        var values = entry.Inputs.Items.ToDictionary(input => input.Key, input => input.Value);
        if (entry.Factor is { } factor) values["factor"] = factor.Value;
        return Names().Replace(entry.Formula, name => values.TryGetValue(name.Value, out var value) ? NumberText.Format(value) : name.Value);
    }

    private static void Figure(List<string> page, decimal? value, string unit, string label) =>
        page.Add($"  {(value is { } number ? NumberText.Format(number) : "-"),22} {(unit == "1" ? "" : unit),-8} {label}");

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Names();
}
