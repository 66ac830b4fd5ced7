namespace PilotRegistry.Methodology;

/// <summary>
/// A product line: a default factor is taken as is, an alternative needs a basis, an own factor or balance needs factor and
/// basis, and what the method would count twice is refused with the reason.
/// </summary>
internal static class ProductCheck
{
    private const string AnyOther = "OTHER_BALANCE";

    public static MadeProduct? Check(ProductLine line, string at, RulePack pack, Problems problems)
    {
        var row = Row(line.Product, new Place(at, "product"), pack, problems);
        var quantity = Quantity(line.Quantity, row, new Place(at, "quantity"), problems);
        if (row is null || Factor(line, row, at, problems) is not { } factor || quantity is not { } made) return null;
        return new(at, row, Name(line, row), factor, made);
    }

    private static decimal? Quantity(decimal? given, ProductRow? row, Place pointer, Problems problems)
    {
        if (given is { } quantity) return NumberRules.Holds(quantity, mayBeNegative: false, pointer, problems) ? quantity : null;
        problems.Missing(pointer,
            $"产量（含自用{(row is null ? "" : $"，{row.Unit}")}）", $"the output, own use included{(row is null ? "" : $", in {row.Unit}")}");
        return null;
    }

    private static ProductRow? Row(string? code, Place pointer, RulePack pack, Problems problems)
    {
        if (string.IsNullOrEmpty(code))
        {
            problems.Missing(pointer, "产品代码，例如 CLK_PORTLAND", "the code of the product, such as CLK_PORTLAND");
            return null;
        }
        if (!pack.Products.TryGetValue(code, out var row))
            problems.Add(pointer, "unknown-product",
                $"规则包中没有产品“{code}”：请填写表中代码；表中没有的产品用 {AnyOther}，并填写名称、因子和依据。",
                $"The rule pack has no product \"{code}\": enter a code of its table, or {AnyOther} with its name, factor and basis.");
        else if (row.Refused is { } reason) problems.Add(pointer, "product-refused", reason.Zh, reason.En);
        return row is { Refused: null } ? row : null;
    }

    private static SourcedNumber? Factor(ProductLine line, ProductRow row, string at, Problems problems)
    {
        var needsBasis = row.Use is not ProductUse.Default || line.Factor is not null;
        var complete = true;
        if (line.Factor is null && row.Factor is null)
            complete = Refuse($"/{at}/factor", "balance-factor-required",
                $"{row.Name.Zh}没有缺省因子：请按质量平衡填写因子（tCO2/{row.Unit}）。",
                $"{row.Name.En} has no default factor: enter the factor of a mass balance, t CO2 per {row.Unit}.");
        if (needsBasis && string.IsNullOrWhiteSpace(line.Basis))
            complete = Refuse($"/{at}/basis", "basis-required",
                "请在依据中说明为何采用此因子或质量平衡的依据；采用默认因子的产品可不填。",
                "Say under basis why this factor is used, or what the balance rests on; only default factors need none.");
        if (row.Code == AnyOther && string.IsNullOrWhiteSpace(line.Name))
            complete = Refuse($"/{at}/name", "name-required", "请填写产品名称。", "Enter the name of the product.");
        if (line.Factor is { } own) complete &= NumberRules.HoldsMeasured(own, new Place(at, "factor"), problems);
        if (!complete) return null;
        return line.Factor is { } given ? SourcedNumber.GivenByPark($"{at}/factor", given, $"t/{row.Unit}", line.Basis!) : row.Factor;

        bool Refuse(string pointer, string code, string zh, string en)
        {
            problems.Add(pointer, code, zh, en);
            return false;
        }
    }

    private static Wording Name(ProductLine line, ProductRow row) =>
        row.Code == AnyOther ? new(line.Name!, line.Name!) : row.Name;
}
