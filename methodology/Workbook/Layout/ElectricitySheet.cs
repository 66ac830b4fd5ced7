using System.Text.Json.Nodes;
using PilotRegistry.Methodology;
using static PilotRegistry.Workbook.SharedColumns;

namespace PilotRegistry.Workbook;

/// <summary>
/// Electricity as the bill has it: the total from the grid, and how much of it was traded, covered by certificates or non-fossil
/// from the market; what is left over is grid power. Below it what was made inside.
/// </summary>
internal sealed class ElectricitySheet() : Sheet(
    "电力", "按电费单填写：先填从电网购入总量，再填其中绿电交易、绿证和市场化非化石电量；其余自动计为电网电量。厂内用燃料发的电只填“火力发电量”，不填购入。",
    [
        Column.OneOf(Item, "项目", Items, 44), Column.Number(Amount, "电量"), Column.OneOf(Unit, "单位", Units.OfPower, 10), Quality, Note,
        Column.Fixed("last", "上年电量 MWh（参考）", 18)
    ])
{
    private const string Item = "item", Amount = "mwh", Unit = "unit", Total = "in/gridTotal", Grid = "in/grid", Generation = "generation/";

    private static readonly string[] PartsOfTotal = ["in/greenTrade", "in/certificate", "in/nonFossilMarket"];

    private static readonly Choice[] Items =
    [
        new(Total, "从电网购入总量（含下面三项）"), new("in/greenTrade", "其中：绿色电力交易"), new("in/certificate", "其中：另购绿证覆盖的电量"),
        new("in/nonFossilMarket", "其中：市场化核电或未认领绿证的水电"), new("in/direct", "绿电直连等非化石直供电量"), new("in/own", "园区自发非化石电量（发电侧计量）"),
        new("out/own", "外送：自发非化石电量"), new("out/direct", "外送：直供电量"), new("out/grid", "外送：燃料所发电量"),
        new("generation/fossil", "火力发电量：化石燃料"), new("generation/recovered", "火力发电量：余热余压余能"), new("generation/waste", "火力发电量：废弃物"),
        new("generation/biomass", "火力发电量：生物质"),
    ];

    /// <summary>The grid total of this reading, and what of it is something better.</summary>
    private readonly List<(FilledRow Row, decimal Mwh)> totals = [];
    private decimal parts;

    public override int SpareRows => 10;

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last)
    {
        var (lines, before) = (Lines(data).ToLookup(l => l.Item, l => l.Line), Lines(last).ToLookup(l => l.Item, l => l.Line));
        foreach (var item in Items)
            foreach (var line in (item.Code == Total ? GridTotal(lines) : [.. lines[item.Code]]).DefaultIfEmpty([]))
                yield return new()
                {
                    [Item] = item.Label,
                    [Amount] = line[Amount]?.ToString(),
                    [Unit] = Units.Mwh,
                    ["quality"] = ListSheet.Shown(Quality, line),
                    ["note"] = line["note"]?.ToString(),
                    ["last"] = item.Code == Total ? GridTotal(before) is [var total] ? total[Amount]?.ToString() : null : Sum(before[item.Code]),
                };
    }

    public override void Take(FilledRow row, YearJson year)
    {
        if (row[Amount] is not { } cell) return;
        var (item, unit) = (year.ChoiceOf(row, Columns[0]), row[Unit] is null ? Units.OfPower[0] : year.ChoiceOf(row, Columns[2]));
        if (row[Item] is null) year.Refuse(row, cell, "missing", new("这一行没有选择“项目”。", "This row has no item: choose one from the list."));
        if (item is null || unit is null || year.Number(row, Columns[1], unit.Code) is not { } number) return;

        var mwh = Units.Times(number, Units.Factor(unit.Code)!.Value);
        if (NumberText.TryParse(mwh, out var amount))
        {
            if (item.Code == Total) totals.Add((row, amount));
            if (PartsOfTotal.Contains(item.Code)) parts += amount;
        }

        if (item.Code == Total) return;
        var ofGeneration = item.Code.StartsWith(Generation, StringComparison.Ordinal);
        var line = year.Append(ofGeneration ? "thermalGeneration" : "electricity", row);
        var kind = item.Code.Split('/');
        if (ofGeneration) year.Set(line, "source", kind[1], row, row[Item]!);
        else Flow(line, kind[0], kind[1]);
        year.Set(line, Amount, mwh, row, cell);
        year.Put(line, "quality", Quality, row);
        year.Put(line, "note", Note, row);

        void Flow(Spot flow, string direction, string electricity)
        {
            year.Set(flow, "direction", direction, row, row[Item]!);
            year.Set(flow, "kind", electricity, row, row[Item]!);
        }
    }

    /// <summary>After the last row: grid power is what the total leaves over.</summary>
    public override void Finish(YearJson year)
    {
        if (totals is []) return;
        var (row, cell, rest) = (totals[0].Row, totals[0].Row[Amount]!, totals.Sum(t => t.Mwh) - parts);
        if (rest < 0)
        {
            year.Refuse(row, cell, "parts-above-total",
                new($"绿电交易、绿证和市场化非化石电量之和比总量多 {NumberText.Format(-rest)} MWh：总量应包含这三项。",
                    $"What was traded, certified or non-fossil exceeds the total by {NumberText.Format(-rest)} MWh: the total includes them."));
            return;
        }

        var line = year.Append("electricity", row);
        year.Set(line, "direction", "in", row, row[Item]!);
        year.Set(line, "kind", "grid", row, row[Item]!);
        year.Set(line, Amount, NumberText.Format(rest), row, cell);
        year.Put(line, "quality", Quality, row);
        year.Put(line, "note", Note, row);
    }

    private static IEnumerable<(string Item, JsonObject Line)> Lines(JsonObject data) =>
        ListSheet.Lines(data, "electricity").Select(line => ($"{line["direction"]}/{line["kind"]}", line))
            .Concat(ListSheet.Lines(data, "thermalGeneration").Select(line => (Generation + line["source"], line)));

    /// <summary>What the park bought from the grid in all; nothing when it entered none of it.</summary>
    private static JsonObject[] GridTotal(ILookup<string, JsonObject> lines)
    {
        var bought = PartsOfTotal.Prepend(Grid).SelectMany(item => lines[item]).ToArray();
        if (bought.Length == 0) return [];
        var total = lines[Grid].FirstOrDefault() is { } grid ? (JsonObject)grid.DeepClone() : [];
        total[Amount] = Sum(bought);
        return [total];
    }

    private static string? Sum(IEnumerable<JsonObject> lines)
    {
        var amounts = lines.Select(line => NumberText.TryParse(line[Amount]?.ToString() ?? "", out var mwh) ? mwh : 0).ToArray();
        return amounts.Length == 0 ? null : NumberText.Format(amounts.Sum());
    }
}
