namespace PilotRegistry.Methodology;

/// <summary>An amount of fuel: a code of the pack, and measured values exactly where its row asks for them or allows them.</summary>
internal sealed class FuelCheck(RulePack pack, Problems problems)
{
    public FuelAmount? Amount(IFuelQuantity line, string at)
    {
        var row = Row(line.Fuel, new Place(at, "fuel"));
        var quantity = Quantity(line.Quantity, row, new Place(at, "quantity"));
        if (row is null || !HeatValueFits(row, line.HeatValue, new Place(at, "heatValue")) || !FactorFits(row, line.Factor, new Place(at, "factor")))
            return null;
        var emission = row.Emission ?? SourcedNumber.GivenByPark($"{at}/factor", line.Factor!.Value, "t/TJ", "实测 measured");
        return quantity is { } amount ? new(at, row, amount, line.HeatValue, emission) : null;
    }

    private decimal? Quantity(decimal? given, FuelRow? row, Place pointer)
    {
        if (given is { } quantity) return NumberRules.Holds(quantity, mayBeNegative: false, pointer, problems) ? quantity : null;
        problems.Missing(pointer, $"数量{(row is null ? "" : $"（{row.Unit}）")}", $"the quantity{(row is null ? "" : $" in {row.Unit}")}");
        return null;
    }

    public FuelRow? Row(string? code, Place pointer)
    {
        if (string.IsNullOrEmpty(code))
        {
            problems.Missing(pointer, "能源品种代码，例如 NG", "the code of the fuel, such as NG");
            return null;
        }
        if (!pack.Fuels.TryGetValue(code, out var row))
            problems.Add(pointer, "unknown-fuel",
                $"规则包中没有能源品种“{code}”：请填写其中之一：{KnownFuels()}。", $"The rule pack has no fuel \"{code}\": enter one of {KnownFuels()}.");
        else if (row.Refused is { } reason) problems.Add(pointer, "fuel-refused", reason.Zh, reason.En);
        return row is { Refused: null } ? row : null;
    }

    private bool HeatValueFits(FuelRow row, decimal? heatValue, Place pointer)
    {
        if (heatValue is { } measured && (row.InGigajoules || !(row.HeatValueMeasured || pack.Choices.AcceptsMeasuredHeatValue)))
            problems.Add(pointer, "heat-value-not-allowed",
                $"{row.Name.Zh}不接受实测热值：请删除实测热值，数量按 {row.Unit} 填写。",
                $"{row.Name.En} takes no measured heat value: leave it out and enter the quantity in {row.Unit}.");
        else if (heatValue is 0)
            problems.Add(pointer, "heat-value-zero", "热值不能为 0：请填写实测值，或留空采用缺省值。", "A heat value is not 0: enter the measured one, or leave it out.");
        else if (heatValue is { } value) return NumberRules.HoldsMeasured(value, pointer, problems);
        else if (row.HeatValueMeasured)
            problems.Add(pointer, "heat-value-required",
                $"{row.Name.Zh}没有缺省热值：请填写实测热值（GJ/{row.Unit}）。",
                $"{row.Name.En} has no standard heat value: enter the measured one in GJ per {row.Unit}.");
        else return true;
        return false;
    }

    private bool FactorFits(FuelRow row, decimal? factor, Place pointer)
    {
        if (factor is { } own && !row.EmissionMeasured)
            problems.Add(pointer, "factor-not-allowed",
                $"核算方法规定采用国家温室气体排放因子库，{row.Name.Zh}不接受自填因子：请删除实测因子。",
                $"The method names the national factor database; {row.Name.En} takes no own factor: leave the factor out.");
        else if (factor is { } measured) return NumberRules.HoldsMeasured(measured, pointer, problems);
        else if (row.EmissionMeasured)
            problems.Add(pointer, "factor-required",
                $"{row.Name.Zh}没有缺省因子：请填写实测因子（tCO2/TJ）。",
                $"{row.Name.En} has no standard factor: enter the measured factor in t CO2/TJ.");
        else return true;
        return false;
    }

    private string KnownFuels() => string.Join(", ", pack.Fuels.Values.Where(row => row.Refused is null).Select(row => row.Code));
}
